// SPDX-License-Identifier: Apache-2.0
// The brief's lines as the brief's renderer makes them, styled by what each is.
#include "fp-brief-render.h"
#include "fp-i18n.h"
#include "lines-private.h"
#include "screen-private.h"

/* As wide as the renderer fills lines. */
#define RESULT_MAX_COLUMNS 96

static const FpKeyRow going[] = {
    { FP_KEYS('r'), N_("all answers"), N_("Look through all answers and change any of them"),
      FP_ACTION_REVIEW, .rank = 4 },
    { FP_KEYS('b', FP_KEY_BACKSPACE, FP_KEY_BACK_TAB), N_("back"), N_("Back to the questions"),
      FP_ACTION_BACK, .rank = 5 },
    { FP_KEYS('z'), NULL, N_("Undo the last answer"), FP_ACTION_UNDO },
    { FP_KEYS(FP_KEY_ESCAPE), NULL, N_("Back to the questions"), FP_ACTION_CANCEL },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyTable *const tables[] = { &fp_keys_reading, &going_keys, &fp_keys_always, NULL };

static const FpStyle styles[] = {
    [FP_LINE_BLANK] = FP_STYLE_TEXT,     [FP_LINE_TITLE] = FP_STYLE_STRONG,
    [FP_LINE_HEADING] = FP_STYLE_ACCENT, [FP_LINE_STRONG] = FP_STYLE_STRONG,
    [FP_LINE_BODY] = FP_STYLE_TEXT,      [FP_LINE_DETAIL] = FP_STYLE_DIM,
    [FP_LINE_WARNING] = FP_STYLE_UNSURE,
};

static void add_brief(FpLines *lines, const FpBrief *brief)
{
    g_autoptr(GPtrArray) made =
        fp_brief_to_lines(brief, (size_t)lines->columns, lines->canvas->theme.ascii);
    for (guint i = 0; i < made->len; i++) {
        const FpBriefLine *line = made->pdata[i];
        size_t indent = 0;
        while (line->text[indent] == ' ')
            indent++;
        fp_lines_add_text(lines, (int)indent, styles[line->style], line->text + indent);
    }
}

/* How much of the text has been in view by now. */
static char *position_in_words(const FpLines *lines, FpArea area, int scroll)
{
    int n_lines = MAX(fp_lines_count(lines), 1);
    int first = CLAMP(scroll, 0, MAX(n_lines - area.rows, 0));
    return g_strdup_printf(_("%d%%"), MIN(first + area.rows, n_lines) * 100 / n_lines);
}

static FpFrame frame_of(const FpShown *shown, const char *position)
{
    const FpView *view = shown->view;
    return (FpFrame) { .title = _("Recommendation"),
                       .right = position,
                       .n_done = view->n_said,
                       .n_all = view->n_applicable,
                       .message = view->message,
                       .message_is_error = view->message_is_error };
}

/* The area is known with the frame alone, and the frame tells the position: the columns do not depend
 * on it, so the lines are made first for the whole width. */
static void draw(const FpShown *shown, FpCanvas *canvas)
{
    g_auto(FpLines) lines = { 0 };
    FpLayout layout = fp_frame_draw(shown, canvas, frame_of(shown, NULL));
    FpArea area = layout.body;
    area.columns = MIN(area.columns, RESULT_MAX_COLUMNS + 2);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_brief(&lines, shown->view->brief);
    g_autofree char *position = position_in_words(&lines, area, shown->scroll);
    g_autofree char *right = g_strdup_printf("%s %s %s", shown->place,
                                             fp_theme_mark(&canvas->theme, FP_MARK_DOT), position);
    fp_canvas_print_right(canvas, layout.title.row, layout.title.column, layout.title.columns,
                          FP_STYLE_DIM, right);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, area.row, area.column);
}

const FpScreen fp_screen_result = { .name = "result", .tables = tables, .draw = draw };
