// SPDX-License-Identifier: Apache-2.0
#include "fp-explain.h"
#include "small-tree.h"

/* Of `journey`: by the effect's place in the file's tree order, from 0. */
static const struct {
    const char *name, *answers;
    size_t effect;
    FpKeptBy kept_by;
    const char *question; /* NULL: none */
    FpQuestionState state;
} rows[] = {
    { "always-fires", "{}", 0, FP_FIRED, NULL, FP_STATE_NOT_APPLICABLE },
    { "a-chosen-option-fires", "{distance: 2}", 3, FP_FIRED, NULL, FP_STATE_NOT_APPLICABLE },
    { "an-open-question-keeps-it", "{}", 3, FP_KEPT_BY_ANSWER, "distance", FP_STATE_OPEN },
    { "an-unknown-keeps-it", "{distance: unknown}", 3, FP_KEPT_BY_ANSWER, "distance",
      FP_STATE_UNKNOWN },
    { "another-answer-keeps-it", "{distance: 100}", 3, FP_KEPT_BY_ANSWER, "distance",
      FP_STATE_ANSWERED },
    { "what-leads-to-a-follow-up-keeps-it", "{weather: dry, tyres: summer}", 11, FP_KEPT_BY_ANSWER,
      "weather", FP_STATE_ANSWERED },
    { "its-own-guard-keeps-it", "{luggage: [box]}", 13, FP_KEPT_BY_GUARD, "luggage",
      FP_STATE_ANSWERED },
    { "the-first-entry-of-a-rule-keeps-it", "{weather: dry}", 15, FP_KEPT_BY_GUARD, "hurry",
      FP_STATE_OPEN },
    { "an-entry-of-any-is-about-no-one-question", "{hurry: \"yes\"}", 15, FP_KEPT_BY_GUARD, NULL,
      FP_STATE_NOT_APPLICABLE },
    { "a-rule-fires", "{hurry: \"yes\", weather: dry}", 15, FP_FIRED, NULL,
      FP_STATE_NOT_APPLICABLE },
    { "a-guard-within-a-rule-keeps-it", "{hurry: \"yes\", weather: dry, distance: mid}", 17,
      FP_KEPT_BY_GUARD, "distance", FP_STATE_ANSWERED },
};

static void test_row(const void *data)
{
    const size_t *index = data;
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, rows[*index].answers);
    g_autoptr(FpExplanations) explanations = fp_explanations_new(compiled, sheet);
    g_assert_cmpuint(explanations->n, ==, 18);
    const FpExplanation *explanation = &explanations->items[rows[*index].effect];
    const char *question =
        explanation->question == FP_NONE ? NULL : tree->questions[explanation->question].id;
    g_assert_cmpint(explanation->kept_by, ==, rows[*index].kept_by);
    g_assert_cmpstr(question, ==, rows[*index].question);
    if (question != NULL)
        g_assert_cmpint(explanation->state, ==, rows[*index].state);
    g_assert_true(explanation->entry != NULL || explanation->guarded == FP_NONE);
}

static FpGuardOf guard_of(const char *answers, size_t effect)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, answers);
    g_autoptr(FpExplanations) explanations = fp_explanations_new(compiled, sheet);
    g_assert_cmpint(explanations->items[effect].kept_by, ==, FP_KEPT_BY_GUARD);
    return explanations->items[effect].guard_of;
}

static void test_whose_guard(void)
{
    g_assert_cmpint(guard_of("{luggage: [box]}", 13), ==, FP_GUARD_OF_EFFECT);
    g_assert_cmpint(guard_of("{weather: dry}", 15), ==, FP_GUARD_OF_RULE);
    g_assert_cmpint(guard_of("{hurry: \"yes\", weather: dry, distance: mid}", 17), ==,
                    FP_GUARD_OF_EFFECT);
}

int main(int argc, char **argv)
{
    static size_t indices[G_N_ELEMENTS(rows)];
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/explain/it-tells-whose-guard-it-is", test_whose_guard);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/explain/", rows[i].name, NULL);
        indices[i] = i;
        g_test_add_data_func(path, &indices[i], test_row);
    }
    return g_test_run();
}
