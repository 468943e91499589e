// SPDX-License-Identifier: Apache-2.0
// Copies what leads to the fault, from the tree's root to the guard, and shares all else.
#include "mutants-private.h"
#include <string.h>

struct FpMutantTree {
    FpTree tree;
    GPtrArray *kept; /* of all that is the mutant's own */
};

static void *copy(FpMutantTree *mutant, const void *items, size_t n, size_t size_bytes)
{
    void *mine = g_malloc0((n + 1) * size_bytes);
    if (n > 0)
        memcpy(mine, items, n * size_bytes);
    g_ptr_array_add(mutant->kept, mine);
    return mine;
}

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
static FpGuard without_entry(FpMutantTree *mutant, const FpGuard *guard, const FpGuard *entry)
{
    FpGuard mine = *guard;
    FpGuard *parts = copy(mutant, guard->parts, guard->n_parts, sizeof *parts);
    size_t n = 0;
    mine.parts = parts;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (&guard->parts[i] == entry)
            continue;
        parts[n++] = fp_mutant_guard_has(&guard->parts[i], entry)
                         ? without_entry(mutant, &guard->parts[i], entry)
                         : guard->parts[i];
    }
    mine.n_parts = n;
    return mine;
}

static const FpGuard *change_guard(FpMutantTree *mutant, const FpGuard *guard,
                                   const FpMutant *fault)
{
    if (fault->kind == FP_MUTANT_GUARD_DROPPED)
        return NULL;
    FpGuard changed = { .kind = FP_GUARD_NOT, .place = guard->place, .parts = guard, .n_parts = 1 };
    if (fault->kind == FP_MUTANT_ENTRY_DROPPED)
        changed = without_entry(mutant, guard, fault->guard);
    return copy(mutant, &changed, 1, sizeof changed);
}

/* ---- Effects ---- */

static void drop_effect(FpEffects *effects, FpEffect *mine, size_t index)
{
    memmove(&mine[index], &mine[index + 1], (effects->n - index - 1) * sizeof *mine);
    effects->n--;
}

static void change_effects(FpMutantTree *mutant, FpEffects *effects, const FpMutant *fault)
{
    FpEffect *mine = copy(mutant, effects->items, effects->n, sizeof *mine);
    FpEffect *effect = &mine[fault->effect_index];
    effects->items = mine;
    if (fault->kind == FP_MUTANT_EFFECT_DROPPED)
        drop_effect(effects, mine, fault->effect_index);
    else if (fault->kind == FP_MUTANT_EFFECT_FLIPPED)
        effect->kind = effect->kind == FP_EFFECT_FAVOUR ? FP_EFFECT_DISFAVOUR : FP_EFFECT_FAVOUR;
    else
        effect->when = change_guard(mutant, effect->when, fault);
}

static void change_question(FpMutantTree *mutant, const FpMutant *fault)
{
    FpTree *tree = &mutant->tree;
    size_t index = fault->origin.question;
    FpQuestion *questions = copy(mutant, tree->questions, tree->n_questions, sizeof *questions);
    FpQuestion *question = &questions[index];
    tree->questions = questions;
    if (fault->effect == NULL) {
        question->when = change_guard(mutant, question->when, fault);
        return;
    }
    FpOption *options = copy(mutant, question->options, question->n_options, sizeof *options);
    question->options = options;
    change_effects(mutant, &options[fault->origin.option].effects, fault);
}

static void change_rule(FpMutantTree *mutant, const FpMutant *fault)
{
    FpTree *tree = &mutant->tree;
    FpRule *rules = copy(mutant, tree->rules, tree->n_rules, sizeof *rules);
    FpRule *rule = &rules[fault->origin.rule];
    tree->rules = rules;
    if (fault->effect == NULL)
        rule->when = change_guard(mutant, rule->when, fault);
    else
        change_effects(mutant, &rule->effects, fault);
}

FpMutantTree *fp_mutant_tree_new(const FpTree *tree, const FpMutant *fault)
{
    FpMutantTree *mutant = g_new0(FpMutantTree, 1);
    mutant->tree = *tree;
    mutant->kept = g_ptr_array_new_with_free_func(g_free);
    if (fault->origin.question != FP_NONE)
        change_question(mutant, fault);
    else if (fault->origin.rule != FP_NONE)
        change_rule(mutant, fault);
    else
        change_effects(mutant, &mutant->tree.always, fault);
    return mutant;
}

const FpTree *fp_mutant_tree_get(const FpMutantTree *mutant)
{
    return &mutant->tree;
}

void fp_mutant_tree_free(FpMutantTree *mutant)
{
    if (mutant == NULL)
        return;
    g_ptr_array_unref(mutant->kept);
    g_free(mutant);
}
