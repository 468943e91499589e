// SPDX-License-Identifier: Apache-2.0
// The brief's lines as the brief's renderer makes them.
#include "brief-lines-private.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "screen-private.h"

/* Blank cells between the title and what stands at its end. */
#define TITLE_GAP 2

static const FpKeyRow leafing[] = {
    { FP_KEYS(FP_KEY_TAB), N_("section"), N_("To the next section"), .local = FP_LOCAL_SCROLL_STOP,
      .amount = 1, .rank = 30 },
    { FP_KEYS(FP_KEY_BACK_TAB), NULL, N_("To the section before"), .local = FP_LOCAL_SCROLL_STOP,
      .amount = -1 },
};
static const FpKeyTable leafing_keys = { N_("Reading"), leafing, G_N_ELEMENTS(leafing) };

static bool has_others(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->brief->n_others > 0;
}

static bool is_short(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return !shown->view->shows_whole;
}

static bool can_decide(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->can_decide;
}

static const FpKeyRow going[] = {
    { FP_KEYS('e'), N_("export"), N_("Write it to a file: a page, a document, data"),
      FP_ACTION_EXPORT, .rank = 1 },
    { FP_KEYS('a'), N_("all of it"),
      N_("Show all of it: limits, answers, other paths and sources too; or the short form again"),
      FP_ACTION_WHOLE, .rank = 5, .applies = is_short },
    { FP_KEYS('d'), N_("decide"), N_("Record what was decided, and why"), FP_ACTION_DECIDE,
      .rank = 6, .applies = can_decide },
    { FP_KEYS('x'), N_("why not"), N_("Show why the other paths did not come first"),
      FP_ACTION_WHY_NOT, .rank = 7, .applies = has_others },
    { FP_KEYS('r'), N_("answers"), N_("Look through all answers and change any of them"),
      FP_ACTION_REVIEW, .rank = 8 },
    { FP_KEYS('b', FP_KEY_BACKSPACE), N_("back"), N_("Back to the questions"), FP_ACTION_BACK,
      .rank = 4 },
    { FP_KEYS('z'), NULL, N_("Undo the last answer"), FP_ACTION_UNDO },
    { FP_KEYS(FP_KEY_ESCAPE), NULL, N_("Back to the questions"), FP_ACTION_CANCEL },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyTable *const tables[] = { &going_keys, &fp_keys_reading, &leafing_keys,
                                            &fp_keys_always, NULL };

/* What is left out of the short form, and how to see it. */
static void add_rest(FpLines *lines)
{
    fp_lines_add_blank(lines);
    fp_lines_add_text(lines, FP_BRIEF_LINES_MARGIN, FP_STYLE_DIM,
                      _("The answers, the limits, who can see what, and the sources that the "
                        "numbers in brackets stand for: press a."));
}

static void add_brief(FpLines *lines, FpCanvas *canvas, const FpView *view)
{
    size_t width = fp_brief_lines_width(lines);
    bool ascii = canvas->theme.ascii;
    g_autoptr(GPtrArray) made = view->shows_whole
                                    ? fp_brief_to_lines(view->brief, width, ascii)
                                    : fp_brief_to_short_lines(view->brief, width, ascii);
    for (guint i = 0; i < made->len; i++) {
        const FpBriefLine *line = made->pdata[i];
        if (line->style == FP_LINE_HEADING)
            fp_canvas_add_stop(canvas, fp_lines_count(lines));
        fp_brief_lines_add(lines, line);
    }
    if (!view->shows_whole)
        add_rest(lines);
}

/* Where one is in the text. In pages: a share would read as the progress of the session. */
static char *position_in_words(const FpLines *lines, FpArea area, int scroll)
{
    int n_lines = MAX(fp_lines_count(lines), 1), rows = MAX(area.rows, 1);
    int first = CLAMP(scroll, 0, MAX(n_lines - rows, 0));
    return g_strdup_printf(_("page %d of %d"), (first + rows - 1) / rows + 1,
                           (n_lines + rows - 1) / rows);
}

/* At the title's end; in a narrow window the position alone. */
static void draw_right(FpCanvas *canvas, FpArea title, const char *place, const char *position)
{
    g_autofree char *both =
        g_strdup_printf("%s %s %s", place, fp_theme_mark(&canvas->theme, FP_MARK_DOT), position);
    int left = title.columns - (int)fp_text_width(_("Recommendation")) - TITLE_GAP;
    bool fits = (int)fp_text_width(both) <= left;
    fp_canvas_print_right(canvas, title.row, title.column, title.columns, FP_STYLE_DIM,
                          fits ? both : position);
}

/* The area is known with the frame alone, and the frame tells the position: the columns do not depend
 * on it, so the lines are made first for the whole width. */
static void draw(const FpShown *shown, FpCanvas *canvas)
{
    g_auto(FpLines) lines = { 0 };
    FpLayout layout = fp_frame_begin(canvas, fp_frame_of(shown, _("Recommendation"), NULL));
    FpArea area = layout.body;
    area.columns = MIN(area.columns, FP_BRIEF_LINES_COLUMNS + 2);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_brief(&lines, canvas, shown->view);
    g_autofree char *position = position_in_words(&lines, area, shown->scroll);
    draw_right(canvas, layout.title, shown->place, position);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, area.row, area.column + FP_BRIEF_LINES_MARGIN);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_result = { .name = "result", .tables = tables, .draw = draw };
