// SPDX-License-Identifier: Apache-2.0
// The program's own help is the list: each command in it answers --help, and the man page has it all.
#include "program.h"

#include <string.h>

// The names after "fingerpost " or "fingerpost tree " in a help's list of commands.
static GStrv commands_in(const char *help, const char *before)
{
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    const char *list = strstr(help, "Commands:");
    g_assert_nonnull(list);
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    for (size_t i = 1; lines[i] != NULL; i++) {
        const char *name = strstr(lines[i], before);
        if (name == NULL)
            continue;
        name += strlen(before);
        g_autofree char *word = g_strndup(name, strcspn(name, " "));
        g_strv_builder_add(names, word);
    }
    return g_strv_builder_end(names);
}

static GStrv all_commands(Home *home)
{
    g_autoptr(Run) help = run(home, "--help", NULL);
    return commands_in(help->out, "  fingerpost ");
}

static GStrv tree_commands(Home *home)
{
    g_autoptr(Run) help = run(home, "tree", "--help", NULL);
    return commands_in(help->out, "  fingerpost tree ");
}

// Every "--word" that a help shows.
static GStrv options_in(const char *help)
{
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    for (const char *at = help; (at = strstr(at, "--")) != NULL;) {
        at += 2;
        size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz-");
        g_autofree char *name = g_strndup(at, length);
        if (length > 0)
            g_strv_builder_add(names, name);
    }
    return g_strv_builder_end(names);
}

/* ---- Help ---- */

static void test_each_command_has_help(void)
{
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) names = all_commands(home);
    g_assert_cmpuint(g_strv_length(names), >=, 7);
    for (size_t i = 0; names[i] != NULL; i++) {
        g_autoptr(Run) help = run(home, names[i], "--help", NULL);
        g_test_message("%s --help", names[i]);
        expect_status(help, 0);
        expect_silent_err(help);
        g_assert_cmpuint(help->out_bytes, >, 100);
        g_autoptr(Run) short_help = run(home, names[i], "-h", NULL);
        g_assert_cmpstr(short_help->out, ==, help->out);
    }
}

static void test_each_tree_command_has_help(void)
{
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) names = tree_commands(home);
    g_assert_cmpuint(g_strv_length(names), >=, 2);
    for (size_t i = 0; names[i] != NULL; i++) {
        g_autoptr(Run) help = run(home, "tree", names[i], "--help", NULL);
        expect_status(help, 0);
        expect_out(help, "--help");
    }
}

// One row, one command: what its help must tell of, and what its usage line must say.
static const struct {
    const char *command, *usage, *options;
} rows[] = {
    { "ask", "ask [TREE]", "" },
    { "resume", "resume [SESSION]", "" },
    { "history", "history [verify|rename SESSION TITLE]", "json limit" },
    { "show", "show SESSION", "full json" },
    { "export", "export SESSION", "format output force" },
    { "decide", "decide", "answers tree json as-of explain" },
    { "tree explain", "tree explain [ID]", "answers tree json" },
    { "tree list", "tree list", "json" },
    { "tree show", "tree show [TREE]", "reasons as-of" },
    { "tree graph", "tree graph [TREE]", "format output" },
    { "tree schema", "tree schema", "facts" },
    { "tree new", "tree new", "output id" },
    { "tree check", "tree check FILE", "" },
    { "tree diff", "tree diff OLD NEW", "json exit-code" },
    { "tree test", "tree test [FILE...]", "cases" },
};

static Run *run_help(Home *home, const char *command)
{
    g_autofree char *line = g_strconcat(command, " --help", NULL);
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    const ProgramSetup setup = { .home = home, .arguments = (const char *const *)words };
    return program_run(&setup);
}

static void test_help_names_the_options(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Run) help = run_help(home, rows[row].command);
    g_autofree char *line = g_strdup_printf(
        "%s history no-save plain ascii no-color no-mouse no-pager help", rows[row].options);
    g_auto(GStrv) options = g_strsplit_set(line, " ", -1);
    for (size_t i = 0; options[i] != NULL; i++) {
        g_autofree char *option = g_strconcat("--", options[i], NULL);
        expect_out(help, option);
    }
}

// The line must be one that a person can follow: the command is part of it.
static void test_usage_names_the_command(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Run) help = run_help(home, rows[row].command);
    g_auto(GStrv) lines = g_strsplit(help->out, "\n", 3);
    g_auto(GStrv) words = g_strsplit(rows[row].usage, " ", -1);
    const char *at = lines[1];
    for (size_t i = 0; words[i] != NULL && at != NULL; i++)
        at = strstr(at, words[i]);
    if (at != NULL)
        return;
    g_test_message("'%s' is not in the usage line: %s", rows[row].usage, lines[1]);
    g_test_fail();
}

static void test_version(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) version = run(home, "--version", NULL);
    expect_status(version, 0);
    g_assert_true(g_str_has_prefix(version->out, "fingerpost "));
    expect_silent_err(version);
}

// Help and version work with any history and make none.
static void test_help_leaves_the_history_alone(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) help = run(home, "history", "--help", "--history", "/dev/null/no", NULL);
    expect_status(help, 0);
    g_autoptr(Run) version = run(home, "--history", "/dev/null/no", "--version", NULL);
    expect_status(version, 0);
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

/* ---- The man page ---- */

static char *man_page(void)
{
    g_autofree char *path = source_path("man/fingerpost.1");
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    return text;
}

static void expect_in_man(const char *man, const char *word)
{
    if (strstr(man, word) != NULL)
        return;
    g_test_message("the man page lacks '%s'", word);
    g_test_fail();
}

static void expect_options_in_man(const char *man, const char *help)
{
    g_auto(GStrv) options = options_in(help);
    for (size_t i = 0; options[i] != NULL; i++) {
        g_autofree char *word = g_strconcat("Fl -", options[i], NULL);
        expect_in_man(man, word);
    }
}

static void test_man_page_has_it_all(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *man = man_page();
    g_auto(GStrv) names = all_commands(home);
    for (size_t i = 0; names[i] != NULL; i++) {
        g_autoptr(Run) help = run(home, names[i], "--help", NULL);
        g_autofree char *word = g_strconcat("Cm ", names[i], NULL);
        expect_in_man(man, word);
        expect_options_in_man(man, help->out);
    }
    g_auto(GStrv) of_trees = tree_commands(home);
    for (size_t i = 0; of_trees[i] != NULL; i++) {
        g_autoptr(Run) help = run(home, "tree", of_trees[i], "--help", NULL);
        g_autofree char *word = g_strconcat("Cm tree ", of_trees[i], NULL);
        expect_in_man(man, word);
        expect_options_in_man(man, help->out);
    }
}

/* ---- Mistyped ---- */

static const struct {
    const char *name, *words, *mend;
} mistyped[] = {
    { "a-command", "hisotry", "did you mean 'history'?" },
    { "a-command-with-nothing-near", "xyzzyplugh", "'fingerpost --help' lists the commands" },
    { "a-tree-command", "tree chek", "did you mean 'check'?" },
    { "an-option-of-a-command", "decide --anwers x", "did you mean '--answers'?" },
    { "an-option-of-all-commands", "history --no-sav", "did you mean '--no-save'?" },
    { "an-option-before-the-command", "--histry x history", "did you mean '--history'?" },
    { "an-option-with-nothing-near", "history --zzzzzz", "--help lists the options" },
    { "a-short-option", "history -x", "unknown option '-x'; --help lists the options" },
    { "a-word-too-many", "show 1 2", "see 'fingerpost show --help'" },
    { "a-word-too-few", "export", "see 'fingerpost export --help'" },
    { "a-number-that-is-none", "history --limit many", "; --help shows what the option takes" },
    { "a-number-left-out", "history --limit", "fingerpost: missing argument" },
    { "a-number-too-large", "history --limit 99999999999", "99999999999" },
    { "a-number-too-small", "history --limit 0", "--limit needs a number from 1" },
    { "a-history-word", "history verfy", "'verify', or 'rename', but not 'verfy'" },
    { "verify-with-a-number-too-small", "history verify --limit 0",
      "--limit needs a number from 1" },
};

static void test_mistyped(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    size_t row = GPOINTER_TO_SIZE(data);
    g_auto(GStrv) words = g_strsplit(mistyped[row].words, " ", -1);
    const ProgramSetup setup = { .home = home, .arguments = (const char *const *)words };
    g_autoptr(Run) wrong = program_run(&setup);
    expect_status(wrong, 2);
    expect_silent_out(wrong);
    expect_one_line_err(wrong);
    expect_err(wrong, mistyped[row].mend);
    expect_err(wrong, "fingerpost: ");
}

// Words from outside are made printable before they are quoted.
static void test_hostile_words(void)
{
    g_autoptr(Home) home = home_new();
    static const char *const hostile = "\033]0;x\a\xE2\x80\xAE\x9B%s%n";
    g_autofree char *option = g_strconcat("--", hostile, NULL);
    g_autofree char *named = g_strconcat("./", hostile, ".yaml", NULL);
    g_autoptr(Run) as_command = run(home, hostile, NULL);
    expect_status(as_command, 2);
    expect_printable(as_command);
    g_autoptr(Run) as_option = run(home, "history", option, NULL);
    expect_status(as_option, 2);
    expect_printable(as_option);
    g_autoptr(Run) as_tree = run(home, "ask", hostile, NULL);
    expect_status(as_tree, 2);
    expect_printable(as_tree);
    g_autoptr(Run) as_file = run(home, "tree", "check", named, NULL);
    expect_printable(as_file);
    g_autoptr(Run) as_session = run(home, "show", hostile, NULL);
    expect_printable(as_session);
}

static void test_bare_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) bare = run(home, "tree", NULL);
    expect_status(bare, 2);
    expect_err(bare, "'tree' needs a command");
    expect_err(bare, "check");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/help/each-command-has-help", test_each_command_has_help);
    g_test_add_func("/cli/help/each-tree-command-has-help", test_each_tree_command_has_help);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *options =
            g_strdup_printf("/cli/help/%s/names-its-options", rows[i].command);
        g_autofree char *usage = g_strdup_printf("/cli/help/%s/usage-names-it", rows[i].command);
        g_test_add_data_func(options, GSIZE_TO_POINTER(i), test_help_names_the_options);
        g_test_add_data_func(usage, GSIZE_TO_POINTER(i), test_usage_names_the_command);
    }
    g_test_add_func("/cli/help/version-is-told", test_version);
    g_test_add_func("/cli/help/the-history-is-left-alone", test_help_leaves_the_history_alone);
    g_test_add_func("/cli/help/the-man-page-has-it-all", test_man_page_has_it_all);
    for (size_t i = 0; i < G_N_ELEMENTS(mistyped); i++) {
        g_autofree char *path = g_strdup_printf("/cli/mistyped/%s", mistyped[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_mistyped);
    }
    g_test_add_func("/cli/mistyped/hostile-words-are-made-printable", test_hostile_words);
    g_test_add_func("/cli/mistyped/tree-alone-lists-its-commands", test_bare_tree);
    return g_test_run();
}
