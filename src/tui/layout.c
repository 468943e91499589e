// SPDX-License-Identifier: Apache-2.0
#include "layout-private.h"

#include <glib.h>

/* Two panes and the gap between them; wider windows leave the rest blank on both sides. */
#define FRAME_MAX_COLUMNS   116
#define PANE_MIN_FRAME      70  /* a narrower frame has no pane beside the body */
#define TWO_PANES_MIN_FRAME 104 /* a narrower one has not both */
#define PANE_MIN_ROWS       16
#define THEMES_MIN_COLUMNS  26
#define THEMES_MAX_COLUMNS  36
#define OUTLOOK_MIN_COLUMNS 28
#define OUTLOOK_MAX_COLUMNS 32
#define GAP_COLUMNS         3 /* blank, wall, blank */
#define ROOMY_ROWS          20
#define MESSAGE_MAX_ROWS    4
#define SHORT_ROWS          10 /* a body with less gives each part the least */
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

static int themes_columns(int frame)
{
    return CLAMP(frame * 3 / 10, THEMES_MIN_COLUMNS, THEMES_MAX_COLUMNS);
}

/* Takes a pane from the body's left. */
static FpArea split_left(FpArea *body, int columns)
{
    FpArea pane = *body;
    pane.columns = columns;
    body->column += columns + GAP_COLUMNS;
    body->columns -= columns + GAP_COLUMNS;
    return pane;
}

static FpArea split_right(FpArea *body, int columns)
{
    FpArea pane = *body;
    body->columns -= columns + GAP_COLUMNS;
    pane.column = body->column + body->columns + GAP_COLUMNS;
    pane.columns = columns;
    return pane;
}

/* The question keeps its place where the outlook comes and goes in a window with room for one pane. */
static void split_panes(FpLayout *layout, FpPanes wanted)
{
    int frame = layout->body.columns, themes = themes_columns(frame);
    bool has_both = frame >= TWO_PANES_MIN_FRAME;
    layout->has_outlook = wanted.outlook;
    layout->has_themes = wanted.themes && (has_both || !wanted.outlook);
    if (layout->has_themes)
        layout->themes = split_left(&layout->body, themes);
    if (wanted.outlook && has_both) {
        layout->outlook = split_right(
            &layout->body, CLAMP(frame * 27 / 100, OUTLOOK_MIN_COLUMNS, OUTLOOK_MAX_COLUMNS));
        layout->outlook_wall = layout->outlook.column - 2;
    } else if (wanted.outlook) {
        layout->outlook = split_left(&layout->body, themes);
        layout->outlook_wall = layout->body.column - 2;
    }
    layout->body.columns = MIN(layout->body.columns, FP_LAYOUT_TEXT_COLUMNS);
}

FpArea fp_area_take_rows(FpArea *rest, int rows)
{
    FpArea taken = *rest;
    taken.rows = CLAMP(rows, 0, MAX(rest->rows, 0));
    rest->row += taken.rows;
    rest->rows -= taken.rows;
    return taken;
}

FpLayout fp_layout_make(int rows, int columns, int message_rows, FpPanes wanted)
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
    if ((wanted.themes || wanted.outlook) && width >= PANE_MIN_FRAME && rows >= PANE_MIN_ROWS)
        split_panes(&layout, wanted);
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
