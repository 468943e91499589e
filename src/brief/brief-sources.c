// SPDX-License-Identifier: Apache-2.0
// A fact has its place in `cited` from its first citation on; its number is that place, from 1.
#include "brief-private.h"
#include "fp-i18n.h"
#include <stdlib.h>

/* The number of a fact; a fact not cited before gets the next one. */
static size_t number_of(FpBriefMaker *maker, const FpFact *fact)
{
    gpointer key = (gpointer)(uintptr_t)fact; // the table reads it as a name alone
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(maker->numbers, key));
    if (number != 0)
        return number;
    g_ptr_array_add(maker->cited, key);
    g_hash_table_insert(maker->numbers, key, GSIZE_TO_POINTER((size_t)maker->cited->len));
    return maker->cited->len;
}

static int compare_numbers(const void *a, const void *b)
{
    size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return one < other ? -1 : one > other;
}

static void add_numbers(FpBriefMaker *maker, const FpCites *cites, size_t *numbers)
{
    for (size_t i = 0; i < cites->n; i++)
        numbers[i] = number_of(maker, cites->items[i].fact);
}

/* Puts numbers in order, each once. Returns how many are left. */
static size_t sort_numbers(size_t *numbers, size_t n)
{
    size_t n_left = 0;
    if (n > 1)
        qsort(numbers, n, sizeof *numbers, compare_numbers);
    for (size_t i = 0; i < n; i++) {
        if (n_left == 0 || numbers[n_left - 1] != numbers[i])
            numbers[n_left++] = numbers[i];
    }
    return n_left;
}

FpBriefCites brief_cite_all(FpBriefMaker *maker, const GPtrArray *lists)
{
    size_t n = 0, n_added = 0;
    for (guint i = 0; i < lists->len; i++)
        n += ((const FpCites *)g_ptr_array_index(lists, i))->n;
    size_t *numbers = brief_new_array(maker, n, sizeof *numbers);
    for (guint i = 0; i < lists->len; i++) {
        const FpCites *cites = g_ptr_array_index(lists, i);
        add_numbers(maker, cites, numbers + n_added);
        n_added += cites->n;
    }
    return (FpBriefCites) { .numbers = numbers, .n = sort_numbers(numbers, n) };
}

FpBriefCites brief_cite(FpBriefMaker *maker, const FpCites *cites)
{
    // An effect on many outcomes is one reason for each: they share one list.
    gpointer key = (gpointer)(uintptr_t)cites;
    FpBriefCites *known = g_hash_table_lookup(maker->cites, key);
    if (known != NULL)
        return *known;
    known = brief_new_array(maker, 1, sizeof *known);
    size_t *numbers = brief_new_array(maker, cites->n, sizeof *numbers);
    add_numbers(maker, cites, numbers);
    *known = (FpBriefCites) { .numbers = numbers, .n = sort_numbers(numbers, cites->n) };
    g_hash_table_insert(maker->cites, key, known);
    return *known;
}

static const char *confidence_in_words(FpConfidence confidence)
{
    switch (confidence) {
    case FP_CONFIDENCE_HIGH:
        /* Translators: how sure a fact is: "confidence: high". */
        return _("high");
    case FP_CONFIDENCE_MEDIUM:
        return _("medium");
    case FP_CONFIDENCE_LOW:
        return _("low");
    }
    g_assert_not_reached();
}

static void make_source(FpBriefMaker *maker, const FpFact *fact, FpBriefSource *source)
{
    source->fact_id = fact->id;
    source->claim = fact->claim;
    source->note = fact->note;
    source->as_of = brief_keep(maker, fp_date_to_text(fact->as_of));
    source->review_by = brief_keep(maker, fp_date_to_text(fact->review_by));
    source->is_stale = fp_fact_is_stale(fact, maker->input->as_of);
    source->is_secondary = fact->is_secondary;
    source->confidence = confidence_in_words(fact->confidence);
    source->refs = fact->sources;
    source->n_refs = fact->n_sources;
}

void brief_make_sources(FpBriefMaker *maker)
{
    size_t n = maker->cited->len;
    FpBriefSource *sources = brief_new_array(maker, n, sizeof *sources);
    for (size_t i = 0; i < n; i++) {
        sources[i].number = i + 1;
        make_source(maker, g_ptr_array_index(maker->cited, i), &sources[i]);
    }
    maker->brief.sources = sources;
    maker->brief.n_sources = n;
}
