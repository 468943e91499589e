// SPDX-License-Identifier: Apache-2.0
// All themes with all their questions where they fit; else the questions of the current theme alone.
#include "fp-i18n.h"
#include "question-private.h"
#include "state-marks-private.h"

#define MARK_COLUMNS  2
#define ROW_COLUMN    2
#define DEPTHS_SHOWN  2
#define ROW_MAX_LINES 4

static void add_row(FpLines *lines, const FpViewRow *row)
{
    const FpTuiTheme *theme = &lines->canvas->theme;
    int line = fp_lines_count(lines), column = ROW_COLUMN + 2 * (int)MIN(row->depth, DEPTHS_SHOWN);
    const FpStateMark *state = fp_state_mark(row->state);
    FpMark mark = row->is_current ? FP_MARK_FOCUS : state->mark;
    fp_lines_begin_item(lines, row->question);
    // The question itself stands in full beside the pane.
    fp_lines_add_start(lines, column + MARK_COLUMNS,
                       row->is_current ? FP_STYLE_FOCUS : FP_STYLE_DIM, row->ask, ROW_MAX_LINES);
    fp_lines_add_mark(lines, line, column, row->is_current ? FP_STYLE_ACCENT : state->style,
                      fp_theme_mark(theme, mark));
    fp_lines_begin_item(lines, SIZE_MAX);
}

/* How far it is, where there is more than one question to say it of. */
static char *title_in_words(const FpViewTheme *theme)
{
    const char *title = theme->title != NULL ? theme->title : _("Questions");
    if (theme->n_applicable < 2 || theme->n_said == theme->n_applicable)
        return g_strdup(title);
    /* Translators: a theme, how many of its questions have an answer, and how many it has. */
    return g_strdup_printf(_("%s  %zu/%zu"), title, theme->n_said, theme->n_applicable);
}

static void add_title(FpLines *lines, const FpViewTheme *theme)
{
    int line = fp_lines_count(lines);
    bool is_done = theme->n_said == theme->n_applicable;
    g_autofree char *title = title_in_words(theme);
    fp_lines_add_text(lines, MARK_COLUMNS, theme->is_current ? FP_STYLE_STRONG : FP_STYLE_TEXT,
                      title);
    fp_lines_add_mark(
        lines, line, 0, is_done ? FP_STYLE_GOOD : FP_STYLE_DIM,
        fp_theme_mark(&lines->canvas->theme, is_done ? FP_MARK_ANSWERED : FP_MARK_OPEN));
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

/* Makes as much as fits of what there is to say. */
static void make(FpLines *lines, const FpCanvas *canvas, const FpView *view, FpArea area)
{
    static const struct {
        bool shows_all, is_spaced;
        int bar; /* columns for the scroll bar: the last way may not fit either */
    } ways[] = {
        { true, true, 0 },   { true, false, 0 },  { false, true, 0 },
        { false, false, 0 }, { false, false, 2 },
    };
    // More rows than there are lines: no need to lay them out to see that they do not fit.
    bool can_fit = view->n_rows <= (size_t)area.rows;
    for (size_t i = can_fit ? 0 : 2; i < G_N_ELEMENTS(ways); i++) {
        fp_lines_clear(lines);
        fp_lines_init(lines, canvas, area.columns - ways[i].bar);
        add_themes(lines, view, ways[i].shows_all, ways[i].is_spaced);
        if (fp_lines_count(lines) <= area.rows)
            break;
    }
}

static bool has_state(const FpView *view, FpQuestionState state)
{
    for (size_t i = 0; i < view->n_rows; i++) {
        if (view->rows[i].state == state)
            return true;
    }
    return false;
}

/* At the pane's foot, where there is room: the marks that do not speak for themselves. */
static void draw_legend(FpCanvas *canvas, const FpView *view, FpArea area, int n_taken)
{
    static const struct {
        FpQuestionState state;
        const char *word;
    } words[] = { { FP_STATE_UNKNOWN, N_("I don't know") },
                  { FP_STATE_RESTING, N_("rests: not asked now") } };
    int row = area.row + area.rows;
    for (size_t i = G_N_ELEMENTS(words); i > 0; i--) {
        const FpStateMark *mark = fp_state_mark(words[i - 1].state);
        if (!has_state(view, words[i - 1].state) || row - 2 < area.row + n_taken)
            continue;
        row--;
        fp_canvas_print(canvas, row, area.column, 1, mark->style,
                        fp_theme_mark(&canvas->theme, mark->mark));
        fp_canvas_print(canvas, row, area.column + MARK_COLUMNS, area.columns - MARK_COLUMNS,
                        FP_STYLE_DIM, _(words[i - 1].word));
    }
}

void fp_themes_draw(FpCanvas *canvas, const FpView *view, FpArea area)
{
    g_auto(FpLines) lines = { 0 };
    make(&lines, canvas, view, area);
    FpFollow follow = { .focus = view->question };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_GO_TO);
    draw_legend(canvas, view, area, fp_lines_count(&lines));
    for (int i = 0; i < area.rows; i++)
        fp_canvas_line(canvas, area.row + i, area.column + area.columns + 1, 1, FP_STYLE_RULE,
                       FP_MARK_WALL);
}
