// SPDX-License-Identifier: Apache-2.0
// States of a layer in a hash table of their numbers: open addressing, at most half full.
#include "outlook-walk-private.h"
#include <string.h>

static void context_clear(void *data)
{
    FpContext *context = data;
    g_free(context->chosen);
    fp_horizon_clear(&context->horizon);
}

/* A group's points matter between the first of its effects and the last. */
static void find_groups(const FpWalk *walk, FpLayer *layer)
{
    size_t n_decided = layer->question, n_begun = n_decided + (layer->place > 0);
    layer->groups = g_new(size_t, walk->n_groups);
    for (size_t i = 0; i < walk->n_groups; i++) {
        if (walk->group_from[i] <= n_begun && walk->group_until[i] > n_decided)
            layer->groups[layer->n_groups++] = i;
    }
}

static void clear_slots(FpLayer *layer, size_t n_slots)
{
    layer->slots = g_renew(uint32_t, layer->slots, n_slots);
    layer->n_slots = n_slots;
    memset(layer->slots, 0xff, n_slots * sizeof *layer->slots); // FP_NO_STATE
}

FpLayer *fp_layer_new(const FpWalk *walk, size_t question, size_t place)
{
    FpLayer *layer = g_new0(FpLayer, 1);
    layer->question = question;
    layer->place = place;
    layer->states = g_array_new(FALSE, FALSE, sizeof(FpState));
    layer->counts = g_array_new(FALSE, FALSE, sizeof(FpCount));
    find_groups(walk, layer);
    layer->n_numbers = walk->n_outcomes + layer->n_groups;
    layer->numbers = g_array_new(FALSE, FALSE, sizeof(int32_t));
    layer->contexts = g_array_new(FALSE, FALSE, sizeof(FpContext));
    g_array_set_clear_func(layer->contexts, context_clear);
    layer->by_signature =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    clear_slots(layer, 64);
    layer->n_context_bytes =
        walk->n_outcomes * walk->n_outcomes * (sizeof(int32_t) + sizeof(bool)) +
        walk->n_groups * sizeof(int32_t) + 2 * walk->n_questions + 200;
    return layer;
}

void fp_layer_leave(FpLayer *layer)
{
    g_clear_pointer(&layer->numbers, g_array_unref);
    g_clear_pointer(&layer->contexts, g_array_unref);
    g_clear_pointer(&layer->by_signature, g_hash_table_unref);
    g_clear_pointer(&layer->slots, g_free);
    g_clear_pointer(&layer->groups, g_free);
}

void fp_layer_forget(FpLayer *layer)
{
    fp_layer_leave(layer);
    g_clear_pointer(&layer->states, g_array_unref);
    g_clear_pointer(&layer->counts, g_array_unref);
}

void fp_layer_free(FpLayer *layer)
{
    fp_layer_forget(layer);
    g_free(layer);
}

size_t fp_layer_n_bytes(const FpLayer *layer)
{
    size_t n_states = layer->states->len, n_contexts = layer->contexts->len;
    size_t of_state = sizeof(FpState) + sizeof(FpCount) + layer->n_numbers * sizeof(int32_t);
    size_t of_context =
        sizeof(FpContext) + (layer->question + 1) * sizeof(FpOptionSet) + layer->n_context_bytes;
    // Arrays double as they grow: half of what they take may be free.
    return 2 * n_states * of_state + layer->n_slots * sizeof(uint32_t) + n_contexts * of_context;
}

static uint32_t hash_of(size_t context, const int32_t *key, size_t n)
{
    uint64_t hash = context + 1;
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (uint32_t)key[i]) * UINT64_C(0x9e3779b97f4a7c15) ^ (hash >> 29);
    return (uint32_t)(hash ^ (hash >> 32));
}

static bool is_same(const FpLayer *layer, size_t index, uint32_t hash, size_t context,
                    const int32_t *key)
{
    const FpState *state = &g_array_index(layer->states, FpState, index);
    return state->hash == hash && state->context == context &&
           memcmp(&g_array_index(layer->numbers, int32_t, index * layer->n_numbers), key,
                  layer->n_numbers * sizeof *key) == 0;
}

/* The slot of a state, or the free one where it would stand. */
static uint32_t *find_slot(const FpLayer *layer, uint32_t hash, size_t context, const int32_t *key)
{
    size_t slot = hash & (layer->n_slots - 1);
    while (layer->slots[slot] != FP_NO_STATE &&
           !is_same(layer, layer->slots[slot], hash, context, key))
        slot = (slot + 1) & (layer->n_slots - 1);
    return &layer->slots[slot];
}

static void grow(FpLayer *layer)
{
    clear_slots(layer, layer->n_slots * 4);
    for (uint32_t i = 0; i < layer->states->len; i++) {
        size_t slot = g_array_index(layer->states, FpState, i).hash & (layer->n_slots - 1);
        while (layer->slots[slot] != FP_NO_STATE)
            slot = (slot + 1) & (layer->n_slots - 1);
        layer->slots[slot] = i;
    }
}

static void append(FpLayer *layer, uint32_t hash, size_t context, const int32_t *key, FpCount count)
{
    FpContext *of = &g_array_index(layer->contexts, FpContext, context);
    FpState state = { .context = (uint32_t)context,
                      .next = of->first_state,
                      .hash = hash,
                      .winner = of->is_settled ? key[0] : FP_NOT_SETTLED };
    of->first_state = layer->states->len;
    g_array_append_val(layer->states, state);
    g_array_append_val(layer->counts, count);
    g_array_append_vals(layer->numbers, key, (guint)layer->n_numbers);
}

size_t fp_layer_add(FpLayer *layer, size_t context, const int32_t *key, FpCount count)
{
    uint32_t hash = hash_of(context, key, layer->n_numbers);
    if ((size_t)layer->states->len * 2 >= layer->n_slots)
        grow(layer);
    uint32_t *slot = find_slot(layer, hash, context, key);
    if (*slot == FP_NO_STATE) {
        *slot = layer->states->len;
        append(layer, hash, context, key, count);
        return *slot;
    }
    FpCount *counted = &g_array_index(layer->counts, FpCount, *slot);
    *counted = fp_count_add(*counted, count);
    return *slot;
}
