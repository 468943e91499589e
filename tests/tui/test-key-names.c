// SPDX-License-Identifier: Apache-2.0
#include "keymap-private.h"

static const struct {
    const char *what;
    const FpKey *keys;
    const char *separator;
    bool ascii;
    const char *names;
} rows[] = {
    { "a-letter", FP_KEYS('j'), "", false, "j" },
    { "a-control-letter", FP_KEYS(FP_CTRL('P')), "", false, "Ctrl-P" },
    { "a-named-key", FP_KEYS(FP_KEY_ENTER), "", false, "Enter" },
    { "the-space-bar", FP_KEYS(' '), "", false, "Space" },
    { "arrows-as-signs", FP_KEYS(FP_KEY_UP, FP_KEY_DOWN), "", false, "↑↓" },
    { "arrows-in-words", FP_KEYS(FP_KEY_UP, FP_KEY_DOWN), "/", true, "Up/Down" },
    { "digits-as-a-run", FP_KEYS('1', '2', '3', '4'), "/", false, "1-4" },
    { "two-neighbours-are-no-run", FP_KEYS('1', '2'), "/", false, "1/2" },
    { "a-run-and-more", FP_KEYS('1', '2', '3', 'x'), " ", false, "1-3 x" },
    { "named-keys-are-no-run", FP_KEYS(FP_KEY_HOME, FP_KEY_END, FP_KEY_PAGE_UP), " ", false,
      "Home End PgUp" },
    { "none", FP_KEYS(FP_KEY_NONE), " ", false, "" },
};

static void test_row(gconstpointer data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autofree char *names = fp_key_names(rows[i].keys, rows[i].separator, rows[i].ascii);
    g_assert_cmpstr(names, ==, rows[i].names);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/tui/key-names/", rows[i].what, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    return g_test_run();
}
