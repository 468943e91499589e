// SPDX-License-Identifier: Apache-2.0
// The title, under it a rule that is heavy as far as the questions have an answer, the message, the bar.
#include "bar-private.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"

/* Blank cells between the title and what stands at its end. */
#define TITLE_GAP 2

/* What stands at the end goes first where both do not fit. */
static void draw_title(FpCanvas *canvas, FpArea area, const FpFrame *frame)
{
    g_autofree char *title = fp_canvas_prepare(canvas, frame->title, false);
    g_autofree char *right =
        fp_canvas_prepare(canvas, frame->right != NULL ? frame->right : "", false);
    int both = (int)(fp_text_width(title) + fp_text_width(right)) + TITLE_GAP;
    if (both <= area.columns)
        fp_canvas_print_right(canvas, area.row, area.column, area.columns, FP_STYLE_DIM, right);
    fp_canvas_print(canvas, area.row, area.column, area.columns, FP_STYLE_STRONG, title);
}

static void draw_rule(FpCanvas *canvas, FpArea area, const FpFrame *frame)
{
    int done = frame->n_all > 0 ? (int)((size_t)area.columns * frame->n_done / frame->n_all) : 0;
    fp_canvas_line(canvas, area.row, area.column, done, FP_STYLE_ACCENT, FP_MARK_LINE_DONE);
    fp_canvas_line(canvas, area.row, area.column + done, area.columns - done, FP_STYLE_RULE,
                   FP_MARK_LINE);
}

/* A message that is longer than its rows ends with what fits. */
static void draw_message(FpCanvas *canvas, FpArea area, const FpFrame *frame, const FpLines *lines)
{
    if (frame->message == NULL)
        return;
    FpMark mark = frame->message_is_error ? FP_MARK_ERROR : FP_MARK_TOLD;
    FpStyle style = frame->message_is_error ? FP_STYLE_ERROR : FP_STYLE_ACCENT;
    fp_canvas_print(canvas, area.row, area.column, 1, style, fp_theme_mark(&canvas->theme, mark));
    fp_lines_draw(lines, canvas, area, 0, FP_ACTION_NONE);
}

FpLayout fp_frame_begin(FpCanvas *canvas, FpFrame frame)
{
    g_auto(FpLines) message = { 0 };
    fp_lines_init(&message, canvas, fp_layout_message_columns(canvas->columns) + 2);
    if (frame.message != NULL)
        fp_lines_add_text(&message, 2, frame.message_is_error ? FP_STYLE_STRONG : FP_STYLE_TEXT,
                          frame.message);
    FpLayout layout =
        fp_layout_make(canvas->rows, canvas->columns, fp_lines_count(&message), frame.wants_themes);
    draw_title(canvas, layout.title, &frame);
    draw_rule(canvas, layout.rule, &frame);
    draw_message(canvas, layout.message, &frame, &message);
    return layout;
}

void fp_frame_end(const FpShown *shown, FpCanvas *canvas, const FpLayout *layout)
{
    fp_bar_draw(shown, canvas, layout->bar);
}
