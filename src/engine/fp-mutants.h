// SPDX-License-Identifier: Apache-2.0
/* Mutants: would a tree's cases notice if one of its effects or guards were wrong?
 *
 * Terms
 *   mutant     the tree with one small fault put in: see FpMutantKind
 *   decision   of a sheet, what a case can expect of it: the outcome, what is ruled out, which controls
 *              are required. Points that leave these alone are no decision, nor is advice, of which
 *              no case can speak
 *   noticed    some case that holds on the tree fails on the mutant, by whatever it expects
 * Sheets here are all that `decide` takes: complete or not, for a case may be either. */
#pragma once
#include "fp-budget.h"
#include "fp-case.h"

typedef enum {
    FP_MUTANT_EFFECT_DROPPED, /* an effect is not there */
    FP_MUTANT_EFFECT_FLIPPED, /* favour is disfavour, and the other way round */
    FP_MUTANT_GUARD_DROPPED,  /* a whole `when` is not there */
    FP_MUTANT_GUARD_FLIPPED,  /* a whole `when` is negated */
    FP_MUTANT_ENTRY_DROPPED,  /* one of several entries of a guard is not there */
} FpMutantKind;

typedef enum {
    FP_MUTANT_NOTICED,   /* changes a decision, and a case notices */
    FP_MUTANT_UNNOTICED, /* changes a decision, and no case notices */
    FP_MUTANT_HARMLESS,  /* changes no decision on any sheet: proved */
    FP_MUTANT_SPEECHLESS, /* changes advice, or rules out what never wins there: no case could say so */
    FP_MUTANT_UNDECIDED, /* not noticed, and the budget ended */
    FP_MUTANT_FATE_COUNT,
} FpMutantFate;

typedef struct {
    FpMutantKind kind;
    FpOrigin origin;        /* of the effect or rule; a question's guard has its question alone */
    const FpEffect *effect; /* NULL: the guard is a question's or a rule's */
    size_t effect_index;    /* in its list; FP_NONE */
    const FpGuard *guard;   /* what is dropped or flipped; NULL: the effect itself */
    FpPlace place;
    FpMutantFate fate;
    size_t noticed_by; /* NOTICED: the first case that fails */
    /* UNNOTICED: the sheet of fewest answers that shows it. Owned; NULL elsewhere */
    FpAnswerSheet *witness;
    bool is_shortest; /* proved: no sheet of fewer answers shows it */
    /* What to expect of the witness, true on the tree and false on the mutant: */
    enum { FP_SHOWS_OUTCOME, FP_SHOWS_RULED_OUT, FP_SHOWS_REQUIRES, FP_SHOWS_REQUIRES_NOT } shows;
    size_t shown; /* the outcome (FP_NONE: no path) or the control */
} FpMutant;

typedef struct {
    const FpMutant *items; /* in tree order */
    size_t n;
    size_t counts[FP_MUTANT_FATE_COUNT];
} FpMutants;

/* Makes every mutant in memory and tries the cases on it.
 *   cases    several lists: the tree's own, and more
 *   work     budget for each mutant that has to be searched for a decision that it changes
 *   cancel   may be NULL
 *   Returns  the mutants, owned by the caller; witnesses borrow the tree
 *   Source   docs/verdict.md, "What the cases would not notice" */
FpMutants *fp_mutants_try(const FpTree *tree, const FpCases *const *cases, size_t n_cases,
                          uint64_t work, const atomic_bool *cancel);
void fp_mutants_free(FpMutants *mutants); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpMutants, fp_mutants_free)

/* The mutant as a tree, for evaluating: fp_tree_find_…() do not know it. Borrows the original. */
typedef struct FpMutantTree FpMutantTree;
FpMutantTree *fp_mutant_tree_new(const FpTree *tree, const FpMutant *mutant);
const FpTree *fp_mutant_tree_get(const FpMutantTree *mutant);
void fp_mutant_tree_free(FpMutantTree *mutant); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpMutantTree, fp_mutant_tree_free)
