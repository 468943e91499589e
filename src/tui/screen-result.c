// SPDX-License-Identifier: Apache-2.0
// The brief's lines as the brief's renderer makes them, styled by what each is.
#include "fp-brief-render.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"

#include <string.h>

/* As wide as the renderer fills lines. */
#define RESULT_MAX_COLUMNS (96 + MARGIN_COLUMNS)
/* For the bar beside limits and doubts. */
#define MARGIN_COLUMNS 2

static const FpKeyRow leafing[] = {
    { FP_KEYS(FP_KEY_TAB), N_("section"), N_("To the next section"), .local = FP_LOCAL_SCROLL_STOP,
      .amount = 1, .rank = 5 },
    { FP_KEYS(FP_KEY_BACK_TAB), NULL, N_("To the section before"), .local = FP_LOCAL_SCROLL_STOP,
      .amount = -1 },
};
static const FpKeyTable leafing_keys = { N_("Reading"), leafing, G_N_ELEMENTS(leafing) };

static const FpKeyRow going[] = {
    { FP_KEYS('r'), N_("all answers"), N_("Look through all answers and change any of them"),
      FP_ACTION_REVIEW, .rank = 6 },
    { FP_KEYS('b', FP_KEY_BACKSPACE), N_("back"), N_("Back to the questions"), FP_ACTION_BACK,
      .rank = 4 },
    { FP_KEYS('z'), NULL, N_("Undo the last answer"), FP_ACTION_UNDO },
    { FP_KEYS(FP_KEY_ESCAPE), NULL, N_("Back to the questions"), FP_ACTION_CANCEL },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyTable *const tables[] = { &fp_keys_reading, &leafing_keys, &going_keys,
                                            &fp_keys_always, NULL };

/* One row, one kind of line. A bar in the margin says what colour alone must not. */
static const struct {
    FpStyle style;
    bool has_bar, has_rule;
} kinds[] = {
    [FP_LINE_BLANK] = { FP_STYLE_TEXT },
    [FP_LINE_TITLE] = { FP_STYLE_STRONG },
    [FP_LINE_HEADING] = { FP_STYLE_STRONG, .has_rule = true },
    [FP_LINE_STRONG] = { FP_STYLE_STRONG },
    [FP_LINE_BODY] = { FP_STYLE_TEXT },
    [FP_LINE_DETAIL] = { FP_STYLE_DIM },
    [FP_LINE_WARNING] = { FP_STYLE_TEXT, .has_bar = true },
};

/* Behind a heading, up to the right end. */
static void add_rule(FpLines *lines, int line, const char *heading)
{
    int column = MARGIN_COLUMNS + (int)fp_text_width(heading) + 1;
    g_autoptr(GString) rule = g_string_new(NULL);
    for (int i = column; i < lines->columns; i++)
        g_string_append(rule, fp_theme_mark(&lines->canvas->theme, FP_MARK_LINE));
    fp_lines_add_mark(lines, line, column, FP_STYLE_RULE, rule->str);
}

static void add_line(FpLines *lines, const FpBriefLine *line)
{
    int first = fp_lines_count(lines), indent = (int)strspn(line->text, " ");
    fp_lines_add_text(lines, MARGIN_COLUMNS + indent, kinds[line->style].style,
                      line->text + indent);
    if (kinds[line->style].has_rule)
        add_rule(lines, first, line->text);
    if (kinds[line->style].has_bar)
        fp_lines_add_mark(lines, first, 0, FP_STYLE_UNSURE,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_WALL));
}

static void add_brief(FpLines *lines, FpCanvas *canvas, const FpBrief *brief)
{
    g_autoptr(GPtrArray) made =
        fp_brief_to_lines(brief, (size_t)(lines->columns - MARGIN_COLUMNS), canvas->theme.ascii);
    for (guint i = 0; i < made->len; i++) {
        const FpBriefLine *line = made->pdata[i];
        if (line->style == FP_LINE_HEADING)
            fp_canvas_add_stop(canvas, fp_lines_count(lines));
        add_line(lines, line);
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
    FpLayout layout = fp_frame_begin(canvas, frame_of(shown, NULL));
    FpArea area = layout.body;
    area.columns = MIN(area.columns, RESULT_MAX_COLUMNS + 2);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_brief(&lines, canvas, shown->view->brief);
    g_autofree char *position = position_in_words(&lines, area, shown->scroll);
    g_autofree char *right = g_strdup_printf("%s %s %s", shown->place,
                                             fp_theme_mark(&canvas->theme, FP_MARK_DOT), position);
    fp_canvas_print_right(canvas, layout.title.row, layout.title.column, layout.title.columns,
                          FP_STYLE_DIM, right);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, area.row, area.column + MARGIN_COLUMNS);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_result = { .name = "result", .tables = tables, .draw = draw };
