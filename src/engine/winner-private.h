// SPDX-License-Identifier: Apache-2.0
/* Who wins, and nothing else of the verdict: for analyses that try many sheets. */
#pragma once
#include "compiled-tree-private.h"
#include "fp-budget.h"

typedef struct {
    const FpCompiledTree *compiled;
    FpOptionSet *said;     /* one a question: what a sheet says, resting or not; empty: nothing */
    FpOptionSet *in_force; /* after fp_winner_find(): what of it is in force */
    bool *is_dropped;      /* one an effect of the tree: as if it were not there; NULL: none is */
    int64_t *scores;
    bool *is_out;
    int *points;   /* the strongest of each group */
    uint64_t work; /* what finding a winner costs of a budget */
} FpWinnerFinder;

/* said: what the sheet says. */
FpWinnerFinder *fp_winner_finder_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet);
void fp_winner_finder_free(FpWinnerFinder *finder); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpWinnerFinder, fp_winner_finder_free)

/* Who wins by what is said; FP_NONE: no path. */
size_t fp_winner_find(FpWinnerFinder *finder);

/* Counts an effect that fires and bears on who wins.
 *   scores, is_out  one an outcome
 *   points          the strongest of each group so far */
void fp_effect_fire(const FpCompiledEffect *fired, int64_t *scores, int *points, bool *is_out);
