// SPDX-License-Identifier: Apache-2.0
/* A table for a person: headings and rows in columns, two spaces apart. */
#pragma once
#include "fp-cli.h"

typedef struct {
    const char *heading; /* N_() */
    size_t max_cells;    /* past it a cell ends with an ellipsis; 0: never */
} FpTableColumn;

typedef struct FpTable FpTable;

/* columns: static, n_columns of them. */
FpTable *fp_table_new(const FpTableColumn *columns, size_t n_columns);
void fp_table_free(FpTable *table); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTable, fp_table_free)

/* Adds a row. cells: one a column; made printable here; "" or NULL for none. */
void fp_table_add(FpTable *table, const char *const *cells);

/* Prints the headings and the rows in the order in which they were added. */
void fp_table_print(const FpTable *table, const FpCliOptions *options);
