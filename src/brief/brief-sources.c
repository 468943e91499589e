// SPDX-License-Identifier: Apache-2.0
// A fact has its place in `cited` from its first citation on; its number is that place, from 1.
#include "brief-private.h"
#include "fp-i18n.h"
#include <stdlib.h>

static size_t number_of(FpBriefMaker *maker, const FpFact *fact)
{
    for (guint i = 0; i < maker->cited->len; i++) {
        if (g_ptr_array_index(maker->cited, i) == fact)
            return i + 1;
    }
    return 0;
}

static int compare_numbers(const void *a, const void *b)
{
    size_t one = *(const size_t *)a, other = *(const size_t *)b;
    return one < other ? -1 : one > other;
}

/* Appends the numbers of cites to numbers, each once. Returns how many there are now. */
static size_t append_numbers(FpBriefMaker *maker, const FpCites *cites, size_t *numbers, size_t n)
{
    for (size_t i = 0; i < cites->n; i++) {
        const FpFact *fact = cites->items[i].fact;
        size_t number = number_of(maker, fact);
        if (number == 0) {
            g_ptr_array_add(maker->cited, (gpointer)(uintptr_t)fact);
            number = maker->cited->len;
        }
        bool is_known = false;
        for (size_t k = 0; k < n; k++)
            is_known = is_known || numbers[k] == number;
        if (!is_known)
            numbers[n++] = number;
    }
    return n;
}

FpBriefCites brief_cite(FpBriefMaker *maker, const FpCites *cites, const FpCites *more)
{
    size_t n_most = cites->n + (more != NULL ? more->n : 0);
    size_t *numbers = brief_new_array(maker, n_most, sizeof *numbers);
    size_t n = append_numbers(maker, cites, numbers, 0);
    if (more != NULL)
        n = append_numbers(maker, more, numbers, n);
    if (n > 1)
        qsort(numbers, n, sizeof *numbers, compare_numbers);
    return (FpBriefCites) { .numbers = numbers, .n = n };
}

static const char *confidence_in_words(FpConfidence confidence)
{
    switch (confidence) {
    case FP_CONFIDENCE_HIGH:
        /* TRANSLATORS: how sure a fact is: "confidence: high". */
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
