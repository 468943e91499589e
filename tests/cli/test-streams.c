// SPDX-License-Identifier: Apache-2.0
// Streams, limits and an environment that are not what a program hopes for.
#include "session.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- Standard output ---- */

static void write_to_full_device(void)
{
    dup2(open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
}

static void close_output(void)
{
    close(STDOUT_FILENO);
}

static void close_all(void)
{
    for (int fd = 0; fd <= 2; fd++)
        close(fd);
}

static void close_errors(void)
{
    close(STDERR_FILENO);
}

static void write_to_closed_pipe(void)
{
    int ends[2];
    if (pipe(ends) == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
    }
}

// One row, one command that prints; each must tell when its output is lost.
static const char *const printing[] = { "--help",         "--version",  "history",
                                        "history --json", "show 1",     "show --json 1",
                                        "export -f md 1", "tree --help" };

static Run *run_prepared(Home *home, const char *line, void (*prepare)(void))
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    const ProgramSetup setup = { .home = home,
                                 .arguments = (const char *const *)words,
                                 .prepare = prepare };
    return program_run(&setup);
}

static void test_full_device(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) full = run_prepared(home, data, write_to_full_device);
    expect_status(full, 2);
    expect_one_line_err(full);
    expect_err(full, "standard output");
}

// The reason is that of the write that failed, wherever in the output that was.
static void test_full_device_in_the_middle(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = WALK_ANSWERS,
                                 .prepare = write_to_full_device };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 2);
    expect_one_line_err(asked);
    expect_err(asked, "standard output: no space left on device");
}

static void test_closed_pipe(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) closed = run_prepared(home, data, write_to_closed_pipe);
    expect_status(closed, 0);
    expect_silent_err(closed);
}

static void test_closed_output(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) closed = run_prepared(home, "history", close_output);
    g_assert_cmpint(closed->status, <=, 2);
    g_autoptr(Run) errors = run_prepared(home, "history --nonsense", close_errors);
    expect_status(errors, 2);
}

// The history must not take a low number, or the program's own words would land in it.
static void test_all_closed(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    g_autofree char *line = g_strconcat("ask --plain ", tree, NULL);
    g_autoptr(Run) closed = run_prepared(home, line, close_all);
    expect_status(closed, 0);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
    g_autoptr(Json) json = list_history(home);
    g_assert_cmpuint(json_length(json, ""), ==, 0); // nothing was said
}

// The answers were given: that their echo is lost loses none of them.
static void test_answers_outlive_the_output(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = WALK_ANSWERS,
                                 .prepare = write_to_closed_pipe };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    g_autoptr(Json) json = list_history(home);
    expect_json(json, "0.answers", "5");
}

/* ---- Arguments ---- */

static void test_no_name(void)
{
    g_autoptr(Home) home = home_new();
    const ProgramSetup setup = { .home = home, .has_no_name = true };
    g_autoptr(Run) nameless = program_run(&setup);
    // Linux puts an empty name there; the program then asks as without arguments.
    g_assert_cmpint(nameless->status, <=, 2);
    expect_printable(nameless);
}

static void test_arguments_not_utf8(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) command = run(home, "\xFF\xFE", NULL);
    expect_status(command, 2);
    expect_printable(command);
    g_autoptr(Run) option = run(home, "history", "--\xFF", NULL);
    expect_status(option, 2);
    expect_printable(option);
    g_autoptr(Run) value = run(home, "export", "-f", "\xFF", "1", NULL);
    expect_status(value, 2);
    expect_err(value, "unknown format '<0xFF>'");
    g_autoptr(Run) file = run(home, "tree", "check", "\xFF.yaml", NULL);
    g_assert_cmpint(file->status, !=, 0);
    expect_printable(file);
}

// A file's name is bytes: one that is no UTF-8 can still be read.
static void test_file_name_not_utf8(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const char *sheet = home_write(home, "a\xFFz.yaml", "answers: {who: club}\n");
    g_autoptr(Run) decided =
        run(home, "decide", "--answers", sheet, "--tree", tree, "--json", NULL);
    expect_status(decided, 0);
    expect_printable(decided);
}

static void test_many_arguments(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    g_strv_builder_add(words, "show");
    for (size_t i = 0; i < 20000; i++)
        g_strv_builder_add(words, "1");
    g_auto(GStrv) list = g_strv_builder_end(words);
    const ProgramSetup setup = { .home = home, .arguments = (const char *const *)list };
    g_autoptr(Run) many = program_run(&setup);
    expect_status(many, 2);
    expect_one_line_err(many);
}

static void test_a_dash_dash(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autoptr(Run) shown = run(home, "show", "--json", "--", "1", NULL);
    expect_status(shown, 0);
}

/* ---- Environment and limits ---- */

static const char *const environments[] = {
    "TERM=dumb",        "TERM=no-such-terminal", "TERM",     "TERM=../../x",       "COLUMNS=0",
    "COLUMNS=-1",       "LINES=99999",           "LC_ALL=C", "LC_ALL=tr_TR.UTF-8", "TZ=:bogus",
    "HOME=/nonexistent"
};

static void test_environment(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", tree),
                                 .input = WALK_ANSWERS,
                                 .environment = LIST((const char *)data) };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    expect_silent_err(asked);
    expect_out(asked, "Recommended: The road");
}

static void limit_descriptors(void)
{
    setrlimit(RLIMIT_NOFILE, &(struct rlimit) { 12, 12 });
}

static void limit_file_size(void)
{
    setrlimit(RLIMIT_FSIZE, &(struct rlimit) { 8192, 8192 });
}

static void test_few_descriptors(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = WALK_ANSWERS,
                                 .prepare = limit_descriptors };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
}

// A full quota is an error in words, not a death by signal.
static void test_full_quota(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = WALK_ANSWERS,
                                 .prepare = limit_file_size };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 3);
    expect_one_line_err(asked);
}

static void ignore_hang_up(void)
{
    signal(SIGHUP, SIG_IGN);
}

static void test_ignored_signals(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = run_prepared(home, "history", ignore_hang_up);
    expect_status(asked, 0);
}

#define ADD_WORDS(prefix, list, test)                                                              \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strdup_printf("/cli/streams/" prefix "/%s", list[i]);            \
        g_test_add_data_func(path, list[i], test);                                                 \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_WORDS("full-device", printing, test_full_device);
    ADD_WORDS("closed-pipe", printing, test_closed_pipe);
    g_test_add_func("/cli/streams/closed-output", test_closed_output);
    g_test_add_func("/cli/streams/all-closed", test_all_closed);
    g_test_add_func("/cli/streams/full-device/in-the-middle", test_full_device_in_the_middle);
    g_test_add_func("/cli/streams/answers-outlive-the-output", test_answers_outlive_the_output);
    g_test_add_func("/cli/streams/no-name", test_no_name);
    g_test_add_func("/cli/streams/arguments-not-utf8", test_arguments_not_utf8);
    g_test_add_func("/cli/streams/a-file-name-not-utf8", test_file_name_not_utf8);
    g_test_add_func("/cli/streams/many-arguments", test_many_arguments);
    g_test_add_func("/cli/streams/a-dash-dash-ends-the-options", test_a_dash_dash);
    for (size_t i = 0; i < G_N_ELEMENTS(environments); i++) {
        g_autofree char *path = g_strdup_printf("/cli/streams/environment/%zu", i);
        g_test_add_data_func(path, environments[i], test_environment);
    }
    g_test_add_func("/cli/streams/few-descriptors", test_few_descriptors);
    g_test_add_func("/cli/streams/a-full-quota-is-told", test_full_quota);
    g_test_add_func("/cli/streams/ignored-signals", test_ignored_signals);
    return g_test_run();
}
