// SPDX-License-Identifier: Apache-2.0
// `tree new`: what it writes passes check and test, and it takes nothing away.
#include "program.h"

#include <string.h>

static Run *run_in(Home *home, const char *const *arguments)
{
    const ProgramSetup setup = { .home = home,
                                 .arguments = arguments,
                                 .folder = home_path(home, "") };
    return program_run(&setup);
}

static void expect_sound(Home *home, const char *file)
{
    g_autoptr(Run) checked = run_in(home, LIST("tree", "check", file));
    expect_status(checked, 0);
    expect_out(checked, "\n0 warnings, 0 notes\n");
    g_autoptr(Run) tested = run_in(home, LIST("tree", "test", file));
    expect_status(tested, 0);
    expect_out(tested, "cases that hold: 6, that fall short: 0");
}

static void expect_id(Home *home, const char *file, const char *id)
{
    g_autofree char *text = home_read(home, file);
    g_autofree char *line = g_strdup_printf("\nid: %s ", id);
    g_assert_nonnull(text);
    g_assert_nonnull(strstr(text, line));
}

static void test_default(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) made = run_in(home, LIST("tree", "new"));
    expect_status(made, 0);
    expect_out(made, "'my-tree.yaml' is written.");
    expect_id(home, "my-tree.yaml", "my-tree");
    expect_sound(home, "my-tree.yaml");
}

static void test_id_names_the_file(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) made = run_in(home, LIST("tree", "new", "--id", "lunch-2"));
    expect_status(made, 0);
    expect_id(home, "lunch-2.yaml", "lunch-2");
    expect_sound(home, "lunch-2.yaml");
}

static void test_file_names_the_id(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) made = run_in(home, LIST("tree", "new", "-o", "supper.yaml"));
    expect_status(made, 0);
    expect_id(home, "supper.yaml", "supper");
    g_autoptr(Run) both = run_in(home, LIST("tree", "new", "-o", "File.yaml", "--id", "dinner"));
    expect_status(both, 0);
    expect_id(home, "File.yaml", "dinner");
}

static void test_standard_output(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) made = run_in(home, LIST("tree", "new", "-o", "-", "--id", "piped"));
    expect_status(made, 0);
    g_assert_nonnull(strstr(made->out, "\nid: piped "));
    g_assert_true(g_str_has_prefix(made->out, "# A tree to begin with."));
}

static void test_never_overwrites(void)
{
    g_autoptr(Home) home = home_new();
    home_write(home, "mine.yaml", "work of a week\n");
    g_autoptr(Run) made = run_in(home, LIST("tree", "new", "-o", "mine.yaml"));
    expect_status(made, 2);
    expect_one_line_err(made);
    expect_err(made, "mine.yaml");
    g_autofree char *text = home_read(home, "mine.yaml");
    g_assert_cmpstr(text, ==, "work of a week\n");
    expect_err(made, "--force");
    g_autoptr(Run) forced = run_in(home, LIST("tree", "new", "-o", "mine.yaml", "--force"));
    expect_status(forced, 0);
}

static const char *const wrong_ids[] = { "",    "Upper",   "-dash",  "unknown",
                                         "a b", "a\nb: c", "\033[2J" };

static void test_wrong_ids(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(wrong_ids); i++) {
        g_autoptr(Home) home = home_new();
        g_autoptr(Run) made = run_in(home, LIST("tree", "new", "--id", wrong_ids[i]));
        expect_status(made, 2);
        expect_err(made, "cannot be a tree's id");
        expect_one_line_err(made);
        expect_printable(made);
    }
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) by_file = run_in(home, LIST("tree", "new", "-o", "My Tree.yaml"));
    expect_status(by_file, 2);
    expect_err(by_file, "'My Tree' cannot be a tree's id; with --id give one");
}

static void test_no_folder(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) made = run_in(home, LIST("tree", "new", "-o", "/nowhere/a.yaml"));
    expect_status(made, 2);
    expect_one_line_err(made);
    expect_err(made, "/nowhere/a.yaml");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-new/it-passes-check-and-test", test_default);
    g_test_add_func("/cli/tree-new/the-id-names-the-file", test_id_names_the_file);
    g_test_add_func("/cli/tree-new/the-file-names-the-id", test_file_names_the_id);
    g_test_add_func("/cli/tree-new/to-standard-output", test_standard_output);
    g_test_add_func("/cli/tree-new/a-file-that-exists-is-kept", test_never_overwrites);
    g_test_add_func("/cli/tree-new/what-is-no-id-is-refused", test_wrong_ids);
    g_test_add_func("/cli/tree-new/a-folder-that-is-not-there", test_no_folder);
    return g_test_run();
}
