// SPDX-License-Identifier: Apache-2.0
/* Two trees asked the same sheets: behind fp-tree-diff.h and fp-mutants.h.
 *
 * Terms
 *   pair        two trees, side 0 and side 1, and the questions and options that they share
 *   aspect      what of a verdict is compared: the winner, one ruling out, one condition
 *   projection  a tree made of one side, with the questions of the pair in their order and nothing but
 *               what an aspect depends on: who wins there says all of the aspect
 *   half        a side's projection as an automaton: states as the outlook's walk has them, answers
 *               lead from one to the next
 *   walk        through both halves at once: states are pairs of states, so that sheets alike for
 *               both sides are counted together
 * The way: pair (tree-diff-pair.c, mutant-site.c) → projection (tree-diff-project.c) → half
 * (tree-diff-half.c) → walk (tree-diff-walk.c). */
#pragma once
#include "outlook-walk-private.h"

/* ---- The pair ---- */

typedef struct {
    size_t from[2];  /* the option or band on either side; FP_NONE on both: left open */
    bool has_number; /* is said as a number: one that the bands of both sides hold */
    FpDecimal number;
    bool is_exclusive;
} FpPairOption;

static inline bool fp_pair_option_is_open(const FpPairOption *option)
{
    return option->from[0] == FP_NONE && option->from[1] == FP_NONE;
}

typedef struct {
    size_t from[2]; /* the question on either side */
    FpQuestionType type;
    FpPairOption *options; /* owned */
    size_t n_options;
    FpOptionSet required; /* many: part of every answer */
} FpPairQuestion;

typedef struct {
    FpPairQuestion *questions; /* owned; guards of both sides read those before alone */
    size_t n;
} FpPair;

void fp_pair_free(FpPair *pair); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpPair, fp_pair_free)

/* What both trees share (fp-tree-diff.h, "sheets valid in both"). NULL where no order of the
 * questions suits the guards of both. */
FpPair *fp_pair_of_trees(const FpTree *a, const FpTree *b);

/* The same thing in another tree: by id, else by an earlier name of either. FP_NONE where it is gone. */
size_t fp_pair_match_question(const FpTree *a, size_t question, const FpTree *b);
size_t fp_pair_match_option(const FpQuestion *a, size_t option, const FpQuestion *b);
size_t fp_pair_match_outcome(const FpTree *a, size_t outcome, const FpTree *b);

/* A sheet of a side from answers that are options of the pair, one set a question. */
FpAnswerSheet *fp_pair_sheet(const FpPair *pair, size_t side, const FpTree *tree,
                             const FpOptionSet *answers);

/* ---- The projection ---- */

typedef enum {
    FP_ASPECT_WINNER,  /* outcomes as the tree has them */
    FP_ASPECT_OUT,     /* outcome 0 wins: `index` is not ruled out; 1: it is */
    FP_ASPECT_CONTROL, /* 2 * w: w wins without control `index`; 2 * w + 1: with it */
    FP_ASPECT_ADVICE,  /* the same of an advice */
} FpAspectKind;

typedef struct {
    FpAspectKind kind;
    size_t index;
    const char *advice;
} FpAspect;

typedef struct FpProjection FpProjection;
FpProjection *fp_projection_new(const FpTree *tree, size_t side, const FpPair *pair,
                                FpAspect aspect);
void fp_projection_free(FpProjection *projection); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpProjection, fp_projection_free)
const FpCompiledTree *fp_projection_compiled(const FpProjection *projection);

/* ---- The half ---- */

/* What is answered in a layer: an alternative by its number, or one of these. */
typedef enum {
    FP_SYMBOL_ON,  /* nothing: the question is not asked here */
    FP_SYMBOL_SET, /* many: options that may stand together */
    FP_SYMBOL_IN,  /* the layer's option, or of idle ones at least one */
    FP_SYMBOL_OUT,
    FP_SYMBOL_WHATEVER, /* idle options when another is chosen: any or none */
    FP_SYMBOL_ALONE,    /* and on: the alternatives */
} FpSymbol;

typedef struct FpHalf FpHalf;
/* Both sides' plans must have been made one by fp_half_join(). */
FpHalf *fp_half_new(const FpCompiledTree *compiled, const FpAnswerSheet *empty, FpBudget *budget);
void fp_half_free(FpHalf *half); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpHalf, fp_half_free)
/* Makes the plans of two halves one, by which options are alike only where they are so on both. */
void fp_half_join(FpHalf *a, FpHalf *b, const FpPair *pair);
/* Makes the layers and the first state, number 0 of layer 0. False where scores may not fit. */
bool fp_half_begin(FpHalf *half);

const FpQuestionPlan *fp_half_plan(const FpHalf *half, size_t question);
size_t fp_half_n_layers(const FpHalf *half);
const FpLayer *fp_half_layer(const FpHalf *half, size_t layer);
/* The layer before the next question, and that to which a symbol leads. */
size_t fp_half_layer_after(const FpHalf *half, size_t layer);
size_t fp_half_layer_to(const FpHalf *half, size_t layer, size_t symbol);
/* Whether a state before a question is asked it. */
bool fp_half_is_asked(FpHalf *half, size_t layer, uint32_t state);
/* Whether options of a state's question are chosen yet. */
bool fp_half_has_chosen(const FpHalf *half, size_t layer, uint32_t state);
/* Where a symbol leads: a state of the layer after it, or of the next question's for ON and
 * ALONE. False where budget or room ends. */
bool fp_half_step(FpHalf *half, size_t layer, uint32_t state, size_t symbol, uint32_t *out_state);
/* Before it begins: lets states tell apart what is alike only as long as all effects are there. */
void fp_half_allow_lack(FpHalf *half);
/* Where a symbol would lead without n effects; false where none of them fires with it. */
bool fp_half_step_without(FpHalf *half, size_t layer, uint32_t state, size_t symbol,
                          const FpCompiledEffect *effects, size_t n, uint32_t *out_state);
/* FP_NOT_SETTLED, or the winner that comes whatever is answered; n_outcomes: no path. */
int32_t fp_half_winner(const FpHalf *half, size_t layer, uint32_t state);

/* ---- The walk ---- */

typedef struct {
    FpCount sheets;
    bool is_there;
    size_t n_answers;     /* the fewest of a sheet */
    uint64_t cost;        /* the walk's own: of as many answers, one of fewer ticks costs less */
    FpOptionSet *answers; /* owned; one a question of the pair, that sheet's; pair options */
} FpPairCell;

typedef struct {
    bool is_whole;     /* false: budget or room ended; nothing else is there */
    size_t n[2];       /* outcomes a side, no path included as the last */
    FpPairCell *cells; /* owned; [winner of side 0 * n[1] + winner of side 1] */
} FpPairResult;
void fp_pair_result_clear(FpPairResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpPairResult, fp_pair_result_clear)

/* How many sheets are in each cell, and in each the sheet of fewest answers. */
FpPairResult fp_pair_count(const FpPair *pair, const FpCompiledTree *a, const FpCompiledTree *b,
                           FpBudget *budget);
/* The sheet of fewest answers in any cell that is wanted, one a cell as the result has them; no other
 * cell is there.
 *   fewer_than  only a sheet of fewer answers; FP_NONE: any */
FpPairResult fp_pair_find(const FpPair *pair, const FpCompiledTree *a, const FpCompiledTree *b,
                          const bool *is_wanted, size_t fewer_than, FpBudget *budget);
