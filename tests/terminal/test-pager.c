// SPDX-License-Identifier: Apache-2.0
// What is longer than a screen goes through a pager of the test's own: it gets the whole text, may be
// left early, and where there is none the text is printed all the same.
#include "opening.h"

#include <sys/stat.h>

#define LAST_OF_PAGE "Help on option 100."

// A pager that does this; its path is what PAGER names.
static char *pager_that(Home *home, const char *does)
{
    g_autofree char *script = g_strdup_printf("#!/bin/sh\n%s\n", does);
    const char *path = home_write(home, "pager", script);
    g_assert_cmpint(chmod(path, 0700), ==, 0);
    return g_strdup_printf("PAGER=%s", path);
}

static Terminal *show_page(Home *home, const char *path, const char *option, const char *setting)
{
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("tree", "show", path, option),
                                  .environment = LIST(setting) };
    return terminal_open(&setup);
}

static Terminal *show_hundred(Home *home, const char *option, const char *setting)
{
    g_autofree char *path = tree_path("hundred");
    return show_page(home, path, option, setting);
}

static void test_whole_text(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *does =
        g_strdup_printf("cat > '%s'\necho The pager was here", home_path(home, "paged"));
    g_autofree char *setting = pager_that(home, does), *path = tree_path("hundred");
    g_autoptr(Run) shown = run(home, "tree", "show", path, NULL); // a pipe is as wide
    g_autoptr(Terminal) term = show_hundred(home, NULL, setting);
    expect_screen(term, "The pager was here");
    expect_exit(term, 0);
    g_autofree char *paged = home_read(home, "paged");
    g_assert_cmpstr(paged, ==, shown->out);
    g_assert_false(terminal_shows(term, LAST_OF_PAGE));
}

static void test_show_pages_its_hint_too(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *does = g_strdup_printf("cat > '%s'", home_path(home, "paged"));
    g_autofree char *setting = pager_that(home, does);
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) shown = run(home, "show", "last", NULL);
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("show", "last"),
                                  .environment = LIST(setting) };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_exit(term, 0);
    g_autofree char *paged = home_read(home, "paged");
    g_assert_cmpstr(paged, ==, shown->out);
}

// Scripts leave with a status of their own, as less does after an interrupt.
static void test_left_early(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *setting = pager_that(home, "head -n 1\nexit 1");
    g_autoptr(Terminal) term = show_hundred(home, NULL, setting);
    expect_exit(term, 0);
    g_assert_false(terminal_shows(term, LAST_OF_PAGE));
}

// A tree whose page is more than a pipe holds: 30 questions of 100 options.
static const char *write_long_tree(Home *home)
{
    g_autoptr(GString) tree = g_string_new(
        "fingerpost: 1\nid: endless\nversion: \"1\"\ntitle: Endless\nlanguage: en\n"
        "strengths: {strong: 5}\nprefer: [only]\noutcomes: {only: {title: The only one}}\n"
        "questions:\n");
    for (int question = 1; question <= 30; question++) {
        g_string_append_printf(tree, "  - {id: q%d, ask: Which?, type: one, options: [", question);
        for (int option = 1; option <= 100; option++)
            g_string_append_printf(tree, "{id: o%d, label: Option number %d}, ", option, option);
        g_string_append(tree, "]}\n");
    }
    return home_write(home, "endless.yaml", tree->str);
}

// The program must not wait for someone to read the rest.
static void test_left_at_once(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = write_long_tree(home);
    g_autofree char *setting = pager_that(home, "exec true");
    g_autoptr(Run) shown = run(home, "tree", "show", tree, NULL);
    g_assert_cmpuint(shown->out_bytes, >, 65536);
    g_autoptr(Terminal) term = show_page(home, tree, NULL, setting);
    expect_exit(term, 0);
    g_assert_false(terminal_shows(term, "Option number"));
}

static void test_no_pager_there(gconstpointer setting)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = show_hundred(home, NULL, setting);
    expect_screen(term, LAST_OF_PAGE);
    expect_exit(term, 0);
}

static void test_not_executable(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *setting = g_strdup_printf("PAGER=%s", home_write(home, "notes", "no program"));
    g_autoptr(Terminal) term = show_hundred(home, NULL, setting);
    expect_screen(term, LAST_OF_PAGE);
    expect_exit(term, 0);
}

static void test_without_a_pager(gconstpointer option)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *setting = pager_that(home, "echo The pager was here");
    g_autoptr(Terminal) term = show_hundred(home, option, setting);
    expect_screen(term, LAST_OF_PAGE);
    expect_exit(term, 0);
    g_assert_false(terminal_shows(term, "The pager was here"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/terminal/pager/gets-the-whole-text", test_whole_text);
    g_test_add_func("/terminal/pager/show-pages-its-hint-too", test_show_pages_its_hint_too);
    g_test_add_func("/terminal/pager/may-be-left-early", test_left_early);
    g_test_add_func("/terminal/pager/may-be-left-before-it-reads", test_left_at_once);
    g_test_add_data_func("/terminal/pager/one-that-is-missing-hides-nothing",
                         "PAGER=/nonexistent/pager -x", test_no_pager_there);
    g_test_add_func("/terminal/pager/one-that-cannot-run-hides-nothing", test_not_executable);
    g_test_add_data_func("/terminal/pager/empty-is-none", "PAGER=", test_no_pager_there);
    g_test_add_data_func("/terminal/pager/cat-is-none", "PAGER=cat", test_no_pager_there);
    g_test_add_data_func("/terminal/pager/no-pager-is-none", "--no-pager", test_without_a_pager);
    g_test_add_data_func("/terminal/pager/plain-is-none", "--plain", test_without_a_pager);
    return g_test_run();
}
