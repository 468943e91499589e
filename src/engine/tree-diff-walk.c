// SPDX-License-Identifier: Apache-2.0
// Layer by layer, as the outlook's walk goes. A pair of states takes each answer on those sides that
// are asked; a side that is not goes to the next question and waits there.
#include "tree-diff-private.h"
#include <string.h>

/* Some 200 MB of pairs at most. */
#define PAIRS_MAX ((size_t)4 * 1024 * 1024)

#define SIDES 2

/* A sheet costs what its answers cost, and of as many answers the one of fewer ticks costs less. */
#define COST_OF_ANSWER ((uint64_t)1 << 32)
#define COST_OF_TICK   ((uint64_t)1)

/* A pair of states. */
typedef struct {
    uint32_t state[SIDES]; /* of a side that waits: of the layer before the next question */
    bool is_waiting[SIDES];
    uint16_t symbol; /* by which it was come to on the sheet of fewest answers */
    uint32_t from;   /* the number of the pair before it there */
    uint64_t cost;   /* of the sheet: see COST_OF_ANSWER */
    FpCount sheets;
} PairState;

typedef struct {
    GArray *pairs; /* of PairState */
    uint32_t *slots;
    size_t n_slots;
} PairLayer;

typedef struct {
    const FpPair *pair;
    FpHalf *halves[SIDES];
    PairLayer *layers;
    size_t n_layers, n_pairs, layer;
    const bool *is_wanted; /* FIND: cells; NULL: COUNT */
    FpBudget *budget;
    size_t open_from; /* questions from here on can all be left open */
    uint64_t least;   /* FIND: what the best sheet so far costs */
    bool has_found;
    size_t best_layer, best_pair;
    size_t n_columns; /* of cells: the winners of side 1 */
} Walk;

/* ---- Pairs in a hash table ---- */

static void clear_slots(PairLayer *layer, size_t n_slots)
{
    layer->slots = g_renew(uint32_t, layer->slots, n_slots);
    layer->n_slots = n_slots;
    memset(layer->slots, 0xff, n_slots * sizeof *layer->slots); // FP_NO_STATE
}

static size_t hash_of(const PairState *pair)
{
    uint64_t hash = ((uint64_t)pair->state[0] << 32) | pair->state[1];
    hash = (hash ^ (pair->is_waiting[0] + 2U * pair->is_waiting[1])) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash ^ (hash >> 29));
}

static bool is_same(const PairState *a, const PairState *b)
{
    return a->state[0] == b->state[0] && a->state[1] == b->state[1] &&
           a->is_waiting[0] == b->is_waiting[0] && a->is_waiting[1] == b->is_waiting[1];
}

static PairState *pair_at(const PairLayer *layer, size_t index)
{
    return &g_array_index(layer->pairs, PairState, index);
}

static uint32_t *find_slot(const PairLayer *layer, const PairState *pair)
{
    size_t slot = hash_of(pair) & (layer->n_slots - 1);
    while (layer->slots[slot] != FP_NO_STATE && !is_same(pair_at(layer, layer->slots[slot]), pair))
        slot = (slot + 1) & (layer->n_slots - 1);
    return &layer->slots[slot];
}

static void grow(PairLayer *layer)
{
    clear_slots(layer, layer->n_slots * 4);
    for (uint32_t i = 0; i < layer->pairs->len; i++)
        *find_slot(layer, pair_at(layer, i)) = i;
}

/* Made where it is new; else its sheets are added, and the way of fewer answers is kept. */
static size_t add_pair(PairLayer *layer, const PairState *pair)
{
    if ((size_t)layer->pairs->len * 2 >= layer->n_slots)
        grow(layer);
    uint32_t *slot = find_slot(layer, pair);
    if (*slot == FP_NO_STATE) {
        *slot = layer->pairs->len;
        g_array_append_val(layer->pairs, *pair);
        return *slot;
    }
    PairState *known = pair_at(layer, *slot);
    FpCount sheets = fp_count_add(known->sheets, pair->sheets);
    if (pair->cost < known->cost)
        *known = *pair;
    known->sheets = sheets;
    return *slot;
}

/* ---- Steps ---- */

static size_t question_of(const Walk *walk)
{
    return fp_half_layer(walk->halves[0], walk->layer)->question;
}

static size_t place_of(const Walk *walk)
{
    return fp_half_layer(walk->halves[0], walk->layer)->place;
}

static size_t layer_of_side(const Walk *walk, size_t layer, const PairState *pair, size_t side)
{
    return pair->is_waiting[side] ? fp_half_layer_after(walk->halves[side], layer) : layer;
}

/* The cell that a pair comes to whatever is answered; FP_NONE where that is not known. */
static size_t cell_of(const Walk *walk, size_t layer, const PairState *pair)
{
    int32_t winners[SIDES];
    for (size_t i = 0; i < SIDES; i++) {
        winners[i] =
            fp_half_winner(walk->halves[i], layer_of_side(walk, layer, pair, i), pair->state[i]);
        if (winners[i] == FP_NOT_SETTLED)
            return FP_NONE;
    }
    return (size_t)winners[0] * walk->n_columns + (size_t)winners[1];
}

/* Where a sheet is sought, a pair that comes to none goes no further. */
static bool is_done(const Walk *walk, size_t layer, const PairState *pair)
{
    if (walk->is_wanted == NULL)
        return false;
    size_t cell = cell_of(walk, layer, pair);
    return pair->cost >= walk->least || (cell != FP_NONE && !walk->is_wanted[cell]);
}

/* What is not answered yet can be left open: no way on is shorter. */
static void note_found(Walk *walk, size_t layer, size_t index)
{
    const PairState *pair = pair_at(&walk->layers[layer], index);
    const FpLayer *at = fp_half_layer(walk->halves[0], layer);
    if (walk->is_wanted == NULL || pair->cost >= walk->least || at->place > 0 ||
        at->question < walk->open_from || cell_of(walk, layer, pair) == FP_NONE)
        return;
    walk->has_found = true;
    walk->least = pair->cost;
    walk->best_layer = layer;
    walk->best_pair = index;
}

/* Takes a symbol on the sides that are asked. False where budget or room ends. */
static bool take(Walk *walk, size_t index, size_t symbol, const bool *is_asked, FpCount ways,
                 uint64_t cost)
{
    const PairState from = *pair_at(&walk->layers[walk->layer], index);
    PairState to = from;
    size_t layer = fp_half_layer_to(walk->halves[0], walk->layer, symbol);
    bool is_after = layer == fp_half_layer_after(walk->halves[0], walk->layer);
    for (size_t i = 0; i < SIDES; i++) {
        if (from.is_waiting[i]) {
            to.is_waiting[i] = !is_after;
            continue;
        }
        to.is_waiting[i] = !is_asked[i] && !is_after;
        if (!fp_half_step(walk->halves[i], walk->layer, from.state[i],
                          is_asked[i] ? symbol : FP_SYMBOL_ON, &to.state[i]))
            return false;
    }
    to.symbol = (uint16_t)symbol;
    to.from = (uint32_t)index;
    to.cost = from.cost + cost;
    to.sheets = fp_count_multiply(from.sheets, ways);
    if (is_done(walk, layer, &to))
        return true;
    size_t number = add_pair(&walk->layers[layer], &to);
    note_found(walk, layer, number);
    return ++walk->n_pairs < PAIRS_MAX && fp_budget_take(walk->budget, 4);
}

/* From before a question. */
static bool take_answers(Walk *walk, size_t index)
{
    const FpPairQuestion *question = &walk->pair->questions[question_of(walk)];
    const FpQuestionPlan *plan = fp_half_plan(walk->halves[0], question_of(walk));
    const PairState pair = *pair_at(&walk->layers[walk->layer], index);
    bool is_asked[SIDES], goes_on = true;
    for (size_t i = 0; i < SIDES; i++)
        is_asked[i] = fp_half_is_asked(walk->halves[i], walk->layer, pair.state[i]);
    if (!is_asked[0] && !is_asked[1])
        return take(walk, index, FP_SYMBOL_ON, is_asked, 1, 0);
    for (size_t i = 0; goes_on && i < plan->n_folds; i++)
        goes_on = take(walk, index, FP_SYMBOL_ALONE + i, is_asked, plan->folds[i].n,
                       fp_pair_option_is_open(&question->options[plan->folds[i].option])
                           ? 0
                           : COST_OF_ANSWER + COST_OF_TICK);
    if (goes_on && plan->n_layers > 0)
        goes_on = take(walk, index, FP_SYMBOL_SET, is_asked, 1, COST_OF_ANSWER);
    return goes_on;
}

/* The layer's option in or out; at the end the idle ones at once. */
static bool take_option(Walk *walk, size_t index)
{
    const FpPairQuestion *question = &walk->pair->questions[question_of(walk)];
    const FpQuestionPlan *plan = fp_half_plan(walk->halves[0], question_of(walk));
    const PairState pair = *pair_at(&walk->layers[walk->layer], index);
    bool is_asked[SIDES] = { !pair.is_waiting[0], !pair.is_waiting[1] };
    size_t side = is_asked[0] ? 0 : 1, place = place_of(walk) - 1;
    bool has_chosen = fp_half_has_chosen(walk->halves[side], walk->layer, pair.state[side]);
    FpCount all = (FpCount)1 << fp_option_set_count(plan->idle);
    if (place == plan->n_options)
        return take(walk, index, has_chosen ? FP_SYMBOL_WHATEVER : FP_SYMBOL_IN, is_asked,
                    has_chosen ? all : all - 1, has_chosen ? 0 : COST_OF_TICK);
    if (!take(walk, index, FP_SYMBOL_IN, is_asked, 1, COST_OF_TICK))
        return false;
    bool may_be_out =
        has_chosen || walk->layer + 1 != fp_half_layer_after(walk->halves[0], walk->layer);
    if (!may_be_out || fp_option_set_has(question->required, plan->options[place]))
        return true;
    return take(walk, index, FP_SYMBOL_OUT, is_asked, 1, 0);
}

static bool leave_layer(Walk *walk)
{
    bool is_within = place_of(walk) > 0, goes_on = true;
    for (size_t i = 0; goes_on && i < walk->layers[walk->layer].pairs->len; i++) {
        const PairState *pair = pair_at(&walk->layers[walk->layer], i);
        if (walk->is_wanted != NULL && pair->cost >= walk->least)
            continue;
        goes_on = is_within ? take_option(walk, i) : take_answers(walk, i);
    }
    return goes_on;
}

/* ---- What was found ---- */

/* The option that a symbol adds to the sheet of fewest answers. */
static void add_answer(const FpQuestionPlan *plan, const FpLayer *layer, size_t symbol,
                       FpOptionSet *answer)
{
    size_t option = FP_NONE;
    if (symbol >= FP_SYMBOL_ALONE)
        option = plan->folds[symbol - FP_SYMBOL_ALONE].option;
    else if (symbol == FP_SYMBOL_IN)
        option = layer->place - 1 < plan->n_options ? plan->options[layer->place - 1]
                                                    : fp_option_set_first(plan->idle);
    if (option != FP_NONE)
        *answer = fp_option_set_union(*answer, fp_option_set_of(option));
}

/* Goes back from a pair to the first, gathering answers. */
static FpOptionSet *gather_answers(const Walk *walk, size_t layer, size_t index)
{
    FpOptionSet *answers = g_new0(FpOptionSet, walk->pair->n + 1);
    while (layer > 0) {
        const PairState *pair = pair_at(&walk->layers[layer], index);
        size_t before = layer - 1;
        // ON and ALONE skip the layers within the question.
        if (pair->symbol == FP_SYMBOL_ON || pair->symbol >= FP_SYMBOL_ALONE)
            before -= fp_half_layer(walk->halves[0], before)->place;
        const FpLayer *from = fp_half_layer(walk->halves[0], before);
        add_answer(fp_half_plan(walk->halves[0], from->question), from, pair->symbol,
                   &answers[from->question]);
        layer = before;
        index = pair->from;
    }
    return answers;
}

static void fill_cell(const Walk *walk, size_t layer, size_t index, FpPairResult *result)
{
    const PairState *pair = pair_at(&walk->layers[layer], index);
    size_t winners[SIDES];
    for (size_t i = 0; i < SIDES; i++)
        winners[i] = (size_t)fp_half_winner(walk->halves[i], layer, pair->state[i]);
    FpPairCell *cell = &result->cells[winners[0] * result->n[1] + winners[1]];
    cell->sheets = fp_count_add(cell->sheets, pair->sheets);
    if (cell->is_there && cell->cost <= pair->cost)
        return;
    cell->is_there = true;
    cell->cost = pair->cost;
    cell->n_answers = (size_t)(pair->cost / COST_OF_ANSWER);
    g_free(cell->answers);
    cell->answers = gather_answers(walk, layer, index);
}

static void fill_result(const Walk *walk, FpPairResult *result)
{
    size_t last = walk->n_layers - 1;
    result->is_whole = true;
    if (walk->is_wanted != NULL) {
        if (walk->has_found)
            fill_cell(walk, walk->best_layer, walk->best_pair, result);
        return;
    }
    for (size_t i = 0; i < walk->layers[last].pairs->len; i++)
        fill_cell(walk, last, i, result);
}

/* ---- The way ---- */

static void find_open_from(Walk *walk)
{
    for (size_t i = 0; i < walk->pair->n; i++) {
        const FpPairQuestion *question = &walk->pair->questions[i];
        bool can_be_open = false;
        for (size_t j = 0; j < question->n_options; j++)
            can_be_open |= fp_pair_option_is_open(&question->options[j]);
        if (!can_be_open)
            walk->open_from = i + 1;
    }
}

static bool run(Walk *walk)
{
    const PairState first = { .sheets = 1, .symbol = FP_SYMBOL_ON };
    if (!fp_half_begin(walk->halves[0]) || !fp_half_begin(walk->halves[1]))
        return false;
    find_open_from(walk);
    walk->n_layers = fp_half_n_layers(walk->halves[0]);
    walk->layers = g_new0(PairLayer, walk->n_layers);
    for (size_t i = 0; i < walk->n_layers; i++) {
        walk->layers[i].pairs = g_array_new(FALSE, FALSE, sizeof(PairState));
        clear_slots(&walk->layers[i], 64);
    }
    if (!is_done(walk, 0, &first)) {
        add_pair(&walk->layers[0], &first);
        note_found(walk, 0, 0);
    }
    for (walk->layer = 0; walk->layer + 1 < walk->n_layers; walk->layer++) {
        if (!leave_layer(walk))
            return false;
        g_clear_pointer(&walk->layers[walk->layer].slots, g_free);
    }
    return true;
}

static void clear(Walk *walk)
{
    for (size_t i = 0; i < walk->n_layers; i++) {
        g_array_unref(walk->layers[i].pairs);
        g_free(walk->layers[i].slots);
    }
    g_free(walk->layers);
}

static FpPairResult walk_pair(const FpPair *pair, const FpCompiledTree *a, const FpCompiledTree *b,
                              const bool *is_wanted, size_t fewer_than, FpBudget *budget)
{
    g_autoptr(FpAnswerSheet) sheet_a = fp_answer_sheet_new(fp_compiled_tree_tree(a));
    g_autoptr(FpAnswerSheet) sheet_b = fp_answer_sheet_new(fp_compiled_tree_tree(b));
    g_autoptr(FpHalf) half_a = fp_half_new(a, sheet_a, budget);
    g_autoptr(FpHalf) half_b = fp_half_new(b, sheet_b, budget);
    FpPairResult result = { .n = { a->tree->n_outcomes + 1, b->tree->n_outcomes + 1 } };
    Walk walk = { .pair = pair,
                  .halves = { half_a, half_b },
                  .is_wanted = is_wanted,
                  .budget = budget,
                  .least = fewer_than == FP_NONE ? UINT64_MAX : fewer_than * COST_OF_ANSWER,
                  .n_columns = result.n[1] };
    fp_half_join(half_a, half_b, pair);
    result.cells = g_new0(FpPairCell, result.n[0] * result.n[1]);
    if (run(&walk))
        fill_result(&walk, &result);
    clear(&walk);
    return result;
}

FpPairResult fp_pair_count(const FpPair *pair, const FpCompiledTree *a, const FpCompiledTree *b,
                           FpBudget *budget)
{
    return walk_pair(pair, a, b, NULL, FP_NONE, budget);
}

FpPairResult fp_pair_find(const FpPair *pair, const FpCompiledTree *a, const FpCompiledTree *b,
                          const bool *is_wanted, size_t fewer_than, FpBudget *budget)
{
    return walk_pair(pair, a, b, is_wanted, fewer_than, budget);
}

void fp_pair_result_clear(FpPairResult *result)
{
    for (size_t i = 0; i < result->n[0] * result->n[1]; i++)
        g_free(result->cells[i].answers);
    g_clear_pointer(&result->cells, g_free);
}

void fp_pair_free(FpPair *pair)
{
    if (pair == NULL)
        return;
    for (size_t i = 0; i < pair->n; i++)
        g_free(pair->questions[i].options);
    g_free(pair->questions);
    g_free(pair);
}
