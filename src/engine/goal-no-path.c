// SPDX-License-Identifier: Apache-2.0
// Bound: every outcome must be out, or some effect that can still fire must rule it out.
#include "search-private.h"
#include <string.h>

static bool is_relevant(const FpSearch *search, const FpEffect *effect)
{
    (void)search;
    return effect->kind == FP_EFFECT_RULE_OUT;
}

static size_t n_scratch(const FpCompiledTree *compiled)
{
    return compiled->tree->n_outcomes;
}

/* scratch: one an outcome; 0: nothing rules it out, 1: something can, 2: something does. */
static void note(FpSearch *search, const FpEffect *effect, FpChance fires)
{
    if (effect->kind != FP_EFFECT_RULE_OUT || !fires.is_possible)
        return;
    int64_t now = fires.is_certain ? 2 : 1;
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        int64_t *known = &search->scratch[effect->outcomes[i]];
        *known = MAX(*known, now);
    }
}

static void note_question(FpSearch *search, size_t question)
{
    FpOptionSet left = search->may[question];
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        left = fp_option_set_minus(left, fp_option_set_of(i));
        const FpEffectBlock *block = fp_block_of_option(search->compiled, question, i);
        for (size_t j = 0; block != NULL && j < block->n_effects; j++) {
            const FpCompiledEffect *effect = &block->effects[j];
            FpChance fires = fp_guard_chance(effect->when, search->must, search->may);
            fires.is_certain &= fp_option_set_has(search->must[question], i);
            note(search, effect->effect, fires);
        }
    }
}

static bool can_be_reached(FpSearch *search, int64_t *out_merit)
{
    const FpTree *tree = search->compiled->tree;
    memset(search->scratch, 0, tree->n_outcomes * sizeof *search->scratch);
    for (size_t i = search->question; i < tree->n_questions; i++)
        note_question(search, i);
    for (size_t i = search->first_late[search->question + 1]; i < search->n_late; i++) {
        const FpLateEffect *late = &search->late[i];
        note(search, late->effect->effect, fp_search_late_chance(search, late));
    }
    *out_merit = 0;
    for (size_t i = 0; i < tree->n_outcomes; i++) {
        int64_t known = search->outs[i] ? 2 : search->scratch[i];
        if (known == 0)
            return false;
        *out_merit += known;
    }
    return true;
}

static bool is_reached(const FpSearch *search)
{
    for (size_t i = 0; i < search->compiled->tree->n_outcomes; i++) {
        if (!search->outs[i])
            return false;
    }
    return true;
}

static int64_t standing(const FpSearch *search, size_t outcome)
{
    return search->outs[outcome];
}

const FpGoal fp_goal_no_path = {
    .is_relevant = is_relevant,
    .can_be_reached = can_be_reached,
    .is_reached = is_reached,
    .standing = standing,
    .n_scratch = n_scratch,
};
