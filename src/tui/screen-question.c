// SPDX-License-Identifier: Apache-2.0
// Screens that are drawn alike and differ in their keys: options, a number, a note, a search.
#include "fp-i18n.h"
#include "outlook-private.h"
#include "question-private.h"
#include "search-line-private.h"

typedef struct {
    FpLines head, why, note;
    int cursor_line, cursor_column; /* in note, while it is edited */
} Parts;

static void clear_parts(Parts *parts)
{
    fp_lines_clear(&parts->head);
    fp_lines_clear(&parts->why);
    fp_lines_clear(&parts->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

static void make_head(Parts *parts, const FpView *view, const FpCanvas *canvas,
                      const FpLayout *layout, FpAir air)
{
    fp_lines_clear(&parts->head);
    fp_lines_init(&parts->head, canvas, layout->body.columns - 2); // the last is the scroll bar's
    fp_question_add_head(&parts->head, view, !layout->has_themes, air);
}

static void make_parts(Parts *parts, const FpView *view, const FpCanvas *canvas,
                       const FpLayout *layout)
{
    int columns = layout->body.columns - 2;
    make_head(parts, view, canvas, layout, layout->is_roomy ? FP_AIR_FULL : FP_AIR_NONE);
    fp_lines_init(&parts->why, canvas, columns);
    fp_lines_init(&parts->note, canvas, columns);
    fp_question_add_why(&parts->why, view, layout->is_roomy);
    fp_question_add_note(&parts->note, view, layout->is_roomy, &parts->cursor_line,
                         &parts->cursor_column);
}

static FpStack rows_of(const Parts *parts, int n_options)
{
    return (FpStack) { fp_lines_count(&parts->head), fp_lines_count(&parts->why), n_options,
                       fp_lines_count(&parts->note) };
}

static bool fits(FpStack wanted, int rows)
{
    return wanted.head + wanted.why + wanted.options + wanted.note <= rows;
}

/* What each part wants: all there is to say, or, where that does not fit, a head with less air, and
 * labels alone beside an open why. */
static FpStack wanted_rows(Parts *parts, const FpView *view, const FpCanvas *canvas,
                           const FpLayout *layout)
{
    int rows = layout->body.rows, columns = layout->body.columns - 2;
    FpTelling telling = layout->is_roomy ? FP_TELL_SPACED : FP_TELL_ALL;
    FpStack wanted = rows_of(parts, fp_options_rows(canvas, view, columns, telling, rows));
    if (fits(wanted, rows))
        return wanted;
    if (layout->is_roomy)
        make_head(parts, view, canvas, layout, FP_AIR_LITTLE);
    telling = view->shows_why ? FP_TELL_LABELS : telling;
    return rows_of(parts, fp_options_rows(canvas, view, columns, telling, rows));
}

static void draw_note(FpCanvas *canvas, const FpView *view, FpArea area, const Parts *parts)
{
    int n_lines = fp_lines_count(&parts->note);
    int line = view->is_editing_note ? parts->cursor_line : 0;
    int first = CLAMP(line + 1 - area.rows, 0, MAX(n_lines - area.rows, 0));
    fp_lines_draw(&parts->note, canvas, area, first, FP_ACTION_NONE);
    fp_canvas_scroll_bar(canvas, area, first, n_lines);
    if (view->is_editing_note)
        fp_canvas_set_cursor(canvas, area.row + line - first, area.column + parts->cursor_column);
}

/* Scrolling moves the part that is cut: the why where it is open, else the question, else the options. */
static void draw_body(const FpShown *shown, FpCanvas *canvas, const FpLayout *layout)
{
    const FpView *view = shown->view;
    g_auto(Parts) parts = { 0 };
    make_parts(&parts, view, canvas, layout);
    FpArea rest = layout->body;
    FpStack wanted = wanted_rows(&parts, view, canvas, layout);
    int n_head = wanted.head, n_why = wanted.why;
    FpStack given = fp_layout_stack(wanted, rest.rows, view->is_editing_note);
    bool scrolls_why = given.why < n_why, scrolls_head = !scrolls_why && given.head < n_head;
    FpFollow beginning = { .focus = SIZE_MAX, .scroll = shown->scroll };
    beginning.is_scrolled = scrolls_head;
    fp_lines_draw_following(&parts.head, canvas, fp_area_take_rows(&rest, given.head), beginning,
                            FP_ACTION_NONE);
    beginning.is_scrolled = scrolls_why;
    fp_lines_draw_following(&parts.why, canvas, fp_area_take_rows(&rest, given.why), beginning,
                            FP_ACTION_NONE);
    FpFollow focus = { view->focus, shown->scroll, !scrolls_why && !scrolls_head };
    FpArea options = fp_area_take_rows(&rest, MIN(given.options, rest.rows - given.note));
    if (options.rows > 0)
        fp_options_draw(canvas, view, options, focus, layout->is_roomy);
    draw_note(canvas, view, rest, &parts);
}

/* "saved" would be wrong of what is not accepted yet. */
static const char *place_of(const FpShown *shown)
{
    return shown->view->has_draft ? _("not accepted yet") : shown->place;
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    FpFrame frame = fp_frame_of(shown, view->tree_title, place_of(shown));
    frame.mark = fp_outlook_mark(view);
    frame.panes = (FpPanes) { true, view->shows_outlook };
    FpLayout layout = fp_frame_begin(canvas, frame);
    if (layout.has_themes)
        fp_themes_draw(canvas, view, layout.themes);
    if (layout.has_outlook)
        fp_outlook_draw(canvas, view, &layout);
    draw_body(shown, canvas, &layout);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_question = { .name = "question",
                                      .tables = fp_question_tables,
                                      .draw = draw };
const FpScreen fp_screen_band = { .name = "range", .tables = fp_band_tables, .draw = draw };
const FpScreen fp_screen_number = {
    .name = "number", .tables = fp_number_tables, .draw = draw, .is_typing = true
};
const FpScreen fp_screen_typed = {
    .name = "number begun", .tables = fp_typed_tables, .draw = draw, .is_typing = true
};
const FpScreen fp_screen_note = {
    .name = "note", .tables = fp_note_tables, .draw = draw, .is_typing = true, .has_lines = true
};
const FpScreen fp_screen_options_search = {
    .name = "search of options", .tables = fp_search_tables, .draw = draw, .is_typing = true
};
