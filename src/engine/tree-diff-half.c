// SPDX-License-Identifier: Apache-2.0
// What the outlook's walk does layer by layer is done here state by state, when a walk through two
// halves comes by, and kept. What a symbol does is worked out once a context.
#include "tree-diff-private.h"
#include <string.h>

/* Of one half: some 150 MB. */
#define STATES_MAX ((size_t)1024 * 1024)

/* A symbol in one context. */
typedef struct {
    bool is_known;
    uint32_t context;
    guint first_effect, n_effects; /* in HalfLayer.effects */
} Step;

typedef struct {
    FpLayer *layer; /* owned */
    size_t n_symbols;
    GArray *next;       /* of uint32_t: n_symbols a state; FP_NO_STATE: not known yet */
    GArray *steps;      /* of Step: n_symbols a context */
    GArray *asked;      /* of FpChance: one a context; neither: not looked at yet */
    GPtrArray *effects; /* of const FpCompiledEffect */
} HalfLayer;

struct FpHalf {
    FpWalk *walk; /* its plans, view and scratch; not its layers */
    HalfLayer *layers;
    size_t n_layers, n_states;
};

FpHalf *fp_half_new(const FpCompiledTree *compiled, const FpAnswerSheet *empty, FpBudget *budget)
{
    FpHalf *half = g_new0(FpHalf, 1);
    half->walk = fp_walk_new(compiled, empty, budget);
    return half;
}

void fp_half_free(FpHalf *half)
{
    if (half == NULL)
        return;
    for (size_t i = 0; i < half->n_layers; i++) {
        fp_layer_free(half->layers[i].layer);
        g_array_unref(half->layers[i].next);
        g_array_unref(half->layers[i].steps);
        g_array_unref(half->layers[i].asked);
        g_ptr_array_unref(half->layers[i].effects);
    }
    g_free(half->layers);
    fp_walk_free(half->walk);
    g_free(half);
}

/* ---- Plans ---- */

static size_t find_fold(const FpQuestionPlan *plan, size_t option)
{
    for (size_t i = 0; i < plan->n_folds; i++) {
        if (fp_option_set_has(plan->folds[i].options, option))
            return i;
    }
    return FP_NONE;
}

/* Left open stands for all that are like it: a sheet with fewer answers. */
static void add_to_fold(FpFold *folds, size_t *n, const size_t *key, size_t keys[][2],
                        size_t option, bool is_open)
{
    size_t i = 0;
    while (i < *n && (keys[i][0] != key[0] || keys[i][1] != key[1]))
        i++;
    if (i == *n) {
        keys[i][0] = key[0], keys[i][1] = key[1];
        folds[(*n)++] = (FpFold) { .option = option };
    }
    if (is_open)
        folds[i].option = option;
    folds[i].n++;
    folds[i].options = fp_option_set_union(folds[i].options, fp_option_set_of(option));
}

static FpFold *join_folds(const FpQuestionPlan *a, const FpQuestionPlan *b,
                          const FpPairQuestion *question, size_t *out_n)
{
    FpFold *folds = g_new0(FpFold, question->n_options);
    size_t keys[FP_OPTIONS_MAX][2];
    *out_n = 0;
    for (size_t i = 0; i < question->n_options; i++) {
        size_t key[2] = { find_fold(a, i), find_fold(b, i) };
        if (key[0] != FP_NONE)
            add_to_fold(folds, out_n, key, keys, i, fp_pair_option_is_open(&question->options[i]));
    }
    return folds;
}

static void join_options(const FpQuestionPlan *a, const FpQuestionPlan *b,
                         const FpPairQuestion *question, FpQuestionPlan *plan)
{
    plan->options = g_new0(size_t, question->n_options);
    for (size_t i = 0; i < question->n_options; i++) {
        FpOptionSet option = fp_option_set_of(i);
        if (find_fold(a, i) != FP_NONE)
            continue;
        if (fp_option_set_has(a->idle, i) && fp_option_set_has(b->idle, i))
            plan->idle = fp_option_set_union(plan->idle, option);
        else
            plan->options[plan->n_options++] = i;
    }
    plan->n_layers = plan->n_options + !fp_option_set_is_empty(plan->idle);
}

static void replace_plan(FpQuestionPlan *plan, const FpQuestionPlan *by, size_t n_options)
{
    g_free(plan->folds);
    g_free(plan->options);
    *plan = *by;
    plan->folds = g_memdup2(by->folds, n_options * sizeof *by->folds);
    plan->options = g_memdup2(by->options, n_options * sizeof *by->options);
}

void fp_half_join(FpHalf *a, FpHalf *b, const FpPair *pair)
{
    for (size_t i = 0; i < pair->n; i++) {
        const FpPairQuestion *question = &pair->questions[i];
        FpQuestionPlan plan = { 0 };
        plan.folds = join_folds(&a->walk->plans[i], &b->walk->plans[i], question, &plan.n_folds);
        join_options(&a->walk->plans[i], &b->walk->plans[i], question, &plan);
        replace_plan(&a->walk->plans[i], &plan, question->n_options);
        replace_plan(&b->walk->plans[i], &plan, question->n_options);
        g_free(plan.folds);
        g_free(plan.options);
    }
}

const FpQuestionPlan *fp_half_plan(const FpHalf *half, size_t question)
{
    return &half->walk->plans[question];
}

/* ---- Layers ---- */

static void make_layer(FpHalf *half, size_t question, size_t place)
{
    HalfLayer *layer = &half->layers[half->n_layers];
    size_t n_folds = question < half->walk->n_questions ? half->walk->plans[question].n_folds : 0;
    layer->layer = fp_layer_new(half->walk, question, place);
    layer->layer->index = (uint32_t)half->n_layers++;
    layer->n_symbols = FP_SYMBOL_ALONE + (place == 0 ? n_folds : 0);
    layer->next = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    layer->steps = g_array_new(FALSE, TRUE, sizeof(Step));
    layer->asked = g_array_new(FALSE, TRUE, sizeof(FpChance));
    layer->effects = g_ptr_array_new();
}

static void make_layers(FpHalf *half)
{
    size_t n = 1;
    for (size_t i = 0; i < half->walk->n_questions; i++)
        n += 1 + half->walk->plans[i].n_layers;
    half->layers = g_new0(HalfLayer, n);
    for (size_t i = 0; i < half->walk->n_questions; i++) {
        for (size_t place = 0; place <= half->walk->plans[i].n_layers; place++)
            make_layer(half, i, place);
    }
    make_layer(half, half->walk->n_questions, 0);
}

size_t fp_half_n_layers(const FpHalf *half)
{
    return half->n_layers;
}

size_t fp_half_layer_after(const FpHalf *half, size_t layer)
{
    const FpLayer *own = half->layers[layer].layer;
    return layer + half->walk->plans[own->question].n_layers - own->place + 1;
}

size_t fp_half_layer_to(const FpHalf *half, size_t layer, size_t symbol)
{
    bool is_whole_answer = symbol == FP_SYMBOL_ON || symbol >= FP_SYMBOL_ALONE;
    return is_whole_answer ? fp_half_layer_after(half, layer) : layer + 1;
}

const FpLayer *fp_half_layer(const FpHalf *half, size_t layer)
{
    return half->layers[layer].layer;
}

/* ---- States ---- */

/* Makes room for what follows on a state, where it is new. */
static uint32_t make_room(FpHalf *half, HalfLayer *layer, size_t state)
{
    static const uint32_t unknown = FP_NO_STATE;
    if (state * layer->n_symbols == layer->next->len) {
        half->n_states++;
        for (size_t i = 0; i < layer->n_symbols; i++)
            g_array_append_val(layer->next, unknown);
    }
    return (uint32_t)state;
}

bool fp_half_begin(FpHalf *half)
{
    if (!fp_walk_has_small_scores(half->walk))
        return false;
    make_layers(half);
    make_room(half, &half->layers[0], fp_step_put_first(half->walk, half->layers[0].layer));
    return true;
}

static const FpState *state_at(const FpHalf *half, size_t layer, uint32_t state)
{
    return &g_array_index(half->layers[layer].layer->states, FpState, state);
}

static const FpContext *context_of(const FpHalf *half, size_t layer, uint32_t state)
{
    return &g_array_index(half->layers[layer].layer->contexts, FpContext,
                          state_at(half, layer, state)->context);
}

bool fp_half_is_asked(FpHalf *half, size_t layer, uint32_t state)
{
    HalfLayer *from = &half->layers[layer];
    uint32_t context = state_at(half, layer, state)->context;
    if (from->asked->len <= context)
        g_array_set_size(from->asked, context + 1);
    FpChance *asked = &g_array_index(from->asked, FpChance, context);
    if (!asked->is_possible) {
        // Here possible says that it was looked at.
        fp_context_look(half->walk, from->layer, context_of(half, layer, state)->chosen);
        asked->is_certain = half->walk->view->asked[from->layer->question].is_certain;
        asked->is_possible = true;
    }
    return asked->is_certain;
}

bool fp_half_has_chosen(const FpHalf *half, size_t layer, uint32_t state)
{
    size_t question = half->layers[layer].layer->question;
    return !fp_option_set_is_empty(context_of(half, layer, state)->chosen[question]);
}

int32_t fp_half_winner(const FpHalf *half, size_t layer, uint32_t state)
{
    return state_at(half, layer, state)->winner;
}

/* ---- Steps ---- */

/* What a symbol chooses. */
static FpOptionSet new_options(const FpHalf *half, const FpLayer *layer, size_t symbol)
{
    const FpQuestionPlan *plan = &half->walk->plans[layer->question];
    if (symbol >= FP_SYMBOL_ALONE)
        return fp_option_set_of(plan->folds[symbol - FP_SYMBOL_ALONE].option);
    if (symbol != FP_SYMBOL_IN)
        return (FpOptionSet) { { 0, 0 } };
    return layer->place - 1 < plan->n_options ? fp_option_set_of(plan->options[layer->place - 1])
                                              : plan->idle;
}

/* Works out what a symbol does in a context. */
static void find_step(FpHalf *half, HalfLayer *from, const FpContext *context, size_t symbol,
                      Step *step)
{
    FpOptionSet new_in = new_options(half, from->layer, symbol), chosen = new_in;
    if (from->layer->place > 0)
        chosen = fp_option_set_union(chosen, context->chosen[from->layer->question]);
    FpStepWay way = {
        from->layer,     half->layers[fp_half_layer_to(half, from->layer->index, symbol)].layer,
        context->chosen, context->is_settled,
        new_in,          chosen
    };
    step->is_known = true;
    step->first_effect = from->effects->len;
    step->context = (uint32_t)fp_step_work_out(half->walk, &way, from->effects);
    step->n_effects = from->effects->len - step->first_effect;
    fp_budget_take(half->walk->budget, half->walk->view->work_from[0]);
}

static const Step *step_of(FpHalf *half, HalfLayer *from, uint32_t context, size_t symbol)
{
    guint index = (guint)(context * from->n_symbols + symbol);
    if (from->steps->len <= index)
        g_array_set_size(from->steps, (guint)((context + 1) * from->n_symbols));
    Step *step = &g_array_index(from->steps, Step, index);
    if (!step->is_known)
        find_step(half, from, &g_array_index(from->layer->contexts, FpContext, context), symbol,
                  step);
    return step;
}

static uint32_t take_step(FpHalf *half, HalfLayer *from, uint32_t state, const Step *step,
                          HalfLayer *to)
{
    FpWalk *walk = half->walk;
    const int32_t *numbers =
        &g_array_index(from->layer->numbers, int32_t, state * from->layer->n_numbers);
    if (state_at(half, from->layer->index, state)->winner != FP_NOT_SETTLED) {
        size_t settled = fp_step_put_settled(walk, to->layer, step->context, numbers[0], 1);
        return make_room(half, to, settled);
    }
    fp_standing_read(walk, from->layer, numbers, &walk->before);
    for (guint i = 0; i < step->n_effects; i++)
        fp_standing_fire(g_ptr_array_index(from->effects, step->first_effect + i), &walk->before);
    return make_room(half, to,
                     fp_step_put_standing(walk, to->layer, step->context, &walk->before, 1));
}

bool fp_half_step(FpHalf *half, size_t layer, uint32_t state, size_t symbol, uint32_t *out_state)
{
    HalfLayer *from = &half->layers[layer];
    size_t n = half->walk->n_outcomes, index = state * from->n_symbols + symbol;
    *out_state = g_array_index(from->next, uint32_t, index);
    if (*out_state != FP_NO_STATE)
        return true;
    const Step *step = step_of(half, from, state_at(half, layer, state)->context, symbol);
    *out_state =
        take_step(half, from, state, step, &half->layers[fp_half_layer_to(half, layer, symbol)]);
    g_array_index(from->next, uint32_t, index) = *out_state;
    return half->n_states < STATES_MAX &&
           fp_budget_take(half->walk->budget, 8 + n * n / 8 + half->walk->n_groups);
}

void fp_half_allow_lack(FpHalf *half)
{
    half->walk->may_lack = true;
}

static bool is_among(const FpCompiledEffect *effect, const FpCompiledEffect *effects, size_t n)
{
    return effect >= effects && effect < effects + n;
}

bool fp_half_step_without(FpHalf *half, size_t layer, uint32_t state, size_t symbol,
                          const FpCompiledEffect *effects, size_t n, uint32_t *out_state)
{
    FpWalk *walk = half->walk;
    HalfLayer *from = &half->layers[layer],
              *to = &half->layers[fp_half_layer_to(half, layer, symbol)];
    const Step *step = step_of(half, from, state_at(half, layer, state)->context, symbol);
    bool fires = false;
    for (guint i = 0; i < step->n_effects; i++)
        fires |= is_among(g_ptr_array_index(from->effects, step->first_effect + i), effects, n);
    if (!fires)
        return false;
    fp_standing_read(walk, from->layer,
                     &g_array_index(from->layer->numbers, int32_t, state * from->layer->n_numbers),
                     &walk->before);
    for (guint i = 0; i < step->n_effects; i++) {
        const FpCompiledEffect *other = g_ptr_array_index(from->effects, step->first_effect + i);
        if (!is_among(other, effects, n))
            fp_standing_fire(other, &walk->before);
    }
    *out_state =
        make_room(half, to, fp_step_put_standing(walk, to->layer, step->context, &walk->before, 1));
    return true;
}
