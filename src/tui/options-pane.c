// SPDX-License-Identifier: Apache-2.0
// As much is told of the options as fits: all help with air between, all help, the focused one's help
// below the list, labels alone.
#include "fp-text.h"
#include "question-private.h"
#include "search-line-private.h"

/* Rows that the focused option's help may take below the list. */
#define HELP_MAX_ROWS 3
/* A list with less rows than this gets them all. */
#define HELP_LIST_ROWS 11

/* Makes the lines at a telling, or as many as show that they are more than max_lines. */
static int make(FpLines *lines, const FpCanvas *canvas, const FpView *view, int columns,
                FpTelling telling, int max_lines)
{
    fp_lines_clear(lines);
    fp_lines_init(lines, canvas, columns);
    return fp_question_add_options(lines, view, telling, max_lines);
}

int fp_options_rows(const FpCanvas *canvas, const FpView *view, int columns, FpTelling telling,
                    int max_rows)
{
    g_auto(FpLines) lines = { 0 };
    int n_search = view->search != NULL ? 1 : 0;
    return MIN(make(&lines, canvas, view, columns, telling, max_rows) + n_search, max_rows);
}

/* ---- The focused option's help ---- */

static int make_help(FpLines *lines, const FpCanvas *canvas, const FpView *view, int columns,
                     size_t option, int max_rows)
{
    fp_lines_clear(lines);
    fp_lines_init(lines, canvas, columns);
    if (option < view->n_options && view->options[option].help != NULL)
        fp_lines_add_start(lines, fp_question_label_column(canvas, view), FP_STYLE_DIM,
                           view->options[option].help, max_rows);
    return fp_lines_count(lines);
}

/* What the longest help takes, so that the list keeps its place whatever is focused. */
static int help_rows(const FpCanvas *canvas, const FpView *view, int columns)
{
    g_auto(FpLines) help = { 0 };
    int most = 0;
    for (size_t i = 0; i < view->n_options && most < HELP_MAX_ROWS; i++)
        most = MAX(most, make_help(&help, canvas, view, columns, i, HELP_MAX_ROWS));
    return most;
}

/* ---- Drawing ---- */

static void set_cursor(FpCanvas *canvas, const FpView *view, FpArea area, const FpLines *lines,
                       int first)
{
    int n_lines, line = fp_lines_find(lines, view->focus, &n_lines) - first;
    bool is_visible = line >= 0 && line < area.rows;
    if (!view->is_editing_note && !view->is_searching)
        fp_canvas_set_cursor(canvas, area.row + (is_visible ? line : 0),
                             area.column + fp_question_cursor_column(canvas, view));
}

static void draw_list(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                      const FpLines *lines)
{
    int first = fp_lines_draw_list(lines, canvas, area, follow, FP_ACTION_POINT);
    set_cursor(canvas, view, area, lines, first);
}

/* Rows below the list for the help: what all labels leave, or, where they do not fit anyway, what the
 * longest help takes. */
static int rows_for_help(const FpCanvas *canvas, const FpView *view, FpArea area,
                         const FpLines *lines)
{
    int left = area.rows - fp_lines_count(lines) - 1;
    bool fits = left >= 0;
    if (!fp_question_has_help(view) || (!fits && area.rows < HELP_LIST_ROWS))
        return 0;
    int wanted = help_rows(canvas, view, lines->columns);
    return fits ? MIN(wanted, left) : wanted;
}

/* lines: the labels alone. */
static void draw_with_help_below(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                                 const FpLines *lines, int n_help)
{
    g_auto(FpLines) help = { 0 };
    FpArea list = area, below = area;
    below.rows = n_help;
    list.rows = MIN(fp_lines_count(lines), area.rows - below.rows - 1);
    below.row = area.row + list.rows + 1;
    draw_list(canvas, view, list, follow, lines);
    make_help(&help, canvas, view, lines->columns, view->focus, n_help);
    fp_lines_draw(&help, canvas, below, 0, FP_ACTION_NONE);
}

static void draw_options(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                         bool is_roomy)
{
    g_auto(FpLines) lines = { 0 };
    int columns = area.columns - 2; // the last one is the scroll bar's
    FpTelling telling = is_roomy ? FP_TELL_SPACED : FP_TELL_ALL;
    while (telling < FP_TELL_LABELS &&
           make(&lines, canvas, view, columns, telling, area.rows) > area.rows)
        telling++;
    if (telling == FP_TELL_LABELS)
        make(&lines, canvas, view, columns, telling, INT_MAX);
    int n_help = telling == FP_TELL_LABELS ? rows_for_help(canvas, view, area, &lines) : 0;
    if (n_help > 0)
        draw_with_help_below(canvas, view, area, follow, &lines, n_help);
    else
        draw_list(canvas, view, area, follow, &lines);
}

void fp_options_draw(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                     bool is_roomy)
{
    if (view->search != NULL && area.rows > 1) {
        fp_search_draw(canvas, area, view->search, view->is_searching, view->n_shown,
                       view->n_options);
        area.row++;
        area.rows--;
    }
    draw_options(canvas, view, area, follow, is_roomy);
}
