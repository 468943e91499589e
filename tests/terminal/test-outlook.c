// SPDX-License-Identifier: Apache-2.0
// Where it points and what can still win, beside the question; finishing once it is settled; why not
// another path. On the walk a family settles it: the road has five points, and equal ones go to it.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- The pane ---- */

static void test_pane_at_the_right(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 120, 40);
    expect_screen(term, "v outlook");
    expect_gone(term, "Can still win");
    press(term, "v");
    expect_screen(term, "Can still win|"
                        "             |"
                        "› The road   |");
    expect_screen(term, "This question tells most now");
    expect_screen(term, "What they carry"); // the themes stay
    expect_cursor_on(term, "A family");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    expect_screen(term, "› The path");
    press(term, "r");
    expect_row(term, 0, "All answers");
    press(term, "g<Enter>");
    expect_screen(term, "Worth asking next");
    press(term, "v");
    expect_gone(term, "Can still win");
    leave(term);
}

// One pane alone: it takes the themes' place, and the question keeps its own.
static void test_pane_in_the_place_of_the_themes(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    expect_screen(term, "What they carry");
    g_autofree char *before = terminal_row(term, 3);
    const char *question = strstr(before, "Question 1");
    g_assert_nonnull(question);
    press(term, "v");
    expect_screen(term, "Can still win");
    expect_gone(term, "What they carry");
    expect_straight_wall(term);
    g_autofree char *after = terminal_row(term, 3);
    g_assert_nonnull(strstr(after, "Question 1"));
    g_assert_cmpint(terminal_find_in_row(term, 3, "Question 1"), >, 20);
    press(term, "v");
    expect_screen(term, "What they carry");
    leave(term);
}

// No room beside the question: a screen of its own, on which no key answers.
static void test_screen_of_its_own(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 40, 12);
    press(term, "v");
    expect_row(term, 0, "Where it points");
    expect_screen(term, "Can still win");
    expect_row(term, -1, "v close");
    press(term, "3");
    press(term, "v");
    expect_screen(term, "Question 1 of about 3");
    expect_cursor_on(term, "A family");
    leave(term);
}

static void test_pane_follows_the_window(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 120, 40);
    press(term, "v");
    expect_screen(term, "Can still win");
    resize(term, 40, 12);
    expect_row(term, 0, "Where it points");
    expect_screen(term, "Can still win");
    resize(term, 80, 24);
    expect_screen(term, "Question 1 of about 3");
    expect_screen(term, "Can still win");
    resize(term, 120, 40);
    expect_screen(term, "What they carry");
    expect_screen(term, "Can still win");
    leave(term);
}

static void test_in_ascii(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("ask", path),
                                  .environment = LIST("LC_ALL=C"),
                                  .is_ascii = true };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_row(term, -1, "leave");
    begin(term);
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "v");
    expect_screen(term, "> The path");
    expect_screen(term, "====");
    leave(term);
}

/* ---- Settled ---- */

static void test_settled_is_told_and_stays_marked(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 120, 40);
    press(term, "1");
    expect_screen(term, "settled: what is open can change conditions, not the path");
    expect_row(term, 0, "✓ settled");
    expect_row(term, -1, "f finish");
    press(term, "j");
    expect_gone(term, "settled: ");
    expect_row(term, 0, "✓ settled");
    press(term, "b");
    expect_screen(term, "Question 1 of about 5");
    press(term, "2");
    expect_screen(term, "Question 2 of about 3");
    expect_gone(term, "✓ settled");
    expect_gone(term, "f finish");
    leave(term);
}

static void test_finish_early(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "1");
    expect_row(term, -1, "f finish");
    press(term, "f");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "finished; 4 open questions can change conditions, not the path");
    expect_screen(term, "Recommended: The road");
    leave(term);
    expect_screen(term, "Recommended: The road");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
    // Taken up again it stands where it was left, and says on the page what is open.
    g_autoptr(Terminal) again = open_command(home, LIST("resume", "last"));
    expect_row(again, 0, "Recommendation");
    expect_screen(again, "What is not known yet");
    leave(again);
}

static void test_finish_is_refused_while_unsettled(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "v");
    expect_screen(term, "Can still win");
    press(term, "f");
    expect_screen(term, "can still change the path");
    leave(term);
}

/* ---- Why not, and what turns it ---- */

static const struct {
    const char *name;
    int columns, rows;
} sizes[] = { { "80x24", 80, 24 }, { "120x40", 120, 40 }, { "40x12", 40, 12 } };

static void test_why_not(gconstpointer data)
{
    size_t size = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", sizes[size].columns, sizes[size].rows);
    answer_walk(term);
    press(term, "x");
    expect_row(term, 0, "Why not another path");
    expect_screen(term, "› 1  The road");
    scroll_to(term, "What would make it come first");
    scroll_to(term, "One other answer would make it");
    press(term, "b");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_review_marks_what_turns_it(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", 120, 40);
    answer_walk(term);
    press(term, "r");
    expect_row(term, 0, "All answers");
    expect_screen(term, "✓ Who walks?                                        |"
                        "    A club                                          |"
                        "    Another answer here alone would change the path.|");
    leave(term);
}

/* ---- Beside the keys ---- */

// A tree whose outlook takes long: what is typed meanwhile is all there.
static void test_typing_while_it_is_worked_out(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "entangled", 120, 40);
    press(term, "vjjknall of it is there");
    expect_screen(term, "all of it is there");
    press(term, "<Enter>");
    expect_screen(term, "Note: all of it is there");
    expect_cursor_on(term, "By the elm");
    for (int i = 1; i <= 6; i++) {
        g_autofree char *next = g_strdup_printf("Question %d of about 24", i + 1);
        press(term, "1");
        expect_screen(term, next);
    }
    expect_screen(term, "Can still win"); // of the last answers
    leave(term);
}

// Leaving does not wait for it either.
static void test_leaving_while_it_is_worked_out(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "entangled");
    press(term, "1");
    expect_screen(term, "Question 2 of about 24");
    leave(term);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/terminal/outlook/stands-at-the-right", test_pane_at_the_right);
    g_test_add_func("/terminal/outlook/stands-in-the-place-of-the-themes",
                    test_pane_in_the_place_of_the_themes);
    g_test_add_func("/terminal/outlook/has-a-screen-of-its-own", test_screen_of_its_own);
    g_test_add_func("/terminal/outlook/follows-the-window", test_pane_follows_the_window);
    g_test_add_func("/terminal/outlook/in-ascii", test_in_ascii);
    g_test_add_func("/terminal/outlook/settled-is-told-and-stays-marked",
                    test_settled_is_told_and_stays_marked);
    g_test_add_func("/terminal/outlook/finishes-early", test_finish_early);
    g_test_add_func("/terminal/outlook/does-not-finish-unsettled",
                    test_finish_is_refused_while_unsettled);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *path = g_strdup_printf("/terminal/why-not/at-%s", sizes[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_why_not);
    }
    g_test_add_func("/terminal/review/marks-what-turns-it", test_review_marks_what_turns_it);
    g_test_add_func("/terminal/outlook/loses-no-key", test_typing_while_it_is_worked_out);
    g_test_add_func("/terminal/outlook/does-not-keep-from-leaving",
                    test_leaving_while_it_is_worked_out);
    return g_test_run();
}
