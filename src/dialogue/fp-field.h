// SPDX-License-Identifier: Apache-2.0
/* A text being edited: its bytes and a cursor that stands between grapheme clusters. */
#pragma once
#include "fp-action.h"
#include <glib.h>
#include <stdbool.h>

typedef struct {
    GString *text;
    size_t cursor;    /* in bytes */
    size_t max_bytes; /* more is not taken in */
    bool keeps_lines; /* line feeds stay; else they become spaces */
} FpField;

void fp_field_init(FpField *field, const char *text, size_t max_bytes, bool keeps_lines);
void fp_field_clear(FpField *field); /* frees what it holds */
void fp_field_set(FpField *field, const char *text);
/* Takes an editing action. Control characters in typed text and what reorders text are dropped.
 * Where lines are kept, home, end and the erasing to them stay in the cursor's line, and up and
 * down go from line to line (of the text: how a screen wraps it is not known here). False where the
 * action is none of editing, or where something did not fit; what fits is taken in. */
bool fp_field_act(FpField *field, const FpAction *action);
