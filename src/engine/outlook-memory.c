// SPDX-License-Identifier: Apache-2.0
// What a walk is made of; what it does stands in outlook-walk.c.
#include "outlook-walk-private.h"

static FpStanding standing_new(const FpWalk *walk)
{
    return (FpStanding) { g_new0(int32_t, walk->n_outcomes), g_new0(bool, walk->n_outcomes),
                          g_new0(int32_t, walk->n_groups + 1) };
}

static void standing_clear(FpStanding *standing)
{
    g_free(standing->scores);
    g_free(standing->is_dead);
    g_free(standing->points);
}

static void find_group_ends(FpWalk *walk)
{
    const FpCompiledTree *compiled = walk->compiled;
    walk->group_from = g_new(size_t, walk->n_groups);
    walk->group_until = g_new0(size_t, walk->n_groups);
    for (size_t i = 0; i < walk->n_groups; i++)
        walk->group_from[i] = FP_NONE;
    for (size_t i = 0; i < compiled->n_effects; i++) {
        const FpCompiledEffect *effect = &compiled->effects[i];
        for (size_t j = 0; effect->groups != NULL && j < effect->effect->n_outcomes; j++) {
            size_t group = effect->groups[j];
            walk->group_from[group] = MIN(walk->group_from[group], effect->ready);
            walk->group_until[group] = MAX(walk->group_until[group], effect->ready);
        }
    }
}

FpWalk *fp_walk_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet, FpBudget *budget)
{
    FpWalk *walk = g_new0(FpWalk, 1);
    size_t n = compiled->tree->n_outcomes;
    walk->compiled = compiled;
    walk->budget = budget;
    walk->slack = -1;
    walk->view = fp_search_new(compiled, sheet, &fp_goal_wins, 0, budget);
    walk->n_questions = compiled->tree->n_questions;
    walk->n_outcomes = n;
    walk->n_groups = compiled->n_groups;
    walk->plans = fp_question_plans_new(compiled);
    find_group_ends(walk);
    walk->layers = g_ptr_array_new_with_free_func((GDestroyNotify)fp_layer_free);
    walk->edges = g_array_new(FALSE, FALSE, sizeof(FpEdge));
    walk->before = standing_new(walk);
    walk->after = standing_new(walk);
    walk->rise = g_new0(int32_t, n);
    walk->fall = g_new0(int32_t, n);
    walk->order = g_new0(size_t, n);
    walk->reach = g_new0(size_t, n);
    walk->gains = g_new0(int32_t, 3 * n * n);
    walk->is_in = g_new0(bool, n);
    walk->key = g_new0(int32_t, n + walk->n_groups);
    walk->signature = g_byte_array_new();
    return walk;
}

void fp_walk_free(FpWalk *walk)
{
    if (walk == NULL)
        return;
    g_ptr_array_unref(walk->layers);
    g_array_unref(walk->edges);
    fp_question_plans_free(walk->plans, walk->n_questions);
    fp_search_free(walk->view);
    standing_clear(&walk->before);
    standing_clear(&walk->after);
    g_byte_array_unref(walk->signature);
    g_free(walk->entangled_by);
    g_free(walk->group_from);
    g_free(walk->group_until);
    g_free(walk->rise);
    g_free(walk->fall);
    g_free(walk->order);
    g_free(walk->reach);
    g_free(walk->gains);
    g_free(walk->is_in);
    g_free(walk->key);
    g_free(walk);
}
