// SPDX-License-Identifier: Apache-2.0
#include "csv-cell.h"
#include "fp-text.h"
#include <string.h>

static void begin_cell(GString *row)
{
    if (row->len > 0 && row->str[row->len - 1] != '\n')
        g_string_append_c(row, ',');
}

static bool is_formula(const char *text)
{
    // Spreadsheets skip blanks before they look; full-width forms count for some of them.
    static const char *const starts[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
    const char *first = text + strspn(text, " \t\r\n");
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (g_str_has_prefix(first, starts[i]))
            return true;
    }
    return false;
}

void csv_add_text(GString *row, const char *text)
{
    begin_cell(row);
    if (text == NULL || *text == '\0') {
        g_string_append(row, "\"\""); // seen by begin_cell(), unlike nothing
        return;
    }
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    g_string_append(row, is_formula(shown) ? "\"'" : "\"");
    for (const char *at = shown; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(row, '"');
        g_string_append_c(row, *at);
    }
    g_string_append_c(row, '"');
}

void csv_add_number(GString *row, gint64 number)
{
    g_autofree char *digits = g_strdup_printf("%ld", (long)number);
    begin_cell(row);
    g_string_append(row, digits);
}

void csv_end_row(GString *row)
{
    g_string_append(row, "\r\n");
}
