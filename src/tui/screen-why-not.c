// SPDX-License-Identifier: Apache-2.0
// The other paths stand above as a list of titles; of the chosen one follows the brief's arithmetic, and
// what would make it come first.
#include "brief-lines-private.h"
#include "fp-brief-render.h"
#include "fp-i18n.h"
#include "screen-private.h"

#define TEXT_COLUMN 2
#define WAY_COLUMN  4

static bool has_more(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->brief->n_others > 1;
}

static const FpKeyRow choosing[] = {
    { FP_KEYS(FP_KEY_TAB, FP_KEY_RIGHT, 'l'), N_("next path"), N_("To the next of the other paths"),
      FP_ACTION_NEXT, .rank = 2, .applies = has_more },
    { FP_KEYS(FP_KEY_BACK_TAB, FP_KEY_LEFT, 'h'), NULL, N_("To the path before"), FP_ACTION_LEFT },
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL,
      N_("To the path with this number"), FP_ACTION_PICK },
};
static const FpKeyTable choosing_keys = { N_("The other paths"), choosing, G_N_ELEMENTS(choosing) };

static const FpKeyRow going[] = {
    { FP_KEYS('b', 'x', FP_KEY_ESCAPE, FP_KEY_BACKSPACE), N_("back"),
      N_("Back to the recommendation"), FP_ACTION_BACK, .rank = 4 },
    { FP_KEYS('r'), NULL, N_("Look through all answers and change any of them"), FP_ACTION_REVIEW },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyTable *const tables[] = { &choosing_keys, &fp_keys_reading, &going_keys,
                                            &fp_keys_always, NULL };

static void add_titles(FpLines *lines, const FpView *view)
{
    const FpTuiTheme *theme = &lines->canvas->theme;
    for (size_t i = 0; i < view->brief->n_others; i++) {
        bool is_chosen = i == view->why_not.other;
        int line = fp_lines_count(lines);
        g_autofree char *title = g_strdup_printf("%zu  %s", i + 1, view->brief->others[i].title);
        fp_lines_begin_item(lines, i);
        fp_lines_add_start(lines, TEXT_COLUMN, is_chosen ? FP_STYLE_FOCUS : FP_STYLE_DIM, title, 1);
        if (is_chosen)
            fp_lines_add_mark(lines, line, 0, FP_STYLE_ACCENT, fp_theme_mark(theme, FP_MARK_FOCUS));
    }
    fp_lines_begin_item(lines, SIZE_MAX);
}

static void add_what_would_win(FpLines *lines, const FpViewWhyNot *why_not)
{
    if (why_not->changes == NULL && why_not->outlook == NULL)
        return;
    fp_lines_add_blank(lines);
    fp_brief_lines_add_heading(lines, _("What would make it come first"));
    if (why_not->changes != NULL)
        fp_lines_add_text(lines, WAY_COLUMN, FP_STYLE_TEXT, why_not->changes);
    for (size_t i = 0; i < why_not->n_ways; i++)
        fp_lines_add_labelled(lines, WAY_COLUMN, FP_STYLE_TEXT, "-", why_not->ways[i], INT_MAX);
    if (why_not->outlook != NULL)
        fp_lines_add_text(lines, WAY_COLUMN, FP_STYLE_TEXT, why_not->outlook);
}

static void add_arithmetic(FpLines *lines, FpCanvas *canvas, const FpView *view)
{
    g_autoptr(GPtrArray) made = fp_brief_why_not_to_lines(
        view->brief, view->why_not.other, fp_brief_lines_width(lines), canvas->theme.ascii);
    for (guint i = 0; i < made->len; i++)
        fp_brief_lines_add(lines, made->pdata[i]);
}

/* The titles stay in view where there is room for them; in a low window one of them is enough. */
static FpArea draw_titles(FpCanvas *canvas, const FpView *view, const FpLayout *layout)
{
    g_auto(FpLines) titles = { 0 };
    FpArea area = layout->body, rest = area;
    fp_lines_init(&titles, canvas, area.columns - 2);
    add_titles(&titles, view);
    int n_titles = fp_lines_count(&titles);
    area.rows = layout->is_roomy ? MIN(n_titles, area.rows / 3) : 1;
    int first = CLAMP((int)view->why_not.other - area.rows + 1, 0, MAX(n_titles - area.rows, 0));
    fp_lines_draw(&titles, canvas, area, first, FP_ACTION_PICK);
    int taken = area.rows + (layout->is_roomy ? 1 : 0);
    rest.row += taken;
    rest.rows -= taken;
    return rest;
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    g_auto(FpLines) lines = { 0 };
    FpLayout layout =
        fp_frame_begin(canvas, fp_frame_of(shown, _("Why not another path"), shown->place));
    layout.body.columns = MIN(layout.body.columns, FP_BRIEF_LINES_COLUMNS + 2);
    FpArea area = draw_titles(canvas, view, &layout);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_arithmetic(&lines, canvas, view);
    add_what_would_win(&lines, &view->why_not);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, area.row, area.column);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_why_not = { .name = "why-not", .tables = tables, .draw = draw };
