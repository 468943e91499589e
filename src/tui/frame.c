// SPDX-License-Identifier: Apache-2.0
// The title, under it a rule that is heavy as far as the questions have an answer, the message, the bar.
#include "bar-private.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"

/* Blank cells between the title and what stands at its end. */
#define TITLE_GAP 2
/* A narrower bar has too little room for the keys that are needed: it takes the message's row, while
 * that is free. */
#define WIDE_COLUMNS 60

/* Where all does not fit, what stands at the end goes first, and the mark after it. Takes from columns
 * what it has put there. */
static void put_at_end(FpCanvas *canvas, FpArea area, int title, FpStyle style, const char *text,
                       int *columns)
{
    g_autofree char *prepared = fp_canvas_prepare(canvas, text, false);
    int width = (int)fp_text_width(prepared);
    if (title + TITLE_GAP + width > *columns)
        return;
    fp_canvas_print_right(canvas, area.row, area.column, *columns, style, prepared);
    *columns -= width + TITLE_GAP;
}

static void draw_title(FpCanvas *canvas, FpArea area, const FpFrame *frame)
{
    g_autofree char *title = fp_canvas_prepare(canvas, frame->title, false);
    const char *sign = fp_theme_mark(&canvas->theme, FP_MARK_ANSWERED);
    g_autofree char *mark =
        frame->mark != NULL ? g_strdup_printf("%s %s", sign, frame->mark) : g_strdup("");
    int columns = area.columns, title_columns = (int)fp_text_width(title);
    int marked = title_columns + (*mark != '\0' ? (int)fp_text_width(mark) + TITLE_GAP : 0);
    if (frame->right != NULL)
        put_at_end(canvas, area, marked, FP_STYLE_DIM, frame->right, &columns);
    if (*mark != '\0')
        put_at_end(canvas, area, title_columns, FP_STYLE_GOOD, mark, &columns);
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

FpFrame fp_frame_of(const FpShown *shown, const char *title, const char *right)
{
    const FpView *view = shown->view;
    return (FpFrame) { .title = title,
                       .right = right,
                       .n_done = view->n_said,
                       .n_all = view->n_applicable,
                       .message = view->message,
                       .message_is_error = view->message_is_error };
}

FpLayout fp_frame_begin(FpCanvas *canvas, FpFrame frame)
{
    g_auto(FpLines) message = { 0 };
    fp_lines_init(&message, canvas, fp_layout_message_columns(canvas->columns) + 2);
    if (frame.message != NULL)
        fp_lines_add_text(&message, 2, frame.message_is_error ? FP_STYLE_STRONG : FP_STYLE_TEXT,
                          frame.message);
    FpLayout layout =
        fp_layout_make(canvas->rows, canvas->columns, fp_lines_count(&message), frame.panes);
    draw_title(canvas, layout.title, &frame);
    draw_rule(canvas, layout.rule, &frame);
    draw_message(canvas, layout.message, &frame, &message);
    if (frame.message == NULL && layout.message.columns < WIDE_COLUMNS)
        layout.spare = layout.message;
    return layout;
}

void fp_frame_end(const FpShown *shown, FpCanvas *canvas, const FpLayout *layout)
{
    fp_bar_draw(shown, canvas, layout->bar, layout->spare);
}
