// SPDX-License-Identifier: Apache-2.0
/* The outlook: which outcomes can still win over all that is open or unknown, and on how many answer
 * sheets (FORMAT §3.7). Exact: nothing is sampled.
 *
 * Terms
 *   completion   a sheet with an answer to every question that is asked: known answers are kept, an
 *                answer that rests is in force again where its question is asked, open and unknown
 *                questions take every answer
 *   settled      one winner alone, whatever the answers */
#pragma once
#include "fp-budget.h"
#include "fp-compiled-tree.h"
#include "fp-count.h"

typedef struct {
    size_t outcome; /* FP_NONE: no path */
    FpCount sheets; /* completions on which it wins; 0 where they are not counted */
} FpOutlookWinner;

typedef struct {
    bool is_complete;               /* every applicable question is answered */
    bool is_settled;                /* for certain */
    bool is_undecided;              /* the budget ended: more than those listed may win */
    bool is_counted;                /* sheets are there */
    const FpOutlookWinner *winners; /* in the order of prefer; no path last */
    size_t n_winners;
    const size_t *worth_asking; /* questions that are open or unknown, the most telling first */
    size_t n_worth_asking;
} FpOutlook;

/* Where completions are too many to be counted within the budget (or the memory, some 300 MB), who
 * can win is found with what is left of it, by fp-exists.h, and sheets are not counted.
 *
 * worth_asking: questions in the order of how far an answer settles the outcome. Of a question that
 * is how many completions one would get right who, once it is answered, names the outcome that wins
 * most often then. For a question of many that is reckoned for each option, as if only whether it is
 * chosen were told, and the most telling one stands for the question; options without effect that
 * nothing reads are passed over. Equal ones stand in tree order. A question that cannot change the
 * outcome is left out: no two completions that answer alike all else that both are asked differ in
 * their winner by its answer. Where sheets are not counted, and past 2^127 of them, the order is tree
 * order; where they are not counted no question is left out unless the outlook is settled.
 *
 *   compiled  borrowed
 *   sheet     borrowed
 *   budget    what this takes is taken from it
 *   Returns   the outlook, owned by the caller
 *   Source    docs/verdict.md, "What could still win" */
FpOutlook *fp_outlook_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                              FpBudget *budget);
void fp_outlook_free(FpOutlook *outlook); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpOutlook, fp_outlook_free)
