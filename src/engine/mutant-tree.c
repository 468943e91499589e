// SPDX-License-Identifier: Apache-2.0
// Copies what leads to the fault, from the tree's root to the guard, and shares all else.
#include "audit-without-private.h"
#include "mutants-private.h"

struct FpMutantTree {
    FpPool *pool; /* owns the tree and all that is its own */
    FpTree *tree;
};

/* ---- Guards ---- */

bool fp_mutant_guard_has(const FpGuard *guard, const FpGuard *wanted)
{
    if (guard == wanted)
        return true;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (fp_mutant_guard_has(&guard->parts[i], wanted))
            return true;
    }
    return false;
}

/* A guard without one of its entries. */
static FpGuard without_entry(FpPool *pool, const FpGuard *guard, const FpGuard *entry)
{
    FpGuard mine = *guard;
    FpGuard *parts = fp_pool_copy(pool, guard->parts, guard->n_parts, sizeof *parts);
    size_t n = 0;
    mine.parts = parts;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (&guard->parts[i] == entry)
            continue;
        parts[n++] = fp_mutant_guard_has(&guard->parts[i], entry)
                         ? without_entry(pool, &guard->parts[i], entry)
                         : guard->parts[i];
    }
    mine.n_parts = n;
    return mine;
}

/* NULL: it is not there. */
static const FpGuard *change_guard(FpPool *pool, const FpGuard *guard, const FpMutant *fault)
{
    if (fault->kind == FP_MUTANT_GUARD_DROPPED)
        return NULL;
    return fp_pool_keep(pool, fault->kind == FP_MUTANT_ENTRY_DROPPED
                                  ? without_entry(pool, guard, fault->guard)
                                  : fp_pool_not(pool, *guard));
}

/* ---- Effects ---- */

static void change_effects(FpPool *pool, FpEffects *effects, const FpMutant *fault)
{
    FpEffect *mine = fp_pool_copy(pool, effects->items, effects->n, sizeof *mine);
    FpEffect *effect = &mine[fault->effect_index];
    effects->items = mine;
    if (fault->kind == FP_MUTANT_EFFECT_FLIPPED)
        effect->kind = effect->kind == FP_EFFECT_FAVOUR ? FP_EFFECT_DISFAVOUR : FP_EFFECT_FAVOUR;
    else
        effect->when = change_guard(pool, effect->when, fault);
}

static void change_question(FpPool *pool, FpTree *tree, const FpMutant *fault)
{
    size_t index = fault->origin.question;
    FpQuestion *questions =
        fp_pool_copy(pool, tree->questions, tree->n_questions, sizeof *questions);
    FpQuestion *question = &questions[index];
    tree->questions = questions;
    if (fault->effect == NULL) {
        question->when = change_guard(pool, question->when, fault);
        return;
    }
    FpOption *options = fp_pool_copy(pool, question->options, question->n_options, sizeof *options);
    question->options = options;
    change_effects(pool, &options[fault->origin.option].effects, fault);
}

static void change_rule(FpPool *pool, FpTree *tree, const FpMutant *fault)
{
    FpRule *rules = fp_pool_copy(pool, tree->rules, tree->n_rules, sizeof *rules);
    FpRule *rule = &rules[fault->origin.rule];
    tree->rules = rules;
    if (fault->effect == NULL)
        rule->when = change_guard(pool, rule->when, fault);
    else
        change_effects(pool, &rule->effects, fault);
}

static FpTree *change_tree(FpPool *pool, const FpTree *tree, const FpMutant *fault)
{
    if (fault->kind == FP_MUTANT_EFFECT_DROPPED)
        return fp_tree_without_effect(pool, tree, fault->origin, fault->effect_index);
    FpTree *changed = fp_pool_copy(pool, tree, 1, sizeof *tree);
    if (fault->origin.question != FP_NONE)
        change_question(pool, changed, fault);
    else if (fault->origin.rule != FP_NONE)
        change_rule(pool, changed, fault);
    else
        change_effects(pool, &changed->always, fault);
    return changed;
}

FpMutantTree *fp_mutant_tree_new(const FpTree *tree, const FpMutant *fault)
{
    FpMutantTree *mutant = g_new0(FpMutantTree, 1);
    mutant->pool = fp_pool_new();
    mutant->tree = change_tree(mutant->pool, tree, fault);
    return mutant;
}

const FpTree *fp_mutant_tree_get(const FpMutantTree *mutant)
{
    return mutant->tree;
}

void fp_mutant_tree_free(FpMutantTree *mutant)
{
    if (mutant == NULL)
        return;
    fp_pool_free(mutant->pool);
    g_free(mutant);
}
