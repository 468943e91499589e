// SPDX-License-Identifier: Apache-2.0
/* Drawing text on the screen's cells. Every text goes through here, foreign or ours: it is made
 * printable, and what the terminal's charset lacks is transliterated before anything is measured.
 *
 * A drawing leaves three things besides cells: where the cursor stands, what a click means where, and
 * how far what does not fit can be scrolled. */
#pragma once
#include "fp-action.h"
#include "keys-private.h"
#include "layout-private.h"
#include "theme-private.h"

/* A click in this part of a row is a key, or, where key is FP_KEY_NONE, an action. */
typedef struct {
    FpArea area;
    FpKey key;
    FpAction action;
} FpZone;

typedef struct FpCanvas {
    FpTuiTheme theme;
    char *charset;
    int rows, columns;
    int cursor_row, cursor_column; /* -1: none is shown */
    GArray *zones;                 /* FpZone */
    int scroll_back, scroll_on;    /* lines that can be scrolled yet, up and down */
    int scroll_page;               /* lines in view */
    bool cuts_text;                /* what is scrolled has no focus that would move it */
    GArray *stops;                 /* int, rising: lines that a section begins on */
} FpCanvas;

void fp_canvas_init(FpCanvas *canvas, FpTuiTheme theme, const char *charset);
void fp_canvas_clear(FpCanvas *canvas); /* frees what it holds */

/* The window's size now; rows and columns are those of the last drawing. */
void fp_canvas_measure(const FpCanvas *canvas, int *out_rows, int *out_columns);
/* Begins a drawing on blank cells; ends it: the terminal shows it. */
void fp_canvas_begin(FpCanvas *canvas);
void fp_canvas_end(FpCanvas *canvas);

/* Text as it will be shown. Only such may be measured and put. Owned. */
char *fp_canvas_prepare(const FpCanvas *canvas, const char *text, bool keeps_lines);

/* Puts prepared text into at most columns cells; what is longer is cut. Returns the cells it took. */
int fp_canvas_put(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                  const char *prepared);
/* The same for any text; what is longer ends with an ellipsis. */
int fp_canvas_print(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                    const char *text);
/* At the right end of columns. */
void fp_canvas_print_right(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                           const char *text);
/* A mark, again and again: lines. */
void fp_canvas_line(FpCanvas *canvas, int row, int column, int columns, FpStyle style, FpMark mark);
/* A scroll bar in the last column of an area, where not all of n_lines is shown. */
void fp_canvas_scroll_bar(FpCanvas *canvas, FpArea area, int first_line, int n_lines);

void fp_canvas_set_cursor(FpCanvas *canvas, int row, int column);
/* A line at which scrolling by sections stops. */
void fp_canvas_add_stop(FpCanvas *canvas, int line);
/* The stop after a line (step 1) or before it (step -1); the line itself where there is none. */
int fp_canvas_find_stop(const FpCanvas *canvas, int line, int step);
void fp_canvas_add_zone(FpCanvas *canvas, FpZone zone);
/* NULL where a click means nothing. */
const FpZone *fp_canvas_zone_at(const FpCanvas *canvas, int row, int column);
