// SPDX-License-Identifier: Apache-2.0
/* Text fields on the screen: where the cursor stands in what is shown. */
#pragma once
#include "fp-field.h"
#include "lines-private.h"

/* The part of a field's one line that has the cursor in it, prepared and blank up to columns. Owned. */
char *fp_field_slice(const FpCanvas *canvas, const FpField *field, int columns, int *out_cursor);

/* Adds a field's text as lines, wrapped at words, from a column on; says where the cursor stands. */
void fp_field_add_lines(FpLines *lines, const FpField *field, int column, FpStyle style,
                        int *out_cursor_line, int *out_cursor_column);
