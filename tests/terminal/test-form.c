// SPDX-License-Identifier: Apache-2.0
// Forms on the real screen: writing the page to a file, what was decided, who finds out by when.
#include "opening.h"

#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "program.h"

static Terminal *open_result(Home *home)
{
    Terminal *term = open_tree(home, "walk");
    answer_walk(term);
    return term;
}

// In the form of the export: this name instead of the one that stands there.
static void name_file(Terminal *term, const char *path)
{
    press(term, "e");
    expect_row(term, 0, "Export the recommendation");
    press(term, "<Tab>");
    expect_row(term, -1, "Ctrl-W");
    press(term, "<C-u>");
    send_bytes(term, path, strlen(path));
}

/* ---- Export ---- */

static void test_export(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    expect_row(term, -1, "e export");
    name_file(term, home_path(home, "page.md"));
    expect_screen(term, "● md"); // the format follows the name
    press(term, "<Enter>");
    expect_screen(term, "written: '");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autofree char *written = home_read(home, "page.md");
    g_assert_nonnull(written);
    // The same bytes as from the command line: nothing was left out while analyses were made.
    g_autoptr(Run) exported = run(home, "export", "1", "--format", "md", NULL);
    expect_status(exported, 0);
    g_assert_cmpstr(written, ==, exported->out);
}

static void test_names(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    press(term, "e");
    expect_screen(term, "-walk.pdf");
    expect_cursor_on(term, "● pdf");
    press(term, "G");
    expect_screen(term, "-walk.txt");
    press(term, "?");
    expect_row(term, 0, "Keys");
    press(term, "<Esc>");
    expect_screen(term, "-walk.txt");
    press(term, "<Esc>");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_asks_before_it_replaces(void)
{
    g_autoptr(Home) home = home_new();
    const char *path = home_write(home, "page.txt", "mine\n");
    g_autoptr(Terminal) term = open_result(home);
    name_file(term, path);
    press(term, "<Enter>");
    expect_screen(term, "exists already: replace it?");
    press(term, "n");
    expect_gone(term, "replace it?");
    g_autofree char *kept = home_read(home, "page.txt");
    g_assert_cmpstr(kept, ==, "mine\n");
    press(term, "<Enter>");
    expect_screen(term, "exists already: replace it?");
    press(term, "y");
    expect_screen(term, "written: '");
    g_autofree char *replaced = home_read(home, "page.txt");
    g_assert_nonnull(strstr(replaced, "The path"));
    leave(term);
}

static void test_tells_what_cannot_be_written(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = g_build_filename(home_path(home, "no-such-folder"), "page.txt", NULL);
    g_autoptr(Terminal) term = open_result(home);
    name_file(term, path);
    press(term, "<Enter>");
    expect_screen(term, "create the folder first");
    expect_row(term, 0, "Export the recommendation"); // what was typed is still there
    press(term, "<Esc>");
    leave(term);
}

static void test_export_of_an_open_session(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    name_file(term, home_path(home, "page.json"));
    press(term, "<Enter>");
    expect_screen(term, "written: '");
    leave(term);
    g_autofree char *written = home_read(home, "page.json");
    g_assert_nonnull(written);
}

static void test_plain_export(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("ask", "--plain", tree),
                                  .rows = 100 };
    const char *path = home_write(home, "page.txt", "mine\n");
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, "Question 1 of about");
    press(term, "3<Enter>2<Enter>3<Enter>2<Enter>");
    expect_screen(term, "Enter to leave, e export");
    press(term, "e<Enter>");
    expect_screen(term, "Format: number");
    press(term, "text<Enter>");
    expect_screen(term, "File (Enter: ");
    send_bytes(term, path, strlen(path));
    press(term, "<Enter>");
    expect_screen(term, "replace it? [y/N]");
    press(term, "y<Enter>");
    expect_screen(term, "written: '");
    press(term, "d<Enter>");
    expect_screen(term, "Which path: number");
    press(term, "2<Enter>");
    expect_screen(term, "Why (in your own words");
    press(term, "It is shorter<Enter>");
    expect_screen(term, "Decided otherwise: The road");
    press(term, "<Enter>");
    expect_exit(term, 0);
    g_autofree char *written = home_read(home, "page.txt");
    g_assert_nonnull(strstr(written, "The path"));
}

/* ---- What was decided ---- */

static void test_decision(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    press(term, "d");
    expect_row(term, 0, "What was decided");
    expect_cursor_on(term, "The path: recommended");
    press(term, "j<Enter>");
    expect_row(term, -1, "Ctrl-W");
    press(term, "Nobody climbs");
    expect_screen(term, "Nobody climbs");
    resize(term, 40, 12); // the draft survives
    expect_screen(term, "Nobody climbs");
    resize(term, 80, 24);
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "Decided otherwise: The road.");
    expect_screen(term, "Nobody climbs");
    press(term, "d"); // and can be changed
    expect_screen(term, "Nobody climbs");
    press(term, "G<Enter>");
    expect_row(term, -1, "Ctrl-W");
    press(term, "<C-u>Too far<Enter>");
    expect_screen(term, "Too far");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "decided");
}

static void test_decision_waits_for_the_end(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    press(term, "d");
    expect_screen(term, "once the session is finished: 3 questions are open");
    leave(term);
}

/* ---- Who finds out ---- */

static void test_who_finds_out(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "u");
    expect_screen(term, "Question 2 of about 3");
    press(term, "b");
    expect_row(term, -1, "o who finds out");
    press(term, "o");
    expect_row(term, 0, "Who finds out");
    press(term, "Ada<Enter>soon<Enter>");
    expect_screen(term, "'soon' is no day");
    press(term, "<C-u>2030-01-31<Enter>");
    expect_screen(term, "Question 2 of about 3");
    press(term, "r");
    expect_screen(term, "I don't know; Ada finds out by 2030-01-31");
    press(term, "g");
    expect_row(term, -1, "o who finds out");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    scroll_to(term, "Find out by 2030-01-31");
    leave(term);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/terminal/form/export-writes-the-page", test_export);
    g_test_add_func("/terminal/form/the-name-follows-the-format", test_names);
    g_test_add_func("/terminal/form/export-asks-before-it-replaces", test_asks_before_it_replaces);
    g_test_add_func("/terminal/form/export-tells-what-cannot-be-written",
                    test_tells_what_cannot_be_written);
    g_test_add_func("/terminal/form/an-open-session-can-be-exported",
                    test_export_of_an_open_session);
    g_test_add_func("/terminal/form/in-plain-mode", test_plain_export);
    g_test_add_func("/terminal/form/what-was-decided", test_decision);
    g_test_add_func("/terminal/form/a-decision-waits-for-the-end", test_decision_waits_for_the_end);
    g_test_add_func("/terminal/form/who-finds-out-by-when", test_who_finds_out);
    return g_test_run();
}
