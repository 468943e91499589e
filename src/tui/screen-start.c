// SPDX-License-Identifier: Apache-2.0
// What this is, how long it takes, and where to begin: an unfinished session or the tree.
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"
#include <inttypes.h>

#define NUMBER_COLUMN 2
#define TEXT_COLUMN   5
#define N_NUMBERED    9

static const FpKeyRow keys[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("choose"), N_("Begin, or go on, with this one"),
      FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL, N_("Begin with this number"),
      FP_ACTION_PICK },
};
static const FpKeyTable beginning_keys = { N_("Beginning"), keys, G_N_ELEMENTS(keys) };

static const FpKeyTable *const tables[] = { &fp_keys_moving, &beginning_keys, &fp_keys_longer,
                                            &fp_keys_always, NULL };

static void add_about(FpLines *lines, const FpStart *start, bool is_roomy)
{
    if (fp_start_summary(start) != NULL) {
        fp_lines_add_text(lines, 0, FP_STYLE_TEXT, fp_start_summary(start));
        if (is_roomy)
            fp_lines_add_blank(lines);
    }
    if (*fp_start_length(start) != '\0')
        fp_lines_add_text(lines, 0, FP_STYLE_TEXT, fp_start_length(start));
    if (is_roomy)
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

static void add_item(FpLines *lines, const FpStart *start, size_t i)
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
    if (item->detail != NULL && !is_headline(start, item))
        fp_lines_add_text(lines, TEXT_COLUMN, FP_STYLE_DIM, item->detail);
    fp_lines_begin_item(lines, SIZE_MAX);
}

static void add_items(FpLines *lines, const FpStart *start, bool is_roomy)
{
    size_t n_items;
    const FpStartItem *items = fp_start_items(start, &n_items);
    for (size_t i = 0; i < n_items; i++) {
        bool opens_group = i == 0 || items[i].is_session != items[i - 1].is_session;
        if (i > 0 && opens_group && is_roomy)
            fp_lines_add_blank(lines);
        if (opens_group && (items[0].is_session || is_roomy))
            fp_lines_add_text(lines, 0, FP_STYLE_STRONG,
                              items[i].is_session ? _("Go on where you left off")
                                                  : _("Start a new session"));
        add_item(lines, start, i);
    }
}

static void set_cursor(FpCanvas *canvas, const FpLines *lines, FpArea area, size_t focus, int first)
{
    int n_lines, line = fp_lines_find(lines, focus, &n_lines) - first;
    bool is_visible = line >= 0 && line < area.rows;
    fp_canvas_set_cursor(canvas, area.row + (is_visible ? line : 0), area.column + NUMBER_COLUMN);
}

/* The list keeps what it needs; what the tree is about may be cut, and scrolled. */
static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpStart *start = shown->start;
    g_auto(FpLines) about = { 0 }, items = { 0 };
    FpLayout layout = fp_frame_begin(canvas, (FpFrame) { .title = fp_start_title(start),
                                                         .right = "fingerpost",
                                                         .message = fp_start_notice(start),
                                                         .message_is_error = true });
    FpArea area = layout.body;
    area.columns = MIN(area.columns, FP_LAYOUT_TEXT_COLUMNS + 2);
    fp_lines_init(&about, canvas, area.columns - 2); // the last one is the scroll bar's
    fp_lines_init(&items, canvas, area.columns - 2);
    add_about(&about, start, layout.is_roomy);
    add_items(&items, start, layout.is_roomy);
    FpStack wanted = { .head = fp_lines_count(&about), .options = fp_lines_count(&items) };
    FpStack given = fp_layout_stack(wanted, area.rows, false);
    FpArea top = area, list = area;
    top.rows = given.head;
    list.row += given.head;
    list.rows = given.options;
    bool scrolls_about = given.head < wanted.head;
    fp_lines_draw_following(&about, canvas, top,
                            (FpFollow) { SIZE_MAX, shown->scroll, scrolls_about }, FP_ACTION_NONE);
    FpFollow follow = { fp_start_focus(start), shown->scroll, !scrolls_about };
    int first = fp_lines_draw_following(&items, canvas, list, follow, FP_ACTION_PICK);
    set_cursor(canvas, &items, list, fp_start_focus(start), first);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_start = { .name = "start", .tables = tables, .draw = draw };
