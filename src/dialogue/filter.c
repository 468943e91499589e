// SPDX-License-Identifier: Apache-2.0
#include "filter-private.h"
#include <string.h>

#define WORDS_MAX_BYTES 100

void fp_filter_init(FpFilter *filter)
{
    fp_field_init(&filter->words, NULL, WORDS_MAX_BYTES, false);
    filter->is_typing = false;
}

void fp_filter_clear(FpFilter *filter)
{
    fp_field_clear(&filter->words);
}

void fp_filter_begin(FpFilter *filter)
{
    filter->is_typing = true;
}

void fp_filter_end(FpFilter *filter)
{
    fp_field_set(&filter->words, NULL);
    filter->is_typing = false;
}

bool fp_filter_is_on(const FpFilter *filter)
{
    return filter->words.text->len > 0;
}

/* Case and the several ways to write an accent do not matter. */
static char *fold(const char *text)
{
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    return g_utf8_casefold(normal != NULL ? normal : text, -1);
}

bool fp_filter_lets(const FpFilter *filter, const char *text, const char *more)
{
    if (!fp_filter_is_on(filter))
        return true;
    g_autofree char *both =
        g_strjoin("\n", text != NULL ? text : "", more != NULL ? more : "", NULL);
    g_autofree char *folded = fold(both), *wanted = fold(filter->words.text->str);
    g_auto(GStrv) words = g_strsplit(wanted, " ", -1);
    for (size_t i = 0; words[i] != NULL; i++) {
        if (strstr(folded, words[i]) == NULL)
            return false;
    }
    return true;
}
