// SPDX-License-Identifier: Apache-2.0
// For each context of a layer its steps are worked out once; each of its states takes them all.
#include "outlook-walk-private.h"

/* Over all layers: some 300 MB at most. */
#define STATES_MAX ((size_t)2 * 1024 * 1024)
#define EDGES_MAX  ((size_t)8 * 1024 * 1024)

/* What a step does to every standing of its context. */
typedef struct {
    FpEdge edge; /* all but its state */
    FpCount ways;
    FpLayer *to;
    size_t context;
    guint first_effect, n_effects; /* in Leaving.effects */
} Step;

/* The way out of one context. */
typedef struct {
    FpWalk *walk;
    FpLayer *from, *next, *after; /* next: within the question or the same as after */
    size_t context;
    const FpOptionSet *chosen; /* of the context */
    bool is_settled;
    GArray *steps;      /* of Step */
    GPtrArray *effects; /* of const FpCompiledEffect */
} Leaving;

/* new_in: what this step chooses; chosen: all of the question, it included. */
static void add_step(Leaving *leaving, FpLayer *to, FpStepKind kind, size_t fold, FpCount ways,
                     FpOptionSet new_in, FpOptionSet chosen)
{
    Step step = { .edge = { to->index, 0, (uint16_t)kind, (uint16_t)fold },
                  .ways = ways,
                  .to = to,
                  .first_effect = leaving->effects->len };
    FpStepWay way = { leaving->from, to, leaving->chosen, leaving->is_settled, new_in, chosen };
    step.context = fp_step_work_out(leaving->walk, &way, leaving->effects);
    step.n_effects = leaving->effects->len - step.first_effect;
    g_array_append_val(leaving->steps, step);
}

static void add_free_steps(Leaving *leaving)
{
    const FpQuestionPlan *plan = &leaving->walk->plans[leaving->from->question];
    for (size_t i = 0; i < plan->n_folds; i++) {
        FpOptionSet option = fp_option_set_of(plan->folds[i].option);
        add_step(leaving, leaving->after, FP_STEP_ALONE, i, plan->folds[i].n, option, option);
    }
    if (plan->n_layers > 0)
        add_step(leaving, leaving->next, FP_STEP_SET, 0, 1, (FpOptionSet) { { 0, 0 } },
                 (FpOptionSet) { { 0, 0 } });
}

/* The idle options at once: two to the power of their number, or one less where one is needed. */
static void add_idle_steps(Leaving *leaving, FpOptionSet chosen)
{
    FpOptionSet idle = leaving->walk->plans[leaving->from->question].idle, none = { { 0, 0 } };
    FpCount ways = (FpCount)1 << fp_option_set_count(idle);
    if (!fp_option_set_is_empty(chosen))
        add_step(leaving, leaving->next, FP_STEP_WHATEVER, 0, ways, none, chosen);
    else
        add_step(leaving, leaving->next, FP_STEP_IN, 0, ways - 1, none, idle);
}

static void add_steps_within(Leaving *leaving)
{
    const FpQuestionPlan *plan = &leaving->walk->plans[leaving->from->question];
    FpOptionSet chosen = leaving->chosen[leaving->from->question], none = { { 0, 0 } };
    size_t index = leaving->from->place - 1;
    if (index == plan->n_options) {
        add_idle_steps(leaving, chosen);
        return;
    }
    FpOptionSet option = fp_option_set_of(plan->options[index]);
    add_step(leaving, leaving->next, FP_STEP_IN, 0, 1, option, fp_option_set_union(chosen, option));
    if (!fp_option_set_is_empty(chosen) || leaving->next != leaving->after)
        add_step(leaving, leaving->next, FP_STEP_OUT, 0, 1, none, chosen);
}

static void find_steps(Leaving *leaving)
{
    FpWalk *walk = leaving->walk;
    size_t question = leaving->from->question;
    fp_context_look(walk, leaving->from, leaving->chosen);
    FpOptionSet known = walk->view->must[question];
    if (leaving->from->place > 0)
        add_steps_within(leaving);
    else if (walk->view->asked[question].is_certain && fp_search_is_free(walk->view, question))
        add_free_steps(leaving);
    else
        add_step(leaving, leaving->after, FP_STEP_ON, 0, 1, known, known);
}

static void take_step(const Leaving *leaving, const Step *step, const int32_t *numbers,
                      FpCount count)
{
    FpWalk *walk = leaving->walk;
    FpEdge edge = step->edge;
    size_t state;
    count = fp_count_multiply(count, step->ways);
    if (leaving->is_settled) {
        state = fp_step_put_settled(walk, step->to, step->context, numbers[0], count);
    } else {
        fp_standing_copy(walk, &walk->before, &walk->after);
        for (guint i = 0; i < step->n_effects; i++)
            fp_standing_fire(g_ptr_array_index(leaving->effects, step->first_effect + i),
                             &walk->after);
        state = fp_step_put_standing(walk, step->to, step->context, &walk->after, count);
    }
    edge.state = (uint32_t)state;
    if (walk->memory_max == 0)
        g_array_append_val(walk->edges, edge);
}

static void take_steps(const Leaving *leaving, size_t index)
{
    FpWalk *walk = leaving->walk;
    FpLayer *from = leaving->from;
    const int32_t *numbers = &g_array_index(from->numbers, int32_t, index * from->n_numbers);
    FpState *state = &g_array_index(from->states, FpState, index);
    FpCount count = g_array_index(from->counts, FpCount, index);
    if (!leaving->is_settled)
        fp_standing_read(walk, from, numbers, &walk->before);
    state->first_edge = walk->edges->len;
    for (guint i = 0; i < leaving->steps->len; i++)
        take_step(leaving, &g_array_index(leaving->steps, Step, i), numbers, count);
    state->n_edges = walk->edges->len - state->first_edge;
}

FpCount fp_walk_ways(const FpWalk *walk, const FpLayer *layer, const FpEdge *edge)
{
    const FpQuestionPlan *plan = &walk->plans[layer->question];
    bool is_idle = layer->place == plan->n_options + 1;
    FpCount all = (FpCount)1 << fp_option_set_count(plan->idle);
    switch ((FpStepKind)edge->kind) {
    case FP_STEP_ALONE:
        return plan->folds[edge->fold].n;
    case FP_STEP_IN:
        return is_idle ? all - 1 : 1;
    case FP_STEP_WHATEVER:
        return all;
    default:
        return 1;
    }
}

static uint64_t work_of(const FpWalk *walk, size_t n_steps, size_t n_states)
{
    size_t n = walk->n_outcomes;
    return n_steps * n_states * (8 + n * n / 8 + walk->n_groups) +
           n_steps * walk->view->work_from[0];
}

static bool has_room(const Leaving *leaving)
{
    const FpWalk *walk = leaving->walk;
    if (walk->memory_max == 0)
        return walk->n_states + leaving->after->states->len < STATES_MAX &&
               walk->edges->len < EDGES_MAX;
    size_t n_bytes = fp_layer_n_bytes(leaving->from) + fp_layer_n_bytes(leaving->after);
    if (leaving->next != leaving->after)
        n_bytes += fp_layer_n_bytes(leaving->next);
    // A layer that grows has its old slots beside the new ones for a moment.
    return n_bytes + n_bytes / 4 < walk->memory_max;
}

static guint hash_of_set(const void *data)
{
    const FpOptionSet *set = data;
    return g_int64_hash(&set->words[0]) ^ (31 * g_int64_hash(&set->words[1]));
}

static gboolean is_same_set(const void *a, const void *b)
{
    const FpOptionSet *one = a, *other = b;
    return fp_option_set_equal(*one, *other);
}

/* The question on whose answers a layer's contexts depend most; NULL where on none. Owned. */
static char *find_entangler(const FpWalk *walk, const FpLayer *layer)
{
    size_t best = FP_NONE, most = 1;
    for (size_t i = 0; i < layer->question; i++) {
        g_autoptr(GHashTable) answers = g_hash_table_new(hash_of_set, is_same_set);
        for (guint j = 0; j < layer->contexts->len; j++) {
            const FpContext *context = &g_array_index(layer->contexts, FpContext, j);
            if (!context->is_settled)
                g_hash_table_add(answers, &context->chosen[i]);
        }
        if (g_hash_table_size(answers) > most) {
            most = g_hash_table_size(answers);
            best = i;
        }
    }
    return best == FP_NONE ? NULL : g_strdup(walk->compiled->tree->questions[best].id);
}

/* Goes on with what is settled alone; false where there is no going on. */
static bool start_dropping(FpWalk *walk, const FpLayer *layer)
{
    if (walk->memory_max == 0 || walk->is_dropping)
        return false;
    walk->is_dropping = true;
    walk->entangled_by = find_entangler(walk, layer);
    walk->budget = &walk->spare;
    return true;
}

/* False where the budget or the room ends. */
static bool leave_context(Leaving *leaving, size_t index)
{
    FpWalk *walk = leaving->walk;
    const FpContext *context = &g_array_index(leaving->from->contexts, FpContext, index);
    size_t n_states = 0;
    if (walk->is_dropping && !context->is_settled)
        return true;
    leaving->chosen = context->chosen;
    leaving->is_settled = context->is_settled;
    g_array_set_size(leaving->steps, 0);
    g_ptr_array_set_size(leaving->effects, 0);
    find_steps(leaving);
    for (uint32_t i = context->first_state; i != FP_NO_STATE; n_states++) {
        take_steps(leaving, i);
        i = g_array_index(leaving->from->states, FpState, i).next;
    }
    walk->n_states += n_states;
    if (has_room(leaving) &&
        fp_budget_take(walk->budget, work_of(walk, leaving->steps->len, n_states)))
        return true;
    return start_dropping(walk, leaving->from);
}

static bool leave_layer(FpWalk *walk, FpLayer *from, FpLayer *next, FpLayer *after)
{
    Leaving leaving = { .walk = walk, .from = from, .next = next, .after = after };
    bool is_good = true;
    leaving.steps = g_array_new(FALSE, FALSE, sizeof(Step));
    leaving.effects = g_ptr_array_new();
    for (size_t i = 0; is_good && i < from->contexts->len; i++)
        is_good = leave_context(&leaving, i);
    g_array_unref(leaving.steps);
    g_ptr_array_unref(leaving.effects);
    if (walk->memory_max == 0)
        fp_layer_leave(from);
    else
        fp_layer_forget(from);
    return is_good;
}

static FpLayer *push_layer(FpWalk *walk, size_t question, size_t place)
{
    FpLayer *layer = fp_layer_new(walk, question, place);
    layer->index = walk->layers->len;
    g_ptr_array_add(walk->layers, layer);
    return layer;
}

/* Goes from the last layer, before a question, to the one before the next. */
static bool pass_question(FpWalk *walk, size_t question)
{
    size_t first = walk->layers->len - 1, n_within = walk->plans[question].n_layers;
    for (size_t i = 1; i <= n_within; i++)
        push_layer(walk, question, i);
    FpLayer *after = push_layer(walk, question + 1, 0);
    for (size_t i = 0; i <= n_within; i++) {
        if (!leave_layer(walk, fp_walk_layer(walk, first + i), fp_walk_layer(walk, first + i + 1),
                         after))
            return false;
    }
    return true;
}

bool fp_walk_run(FpWalk *walk)
{
    if (!fp_walk_has_small_scores(walk))
        return false;
    fp_step_put_first(walk, push_layer(walk, 0, 0));
    for (size_t i = 0; i < walk->n_questions; i++) {
        if (!pass_question(walk, i))
            return false;
    }
    return true;
}

void fp_walk_count_wins(const FpWalk *walk, FpCount *out_wins)
{
    const FpLayer *last = fp_walk_layer(walk, walk->layers->len - 1);
    size_t n = (walk->n_outcomes + 1) * (walk->slack >= 0 ? 3 : 1);
    for (size_t i = 0; i < n; i++)
        out_wins[i] = 0;
    for (size_t i = 0; i < last->states->len; i++) {
        if (g_array_index(last->states, FpState, i).winner == FP_NOT_SETTLED)
            continue; // of a layer that was left when the dropping began
        FpCount *wins = &out_wins[g_array_index(last->states, FpState, i).winner];
        *wins = fp_count_add(*wins, g_array_index(last->counts, FpCount, i));
    }
}
