// SPDX-License-Identifier: Apache-2.0
// What a step does is the same for all states of a context; where it leads hangs on the standing too.
#include "outlook-walk-private.h"
#include <string.h>

bool fp_walk_has_small_scores(const FpWalk *walk)
{
    int64_t points = 1;
    for (size_t i = 0; i < walk->compiled->n_effects; i++)
        points += walk->compiled->effects[i].points;
    return points < INT32_MAX / 8 / (int64_t)walk->n_outcomes;
}

/* ---- Effects ---- */

static void take_effects(const FpWalk *walk, size_t question, FpOptionSet options,
                         FpReadiness readiness, GPtrArray *effects)
{
    for (size_t i = fp_option_set_first(options); i < FP_OPTIONS_MAX;
         i = fp_option_set_first(options)) {
        const FpEffectBlock *block = fp_block_of_option(walk->compiled, question, i);
        options = fp_option_set_minus(options, fp_option_set_of(i));
        for (size_t j = 0; block != NULL && j < block->n_effects; j++) {
            const FpCompiledEffect *effect = &block->effects[j];
            if (effect->readiness == readiness && fp_effect_bears_on_winner(effect->effect) &&
                fp_guard_holds(effect->when, walk->view->must))
                g_ptr_array_add(effects, (gpointer)(uintptr_t)effect);
        }
    }
}

static void take_late_effects(const FpSearch *view, size_t ready, GPtrArray *effects)
{
    for (size_t i = view->first_late[ready]; i < view->first_late[ready + 1]; i++) {
        const FpLateEffect *late = &view->late[i];
        if (fp_effect_block_is_live(late->block, view->must) &&
            fp_guard_holds(late->effect->when, view->must))
            g_ptr_array_add(effects, (gpointer)(uintptr_t)late->effect);
    }
}

size_t fp_step_work_out(FpWalk *walk, const FpStepWay *way, GPtrArray *effects)
{
    size_t question = way->from->question;
    size_t context =
        fp_context_find(walk, way->to, way->chosen_before, question, way->chosen, way->is_settled);
    if (way->is_settled)
        return context;
    walk->view->must[question] = way->chosen;
    take_effects(walk, question, way->new_in, FP_READY_WITH_OPTION, effects);
    if (way->to->question > question) {
        take_effects(walk, question, way->chosen, FP_READY_WITH_QUESTION, effects);
        take_late_effects(walk->view, question + 1, effects);
    }
    return context;
}

/* ---- States ---- */

static size_t find_settled_context(FpWalk *walk, FpLayer *layer, size_t context)
{
    const FpContext *full = &g_array_index(layer->contexts, FpContext, context);
    if (full->settled_context != FP_NO_STATE)
        return full->settled_context;
    size_t n = layer->question + (layer->place > 0);
    FpOptionSet last = n > 0 ? full->chosen[n - 1] : (FpOptionSet) { { 0, 0 } };
    size_t settled = fp_context_find(walk, layer, full->chosen, n > 0 ? n - 1 : 0, last, true);
    g_array_index(layer->contexts, FpContext, context).settled_context = (uint32_t)settled;
    return settled;
}

size_t fp_step_put_standing(FpWalk *walk, FpLayer *to, size_t context, FpStanding *standing,
                            FpCount count)
{
    const FpHorizon *horizon = &g_array_index(to->contexts, FpContext, context).horizon;
    if (fp_standing_reduce(walk, to, horizon, standing))
        context = find_settled_context(walk, to, context);
    return fp_layer_add(to, context, walk->key, count);
}

size_t fp_step_put_settled(FpWalk *walk, FpLayer *to, size_t context, int32_t winner, FpCount count)
{
    memset(walk->key, 0, to->n_numbers * sizeof *walk->key);
    walk->key[0] = winner;
    return fp_layer_add(to, context, walk->key, count);
}

size_t fp_step_put_first(FpWalk *walk, FpLayer *first)
{
    FpOptionSet none = { { 0, 0 } };
    g_autoptr(GPtrArray) effects = g_ptr_array_new();
    size_t context = fp_context_find(walk, first, &none, 0, none, false);
    fp_standing_clear(walk, &walk->before);
    take_late_effects(walk->view, 0, effects);
    for (guint i = 0; i < effects->len; i++)
        fp_standing_fire(g_ptr_array_index(effects, i), &walk->before);
    if (walk->counts_all_alike)
        return fp_step_put_settled(walk, first, find_settled_context(walk, first, context), 0, 1);
    return fp_step_put_standing(walk, first, context, &walk->before, 1);
}
