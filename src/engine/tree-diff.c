// SPDX-License-Identifier: Apache-2.0
// Decisions: one walk counts all pairs of winners. Where it ends early, a search proves that nothing
// changes or finds a sheet; and sheets on which an outcome can win in the one tree are tried on the
// other. Some changes are found so, not all.
#include "fp-exists.h"
#include "tree-diff-things-private.h"

typedef struct {
    FpTreeDiff diff;   /* first: a difference is the address of its storage */
    GArray *changes;   /* of FpTreeChange */
    GArray *decisions; /* of FpDecisionChange */
} Storage;

static size_t outcome_at(const FpTree *tree, size_t index)
{
    return index == tree->n_outcomes ? FP_NONE : index;
}

static bool is_same_outcome(const FpTree *before, size_t a, const FpTree *after, size_t b)
{
    if (a == FP_NONE || b == FP_NONE)
        return a == b;
    return fp_pair_match_outcome(before, a, after) == b;
}

static void add_decision(Storage *storage, const FpPair *pair, size_t a, size_t b, FpCount sheets,
                         const FpOptionSet *answers)
{
    const FpTreeDiff *diff = &storage->diff;
    FpDecisionChange change = { a, b, sheets, fp_pair_sheet(pair, 0, diff->before, answers),
                                fp_pair_sheet(pair, 1, diff->after, answers) };
    g_array_append_val(storage->decisions, change);
}

static void add_counted(Storage *storage, const FpPair *pair, const FpPairResult *result)
{
    FpTreeDiff *diff = &storage->diff;
    for (size_t i = 0; i < result->n[0] * result->n[1]; i++) {
        const FpPairCell *cell = &result->cells[i];
        size_t a = outcome_at(diff->before, i / result->n[1]);
        size_t b = outcome_at(diff->after, i % result->n[1]);
        if (!cell->is_there)
            continue;
        diff->sheets = fp_count_add(diff->sheets, cell->sheets);
        if (is_same_outcome(diff->before, a, diff->after, b))
            continue;
        diff->changed = fp_count_add(diff->changed, cell->sheets);
        add_decision(storage, pair, a, b, cell->sheets, cell->answers);
    }
}

/* ---- Where they are too many to count ---- */

static bool is_listed(const Storage *storage, size_t a, size_t b)
{
    for (guint i = 0; i < storage->decisions->len; i++) {
        const FpDecisionChange *change = &g_array_index(storage->decisions, FpDecisionChange, i);
        if (change->before == a && change->after == b)
            return true;
    }
    return false;
}

/* The answers that a sheet of a projection gives, one set of the pair's options a question. */
static FpOptionSet *answers_of(const FpPair *pair, const FpAnswerSheet *sheet)
{
    FpOptionSet *answers = g_new0(FpOptionSet, pair->n + 1);
    for (size_t i = 0; i < pair->n; i++)
        answers[i] = fp_answer_sheet_get(sheet, i)->options;
    return answers;
}

/* Answers the rest that the other side asks, with the first option that there is. */
static void complete(const FpPair *pair, const FpCompiledTree *other, FpAnswerSheet *sheet)
{
    g_autofree FpQuestionState *states = g_new0(FpQuestionState, pair->n + 1);
    for (size_t i = 0; i < pair->n; i++) {
        fp_compiled_tree_states(other, sheet, states);
        if (states[i] == FP_STATE_OPEN)
            fp_answer_sheet_set(
                sheet, i, (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = fp_option_set_of(0) });
    }
}

/* Tries the sheet of one side on the other. */
static void try_sheet(Storage *storage, const FpPair *pair, const FpProjection *const *sides,
                      size_t side, FpAnswerSheet *sheet)
{
    const FpTreeDiff *diff = &storage->diff;
    complete(pair, fp_projection_compiled(sides[1 - side]), sheet);
    g_autoptr(FpVerdict) a = fp_verdict_compute(fp_projection_compiled(sides[0]), sheet);
    g_autoptr(FpVerdict) b = fp_verdict_compute(fp_projection_compiled(sides[1]), sheet);
    g_autofree FpOptionSet *answers = answers_of(pair, sheet);
    if (!is_same_outcome(diff->before, a->outcome, diff->after, b->outcome) &&
        !is_listed(storage, a->outcome, b->outcome))
        add_decision(storage, pair, a->outcome, b->outcome, 0, answers);
}

static void look_for_some(Storage *storage, const FpPair *pair, const FpProjection *const *sides)
{
    for (size_t side = 0; side < 2; side++) {
        const FpCompiledTree *compiled = fp_projection_compiled(sides[side]);
        const FpTree *tree = fp_compiled_tree_tree(compiled);
        g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(tree);
        for (size_t i = 0; i <= tree->n_outcomes; i++) {
            FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
            g_autoptr(FpAnswerSheet) sheet = NULL;
            if (fp_exists_winner(compiled, empty, outcome_at(tree, i), &budget, &sheet) ==
                FP_EXISTS_YES)
                try_sheet(storage, pair, sides, side, sheet);
        }
    }
}

/* True where outcomes have the same numbers in both trees. */
static bool are_outcomes_alike(const FpTree *before, const FpTree *after)
{
    bool are_alike = before->n_outcomes == after->n_outcomes;
    for (size_t i = 0; are_alike && i < before->n_outcomes; i++)
        are_alike = fp_pair_match_outcome(before, i, after) == i;
    return are_alike;
}

/* Proves that no decision changes, or looks for one that does. */
static void decide_whether(Storage *storage, const FpPair *pair, const FpProjection *const *sides,
                           FpBudget *budget)
{
    FpTreeDiff *diff = &storage->diff;
    const FpTree *a = fp_compiled_tree_tree(fp_projection_compiled(sides[0]));
    const FpTree *b = fp_compiled_tree_tree(fp_projection_compiled(sides[1]));
    g_autoptr(FpAnswerSheet) sheet = NULL;
    if (!are_outcomes_alike(diff->before, diff->after))
        return;
    FpExists exists = fp_exists_difference(a, b, budget, &sheet);
    if (exists == FP_EXISTS_NO)
        diff->status = FP_DECISIONS_SAME;
    if (exists == FP_EXISTS_YES)
        try_sheet(storage, pair, sides, 0, sheet);
}

/* ---- All ---- */

static int compare_decisions(const void *a, const void *b)
{
    const FpDecisionChange *one = a, *other = b;
    return one->sheets > other->sheets ? -1 : one->sheets < other->sheets;
}

static void compare_decisions_of(Storage *storage, FpBudget *budget)
{
    FpTreeDiff *diff = &storage->diff;
    g_autoptr(FpPair) pair = fp_pair_of_trees(diff->before, diff->after);
    diff->status = FP_DECISIONS_NO_ONE_ORDER;
    if (pair == NULL)
        return;
    FpAspect winner = { .kind = FP_ASPECT_WINNER };
    g_autoptr(FpProjection) a = fp_projection_new(diff->before, 0, pair, winner);
    g_autoptr(FpProjection) b = fp_projection_new(diff->after, 1, pair, winner);
    const FpProjection *sides[] = { a, b };
    FpBudget again = *budget;
    g_auto(FpPairResult) result =
        fp_pair_count(pair, fp_projection_compiled(a), fp_projection_compiled(b), budget);
    diff->status = result.is_whole ? FP_DECISIONS_COUNTED : FP_DECISIONS_UNDECIDED;
    if (result.is_whole) {
        add_counted(storage, pair, &result);
    } else {
        decide_whether(storage, pair, sides, &again);
        if (diff->status != FP_DECISIONS_SAME)
            look_for_some(storage, pair, sides);
    }
    g_array_sort(storage->decisions, compare_decisions);
}

FpTreeDiff *fp_tree_diff_new(const FpTree *before, const FpTree *after, FpBudget *budget)
{
    Storage *storage = g_new0(Storage, 1);
    FpTreeDiff *diff = &storage->diff;
    diff->before = before;
    diff->after = after;
    storage->changes = fp_tree_diff_things(before, after);
    storage->decisions = g_array_new(FALSE, FALSE, sizeof(FpDecisionChange));
    compare_decisions_of(storage, budget);
    diff->changes = (const FpTreeChange *)(const void *)storage->changes->data;
    diff->n_changes = storage->changes->len;
    diff->decisions = (const FpDecisionChange *)(const void *)storage->decisions->data;
    diff->n_decisions = storage->decisions->len;
    return diff;
}

void fp_tree_diff_free(FpTreeDiff *diff)
{
    Storage *storage = (Storage *)diff;
    if (storage == NULL)
        return;
    for (guint i = 0; i < storage->decisions->len; i++) {
        FpDecisionChange *change = &g_array_index(storage->decisions, FpDecisionChange, i);
        fp_answer_sheet_free(change->witness_before);
        fp_answer_sheet_free(change->witness_after);
    }
    g_array_unref(storage->decisions);
    g_array_unref(storage->changes);
    g_free(storage);
}
