// SPDX-License-Identifier: Apache-2.0
#include "fp-exists.h"
#include "fp-verdict.h"
#include "small-tree.h"

/* What can still win on a sheet of `journey`, in the order of prefer, no path last. */
static const struct {
    const char *name, *answers, *winners;
} rows[] = {
    { "all-from-an-empty-sheet", "{}", "train bike car no-path" },
    { "what-is-ruled-out-for-good-is-not-there", "{luggage: [dog]}", "car no-path" },
    { "a-complete-sheet-has-its-own-winner", "{distance: 3, weather: dry, luggage: [nothing]}",
      "bike" },
    { "an-unknown-may-be-anything", "{distance: 3, weather: unknown, luggage: [nothing]}",
      "train bike" },
    { "a-resting-answer-returns-with-its-question",
      "{distance: far, weather: unknown, tyres: summer, luggage: [bag], hurry: \"yes\"}", "train" },
    { "a-follow-up-may-open", "{distance: far, weather: unknown, luggage: [dog], hurry: \"no\"}",
      "car no-path" },
    { "an-exclusive-option-may-be-the-one", "{distance: 20, weather: snow, tyres: winter}",
      "train car" },
};

static char *list_winners(const FpCompiledTree *compiled, const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autofree FpExists *winners = g_new(FpExists, tree->n_outcomes + 1);
    GString *text = g_string_new(NULL);
    fp_exists_winners(compiled, sheet, FP_BUDGET_DEFAULT, winners);
    for (size_t i = 0; i < tree->n_outcomes; i++) {
        if (winners[tree->prefer[i]] == FP_EXISTS_YES)
            g_string_append_printf(text, " %s", tree->outcomes[tree->prefer[i]].id);
    }
    if (winners[tree->n_outcomes] == FP_EXISTS_YES)
        g_string_append(text, " no-path");
    return g_string_free(text, FALSE);
}

static void test_winners(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, rows[row].answers);
    g_autofree char *winners = list_winners(compiled, sheet);
    g_assert_cmpstr(winners + 1, ==, rows[row].winners);
}

static void test_witness(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{distance: 700, tyres: unknown}");
    g_autoptr(FpAnswerSheet) witness = NULL;
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    size_t car = fp_tree_find_outcome(tree, "car");
    g_assert_cmpint(fp_exists_winner(compiled, sheet, car, &budget, &witness), ==, FP_EXISTS_YES);
    g_assert_cmpuint(budget.work_left, <, FP_BUDGET_DEFAULT);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, witness);
    g_assert_cmpuint(verdict->outcome, ==, car);
    for (size_t i = 0; i < tree->n_questions; i++)
        g_assert_true(verdict->states[i] != FP_STATE_OPEN &&
                      verdict->states[i] != FP_STATE_UNKNOWN);
    g_assert_cmpint(fp_answer_sheet_get(witness, 0)->kind, ==, FP_ANSWER_NUMBER);
}

static void test_budget_ends(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{}");
    g_autoptr(FpAnswerSheet) witness = NULL;
    FpBudget budget = { .work_left = 100 };
    g_assert_cmpint(fp_exists_winner(compiled, sheet, 0, &budget, &witness), ==,
                    FP_EXISTS_UNDECIDED);
    g_assert_null(witness);
}

static void test_cancelled(void)
{
    atomic_bool cancel = true;
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{}");
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT, .cancel = &cancel };
    g_assert_cmpint(fp_exists_winner(compiled, sheet, 0, &budget, NULL), ==, FP_EXISTS_UNDECIDED);
}

static FpExists can_o2_win(const char *rest)
{
    g_autoptr(FpTree) tree = small_tree_of(3, rest);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_new(tree);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    return fp_exists_winner(compiled, sheet, fp_tree_find_outcome(tree, "o2"), &budget, NULL);
}

/* `always` with a lead for o1. */
static GString *begin_with_lead(int points)
{
    GString *text = g_string_new("always: [");
    for (int i = 0; i < points; i++)
        g_string_append(text, "{favour: o1, strength: slight, because: x}, ");
    g_string_append(text, "{advise: x}]\nquestions:\n");
    return text;
}

/* Forty options are worth a point to o2 each, but every other gives o3 three: thirty of them are
 * the most that o2 can have and not fall behind o3. Against each rival alone the bound hopes for all forty. */
static void test_a_wide_question_is_no_trouble(void)
{
    for (int lead = 29; lead <= 30; lead++) {
        g_autoptr(GString) text = begin_with_lead(lead);
        g_string_append(text, "  - {id: a, ask: A, type: many, options: [");
        for (int i = 0; i < 40; i++)
            g_string_append_printf(text,
                                   "%s{id: p%d, label: x, effects: [{favour: o2, strength: slight,"
                                   " because: x}%s]}",
                                   i == 0 ? "" : ", ", i,
                                   i % 2 == 0 ? ""
                                              : ", {favour: o3, strength: moderate, because: x}");
        g_string_append(text, "]}\n");
        g_assert_cmpint(can_o2_win(text->str), ==, lead == 29 ? FP_EXISTS_YES : FP_EXISTS_NO);
    }
}

/* Forty questions may each give o2 a point, but a rule takes three for two in a row: twenty are the
 * most. Only states seen to fail keep the search from going through every sheet. */
static void test_a_long_tree_is_no_trouble(void)
{
    for (int lead = 19; lead <= 20; lead++) {
        g_autoptr(GString) text = begin_with_lead(lead);
        for (int i = 0; i < 40; i++)
            g_string_append_printf(text,
                                   "  - {id: q%d, ask: A, type: one, options: [{id: x, label: x,"
                                   " effects: [{favour: o2, strength: slight, because: x}]},"
                                   " {id: y, label: y}]}\n",
                                   i);
        g_string_append(text, "rules:\n");
        for (int i = 0; i + 1 < 40; i++)
            g_string_append_printf(text,
                                   "  - {id: r%d, when: {q%d: x, q%d: x}, effects: [{disfavour: o2,"
                                   " strength: moderate, because: x}]}\n",
                                   i, i, i + 1);
        g_assert_cmpint(can_o2_win(text->str), ==, lead == 19 ? FP_EXISTS_YES : FP_EXISTS_NO);
    }
}

/* Two trees that are told apart by `prefer` alone, on a tie of outcomes that are not the first ones. */
static FpTree *tied_tree(const char *prefer)
{
    g_autofree char *text =
        g_strconcat("fingerpost: 1\nid: tied\nversion: 1\ntitle: T\nlanguage: en\n"
                    "strengths: {strong: 5}\nprefer: ",
                    prefer,
                    "\noutcomes: {a: {title: A}, b: {title: B}, c: {title: C}, "
                    "d: {title: D}}\n"
                    "questions:\n"
                    "  - id: q\n    ask: Q?\n    type: one\n    options:\n"
                    "      - id: x\n        label: X\n"
                    "        effects: [{favour: [c, d], strength: strong, "
                    "because: B}]\n"
                    "      - id: y\n        label: Y\n"
                    "        effects: [{favour: a, strength: strong, because: "
                    "B}]\n",
                    NULL);
    return small_tree_read(text);
}

static void test_difference_by_prefer_alone(void)
{
    g_autoptr(FpTree) first = tied_tree("[c, d, a, b]");
    g_autoptr(FpTree) second = tied_tree("[d, c, a, b]");
    g_autoptr(FpAnswerSheet) witness = NULL;
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_assert_cmpint(fp_exists_difference(first, second, &budget, &witness), ==, FP_EXISTS_YES);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(first);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, witness);
    g_assert_cmpstr(first->outcomes[verdict->outcome].id, ==, "c");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/exists/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_winners);
    }
    g_test_add_func("/engine/exists/a-witness-keeps-what-was-said", test_witness);
    g_test_add_func("/engine/exists/undecided-where-the-budget-ends", test_budget_ends);
    g_test_add_func("/engine/exists/undecided-where-it-is-cancelled", test_cancelled);
    g_test_add_func("/engine/exists/a-wide-question-is-no-trouble",
                    test_a_wide_question_is_no_trouble);
    g_test_add_func("/engine/exists/a-long-tree-is-no-trouble", test_a_long_tree_is_no_trouble);
    g_test_add_func("/engine/exists/a-difference-by-prefer-alone", test_difference_by_prefer_alone);
    return g_test_run();
}
