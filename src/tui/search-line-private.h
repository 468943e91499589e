// SPDX-License-Identifier: Apache-2.0
/* The line above a list that is searched: the words, and how much of the list has them. */
#pragma once
#include "canvas-private.h"
#include "fp-field.h"
#include "keymap-private.h"

/* While the words are typed. */
extern const FpKeyTable *const fp_search_tables[];

/* In the bar while a search narrows the list. */
bool fp_search_is_on(const FpShown *shown, const FpCanvas *drawn);

/* Draws it in the first row of an area; the cursor is put there while the words are typed. */
void fp_search_draw(FpCanvas *canvas, FpArea area, const FpField *words, bool is_typing,
                    size_t n_shown, size_t n_all);
