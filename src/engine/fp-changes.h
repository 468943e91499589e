// SPDX-License-Identifier: Apache-2.0
/* What would change the verdict: the smallest changes of answers that give another outcome
 * (FORMAT §3.8).
 *
 * A change gives one applicable, answered question another answer: another option, another band; for
 * many one option toggled, where an exclusive option replaces all, ticking beside an exclusive one
 * replaces it, and the last tick cannot be removed. Pairs change two different questions and are
 * listed only where no single change gives another outcome. */
#pragma once
#include "fp-budget.h"
#include "fp-compiled-tree.h"

#define FP_PAIRS_MAX 50

typedef struct {
    size_t question;
    FpOptionSet to; /* the whole new answer */
} FpAnswerChange;

typedef struct {
    FpAnswerChange steps[2];
    size_t n_steps; /* 1, or 2: a pair, in tree order */
    size_t outcome; /* the new one; FP_NONE: no path */
} FpChange;

typedef struct {
    bool is_undecided; /* the budget ended: nothing is listed */
    /* Single ones by question, then option; pairs by the two questions, then their options, the
     * first FP_PAIRS_MAX of them. */
    const FpChange *items;
    size_t n;
} FpChanges;

/* Finds them.
 *   sheet    borrowed; open and unknown questions stay as they are, resting answers come back into
 *            force where a change makes their question applicable
 *   budget   what this takes is taken from it
 *   Returns  the changes, owned by the caller
 *   Source   docs/verdict.md, "What would change it" */
FpChanges *fp_changes_find(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                           FpBudget *budget);
void fp_changes_free(FpChanges *changes); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpChanges, fp_changes_free)
