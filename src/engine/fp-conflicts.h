// SPDX-License-Identifier: Apache-2.0
/* Conflicts: which answers alone leave no path (FORMAT §3.10). */
#pragma once
#include "fp-budget.h"
#include "fp-compiled-tree.h"

#define FP_CONFLICTS_MAX 20

typedef struct {
    const size_t
        *questions;     /* in tree order: those whose answers, alone on a sheet, give no path */
    size_t n_questions; /* 0: there is no path even with nothing said */
} FpConflict;

typedef struct {
    bool is_undecided; /* the budget ended: nothing is listed */
    /* All with the fewest answers there can be, in tree order; the first FP_CONFLICTS_MAX. None where
     * the sheet has a path. */
    const FpConflict *items;
    size_t n;
} FpConflicts;

/* Finds them among the answers in force.
 *   budget   what this takes is taken from it
 *   Returns  the conflicts, owned by the caller
 *   Source   docs/verdict.md, "No path" */
FpConflicts *fp_conflicts_find(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                               FpBudget *budget);
void fp_conflicts_free(FpConflicts *conflicts); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpConflicts, fp_conflicts_free)
