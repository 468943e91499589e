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

static void test_result(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; unknown");
    fp_wizard_set_digest(play->wizard, "sha256:0");
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
    g_test_add_func("/dialogue/view/row-texts", test_row_texts);
    g_test_add_func("/dialogue/view/question", test_question);
    g_test_add_func("/dialogue/view/number", test_number);
    g_test_add_func("/dialogue/view/result", test_result);
    g_test_add_func("/dialogue/view/tell-lasts-to-the-next-action", test_tell);
    g_test_add_func("/dialogue/view/why-sources", test_why_sources);
    return g_test_run();
}
