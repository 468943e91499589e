// SPDX-License-Identifier: Apache-2.0
/* Cells of a CSV file (RFC 4180) that a spreadsheet shows as text. */
#pragma once
#include <glib.h>

/* Adds a cell, quoted where it must be. What a spreadsheet would take for a formula (a text that
 * starts with = + - @, a tab, or one of these behind blanks) gets an apostrophe in front, which
 * spreadsheets do not show. NULL is an empty cell. */
void csv_add_text(GString *row, const char *text);
/* A whole number stays a number, a negative one too. */
void csv_add_number(GString *row, gint64 number);
/* Ends the row, by CR LF. */
void csv_end_row(GString *row);
