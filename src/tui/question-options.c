// SPDX-License-Identifier: Apache-2.0
// Columns of an option: the focus' mark, its own mark, its number, its label with the help under it.
#include "field-private.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "question-private.h"

#define FOCUS_COLUMNS  2
#define NUMBER_COLUMNS 3 /* one digit and two blanks */
#define N_NUMBERED     9 /* keys 1 to 9 */
#define FIELD_COLUMNS  18
/* Rows that the focused option's help may take below the list. */
#define HELP_MAX_ROWS 3
/* A list with less rows than this gets them all. */
#define HELP_LIST_ROWS 11

static const char *option_mark(const FpCanvas *canvas, const FpView *view,
                               const FpViewOption *option)
{
    FpMark off = view->type == FP_QUESTION_MANY ? FP_MARK_MANY_OFF : FP_MARK_ONE_OFF;
    FpMark on = view->type == FP_QUESTION_MANY ? FP_MARK_MANY_ON : FP_MARK_ONE_ON;
    return fp_theme_mark(&canvas->theme, option->is_chosen ? on : off);
}

static bool has_numbers(const FpView *view)
{
    return view->type != FP_QUESTION_NUMBER;
}

static int number_column(const FpCanvas *canvas, const FpView *view)
{
    g_autofree char *mark = g_strdup(option_mark(canvas, view, &view->options[0]));
    return FOCUS_COLUMNS + (int)fp_text_width(mark) + 1;
}

static int label_column(const FpCanvas *canvas, const FpView *view)
{
    return number_column(canvas, view) + (has_numbers(view) ? NUMBER_COLUMNS : 0);
}

static void add_focus_mark(FpLines *lines, const FpView *view, int line, size_t item)
{
    if (view->focus == item && !view->is_editing_note)
        fp_lines_add_mark(lines, line, 0, FP_STYLE_ACCENT,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_FOCUS));
}

static void add_option(FpLines *lines, const FpView *view, size_t i, FpTelling telling)
{
    const FpViewOption *option = &view->options[i];
    const FpCanvas *canvas = lines->canvas;
    int first = fp_lines_count(lines), column = label_column(canvas, view);
    bool is_focused = view->focus == i && !view->is_editing_note;
    fp_lines_begin_item(lines, i);
    fp_lines_add_text(lines, column, is_focused ? FP_STYLE_FOCUS : FP_STYLE_TEXT, option->label);
    add_focus_mark(lines, view, first, i);
    fp_lines_add_mark(lines, first, FOCUS_COLUMNS,
                      option->is_chosen ? FP_STYLE_GOOD : FP_STYLE_TEXT,
                      option_mark(canvas, view, option));
    if (has_numbers(view) && i < N_NUMBERED) {
        const char digit[] = { (char)('1' + i), '\0' };
        fp_lines_add_mark(lines, first, number_column(canvas, view), FP_STYLE_DIM, digit);
    }
    if (option->help != NULL && telling <= FP_TELL_ALL)
        fp_lines_add_text(lines, column, FP_STYLE_DIM, option->help);
    fp_lines_begin_item(lines, SIZE_MAX);
}

/* "[ 50000    ]  US dollars": brackets, since not every terminal can underline. */
static void add_number_field(FpLines *lines, const FpView *view, FpTelling telling)
{
    int cursor = 0, line = fp_lines_count(lines), column = FOCUS_COLUMNS;
    g_autofree char *slice =
        view->is_editing_note ? g_strnfill(FIELD_COLUMNS, ' ')
                              : fp_field_slice(lines->canvas, view->field, FIELD_COLUMNS, &cursor);
    fp_lines_begin_item(lines, view->n_options);
    fp_lines_add_text(lines, column + FIELD_COLUMNS + 4, FP_STYLE_TEXT,
                      view->unit != NULL ? view->unit : "");
    add_focus_mark(lines, view, line, view->n_options);
    fp_lines_add_mark(lines, line, column, FP_STYLE_TEXT, "[");
    fp_lines_add_mark(lines, line, column + 1, FP_STYLE_FIELD, slice);
    fp_lines_add_mark(lines, line, column + 1 + FIELD_COLUMNS, FP_STYLE_TEXT, "]");
    fp_lines_begin_item(lines, SIZE_MAX);
    if (telling == FP_TELL_SPACED)
        fp_lines_add_blank(lines);
}

static bool has_help(const FpView *view)
{
    for (size_t i = 0; i < view->n_options; i++) {
        if (view->options[i].help != NULL)
            return true;
    }
    return false;
}

void fp_question_add_options(FpLines *lines, const FpView *view, FpTelling telling)
{
    bool is_spaced = telling == FP_TELL_SPACED && has_help(view);
    if (view->type == FP_QUESTION_NUMBER)
        add_number_field(lines, view, telling);
    for (size_t i = 0; i < view->n_options; i++) {
        if (i > 0 && is_spaced)
            fp_lines_add_blank(lines);
        add_option(lines, view, i, telling);
    }
}

/* The one whose lines are made at a telling; what they hold is the caller's. */
static int make(FpLines *lines, const FpCanvas *canvas, const FpView *view, int columns,
                FpTelling telling)
{
    fp_lines_clear(lines);
    fp_lines_init(lines, canvas, columns);
    fp_question_add_options(lines, view, telling);
    return fp_lines_count(lines);
}

int fp_question_options_rows(const FpCanvas *canvas, const FpView *view, int columns, bool is_roomy)
{
    g_auto(FpLines) lines = { 0 };
    return make(&lines, canvas, view, columns, is_roomy ? FP_TELL_SPACED : FP_TELL_ALL);
}

static int help_rows(const FpCanvas *canvas, const FpView *view, int columns)
{
    int most = 0;
    for (size_t i = 0; i < view->n_options; i++) {
        g_auto(FpLines) help = { 0 };
        fp_lines_init(&help, canvas, columns);
        if (view->options[i].help != NULL)
            fp_lines_add_text(&help, label_column(canvas, view), FP_STYLE_DIM,
                              view->options[i].help);
        most = MAX(most, fp_lines_count(&help));
    }
    return MIN(most, HELP_MAX_ROWS);
}

static void draw_help_of_focus(FpCanvas *canvas, const FpView *view, FpArea area)
{
    g_auto(FpLines) help = { 0 };
    if (view->focus >= view->n_options || view->options[view->focus].help == NULL)
        return;
    fp_lines_init(&help, canvas, area.columns);
    fp_lines_add_text(&help, label_column(canvas, view), FP_STYLE_DIM,
                      view->options[view->focus].help);
    fp_lines_draw(&help, canvas, area, 0, FP_ACTION_NONE);
}

static void set_cursor(FpCanvas *canvas, const FpView *view, FpArea area, const FpLines *lines,
                       int first)
{
    int n_lines, cursor = 0, line = fp_lines_find(lines, view->focus, &n_lines) - first;
    if (view->is_editing_note)
        return;
    int column = area.column + FOCUS_COLUMNS;
    if (view->focus == view->n_options && view->field != NULL) {
        g_autofree char *slice = fp_field_slice(canvas, view->field, FIELD_COLUMNS, &cursor);
        column += 1 + cursor;
    }
    bool is_visible = line >= 0 && line < area.rows;
    fp_canvas_set_cursor(canvas, area.row + (is_visible ? line : 0), column);
}

static void draw_list(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                      const FpLines *lines)
{
    int first = fp_lines_draw_following(lines, canvas, area, follow, FP_ACTION_PICK);
    set_cursor(canvas, view, area, lines, first);
}

/* Labels alone, and below them, where it does not move, the help of the focused one. */
static void draw_focused(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow)
{
    g_auto(FpLines) lines = { 0 };
    int n_help = help_rows(canvas, view, area.columns);
    int n_labels = make(&lines, canvas, view, area.columns, FP_TELL_FOCUSED);
    FpArea list = area, help = area;
    list.rows = MIN(n_labels, area.rows - n_help - 1);
    help.row = area.row + list.rows + 1;
    help.rows = n_help;
    draw_list(canvas, view, list, follow, &lines);
    draw_help_of_focus(canvas, view, help);
}

void fp_question_draw_options(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                              bool is_roomy)
{
    g_auto(FpLines) lines = { 0 };
    int columns = area.columns - 2; // the last one is the scroll bar's
    FpTelling telling = is_roomy ? FP_TELL_SPACED : FP_TELL_ALL;
    while (make(&lines, canvas, view, columns, telling) > area.rows && telling < FP_TELL_FOCUSED)
        telling++;
    if (telling == FP_TELL_FOCUSED && has_help(view) && area.rows >= HELP_LIST_ROWS)
        draw_focused(canvas, view, area, follow);
    else
        draw_list(canvas, view, area, follow, &lines);
}
