// SPDX-License-Identifier: Apache-2.0
/* A whole tree as an indented page that a person reads from top to bottom. */
#pragma once
#include "fp-tree.h"

typedef struct {
    size_t
        width_cells;  /* of a line; where an indent leaves less than 24 cells, lines grow past it */
    bool has_reasons; /* what each answer does and why, the facts cited, and what outcomes hold */
    FpDate as_of;     /* facts past their review are marked as stale on this day */
} FpTreePageOptions;

/* The page: printable UTF-8, ends with a line feed. Owned. */
char *fp_tree_page(const FpTree *tree, const FpTreePageOptions *options);
