// SPDX-License-Identifier: Apache-2.0
// On random trees the search and going through all completions find the same winners.
#include "fp-exists.h"
#include "fp-verdict.h"
#include "reference-engine.h"

enum { TREES = 600, SHEETS_PER_TREE = 3, COMPLETIONS_MAX = 600 };

typedef struct {
    size_t n_compared, n_yes, n_no, n_no_path, n_resting_returned;
} Met;

static FpAnswerSheet *make_sheet(const FpTree *tree, const RawAnswer *answers)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(tree);
    for (size_t i = 0; i < tree->n_questions; i++) {
        FpAnswer answer = { .kind = FP_ANSWER_UNKNOWN };
        if (answers[i].kind == RAW_NONE)
            continue;
        for (size_t j = 0; answers[i].kind == RAW_OPTIONS && j < tree->questions[i].n_options;
             j++) {
            answer.kind = FP_ANSWER_OPTIONS;
            if (answers[i].chosen[j])
                answer.options = fp_option_set_union(answer.options, fp_option_set_of(j));
        }
        if (answers[i].kind == RAW_NUMBER) {
            answer.kind = FP_ANSWER_NUMBER;
            answer.number.millionths = answers[i].millionths;
            answer.options =
                fp_option_set_of(fp_question_find_band(&tree->questions[i], answer.number));
        }
        fp_answer_sheet_set(sheet, i, answer);
    }
    return sheet;
}

static bool is_known(const FpAnswer *answer)
{
    return answer->kind == FP_ANSWER_OPTIONS || answer->kind == FP_ANSWER_NUMBER;
}

/* The witness keeps what was known, is complete, and the outcome wins on it. */
static void check_witness(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                          const FpAnswerSheet *witness, size_t outcome, Met *met)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autoptr(FpVerdict) before = fp_verdict_compute(compiled, sheet);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, witness);
    g_assert_true(verdict->outcome == outcome);
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpAnswer *now = fp_answer_sheet_get(witness, i);
        g_assert_true(verdict->states[i] != FP_STATE_OPEN);
        g_assert_true(verdict->states[i] != FP_STATE_UNKNOWN);
        if (is_known(fp_answer_sheet_get(sheet, i)))
            g_assert_true(fp_answer_equal(now, fp_answer_sheet_get(sheet, i)));
        else if (verdict->states[i] == FP_STATE_ANSWERED)
            g_assert_true(fp_answer_options_are_valid(&tree->questions[i], now->options));
        met->n_resting_returned +=
            before->states[i] == FP_STATE_RESTING && verdict->states[i] == FP_STATE_ANSWERED;
    }
}

static void check_outcome(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                          size_t outcome, bool can_win, Met *met)
{
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpAnswerSheet) witness = NULL;
    FpExists exists = fp_exists_winner(compiled, sheet, outcome, &budget, &witness);
    g_assert_cmpint(exists, ==, can_win ? FP_EXISTS_YES : FP_EXISTS_NO);
    g_assert_true((witness != NULL) == can_win);
    if (can_win)
        check_witness(compiled, sheet, witness, outcome, met);
    met->n_yes += can_win;
    met->n_no += !can_win;
    met->n_no_path += can_win && outcome == FP_NONE;
}

static void check_sheet(const FpCompiledTree *compiled, const RandomSheet *random_sheet, Met *met)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autofree size_t *wins = g_new(size_t, tree->n_outcomes + 1);
    if (!reference_outlook(tree, random_sheet->answers, COMPLETIONS_MAX, wins))
        return;
    g_autoptr(FpAnswerSheet) sheet = make_sheet(tree, random_sheet->answers);
    for (size_t i = 0; i <= tree->n_outcomes; i++)
        check_outcome(compiled, sheet, i == tree->n_outcomes ? FP_NONE : i, wins[i] > 0, met);
    met->n_compared++;
}

static void check_tree(GRand *random, Met *met)
{
    static const RandomSize size = { .questions_max = 7, .outcomes_max = 5, .options_max = 4 };
    g_autofree char *text = NULL;
    g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    random_show(text);
    for (int i = 0; i < SHEETS_PER_TREE; i++) {
        RandomSheet sheet = random_sheet_new(random, tree, i == 0 ? 0.0 : 0.4);
        random_show(sheet.text);
        check_sheet(compiled, &sheet, met);
        random_sheet_clear(&sheet);
    }
}

static void test_same_winners(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < TREES; i++)
        check_tree(random, &met);
    g_test_message(
        "compared %zu sheets: %zu can win, %zu cannot, %zu no path, %zu resting returned",
        met.n_compared, met.n_yes, met.n_no, met.n_no_path, met.n_resting_returned);
    g_assert_cmpuint(met.n_compared, >, TREES / 2);
    g_assert_cmpuint(met.n_no, >, 0);
    g_assert_cmpuint(met.n_no_path, >, 0);
    g_assert_cmpuint(met.n_resting_returned, >, 0);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/exists/finds-what-going-through-all-completions-finds",
                    test_same_winners);
    return g_test_run();
}
