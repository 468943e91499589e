// SPDX-License-Identifier: Apache-2.0
#include "layout-private.h"

#include <glib.h>

/* Two panes and the gap between them; wider windows leave the rest blank on both sides. */
#define FRAME_MAX_COLUMNS  116
#define THEMES_MIN_FRAME   70 /* a narrower frame has no pane of themes */
#define THEMES_MIN_ROWS    16
#define THEMES_MIN_COLUMNS 26
#define THEMES_MAX_COLUMNS 36
#define GAP_COLUMNS        3 /* blank, wall, blank */
#define ROOMY_ROWS         20
#define MESSAGE_MAX_ROWS   4
#define SHORT_ROWS         10 /* a body with less gives each part the least */
/* Lines kept in view behind the focus, so that a list is seen to go on. */
#define LINES_BEHIND 2

static int frame_columns(int columns)
{
    return MIN(columns - 2, FRAME_MAX_COLUMNS);
}

static FpArea line(int row, int column, int columns)
{
    return (FpArea) { .row = row, .column = column, .rows = 1, .columns = columns };
}

static void split_themes(FpLayout *layout)
{
    FpArea frame = layout->body;
    int themes = CLAMP(frame.columns * 3 / 10, THEMES_MIN_COLUMNS, THEMES_MAX_COLUMNS);
    int taken = themes + GAP_COLUMNS;
    layout->has_themes = true;
    layout->themes = frame;
    layout->themes.columns = themes;
    layout->body.column += taken;
    layout->body.columns = MIN(frame.columns - taken, FP_LAYOUT_TEXT_COLUMNS);
}

FpLayout fp_layout_make(int rows, int columns, int message_rows, bool wants_themes)
{
    FpLayout layout = { .fits = rows >= FP_LAYOUT_MIN_ROWS && columns >= FP_LAYOUT_MIN_COLUMNS,
                        .is_roomy = rows >= ROOMY_ROWS };
    if (!layout.fits)
        return layout;
    int width = frame_columns(columns), left = (columns - width) / 2;
    int blank = layout.is_roomy ? 1 : 0;
    int n_message = CLAMP(message_rows, 1, MIN(MESSAGE_MAX_ROWS, rows / 4));
    layout.title = line(0, left, width);
    layout.rule = line(1, left, width);
    layout.bar = line(rows - 1, left, width);
    layout.message = line(rows - 1 - n_message, left, width);
    layout.message.rows = n_message;
    layout.body = line(2 + blank, left, width);
    layout.body.rows = layout.message.row - blank - layout.body.row;
    if (wants_themes && width >= THEMES_MIN_FRAME && rows >= THEMES_MIN_ROWS)
        split_themes(&layout);
    return layout;
}

int fp_layout_message_columns(int columns)
{
    return MAX(frame_columns(columns) - 2, 1);
}

FpStack fp_layout_stack(FpStack wanted, int rows, bool edits_note)
{
    FpStack given = { 0 };
    int note_most = edits_note ? MAX(rows / 2, 3) : rows < SHORT_ROWS ? 1 : rows / 4;
    int options_least =
        edits_note ? 0 : MIN(wanted.options, rows < SHORT_ROWS && wanted.why > 0 ? 2 : 4);
    given.note = MIN(wanted.note, note_most);
    int left = MAX(rows - given.note - options_least, 0);
    int why_least = MIN(wanted.why, left / 2);
    given.head = MIN(wanted.head, left - why_least);
    given.why = MIN(wanted.why, left - given.head);
    given.options = MIN(wanted.options, rows - given.note - given.head - given.why);
    return given;
}

int fp_layout_first_line(int n_lines, int rows, int focus_line, int n_focus_lines)
{
    int end = MIN(focus_line + n_focus_lines + LINES_BEHIND, n_lines);
    int wanted = MIN(MAX(end - rows, 0), focus_line);
    return CLAMP(wanted, 0, MAX(n_lines - rows, 0));
}
