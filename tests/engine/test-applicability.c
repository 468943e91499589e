// SPDX-License-Identifier: Apache-2.0
#include "small-tree.h"

/* The questions of `journey` in tree order: distance weather tyres luggage hurry. A letter for each:
 * . not asked, r resting, o open, u unknown, a answered. */
static const struct {
    const char *name, *answers, *states;
} rows[] = {
    { "an-empty-sheet-leaves-all-that-is-asked-open", "{}", "oo.oo" },
    { "a-follow-up-is-asked-where-its-option-is-chosen", "{weather: snow}", "oaooo" },
    { "a-follow-up-is-not-asked-under-an-unknown", "{weather: unknown}", "ou.oo" },
    { "an-answer-to-a-question-not-asked-rests", "{weather: dry, tyres: summer}", "oaroo" },
    { "an-unknown-to-a-question-not-asked-rests", "{weather: dry, tyres: unknown}", "oaroo" },
    { "a-resting-answer-returns-with-its-question", "{weather: snow, tyres: summer}", "oaaoo" },
    { "a-not-holds-because-of-an-open-question", "{}", "oo.oo" },
    { "a-guard-that-fails-takes-the-question-away", "{distance: near}", "ao.o." },
    { "a-number-says-its-band", "{distance: 4.999999, hurry: \"yes\"}", "ao.or" },
    { "the-end-of-a-band-is-the-next-one", "{distance: 5, hurry: \"yes\"}", "ao.oa" },
    { "a-resting-answer-is-read-by-no-guard", "{weather: dry, tyres: summer, distance: 7}",
      "aaroo" },
};

static void test_states(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, rows[row].answers);
    g_autofree FpQuestionState *states = g_new(FpQuestionState, tree->n_questions);
    g_autoptr(GString) letters = g_string_new(NULL);
    fp_compiled_tree_states(compiled, sheet, states);
    for (size_t i = 0; i < tree->n_questions; i++) {
        g_string_append_c(letters, ".roua"[states[i]]);
        g_assert_true(fp_question_state_is_applicable(states[i]) ==
                      (states[i] != FP_STATE_NOT_APPLICABLE && states[i] != FP_STATE_RESTING));
    }
    g_assert_cmpstr(letters->str, ==, rows[row].states);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/applicability/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_states);
    }
    return g_test_run();
}
