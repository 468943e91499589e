// SPDX-License-Identifier: Apache-2.0
/* What a compiled tree is made of, for this folder.
 *
 * Invariants
 *   1. blocks stand in tree order, and so do their effects: going through them all is going through
 *      the tree's effects in tree order.
 *   2. A question's parent and the questions that its guard reads have lower indices.
 *   3. ready is the least n such that answers to the first n questions settle whether an effect
 *      fires. Most effects of an option are ready right after its question; one that reads a
 *      follow-up of an option before it is not. */
#pragma once
#include "fp-compiled-tree.h"
#include "fp-verdict.h"
#include "guard-private.h"

/* When it is known whether an effect fires. */
typedef enum {
    FP_READY_WITH_OPTION,   /* with its option: its `when` reads questions before that alone */
    FP_READY_WITH_QUESTION, /* with its option's whole question, which its `when` reads */
    FP_READY_LATE,          /* at `ready`, with no question of its own */
} FpReadiness;

typedef struct {
    const FpEffect *effect;
    FpOrigin origin;
    FpGuardNode *when;    /* owned; NULL: always */
    int points;           /* 0 where it has no strength */
    const size_t *groups; /* the counts_as group with each outcome; NULL where it has none */
    size_t
        condition; /* the same for all that require one control or advise one text; else FP_NONE */
    size_t ready;  /* invariant 3 */
    FpReadiness readiness;
} FpCompiledEffect;

/* Effects that stand together: those of `always`, of one option, or of one rule. */
typedef struct {
    FpOrigin origin;
    FpGuardNode *guard; /* owned; a rule's; NULL elsewhere */
    FpCompiledEffect *effects;
    size_t n_effects;
} FpEffectBlock;

typedef struct {
    size_t parent_question, parent_option; /* FP_NONE at the top */
    FpGuardNode *when;                     /* owned; NULL: always */
    FpOptionSet all;                       /* every option or band */
    FpOptionSet exclusive;                 /* those that stand alone; empty unless many */
    size_t *blocks;                        /* owned; an option's block, FP_NONE where none */
} FpCompiledQuestion;

/* Effects on one outcome in one direction of which only the strongest counts. */
typedef struct {
    size_t outcome;
    FpEffectKind kind; /* FAVOUR or DISFAVOUR */
} FpGroup;

struct FpCompiledTree {
    const FpTree *tree;
    FpCompiledQuestion *questions; /* as many as the tree has */
    FpEffectBlock *blocks;
    size_t n_blocks;
    FpCompiledEffect *effects; /* of all blocks, one after the other */
    size_t n_effects;
    FpGroup *groups;
    size_t n_groups;
    size_t n_conditions;
    size_t *group_numbers; /* what the effects' groups point into */
    size_t *prefer_rank;   /* an outcome's place in prefer, from 0 */
};

/* An option's effects; NULL where it has none. */
static inline const FpEffectBlock *fp_block_of_option(const FpCompiledTree *compiled,
                                                      size_t question, size_t option)
{
    size_t number = compiled->questions[question].blocks[option];
    return number == FP_NONE ? NULL : &compiled->blocks[number];
}

/* Whether an effect is on points, and whether it has any bearing on who wins. */
static inline bool fp_effect_is_on_points(const FpEffect *effect)
{
    return effect->kind == FP_EFFECT_FAVOUR || effect->kind == FP_EFFECT_DISFAVOUR;
}
static inline bool fp_effect_bears_on_winner(const FpEffect *effect)
{
    return fp_effect_is_on_points(effect) || effect->kind == FP_EFFECT_RULE_OUT;
}

/* True where a favour, disfavour or rule_out is on an outcome. */
static inline bool fp_effect_touches(const FpEffect *effect, size_t outcome)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        if (effect->outcomes[i] == outcome)
            return true;
    }
    return false;
}

/* Options of many that stand alone. */
FpOptionSet fp_question_exclusive_options(const FpQuestion *question);

/* True where the option is chosen in which the question is nested; where it is asked besides. */
bool fp_question_is_led_to(const FpCompiledQuestion *question, const FpOptionSet *in_force);
bool fp_question_is_asked(const FpCompiledQuestion *question, const FpOptionSet *in_force);

/* Marks the questions that a guard reads. is_marked: one a question. */
void fp_questions_mark_read(const FpGuardNode *guard, bool *is_marked);
/* Marks all that it hangs on whether the marked ones are asked. */
void fp_questions_mark_around(const FpCompiledTree *compiled, bool *is_marked);

/* Which questions are asked, and what their answers put in force. out_in_force: one set a question,
 * empty where nothing is in force; out_states: one a question. */
void fp_applicability_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                              FpQuestionState *out_states, FpOptionSet *out_in_force);

/* The same of one question where answers are known in part, as fp_guard_chance() has them: whether it
 * is asked whatever comes, and whether it may be. */
FpChance fp_question_chance(const FpCompiledQuestion *question, const FpOptionSet *must,
                            const FpOptionSet *may);

/* True where the condition that a block's effects share holds; each has its own `when` besides. */
bool fp_effect_block_is_live(const FpEffectBlock *block, const FpOptionSet *in_force);
