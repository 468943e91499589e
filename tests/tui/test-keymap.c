// SPDX-License-Identifier: Apache-2.0
// Walks every screen's tables: what the bar and the help show is what the keys do.
#include "screen-private.h"

#include <string.h>

typedef void (*Visit)(const FpScreen *screen, const FpKeyTable *table, const FpKeyRow *row);

static void walk(const FpScreen *screen, Visit visit)
{
    for (size_t t = 0; screen->tables[t] != NULL; t++) {
        for (size_t r = 0; r < screen->tables[t]->n_rows; r++)
            visit(screen, screen->tables[t], &screen->tables[t]->rows[r]);
    }
}

/* ---- One row ---- */

static void check_help(const FpScreen *screen, const FpKeyTable *table, const FpKeyRow *row)
{
    g_assert_cmpstr(screen->name, !=, "");
    g_assert_cmpstr(table->title, !=, "");
    g_assert_nonnull(row->help);
    g_assert_cmpstr(row->help, !=, "");
    g_assert_true(row->word == NULL || *row->word != '\0');
}

static void check_effect(const FpScreen *screen, const FpKeyTable *table, const FpKeyRow *row)
{
    (void)screen, (void)table;
    g_assert_true(row->keys[0] != FP_KEY_NONE);
    // Either the dialogue's or the screen's own.
    g_assert_true((row->action != FP_ACTION_NONE) != (row->local != FP_LOCAL_NONE));
}

static size_t count_key(const FpKeyTable *table, FpKey key)
{
    size_t n = 0;
    for (size_t r = 0; r < table->n_rows; r++) {
        for (size_t k = 0; table->rows[r].keys[k] != FP_KEY_NONE; k++)
            n += table->rows[r].keys[k] == key ? 1 : 0;
    }
    return n;
}

static void check_keys_once(const FpScreen *screen, const FpKeyTable *table, const FpKeyRow *row)
{
    for (size_t k = 0; row->keys[k] != FP_KEY_NONE; k++) {
        if (count_key(table, row->keys[k]) == 1)
            continue;
        g_autofree char *name = fp_key_name(row->keys[k], true);
        g_error("%s: %s stands twice under '%s'", screen->name, name, table->title);
    }
}

/* What the bar shows for a row: its own keys where it says so, else the first that is not hidden. */
static void check_bar_works(const FpScreen *screen, const FpKeyTable *table, const FpKeyRow *row)
{
    (void)table;
    g_autofree FpKey *visible = fp_keymap_visible_keys(screen, row);
    if (row->word == NULL || visible[0] == FP_KEY_NONE)
        return;
    g_assert_true(fp_keymap_find(screen, visible[0], NULL) == row);
    for (size_t k = 0; row->bar_keys != NULL && row->bar_keys[k] != FP_KEY_NONE; k++) {
        const FpKeyRow *found = fp_keymap_find(screen, row->bar_keys[k], NULL);
        g_autofree char *name = fp_key_name(row->bar_keys[k], true);
        if (found == NULL)
            g_error("%s: the bar shows %s for '%s', which does nothing", screen->name, name,
                    row->word);
    }
}

static const struct {
    const char *name;
    Visit visit;
} checks[] = {
    { "each-has-its-help", check_help },
    { "each-does-one-thing", check_effect },
    { "no-key-stands-twice-in-a-table", check_keys_once },
    { "what-the-bar-shows-works", check_bar_works },
};

static void test_rows(gconstpointer data)
{
    for (size_t i = 0; fp_screens[i] != NULL; i++)
        walk(fp_screens[i], checks[GPOINTER_TO_SIZE(data)].visit);
}

/* ---- All of a screen ---- */

static void test_names(void)
{
    for (size_t i = 0; fp_screens[i] != NULL; i++) {
        for (size_t k = 0; k < i; k++)
            g_assert_cmpstr(fp_screens[i]->name, !=, fp_screens[k]->name);
    }
}

// While text is typed q may be text, and Escape ends it; elsewhere q leaves and ? helps.
static void test_ways_out(void)
{
    for (size_t i = 0; fp_screens[i] != NULL; i++) {
        const FpScreen *screen = fp_screens[i];
        const FpKeyRow *leave = fp_keymap_find(screen, 'q', NULL);
        const FpKeyRow *help = fp_keymap_find(screen, '?', NULL);
        const FpKeyRow *escape = fp_keymap_find(screen, FP_KEY_ESCAPE, NULL);
        if (screen->is_typing)
            g_assert_true(leave != NULL || escape != NULL);
        else
            g_assert_true(leave != NULL && help != NULL);
    }
}

static void test_earlier_hides_later(void)
{
    size_t place = 99;
    const FpKeyRow *row = fp_keymap_find(&fp_screen_start, '2', &place);
    g_assert_nonnull(row);
    g_assert_cmpint(row->action, ==, FP_ACTION_PICK);
    g_assert_cmpuint(place, ==, 1);
    g_assert_null(fp_keymap_find(&fp_screen_start, 0x1F600, NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++) {
        g_autofree char *path = g_strconcat("/tui/keymap/", checks[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_rows);
    }
    g_test_add_func("/tui/keymap/screens-have-names-of-their-own", test_names);
    g_test_add_func("/tui/keymap/there-is-a-way-out-and-help", test_ways_out);
    g_test_add_func("/tui/keymap/the-place-of-a-key-is-told", test_earlier_hides_later);
    return g_test_run();
}
