// SPDX-License-Identifier: Apache-2.0
/* The search behind fp-exists.h: questions in tree order, options tried best first, a branch given
 * up where a bound shows that nothing below reaches the goal, or where a state as good or better was
 * seen to fail.
 *
 * Terms
 *   free      a question with no known answer: the search may give it any
 *   decided   must equals may: for a question before `question` always
 *   settled   an effect whose firing is known and is counted in scores, outs and group_points
 *   must, may what is in force for certain, what can be; a question that is not asked has neither
 * Invariants
 *   1. Questions before `question` are decided, and all effects that are ready there are settled.
 *   2. `question` is free and asked, unless it is past the last one. Where it is one of many, options
 *      below `option` are decided, and of those that are chosen (settled_options) the effects that
 *      are ready with an option are settled.
 *   3. must and may of later questions are bounds that fp_search_spread() made. */
#pragma once
#include "compiled-tree-private.h"
#include "fp-exists.h"

typedef struct FpSearch FpSearch;
typedef struct FpFailedStates FpFailedStates; /* failed-states-private.h */

/* A property of completions. A new one is a new goal-NAME.c with one of these. */
typedef struct {
    /* True where an effect has any bearing on the goal. */
    bool (*is_relevant)(const FpSearch *search, const FpEffect *effect);
    /* False where no completion within must and may reaches the goal; may be true where none does.
     * out_merit: greater where it looks easier; the branch of greatest merit is tried first. */
    bool (*can_be_reached)(FpSearch *search, int64_t *out_merit);
    /* True where the goal is reached; all questions are decided. */
    bool (*is_reached)(const FpSearch *search);
    /* The settled values that bear on the goal, one an outcome: of two alike states, one with no
     * smaller value anywhere reaches the goal wherever the other does. */
    int64_t (*standing)(const FpSearch *search, size_t outcome);
    /* How many numbers can_be_reached() needs for itself. */
    size_t (*n_scratch)(const FpCompiledTree *compiled);
} FpGoal;

extern const FpGoal fp_goal_wins;    /* search->outcome wins */
extern const FpGoal fp_goal_no_path; /* every outcome is ruled out */
extern const FpGoal fp_goal_any;     /* whatever the condition leaves */
extern const FpGoal fp_goal_differs; /* of two worlds: see goal-differs.c */

/* An effect that is ready with no question of its own. */
typedef struct {
    const FpCompiledEffect *effect;
    const FpEffectBlock *block;
} FpLateEffect;

struct FpSearch {
    const FpCompiledTree *compiled;
    const FpAnswerSheet *sheet;
    const FpGoal *goal;
    size_t outcome; /* what the goal is about; FP_NONE for no path */
    FpBudget *budget;

    const FpGuardNode *condition; /* must hold on the sheet that is sought; NULL: none */
    bool may_be_unknown;          /* a free question may be left unknown too */
    size_t n_world;               /* outcomes of the first world: all where there is but one */
    size_t beaten_by;             /* DIFFERS: an outcome of the second world */
    int64_t slack;                /* DIFFERS: it may be behind by so many points */
    bool by_margin;               /* DIFFERS: it is only nearer than any in the first world */

    size_t question, option; /* the first that is not decided: invariants 1 and 2 */
    FpOptionSet settled_options;
    FpOptionSet *must, *may; /* one a question */
    FpChance *asked;         /* one a question; certain or not possible up to `question` */

    int64_t *scores, *outs; /* one an outcome; outs: 1 where it is ruled out */
    int64_t *group_points;  /* the strongest of a counts_as group so far; 0: none */
    GArray *undo;           /* settled values as they were, for fp_search_undo() */

    FpLateEffect *late; /* those that are relevant, by readiness */
    size_t n_late;
    size_t *first_late;  /* first_late[n]: the first late effect that is ready at n or after */
    uint64_t *work_from; /* what a look at all that is not settled costs, from a question on */
    FpFailedStates *failed;
    int64_t *scratch; /* the goal's own */
};

FpSearch *fp_search_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                        const FpGoal *goal, size_t outcome, FpBudget *budget);
void fp_search_free(FpSearch *search); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpSearch, fp_search_free)

/* Searches. The search stands on the sheet that was found where there is one. */
FpExists fp_search_run(FpSearch *search);
/* That sheet: the known answers and those that the search gave. Owned by the caller. */
FpAnswerSheet *fp_search_witness(const FpSearch *search);

bool fp_search_is_free(const FpSearch *search, size_t question);

/* Bounds must, may and asked of the questions from one on; those before must be bounded or decided. */
void fp_search_spread(FpSearch *search, size_t from);

/* Whether a late effect fires. */
FpChance fp_search_late_chance(const FpSearch *search, const FpLateEffect *late);

/* Goes to the first question that is free and asked, settling what is decided without a choice. */
void fp_search_begin(FpSearch *search);
/* Goes on from `question`, of which must equals may now, to the next that is free and asked. */
void fp_search_advance(FpSearch *search);
/* Settles the effects of an option of `question` that are ready with it. */
void fp_search_settle_option(FpSearch *search, size_t option);
/* Takes back what was settled since undo was this long. */
void fp_search_undo(FpSearch *search, size_t n_undo);
