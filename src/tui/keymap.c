// SPDX-License-Identifier: Apache-2.0
#include "keymap-private.h"

#include "fp-i18n.h"
#include "screen-private.h"

/* A first screen with one thing on it has nowhere to move to; the other lists always have two. */
static bool has_somewhere_to_go(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    size_t n_items = 0;
    if (shown->start != NULL)
        fp_start_items(shown->start, &n_items);
    return shown->start == NULL || n_items > 1;
}

static const FpKeyRow moving[] = {
    { FP_KEYS(FP_KEY_UP, 'k', FP_CTRL('P')), NULL, N_("To the line above"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, 'j', FP_CTRL('N')), N_("move"), N_("To the line below"), FP_ACTION_DOWN,
      .rank = 40, .bar_keys = FP_KEYS(FP_KEY_UP, FP_KEY_DOWN), .applies = has_somewhere_to_go },
    { FP_KEYS(FP_KEY_PAGE_UP), NULL, N_("Ten lines up"), FP_ACTION_PAGE_UP },
    { FP_KEYS(FP_KEY_PAGE_DOWN), NULL, N_("Ten lines down"), FP_ACTION_PAGE_DOWN },
    { FP_KEYS('g', FP_KEY_HOME), NULL, N_("To the first line"), FP_ACTION_FIRST },
    { FP_KEYS('G', FP_KEY_END), NULL, N_("To the last line"), FP_ACTION_LAST },
};
const FpKeyTable fp_keys_moving = { N_("Moving"), moving, G_N_ELEMENTS(moving) };

static bool can_scroll(const FpShown *shown G_GNUC_UNUSED, const FpCanvas *drawn)
{
    return drawn->scroll_on > 0 || drawn->scroll_back > 0;
}

static const FpKeyRow reading[] = {
    { FP_KEYS(FP_KEY_UP, 'k', FP_CTRL('P')), NULL, N_("A line up"), .local = FP_LOCAL_SCROLL,
      .amount = -1 },
    { FP_KEYS(FP_KEY_DOWN, 'j', FP_CTRL('N')), N_("scroll"), N_("A line down"),
      .local = FP_LOCAL_SCROLL, .amount = 1, .rank = 1, .bar_keys = FP_KEYS(FP_KEY_UP, FP_KEY_DOWN),
      .applies = can_scroll },
    { FP_KEYS(FP_KEY_PAGE_UP), NULL, N_("A page up"), .local = FP_LOCAL_SCROLL_PAGE, .amount = -2 },
    { FP_KEYS(FP_KEY_PAGE_DOWN, ' '), N_("page"), N_("A page down"), .local = FP_LOCAL_SCROLL_PAGE,
      .amount = 2, .rank = 20, .bar_keys = FP_KEYS(' '), .applies = can_scroll },
    { FP_KEYS(FP_CTRL('U')), NULL, N_("Half a page up"), .local = FP_LOCAL_SCROLL_PAGE,
      .amount = -1 },
    { FP_KEYS(FP_CTRL('D')), NULL, N_("Half a page down"), .local = FP_LOCAL_SCROLL_PAGE,
      .amount = 1 },
    { FP_KEYS('g', FP_KEY_HOME), NULL, N_("To the beginning"), .local = FP_LOCAL_SCROLL_END,
      .amount = -1 },
    { FP_KEYS('G', FP_KEY_END), NULL, N_("To the end"), .local = FP_LOCAL_SCROLL_END, .amount = 1 },
};
const FpKeyTable fp_keys_reading = { N_("Reading"), reading, G_N_ELEMENTS(reading) };

static bool cuts_text(const FpShown *shown G_GNUC_UNUSED, const FpCanvas *drawn)
{
    return drawn->cuts_text;
}

static const FpKeyRow longer[] = {
    { FP_KEYS(FP_CTRL('U')), NULL, N_("Scroll what does not fit up by half a page"),
      .local = FP_LOCAL_SCROLL_PAGE, .amount = -1 },
    { FP_KEYS(FP_CTRL('D')), N_("more"), N_("Scroll what does not fit down by half a page"),
      .local = FP_LOCAL_SCROLL_PAGE, .amount = 1, .rank = 9, .applies = cuts_text },
};
const FpKeyTable fp_keys_longer = { N_("Reading"), longer, G_N_ELEMENTS(longer) };

static const FpKeyRow always[] = {
    { FP_KEYS('?'), N_("help"), N_("Show the keys of this screen"), .local = FP_LOCAL_HELP,
      .rank = 2 },
    { FP_KEYS('q'), N_("leave"), N_("Leave; a saved session can be taken up again"), FP_ACTION_QUIT,
      .rank = 3 },
    { FP_KEYS(FP_CTRL('L')), NULL, N_("Draw the screen anew"), .local = FP_LOCAL_REDRAW },
};
const FpKeyTable fp_keys_always = { N_("Always"), always, G_N_ELEMENTS(always) };

static const FpKeyRow *find_in_table(const FpKeyTable *table, FpKey key, size_t *out_place)
{
    for (size_t i = 0; i < table->n_rows; i++) {
        for (size_t place = 0; table->rows[i].keys[place] != FP_KEY_NONE; place++) {
            if (table->rows[i].keys[place] != key)
                continue;
            if (out_place != NULL)
                *out_place = place;
            return &table->rows[i];
        }
    }
    return NULL;
}

const FpKeyRow *fp_keymap_find(const FpScreen *screen, FpKey key, size_t *out_place)
{
    for (size_t i = 0; screen->tables[i] != NULL; i++) {
        const FpKeyRow *row = find_in_table(screen->tables[i], key, out_place);
        if (row != NULL)
            return row;
    }
    return NULL;
}

FpKey *fp_keymap_visible_keys(const FpScreen *screen, const FpKeyRow *row)
{
    GArray *keys = g_array_new(TRUE, FALSE, sizeof(FpKey));
    for (size_t i = 0; row->keys[i] != FP_KEY_NONE; i++) {
        if (fp_keymap_find(screen, row->keys[i], NULL) == row)
            g_array_append_val(keys, row->keys[i]);
    }
    return (FpKey *)(void *)g_array_free(keys, FALSE);
}
