// SPDX-License-Identifier: Apache-2.0
// Lists what there is in tree order, then goes through the cases once.
#include "compiled-tree-private.h"
#include "fp-coverage.h"

typedef struct {
    FpCoverage coverage; /* first: a coverage is the address of its storage */
    GArray *items;       /* of FpCovered */
} Storage;

static void add(Storage *storage, FpCoveredKind kind, FpOrigin origin, const FpEffect *effect,
                FpPlace place)
{
    FpCovered item = { kind, origin, effect, place, false };
    g_array_append_val(storage->items, item);
}

static void add_effects(Storage *storage, FpOrigin origin, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++)
        add(storage, FP_COVERED_EFFECT, origin, &effects->items[i], effects->items[i].place);
}

static void add_question(Storage *storage, const FpTree *tree, size_t index)
{
    const FpQuestion *question = &tree->questions[index];
    for (size_t i = 0; i < question->n_options; i++) {
        FpOrigin origin = { index, i, FP_NONE };
        add(storage, FP_COVERED_OPTION, origin, NULL, question->options[i].place);
        add_effects(storage, origin, &question->options[i].effects);
        for (size_t j = 0; j < question->options[i].n_then; j++)
            add_question(storage, tree, question->options[i].then[j]);
    }
}

static void add_all(Storage *storage, const FpTree *tree)
{
    add_effects(storage, (FpOrigin) { FP_NONE, FP_NONE, FP_NONE }, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question == FP_NONE)
            add_question(storage, tree, i);
    }
    for (size_t i = 0; i < tree->n_rules; i++) {
        FpOrigin origin = { FP_NONE, FP_NONE, i };
        add(storage, FP_COVERED_RULE, origin, NULL, tree->rules[i].place);
        add_effects(storage, origin, &tree->rules[i].effects);
    }
}

static const FpEffectBlock *find_block(const FpCompiledTree *compiled, FpOrigin origin)
{
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        FpOrigin at = compiled->blocks[i].origin;
        if (at.question == origin.question && at.option == origin.option && at.rule == origin.rule)
            return &compiled->blocks[i];
    }
    return NULL;
}

/* The guards of rules without effects are in no block. */
static bool rule_holds(const FpCompiledTree *compiled, FpOrigin origin, const FpOptionSet *in_force)
{
    const FpEffectBlock *block = find_block(compiled, origin);
    g_autofree FpGuardNode *guard = fp_guard_compile(compiled->tree->rules[origin.rule].when);
    return block != NULL ? fp_effect_block_is_live(block, in_force)
                         : fp_guard_holds(guard, in_force);
}

static bool fires(const FpCompiledTree *compiled, const FpCovered *item,
                  const FpOptionSet *in_force)
{
    const FpEffectBlock *block = find_block(compiled, item->origin);
    if (!fp_effect_block_is_live(block, in_force))
        return false;
    for (size_t i = 0; i < block->n_effects; i++) {
        if (block->effects[i].effect == item->effect)
            return fp_guard_holds(block->effects[i].when, in_force);
    }
    return false;
}

static bool is_reached(const FpCompiledTree *compiled, const FpCovered *item,
                       const FpOptionSet *in_force)
{
    if (item->kind == FP_COVERED_EFFECT)
        return fires(compiled, item, in_force);
    if (item->kind == FP_COVERED_RULE)
        return rule_holds(compiled, item->origin, in_force);
    return fp_option_set_has(in_force[item->origin.question], item->origin.option);
}

static void reach(Storage *storage, const FpCompiledTree *compiled, const FpAnswerSheet *sheet)
{
    size_t n = compiled->tree->n_questions;
    g_autofree FpOptionSet *in_force = g_new0(FpOptionSet, n);
    g_autofree FpQuestionState *states = g_new0(FpQuestionState, n);
    fp_applicability_compute(compiled, sheet, states, in_force);
    for (guint i = 0; i < storage->items->len; i++) {
        FpCovered *item = &g_array_index(storage->items, FpCovered, i);
        item->is_reached = item->is_reached || is_reached(compiled, item, in_force);
    }
}

static void count(Storage *storage)
{
    FpCoverage *coverage = &storage->coverage;
    for (guint i = 0; i < storage->items->len; i++) {
        const FpCovered *item = &g_array_index(storage->items, FpCovered, i);
        coverage->totals[item->kind]++;
        coverage->reached[item->kind] += item->is_reached;
    }
    coverage->items = (const FpCovered *)(const void *)storage->items->data;
    coverage->n = storage->items->len;
}

FpCoverage *fp_coverage_compute(const FpCompiledTree *compiled, const FpCases *const *cases,
                                size_t n_cases)
{
    Storage *storage = g_new0(Storage, 1);
    storage->items = g_array_new(FALSE, FALSE, sizeof(FpCovered));
    add_all(storage, compiled->tree);
    for (size_t i = 0; i < n_cases; i++) {
        for (size_t j = 0; j < fp_cases_count(cases[i]); j++)
            reach(storage, compiled, fp_case_sheet(cases[i], j));
    }
    count(storage);
    return &storage->coverage;
}

void fp_coverage_free(FpCoverage *coverage)
{
    Storage *storage = (Storage *)coverage;
    if (storage == NULL)
        return;
    g_array_unref(storage->items);
    g_free(storage);
}
