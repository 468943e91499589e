// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "briefs"

static Home *home_with_sessions(size_t n)
{
    Home *home = home_new();
    for (size_t i = 0; i < n; i++) {
        g_autoptr(Run) asked = ask(home, "walk", i % 2 == 0 ? WALK_ANSWERS : "family\nbaby\nq\n");
        expect_status(asked, 0);
    }
    return home;
}

static Run *export_all(Home *home, const char *words)
{
    g_autofree char *line = g_strconcat("export --all -o " FOLDER "/ ", words, NULL);
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    const ProgramSetup setup = { .home = home,
                                 .arguments = (const char *const *)arguments,
                                 .folder = home_path(home, "") };
    return program_run(&setup);
}

/* The names in the folder, sorted; hidden ones too. Owned. */
static char **list_files(Home *home)
{
    g_autofree char *names = command_output(home, LIST("ls", "-A", home_path(home, FOLDER)));
    return g_strsplit(g_strchomp(names), "\n", -1);
}

static void test_each_session_has_a_file(void)
{
    g_autoptr(Home) home = home_with_sessions(5);
    g_autoptr(Run) exported = export_all(home, "-f md");
    expect_status(exported, 0);
    expect_silent_err(exported); // no bar: it is no terminal
    expect_out(exported, "5 briefs written to 'briefs/'");
    g_auto(GStrv) files = list_files(home);
    g_assert_cmpuint(g_strv_length(files), ==, 5);
    for (size_t i = 0; files[i] != NULL; i++) {
        g_autofree char *end = g_strdup_printf("-walk-%zu.md", i + 1);
        g_assert_true(g_str_has_suffix(files[i], end));
        g_autofree char *name = g_build_filename(FOLDER, files[i], NULL);
        g_autofree char *text = home_read(home, name);
        g_assert_nonnull(strstr(text, "# "));
    }
    struct stat status;
    g_assert_cmpint(stat(home_path(home, FOLDER), &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0700);
}

static void test_files_are_those_of_one_export(void)
{
    g_autoptr(Home) home = home_with_sessions(1);
    g_autoptr(Run) all = export_all(home, "-f html --who Ada");
    g_autoptr(Run) one = run(home, "export", "-f", "html", "--who", "Ada", "1", NULL);
    g_auto(GStrv) files = list_files(home);
    g_autofree char *name = g_build_filename(FOLDER, files[0], NULL);
    g_autofree char *text = home_read(home, name);
    g_assert_cmpstr(text, ==, one->out);
}

// What others wrote as a title leads to no other folder, and is cut.
static void test_titles_are_safe_names(void)
{
    g_autoptr(Home) home = home_with_sessions(3);
    g_autofree char *longest = g_strnfill(4000, 'x');
    g_autoptr(Run) first = run(home, "history", "rename", "1", "../../.ssh/keys", NULL);
    g_autoptr(Run) second = run(home, "history", "rename", "2", longest, NULL);
    g_autoptr(Run) third = run(home, "history", "rename", "3", "../../.ssh/keys", NULL);
    g_autoptr(Run) exported = export_all(home, "-f json");
    expect_status(exported, 0);
    g_auto(GStrv) files = list_files(home);
    g_assert_cmpuint(g_strv_length(files), ==, 3);
    g_assert_true(g_str_has_suffix(files[0], "-walk-1-ssh-keys.json"));
    g_assert_true(g_str_has_suffix(files[1], "xxx.json"));
    g_assert_cmpuint(strlen(files[1]), <=, 255);
    g_assert_true(g_str_has_suffix(files[2], "-walk-3-ssh-keys.json"));
}

static void test_files_that_exist_are_kept(void)
{
    g_autoptr(Home) home = home_with_sessions(2);
    g_autoptr(Run) first = export_all(home, "-f text");
    g_auto(GStrv) files = list_files(home);
    g_autofree char *name = g_build_filename(FOLDER, files[0], NULL);
    g_autofree char *path = g_strdup(home_path(home, name));
    g_assert_true(g_file_set_contents(path, "mine", -1, NULL));
    g_autoptr(Run) again = export_all(home, "-f text");
    expect_status(again, 1);
    expect_one_line_err(again);
    expect_err(again, "2 files exist already and were kept: ");
    expect_err(again, files[0]);
    expect_err(again, "--force");
    expect_out(again, "0 briefs written");
    g_autofree char *kept = home_read(home, name);
    g_assert_cmpstr(kept, ==, "mine");
    g_autoptr(Run) forced = export_all(home, "-f text --force");
    expect_status(forced, 0);
    g_autofree char *replaced = home_read(home, name);
    g_assert_cmpstr(replaced, !=, "mine");
}

// A session whose event was changed by other means; the others are written all the same.
static void test_one_that_fails_stops_no_other(void)
{
    g_autoptr(Home) home = home_with_sessions(3);
    g_autofree char *done =
        command_output(home, LIST("sqlite3", home_history(home),
                                  "DROP TRIGGER IF EXISTS x; UPDATE event SET at_ms = at_ms + 1 "
                                  "WHERE session = 2 AND sequence = 2"));
    g_autoptr(Run) exported = export_all(home, "-f md");
    expect_status(exported, 1);
    expect_err(exported, "session 2: ");
    expect_err(exported, "1 session could not be exported");
    expect_out(exported, "2 briefs written");
    g_auto(GStrv) files = list_files(home);
    g_assert_cmpuint(g_strv_length(files), ==, 2);
}

static void test_languages_are_told_once(void)
{
    g_autoptr(Home) home = home_with_sessions(3);
    g_autoptr(Run) exported = export_all(home, "-f html --lang de");
    expect_status(exported, 0);
    expect_one_line_err(exported);
    expect_err(exported, "only the words around them are in 'de'");
    g_auto(GStrv) files = list_files(home);
    g_autofree char *name = g_build_filename(FOLDER, files[2], NULL);
    g_autofree char *text = home_read(home, name);
    g_assert_nonnull(strstr(text, ">Quellen<"));
}

static void test_the_history_stays_as_it_is(void)
{
    g_autoptr(Home) home = home_with_sessions(2);
    g_autoptr(Json) before = list_history(home);
    g_autoptr(Run) exported = export_all(home, "-f md");
    g_autoptr(Json) after = list_history(home);
    g_assert_cmpstr(json_at(after, "0.last"), ==, json_at(before, "0.last"));
    g_assert_cmpstr(json_at(after, "1.events"), ==, json_at(before, "1.events"));
}

static void test_no_history_is_told(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) exported = export_all(home, "-f md");
    expect_status(exported, 2);
    expect_one_line_err(exported);
    g_assert_false(g_file_test(home_path(home, FOLDER), G_FILE_TEST_EXISTS));
}

// As a person's Ctrl-C does, with more sessions than there can be processes for them.
static void interrupt_soon(void)
{
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, NULL);
    raise(SIGINT); // pending until the program lets it in
}

static void test_an_interruption_leaves_whole_files(void)
{
    g_autoptr(Home) home = home_with_sessions(20);
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("export", "--all", "-f", "md", "-o", FOLDER),
                                 .prepare = interrupt_soon,
                                 .folder = home_path(home, "") };
    g_autoptr(Run) stopped = program_run(&setup);
    expect_status(stopped, 128 + SIGINT);
    expect_err(stopped, "stopped: ");
    expect_err(stopped, " of 20 sessions are done");
    g_auto(GStrv) files = list_files(home);
    for (size_t i = 0; files[i] != NULL && *files[i] != '\0'; i++)
        g_assert_true(g_str_has_suffix(files[i], ".md")); // no temporary file is left
    g_autoptr(Run) again = export_all(home, "-f md --force");
    expect_status(again, 0);
    expect_out(again, "20 briefs written");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/export-all/each-session-has-a-file", test_each_session_has_a_file);
    g_test_add_func("/cli/export-all/a-file-is-that-of-one-export",
                    test_files_are_those_of_one_export);
    g_test_add_func("/cli/export-all/titles-are-safe-names", test_titles_are_safe_names);
    g_test_add_func("/cli/export-all/files-that-exist-are-kept", test_files_that_exist_are_kept);
    g_test_add_func("/cli/export-all/one-that-fails-stops-no-other",
                    test_one_that_fails_stops_no_other);
    g_test_add_func("/cli/export-all/mixed-languages-are-told-once", test_languages_are_told_once);
    g_test_add_func("/cli/export-all/the-history-stays-as-it-is", test_the_history_stays_as_it_is);
    g_test_add_func("/cli/export-all/no-history-is-told", test_no_history_is_told);
    g_test_add_func("/cli/export-all/an-interruption-leaves-whole-files",
                    test_an_interruption_leaves_whole_files);
    return g_test_run();
}
