// SPDX-License-Identifier: Apache-2.0
// The automaton of tree-diff-half.c, all of it. Where the effect fires its state parts from the one
// without it, and the two are followed through the same answers until they meet again or two
// different winners are settled.
#include "audit-points-private.h"
#include "tree-diff-private.h"

struct FpPointsWalk {
    const FpCompiledTree *compiled;
    FpHalf *half;
    FpBudget budget;  /* the half's own */
    size_t *n_states; /* one a layer: those that are reached */
};

/* What can be answered at a state. Calls visit for each; false ends it. */
typedef bool (*Visit)(FpPointsWalk *walk, size_t layer, uint32_t state, size_t symbol, void *data);

static bool visit_within(FpPointsWalk *walk, size_t layer, uint32_t state, Visit visit, void *data)
{
    const FpLayer *own = fp_half_layer(walk->half, layer);
    const FpQuestionPlan *plan = fp_half_plan(walk->half, own->question);
    bool has_chosen = fp_half_has_chosen(walk->half, layer, state);
    if (own->place - 1 == plan->n_options) // the layer of the idle ones
        return visit(walk, layer, state, has_chosen ? FP_SYMBOL_WHATEVER : FP_SYMBOL_IN, data);
    return visit(walk, layer, state, FP_SYMBOL_IN, data) &&
           ((!has_chosen && own->place == plan->n_layers) ||
            visit(walk, layer, state, FP_SYMBOL_OUT, data));
}

static bool visit_answers(FpPointsWalk *walk, size_t layer, uint32_t state, Visit visit, void *data)
{
    const FpLayer *own = fp_half_layer(walk->half, layer);
    const FpQuestionPlan *plan = fp_half_plan(walk->half, own->question);
    if (own->place > 0)
        return visit_within(walk, layer, state, visit, data);
    if (!fp_half_is_asked(walk->half, layer, state))
        return visit(walk, layer, state, FP_SYMBOL_ON, data);
    for (size_t i = 0; i < plan->n_folds; i++) {
        if (!visit(walk, layer, state, FP_SYMBOL_ALONE + i, data))
            return false;
    }
    return plan->n_layers == 0 || visit(walk, layer, state, FP_SYMBOL_SET, data);
}

static bool make_state(FpPointsWalk *walk, size_t layer, uint32_t state, size_t symbol, void *data)
{
    uint32_t next;
    (void)data;
    return fp_half_step(walk->half, layer, state, symbol, &next);
}

/* Makes all states that are reached, layer by layer. */
static bool make_all(FpPointsWalk *walk)
{
    size_t n_layers = fp_half_n_layers(walk->half);
    for (size_t i = 0; i < n_layers; i++) {
        walk->n_states[i] = fp_half_layer(walk->half, i)->states->len;
        for (size_t j = 0; i + 1 < n_layers && j < walk->n_states[i]; j++) {
            if (!visit_answers(walk, i, (uint32_t)j, make_state, NULL))
                return false;
        }
    }
    return true;
}

FpPointsWalk *fp_points_walk_new(const FpCompiledTree *compiled, const FpAnswerSheet *empty,
                                 FpBudget *budget)
{
    FpPointsWalk *walk = g_new0(FpPointsWalk, 1);
    walk->compiled = compiled;
    walk->budget = *budget;
    walk->half = fp_half_new(compiled, empty, &walk->budget);
    fp_half_allow_lack(walk->half);
    bool is_whole = fp_half_begin(walk->half);
    if (is_whole) {
        walk->n_states = g_new0(size_t, fp_half_n_layers(walk->half));
        is_whole = make_all(walk);
    }
    budget->work_left = walk->budget.work_left;
    if (is_whole)
        return walk;
    fp_points_walk_free(walk);
    return NULL;
}

void fp_points_walk_free(FpPointsWalk *walk)
{
    if (walk == NULL)
        return;
    fp_half_free(walk->half);
    g_free(walk->n_states);
    g_free(walk);
}

/* ---- Following two states ---- */

typedef struct {
    const FpCompiledEffect *effects; /* their like among the options that stand for their fold */
    size_t n_effects;
    GHashTable **pairs; /* one a layer: both states in one number; NULL where none */
    FpBudget *budget;
    FpExists found;
    uint32_t other; /* the state beside the one that is visited */
} Following;

static void add_pair(const FpPointsWalk *walk, Following *following, size_t layer, uint32_t with,
                     uint32_t without)
{
    int32_t winner = fp_half_winner(walk->half, layer, with),
            other = fp_half_winner(walk->half, layer, without);
    if (with == without)
        return;
    if (winner != FP_NOT_SETTLED && other != FP_NOT_SETTLED) {
        if (winner != other)
            following->found = FP_EXISTS_YES;
        return; // the same winner, whatever comes
    }
    if (following->pairs[layer] == NULL)
        following->pairs[layer] = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    uint64_t both = (uint64_t)with << 32 | without;
    g_hash_table_add(following->pairs[layer], g_memdup2(&both, sizeof both));
}

/* Where the effect fires, the two part. */
static bool part(FpPointsWalk *walk, size_t layer, uint32_t state, size_t symbol, void *data)
{
    Following *following = data;
    uint32_t with, without;
    if (!fp_budget_take(following->budget, 4)) {
        following->found = FP_EXISTS_UNDECIDED;
        return false;
    }
    if (!fp_half_step_without(walk->half, layer, state, symbol, following->effects,
                              following->n_effects, &without))
        return true;
    if (!fp_half_step(walk->half, layer, state, symbol, &with)) {
        following->found = FP_EXISTS_UNDECIDED;
        return false;
    }
    add_pair(walk, following, fp_half_layer_to(walk->half, layer, symbol), with, without);
    return following->found == FP_EXISTS_NO;
}

/* The effects fire once at most on a way: both go on as they are. */
static bool follow(FpPointsWalk *walk, size_t layer, uint32_t state, size_t symbol, void *data)
{
    Following *following = data;
    uint32_t with, without;
    if (!fp_budget_take(following->budget, 16) ||
        !fp_half_step(walk->half, layer, state, symbol, &with) ||
        !fp_half_step(walk->half, layer, following->other, symbol, &without)) {
        following->found = FP_EXISTS_UNDECIDED;
        return false;
    }
    add_pair(walk, following, fp_half_layer_to(walk->half, layer, symbol), with, without);
    return following->found == FP_EXISTS_NO;
}

static void follow_pairs(FpPointsWalk *walk, Following *following, size_t layer)
{
    GHashTableIter iter;
    gpointer key;
    if (following->pairs[layer] == NULL)
        return;
    g_hash_table_iter_init(&iter, following->pairs[layer]);
    while (following->found == FP_EXISTS_NO && g_hash_table_iter_next(&iter, &key, NULL)) {
        uint64_t both = *(const uint64_t *)key;
        uint32_t with = (uint32_t)(both >> 32);
        following->other = (uint32_t)both;
        visit_answers(walk, layer, with, follow, following);
    }
}

/* The option that stands for all that are like one. */
static size_t find_like(const FpPointsWalk *walk, size_t question, size_t option)
{
    const FpQuestionPlan *plan = fp_half_plan(walk->half, question);
    for (size_t i = 0; i < plan->n_folds; i++) {
        if (fp_option_set_has(plan->folds[i].options, option))
            return plan->folds[i].option;
    }
    return option;
}

/* The effect that is to the option's like what this one is to its own. */
static const FpCompiledEffect *find_like_effect(const FpPointsWalk *walk,
                                                const FpCompiledEffect *effect)
{
    FpOrigin origin = effect->origin;
    if (origin.question == FP_NONE)
        return effect;
    const size_t *blocks = walk->compiled->questions[origin.question].blocks;
    size_t option = find_like(walk, origin.question, origin.option), n_before = 0;
    const FpEffectBlock *own = &walk->compiled->blocks[blocks[origin.option]],
                        *like = &walk->compiled->blocks[blocks[option]];
    for (const FpCompiledEffect *before = own->effects; before < effect; before++)
        n_before += fp_effect_bears_on_winner(before->effect);
    for (size_t i = 0; i < like->n_effects; i++) {
        if (fp_effect_bears_on_winner(like->effects[i].effect) && n_before-- == 0)
            return &like->effects[i];
    }
    g_assert_not_reached(); // options that are alike have the same effects that matter
}

static FpExists follow_all(FpPointsWalk *walk, Following *following, size_t question, size_t ready)
{
    size_t n_layers = fp_half_n_layers(walk->half);
    following->pairs = g_new0(GHashTable *, n_layers);
    walk->budget = *following->budget;
    for (size_t i = 0; i + 1 < n_layers && following->found == FP_EXISTS_NO; i++) {
        size_t at = fp_half_layer(walk->half, i)->question;
        bool can_fire = ready == at + 1 || question == at;
        for (size_t j = 0; can_fire && j < walk->n_states[i] && following->found == FP_EXISTS_NO;
             j++)
            visit_answers(walk, i, (uint32_t)j, part, following);
        follow_pairs(walk, following, i);
    }
    for (size_t i = 0; i < n_layers; i++) {
        if (following->pairs[i] != NULL)
            g_hash_table_unref(following->pairs[i]);
    }
    g_free(following->pairs);
    return following->found;
}

FpExists fp_points_walk_effect(FpPointsWalk *walk, const FpCompiledEffect *effect, FpBudget *budget)
{
    Following following = { .effects = find_like_effect(walk, effect),
                            .n_effects = 1,
                            .budget = budget,
                            .found = FP_EXISTS_NO };
    if (effect->ready == 0)
        return FP_EXISTS_UNDECIDED; // it fires before the first state
    return follow_all(walk, &following, effect->origin.question, effect->ready);
}

FpExists fp_points_walk_option(FpPointsWalk *walk, size_t question, size_t option, FpBudget *budget)
{
    const FpEffectBlock *block =
        fp_block_of_option(walk->compiled, question, find_like(walk, question, option));
    if (block == NULL)
        return FP_EXISTS_NO;
    for (size_t i = 0; i < block->n_effects; i++) {
        if (fp_effect_bears_on_winner(block->effects[i].effect) &&
            block->effects[i].readiness != FP_READY_WITH_OPTION)
            return FP_EXISTS_UNDECIDED;
    }
    Following following = { .effects = block->effects,
                            .n_effects = block->n_effects,
                            .budget = budget,
                            .found = FP_EXISTS_NO };
    return follow_all(walk, &following, question, FP_NONE);
}
