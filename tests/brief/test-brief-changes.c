// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static char *describe(const FpBrief *brief)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        const FpBriefAlternative *alternative = &brief->alternatives[i];
        g_string_append_printf(text, "%s\n", alternative->intro);
        for (size_t k = 0; k < alternative->n_ways; k++)
            g_string_append_printf(text, "- %s\n", alternative->ways[k]);
    }
    if (brief->changes_remark != NULL)
        g_string_append_printf(text, "%s\n", brief->changes_remark);
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *answers, *changes;
} rows[] = {
    { "answers-to-one-question-are-one-way", "water=still load=hat depth=deep night=dusk",
      "One other answer would make it: The bridge\n"
      "- \"Fast\" instead of \"Still\", to \"How is the water?\"\n"
      "- \"A cart\", \"A barrow\", \"Stones\" or \"A wolf\" besides, to \"What do you "
      "carry?\"\n"
      "- \"Day\" instead of \"Dusk\", to \"Is it night?\"\n"
      "One other answer would leave no path:\n"
      "- \"A flood\" instead of \"Still\", to \"How is the water?\"\n" },
    { "a-number-tells-its-unit", "water=calm load=hat depth=2.5 night=no",
      "One other answer would make it: The ferry\n"
      "- \"A goat\" besides, to \"What do you carry?\"\n"
      "- \"Night\" or \"Dusk\" instead of \"Day\", to \"Is it night?\"\n"
      "One other answer would make it: The ford\n"
      "- \"Stones\" besides, to \"What do you carry?\"\n"
      "- \"Shallow\" instead of \"2.5 m\", to \"How deep is it?\"\n"
      "One other answer would leave no path:\n"
      "- \"A flood\" instead of \"Calm\", to \"How is the water?\"\n" },
    { "what-is-taken-out-is-told", "water=still load=cart,goat depth=deep night=no",
      "One other answer would make it: The bridge\n"
      "- not \"A goat\", to \"What do you carry?\"\n"
      "- \"Nothing\" instead of \"A cart; A goat\", to \"What do you carry?\"\n"
      "One other answer would make it: The ford\n"
      "- \"A wolf\" besides, to \"What do you carry?\"\n"
      "One other answer would leave no path:\n"
      "- \"A flood\" or \"Fast\" instead of \"Still\", to \"How is the water?\"\n" },
    { "of-no-path-too", "water=flood load=hat depth=deep night=no",
      "One other answer would make it: The bridge\n"
      "- \"Still\", \"Calm\", \"Slow\", \"High\" or \"Fast\" instead of \"A flood\", to "
      "\"How is the water?\"\n" },
    { "nothing-answered-is-changed-by-nothing", "night=unknown", "" },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Situation) situation = situation_analysed(NULL, rows[row].answers);
    g_autofree char *text = describe(situation->brief);
    g_assert_cmpstr(text, ==, rows[row].changes);
}

static char *describe_on(const char *yaml, const char *answers)
{
    g_autoptr(Situation) situation = situation_analysed(yaml, answers);
    return describe(situation->brief);
}

#define TREE(effects_a, effects_b)                                                                 \
    "fingerpost: 1\nid: pairs\nversion: '1'\ntitle: T\nlanguage: en\nstrengths: {strong: 5}\n"     \
    "prefer: [stay, go]\noutcomes: {stay: {title: Stay}, go: {title: Go}}\n"                       \
    "always: [{favour: stay, strength: strong, because: x}]\nquestions:\n"                         \
    "  - {id: a, ask: A?, type: one, options: [{id: 'no', label: No a},\n"                         \
    "     {id: 'yes', label: Yes a" effects_a "}]}\n"                                              \
    "  - {id: b, ask: B?, type: one, options: [{id: 'no', label: No b},\n"                         \
    "     {id: 'yes', label: Yes b" effects_b "}]}\n"

static void test_pairs_are_told_where_no_single_answer_does_it(void)
{
    g_autofree char *text =
        describe_on(TREE(", effects: [{favour: go, strength: strong, because: y}]",
                         ", effects: [{favour: go, strength: strong, because: z}]"),
                    "a=no b=no");
    g_assert_cmpstr(
        text, ==,
        "Two other answers together would make it: Go\n"
        "- \"Yes a\" instead of \"No a\", to \"A?\"; and \"Yes b\" instead of \"No b\", "
        "to \"B?\"\n");
}

static void test_that_nothing_changes_it_is_said(void)
{
    g_autofree char *text = describe_on(TREE("", ""), "a=no b=no");
    g_assert_cmpstr(text, ==,
                    "No other answer to one question, nor to two at once, would change it.\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/brief/changes/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/brief/changes/pairs-are-told-where-no-single-answer-does-it",
                    test_pairs_are_told_where_no_single_answer_does_it);
    g_test_add_func("/brief/changes/that-nothing-changes-it-is-said",
                    test_that_nothing_changes_it_is_said);
    return g_test_run();
}
