// SPDX-License-Identifier: Apache-2.0
// Backwards over the layers. Each state learns on how many ways on each outcome wins, and which
// function of the answers to come its winner is: a number, the same for states with the same
// function, made of those of its steps as in a decision diagram. A question can change the outcome
// where two of its answers lead from one state to different functions.
#include "outlook-walk-private.h"
#include <string.h>

#define VALUES_MAX ((size_t)4 * 1024 * 1024) /* of a layer, of 16 bytes */

/* What is told of completions by one answer, or by one option of a question of many. */
typedef struct {
    FpCount *wins; /* one a winner, of all that are asked the question */
    FpCount *told; /* one a fold or option, one a winner: of those that chose it */
} Telling;

typedef struct {
    const FpWalk *walk;
    size_t n_winners;
    FpCount **values;     /* one a layer: n_winners a state */
    uint32_t **functions; /* one a layer: one a state */
    GHashTable *known;    /* GBytes of a layer and the functions of its steps → function */
    GByteArray *key;
    uint32_t next_function;
    bool *can_change;  /* one a question */
    Telling *tellings; /* one a question */
} Look;

static size_t n_told(const FpWalk *walk, size_t question)
{
    return walk->plans[question].n_folds + walk->plans[question].n_options;
}

static Look begin(const FpWalk *walk)
{
    Look look = { .walk = walk, .n_winners = walk->n_outcomes + 1 };
    look.values = g_new0(FpCount *, walk->layers->len);
    look.functions = g_new0(uint32_t *, walk->layers->len);
    look.known =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    look.key = g_byte_array_new();
    look.next_function = (uint32_t)look.n_winners;
    look.can_change = g_new0(bool, walk->n_questions);
    look.tellings = g_new0(Telling, walk->n_questions);
    for (size_t i = 0; i < walk->n_questions; i++) {
        look.tellings[i].wins = g_new0(FpCount, look.n_winners);
        look.tellings[i].told = g_new0(FpCount, n_told(walk, i) * look.n_winners);
    }
    return look;
}

static void clear(Look *look)
{
    for (size_t i = 0; i < look->walk->layers->len; i++) {
        g_free(look->values[i]);
        g_free(look->functions[i]);
    }
    for (size_t i = 0; i < look->walk->n_questions; i++) {
        g_free(look->tellings[i].wins);
        g_free(look->tellings[i].told);
    }
    g_free(look->values);
    g_free(look->functions);
    g_hash_table_unref(look->known);
    g_byte_array_unref(look->key);
    g_free(look->can_change);
    g_free(look->tellings);
}

static const FpEdge *edge_of(const Look *look, const FpState *state, size_t i)
{
    return &g_array_index(look->walk->edges, FpEdge, state->first_edge + i);
}

static uint32_t function_of(const Look *look, const FpEdge *edge)
{
    return look->functions[edge->layer][edge->state];
}

/* The number of a function that is not the same whichever step is taken. */
static uint32_t number_function(Look *look, const FpLayer *layer, const FpState *state)
{
    g_byte_array_set_size(look->key, 0);
    g_byte_array_append(look->key, (const uint8_t *)&layer->index, sizeof layer->index);
    for (size_t i = 0; i < state->n_edges; i++) {
        const FpEdge *edge = edge_of(look, state, i);
        uint32_t part[2] = { ((uint32_t)edge->kind << 16) + edge->fold, function_of(look, edge) };
        g_byte_array_append(look->key, (const uint8_t *)part, sizeof part);
    }
    g_autoptr(GBytes) key = g_bytes_new_static(look->key->data, look->key->len);
    gpointer known = g_hash_table_lookup(look->known, key);
    if (known != NULL)
        return GPOINTER_TO_UINT(known);
    uint32_t number = look->next_function++;
    g_hash_table_insert(look->known, g_bytes_new(look->key->data, look->key->len),
                        GUINT_TO_POINTER(number));
    return number;
}

/* Functions of settled states are their winners; a state all of whose steps lead to one function has
 * that. */
static uint32_t find_function(Look *look, const FpLayer *layer, const FpState *state)
{
    if (state->winner != FP_NOT_SETTLED)
        return (uint32_t)state->winner;
    uint32_t first = function_of(look, edge_of(look, state, 0));
    for (size_t i = 1; i < state->n_edges; i++) {
        if (function_of(look, edge_of(look, state, i)) != first) {
            look->can_change[layer->question] = true;
            return number_function(look, layer, state);
        }
    }
    return first;
}

/* Where a step tells something of the question: its place in Telling.told; else NULL. */
static FpCount *told_by(const Look *look, const FpLayer *layer, const FpEdge *edge)
{
    const FpQuestionPlan *plan = &look->walk->plans[layer->question];
    FpCount *told = look->tellings[layer->question].told;
    if (edge->kind == FP_STEP_ALONE)
        return told + edge->fold * look->n_winners;
    if (edge->kind == FP_STEP_IN && layer->place <= plan->n_options)
        return told + (plan->n_folds + layer->place - 1) * look->n_winners;
    return NULL;
}

static void add_values(FpCount *to, const FpCount *values, FpCount times, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (values[i] == 0)
            continue;
        // Every question that is walked has its sums.
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
        to[i] = fp_count_add(to[i], fp_count_multiply(values[i], times));
    }
}

static void look_at_state(Look *look, const FpLayer *layer, size_t index)
{
    const FpState *state = &g_array_index(layer->states, FpState, index);
    FpCount count = g_array_index(layer->counts, FpCount, index);
    FpCount *values = look->values[layer->index] + index * look->n_winners;
    bool is_asked = false;
    for (size_t i = 0; i < state->n_edges; i++) {
        const FpEdge *edge = edge_of(look, state, i);
        const FpCount *next = look->values[edge->layer] + edge->state * look->n_winners;
        FpCount ways = fp_walk_ways(look->walk, layer, edge);
        FpCount *told = told_by(look, layer, edge);
        add_values(values, next, ways, look->n_winners);
        if (told != NULL)
            add_values(told, next, fp_count_multiply(count, ways), look->n_winners);
        is_asked |= layer->place == 0 && edge->kind != FP_STEP_ON;
    }
    if (is_asked)
        add_values(look->tellings[layer->question].wins, values, count, look->n_winners);
    look->functions[layer->index][index] = find_function(look, layer, state);
}

static void look_at_end(Look *look, const FpLayer *layer)
{
    for (size_t i = 0; i < layer->states->len; i++) {
        int32_t winner = g_array_index(layer->states, FpState, i).winner;
        look->values[layer->index][i * look->n_winners + (size_t)winner] = 1;
        look->functions[layer->index][i] = (uint32_t)winner;
    }
}

static void open_layer(Look *look, const FpLayer *layer)
{
    look->values[layer->index] = g_new0(FpCount, layer->states->len * look->n_winners);
    look->functions[layer->index] = g_new0(uint32_t, layer->states->len);
}

/* Steps from before a question lead no further than before the next: what is after that can go. */
static void close_layers_after(Look *look, const FpLayer *layer)
{
    for (size_t i = layer->index + 1; i < look->walk->layers->len; i++) {
        if (look->values[i] == NULL)
            return;
        g_clear_pointer(&look->values[i], g_free);
        g_clear_pointer(&look->functions[i], g_free);
    }
}

static bool look_at_layer(Look *look, const FpLayer *layer)
{
    if (layer->states->len * look->n_winners > VALUES_MAX ||
        !fp_budget_take(look->walk->budget, layer->states->len * look->n_winners))
        return false;
    open_layer(look, layer);
    if (layer->question == look->walk->n_questions) {
        look_at_end(look, layer);
        return true;
    }
    for (size_t i = 0; i < layer->states->len; i++)
        look_at_state(look, layer, i);
    if (layer->place == 0)
        close_layers_after(look, layer);
    return true;
}

static FpCount most(const FpCount *wins, size_t n)
{
    FpCount found = 0;
    for (size_t i = 0; i < n; i++)
        found = MAX(found, wins[i]);
    return found;
}

/* Of whole less part, the most of one winner. */
static FpCount most_left(const FpCount *whole, const FpCount *part, FpCount divisor, size_t n)
{
    FpCount found = 0;
    for (size_t i = 0; i < n; i++)
        found = MAX(found, whole[i] - part[i] / divisor);
    return found;
}

/* On how many completions of those that are asked one is right about the winner, told the answer. */
static FpCount right_when_told(const Look *look, size_t question)
{
    const FpQuestionPlan *plan = &look->walk->plans[question];
    const Telling *telling = &look->tellings[question];
    bool is_many = look->walk->compiled->tree->questions[question].type == FP_QUESTION_MANY;
    FpCount sum = 0, best = most(telling->wins, look->n_winners);
    for (size_t i = 0; i < n_told(look->walk, question); i++) {
        const FpCount *told = telling->told + i * look->n_winners;
        FpCount n_alike = i < plan->n_folds ? plan->folds[i].n : 1;
        FpCount right = most(told, look->n_winners);
        sum += right;
        right = right / n_alike + most_left(telling->wins, told, n_alike, look->n_winners);
        best = MAX(best, right);
    }
    return is_many ? best : sum;
}

/* The same of all completions: those that are not asked are told so. */
static FpCount worth_of(const Look *look, const FpCount *all, size_t question)
{
    return right_when_told(look, question) +
           most_left(all, look->tellings[question].wins, 1, look->n_winners);
}

static size_t rank(const Look *look, const FpCount *all, const FpQuestionState *states,
                   size_t *out_questions)
{
    g_autofree FpCount *worth = g_new0(FpCount, look->walk->n_questions);
    FpCount total = 0;
    size_t n = 0;
    for (size_t i = 0; i < look->n_winners; i++)
        total = fp_count_add(total, all[i]);
    for (size_t i = 0; i < look->walk->n_questions; i++) {
        size_t place = n;
        if (!look->can_change[i] || (states[i] != FP_STATE_OPEN && states[i] != FP_STATE_UNKNOWN))
            continue;
        worth[i] = fp_count_is_exact(total) ? worth_of(look, all, i) : 0;
        for (; place > 0 && worth[out_questions[place - 1]] < worth[i]; place--)
            out_questions[place] = out_questions[place - 1];
        out_questions[place] = i;
        n++;
    }
    return n;
}

bool fp_walk_rank_questions(const FpWalk *walk, const FpQuestionState *states,
                            size_t *out_questions, size_t *out_n)
{
    Look look = begin(walk);
    bool is_good = true;
    for (size_t i = walk->layers->len; is_good && i > 0; i--)
        is_good = look_at_layer(&look, fp_walk_layer(walk, i - 1));
    if (is_good)
        *out_n = rank(&look, look.values[0], states, out_questions);
    clear(&look);
    return is_good;
}
