// SPDX-License-Identifier: Apache-2.0
// ncurses counts cells by the C library's tables, which differ from ours here and there, and terminals
// from both. So a cluster is put at its own column, only what all agree on is drawn of it, and what is
// left of its cells is blank. A base's marks ride in its cell.
#include "cells-private.h"

#include <glib.h>
#include <stdbool.h>
#include <wchar.h>

/* As ncurses: a base and this many marks in a cell. */
#define MARKS_MAX (CCHARW_MAX - 1)

enum { JOINER = 0x200D, EMOJI_SELECTOR = 0xFE0F, REPLACEMENT = 0xFFFD };

typedef struct {
    int row, column;
    attr_t attributes;
    int pair;
} Pen;

static void put(Pen *pen, const wchar_t *characters, int n_cells)
{
    cchar_t cell;
    setcchar(&cell, characters, pen->attributes, 0, &pen->pair);
    mvadd_wch(pen->row, pen->column, &cell);
    pen->column += n_cells;
}

/* What changes its neighbours' width in some terminals and not in others. */
static bool is_left_out(wchar_t c)
{
    return c == EMOJI_SELECTOR || c == JOINER;
}

/* Takes the next base with its marks; its cells, or 0 at the end. */
static int take_base(const char **at, const char *end, wchar_t characters[CCHARW_MAX + 1])
{
    size_t n = 0;
    int n_cells = 0;
    while (*at < end) {
        wchar_t c = (wchar_t)g_utf8_get_char(*at);
        int width = wcwidth(c);
        if (width != 0 && n > 0)
            break;
        *at = g_utf8_next_char(*at);
        if (is_left_out(c) || (n == 0 && width == 0) || n > MARKS_MAX)
            continue;
        if (n == 0)
            n_cells = MAX(width, 1);
        characters[n++] = width < 0 ? REPLACEMENT : c;
    }
    characters[n] = L'\0';
    return n_cells;
}

void fp_cells_put(int row, int column, const char *cluster, size_t n_bytes, int width_cells,
                  attr_t attributes, int pair)
{
    Pen pen = { row, column, attributes, pair };
    const char *at = cluster, *end = cluster + n_bytes;
    wchar_t characters[CCHARW_MAX + 1];
    for (int n_cells; (n_cells = take_base(&at, end, characters)) > 0;) {
        if (pen.column + n_cells > column + width_cells)
            break;
        put(&pen, characters, n_cells);
    }
    while (pen.column < column + width_cells)
        put(&pen, L" ", 1);
}
