// SPDX-License-Identifier: Apache-2.0
// The bottom bar is true: whatever it shows does something on that screen, at any size.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- Ways to each screen ---- */

static void go_nowhere(Terminal *term)
{
    expect_screen(term, "Begin with the first question");
}

static void go_to_one(Terminal *term)
{
    begin(term);
}

static void go_to_many(Terminal *term)
{
    begin(term);
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
}

static void go_to_number(Terminal *term)
{
    go_to_many(term);
    press(term, "2<Enter>");
    expect_screen(term, "Question 3 of about 4");
}

static void go_to_note(Terminal *term)
{
    go_to_many(term);
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "two words");
    expect_screen(term, "two words");
}

static void go_to_review(Terminal *term)
{
    go_to_number(term);
    press(term, "r");
    expect_row(term, 0, "All answers");
    press(term, "k");
    expect_cursor_on(term, "What do they carry?");
}

static void go_to_result(Terminal *term)
{
    go_to_number(term);
    press(term, "s");
    expect_row(term, 0, "Recommendation");
}

static void go_to_outlook(Terminal *term)
{
    go_to_number(term);
    press(term, "v");
    expect_screen(term, "Can still win");
}

static void go_to_why_not(Terminal *term)
{
    go_to_result(term);
    press(term, "x");
    expect_row(term, 0, "Why not another path");
}

static void go_to_whole(Terminal *term)
{
    go_to_result(term);
    press(term, "a");
    expect_screen(term, "page 1 of");
    expect_gone(term, "a all of it");
}

static void go_to_export(Terminal *term)
{
    go_to_result(term);
    press(term, "e");
    expect_row(term, 0, "Export the recommendation");
}

static void go_to_field(Terminal *term)
{
    go_to_one(term);
    press(term, "o");
    expect_row(term, 0, "Who finds out");
    press(term, "two words");
    expect_screen(term, "two words");
}

static void go_to_last_field(Terminal *term)
{
    go_to_field(term);
    press(term, "<Enter>2030-01-31");
    expect_screen(term, "2030-01-31");
}

static void go_to_help(Terminal *term)
{
    begin(term);
    press(term, "?");
    expect_row(term, 0, "Keys");
}

static const struct {
    const char *name;
    void (*go)(Terminal *term);
    const char *keys; /* that must be in the bar where there is room */
} screens[] = {
    { "start", go_nowhere, "Enter ? q" }, // one thing alone: nowhere to move to
    { "one", go_to_one, "↑↓ Enter u w n Tab ? q" },
    { "many", go_to_many, "↑↓ Space Enter u n b r s ? q" },
    { "number", go_to_number, "↑↓ Enter u n b Tab r s ? q" },
    { "note", go_to_note, "Enter Esc Ctrl-J Ctrl-W" },
    { "review", go_to_review, "↑↓ Enter c z b s ? q" },
    { "outlook", go_to_outlook, "↑↓ Enter u v ? q" }, // in a small window a screen of its own
    { "result", go_to_result, "↑↓ Tab e a r b x ? q" },
    { "whole result", go_to_whole, "↑↓ Space Tab e r b x ? q" },
    { "export", go_to_export, "↑↓ Enter Tab Esc ? q" },
    { "field", go_to_field, "Enter Tab Esc Ctrl-W" },
    { "last field", go_to_last_field, "Enter Tab Esc Ctrl-W" },
    { "why-not", go_to_why_not, "b ? q" },
    { "help", go_to_help, "?" },
};

static const struct {
    const char *name;
    int columns, rows;
} sizes[] = { { "80x24", 80, 24 }, { "120x40", 120, 40 }, { "40x12", 40, 12 } };

/* ---- What the bar shows ---- */

// "↑↓ move  Enter answer": the entries stand two blanks apart, the keys before the first blank.
static GStrv keys_of_bar(const Terminal *term)
{
    g_autoptr(GStrvBuilder) keys = g_strv_builder_new();
    g_autofree char *bar = terminal_row(term, terminal_rows(term) - 1);
    g_auto(GStrv) entries = g_strsplit(g_strstrip(bar), "  ", -1);
    for (size_t i = 0; entries[i] != NULL; i++) {
        g_autofree char *key = g_strndup(entries[i], strcspn(entries[i], " "));
        if (*key != '\0')
            g_strv_builder_add(keys, key);
    }
    return g_strv_builder_end(keys);
}

// What to press for a key's name in the bar.
static char *keys_to_press(const char *name)
{
    if (strcmp(name, "↑↓") == 0)
        return g_strdup("<Down>");
    if (g_str_has_prefix(name, "Ctrl-"))
        return g_strdup_printf("<C-%c>", g_ascii_tolower(name[5]));
    return strlen(name) > 1 ? g_strdup_printf("<%s>", name) : g_strdup(name);
}

static Terminal *open_screen(Home *home, size_t screen, size_t size)
{
    Terminal *term = open_tree_sized(home, "walk", sizes[size].columns, sizes[size].rows);
    screens[screen].go(term);
    return term;
}

#define QUIET_MS 30

// The bar is drawn last: it is read once the program waits for a key, and nothing more comes.
static GStrv read_bar(Terminal *term)
{
    expect_read(term);
    terminal_listen(term, QUIET_MS);
    return keys_of_bar(term);
}

static GStrv read_bar_of(size_t screen, size_t size)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_screen(home, screen, size);
    return read_bar(term);
}

// A change of any cell, of the cursor, or the end of the program.
static void expect_effect(size_t screen, size_t size, const char *name)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_screen(home, screen, size);
    g_autofree char *keys = keys_to_press(name);
    g_autofree char *what = g_strdup_printf("the bar shows '%s', but it does nothing", name);
    press(term, keys);
    expect_change(term, what);
}

// What a key does that the smaller bar has too is tried there; scrolling hangs on how much fits.
static bool depends_on_size(const char *name)
{
    static const char *const names[] = { "↑↓", "Space", "Tab", "Ctrl-D", "v", NULL };
    return g_strv_contains(names, name);
}

static void test_bar_is_true(gconstpointer data)
{
    size_t screen = GPOINTER_TO_SIZE(data) / G_N_ELEMENTS(sizes);
    size_t size = GPOINTER_TO_SIZE(data) % G_N_ELEMENTS(sizes);
    g_auto(GStrv) names = read_bar_of(screen, size);
    g_auto(GStrv) tried = size > 0 ? read_bar_of(screen, 0) : g_strsplit("", " ", -1);
    g_assert_cmpuint(g_strv_length(names), >, 0);
    for (size_t i = 0; names[i] != NULL; i++) {
        if (depends_on_size(names[i]) || !g_strv_contains((const char *const *)tried, names[i]))
            expect_effect(screen, size, names[i]);
    }
}

static void test_bar_is_whole(gconstpointer data)
{
    size_t screen = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_screen(home, screen, 1);
    g_auto(GStrv) names = read_bar(term);
    g_auto(GStrv) wanted = g_strsplit(screens[screen].keys, " ", -1);
    for (size_t i = 0; wanted[i] != NULL; i++) {
        g_autofree char *what = g_strdup_printf("the bar lacks '%s'", wanted[i]);
        if (!g_strv_contains((const char *const *)names, wanted[i]))
            terminal_fail(term, what, G_STRLOC);
    }
}

/* ---- Help ---- */

// One row, one screen: words of its help, all of which must be there when one scrolls to the end.
static const struct {
    const char *name;
    void (*go)(Terminal *term);
    const char *says;
} helps[] = {
    { "start", go_nowhere, "Begin, or go on, with this one" },
    { "question", go_to_one, "Answer \"I don't know\" and go on" },
    { "number", go_to_number, "Type the number" },
    { "review", go_to_review, "Take this answer back" },
    { "result", go_to_result, "To the next section" },
    { "why-not", go_to_why_not, "Back to the recommendation" },
    { "export", go_to_export, "Close the form" },
};

static void test_help(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", 100, 50);
    helps[row].go(term);
    expect_read(term);
    terminal_listen(term, QUIET_MS);
    g_autofree char *before = terminal_text(term);
    press(term, "?");
    expect_row(term, 0, "Keys");
    expect_screen(term, helps[row].says);
    expect_screen(term, "Show the keys of this screen");
    expect_screen(term, "Leave; a saved session can be taken up again");
    press(term, "<Esc>");
    expect_gone(term, "Show the keys of this screen");
    expect_read(term);
    terminal_listen(term, QUIET_MS);
    g_autofree char *after = terminal_text(term);
    if (strcmp(before, after) != 0)
        terminal_fail(term, "the screen under the help is another one now", G_STRLOC);
}

static void test_help_scrolls(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 40, 12);
    press(term, "?");
    expect_row(term, 0, "Keys");
    press(term, "G");
    expect_screen(term, "to the terminal."); // the last words, about the mouse
    press(term, "g");
    expect_screen(term, "To the line above");
    press(term, "q"); // closes the help, not the program
    expect_screen(term, "Question 1 of about");
    leave(term);
}

/* ---- The cursor ---- */

// Screen readers and magnifiers follow it: it stands on what the next key is about.
static void test_cursor_follows_the_focus(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    expect_cursor_on(term, "A family");
    press(term, "j");
    expect_cursor_on(term, "One person");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    expect_cursor_on(term, "A tent");
    press(term, "u");
    expect_screen(term, "Question 3 of about 4");
    expect_cursor_on(term, "[ ");
    press(term, "r");
    expect_row(term, 0, "All answers");
    expect_cursor_on(term, "How many hours have they?");
    press(term, "G");
    expect_cursor_on(term, "Show the recommendation");
}

static void add_rows_of_bars(void)
{
    for (size_t screen = 0; screen < G_N_ELEMENTS(screens); screen++) {
        g_autofree char *whole =
            g_strdup_printf("/terminal/keys/the-bar-is-whole/%s", screens[screen].name);
        g_test_add_data_func(whole, GSIZE_TO_POINTER(screen), test_bar_is_whole);
        for (size_t size = 0; size < G_N_ELEMENTS(sizes); size++) {
            g_autofree char *path = g_strdup_printf("/terminal/keys/the-bar-is-true/%s/%s",
                                                    screens[screen].name, sizes[size].name);
            g_test_add_data_func(path, GSIZE_TO_POINTER(screen * G_N_ELEMENTS(sizes) + size),
                                 test_bar_is_true);
        }
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    add_rows_of_bars();
    for (size_t i = 0; i < G_N_ELEMENTS(helps); i++) {
        g_autofree char *path = g_strdup_printf("/terminal/keys/help/%s", helps[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_help);
    }
    g_test_add_func("/terminal/keys/help/scrolls", test_help_scrolls);
    g_test_add_func("/terminal/keys/the-cursor-follows-the-focus", test_cursor_follows_the_focus);
    return g_test_run();
}
