// SPDX-License-Identifier: Apache-2.0
// One walk for each aspect that the fault can touch; of all sheets found, the one of fewest answers.
#include "mutants-private.h"

/* ---- On one sheet ---- */

/* A control that one verdict requires and the other does not. */
static size_t find_control(const FpVerdict *with, const FpVerdict *without)
{
    for (size_t i = 0; i < with->n_requires; i++) {
        size_t control = with->requires[i].effect->control;
        if (!fp_verdict_requires(without, control))
            return control;
    }
    return FP_NONE;
}

static size_t find_ruled_out(const FpVerdict *with, const FpVerdict *without)
{
    for (size_t i = 0; i < with->n_ranking; i++) {
        const FpRank *rank = &with->ranking[i];
        if (rank->is_ruled_out && !fp_verdict_rank(without, rank->outcome)->is_ruled_out)
            return rank->outcome;
    }
    return FP_NONE;
}

static bool has_advice(const FpVerdict *verdict, const char *text)
{
    for (size_t i = 0; i < verdict->n_advice; i++) {
        if (g_str_equal(verdict->advice[i].effect->advice.source, text))
            return true;
    }
    return false;
}

static bool has_other_advice(const FpVerdict *with, const FpVerdict *without)
{
    for (size_t i = 0; i < with->n_advice; i++) {
        if (!has_advice(without, with->advice[i].effect->advice.source))
            return true;
    }
    return false;
}

static bool show(FpMutant *mutant, int shows, size_t shown)
{
    if (shown == FP_NONE)
        return false;
    mutant->shows = shows;
    mutant->shown = shown;
    return true;
}

FpMutantFate fp_mutant_compare(FpMutant *mutant, const FpVerdict *on_tree,
                               const FpVerdict *on_mutant)
{
    if (on_tree->outcome != on_mutant->outcome) {
        mutant->shows = FP_SHOWS_OUTCOME;
        mutant->shown = on_tree->outcome;
        return FP_MUTANT_UNNOTICED;
    }
    if (show(mutant, FP_SHOWS_RULED_OUT, find_ruled_out(on_tree, on_mutant)) ||
        show(mutant, FP_SHOWS_REQUIRES, find_control(on_tree, on_mutant)) ||
        show(mutant, FP_SHOWS_REQUIRES_NOT, find_control(on_mutant, on_tree)))
        return FP_MUTANT_UNNOTICED;
    bool is_different = find_ruled_out(on_mutant, on_tree) != FP_NONE ||
                        has_other_advice(on_tree, on_mutant) ||
                        has_other_advice(on_mutant, on_tree);
    return is_different ? FP_MUTANT_SPEECHLESS : FP_MUTANT_HARMLESS;
}

/* ---- Over all sheets ---- */

typedef struct {
    const FpTree *tree, *mutated;
    FpMutant *mutant;
    const FpPair *pair;
    FpBudget *budget;
    size_t fewest; /* answers of mutant->witness; FP_NONE before the first */
    bool is_undecided, is_any_good;
    bool touches_winner;
    bool *touches_out, *touches_control; /* one an outcome, one a control */
    GPtrArray *advice;                   /* of const char */
} Search;

static void note_effect(Search *search, const FpEffect *effect)
{
    search->touches_winner |= fp_effect_bears_on_winner(effect);
    for (size_t i = 0; effect->kind == FP_EFFECT_RULE_OUT && i < effect->n_outcomes; i++)
        search->touches_out[effect->outcomes[i]] = true;
    if (effect->kind == FP_EFFECT_REQUIRE)
        search->touches_control[effect->control] = true;
    if (effect->kind == FP_EFFECT_ADVISE)
        g_ptr_array_add(search->advice, (gpointer)(uintptr_t)effect->advice.source);
}

static void note_effects(Search *search, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++)
        note_effect(search, &effects->items[i]);
}

/* What the fault may touch; of a question's guard, anything. */
static void note_touched(Search *search)
{
    const FpTree *tree = search->tree;
    const FpMutant *mutant = search->mutant;
    if (mutant->effect != NULL) {
        note_effect(search, mutant->effect);
        return;
    }
    if (mutant->origin.rule != FP_NONE) {
        note_effects(search, &tree->rules[mutant->origin.rule].effects);
        return;
    }
    note_effects(search, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++) {
        for (size_t j = 0; j < tree->questions[i].n_options; j++)
            note_effects(search, &tree->questions[i].options[j].effects);
    }
    for (size_t i = 0; i < tree->n_rules; i++)
        note_effects(search, &tree->rules[i].effects);
}

static void take_sheet(Search *search, const FpPairResult *found)
{
    for (size_t i = 0; i < found->n[0] * found->n[1]; i++) {
        const FpPairCell *cell = &found->cells[i];
        if (!cell->is_there)
            continue;
        search->fewest = cell->n_answers;
        fp_answer_sheet_free(search->mutant->witness);
        search->mutant->witness = fp_pair_sheet(search->pair, 0, search->tree, cell->answers);
    }
}

/* Of fewer answers than limit. False where the budget or room ends. */
static bool find_below(Search *search, const FpProjection *a, const FpProjection *b,
                       const bool *is_wanted, size_t limit)
{
    g_auto(FpPairResult) found =
        fp_pair_find(search->pair, fp_projection_compiled(a), fp_projection_compiled(b), is_wanted,
                     limit, search->budget);
    if (found.is_whole)
        take_sheet(search, &found);
    return found.is_whole;
}

/* Looks for a sheet of fewer answers on which an aspect differs, the short ones first: most that there
 * are have few.
 *   direction  1: only where the tree has the greater winner of the aspect's, -1: the lesser, 0: any */
static void look_at(Search *search, FpAspect aspect, int direction)
{
    static const size_t limits[] = { 3, 5, 8, FP_NONE };
    g_autoptr(FpProjection) a = fp_projection_new(search->tree, 0, search->pair, aspect);
    g_autoptr(FpProjection) b = fp_projection_new(search->mutated, 1, search->pair, aspect);
    size_t n = fp_projection_compiled(a)->tree->n_outcomes + 1, before = search->fewest;
    g_autofree bool *is_wanted = g_new0(bool, n *n);
    bool is_whole = true;
    for (size_t i = 0; i < n * n; i++) {
        size_t one = i / n, other = i % n;
        is_wanted[i] = one != other && (direction == 0 || (direction < 0) == (one < other));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(limits) && is_whole && search->fewest == before; i++) {
        if (i == 0 || limits[i - 1] < before)
            is_whole = find_below(search, a, b, is_wanted, MIN(limits[i], before));
    }
    search->is_undecided |= !is_whole;
}

/* Whether another sheet is of any use. */
static bool goes_on(const Search *search)
{
    return search->fewest == FP_NONE || !search->is_any_good;
}

static void look_at_decision(Search *search)
{
    if (search->touches_winner)
        look_at(search, (FpAspect) { .kind = FP_ASPECT_WINNER }, 0);
    for (size_t i = 0; goes_on(search) && i < search->tree->n_outcomes; i++) {
        if (search->touches_out[i])
            look_at(search, (FpAspect) { .kind = FP_ASPECT_OUT, .index = i }, 1);
    }
    for (size_t i = 0; goes_on(search) && i < search->tree->n_controls; i++) {
        if (search->touches_control[i])
            look_at(search, (FpAspect) { .kind = FP_ASPECT_CONTROL, .index = i }, 0);
    }
}

static void look_at_the_rest(Search *search)
{
    for (size_t i = 0; search->fewest == FP_NONE && i < search->tree->n_outcomes; i++) {
        if (search->touches_out[i])
            look_at(search, (FpAspect) { .kind = FP_ASPECT_OUT, .index = i }, -1);
    }
    for (guint i = 0; search->fewest == FP_NONE && i < search->advice->len; i++) {
        FpAspect aspect = { .kind = FP_ASPECT_ADVICE,
                            .advice = g_ptr_array_index(search->advice, i) };
        look_at(search, aspect, 0);
    }
}

static void judge(Search *search)
{
    FpMutant *mutant = search->mutant;
    look_at_decision(search);
    mutant->fate = FP_MUTANT_UNNOTICED;
    mutant->is_shortest = !search->is_undecided;
    if (mutant->witness != NULL)
        return;
    bool is_certain = !search->is_undecided;
    look_at_the_rest(search);
    mutant->fate = !is_certain               ? FP_MUTANT_UNDECIDED
                   : mutant->witness != NULL ? FP_MUTANT_SPEECHLESS
                   : search->is_undecided    ? FP_MUTANT_UNDECIDED
                                             : FP_MUTANT_HARMLESS;
    g_clear_pointer(&mutant->witness, fp_answer_sheet_free);
}

/* What the witness shows. */
static void note_shown(const FpCompiledTree *tree, const FpCompiledTree *mutated, FpMutant *mutant)
{
    g_autoptr(FpVerdict) on_tree = fp_verdict_compute(tree, mutant->witness);
    g_autoptr(FpVerdict) on_mutant = fp_verdict_compute(mutated, mutant->witness);
    FpMutantFate fate = fp_mutant_compare(mutant, on_tree, on_mutant);
    g_assert(fate == FP_MUTANT_UNNOTICED);
}

void fp_mutant_search(const FpCompiledTree *compiled, const FpCompiledTree *mutated,
                      FpMutant *mutant, bool is_any_good, FpBudget *budget)
{
    const FpTree *tree = compiled->tree;
    bool is_all = true;
    g_autoptr(FpPair) pair = fp_mutant_pair(tree, mutant, &is_all);
    mutant->fate = FP_MUTANT_HARMLESS;
    if (pair == NULL)
        return;
    Search search = { .tree = tree,
                      .mutated = mutated->tree,
                      .mutant = mutant,
                      .pair = pair,
                      .budget = budget,
                      .fewest = FP_NONE,
                      .is_undecided = !is_all,
                      .is_any_good = is_any_good,
                      .touches_out = g_new0(bool, tree->n_outcomes),
                      .touches_control = g_new0(bool, tree->n_controls + 1),
                      .advice = g_ptr_array_new() };
    note_touched(&search);
    judge(&search);
    if (mutant->witness != NULL)
        note_shown(compiled, mutated, mutant);
    g_free(search.touches_out);
    g_free(search.touches_control);
    g_ptr_array_unref(search.advice);
}
