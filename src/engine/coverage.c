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

/* Looking at sheets. */
typedef struct {
    const FpCompiledTree *compiled;
    FpGuardNode *
        *rules; /* owned, and each of them: one a rule, for one without effects is in no block */
    FpOptionSet *in_force;
    FpQuestionState *states;
    bool *fires; /* one an effect, in tree order as the items are */
} Looking;

static Looking looking_new(const FpCompiledTree *compiled)
{
    const FpTree *tree = compiled->tree;
    Looking looking = { compiled, g_new0(FpGuardNode *, tree->n_rules + 1),
                        g_new0(FpOptionSet, tree->n_questions),
                        g_new0(FpQuestionState, tree->n_questions),
                        g_new0(bool, compiled->n_effects + 1) };
    for (size_t i = 0; i < tree->n_rules; i++)
        looking.rules[i] = fp_guard_compile(tree->rules[i].when);
    return looking;
}

static void looking_clear(Looking *looking)
{
    for (size_t i = 0; i < looking->compiled->tree->n_rules; i++)
        g_free(looking->rules[i]);
    g_free(looking->rules);
    g_free(looking->in_force);
    g_free(looking->states);
    g_free(looking->fires);
}

static void find_fired(const Looking *looking)
{
    for (size_t i = 0, n = 0; i < looking->compiled->n_blocks; i++) {
        const FpEffectBlock *block = &looking->compiled->blocks[i];
        bool is_live = fp_effect_block_is_live(block, looking->in_force);
        for (size_t j = 0; j < block->n_effects; j++)
            looking->fires[n++] =
                is_live && fp_guard_holds(block->effects[j].when, looking->in_force);
    }
}

/* n_effects: how many effects were among the items before. */
static bool is_reached(const Looking *looking, const FpCovered *item, size_t n_effects)
{
    if (item->kind == FP_COVERED_EFFECT)
        return looking->fires[n_effects];
    if (item->kind == FP_COVERED_RULE)
        return fp_guard_holds(looking->rules[item->origin.rule], looking->in_force);
    return fp_option_set_has(looking->in_force[item->origin.question], item->origin.option);
}

static void reach(Storage *storage, const Looking *looking, const FpAnswerSheet *sheet)
{
    size_t n_effects = 0;
    fp_applicability_compute(looking->compiled, sheet, looking->states, looking->in_force);
    find_fired(looking);
    for (guint i = 0; i < storage->items->len; i++) {
        FpCovered *item = &g_array_index(storage->items, FpCovered, i);
        item->is_reached |= is_reached(looking, item, n_effects);
        n_effects += item->kind == FP_COVERED_EFFECT;
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
    Looking looking = looking_new(compiled);
    for (size_t i = 0; i < n_cases; i++) {
        for (size_t j = 0; j < fp_cases_count(cases[i]); j++)
            reach(storage, &looking, fp_case_sheet(cases[i], j));
    }
    looking_clear(&looking);
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
