// SPDX-License-Identifier: Apache-2.0
#include "mutants-private.h"

typedef struct {
    GArray *mutants; /* of FpMutant */
    FpMutant site;   /* where the next ones are */
} Listing;

static void add(Listing *listing, FpMutantKind kind, const FpGuard *guard, FpPlace place)
{
    FpMutant mutant = listing->site;
    mutant.kind = kind;
    mutant.guard = guard;
    mutant.place = place;
    mutant.noticed_by = FP_NONE;
    g_array_append_val(listing->mutants, mutant);
}

static void add_entries(Listing *listing, const FpGuard *guard)
{
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (guard->kind != FP_GUARD_NOT && guard->n_parts > 1)
            add(listing, FP_MUTANT_ENTRY_DROPPED, &guard->parts[i], guard->parts[i].place);
        add_entries(listing, &guard->parts[i]);
    }
}

static void add_guard(Listing *listing, const FpGuard *guard)
{
    if (guard == NULL)
        return;
    add(listing, FP_MUTANT_GUARD_DROPPED, guard, guard->place);
    add(listing, FP_MUTANT_GUARD_FLIPPED, guard, guard->place);
    add_entries(listing, guard);
}

static void add_effects(Listing *listing, FpOrigin origin, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++) {
        const FpEffect *effect = &effects->items[i];
        listing->site = (FpMutant) { .origin = origin, .effect = effect, .effect_index = i };
        add(listing, FP_MUTANT_EFFECT_DROPPED, NULL, effect->place);
        if (effect->kind == FP_EFFECT_FAVOUR || effect->kind == FP_EFFECT_DISFAVOUR)
            add(listing, FP_MUTANT_EFFECT_FLIPPED, NULL, effect->place);
        add_guard(listing, effect->when);
    }
}

static void add_question(Listing *listing, const FpTree *tree, size_t index)
{
    const FpQuestion *question = &tree->questions[index];
    listing->site = (FpMutant) { .origin = { index, FP_NONE, FP_NONE }, .effect_index = FP_NONE };
    add_guard(listing, question->when);
    for (size_t i = 0; i < question->n_options; i++) {
        const FpOption *option = &question->options[i];
        add_effects(listing, (FpOrigin) { index, i, FP_NONE }, &option->effects);
        for (size_t j = 0; j < option->n_then; j++)
            add_question(listing, tree, option->then[j]);
    }
}

GArray *fp_mutant_list(const FpTree *tree)
{
    Listing listing = { .mutants = g_array_new(FALSE, FALSE, sizeof(FpMutant)) };
    add_effects(&listing, (FpOrigin) { FP_NONE, FP_NONE, FP_NONE }, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question == FP_NONE)
            add_question(&listing, tree, i);
    }
    for (size_t i = 0; i < tree->n_rules; i++) {
        listing.site = (FpMutant) { .origin = { FP_NONE, FP_NONE, i }, .effect_index = FP_NONE };
        add_guard(&listing, tree->rules[i].when);
        add_effects(&listing, (FpOrigin) { FP_NONE, FP_NONE, i }, &tree->rules[i].effects);
    }
    return listing.mutants;
}
