// SPDX-License-Identifier: Apache-2.0
// As goal-wins.c bounds one outcome's lead, for all pairs at once: an option gives the sum of its
// effects, a question its best option or set, what is not known is taken as it suits.
#include "outlook-walk-private.h"
#include <string.h>

/* Gains are [o * n + p]: of o on p. */
typedef struct {
    const FpWalk *walk;
    FpHorizon *horizon;
    size_t n, n_pairs;
    int32_t *option, *set, *question; /* gains of one option, of those together, of one question */
    bool *is_in;                      /* one an outcome: of the effect looked at */
} Look;

static void add_ruling_out(const Look *look, const FpEffect *effect)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        size_t out = effect->outcomes[i];
        bool *row = &look->horizon->can_be_out[out * look->n];
        row[out] = true;
        for (size_t o = 0; o < look->n; o++)
            row[o] |= !look->is_in[o];
    }
}

static void add_to_groups(const Look *look, const FpCompiledEffect *fired)
{
    for (size_t i = 0; i < fired->effect->n_outcomes; i++) {
        int32_t *most = &look->horizon->group_most[fired->groups[i]];
        *most = MAX(*most, fired->points);
    }
}

/* All of it where it fires for certain, else only what is good. */
static void add_points(const Look *look, const FpCompiledEffect *fired, bool is_certain)
{
    const FpEffect *effect = fired->effect;
    int32_t own = effect->kind == FP_EFFECT_FAVOUR ? fired->points : -fired->points;
    int32_t others = is_certain ? -own : MAX(-own, 0);
    if (!is_certain)
        own = MAX(own, 0);
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        size_t o = effect->outcomes[i];
        for (size_t p = 0; p < look->n; p++) {
            if (look->is_in[p])
                continue;
            look->option[o * look->n + p] += own;
            look->option[p * look->n + o] += others;
        }
    }
}

static void add_effect(const Look *look, const FpCompiledEffect *fired, FpChance fires)
{
    const FpEffect *effect = fired->effect;
    if (!fires.is_possible || !fp_effect_bears_on_winner(fired->effect))
        return;
    for (size_t i = 0; i < effect->n_outcomes; i++)
        look->is_in[effect->outcomes[i]] = true;
    if (effect->kind == FP_EFFECT_RULE_OUT)
        add_ruling_out(look, effect);
    else if (fired->groups != NULL)
        add_to_groups(look, fired);
    else
        add_points(look, fired, fires.is_certain && !look->walk->may_lack);
    for (size_t i = 0; i < effect->n_outcomes; i++)
        look->is_in[effect->outcomes[i]] = false;
}

/* What an option gives, in look->option. is_decided: it has given what is ready with it. */
static void look_at_option(const Look *look, size_t question, size_t option, bool is_decided)
{
    const FpSearch *view = look->walk->view;
    const FpEffectBlock *block = fp_block_of_option(look->walk->compiled, question, option);
    memset(look->option, 0, look->n_pairs * sizeof *look->option);
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        if (effect->readiness == FP_READY_LATE ||
            (is_decided && effect->readiness == FP_READY_WITH_OPTION))
            continue;
        add_effect(look, effect, fp_guard_chance(effect->when, view->must, view->may));
    }
}

/* Options that can stand together: whole where it must be chosen, else where it helps. */
static void take_into_set(const Look *look, bool is_must, bool is_first)
{
    for (size_t i = 0; i < look->n_pairs; i++) {
        int32_t gain = is_must ? look->option[i] : MAX(look->option[i], 0);
        look->set[i] = is_first ? gain : look->set[i] + gain;
    }
}

static void take_alternative(const Look *look, const int32_t *gains, bool is_first)
{
    for (size_t i = 0; i < look->n_pairs; i++)
        look->question[i] = is_first ? gains[i] : MAX(look->question[i], gains[i]);
}

static bool stands_alone(const Look *look, size_t question, size_t option)
{
    const FpCompiledTree *compiled = look->walk->compiled;
    return compiled->tree->questions[question].type != FP_QUESTION_MANY ||
           fp_option_set_has(compiled->questions[question].exclusive, option);
}

static void look_at_options(const Look *look, size_t question, bool is_begun)
{
    const FpSearch *view = look->walk->view;
    bool is_free = fp_search_is_free(view, question), has_set = false, has_alternative = false;
    FpOptionSet left = view->may[question];
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        left = fp_option_set_minus(left, fp_option_set_of(i));
        bool is_must = !is_free || fp_option_set_has(view->must[question], i);
        look_at_option(look, question, i, is_begun && is_must);
        if (is_free && !is_begun && stands_alone(look, question, i)) {
            take_alternative(look, look->option, !has_alternative);
            has_alternative = true;
        } else {
            take_into_set(look, is_must, !has_set);
            has_set = true;
        }
    }
    if (has_set)
        take_alternative(look, look->set, !has_alternative);
}

static void look_at_question(const Look *look, size_t question, bool is_begun)
{
    FpChance asked = look->walk->view->asked[question];
    if (fp_option_set_is_empty(look->walk->view->may[question]))
        return;
    look_at_options(look, question, is_begun);
    for (size_t i = 0; i < look->n_pairs; i++)
        look->horizon->gain[i] += asked.is_certain ? look->question[i] : MAX(look->question[i], 0);
}

static void look_at_late(const Look *look, size_t question)
{
    const FpSearch *view = look->walk->view;
    memset(look->option, 0, look->n_pairs * sizeof *look->option);
    for (size_t i = view->first_late[question + 1]; i < view->n_late; i++)
        add_effect(look, view->late[i].effect, fp_search_late_chance(view, &view->late[i]));
    for (size_t i = 0; i < look->n_pairs; i++)
        look->horizon->gain[i] += look->option[i];
}

void fp_horizon_make(FpWalk *walk, const FpLayer *layer, FpHorizon *horizon)
{
    size_t n = walk->n_outcomes, n_pairs = n * n;
    Look look = { walk,
                  horizon,
                  n,
                  n_pairs,
                  walk->gains,
                  walk->gains + n_pairs,
                  walk->gains + 2 * n_pairs,
                  walk->is_in };
    bool is_begun = layer->place > 0;
    horizon->gain = g_new0(int32_t, n_pairs);
    horizon->can_be_out = g_new0(bool, n_pairs);
    horizon->group_most = g_new0(int32_t, walk->n_groups);
    for (size_t i = layer->question; i < walk->n_questions; i++)
        look_at_question(&look, i, is_begun && i == layer->question);
    look_at_late(&look, layer->question);
    for (size_t i = 0; i < n_pairs; i++)
        horizon->gain_most = MAX(horizon->gain_most, horizon->gain[i]);
}

void fp_horizon_clear(FpHorizon *horizon)
{
    g_free(horizon->gain);
    g_free(horizon->can_be_out);
    g_free(horizon->group_most);
}
