// SPDX-License-Identifier: Apache-2.0
// What this is, how long it takes, and where to begin: an unfinished session or the tree.
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"
#include "search-line-private.h"
#include <inttypes.h>

#define NUMBER_COLUMN 2
#define TEXT_COLUMN   5
#define N_NUMBERED    9
/* Rows that the unfinished sessions get at least, if they fill them. */
#define SESSION_ROWS 6

static bool is_long(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    size_t n_items;
    fp_start_items(shown->start, &n_items);
    return n_items >= FP_SEARCH_MIN_ITEMS;
}

static const FpKeyRow keys[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("choose"), N_("Begin, or go on, with this one"),
      FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL, N_("Begin with this number"),
      FP_ACTION_PICK },
    { FP_KEYS('/'), N_("search"), N_("Search in this list"), FP_ACTION_SEARCH, .rank = 20,
      .applies = is_long },
    { FP_KEYS(FP_KEY_ESCAPE), N_("show all"), N_("End the search"), FP_ACTION_CANCEL, .rank = 4,
      .applies = fp_search_is_on },
};
static const FpKeyTable beginning_keys = { N_("Beginning"), keys, G_N_ELEMENTS(keys) };

static const FpKeyTable *const tables[] = { &fp_keys_moving, &beginning_keys, &fp_keys_longer,
                                            &fp_keys_always, NULL };

static void add_about(FpLines *lines, const FpStart *start, bool is_roomy)
{
    bool has_length = fp_start_is_reading(start) || *fp_start_length(start) != '\0';
    if (fp_start_summary(start) != NULL) {
        fp_lines_add_text(lines, 0, FP_STYLE_TEXT, fp_start_summary(start));
        if (is_roomy && has_length)
            fp_lines_add_blank(lines);
    }
    if (fp_start_is_reading(start))
        fp_lines_add_blank(lines); // nothing below moves when the length comes
    else if (has_length)
        fp_lines_add_text(lines, 0, FP_STYLE_TEXT, fp_start_length(start));
    if (is_roomy && fp_lines_count(lines) > 0)
        fp_lines_add_blank(lines);
}

/* The tree that the screen is about is not told twice. */
static bool is_headline(const FpStart *start, const FpStartItem *item)
{
    return !item->is_session && g_strcmp0(item->title, fp_start_title(start)) == 0;
}

static char *title_in_words(const FpStart *start, const FpStartItem *item)
{
    if (is_headline(start, item))
        return g_strdup(_("Begin with the first question"));
    if (!item->is_session)
        return g_strdup(item->title);
    /* Translators: a session's number and the title of its tree. */
    return g_strdup_printf(_("Session %" PRId64 ": %s"), item->number, item->title);
}

static void add_item(FpLines *lines, const FpStart *start, size_t i, int detail_lines)
{
    size_t n_items;
    const FpStartItem *item = &fp_start_items(start, &n_items)[i];
    bool is_focused = fp_start_focus(start) == i;
    int first = fp_lines_count(lines);
    g_autofree char *title = title_in_words(start, item);
    fp_lines_begin_item(lines, i);
    fp_lines_add_text(lines, TEXT_COLUMN, is_focused ? FP_STYLE_FOCUS : FP_STYLE_TEXT, title);
    if (i < N_NUMBERED) {
        const char digit[] = { (char)('1' + i), '\0' };
        fp_lines_add_mark(lines, first, NUMBER_COLUMN, FP_STYLE_DIM, digit);
    }
    if (is_focused)
        fp_lines_add_mark(lines, first, 0, FP_STYLE_ACCENT,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_FOCUS));
    if (item->detail != NULL && detail_lines > 0 && !is_headline(start, item))
        fp_lines_add_start(lines, TEXT_COLUMN, FP_STYLE_DIM, item->detail, detail_lines);
    fp_lines_begin_item(lines, SIZE_MAX);
}

/* The trees, or the sessions, under their heading. */
static void add_items(FpLines *lines, const FpStart *start, bool sessions, bool has_heading,
                      int detail_lines)
{
    size_t n_items;
    const FpStartItem *items = fp_start_items(start, &n_items);
    int first = fp_lines_count(lines);
    for (size_t i = 0; i < n_items; i++) {
        if (items[i].is_session != sessions || !fp_start_shows(start, i))
            continue;
        if (has_heading && fp_lines_count(lines) == first)
            fp_lines_add_text(lines, 0, FP_STYLE_STRONG,
                              sessions ? _("Go on where you left off") : _("Start a new session"));
        add_item(lines, start, i, detail_lines);
    }
}

/* ---- Drawing ---- */

typedef struct {
    FpLines about, trees, sessions;
} Parts;

static void clear_parts(Parts *parts)
{
    fp_lines_clear(&parts->about);
    fp_lines_clear(&parts->trees);
    fp_lines_clear(&parts->sessions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

static void make_trees(Parts *parts, const FpStart *start, const FpCanvas *canvas, int columns,
                       bool is_roomy, int detail_lines)
{
    size_t n_items, n_sessions = 0;
    const FpStartItem *items = fp_start_items(start, &n_items);
    for (size_t i = 0; i < n_items; i++)
        n_sessions += items[i].is_session ? 1 : 0;
    fp_lines_clear(&parts->trees);
    fp_lines_init(&parts->trees, canvas, columns);
    add_items(&parts->trees, start, false, is_roomy || n_sessions > 0, detail_lines);
    if (is_roomy && n_sessions > 0 && fp_lines_count(&parts->trees) > 0)
        fp_lines_add_blank(&parts->trees);
}

static void make_parts(Parts *parts, const FpStart *start, const FpCanvas *canvas, FpArea area,
                       bool is_roomy)
{
    int columns = area.columns - 2; // the last one is the scroll bar's
    fp_lines_init(&parts->about, canvas, columns);
    fp_lines_init(&parts->sessions, canvas, columns);
    add_about(&parts->about, start, is_roomy);
    add_items(&parts->sessions, start, true, is_roomy, INT_MAX);
    // What the trees say of themselves, its beginning, a line of it, or their titles alone.
    static const int details[] = { INT_MAX, 2, 1, 0 };
    for (size_t i = 0; i < G_N_ELEMENTS(details); i++) {
        make_trees(parts, start, canvas, columns, is_roomy, details[i]);
        if (fp_lines_count(&parts->about) + fp_lines_count(&parts->trees) +
                MIN(fp_lines_count(&parts->sessions), SESSION_ROWS) <=
            area.rows)
            break;
    }
}

/* Draws the list; the cursor goes to the focused item where it is in it. */
static void draw_items(const FpShown *shown, FpCanvas *canvas, const FpLines *lines, FpArea area,
                       bool is_scrolled)
{
    int n_focus;
    size_t focus = fp_start_focus(shown->start);
    int line = fp_lines_find(lines, focus, &n_focus);
    FpFollow follow = { focus, shown->scroll, is_scrolled && n_focus > 0 };
    if (area.rows <= 0)
        return;
    int first = fp_lines_draw_list(lines, canvas, area, follow, FP_ACTION_POINT);
    if (n_focus > 0 && !fp_start_is_searching(shown->start))
        fp_canvas_set_cursor(canvas, area.row + CLAMP(line - first, 0, area.rows - 1),
                             area.column + NUMBER_COLUMN);
}

static FpArea draw_search(const FpStart *start, FpCanvas *canvas, FpArea area)
{
    size_t n_items;
    fp_start_items(start, &n_items);
    if (fp_start_search(start) == NULL)
        return area;
    fp_search_draw(canvas, fp_area_take_rows(&area, 1), fp_start_search(start),
                   fp_start_is_searching(start), fp_start_n_shown(start), n_items);
    return area;
}

/* Starting anew is always in view; what the tree is about is cut first, and can be scrolled; then the
 * sessions, which scroll with the focus. */
static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpStart *start = shown->start;
    g_auto(Parts) parts = { 0 };
    const char *notice = fp_start_notice(start);
    FpLayout layout = fp_frame_begin(
        canvas, (FpFrame) { .title = fp_start_title(start),
                            .right = "fingerpost",
                            .message = notice != NULL ? notice : fp_start_told(start),
                            .message_is_error = notice != NULL });
    FpArea rest = layout.body;
    rest.columns = MIN(rest.columns, FP_LAYOUT_TEXT_COLUMNS + 2);
    rest = draw_search(start, canvas, rest);
    make_parts(&parts, start, canvas, rest, layout.is_roomy);
    int n_about = fp_lines_count(&parts.about), n_trees = fp_lines_count(&parts.trees);
    int n_sessions = fp_lines_count(&parts.sessions);
    int left = MAX(rest.rows - n_trees, MIN(n_sessions, 2));
    int sessions = MIN(n_sessions, MAX(left - n_about, MIN(left, SESSION_ROWS)));
    int about = MIN(n_about, left - sessions);
    bool scrolls_about = about < n_about;
    fp_lines_draw_following(&parts.about, canvas, fp_area_take_rows(&rest, about),
                            (FpFollow) { SIZE_MAX, shown->scroll, scrolls_about }, FP_ACTION_NONE);
    draw_items(shown, canvas, &parts.trees,
               fp_area_take_rows(&rest, MIN(n_trees, rest.rows - sessions)), !scrolls_about);
    draw_items(shown, canvas, &parts.sessions, fp_area_take_rows(&rest, sessions), !scrolls_about);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_start = { .name = "start", .tables = tables, .draw = draw };
const FpScreen fp_screen_start_search = {
    .name = "search at the start", .tables = fp_search_tables, .draw = draw, .is_typing = true
};
