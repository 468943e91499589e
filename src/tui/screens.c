// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"

const FpScreen *const fp_screens[] = {
    &fp_screen_start,
    &fp_screen_start_search,
    &fp_screen_question,
    &fp_screen_band,
    &fp_screen_number,
    &fp_screen_typed,
    &fp_screen_options_search,
    &fp_screen_note,
    &fp_screen_review,
    &fp_screen_review_search,
    &fp_screen_outlook,
    &fp_screen_result,
    &fp_screen_why_not,
    &fp_screen_help,
    &fp_screen_form_choices,
    &fp_screen_form_choices_last,
    &fp_screen_form_field,
    &fp_screen_form_field_last,
    &fp_screen_form_replace,
    &fp_screen_form_writing,
    NULL,
};

/* The outlook is wanted, and there is no room for it beside the question. */
static bool hides_question(const FpView *view, const FpCanvas *canvas)
{
    const FpPanes panes = { .outlook = true };
    int rows, columns;
    fp_canvas_measure(canvas, &rows, &columns);
    FpLayout layout = fp_layout_make(rows, columns, 0, panes);
    return view->shows_outlook && layout.fits && !layout.has_outlook;
}

static const FpScreen *screen_of_number(const FpView *view)
{
    if (view->focus < view->n_options)
        return &fp_screen_band;
    return view->is_typing_number ? &fp_screen_typed : &fp_screen_number;
}

const FpScreen *fp_screen_of(const FpView *view, const FpCanvas *canvas)
{
    if (view->form.kind != FP_FORM_NONE)
        return fp_screen_of_form(&view->form);
    if (view->phase == FP_PHASE_REVIEW)
        return view->is_searching ? &fp_screen_review_search : &fp_screen_review;
    if (view->phase == FP_PHASE_RESULT)
        return view->why_not.other != SIZE_MAX ? &fp_screen_why_not : &fp_screen_result;
    if (view->is_editing_note)
        return &fp_screen_note;
    if (hides_question(view, canvas))
        return &fp_screen_outlook;
    if (view->type == FP_QUESTION_NUMBER)
        return screen_of_number(view);
    return view->is_searching ? &fp_screen_options_search : &fp_screen_question;
}

/* In the middle, as much as there is room for. */
static void draw_too_small(FpCanvas *canvas)
{
    g_autofree char *text = g_strdup_printf(
        _("This window has %d x %d cells; %d x %d are needed.\nMake it larger, or leave with q."),
        canvas->columns, canvas->rows, FP_LAYOUT_MIN_COLUMNS, FP_LAYOUT_MIN_ROWS);
    g_autofree char *prepared = fp_canvas_prepare(canvas, text, true);
    g_auto(GStrv) lines = fp_text_wrap(prepared, (size_t)MAX(canvas->columns, 1));
    int n_lines = (int)g_strv_length(lines), top = MAX((canvas->rows - n_lines) / 2, 0);
    for (int i = 0; i < n_lines; i++) {
        int column = MAX((canvas->columns - (int)fp_text_width(lines[i])) / 2, 0);
        fp_canvas_put(canvas, top + i, column, canvas->columns, FP_STYLE_TEXT, lines[i]);
        if (i == 0)
            fp_canvas_set_cursor(canvas, top, column);
    }
}

void fp_screen_draw(const FpShown *shown, FpCanvas *canvas)
{
    fp_canvas_begin(canvas);
    if (fp_layout_make(canvas->rows, canvas->columns, 0, (FpPanes) { 0 }).fits)
        shown->screen->draw(shown, canvas);
    else
        draw_too_small(canvas);
    fp_canvas_end(canvas);
}
