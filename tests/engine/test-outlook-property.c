// SPDX-License-Identifier: Apache-2.0
// On random trees the walk counts what going through all completions counts, and ranks questions alike.
#include "fp-exists.h"
#include "fp-outlook.h"
#include "reference-analyses.h"

enum { TREES = 700, SHEETS_PER_TREE = 3, COMPLETIONS_MAX = 400, RANKED_MAX = 150 };

typedef struct {
    size_t n_compared, n_settled, n_complete, n_no_path, n_several, n_ranked;
    size_t n_reordered, n_by_whether, n_undecided;
} Met;

static void check_winners(const FpTree *tree, const FpOutlook *outlook, const GArray *completions,
                          Met *met)
{
    g_autofree size_t *wins = g_new0(size_t, tree->n_outcomes + 1);
    size_t n = 0;
    for (guint i = 0; i < completions->len; i++)
        wins[g_array_index(completions, ReferenceCompletion, i).winner]++;
    g_assert_true(outlook->is_counted);
    g_assert_false(outlook->is_undecided);
    for (size_t i = 0; i <= tree->n_outcomes; i++) {
        size_t outcome = i == tree->n_outcomes ? i : tree->prefer[i];
        if (wins[outcome] == 0)
            continue;
        g_assert_cmpuint(n, <, outlook->n_winners);
        g_assert_cmpuint(MIN(outlook->winners[n].outcome, tree->n_outcomes), ==, outcome);
        g_assert_true(outlook->winners[n].sheets == wins[outcome]);
        met->n_no_path += outcome == tree->n_outcomes;
        n++;
    }
    g_assert_cmpuint(outlook->n_winners, ==, n);
    g_assert_true(outlook->is_settled == (n == 1));
    met->n_settled += n == 1;
    met->n_several += n > 1;
}

static void check_ranking(const FpTree *tree, const RawAnswer *answers, const FpOutlook *outlook,
                          const GArray *completions, Met *met)
{
    size_t n = 0;
    g_autofree size_t *questions = reference_worth_asking(tree, answers, completions, &n);
    g_assert_cmpuint(outlook->n_worth_asking, ==, n);
    for (size_t i = 0; i < n; i++) {
        g_assert_cmpuint(outlook->worth_asking[i], ==, questions[i]);
        met->n_reordered += i > 0 && questions[i] < questions[i - 1];
    }
    met->n_ranked += n > 1;
}

/* With little work who can win is the same, or it is said that it is not known. */
static void check_small_budget(GRand *random, const FpCompiledTree *compiled,
                               const FpAnswerSheet *sheet, const FpOutlook *full, Met *met)
{
    FpBudget budget = { .work_left = (uint64_t)g_rand_int_range(random, 0, 3000) };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    size_t n = 0;
    for (size_t i = 0; i < outlook->n_winners; i++) {
        while (n < full->n_winners && full->winners[n].outcome != outlook->winners[i].outcome)
            n++;
        g_assert_cmpuint(n, <, full->n_winners);
        if (outlook->is_counted)
            g_assert_true(outlook->winners[i].sheets == full->winners[n].sheets);
    }
    if (!outlook->is_undecided) {
        g_assert_cmpuint(outlook->n_winners, ==, full->n_winners);
        g_assert_true(outlook->is_settled == full->is_settled);
    } else {
        g_assert_false(outlook->is_settled);
    }
    met->n_by_whether += !outlook->is_counted && !outlook->is_undecided;
    met->n_undecided += outlook->is_undecided;
}

static void check_sheet(GRand *random, const FpCompiledTree *compiled,
                        const RandomSheet *random_sheet, Met *met)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autoptr(GArray) completions =
        reference_completions(tree, random_sheet->answers, COMPLETIONS_MAX);
    if (completions == NULL)
        return;
    g_autoptr(FpAnswerSheet) sheet = reference_sheet(tree, random_sheet->answers);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    check_winners(tree, outlook, completions, met);
    if (completions->len <= RANKED_MAX)
        check_ranking(tree, random_sheet->answers, outlook, completions, met);
    check_small_budget(random, compiled, sheet, outlook, met);
    met->n_complete += outlook->is_complete;
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
        RandomSheet sheet = random_sheet_new(random, tree, i == 0 ? 0.0 : 0.3 * i);
        random_show(sheet.text);
        check_sheet(random, compiled, &sheet, met);
        random_sheet_clear(&sheet);
    }
}

static void test_same_counts(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < TREES; i++)
        check_tree(random, &met);
    g_test_message(
        "compared %zu: %zu settled, %zu complete, %zu no path, %zu ranked, %zu reordered, "
        "%zu by whether, %zu undecided",
        met.n_compared, met.n_settled, met.n_complete, met.n_no_path, met.n_ranked, met.n_reordered,
        met.n_by_whether, met.n_undecided);
    g_assert_cmpuint(met.n_compared, >, TREES / 2);
    g_assert_cmpuint(met.n_settled, >, 0);
    g_assert_cmpuint(met.n_several, >, 0);
    g_assert_cmpuint(met.n_complete, >, 0);
    g_assert_cmpuint(met.n_no_path, >, 0);
    g_assert_cmpuint(met.n_ranked, >, 0);
    g_assert_cmpuint(met.n_reordered, >, 0);
    g_assert_cmpuint(met.n_by_whether, >, 0);
    g_assert_cmpuint(met.n_undecided, >, 0);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/outlook/counts-what-going-through-all-completions-counts",
                    test_same_counts);
    return g_test_run();
}
