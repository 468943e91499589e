// SPDX-License-Identifier: Apache-2.0
/* Whether: is there a completion of a sheet with some property? Answered exactly, with a sheet that
 * shows it, or not at all.
 *
 * A completion (FORMAT §3.7) keeps every answer in force and gives each open and unknown question
 * that is asked an answer; an answer that rests is in force again where its question is asked. */
#pragma once
#include "fp-budget.h"
#include "fp-compiled-tree.h"

typedef enum {
    FP_EXISTS_NO,        /* none: proved */
    FP_EXISTS_YES,       /* one was found */
    FP_EXISTS_UNDECIDED, /* the budget ended first */
} FpExists;

/* Is there a completion on which the outcome wins?
 *   compiled     borrowed
 *   sheet        borrowed; its known answers are kept
 *   outcome      FP_NONE: on which there is no path
 *   budget       what the search takes is taken from it
 *   out_witness  may be NULL; on YES the completion, owned by the caller: the sheet with answers to
 *                all questions that were asked for one. Otherwise untouched
 *   Source       docs/verdict.md, "What could still win" */
FpExists fp_exists_winner(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                          size_t outcome, FpBudget *budget, FpAnswerSheet **out_witness);

/* The same for every outcome and no path, each with the whole budget of its own.
 *   work         budget for each
 *   out_winners  n_outcomes + 1 of them; the last is for no path */
void fp_exists_winners(const FpCompiledTree *compiled, const FpAnswerSheet *sheet, uint64_t work,
                       FpExists *out_winners);

/* Is there a complete sheet on which two trees decide differently: another winner, other outcomes
 * ruled out, other controls or other advice?
 *   first, second  the same questions (nested and guarded as they may be), options and outcomes, by
 *                  index
 *   out_witness    a sheet of the first tree, with answers to all questions that either asks */
FpExists fp_exists_difference(const FpTree *first, const FpTree *second, FpBudget *budget,
                              FpAnswerSheet **out_witness);
