// SPDX-License-Identifier: Apache-2.0
/* Grapheme clusters as cells of ncurses. */
#pragma once
#include <curses.h>
#include <stddef.h>

/* Draws one cluster at a place; it takes width_cells there (fp_text_width). cluster: its n_bytes. */
void fp_cells_put(int row, int column, const char *cluster, size_t n_bytes, int width_cells,
                  attr_t attributes, int pair);
