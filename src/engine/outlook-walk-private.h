// SPDX-License-Identifier: Apache-2.0
/* The walk behind fp-outlook.h: through the questions in tree order, layer by layer, with all sheets
 * that agree on what still matters carried as one state and a count.
 *
 * Terms
 *   layer     the states before one question, or within a question of many before one of its options
 *   context   what earlier answers mean for what is still to come: which questions will be asked,
 *             which effects can fire. Contexts of one signature are one
 *   horizon   what can still happen in a context: how far an outcome can gain on another, which
 *             outcomes can be ruled out, how strong a counts_as group can become
 *   standing  scores, what is ruled out, groups: reduced by the horizon to what can still matter
 *   state     a context and a standing
 *   settled   a state from which one winner (or no path) comes whatever is answered: of its context
 *             only which questions will be asked is kept, and of its standing only the winner
 * Invariants
 *   1. Two states are one only where every sequence of further answers leads both to the same
 *      questions and the same winner.
 *   2. Steps lead to later layers alone. */
#pragma once
#include "fp-count.h"
#include "search-private.h"

/* Options that stand alone and are alike in all that matters: counted, not told apart. */
typedef struct {
    size_t option; /* the first of them */
    size_t n;
    FpOptionSet options;
} FpFold;

/* How a question's options are gone through. */
typedef struct {
    FpFold *folds; /* owned; options that stand alone */
    size_t n_folds;
    size_t *options; /* owned; many: those that may stand together, a layer each; not the idle */
    size_t n_options;
    FpOptionSet idle; /* many: those of no effect that nothing reads: one layer for all */
    size_t n_layers;  /* layers within the question */
} FpQuestionPlan;

FpQuestionPlan *fp_question_plans_new(const FpCompiledTree *compiled); /* one a question */
void fp_question_plans_free(FpQuestionPlan *plans, size_t n_questions);

/* What can still happen in a context. */
typedef struct {
    int32_t *gain;     /* owned; [o * n_outcomes + p]: what o can gain on p at most, groups aside */
    int32_t gain_most; /* the greatest of them */
    /* owned; [p * n_outcomes + o]: p can be ruled out without o; [p * n_outcomes + p]: at all */
    bool *can_be_out;
    int32_t *group_most; /* owned; one a group: the strongest that can still fire; 0: none */
} FpHorizon;

typedef struct {
    FpOptionSet *chosen; /* owned; one a question, up to the layer's: what is in force */
    bool is_settled;
    FpHorizon horizon;        /* nothing in it where settled */
    uint32_t first_state;     /* of a list by `next`; FP_NO_STATE: none */
    uint32_t settled_context; /* the same for settled states; FP_NO_STATE: not made yet */
} FpContext;

#define FP_NO_STATE UINT32_MAX

typedef struct {
    uint32_t context, next;
    uint32_t first_edge, n_edges; /* in FpWalk.edges, once the layer is left */
    uint32_t hash;
    int32_t winner; /* where settled: FpWalk says how; else FP_NOT_SETTLED */
} FpState;

#define FP_NOT_SETTLED (-1)

typedef enum {
    FP_STEP_ON,       /* no choice: not asked, or the answer is known */
    FP_STEP_ALONE,    /* an option, or one of several alike, alone: `fold` says which */
    FP_STEP_SET,      /* many: to the options that may stand together */
    FP_STEP_IN,       /* many: the layer's option is chosen; of idle ones at least one */
    FP_STEP_OUT,      /* many: it is not; of idle ones none */
    FP_STEP_WHATEVER, /* many: any of the idle ones, or none, as another is chosen already */
} FpStepKind;

/* A step that a state took. */
typedef struct {
    uint32_t layer, state; /* to which: numbers of the layer, and of the state within it */
    uint16_t kind;         /* FpStepKind */
    uint16_t fold;
} FpEdge;

typedef struct {
    size_t question;
    size_t place;   /* 0: before the question; from 1 on: its layers within */
    uint32_t index; /* in FpWalk.layers */
    GArray *states; /* of FpState */
    GArray *counts; /* of FpCount: on how many sheets so far */
    size_t *groups; /* owned; those whose points a standing keeps here */
    size_t n_groups;
    size_t n_numbers;         /* a standing's: one an outcome, one of groups */
    GArray *numbers;          /* of int32_t: n_numbers a state */
    GArray *contexts;         /* of FpContext */
    GHashTable *by_signature; /* GBytes → number of context + 1 */
    uint32_t *slots;          /* owned; hash table of states; FP_NO_STATE where free */
    size_t n_slots;
    size_t n_context_bytes; /* of a horizon and a signature, about */
} FpLayer;

/* A standing laid out for work. */
typedef struct {
    int32_t *scores; /* one an outcome; points of groups are in */
    bool *is_dead;   /* one an outcome: it cannot win any more */
    int32_t *points; /* one a group: the strongest so far */
} FpStanding;

typedef struct {
    const FpCompiledTree *compiled;
    FpBudget *budget;
    /* For counting alone: nothing can be looked back at, and past so many bytes what is not settled
     * is dropped, so that counts are least ones. 0: all is kept, up to a limit of its own. */
    size_t memory_max;
    bool is_dropping; /* the memory or the budget ended */
    char
        *entangled_by; /* owned; then: the question whose answers keep most states apart, or NULL */
    FpBudget spare;    /* then: for going on */
    bool may_lack;     /* horizons hold for trees without some of the effects too */
    bool counts_all_alike; /* only how many sheets: the winner is told as 0 */
    /* Settled states tell winners: n_outcomes is no path. Where slack is not negative, plus
     * n_outcomes + 1 where the winner has another one behind it by at most slack points, and twice
     * that where by none. */
    int32_t slack;
    FpSearch *view; /* must and may of the context that is looked at */
    size_t n_questions, n_outcomes, n_groups;
    FpQuestionPlan *plans;
    size_t *group_from, *group_until; /* the least and the greatest `ready` of a group's effects */
    GPtrArray *layers;                /* of FpLayer, in order */
    GArray *edges;                    /* of FpEdge */
    size_t n_states;                  /* of the layers that are left */
    FpStanding before, after;         /* scratch */
    int32_t *rise, *fall;             /* scratch: what groups can still give an outcome, and take */
    size_t *order, *reach;            /* scratch of reducing */
    int32_t *gains;                   /* scratch of the horizon: 3 times n_outcomes squared */
    bool *is_in;                      /* the same: one an outcome */
    int32_t *key;                     /* a standing's numbers */
    GByteArray *signature;            /* scratch */
} FpWalk;

static inline FpLayer *fp_walk_layer(const FpWalk *walk, size_t index)
{
    return g_ptr_array_index(walk->layers, index);
}

/* How many answers a step of a state of the layer stands for. */
FpCount fp_walk_ways(const FpWalk *walk, const FpLayer *layer, const FpEdge *edge);

/* Walks. False where the budget or the memory ends first.
 *   walk  layers and edges are there for looking back; the last layer holds settled states alone */
bool fp_walk_run(FpWalk *walk);
FpWalk *fp_walk_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet, FpBudget *budget);
void fp_walk_free(FpWalk *walk); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpWalk, fp_walk_free)

/* On how many sheets who wins. out_wins: n_outcomes + 1 of them; the last is for no path. Three times as
 * many where slack is not negative. */
void fp_walk_count_wins(const FpWalk *walk, FpCount *out_wins);

/* outlook-worth.c: looks back over a walk that has come to its end.
 *   out_questions  those that can change the outcome and are open or unknown by `states`, as
 *                  FpOutlook has them; n_questions at most
 *   Returns        how many; false where the budget or the room ends */
bool fp_walk_rank_questions(const FpWalk *walk, const FpQuestionState *states,
                            size_t *out_questions, size_t *out_n);

/* outlook-layer.c */
FpLayer *fp_layer_new(const FpWalk *walk, size_t question, size_t place);
void fp_layer_free(FpLayer *layer);
/* Lets go of all that is needed only for going on from the layer. */
void fp_layer_leave(FpLayer *layer);
/* Lets go of its states too. */
void fp_layer_forget(FpLayer *layer);
size_t fp_layer_n_bytes(const FpLayer *layer);
/* The state of a context with the walk's key; made where it is new, its count raised. */
size_t fp_layer_add(FpLayer *layer, size_t context, const int32_t *key, FpCount count);

/* outlook-context.c: the context in which a question's answer is `chosen`, so far; made where it is
 * new. chosen_before: one set a question, of those before the layer's question. */
size_t fp_context_find(FpWalk *walk, FpLayer *layer, const FpOptionSet *chosen_before,
                       size_t question, FpOptionSet chosen, bool is_settled);
/* Makes the view that of a context of the layer. */
void fp_context_look(FpWalk *walk, const FpLayer *layer, const FpOptionSet *chosen);

/* outlook-horizon.c */
void fp_horizon_make(FpWalk *walk, const FpLayer *layer, FpHorizon *horizon);
void fp_horizon_clear(FpHorizon *horizon);

/* outlook-step.c */

/* Scores and the gaps between them fit 32 bits. */
bool fp_walk_has_small_scores(const FpWalk *walk);

/* A step out of a context. */
typedef struct {
    const FpLayer *from;
    FpLayer *to;
    const FpOptionSet *chosen_before; /* one a question before that of `from` */
    bool is_settled;                  /* the context is one of settled states */
    FpOptionSet new_in, chosen;       /* what the step chooses; all of the question, it included */
} FpStepWay;

/* The context to which it leads, the same for all states of the one that it leaves.
 *   effects  of const FpCompiledEffect: those that fire with it are appended */
size_t fp_step_work_out(FpWalk *walk, const FpStepWay *way, GPtrArray *effects);
/* The state of a standing in a context of the layer; a settled one where it is one. */
size_t fp_step_put_standing(FpWalk *walk, FpLayer *to, size_t context, FpStanding *standing,
                            FpCount count);
/* The settled state of a winner; the context must be one of settled states. */
size_t fp_step_put_settled(FpWalk *walk, FpLayer *to, size_t context, int32_t winner,
                           FpCount count);
/* The state before any answer. */
size_t fp_step_put_first(FpWalk *walk, FpLayer *first);

/* outlook-standing.c */
void fp_standing_clear(const FpWalk *walk, FpStanding *standing); /* to nothing fired */
void fp_standing_read(const FpWalk *walk, const FpLayer *layer, const int32_t *numbers,
                      FpStanding *standing);
void fp_standing_copy(const FpWalk *walk, const FpStanding *from, FpStanding *to);
void fp_standing_fire(const FpCompiledEffect *effect, FpStanding *standing);
/* Reduces a standing to what can matter within the horizon, and writes it to the walk's key.
 *   Returns  true where it is settled: the key's first number is the winner, n_outcomes: no path */
bool fp_standing_reduce(FpWalk *walk, const FpLayer *layer, const FpHorizon *horizon,
                        FpStanding *standing);
