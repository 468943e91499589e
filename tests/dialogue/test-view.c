// SPDX-License-Identifier: Apache-2.0
#include "crossroads.h"
#include "play.h"
#include <string.h>

static const struct {
    const char *name, *script, *rows, *themes; /* theme:said/applicable */
} rows[] = {
    { "at-first", "up", "road=open cargo=open", "The ground:0/1* The load:0/1" },
    { "follow-ups-come-with-their-option", "pick dirt", "road=answered mud=open cargo=open",
      "The ground:1/2* The load:0/1" },
    { "and-rest-without-it", "pick dirt; pick wet; go-to road; pick paved",
      "road=answered mud=resting cargo=open", "The ground:1/1 The load:0/1*" },
    { "resting-answers-return", "pick dirt; pick wet; go-to road; pick paved; back; pick dirt",
      "road=answered mud=answered cargo=open", "The ground:2/2* The load:0/1" },
    { "a-guard-brings-a-question", "pick paved; pick wood; accept",
      "road=answered cargo=answered weight=open", "The ground:1/1 The load:1/2*" },
    { "unknowns-are-said", "unknown; unknown", "road=unknown cargo=unknown",
      "The ground:1/1 The load:1/1" },
};

static char *themes_in_words(const FpView *view)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < view->n_themes; i++) {
        const FpViewTheme *theme = &view->themes[i];
        g_string_append_printf(words, "%s%s:%zu/%zu%s", i > 0 ? " " : "", theme->title,
                               theme->n_said, theme->n_applicable, theme->is_current ? "*" : "");
    }
    return g_string_free(words, FALSE);
}

static void test_rows(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, rows[i].script);
    g_autofree char *shown = play_rows(play);
    g_autofree char *themes = themes_in_words(fp_wizard_view(play->wizard));
    g_assert_cmpstr(shown, ==, rows[i].rows);
    g_assert_cmpstr(themes, ==, rows[i].themes);
}

static void test_row_texts(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "note; type mine; accept; pick dirt; unknown; pick glass; pick wood; accept; "
                      "type 12.50; accept; back");
    const FpViewRow *row = fp_wizard_view(play->wizard)->rows;
    g_assert_cmpstr(row[0].ask, ==, "What is the left road like?");
    g_assert_cmpstr(row[0].answer, ==, "Dirt");
    g_assert_cmpstr(row[0].note, ==, "mine");
    g_assert_cmpstr(row[1].answer, ==, "I don't know");
    g_assert_cmpuint(row[1].depth, ==, 1);
    g_assert_cmpstr(row[2].answer, ==, "Glass; Wood");
    g_assert_cmpstr(row[3].answer, ==, "12.5 kg");
    g_assert_true(row[3].is_current);
}

static void test_question(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(view->ask, ==, "What is the left road like?");
    g_assert_cmpstr(view->why, ==, "Mud takes a wheel.");
    g_assert_cmpstr(view->theme, ==, "The ground");
    g_assert_cmpstr(view->options[0].id, ==, "paved");
    g_assert_cmpstr(view->options[0].help, ==, "Stone or tar.");
    g_assert_null(view->options[1].help);
    g_assert_null(view->range);
    g_assert_cmpuint(view->position, ==, 1);
    g_assert_cmpuint(view->n_applicable, ==, 2);
    g_assert_null(view->why_sources[0]);
}

static void test_number(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; pick wood; accept");
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(view->range, ==, "from 1 to 1000");
    g_assert_cmpstr(view->unit, ==, "kg");
    g_assert_cmpuint(view->n_options, ==, 2);
    g_assert_cmpuint(view->focus, ==, 2);
}

static const struct {
    const char *name, *typed, *reading;
    bool is_fault;
} readings[] = {
    { "digits", "12", "12 kg: Light", false },
    { "a-point-is-decimal", "10.000", "10 kg: Light", false },
    { "a-comma-parts-groups", "1,000", "1000 kg: Heavy", false },
    { "so-does-an-apostrophe", "1'000", "1000 kg: Heavy", false },
    { "so-does-a-narrow-blank", "1\u202f000.0", "1000 kg: Heavy", false },
    { "zeros-in-front", "007", "7 kg: Light", false },
    { "large-ones-are-parted", "9,999,999", "out of range: it can be from 1 to 1000", true },
    { "a-comma-before-a-fraction", "1,5", "no number yet: write 50,000 or 0.5", true },
    { "groups-of-two", "1,00,000", "no number yet: write 50,000 or 0.5", true },
    { "two-kinds-of-groups", "1,000 000", "no number yet: write 50,000 or 0.5", true },
    { "a-group-behind-the-point", "1.000,000", "no number yet: write 50,000 or 0.5", true },
    { "a-group-in-front", ",500", "no number yet: write 50,000 or 0.5", true },
    { "four-digits-before-a-group", "1000,000", "no number yet: write 50,000 or 0.5", true },
    { "an-exponent", "1e2", "no number: 'e' has no place in one", true },
    { "another-script", "1é", "no number: 'é' has no place in one", true },
    { "a-point-alone", "1.", "no number yet", true },
    { "two-points", "1.2.3", "no number yet", true },
    { "below-the-least", "-1", "out of range: it can be from 1 to 1000", true },
};

static void test_reading(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; pick wood; accept");
    g_assert_null(fp_wizard_view(play->wizard)->reading);
    play_act(play, &(FpAction) { .kind = FP_ACTION_TYPE, .text = readings[i].typed });
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(view->reading, ==, readings[i].reading);
    g_assert_true(view->reading_is_fault == readings[i].is_fault);
    g_assert_true(view->has_draft);
    g_assert_true(view->is_typing_number);
}

/* Letters are commands where nothing is begun, and text where something is. */
static void test_typing_number(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; pick wood; accept");
    g_assert_false(fp_wizard_is_typing(play->wizard));
    play_script(play, "type 5");
    g_assert_true(fp_wizard_is_typing(play->wizard));
    play_script(play, "down");
    g_assert_false(fp_wizard_is_typing(play->wizard));
    play_script(play, "up; erase");
    g_assert_false(fp_wizard_is_typing(play->wizard));
    play_script(play, "type 5; accept; back");
    g_assert_false(fp_wizard_is_typing(play->wizard));
    g_assert_false(fp_wizard_view(play->wizard)->has_draft);
}

#define MANY_WELLS                                                                                 \
    "fingerpost: 1\nid: t\nversion: '1'\ntitle: T\nlanguage: en\nstrengths: {}\nprefer: [a]\n"     \
    "outcomes: {a: {title: A}}\nquestions:\n- id: well\n  ask: Which well?\n  type: one\n"         \
    "  options:\n  - {id: a, label: Deep well, help: Cold}\n  - {id: b, label: Dry well}\n"        \
    "  - {id: c, label: Old well}\n  - {id: d, label: New well}\n"                                 \
    "  - {id: e, label: Écluse}\n  - {id: f, label: None}\n"

static void test_search(void)
{
    g_autoptr(Play) play = play_new(play_tree(MANY_WELLS));
    g_assert_null(fp_wizard_view(play->wizard)->search);
    play_script(play, "search; type WELL d");
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_true(view->is_searching);
    g_assert_cmpuint(view->n_shown, ==, 3);
    g_assert_true(view->options[2].is_shown); // "Old well" has a d
    g_assert_false(view->options[3].is_shown);
    play_script(play, "type ry; accept");
    view = fp_wizard_view(play->wizard);
    g_assert_false(view->is_searching);
    g_assert_cmpuint(view->focus, ==, 1);
    play_script(play, "pick f");
    g_assert_nonnull(strstr(fp_wizard_view(play->wizard)->message, "leaves this option out"));
    play_script(play, "cancel; search; type cold");
    g_assert_cmpuint(fp_wizard_view(play->wizard)->focus, ==, 0); // found in the help
    play_script(play, "cancel; search; type e\u0301cl; accept; accept");
    g_assert_cmpstr(play->log->str, ==, "answered well=e, finished a 1972-09-27");
}

static void test_drafts(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; pick wood; review");
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_false(view->rows[0].has_draft);
    g_assert_true(view->rows[1].has_draft);
}

static void test_result(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; unknown");
    fp_wizard_set_saved(play->wizard, 7, "id", "sha256:0");
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpstr(view->brief->outcome, ==, "left");
    g_assert_cmpstr(view->brief->session_digest, ==, "sha256:0");
    g_assert_cmpstr(view->brief->as_of, ==, "1972-09-27");
}

static void test_tell(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    fp_wizard_tell(play->wizard, "the history is not kept", false);
    g_assert_cmpstr(fp_wizard_view(play->wizard)->message, ==, "the history is not kept");
    play_act(play, &(FpAction) { .kind = FP_ACTION_NONE });
    g_assert_cmpstr(fp_wizard_view(play->wizard)->message, ==, "the history is not kept");
    play_script(play, "down");
    g_assert_null(fp_wizard_view(play->wizard)->message);
}

#define FACTS                                                                                      \
    "sources:\n"                                                                                   \
    "  s1: {title: A, publisher: Miller, url: null, published: null, seen: 1970-01-01, kind: "     \
    "primary}\n"                                                                                   \
    "  s2: {title: B, publisher: Carter, url: null, published: null, seen: 1970-01-01, kind: "     \
    "primary}\n"                                                                                   \
    "facts:\n"                                                                                     \
    "  mud: {claim: Mud takes a wheel, sources: [{id: s1, locator: p. 1}, {id: s2, locator: x}, "  \
    "{id: s1, locator: p. 2}], topic: t, as_of: 1970-08, review_by: 1972-08, confidence: high, "   \
    "note: null}\n"                                                                                \
    "  rain: {claim: It rains, sources: [{id: s2, locator: x}], topic: t, as_of: 1970-09-01, "     \
    "review_by: 1980-01, confidence: high, note: null}\n"

static FpSource *find_facts(const char *name G_GNUC_UNUSED, void *user_data G_GNUC_UNUSED,
                            GError **error G_GNUC_UNUSED)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(FACTS, strlen(FACTS));
    return fp_source_new("road.yaml", bytes);
}

static void test_why_sources(void)
{
    g_auto(GStrv) halves = g_strsplit(CROSSROADS, "    why: Mud takes a wheel.\n", 2);
    g_autofree char *yaml = g_strconcat(
        "uses: [road]\n", halves[0], "    why: So.\n    why_cites: [mud, rain]\n", halves[1], NULL);
    g_autoptr(Play) play = play_new(play_tree_with_facts(yaml, find_facts));
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_cmpuint(view->why_cites.n, ==, 2);
    g_assert_cmpstr(view->why_sources[0], ==,
                    "Mud takes a wheel (Miller, Carter, as of 1970-08, due for review)");
    g_assert_cmpstr(view->why_sources[1], ==, "It rains (Carter, as of 1970-09-01)");
    g_assert_null(view->why_sources[2]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/view/rows-%s", rows[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_rows);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(readings); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/view/reading-%s", readings[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_reading);
    }
    g_test_add_func("/dialogue/view/a-number-that-is-begun-takes-letters", test_typing_number);
    g_test_add_func("/dialogue/view/a-search-narrows-a-list", test_search);
    g_test_add_func("/dialogue/view/the-review-shows-what-is-not-accepted", test_drafts);
    g_test_add_func("/dialogue/view/row-texts", test_row_texts);
    g_test_add_func("/dialogue/view/question", test_question);
    g_test_add_func("/dialogue/view/number", test_number);
    g_test_add_func("/dialogue/view/result", test_result);
    g_test_add_func("/dialogue/view/tell-lasts-to-the-next-action", test_tell);
    g_test_add_func("/dialogue/view/why-sources", test_why_sources);
    return g_test_run();
}
