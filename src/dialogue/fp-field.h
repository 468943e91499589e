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
/* Takes an editing action; control characters in typed text are dropped. False where the action is
 * none of editing, or where something did not fit. */
bool fp_field_act(FpField *field, const FpAction *action);
