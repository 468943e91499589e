// SPDX-License-Identifier: Apache-2.0
// Walks the tree in tree order twice: to count blocks and effects, then to lay them out, so that the
// flat arrays never move and may be pointed into.
#include "compiled-tree-private.h"

typedef struct {
    FpCompiledTree *compiled;
    GHashTable *groups;     /* "counts_as kind outcome" → group number + 1 */
    GHashTable *conditions; /* "control NUMBER" or "advice TEXT" → condition number + 1 */
    size_t n_group_numbers;
    bool is_counting; /* the first walk */
} Layout;

static void note_own_question(const FpGuardNode *atom, void *user_data)
{
    FpCompiledEffect *effect = user_data;
    if (atom->question == effect->origin.question)
        effect->readiness = FP_READY_WITH_QUESTION;
}

static void raise_ready(const FpGuardNode *atom, void *user_data)
{
    size_t *ready = user_data;
    *ready = MAX(*ready, atom->question + 1);
}

/* The number of a key: the next one where it is new. Takes the key. */
static size_t number_key(GHashTable *numbers, char *key)
{
    gpointer known = g_hash_table_lookup(numbers, key);
    size_t number = known == NULL ? g_hash_table_size(numbers) : GPOINTER_TO_SIZE(known) - 1;
    if (known == NULL)
        g_hash_table_insert(numbers, key, GSIZE_TO_POINTER(number + 1));
    else
        g_free(key);
    return number;
}

static size_t number_group(Layout *layout, const FpEffect *effect, size_t outcome)
{
    char *key = g_strdup_printf("%s %d %zu", effect->counts_as, (int)effect->kind, outcome);
    size_t number = number_key(layout->groups, key);
    layout->compiled->groups[number] = (FpGroup) { outcome, effect->kind };
    return number;
}

static size_t number_condition(Layout *layout, const FpEffect *effect)
{
    if (effect->kind == FP_EFFECT_REQUIRE)
        return number_key(layout->conditions, g_strdup_printf("control %zu", effect->control));
    if (effect->kind == FP_EFFECT_ADVISE)
        return number_key(layout->conditions, g_strconcat("advice ", effect->advice.source, NULL));
    return FP_NONE;
}

static const size_t *number_groups(Layout *layout, const FpEffect *effect)
{
    if (effect->counts_as == NULL)
        return NULL;
    size_t *numbers = layout->compiled->group_numbers + layout->n_group_numbers;
    for (size_t i = 0; i < effect->n_outcomes; i++)
        numbers[i] = number_group(layout, effect, effect->outcomes[i]);
    layout->n_group_numbers += effect->n_outcomes;
    return numbers;
}

static void lay_out_effect(Layout *layout, FpCompiledEffect *compiled, const FpEffect *effect,
                           const FpEffectBlock *block)
{
    compiled->effect = effect;
    compiled->origin = block->origin;
    compiled->when = fp_guard_compile(effect->when);
    if (effect->strength != FP_NONE)
        compiled->points = layout->compiled->tree->strengths[effect->strength].points;
    compiled->groups = number_groups(layout, effect);
    compiled->condition = number_condition(layout, effect);
    compiled->ready = block->origin.question == FP_NONE ? 0 : block->origin.question + 1;
    fp_guard_for_each_atom(block->guard, raise_ready, &compiled->ready);
    fp_guard_for_each_atom(compiled->when, raise_ready, &compiled->ready);
    fp_guard_for_each_atom(compiled->when, note_own_question, compiled);
    if (block->origin.question == FP_NONE || compiled->ready > block->origin.question + 1)
        compiled->readiness = FP_READY_LATE;
}

static void count_block(Layout *layout, const FpEffects *effects)
{
    layout->compiled->n_blocks++;
    layout->compiled->n_effects += effects->n;
    for (size_t i = 0; i < effects->n; i++) {
        if (effects->items[i].counts_as != NULL)
            layout->n_group_numbers += effects->items[i].n_outcomes;
    }
}

/* Returns the number of the block; FP_NONE for no effects. */
static size_t lay_out_block(Layout *layout, FpOrigin origin, const FpGuard *guard,
                            const FpEffects *effects)
{
    FpCompiledTree *compiled = layout->compiled;
    if (effects->n == 0)
        return FP_NONE;
    if (layout->is_counting) {
        count_block(layout, effects);
        return FP_NONE;
    }
    size_t number = compiled->n_blocks++;
    FpEffectBlock *block = &compiled->blocks[number];
    block->origin = origin;
    block->guard = fp_guard_compile(guard);
    block->effects = compiled->effects + compiled->n_effects;
    block->n_effects = effects->n;
    compiled->n_effects += effects->n;
    for (size_t i = 0; i < effects->n; i++)
        lay_out_effect(layout, &block->effects[i], &effects->items[i], block);
    return number;
}

static void lay_out_question(Layout *layout, size_t index)
{
    const FpQuestion *question = &layout->compiled->tree->questions[index];
    FpCompiledQuestion *compiled = &layout->compiled->questions[index];
    for (size_t i = 0; i < question->n_options; i++) {
        const FpOption *option = &question->options[i];
        compiled->blocks[i] =
            lay_out_block(layout, (FpOrigin) { index, i, FP_NONE }, NULL, &option->effects);
        for (size_t j = 0; j < option->n_then; j++)
            lay_out_question(layout, option->then[j]);
    }
}

static void walk(Layout *layout)
{
    const FpTree *tree = layout->compiled->tree;
    lay_out_block(layout, (FpOrigin) { FP_NONE, FP_NONE, FP_NONE }, NULL, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question == FP_NONE)
            lay_out_question(layout, i);
    }
    for (size_t i = 0; i < tree->n_rules; i++)
        lay_out_block(layout, (FpOrigin) { FP_NONE, FP_NONE, i }, tree->rules[i].when,
                      &tree->rules[i].effects);
}

static void lay_out_effects(FpCompiledTree *compiled)
{
    Layout layout = {
        .compiled = compiled,
        .groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .conditions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .is_counting = true,
    };
    walk(&layout);
    compiled->blocks = g_new0(FpEffectBlock, compiled->n_blocks);
    compiled->effects = g_new0(FpCompiledEffect, compiled->n_effects);
    compiled->groups = g_new0(FpGroup, layout.n_group_numbers);
    compiled->group_numbers = g_new0(size_t, layout.n_group_numbers);
    compiled->n_blocks = compiled->n_effects = layout.n_group_numbers = 0;
    layout.is_counting = false;
    walk(&layout);
    compiled->n_groups = g_hash_table_size(layout.groups);
    compiled->n_conditions = g_hash_table_size(layout.conditions);
    g_hash_table_unref(layout.groups);
    g_hash_table_unref(layout.conditions);
}

FpOptionSet fp_question_exclusive_options(const FpQuestion *question)
{
    FpOptionSet set = { { 0, 0 } };
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].is_exclusive)
            set = fp_option_set_union(set, fp_option_set_of(i));
    }
    return set;
}

static void compile_question(const FpQuestion *question, FpCompiledQuestion *compiled)
{
    compiled->parent_question = question->parent_question;
    compiled->parent_option = question->parent_option;
    compiled->when = fp_guard_compile(question->when);
    compiled->exclusive = fp_question_exclusive_options(question);
    compiled->blocks = g_new0(size_t, question->n_options);
    for (size_t i = 0; i < question->n_options; i++)
        compiled->all = fp_option_set_union(compiled->all, fp_option_set_of(i));
}

FpCompiledTree *fp_compiled_tree_new(const FpTree *tree)
{
    FpCompiledTree *compiled = g_new0(FpCompiledTree, 1);
    compiled->tree = tree;
    compiled->questions = g_new0(FpCompiledQuestion, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++)
        compile_question(&tree->questions[i], &compiled->questions[i]);
    compiled->prefer_rank = g_new0(size_t, tree->n_outcomes);
    for (size_t i = 0; i < tree->n_outcomes; i++)
        compiled->prefer_rank[tree->prefer[i]] = i;
    lay_out_effects(compiled);
    return compiled;
}

void fp_compiled_tree_free(FpCompiledTree *compiled)
{
    if (compiled == NULL)
        return;
    for (size_t i = 0; i < compiled->tree->n_questions; i++) {
        g_free(compiled->questions[i].when);
        g_free(compiled->questions[i].blocks);
    }
    for (size_t i = 0; i < compiled->n_blocks; i++)
        g_free(compiled->blocks[i].guard);
    for (size_t i = 0; i < compiled->n_effects; i++)
        g_free(compiled->effects[i].when);
    g_free(compiled->questions);
    g_free(compiled->blocks);
    g_free(compiled->effects);
    g_free(compiled->groups);
    g_free(compiled->group_numbers);
    g_free(compiled->prefer_rank);
    g_free(compiled);
}

const FpTree *fp_compiled_tree_tree(const FpCompiledTree *compiled)
{
    return compiled->tree;
}
