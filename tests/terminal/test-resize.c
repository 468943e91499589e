// SPDX-License-Identifier: Apache-2.0
// Any window: usable, or a sentence that says why not. What is shown depends on the size alone, not on
// the sizes before.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- Sizes ---- */

// One row, one window that a question must be answered in.
static const struct {
    const char *name;
    int columns, rows;
} sizes[] = {
    { "80x24", 80, 24 },   { "120x40", 120, 40 }, { "40x12", 40, 12 },
    { "200x60", 200, 60 }, { "40x60", 40, 60 },   { "300x12", 300, 12 },
};

static void test_usable(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", sizes[row].columns, sizes[row].rows);
    expect_cursor_on(term, "Begin with the first question");
    expect_row(term, -1, "leave");
    press(term, "<Enter>");
    expect_screen(term, "Question 1 of about 3");
    expect_cursor_on(term, "A family");
    press(term, "G");
    expect_cursor_on(term, "A club");
    press(term, "<Enter>");
    expect_screen(term, "Question 2 of about 4");
    press(term, "2");
    expect_cursor_on(term, "■ 2  A rope");
    press(term, "<Enter>");
    expect_screen(term, "Question 3 of about 4");
    press(term, "3<Enter>");
    expect_screen(term, "Question 4 of about 4");
    press(term, "2");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "Recommended: The path");
    expect_row(term, -1, "leave");
    leave(term);
}

// The shipped tree's longest screens keep question, focus and bar at the smallest size.
static void test_shipped_tree_at_40x12(void)
{
    g_autoptr(Home) home = home_new();
    const TerminalSetup setup = { .home = home, .columns = 40, .rows = 12 };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_row(term, -1, "leave");
    press(term, "<Enter>");
    for (size_t i = 1; i <= 30 && !terminal_shows(term, "Recommendation"); i++) {
        g_autofree char *position = g_strdup_printf("Question %zu of about", i);
        expect_screen(term, position);
        expect_cursor_on(term, "›");
        expect_row(term, -1, "? help");
        press(term, "u");
        expect_gone(term, position);
    }
    expect_row(term, 0, "Recommendation");
    leave(term);
}

/* ---- Too small ---- */

static const struct {
    const char *name;
    int columns, rows;
    const char *told; // "This window has …": as much as there is room for
} too_small[] = { { "39x12", 39, 12, "40 x 12" },
                  { "40x11", 40, 11, "40 x 12" },
                  { "20x5", 20, 5, "This window has" },
                  { "10x1", 10, 1, "This" },
                  { "2x2", 2, 2, "Th" },
                  { "1x1", 1, 1, "T" } };

// It says so, and takes no key as an answer; back in a larger window all is as it was.
static void test_too_small(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "j");
    expect_cursor_on(term, "One person");
    resize(term, too_small[row].columns, too_small[row].rows);
    expect_screen(term, too_small[row].told);
    expect_gone(term, "Who walks?");
    press(term, "j<Enter>1un<Space>");
    paste(term, "3\n");
    expect_read(term); // else these keys were for the larger window
    resize(term, 80, 24);
    expect_screen(term, "Question 1 of about 3");
    expect_cursor_on(term, "One person");
    leave(term);
    expect_screen(term, "Nothing was answered");
}

static void test_too_small_says_the_size(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    resize(term, 39, 12);
    expect_screen(term, "40");
    expect_screen(term, "12");
    resize(term, 39, 11);
    expect_screen(term, "40");
    press(term, "q"); // leaving must always be possible
    expect_exit(term, 0);
}

static void test_starts_too_small(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = {
        .home = home, .arguments = LIST("ask", path), .columns = 30, .rows = 8
    };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, "40");
    press(term, "<Enter>");
    resize(term, 80, 24);
    expect_screen(term, "Begin with the first question");
    leave(term);
}

/* ---- Changing ---- */

static void test_same_as_a_fresh_start(void)
{
    static const int columns[] = { 120, 40, 79, 200, 61, 80 }, rows[] = { 40, 12, 23, 60, 13, 24 };
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Home) other_home = home_new();
        g_autoptr(Terminal) fresh = open_question_sized(other_home, "walk", columns[i], rows[i]);
        press(fresh, "jw");
        expect_screen(fresh, "Children walk slowly.");
        if (i == 0) {
            press(term, "jw");
            expect_screen(term, "Children walk slowly.");
        }
        resize(term, columns[i], rows[i]);
        expect_screen(term, "Children walk slowly.");
        expect_row(term, -1, "leave");
        expect_same(term, fresh);
    }
    leave(term);
}

static void test_storm(void)
{
    g_autoptr(Home) home = home_new(), other_home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    g_autoptr(Terminal) fresh = open_question(other_home, "walk");
    press(term, "j");
    expect_cursor_on(term, "One person");
    press(fresh, "j");
    expect_cursor_on(fresh, "One person");
    for (int i = 0; i < 2000; i++) {
        resize(term, g_test_rand_int_range(1, 400), g_test_rand_int_range(1, 200));
        catch_up(term);
    }
    resize(term, 80, 24);
    expect_same(term, fresh);
    press(term, "k");
    expect_cursor_on(term, "A family");
    leave(term);
}

// The focus stays in view whatever the height.
static void test_focus_stays_in_view(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "hundred");
    press(term, "<PageDown><PageDown><PageDown><PageDown><PageDown>");
    expect_cursor_on(term, "Option number 051");
    resize(term, 40, 12);
    expect_cursor_on(term, "Option number 051");
    resize(term, 100, 60);
    expect_cursor_on(term, "Option number 051");
    resize(term, 80, 24);
    expect_cursor_on(term, "Option number 051");
    leave(term);
}

// While a note is typed its text and the cursor stay.
static void test_note_stays(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "half a thought");
    expect_cursor_on(term, "half a thought");
    resize(term, 40, 12);
    expect_cursor_on(term, "half a thought");
    resize(term, 30, 10);
    expect_gone(term, "half a thought");
    press(term, "more"); // typed into a window that shows nothing: ignored like any key
    resize(term, 120, 40);
    expect_cursor_on(term, "half a thought");
    press(term, "<Enter>");
    expect_screen(term, "Note: half a thought");
    leave(term);
}

static void test_result_is_laid_out_anew(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    resize(term, 40, 12);
    expect_row(term, -1, "leave");
    expect_row(term, 0, "Recommendation");
    resize(term, 120, 40);
    expect_screen(term, "How the paths stand, in points");
    leave(term);
}

// A terminal that does not know its size.
static void test_no_size(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    resize_to_nothing(term);
    press(term, "j");
    expect_cursor_on(term, "One person");
    leave(term);
}

#define ADD_SIZES(prefix, list, test)                                                              \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/terminal/resize/" prefix "/", list[i].name, NULL);   \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }
#define ADD(name, test) g_test_add_func("/terminal/resize/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD_SIZES("usable", sizes, test_usable);
    ADD_SIZES("too-small", too_small, test_too_small);
    ADD("shipped-tree-at-40x12", test_shipped_tree_at_40x12);
    ADD("too-small-says-the-size", test_too_small_says_the_size);
    ADD("starts-too-small", test_starts_too_small);
    ADD("same-as-a-fresh-start", test_same_as_a_fresh_start);
    ADD("a-storm-leaves-nothing-behind", test_storm);
    ADD("the-focus-stays-in-view", test_focus_stays_in_view);
    ADD("a-note-stays", test_note_stays);
    ADD("the-result-is-laid-out-anew", test_result_is_laid_out_anew);
    ADD("no-size-at-all", test_no_size);
    return g_test_run();
}
