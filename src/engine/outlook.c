// SPDX-License-Identifier: Apache-2.0
// Counts where it can; else asks of each outcome whether it can win.
#include "fp-exists.h"
#include "fp-outlook.h"
#include "outlook-walk-private.h"

static bool is_complete(const FpQuestionState *states, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (states[i] == FP_STATE_OPEN || states[i] == FP_STATE_UNKNOWN)
            return false;
    }
    return true;
}

/* Outcomes in the order of prefer, no path last. */
static size_t outcome_at(const FpTree *tree, size_t place)
{
    return place == tree->n_outcomes ? FP_NONE : tree->prefer[place];
}

static void list_counted(const FpWalk *walk, GArray *winners)
{
    g_autofree FpCount *wins = g_new(FpCount, walk->n_outcomes + 1);
    fp_walk_count_wins(walk, wins);
    for (size_t i = 0; i <= walk->n_outcomes; i++) {
        size_t outcome = outcome_at(walk->compiled->tree, i);
        FpOutlookWinner winner = { outcome, wins[MIN(outcome, walk->n_outcomes)] };
        if (winner.sheets > 0)
            g_array_append_val(winners, winner);
    }
}

/* Each outcome gets an equal share of what is left of the budget. False where one is undecided. */
static bool list_by_whether(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                            FpBudget *budget, GArray *winners)
{
    size_t n = compiled->tree->n_outcomes + 1;
    bool is_decided = true;
    for (size_t i = 0; i < n; i++) {
        FpOutlookWinner winner = { outcome_at(compiled->tree, i), 0 };
        FpBudget share = { budget->work_left / (n - i), budget->cancel };
        uint64_t given = share.work_left;
        FpExists exists = fp_exists_winner(compiled, sheet, winner.outcome, &share, NULL);
        budget->work_left -= given - share.work_left;
        is_decided &= exists != FP_EXISTS_UNDECIDED;
        if (exists == FP_EXISTS_YES)
            g_array_append_val(winners, winner);
    }
    return is_decided;
}

static size_t list_unanswered(const FpQuestionState *states, size_t n, size_t *out_questions)
{
    size_t n_listed = 0;
    for (size_t i = 0; i < n; i++) {
        if (states[i] == FP_STATE_OPEN || states[i] == FP_STATE_UNKNOWN)
            out_questions[n_listed++] = i;
    }
    return n_listed;
}

/* Three quarters of the budget may go into counting. */
static bool count(FpOutlook *outlook, const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                  const FpQuestionState *states, FpBudget *budget, GArray *winners,
                  size_t *questions)
{
    FpBudget share = { budget->work_left / 4 * 3, budget->cancel };
    uint64_t given = share.work_left;
    g_autoptr(FpWalk) walk = fp_walk_new(compiled, sheet, &share);
    outlook->is_counted = fp_walk_run(walk);
    if (outlook->is_counted) {
        list_counted(walk, winners);
        if (!fp_walk_rank_questions(walk, states, questions, &outlook->n_worth_asking))
            outlook->n_worth_asking =
                winners->len > 1 ? list_unanswered(states, walk->n_questions, questions) : 0;
    }
    budget->work_left -= given - share.work_left;
    return outlook->is_counted;
}

FpOutlook *fp_outlook_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                              FpBudget *budget)
{
    size_t n_questions = compiled->tree->n_questions;
    FpOutlook *outlook = g_new0(FpOutlook, 1);
    g_autofree FpQuestionState *states = g_new(FpQuestionState, n_questions);
    GArray *winners = g_array_new(FALSE, FALSE, sizeof(FpOutlookWinner));
    size_t *questions = g_new(size_t, n_questions);
    fp_compiled_tree_states(compiled, sheet, states);
    outlook->is_complete = is_complete(states, n_questions);
    if (!count(outlook, compiled, sheet, states, budget, winners, questions)) {
        outlook->is_undecided = !list_by_whether(compiled, sheet, budget, winners);
        outlook->n_worth_asking = winners->len == 1 && !outlook->is_undecided
                                      ? 0
                                      : list_unanswered(states, n_questions, questions);
    }
    outlook->is_settled = winners->len == 1 && !outlook->is_undecided;
    outlook->n_winners = winners->len;
    outlook->winners = (FpOutlookWinner *)(void *)g_array_free(winners, FALSE);
    outlook->worth_asking = questions;
    return outlook;
}

void fp_outlook_free(FpOutlook *outlook)
{
    if (outlook == NULL)
        return;
    g_free((gpointer)(uintptr_t)outlook->winners);
    g_free((gpointer)(uintptr_t)outlook->worth_asking);
    g_free(outlook);
}
