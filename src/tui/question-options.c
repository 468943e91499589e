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

static const char *option_mark(const FpCanvas *canvas, const FpView *view,
                               const FpViewOption *option)
{
    FpMark off = view->type == FP_QUESTION_MANY ? FP_MARK_MANY_OFF : FP_MARK_ONE_OFF;
    FpMark on = view->type == FP_QUESTION_MANY ? FP_MARK_MANY_ON : FP_MARK_ONE_ON;
    return fp_theme_mark(&canvas->theme, option->is_chosen ? on : off);
}

/* In a number's field digits are typed: ranges show theirs while one of them has the focus. */
static bool has_numbers(const FpView *view)
{
    return view->type != FP_QUESTION_NUMBER || view->focus < view->n_options;
}

static int number_column(const FpCanvas *canvas, const FpView *view)
{
    g_autofree char *mark = g_strdup(option_mark(canvas, view, &view->options[0]));
    return FOCUS_COLUMNS + (int)fp_text_width(mark) + 1;
}

int fp_question_label_column(const FpCanvas *canvas, const FpView *view)
{
    return number_column(canvas, view) + NUMBER_COLUMNS;
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
    int first = fp_lines_count(lines), column = fp_question_label_column(canvas, view);
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

/* How the number is understood stands below it before it is accepted; the line is kept for it. */
static void add_reading(FpLines *lines, const FpView *view)
{
    if (view->reading == NULL)
        fp_lines_add_blank(lines);
    else
        fp_lines_add_text(lines, FOCUS_COLUMNS + 1,
                          view->reading_is_fault ? FP_STYLE_UNSURE : FP_STYLE_TEXT, view->reading);
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
    add_reading(lines, view);
    fp_lines_begin_item(lines, SIZE_MAX);
    if (telling == FP_TELL_SPACED)
        fp_lines_add_blank(lines);
}

bool fp_question_has_help(const FpView *view)
{
    for (size_t i = 0; i < view->n_options; i++) {
        if (view->options[i].help != NULL)
            return true;
    }
    return false;
}

int fp_question_add_options(FpLines *lines, const FpView *view, FpTelling telling, int max_lines)
{
    bool is_spaced = telling == FP_TELL_SPACED && fp_question_has_help(view);
    if (view->type == FP_QUESTION_NUMBER)
        add_number_field(lines, view, telling);
    for (size_t i = 0; i < view->n_options && fp_lines_count(lines) <= max_lines; i++) {
        if (!view->options[i].is_shown)
            continue;
        if (fp_lines_count(lines) > 0 && is_spaced && i > 0)
            fp_lines_add_blank(lines);
        add_option(lines, view, i, telling);
    }
    if (view->search != NULL && view->n_shown == 0)
        fp_lines_add_text(lines, FOCUS_COLUMNS, FP_STYLE_DIM, _("Nothing here has these words."));
    return fp_lines_count(lines);
}

int fp_question_cursor_column(const FpCanvas *canvas, const FpView *view)
{
    int cursor = 0;
    if (view->focus < view->n_options || view->field == NULL)
        return FOCUS_COLUMNS;
    g_autofree char *slice = fp_field_slice(canvas, view->field, FIELD_COLUMNS, &cursor);
    return FOCUS_COLUMNS + 1 + cursor;
}
