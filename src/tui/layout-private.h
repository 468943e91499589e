// SPDX-License-Identifier: Apache-2.0
/* Sizes to panes. Pure: cells in, areas out. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Below this a window is told that it is too small. */
#define FP_LAYOUT_MIN_ROWS    12
#define FP_LAYOUT_MIN_COLUMNS 40

/* Longer lines tire the eye. */
#define FP_LAYOUT_TEXT_COLUMNS 76

typedef struct {
    int row, column, rows, columns;
} FpArea;

/* Takes so many rows, at most those that there are, from the top of an area. */
FpArea fp_area_take_rows(FpArea *rest, int rows);

/* Beside the body, where there is room. */
typedef struct {
    bool themes;  /* on the left */
    bool outlook; /* on the right; in a narrower window in the place of the themes */
} FpPanes;

typedef struct {
    bool fits;     /* else none of the rest means anything */
    bool is_roomy; /* rows enough for blank ones between things */
    bool has_themes, has_outlook;
    FpArea title;     /* a row */
    FpArea rule;      /* a row */
    FpArea themes;    /* the pane on the left; empty unless has_themes */
    FpArea outlook;   /* likewise */
    int outlook_wall; /* the column of the line between it and the body */
    FpArea body;
    FpArea message; /* above the bar */
    FpArea spare;   /* a row that the bar may have besides; its rows are 0 where there is none */
    FpArea bar;     /* a row */
} FpLayout;

/* message_rows: wanted, at least one is given. */
FpLayout fp_layout_make(int rows, int columns, int message_rows, FpPanes wanted);
/* Cells that a message can have on a line, whatever the layout. */
int fp_layout_message_columns(int columns);

/* Rows of the body's parts, from top to bottom. On input what each wants. What does not fit is cut in
 * this order: the note (unless it is being edited) to a line, the why, the head, the options. */
typedef struct {
    int head, why, options, note;
} FpStack;
FpStack fp_layout_stack(FpStack wanted, int rows, bool edits_note);

/* The first of n_lines to show in a number of rows, so that a range of lines is in view with two more
 * behind it; its beginning, where it is longer than the rows. */
int fp_layout_first_line(int n_lines, int rows, int focus_line, int n_focus_lines);
