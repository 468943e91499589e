// SPDX-License-Identifier: Apache-2.0
/* What changed from one tree to another: in what they say, and in what they decide.
 *
 * Terms
 *   same thing     a question, option, outcome, control, rule, theme, strength or fact with the same
 *                  id, or with an id that the other tree has under `was`
 *   shared answer  to a question that both trees have, of one type in both: an option that both
 *                  have (for many a set of such, where one that is exclusive in either tree stands
 *                  alone), or numbers that lie in one band of each tree
 *   sheet valid in both
 *                  it answers each question that has shared answers and that either tree asks on it,
 *                  with a shared answer, and says nothing else. What one tree alone asks stays
 *                  open, as it does when an old sheet meets a new tree. Two sheets are one where
 *                  their numbers lie in the same bands. */
#pragma once
#include "fp-budget.h"
#include "fp-count.h"
#include "fp-verdict.h"

/* ---- What they say ---- */

typedef enum {
    FP_THING_TREE,
    FP_THING_STRENGTH,
    FP_THING_OUTCOME,
    FP_THING_CONTROL,
    FP_THING_THEME,
    FP_THING_QUESTION,
    FP_THING_OPTION, /* bands too */
    FP_THING_EFFECT,
    FP_THING_RULE,
    FP_THING_FACT,
} FpThing;
const char *fp_thing_name(FpThing thing); /* "question", for data */

typedef enum { FP_TREE_ADDED, FP_TREE_REMOVED, FP_TREE_CHANGED } FpTreeChangeKind;
const char *fp_tree_change_kind_name(FpTreeChangeKind kind); /* "added", for data */

typedef struct {
    FpTreeChangeKind kind;
    FpThing thing;
    char *path;        /* "cloud", "cloud/aws"; of an effect where it stands */
    const char *field; /* CHANGED: the key, as the format writes it, or "id", "order", "under" */
    char *before,
        *after; /* as text; NULL where there is none. Of an effect that was added or removed:
                           * what it says */
    unsigned line_before, line_after; /* in the tree's file, a fact's in its own; 0: none */
} FpTreeChange;

/* ---- What they decide ---- */

typedef struct {
    size_t before, after; /* the winners; FP_NONE: no path */
    FpCount sheets;       /* how many go from one to the other; 0 where they are not counted */
    /* The sheet of fewest answers of them, once in the words of either tree. Owned */
    FpAnswerSheet *witness_before, *witness_after;
} FpDecisionChange;

typedef enum {
    FP_DECISIONS_COUNTED,
    FP_DECISIONS_SAME,         /* proved the same on all sheets, which were too many to count */
    FP_DECISIONS_UNDECIDED,    /* the budget or the room ended: those listed are some */
    FP_DECISIONS_NO_ONE_ORDER, /* the guards of the two want opposite orders: nothing is compared */
} FpDecisionsStatus;

typedef struct {
    const FpTree *before, *after; /* borrowed */
    const FpTreeChange *changes;  /* by things in their order, each in tree order */
    size_t n_changes;
    FpDecisionsStatus status;
    FpCount sheets, changed;           /* COUNTED: valid in both; of them, with another outcome */
    const FpDecisionChange *decisions; /* most sheets first */
    size_t n_decisions;
} FpTreeDiff;

/* Compares two trees.
 *   budget   of counting, and again of seeking a sheet where that ends early; what this takes is
 *            taken from it
 *   Returns  the difference, owned by the caller; borrows both trees
 *   Source   docs/verdict.md, "What a new version decides otherwise" */
FpTreeDiff *fp_tree_diff_new(const FpTree *before, const FpTree *after, FpBudget *budget);
void fp_tree_diff_free(FpTreeDiff *diff); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTreeDiff, fp_tree_diff_free)
