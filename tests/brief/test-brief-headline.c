// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

typedef struct {
    const char *name, *answers, *headline;
} Row;

static const Row rows[] = {
    { "conditions-are-counted", "water=still load=cart depth=deep night=no",
      "Recommended: The bridge, on 1 condition." },
    { "conditions-are-counted-in-the-plural", "water=still load=cart,barrow depth=deep night=no",
      "Recommended: The bridge, on 2 conditions." },
    { "without-conditions-none-are-named", "water=still load=hat depth=shallow night=dusk",
      "Recommended: The ferry." },
    { "a-tie-is-no-plain-recommendation", "water=still load=hat depth=deep night=no",
      "Tied, and first by preference alone: The bridge." },
    { "no-path-is-no-recommendation", "water=flood load=hat depth=deep night=no",
      "No recommendation: all 3 paths are ruled out." },
    { "the-last-path-left-does-not-fit-well", "water=fast load=cart depth=deep night=no",
      "Nothing fits well; the only path left: The bridge, on 1 condition." },
    { "the-last-path-left-without-conditions", "water=high load=wolf depth=deep night=no",
      "Nothing fits well; the only path left: The bridge." },
    { "a-winner-below-zero-is-the-least-bad", "water=still load=stones depth=deep night=no",
      "Nothing fits well; the least bad: The bridge." },
    { "the-least-bad-has-conditions-too", "water=still load=stones,barrow depth=deep night=yes",
      "Nothing fits well; the least bad: The bridge, on 1 condition." },
    { "nothing-known-is-no-recommendation", "",
      "Nothing can be recommended yet: no question is answered." },
    { "i-dont-know-alone-is-nothing-known", "night=unknown",
      "Nothing can be recommended yet: no question is answered." },
    { "open-questions-make-it-so-far", "load=cart", "So far: The bridge, on 1 condition." },
    { "an-open-follow-up-counts", "water=calm load=hat depth=shallow night=no",
      "So far: The ford." },
    { "an-unknown-leaves-it-a-recommendation", "water=still load=cart depth=deep night=unknown",
      "Recommended: The bridge, on 1 condition." },
};

static void test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Situation) situation = situation_new(row->answers);
    g_assert_cmpstr(situation->brief->headline, ==, row->headline);
}

/* The crossing, with words for what to do. */
static Situation *situation_with_words(const char *answers)
{
    static const char *const words[][2] = {
        { "    title: The bridge\n",
          "    title: The bridge\n    headline: Walk over the bridge\n" },
        { "label: A cart\n", "label: A cart\n        headline: with the cart\n" },
        { "label: A barrow\n", "label: A barrow\n        headline: with the barrow\n" },
        { "label: Deep, ", "label: Deep, headline: high above the water, " },
        { "label: Night, ", "label: Night, headline: by night, " },
    };
    g_autoptr(GString) yaml = g_string_new(NULL);
    g_autofree char *first = situation_yaml_with(words[0][0], words[0][1]);
    g_string_assign(yaml, first);
    for (size_t i = 1; i < G_N_ELEMENTS(words); i++)
        g_assert_cmpuint(g_string_replace(yaml, words[i][0], words[i][1], 0), ==, 1);
    return situation_of(yaml->str, answers);
}

static const Row rows_with_words[] = {
    { "what-to-do-is-the-sentence", "water=still load=hat,barrow depth=shallow night=no",
      "Walk over the bridge, with the barrow, once this one condition is met." },
    { "conditions-are-counted-in-words", "water=still load=cart,barrow depth=shallow night=no",
      "Walk over the bridge, with the cart, with the barrow, once these two conditions are met." },
    { "two-phrases-at-most", "water=still load=cart,barrow depth=deep night=no",
      "Walk over the bridge, with the cart, with the barrow, once these two conditions are met." },
    { "a-band-has-a-phrase-too", "water=still load=cart depth=2.5 night=no",
      "Walk over the bridge, with the cart, high above the water, once this one condition is met." },
    { "so-far-comes-before-it", "load=cart",
      "So far: Walk over the bridge, with the cart, once this one condition is met." },
    { "the-last-one-left-is-said-to-be-so", "water=high load=wolf depth=shallow night=no",
      "Nothing fits well; the only path left: Walk over the bridge." },
    { "the-least-bad-is-said-to-be-so", "water=still load=stones depth=deep night=no",
      "Nothing fits well; the least bad: Walk over the bridge, high above the water." },
    { "a-path-without-words-is-named", "water=still load=hat depth=shallow night=dusk",
      "Recommended: The ferry." },
};

static void test_row_with_words(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Situation) situation = situation_with_words(row->answers);
    g_assert_cmpstr(situation->brief->headline, ==, row->headline);
}

static const char single_yaml[] =
    "fingerpost: 1\n"
    "id: single\n"
    "version: '1'\n"
    "title: Go?\n"
    "language: en\n"
    "strengths: {}\n"
    "prefer: [go]\n"
    "outcomes: {go: {title: Go}}\n"
    "questions:\n"
    "  - {id: sky, ask: Sky?, type: one, options: [{id: blue, label: Blue}, {id: grey, label: Grey,\n"
    "     effects: [{rule_out: go, because: Rain.}]}]}\n";

static void test_the_one_path_of_a_tree_can_be_out(void)
{
    g_autoptr(Situation) blue = situation_of(single_yaml, "sky=blue");
    g_autoptr(Situation) grey = situation_of(single_yaml, "sky=grey");
    g_assert_cmpstr(blue->brief->headline, ==, "Recommended: Go.");
    g_assert_cmpstr(grey->brief->headline, ==, "No recommendation: the only path is ruled out.");
}

#define ANSWERED                                                                                   \
    "answered question=water|answer=still\n"                                                       \
    "answered question=load|answer=cart\n"                                                         \
    "answered question=depth|answer=deep\n"                                                        \
    "answered question=night|answer=no\n"                                                          \
    "finished\n"

static const struct {
    const char *name, *event, *decided, *headline;
} decisions[] = {
    { "as-recommended", "decided outcome=bridge", "Decided as recommended: The bridge.",
      "Recommended: The bridge, on 1 condition." },
    { "otherwise-with-the-reason", "decided outcome=ford|text=We like it wet.",
      "Decided otherwise: The ford. Their reason: We like it wet.",
      "Recommended, but not chosen: The bridge." },
    { "for-none-of-the-paths", "decided text=We stay here.",
      "Decided otherwise: none of the paths. Their reason: We stay here.",
      "Recommended, but not chosen: The bridge." },
};

static void test_decisions(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(decisions); i++) {
        g_autofree char *events = g_strconcat(ANSWERED, decisions[i].event, NULL);
        g_autoptr(Situation) situation = situation_of_session(events);
        g_test_message("%s", decisions[i].name);
        g_assert_cmpstr(situation->brief->decided, ==, decisions[i].decided);
        g_assert_cmpstr(situation->brief->headline, ==, decisions[i].headline);
    }
}

static void test_without_a_decision_nothing_is_said(void)
{
    g_autoptr(Situation) situation = situation_of_session("answered question=night|answer=no");
    g_assert_null(situation->brief->decided);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/brief/headline/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rows_with_words); i++) {
        g_autofree char *path =
            g_strdup_printf("/brief/headline/words/%s", rows_with_words[i].name);
        g_test_add_data_func(path, &rows_with_words[i], test_row_with_words);
    }
    g_test_add_func("/brief/headline/the-one-path-of-a-tree-can-be-out",
                    test_the_one_path_of_a_tree_can_be_out);
    g_test_add_func("/brief/headline/a-decision-is-told-beside-the-recommendation", test_decisions);
    g_test_add_func("/brief/headline/without-a-decision-nothing-is-said",
                    test_without_a_decision_nothing_is_said);
    return g_test_run();
}
