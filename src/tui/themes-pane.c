// SPDX-License-Identifier: Apache-2.0
// All themes with all their questions where they fit; else the questions of the current theme alone.
#include "fp-i18n.h"
#include "fp-text.h"
#include "question-private.h"

static const struct {
    FpMark mark;
    FpStyle style;
} states[] = {
    [FP_STATE_NOT_APPLICABLE] = { FP_MARK_OPEN, FP_STYLE_DIM },
    [FP_STATE_RESTING] = { FP_MARK_RESTING, FP_STYLE_DIM },
    [FP_STATE_OPEN] = { FP_MARK_OPEN, FP_STYLE_DIM },
    [FP_STATE_UNKNOWN] = { FP_MARK_UNKNOWN, FP_STYLE_UNSURE },
    [FP_STATE_ANSWERED] = { FP_MARK_ANSWERED, FP_STYLE_GOOD },
};

/* One line, cut at the pane's edge: the question itself stands in full beside it. */
static void add_cut(FpLines *lines, int column, FpStyle style, const char *text)
{
    bool ascii = lines->canvas->theme.ascii;
    g_autofree char *prepared = fp_canvas_prepare(lines->canvas, text, false);
    g_autofree char *cut =
        fp_text_ellipsize(prepared, (size_t)MAX(lines->columns - column, 1), ascii);
    fp_lines_add_blank(lines);
    fp_lines_add_mark(lines, fp_lines_count(lines) - 1, column, style, cut);
}

static void add_row(FpLines *lines, const FpViewRow *row)
{
    const FpTuiTheme *theme = &lines->canvas->theme;
    int line = fp_lines_count(lines), column = 2 + 2 * (int)MIN(row->depth, 3);
    FpStyle style = row->is_current               ? FP_STYLE_FOCUS
                    : row->state >= FP_STATE_OPEN ? FP_STYLE_TEXT
                                                  : FP_STYLE_DIM;
    fp_lines_begin_item(lines, row->question);
    add_cut(lines, column + 2, style, row->ask);
    if (row->is_current)
        fp_lines_add_mark(lines, line, column - 2, FP_STYLE_ACCENT,
                          fp_theme_mark(theme, FP_MARK_FOCUS));
    fp_lines_add_mark(lines, line, column, states[row->state].style,
                      fp_theme_mark(theme, states[row->state].mark));
    fp_lines_begin_item(lines, SIZE_MAX);
}

static void add_title(FpLines *lines, const FpViewTheme *theme)
{
    FpStyle style = theme->is_current ? FP_STYLE_STRONG : FP_STYLE_TEXT;
    g_autofree char *count = g_strdup_printf("%zu/%zu", theme->n_said, theme->n_applicable);
    int line = fp_lines_count(lines), columns = lines->columns;
    int count_column = columns - (int)fp_text_width(count);
    lines->columns = count_column - 1;
    add_cut(lines, 0, style, theme->title != NULL ? theme->title : _("Questions"));
    lines->columns = columns;
    fp_lines_add_mark(lines, line, count_column, FP_STYLE_DIM, count);
}

static void add_themes(FpLines *lines, const FpView *view, bool shows_all, bool is_spaced)
{
    for (size_t i = 0; i < view->n_themes; i++) {
        const FpViewTheme *theme = &view->themes[i];
        if (i > 0 && is_spaced)
            fp_lines_add_blank(lines);
        add_title(lines, theme);
        for (size_t k = 0; (shows_all || theme->is_current) && k < theme->n_rows; k++)
            add_row(lines, &view->rows[theme->first_row + k]);
    }
}

void fp_themes_draw(FpCanvas *canvas, const FpView *view, FpArea area)
{
    g_auto(FpLines) lines = { 0 };
    static const struct {
        bool shows_all, is_spaced;
    } ways[] = { { true, true }, { true, false }, { false, true }, { false, false } };
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        fp_lines_clear(&lines);
        fp_lines_init(&lines, canvas, area.columns);
        add_themes(&lines, view, ways[i].shows_all, ways[i].is_spaced);
        if (fp_lines_count(&lines) <= area.rows)
            break;
    }
    FpFollow follow = { .focus = view->question };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_GO_TO);
    for (int i = 0; i < area.rows; i++)
        fp_canvas_line(canvas, area.row + i, area.column + area.columns + 1, 1, FP_STYLE_RULE,
                       FP_MARK_WALL);
}
