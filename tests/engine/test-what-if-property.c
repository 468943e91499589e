// SPDX-License-Identifier: Apache-2.0
// On random trees changes, conflicts and stability are what trying everything finds; and effects are
// explained as fired exactly where the verdict has their reasons.
#include "fp-changes.h"
#include "fp-conflicts.h"
#include "fp-explain.h"
#include "fp-stability.h"
#include "fp-why-not.h"
#include "reference-analyses.h"
#include "reference-what-if.h"

enum { TREES = 1500, SHEETS_PER_TREE = 3, RANGES_EVERY = 40 };

typedef struct {
    size_t n_single, n_pair, n_no_change, n_cut, n_to_no_path;
    size_t n_conflict, n_conflict_of_none, n_conflict_of_two, n_several_conflicts;
    size_t n_bound_below, n_bound_above, n_falls_without_stale;
    size_t n_fired, n_kept_by_answer, n_kept_by_guard, n_behind_less, n_undecided;
} Met;

static void write_step(const FpTree *tree, FpAnswerChange step, GString *text)
{
    g_string_append_printf(text, "q%zu=", step.question);
    for (size_t i = 0; i < tree->questions[step.question].n_options; i++)
        g_string_append_c(text, fp_option_set_has(step.to, i) ? '1' : '0');
}

static char *changes_to_text(const FpTree *tree, const FpChanges *changes)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < changes->n; i++) {
        const FpChange *change = &changes->items[i];
        write_step(tree, change->steps[0], text);
        if (change->n_steps == 2) {
            g_string_append_c(text, ',');
            write_step(tree, change->steps[1], text);
        }
        g_string_append_printf(text, ">o%zu ", MIN(change->outcome, tree->n_outcomes));
    }
    return g_string_free(text, FALSE);
}

static void check_changes(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                          const RawAnswer *answers, Met *met)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpChanges) changes = fp_changes_find(compiled, sheet, &budget);
    g_autofree char *found = changes_to_text(tree, changes);
    g_autofree char *expected = reference_changes(tree, answers);
    g_assert_cmpstr(found, ==, expected);
    g_assert_false(changes->is_undecided);
    met->n_no_change += changes->n == 0;
    met->n_single += changes->n > 0 && changes->items[0].n_steps == 1;
    met->n_pair += changes->n > 0 && changes->items[0].n_steps == 2;
    met->n_cut += changes->n == FP_PAIRS_MAX && changes->items[0].n_steps == 2;
    for (size_t i = 0; i < changes->n; i++)
        met->n_to_no_path += changes->items[i].outcome == FP_NONE;
}

static char *conflicts_to_text(const FpConflicts *conflicts)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < conflicts->n; i++) {
        const FpConflict *conflict = &conflicts->items[i];
        g_string_append_c(text, '{');
        for (size_t j = 0; j < conflict->n_questions; j++)
            g_string_append_printf(text, "%sq%zu", j == 0 ? "" : ",", conflict->questions[j]);
        g_string_append(text, "} ");
    }
    return g_string_free(text, FALSE);
}

static void check_conflicts(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                            const RawAnswer *answers, Met *met)
{
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpConflicts) conflicts = fp_conflicts_find(compiled, sheet, &budget);
    g_autofree char *found = conflicts_to_text(conflicts);
    g_autofree char *expected = reference_conflicts(fp_compiled_tree_tree(compiled), answers);
    g_assert_cmpstr(found, ==, expected);
    g_assert_false(conflicts->is_undecided);
    met->n_conflict += conflicts->n > 0;
    met->n_several_conflicts += conflicts->n > 1;
    met->n_conflict_of_none += conflicts->n > 0 && conflicts->items[0].n_questions == 0;
    met->n_conflict_of_two += conflicts->n > 0 && conflicts->items[0].n_questions >= 2;
}

static void check_ranges(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                         const FpVerdict *verdict, const RawAnswer *answers, Met *met)
{
    static const FpDate as_of = { 2026, 11, 24 };
    g_autoptr(FpStability) stability = fp_stability_compute(compiled, sheet, verdict, as_of);
    met->n_falls_without_stale += !stability->stands_without_stale;
    for (size_t i = 0; i < stability->n_strengths; i++) {
        met->n_bound_below += stability->strengths[i].from > 1;
        met->n_bound_above += stability->strengths[i].to < FP_POINTS_MAX;
    }
    if (answers == NULL)
        return;
    g_autoptr(GString) found = g_string_new(NULL);
    g_autofree char *expected = reference_ranges(verdict->tree, answers);
    for (size_t i = 0; i < stability->n_strengths; i++)
        g_string_append_printf(found, "%d-%d ", stability->strengths[i].from,
                               stability->strengths[i].to);
    g_assert_cmpstr(found->str, ==, expected);
}

static void check_why_not(const FpVerdict *verdict, Met *met)
{
    g_autoptr(FpWhyNots) why_nots = fp_why_nots_new(verdict);
    size_t n_reasons = 0, n_against = 0;
    g_assert_cmpuint(why_nots->n, ==, verdict->n_ranking - (verdict->outcome != FP_NONE));
    for (size_t i = 0; i < why_nots->n; i++) {
        const FpWhyNot *why_not = &why_nots->items[i];
        g_assert_true(why_not->outcome != verdict->outcome);
        g_assert_true(why_not->has_behind == (verdict->outcome != FP_NONE));
        met->n_behind_less += why_not->behind < 0;
        n_reasons += why_not->n_reasons;
    }
    for (size_t i = 0; i < verdict->n_reasons; i++)
        n_against += verdict->reasons[i].effect->kind != FP_EFFECT_FAVOUR &&
                     verdict->reasons[i].outcome != verdict->outcome;
    g_assert_cmpuint(n_reasons, ==, n_against);
}

static void check_explanation(const FpVerdict *verdict, const FpExplanation *explanation, Met *met)
{
    bool is_reason = false;
    for (size_t i = 0; i < verdict->n_reasons; i++)
        is_reason |= verdict->reasons[i].effect == explanation->effect;
    if (explanation->effect->kind <= FP_EFFECT_RULE_OUT)
        g_assert_true(is_reason == (explanation->kept_by == FP_FIRED));
    g_assert_true((explanation->entry != NULL) == (explanation->kept_by == FP_KEPT_BY_GUARD));
    if (explanation->kept_by == FP_KEPT_BY_ANSWER)
        g_assert_true(fp_question_state_is_applicable(explanation->state));
    met->n_fired += explanation->kept_by == FP_FIRED;
    met->n_kept_by_answer += explanation->kept_by == FP_KEPT_BY_ANSWER;
    met->n_kept_by_guard += explanation->kept_by == FP_KEPT_BY_GUARD;
}

/* With little work: all of it, or "undecided" and nothing. */
static void check_small_budget(GRand *random, const FpCompiledTree *compiled,
                               const FpAnswerSheet *sheet, Met *met)
{
    FpBudget budget = { .work_left = (uint64_t)g_rand_int_range(random, 0, 400) };
    FpBudget other = budget;
    g_autoptr(FpChanges) changes = fp_changes_find(compiled, sheet, &budget);
    g_autoptr(FpConflicts) conflicts = fp_conflicts_find(compiled, sheet, &other);
    g_assert_true(!changes->is_undecided || changes->n == 0);
    g_assert_true(!conflicts->is_undecided || conflicts->n == 0);
    met->n_undecided += changes->is_undecided;
}

static void check_sheet(GRand *random, const FpCompiledTree *compiled, const RawAnswer *answers,
                        bool with_ranges, Met *met)
{
    g_autoptr(FpAnswerSheet) sheet = reference_sheet(fp_compiled_tree_tree(compiled), answers);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    g_autoptr(FpExplanations) explanations = fp_explanations_new(compiled, sheet);
    check_changes(compiled, sheet, answers, met);
    check_conflicts(compiled, sheet, answers, met);
    check_ranges(compiled, sheet, verdict, with_ranges ? answers : NULL, met);
    check_why_not(verdict, met);
    for (size_t i = 0; i < explanations->n; i++)
        check_explanation(verdict, &explanations->items[i], met);
    check_small_budget(random, compiled, sheet, met);
}

static void check_tree(GRand *random, int index, Met *met)
{
    static const RandomSize size = { .questions_max = 6, .outcomes_max = 4, .options_max = 4 };
    g_autofree char *text = NULL;
    g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    random_show(text);
    for (int i = 0; i < SHEETS_PER_TREE; i++) {
        RandomSheet sheet = random_sheet_new(random, tree, 0.5 + 0.2 * i);
        random_show(sheet.text);
        check_sheet(random, compiled, sheet.answers, i == 2 && index % RANGES_EVERY == 0, met);
        random_sheet_clear(&sheet);
    }
}

static void test_same_findings(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < TREES; i++)
        check_tree(random, i, &met);
    g_test_message(
        "%zu single, %zu pairs, %zu cut, %zu none; %zu conflicts, %zu of two, %zu several; "
        "%zu and %zu bounds, %zu fall; %zu undecided",
        met.n_single, met.n_pair, met.n_cut, met.n_no_change, met.n_conflict, met.n_conflict_of_two,
        met.n_several_conflicts, met.n_bound_below, met.n_bound_above, met.n_falls_without_stale,
        met.n_undecided);
    const size_t counts[] = { met.n_single,
                              met.n_pair,
                              met.n_no_change,
                              met.n_to_no_path,
                              met.n_conflict,
                              met.n_conflict_of_none,
                              met.n_conflict_of_two,
                              met.n_several_conflicts,
                              met.n_bound_below,
                              met.n_bound_above,
                              met.n_falls_without_stale,
                              met.n_fired,
                              met.n_kept_by_answer,
                              met.n_kept_by_guard,
                              met.n_behind_less,
                              met.n_undecided };
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        g_assert_cmpuint(counts[i], >, 0);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/what-if/finds-what-trying-everything-finds", test_same_findings);
    return g_test_run();
}
