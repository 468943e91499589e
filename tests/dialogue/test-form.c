// SPDX-License-Identifier: Apache-2.0
/* Forms, and a session that another instance took further: scripts and what comes of them; see
 * test-wizard.c. NULL: not asked. */
#include "crossroads.h"
#include "play.h"
#include <string.h>

typedef struct {
    const char *name, *script;
    const char *place;
    const char *events;
    const char *says; /* part of the message; "": none */
} Row;

#define FINISHED "pick paved; pick nothing; accept; "

static const Row rows[] = {
    /* who finds out */
    { "who-and-when-are-kept", "find-out; type Ada; accept; type 2026-12-01; accept", "cargo>glass",
      "unknown road who=Ada by=2026-12-01", "" },
    { "who-alone-is-enough", "find-out; type  Ada ; accept; accept", "cargo>glass",
      "unknown road who=Ada", "" },
    { "nothing-is-an-i-dont-know", "find-out; accept; accept", "cargo>glass", "unknown road", "" },
    { "what-is-no-day-is-refused", "find-out; accept; type soon; accept", "find-out[soon]", "",
      "'soon' is no day; write it as YYYY-MM-DD" },
    { "a-month-is-no-day", "find-out; accept; type 2026-12; accept", "find-out[2026-12]", "",
      "is no day" },
    { "an-answer-is-not-asked-who", "pick paved; back; find-out", "road>paved", NULL,
      "here is an answer" },
    { "who-is-shown-again", "find-out; type Ada; accept; accept; back; find-out", "find-out[Ada]",
      NULL, "" },
    { "the-same-writes-nothing",
      "find-out; type Ada; accept; accept; back; find-out; accept; accept", "cargo>glass",
      "unknown road who=Ada, revisited road", "" },
    { "undo-brings-who-back", "find-out; type Ada; accept; accept; back; pick paved; undo",
      "road>paved",
      "unknown road who=Ada, revisited road, answered road=paved, unknown road who=Ada",
      "what it was before" },
    { "undo-takes-who-away", "unknown; back; find-out; type Ada; accept; accept; undo",
      "road>paved", "unknown road, revisited road, unknown road who=Ada, unknown road",
      "what it was before" },
    { "asked-in-the-review", "unknown; review; first; find-out; type Ada; accept; accept",
      "review>road", "unknown road, unknown road who=Ada", "" },
    { "asked-of-no-row", "unknown; review; last; find-out", "review>end", NULL, "no question" },
    { "cancel-drops-it", "find-out; type Ada; cancel", "road>paved", "", "" },
    { "quit-tells-of-it-once", "find-out; type Ada; quit", "find-out[Ada]", "", "q again leaves" },
    { "a-full-history-keeps-the-form", "find-out; type Ada; accept; full; accept", "find-out[]", "",
      "not saved" },
    { "tab-goes-round", "find-out; type Ada; next; next", "find-out[Ada]", "", "" },
    { "up-goes-back", "find-out; type Ada; down; up", "find-out[Ada]", "", "" },
    /* the decision */
    { "the-recommended-one-stands-first", FINISHED "decide", "decision>0", NULL, "" },
    { "decided-as-recommended", FINISHED "decide; accept; type We trust it; accept", "result left",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, decided left 'We "
      "trust it'",
      "beside the recommendation" },
    { "decided-otherwise", FINISHED "decide; down; accept; accept", "result left",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, decided right",
      NULL },
    { "none-of-these", FINISHED "decide; last; accept; type No; accept", "result left",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, decided none 'No'",
      NULL },
    { "a-choice-by-its-number", FINISHED "decide; pick 1", "decision>1", NULL, "" },
    { "a-choice-that-is-none", FINISHED "decide; pick 7", "decision>0", NULL, "3 choices" },
    { "a-click-chooses", FINISHED "decide; next; point 2", "decision>2", NULL, "" },
    { "a-click-goes-to-the-field", FINISHED "decide; point 3", "decision[]", NULL, "" },
    { "what-was-decided-is-shown-again", FINISHED "decide; down; accept; type Why; accept; decide",
      "decision>1", NULL, "" },
    { "and-its-reason", FINISHED "decide; down; accept; type Why; accept; decide; accept",
      "decision[Why]", NULL, "" },
    { "the-same-decision-writes-nothing", FINISHED "decide; accept; accept; decide; accept; accept",
      "result left",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, decided left", NULL },
    { "an-open-session-decides-nothing", "pick paved; result; decide", "result left", NULL,
      "1 question is open" },
    { "another-answer-takes-the-decision-back",
      FINISHED "decide; accept; accept; go-to road; pick dirt", "mud>wet",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, decided left, "
      "reopened, answered road=dirt",
      "the decision that was recorded is taken back" },
    /* the export */
    { "paper-is-offered-first", FINISHED "export; next", "export[1972-09-27-crossroads.pdf]", NULL,
      "" },
    { "the-name-follows-the-format", FINISHED "export; pick 4; next",
      "export[1972-09-27-crossroads.md]", NULL, "" },
    { "the-format-follows-the-name", FINISHED "export; next; erase; erase; erase; type html; back",
      "export>2", NULL, "" },
    { "a-name-of-ones-own-stays", FINISHED "export; next; erase-word; type x; back; down; next",
      "export[x]", NULL, "" },
    { "accept-asks-for-the-file", FINISHED "export; accept", "export>0 writing", NULL, "" },
    { "no-name-is-refused", FINISHED "export; next; erase-to-start; accept", "export[]", NULL,
      "name a file" },
    { "it-is-written", FINISHED "export; pick 4; accept; write", "result left",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, exported 'md'",
      "written: '/there/1972-09-27-crossroads.md'" },
    { "it-is-written-though-the-history-is-full", FINISHED "export; full; accept; write",
      "result left", "answered road=paved, answered cargo=nothing, finished left 1972-09-27",
      "written: '/there/1972-09-27-crossroads.pdf'\nnot saved" },
    { "what-is-there-is-asked-about", FINISHED "export; accept; exists", "export>0 replace?", NULL,
      "exists already" },
    { "and-stays-where-nobody-says-so", FINISHED "export; accept; exists; accept; toggle; pick 1",
      "export>0 replace?", NULL, NULL },
    { "and-is-replaced-where-somebody-does", FINISHED "export; accept; exists; replace; write",
      "result left", NULL, "written" },
    { "or-gets-another-name", FINISHED "export; accept; exists; cancel", "export>0", NULL, "" },
    { "what-cannot-be-written-is-told", FINISHED "export; accept; no-space", "export>0", NULL,
      "no space" },
    { "writing-can-be-given-up", FINISHED "export; accept; cancel", "export>0", NULL, "" },
    { "an-open-session-can-be-exported", "pick paved; result; export; accept; write", "result left",
      "answered road=paved, exported 'pdf'", "written" },
    /* another instance */
    { "a-late-pick-is-marked", "late-pick dirt; elsewhere road=paved", "road>dirt", "",
      "1 answer is another one now, to 'What is the left road like?'" },
    { "and-accept-takes-it", "late-pick dirt; elsewhere road=paved; accept", "mud>wet",
      "answered road=dirt", NULL },
    { "the-place-stays", "pick paved; elsewhere road=dirt", "cargo>glass", NULL,
      "went on in another instance" },
    { "a-late-tick-is-marked-too", "pick paved; late-pick wood; elsewhere road=dirt; accept",
      "weight>field", NULL, NULL },
    { "a-pick-of-nothing-there-is-not-kept", "late-pick 9; elsewhere road=paved", "road>paved", "",
      "give it again if it still holds" },
    { "nor-an-accept-of-nothing", "pick paved; late-accept; elsewhere road=dirt", "cargo>glass",
      NULL, "give it again if it still holds" },
    { "a-file-is-asked-about-anew",
      "pick paved; result; export; accept; exists; elsewhere road=dirt", "export>0", NULL,
      "went on in another instance" },
    { "an-undo-that-is-not-done-is-told", "pick paved; late-undo; elsewhere road=dirt",
      "cargo>glass", NULL, "give it again if it still holds" },
    { "ticks-stay", "pick paved; pick wood; late-accept; elsewhere road=dirt; accept",
      "weight>field", NULL, NULL },
    { "a-note-goes-on", "note; type half a; elsewhere road=dirt; type  word; accept", "road>paved",
      "noted road 'half a word'", NULL },
    { "a-number-stays", "pick paved; pick wood; accept; type 12; elsewhere road=dirt; accept",
      "mud>wet", NULL, NULL },
    { "a-question-that-is-gone-leads-to-the-answers", "pick dirt; elsewhere road=paved",
      "review>end", NULL, "went on in another instance" },
    { "its-note-is-told", "pick dirt; note; type lost words; elsewhere road=paved", "review>end",
      NULL, "is not kept: 'lost words'" },
    { "nothing-is-undone-that-was-said-there", "pick paved; elsewhere road=dirt; undo",
      "cargo>glass", NULL, "nothing to undo" },
};

static void test_row(const void *data)
{
    const Row *row = data;
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, row->script);
    g_autofree char *place = play_place(play);
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(place, ==, row->place);
    if (row->events != NULL)
        g_assert_cmpstr(play->log->str, ==, row->events);
    if (row->says != NULL && *row->says == '\0')
        g_assert_cmpstr(view->message, ==, NULL);
    else if (row->says != NULL)
        g_assert_nonnull(strstr(view->message != NULL ? view->message : "", row->says));
}

/* ---- What is shown ---- */

static void test_answer_names_who(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "find-out; type Ada; accept; type 2026-12-01; accept");
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(view->rows[0].answer, ==, "I don't know; Ada finds out by 2026-12-01");
}

static void test_choices_say_what_they_are(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, FINISHED "decide");
    const FpViewForm *form = &fp_wizard_view(play->wizard)->form;
    g_assert_cmpuint(form->n_choices, ==, 3);
    g_assert_cmpstr(form->choices[0].label, ==, "left");
    g_assert_cmpstr(form->choices[0].detail, ==, "recommended");
    g_assert_cmpstr(form->choices[1].detail, ==, NULL);
    g_assert_cmpstr(form->choices[2].label, ==, "None of these");
}

static void test_the_brief_says_what_was_decided(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, FINISHED "decide; down; accept; type It is shorter; accept");
    const FpBrief *brief = fp_wizard_view(play->wizard)->brief;
    g_assert_nonnull(strstr(brief->decided, "right"));
    g_assert_nonnull(strstr(brief->decided, "It is shorter"));
}

static void test_every_format_can_be_chosen(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, FINISHED "export");
    const FpViewForm *form = &fp_wizard_view(play->wizard)->form;
    g_assert_cmpuint(form->n_choices, ==, fp_n_brief_renderers);
    g_assert_cmpstr(form->choices[0].label, ==, "pdf");
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        size_t n = 0;
        for (size_t k = 0; k < form->n_choices; k++)
            n += g_str_equal(form->choices[k].label, fp_brief_renderers[i].name) ? 1 : 0;
        g_assert_cmpuint(n, ==, 1);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/form/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/dialogue/form/an-answer-names-who-finds-out", test_answer_names_who);
    g_test_add_func("/dialogue/form/choices-say-what-they-are", test_choices_say_what_they_are);
    g_test_add_func("/dialogue/form/the-brief-says-what-was-decided",
                    test_the_brief_says_what_was_decided);
    g_test_add_func("/dialogue/form/every-format-can-be-chosen", test_every_format_can_be_chosen);
    return g_test_run();
}
