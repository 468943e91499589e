// SPDX-License-Identifier: Apache-2.0
// A signature spells out, for each question to come and each effect that may fire yet, what is left
// of its guards once what is known is put in. Contexts that spell the same have the same future.
#include "outlook-walk-private.h"

static void sign(FpWalk *walk, char letter)
{
    g_byte_array_append(walk->signature, (const uint8_t *)&letter, 1);
}

/* What is left of a guard: decided parts are one letter each. */
static void sign_guard(FpWalk *walk, const FpGuardNode *guard)
{
    const FpSearch *view = walk->view;
    FpChance chance = fp_guard_chance(guard, view->must, view->may);
    sign(walk, chance.is_certain ? 'T' : chance.is_possible ? '?' : 'F');
    if (chance.is_certain || !chance.is_possible || guard->kind == FP_GUARD_ANSWER)
        return;
    const FpGuardNode *end = guard + guard->n_nodes;
    for (const FpGuardNode *part = guard + 1; part < end; part += part->n_nodes)
        sign_guard(walk, part);
}

static void sign_option(FpWalk *walk, size_t question, size_t option)
{
    FpChance chance = { fp_option_set_has(walk->view->must[question], option),
                        fp_option_set_has(walk->view->may[question], option) };
    sign(walk, chance.is_certain ? 'T' : chance.is_possible ? '?' : 'F');
}

/* The guards of an option's effects that are ready with it, or with its question. */
static void sign_effects(FpWalk *walk, size_t question, size_t option, bool with_option)
{
    const FpEffectBlock *block = fp_block_of_option(walk->compiled, question, option);
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        if (effect->when != NULL && fp_effect_bears_on_winner(effect->effect) &&
            (effect->readiness == FP_READY_WITH_QUESTION ||
             (effect->readiness == FP_READY_WITH_OPTION && with_option)))
            sign_guard(walk, effect->when);
    }
}

static void sign_question(FpWalk *walk, size_t question, bool is_settled)
{
    const FpCompiledQuestion *compiled = &walk->compiled->questions[question];
    FpChance asked = walk->view->asked[question];
    if (asked.is_certain || !asked.is_possible) {
        sign(walk, asked.is_certain ? 'A' : 'N');
    } else {
        sign(walk, '?');
        if (compiled->parent_question != FP_NONE)
            sign_option(walk, compiled->parent_question, compiled->parent_option);
        sign_guard(walk, compiled->when);
    }
    if (is_settled || !asked.is_possible)
        return;
    FpOptionSet left = walk->view->may[question];
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        left = fp_option_set_minus(left, fp_option_set_of(i));
        sign_effects(walk, question, i, true);
    }
}

/* The question whose options are being decided. */
static void sign_begun(FpWalk *walk, const FpLayer *layer, bool is_settled)
{
    size_t question = layer->question;
    FpOptionSet must = walk->view->must[question], may = walk->view->may[question];
    sign(walk, fp_option_set_is_empty(must) ? '0' : '1');
    if (is_settled)
        return;
    for (size_t i = 0; i < walk->plans[question].n_options; i++) {
        size_t option = walk->plans[question].options[i];
        bool is_decided = i + 1 < layer->place;
        // A letter for those that are in, too: else its guards could be read as another option's.
        sign(walk, fp_option_set_has(may, option) ? 'T' : 'F');
        if (fp_option_set_has(may, option))
            sign_effects(walk, question, option, !is_decided);
    }
}

static void sign_late(FpWalk *walk, size_t question)
{
    const FpSearch *view = walk->view;
    for (size_t i = view->first_late[question + 1]; i < view->n_late; i++) {
        const FpLateEffect *late = &view->late[i];
        FpChance chance = fp_search_late_chance(view, late);
        if (!chance.is_possible) {
            sign(walk, 'F');
            continue;
        }
        sign(walk, chance.is_certain ? 'T' : '?');
        if (chance.is_certain)
            continue;
        if (late->block->origin.option != FP_NONE)
            sign_option(walk, late->block->origin.question, late->block->origin.option);
        sign_guard(walk, late->block->guard);
        sign_guard(walk, late->effect->when);
    }
}

/* A '?' of an option says which options of its question are left, as the layer says which are
 * decided; so it spells enough. */
static void sign_context(FpWalk *walk, const FpLayer *layer, bool is_settled)
{
    bool is_begun = layer->place > 0;
    g_byte_array_set_size(walk->signature, 0);
    sign(walk, is_settled ? 'S' : 'C');
    if (is_begun)
        sign_begun(walk, layer, is_settled);
    for (size_t i = layer->question + is_begun; i < walk->n_questions; i++)
        sign_question(walk, i, is_settled);
    if (!is_settled)
        sign_late(walk, layer->question);
}

/* Options of the layer's question that are not decided. */
static FpOptionSet undecided(const FpWalk *walk, const FpLayer *layer)
{
    const FpQuestionPlan *plan = &walk->plans[layer->question];
    FpOptionSet set = plan->idle;
    for (size_t i = layer->place - 1; i < plan->n_options; i++)
        set = fp_option_set_union(set, fp_option_set_of(plan->options[i]));
    return set;
}

void fp_context_look(FpWalk *walk, const FpLayer *layer, const FpOptionSet *chosen)
{
    FpSearch *view = walk->view;
    size_t question = layer->question;
    for (size_t i = 0; i < question; i++)
        view->must[i] = view->may[i] = chosen[i];
    view->question = question;
    if (layer->place > 0) {
        view->must[question] = chosen[question];
        view->may[question] = fp_option_set_union(chosen[question], undecided(walk, layer));
        view->asked[question] = (FpChance) { true, true };
    }
    fp_search_spread(view, question + (layer->place > 0));
}

static FpContext make_context(FpWalk *walk, const FpLayer *layer, bool is_settled)
{
    FpContext context = { .is_settled = is_settled,
                          .first_state = FP_NO_STATE,
                          .settled_context = FP_NO_STATE };
    size_t n_chosen = layer->question + (layer->place > 0);
    context.chosen = g_new(FpOptionSet, n_chosen + 1);
    for (size_t i = 0; i < n_chosen; i++)
        context.chosen[i] = walk->view->must[i];
    if (!is_settled)
        fp_horizon_make(walk, layer, &context.horizon);
    return context;
}

size_t fp_context_find(FpWalk *walk, FpLayer *layer, const FpOptionSet *chosen_before,
                       size_t question, FpOptionSet chosen, bool is_settled)
{
    size_t n = layer->question + (layer->place > 0);
    g_autofree FpOptionSet *now = g_new0(FpOptionSet, n + 1);
    for (size_t i = 0; i < MIN(n, question); i++)
        now[i] = chosen_before[i];
    now[question] = chosen;
    fp_context_look(walk, layer, now);
    sign_context(walk, layer, is_settled);
    g_autoptr(GBytes) key = g_bytes_new_static(walk->signature->data, walk->signature->len);
    gpointer known = g_hash_table_lookup(layer->by_signature, key);
    if (known != NULL)
        return GPOINTER_TO_SIZE(known) - 1;
    FpContext context = make_context(walk, layer, is_settled);
    g_array_append_val(layer->contexts, context);
    g_hash_table_insert(layer->by_signature,
                        g_bytes_new(walk->signature->data, walk->signature->len),
                        GSIZE_TO_POINTER(layer->contexts->len));
    return layer->contexts->len - 1;
}
