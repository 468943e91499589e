// SPDX-License-Identifier: Apache-2.0
/* Searching a list: what it shows is narrowed to what holds all the words typed, whatever their case
 * and order. Indices stay those of the whole list. */
#pragma once
#include "fp-field.h"

typedef struct {
    FpField words;  /* nothing typed: all is shown */
    bool is_typing; /* every key goes into the words */
} FpFilter;

void fp_filter_init(FpFilter *filter);
void fp_filter_clear(FpFilter *filter); /* frees what it holds */
void fp_filter_begin(FpFilter *filter); /* with the words that are there already */
void fp_filter_end(FpFilter *filter);   /* all is shown again */

/* True where the list is narrowed. */
bool fp_filter_is_on(const FpFilter *filter);
/* True where the list shows an item with these texts; any may be NULL. */
bool fp_filter_lets(const FpFilter *filter, const char *text, const char *more);
