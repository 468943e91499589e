// SPDX-License-Identifier: Apache-2.0
/* What can still win, finishing early, why not another path. On the crossroads: `paved` gives left 5
 * points, `wet` gives right 5; equal points go to left. */
#include "crossroads.h"
#include "fp-brief-analyses.h"
#include "play.h"
#include <string.h>

/* ---- The outlook ---- */

/* Paths in the view's order, "left* 5 can 67%": the star is where it points. Then what is worth asking. */
static char *outlook_in_words(const Play *play)
{
    static const char *const chances[] = { "pending", "can", "cannot", "undecided" };
    const FpViewOutlook *outlook = &fp_wizard_view(play->wizard)->outlook;
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < outlook->n_paths; i++) {
        const FpViewPath *path = &outlook->paths[i];
        g_string_append_printf(words, "%s%s%s %d %s", i > 0 ? "; " : "",
                               path->title != NULL ? path->title : "no path",
                               path->is_first ? "*" : "", (int)path->score, chances[path->chance]);
        if (path->share != NULL)
            g_string_append_printf(words, " %s", path->share);
    }
    if (outlook->worth_asking_text != NULL)
        g_string_append_printf(words, "; ask %s%s", play->tree->questions[outlook->worth_asking].id,
                               outlook->is_worth_asking_now ? " now" : "");
    if (outlook->is_settled)
        g_string_append(words, "; settled");
    if (outlook->can_finish)
        g_string_append(words, "; can finish");
    return g_string_free(words, FALSE);
}

static const struct {
    const char *name, *script, *outlook;
} outlooks[] = {
    { "points-are-there-at-once", "pick paved", "left* 5 pending; right 0 pending" },
    { "what-can-win-comes-later", "analyse", "left* 0 can 14/21; right 0 can 7/21; ask road now" },
    { "moving-keeps-it", "analyse; down", "left* 0 can 14/21; right 0 can 7/21; ask road now" },
    { "an-answer-makes-the-old-one-void", "analyse; pick dirt",
      "left* 0 pending; right 0 pending" },
    { "the-most-telling-question-is-named", "pick dirt; next; analyse",
      "left* 0 can 7/14; right 0 can 7/14; ask mud" },
    { "settled-with-questions-open", "pick paved; analyse",
      "left* 5 can 7/7; right 0 cannot; settled; can finish" },
    { "settled-with-none-open", "pick paved; unknown; analyse",
      "left* 5 can 7/7; right 0 cannot; settled" },
    { "unsettled-again", "pick paved; analyse; go-to road; pick dirt; analyse",
      "left* 0 can 7/14; right 0 can 7/14; ask mud now" },
    { "a-note-keeps-it", "pick paved; analyse; note; type x; accept",
      "left* 5 can 7/7; right 0 cannot; settled; can finish" },
};

static void test_outlook(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, outlooks[i].script);
    g_autofree char *outlook = outlook_in_words(play);
    g_assert_cmpstr(outlook, ==, outlooks[i].outlook);
}

static void test_late_analyses_are_dropped(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    const FpAnswerSheet *sheet = fp_session_sheet(play->session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(play->compiled, sheet);
    FpDate as_of = fp_session_judging_date(play->session);
    FpBriefAnalyses *late = fp_brief_analyses_new(play->compiled, sheet, verdict, as_of, NULL);
    uint64_t generation = fp_wizard_generation(play->wizard);
    play_script(play, "pick paved");
    g_assert_cmpuint(fp_wizard_generation(play->wizard), >, generation);
    fp_wizard_take_analyses(play->wizard, late, generation);
    g_assert_false(fp_wizard_view(play->wizard)->outlook.is_there);
}

static void test_pane_is_off_until_it_is_wanted(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    g_assert_false(fp_wizard_view(play->wizard)->shows_outlook);
    play_script(play, "outlook");
    g_assert_true(fp_wizard_view(play->wizard)->shows_outlook);
    play_script(play, "pick paved");
    g_assert_true(fp_wizard_view(play->wizard)->shows_outlook);
    play_script(play, "outlook");
    g_assert_false(fp_wizard_view(play->wizard)->shows_outlook);
}

/* The budget ends at once: nothing is said that is not known. */
static void test_undecided_is_told_as_such(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    const FpAnswerSheet *sheet = fp_session_sheet(play->session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(play->compiled, sheet);
    const atomic_bool cancelled = true;
    FpDate as_of = fp_session_judging_date(play->session);
    fp_wizard_take_analyses(
        play->wizard, fp_brief_analyses_new(play->compiled, sheet, verdict, as_of, &cancelled),
        fp_wizard_generation(play->wizard));
    g_autofree char *outlook = outlook_in_words(play);
    g_assert_true(
        g_str_has_prefix(outlook, "left* 0 undecided; right 0 undecided; no path 0 undecided"));
    play_script(play, "finish");
    g_assert_nonnull(strstr(fp_wizard_view(play->wizard)->message, "too much hangs together"));
}

/* ---- Finishing early ---- */

static const struct {
    const char *name, *script, *place, *events;
    const char *says; /* part of the message; "": none */
} finishes[] = {
    { "settled-is-told", "pick paved; analyse", "cargo>glass", "answered road=paved", "settled: " },
    { "once", "pick paved; analyse; down; analyse", "cargo>wood", "answered road=paved", "" },
    { "and-again-for-another-path",
      "pick paved; analyse; go-to road; pick dirt; analyse; pick wet; analyse", "cargo>glass", NULL,
      "settled: " },
    { "not-over-a-note", "pick paved; note; analyse", "cargo note", NULL, "" },
    { "but-behind-it", "pick paved; note; analyse; type x; accept", "cargo>glass", NULL,
      "settled: " },
    { "not-where-nothing-is-open", "pick paved; unknown; back; analyse", "cargo>glass", NULL, "" },
    { "not-at-the-result", "pick paved; result; analyse", "result left", NULL, "still open" },
    { "finishing-records-with-questions-open", "pick paved; analyse; finish", "result left",
      "answered road=paved, finished left 1972-09-27", "1 open question can change conditions" },
    { "from-the-review-too", "pick paved; analyse; review; finish", "result left",
      "answered road=paved, finished left 1972-09-27", "1 open question" },
    { "from-the-result-so-far", "pick paved; analyse; result; finish", "result left",
      "answered road=paved, finished left 1972-09-27", "1 open question can change conditions" },
    { "not-before-it-is-known", "pick paved; finish", "cargo>glass", "answered road=paved",
      "being worked out" },
    { "not-unsettled", "pick dirt; analyse; finish", "mud>wet", "answered road=dirt",
      "can still change the path" },
    { "not-twice", "pick paved; analyse; finish; review; finish", "review>cargo", NULL,
      "finished already" },
    { "the-result-says-again-what-is-open", "pick paved; analyse; finish; review; result",
      "result left", NULL, "1 open question" },
    { "an-answer-to-the-rest-reopens",
      "pick paved; analyse; finish; go-to cargo; pick nothing; accept", "result left",
      "answered road=paved, finished left 1972-09-27, reopened, answered cargo=nothing, "
      "finished left 1972-09-27",
      "" },
    { "undo-reopens", "pick paved; analyse; finish; undo", "road>paved",
      "answered road=paved, finished left 1972-09-27, reopened, cleared road", "undone" },
    { "a-history-that-refuses-keeps-the-place", "pick paved; analyse; full; finish", "cargo>glass",
      "answered road=paved", "not saved" },
};

static void test_finish(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, finishes[i].script);
    g_autofree char *place = play_place(play);
    const char *message = fp_wizard_view(play->wizard)->message;
    g_assert_cmpstr(place, ==, finishes[i].place);
    if (finishes[i].events != NULL)
        g_assert_cmpstr(play->log->str, ==, finishes[i].events);
    if (finishes[i].says[0] == '\0')
        g_assert_cmpstr(message, ==, NULL);
    else if (message == NULL || strstr(message, finishes[i].says) == NULL)
        g_error("the message is '%s'", message);
}

static void test_finished_early_is_taken_up_at_the_result(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; analyse; finish");
    play_restart(play);
    g_autofree char *place = play_place(play);
    g_assert_cmpstr(place, ==, "result left");
}

/* The page says itself that the rest cannot change the path, once that is known. */
static void test_brief_of_a_session_finished_early(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; analyse; finish");
    const FpBrief *brief = fp_wizard_view(play->wizard)->brief;
    g_assert_true(brief->is_settled);
}

/* ---- Which answers turn it ---- */

static void test_review_marks_what_turns_it(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick dirt; pick dry; pick nothing; accept; review");
    g_assert_false(fp_wizard_view(play->wizard)->rows[1].turns); // not known yet
    play_script(play, "analyse");
    const FpViewRow *rows = fp_wizard_view(play->wizard)->rows;
    g_assert_false(rows[0].turns);
    g_assert_true(rows[1].turns); // wet: right
    g_assert_false(rows[2].turns);
}

/* ---- Why not another path ---- */

static size_t why_not(const Play *play)
{
    return fp_wizard_view(play->wizard)->why_not.other;
}

static const struct {
    const char *name, *script, *changes, *way, *outlook; /* NULL: not there */
} reasons[] = {
    { "what-would-change-it-comes-later", "pick dirt; pick dry; unknown; why-not",
      "being worked out", NULL, NULL },
    { "another-answer-would", "pick dirt; pick dry; pick nothing; accept; analyse; why-not",
      "right", "It did", NULL },
    { "no-other-answer-would", "pick paved; pick nothing; accept; analyse; why-not",
      "nor to two at once", NULL, NULL },
    { "what-is-open-can", "pick dirt; result; analyse; why-not", "nor to two at once", NULL,
      "can still make it" },
    { "what-is-open-cannot", "pick paved; result; analyse; why-not", "nor to two at once", NULL,
      "Nothing that is not known yet" },
};

static void expect_part(const char *text, const char *part)
{
    if (part == NULL)
        g_assert_cmpstr(text, ==, NULL);
    else if (text == NULL || strstr(text, part) == NULL)
        g_error("'%s' is not in '%s'", part, text);
}

static void test_why_not(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, reasons[i].script);
    const FpViewWhyNot *view = &fp_wizard_view(play->wizard)->why_not;
    g_assert_cmpuint(view->other, ==, 0);
    expect_part(view->changes, reasons[i].changes);
    expect_part(view->n_ways > 0 ? view->ways[0] : NULL, reasons[i].way);
    expect_part(view->outlook, reasons[i].outlook);
}

static void test_why_not_comes_and_goes(void)
{
    static const char *const closing[] = { "why-not", "cancel", "back", "review; result",
                                           "review; pick 0; cancel; result" };
    for (size_t i = 0; i < G_N_ELEMENTS(closing); i++) {
        g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
        play_script(play, "pick paved; unknown");
        g_assert_cmpuint(why_not(play), ==, FP_NONE);
        play_script(play, "why-not");
        g_assert_cmpuint(why_not(play), ==, 0);
        play_script(play, closing[i]);
        g_assert_cmpuint(why_not(play), ==, FP_NONE);
        g_autofree char *place = play_place(play);
        g_assert_cmpstr(place, ==, "result left");
    }
}

#define THREE_PATHS                                                                                \
    "fingerpost: 1\n"                                                                              \
    "id: three\n"                                                                                  \
    "version: '1'\n"                                                                               \
    "title: Three\n"                                                                               \
    "language: en\n"                                                                               \
    "strengths: {strong: 5}\n"                                                                     \
    "prefer: [a, b, c]\n"                                                                          \
    "outcomes: {a: {title: a}, b: {title: b}, c: {title: c}}\n"                                    \
    "questions:\n"                                                                                 \
    "  - {id: q, ask: Which?, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}\n"

static void test_why_not_goes_round(void)
{
    g_autoptr(Play) play = play_new(play_tree(THREE_PATHS));
    play_script(play, "pick x; why-not; next");
    g_assert_cmpuint(why_not(play), ==, 1);
    play_script(play, "next");
    g_assert_cmpuint(why_not(play), ==, 0);
    play_script(play, "left");
    g_assert_cmpuint(why_not(play), ==, 1);
    play_script(play, "pick 0");
    g_assert_cmpuint(why_not(play), ==, 0);
    play_script(play, "pick 2");
    g_assert_cmpuint(why_not(play), ==, 0);
    expect_part(fp_wizard_view(play->wizard)->message, "2 other paths");
}

/* Whatever is said to the question that is open, the other path wins in the end. */
static void test_settled_on_another_path_is_no_end(void)
{
    g_autofree char *yaml =
        g_strconcat("fingerpost: 1\nid: turn\nversion: '1'\ntitle: T\nlanguage: en\n"
                    "strengths: {strong: 5, slight: 1}\nprefer: [near, far]\n"
                    "outcomes: {near: {title: near}, far: {title: far}}\nquestions:\n"
                    "  - {id: now, ask: Now?, type: one, options: [\n"
                    "      {id: yes, label: Y, effects: [{favour: near, strength: slight,"
                    " because: x}]}, {id: no, label: N}]}\n"
                    "  - {id: then, ask: Then?, type: one, options: [\n"
                    "      {id: x, label: X, effects: [{favour: far, strength: strong,"
                    " because: x}]},\n"
                    "      {id: y, label: Y, effects: [{favour: far, strength: strong,"
                    " because: x}]}]}\n",
                    NULL);
    g_autoptr(Play) play = play_new(play_tree(yaml));
    play_script(play, "pick yes; analyse");
    g_autofree char *outlook = outlook_in_words(play);
    g_assert_cmpstr(outlook, ==, "near* 1 cannot; far 0 can 2/2");
    play_script(play, "finish");
    g_assert_nonnull(strstr(fp_wizard_view(play->wizard)->message, "can still change the path"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(outlooks); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/outlook/%s", outlooks[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_outlook);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(finishes); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/finish/%s", finishes[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_finish);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/why-not/%s", reasons[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_why_not);
    }
    g_test_add_func("/dialogue/outlook/late-analyses-are-dropped", test_late_analyses_are_dropped);
    g_test_add_func("/dialogue/outlook/the-pane-is-off-until-it-is-wanted",
                    test_pane_is_off_until_it_is_wanted);
    g_test_add_func("/dialogue/outlook/undecided-is-told-as-such", test_undecided_is_told_as_such);
    g_test_add_func("/dialogue/finish/is-taken-up-at-the-result",
                    test_finished_early_is_taken_up_at_the_result);
    g_test_add_func("/dialogue/finish/the-brief-says-what-is-open",
                    test_brief_of_a_session_finished_early);
    g_test_add_func("/dialogue/review/marks-what-turns-it", test_review_marks_what_turns_it);
    g_test_add_func("/dialogue/why-not/comes-and-goes", test_why_not_comes_and_goes);
    g_test_add_func("/dialogue/why-not/goes-round", test_why_not_goes_round);
    g_test_add_func("/dialogue/outlook/settled-on-another-path-is-no-end",
                    test_settled_on_another_path_is_no_end);
    return g_test_run();
}
