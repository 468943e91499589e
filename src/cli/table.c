// SPDX-License-Identifier: Apache-2.0
#include "table.h"
#include "fp-i18n.h"
#include "fp-text.h"

struct FpTable {
    const FpTableColumn *columns;
    size_t n_columns;
    GPtrArray *rows; /* GStrv, the headings first */
    size_t *widths;  /* cells, one a column */
};

FpTable *fp_table_new(const FpTableColumn *columns, size_t n_columns)
{
    FpTable *table = g_new0(FpTable, 1);
    table->columns = columns;
    table->n_columns = n_columns;
    table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    table->widths = g_new0(size_t, n_columns);
    const char **headings = g_newa(const char *, n_columns);
    for (size_t i = 0; i < n_columns; i++)
        headings[i] = _(columns[i].heading);
    fp_table_add(table, headings);
    return table;
}

void fp_table_free(FpTable *table)
{
    if (table == NULL)
        return;
    g_ptr_array_free(table->rows, TRUE);
    g_free(table->widths);
    g_free(table);
}

void fp_table_add(FpTable *table, const char *const *cells)
{
    char **row = g_new0(char *, table->n_columns + 1);
    for (size_t i = 0; i < table->n_columns; i++) {
        row[i] = fp_text_printable(cells[i] != NULL ? cells[i] : "", -1, FP_PRINT_ONE_LINE);
        size_t width = fp_text_width(row[i]), max = table->columns[i].max_cells;
        table->widths[i] = MAX(table->widths[i], max > 0 ? MIN(width, max) : width);
    }
    g_ptr_array_add(table->rows, row);
}

void fp_table_print(const FpTable *table, const FpCliOptions *options)
{
    for (guint r = 0; r < table->rows->len; r++) {
        char *const *row = table->rows->pdata[r];
        g_autoptr(GString) line = g_string_new(NULL);
        for (size_t i = 0; i < table->n_columns; i++) {
            g_autofree char *cell = fp_text_pad(row[i], table->widths[i], options->ascii);
            g_string_append_printf(line, "%s%s", i == 0 ? "" : "  ", cell);
        }
        g_strchomp(line->str);
        g_autofree char *text = g_strconcat(line->str, "\n", NULL);
        fp_print(options, text);
    }
}
