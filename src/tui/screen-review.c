// SPDX-License-Identifier: Apache-2.0
// Every question with its answer under it, by theme; after them the row that shows the recommendation.
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "outlook-private.h"
#include "screen-private.h"
#include "search-line-private.h"
#include "state-marks-private.h"

#define MARK_COLUMN   2
#define TEXT_COLUMN   4
#define DEPTH_COLUMNS 2
#define DEPTHS_SHOWN  3

static bool can_clear(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    const FpView *view = shown->view;
    return view->review_focus < view->n_rows && view->rows[view->review_focus].answer != NULL;
}

static bool is_unknown(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    const FpView *view = shown->view;
    return view->review_focus < view->n_rows &&
           view->rows[view->review_focus].state == FP_STATE_UNKNOWN;
}

static const FpKeyRow keys[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("open"),
      N_("Change this answer; on the last line, show the recommendation"), FP_ACTION_ACCEPT,
      .rank = 1 },
    { FP_KEYS('/'), N_("search"), N_("Search in this list"), FP_ACTION_SEARCH, .rank = 18 },
    { FP_KEYS('c'), N_("take back"), N_("Take this answer back"), FP_ACTION_CLEAR, .rank = 20,
      .applies = can_clear },
    { FP_KEYS('o'), N_("who finds out"), N_("Say who finds out what nobody knows, and by when"),
      FP_ACTION_FIND_OUT, .rank = 8, .applies = is_unknown },
    { FP_KEYS('z'), N_("undo"), N_("Undo the last answer"), FP_ACTION_UNDO, .rank = 50 },
};
static const FpKeyTable changing_keys = { N_("Changing"), keys, G_N_ELEMENTS(keys) };

static const FpKeyRow going[] = {
    { FP_KEYS('b', FP_KEY_BACKSPACE, FP_KEY_BACK_TAB), N_("back"), N_("Back to the questions"),
      FP_ACTION_BACK, .rank = 10 },
    { FP_KEYS('s'), N_("result"), N_("Show the recommendation, with what is known now"),
      FP_ACTION_RESULT, .rank = 15 },
    { FP_KEYS(FP_KEY_ESCAPE), N_("show all"), N_("End the search, or back to the questions"),
      FP_ACTION_CANCEL, .rank = 4, .applies = fp_search_is_on },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyTable *const tables[] = {
    &fp_keys_moving, &changing_keys,  &going_keys, &fp_keys_finish,
    &fp_keys_longer, &fp_keys_always, NULL
};

static char *answer_in_words(const FpViewRow *row)
{
    if (row->answer == NULL)
        return g_strdup(row->has_draft ? _("still open; what was entered is not accepted yet")
                                       : _("still open"));
    if (row->has_draft)
        return g_strdup_printf(_("%s (a change is not accepted yet)"), row->answer);
    if (row->state == FP_STATE_RESTING)
        return g_strdup_printf(_("%s (resting: not asked as things stand)"), row->answer);
    return g_strdup(row->answer);
}

static void add_row(FpLines *lines, const FpView *view, size_t i)
{
    const FpViewRow *row = &view->rows[i];
    const FpTuiTheme *theme = &lines->canvas->theme;
    int first = fp_lines_count(lines);
    int indent = DEPTH_COLUMNS * (int)MIN(row->depth, DEPTHS_SHOWN), column = TEXT_COLUMN + indent;
    bool is_focused = view->review_focus == i;
    g_autofree char *answer = answer_in_words(row);
    fp_lines_begin_item(lines, i);
    fp_lines_add_text(lines, column, is_focused ? FP_STYLE_FOCUS : FP_STYLE_TEXT, row->ask);
    const FpStateMark *state = fp_state_mark(row->state);
    fp_lines_add_mark(lines, first, MARK_COLUMN + indent, state->style,
                      fp_theme_mark(theme, state->mark));
    if (is_focused)
        fp_lines_add_mark(lines, first, 0, FP_STYLE_ACCENT, fp_theme_mark(theme, FP_MARK_FOCUS));
    fp_lines_add_text(lines, column + 2,
                      row->state == FP_STATE_ANSWERED ? FP_STYLE_TEXT : FP_STYLE_DIM, answer);
    if (row->turns)
        fp_lines_add_text(lines, column + 2, FP_STYLE_UNSURE,
                          _("Another answer here alone would change the path."));
    if (row->note != NULL)
        fp_lines_add_labelled(lines, column + 2, FP_STYLE_DIM, _("Note:"), row->note, INT_MAX);
    fp_lines_begin_item(lines, SIZE_MAX);
}

static void add_last_row(FpLines *lines, const FpView *view)
{
    bool is_focused = view->review_focus == view->n_rows;
    int first = fp_lines_count(lines);
    size_t n_open = view->n_applicable - view->n_said;
    fp_lines_begin_item(lines, view->n_rows);
    fp_lines_add_text(lines, MARK_COLUMN, is_focused ? FP_STYLE_FOCUS : FP_STYLE_STRONG,
                      _("Show the recommendation"));
    if (is_focused)
        fp_lines_add_mark(lines, first, 0, FP_STYLE_ACCENT,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_FOCUS));
    g_autofree char *open = n_open == 0
                                ? g_strdup(_("every question has an answer"))
                                : g_strdup_printf(ngettext("%zu question is still open",
                                                           "%zu questions are still open", n_open),
                                                  n_open);
    fp_lines_add_text(lines, TEXT_COLUMN, FP_STYLE_DIM, open);
    fp_lines_begin_item(lines, SIZE_MAX);
}

/* True where a search leaves anything of the theme. */
static bool shows_any(const FpView *view, const FpViewTheme *theme)
{
    for (size_t i = 0; i < theme->n_rows; i++) {
        if (view->rows[theme->first_row + i].is_shown)
            return true;
    }
    return false;
}

static void add_all(FpLines *lines, const FpView *view, bool is_roomy)
{
    for (size_t i = 0; i < view->n_themes; i++) {
        const FpViewTheme *theme = &view->themes[i];
        if (!shows_any(view, theme))
            continue;
        if (theme->title != NULL)
            fp_lines_add_text(lines, MARK_COLUMN, FP_STYLE_STRONG, theme->title);
        for (size_t k = theme->first_row; k < theme->first_row + theme->n_rows; k++) {
            if (view->rows[k].is_shown)
                add_row(lines, view, k);
        }
        if (is_roomy)
            fp_lines_add_blank(lines);
    }
    add_last_row(lines, view);
}

static void set_cursor(FpCanvas *canvas, const FpLines *lines, FpArea area, size_t focus, int first)
{
    int n_lines, line = fp_lines_find(lines, focus, &n_lines) - first;
    bool is_visible = line >= 0 && line < area.rows;
    fp_canvas_set_cursor(canvas, area.row + (is_visible ? line : 0), area.column);
}

/* How far it is, said in words: the rule shows it, and a rule can be overlooked. */
static char *progress_in_words(const FpShown *shown, const FpCanvas *canvas)
{
    const FpView *view = shown->view;
    g_autofree char *said = g_strdup_printf(
        ngettext("%zu of about %zu answered", "%zu of about %zu answered", view->n_applicable),
        view->n_said, view->n_applicable);
    return g_strdup_printf("%s %s %s", said, fp_theme_mark(&canvas->theme, FP_MARK_DOT),
                           shown->place);
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    g_auto(FpLines) lines = { 0 };
    g_autofree char *progress = progress_in_words(shown, canvas);
    FpFrame frame = fp_frame_of(shown, _("All answers"), progress);
    frame.mark = fp_outlook_mark(view);
    FpLayout layout = fp_frame_begin(canvas, frame);
    FpArea area = layout.body;
    area.columns = MIN(area.columns, FP_LAYOUT_TEXT_COLUMNS + TEXT_COLUMN);
    if (view->search != NULL) {
        fp_search_draw(canvas, fp_area_take_rows(&area, 1), view->search, view->is_searching,
                       view->n_shown, view->n_rows);
    }
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_all(&lines, view, layout.is_roomy);
    FpFollow follow = { view->review_focus, shown->scroll, true };
    int first = fp_lines_draw_list(&lines, canvas, area, follow, FP_ACTION_POINT);
    if (!view->is_searching)
        set_cursor(canvas, &lines, area, view->review_focus, first);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_review = { .name = "review", .tables = tables, .draw = draw };
const FpScreen fp_screen_review_search = {
    .name = "search of answers", .tables = fp_search_tables, .draw = draw, .is_typing = true
};
