// SPDX-License-Identifier: Apache-2.0
// A history that cannot be used: one line, exit status 3, and the file as it was.
#include "session.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static Home *home_with_history(void)
{
    Home *home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    expect_status(asked, 0);
    return home;
}

static void change(Home *home, const char *sql)
{
    g_autofree char *out = command_output(home, LIST("sqlite3", home_history(home), sql));
}

/* ---- What is wrong with the file ---- */

static void make_text(Home *home)
{
    home_write(home, "data/fingerpost/history.db",
               "This is my shopping list, and it is quite long.\n");
}

static void make_foreign(Home *home)
{
    g_assert_cmpint(unlink(home_history(home)), ==, 0);
    change(home, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
}

static void make_newer(Home *home)
{
    change(home, "PRAGMA user_version = 99");
}

static void make_trap(Home *home)
{
    change(home, "CREATE TRIGGER trap AFTER INSERT ON event BEGIN DELETE FROM session; END");
}

// Enough is cut off that it cannot be a whole database any more.
static void cut_off(Home *home)
{
    struct stat status;
    g_assert_cmpint(stat(home_history(home), &status), ==, 0);
    g_assert_cmpint(truncate(home_history(home), status.st_size / 2), ==, 0);
}

static void overwrite_middle(Home *home)
{
    static const char noise[3 * 4096] = "noise";
    int fd = open(home_history(home), O_WRONLY | O_CLOEXEC);
    g_assert_cmpint(pwrite(fd, noise, sizeof noise, 4096), ==, sizeof noise);
    close(fd);
}

static void make_folder(Home *home)
{
    g_assert_cmpint(unlink(home_history(home)), ==, 0);
    g_assert_cmpint(mkdir(home_history(home), 0700), ==, 0);
}

static void make_link(Home *home)
{
    g_autofree char *out =
        command_output(home, LIST("mv", home_history(home), home_path(home, "elsewhere.db")));
    g_assert_cmpint(symlink(home_path(home, "elsewhere.db"), home_history(home)), ==, 0);
}

static void make_pipe(Home *home)
{
    g_assert_cmpint(unlink(home_history(home)), ==, 0);
    g_assert_cmpint(mkfifo(home_history(home), 0600), ==, 0);
}

// is_readable: the commands that only read may still work.
static const struct {
    const char *name;
    void (*spoil)(Home *home);
    const char *says;
    bool is_readable;
    bool is_found_late; /* with the first answer: nothing is written before */
} faults[] = {
    { "text", make_text, "is not a history of this program", false },
    { "foreign", make_foreign, "a database of another program", false },
    { "newer", make_newer, "newer fingerpost", true },
    { "with-a-trigger", make_trap, "history", false },
    { "cut-off", cut_off, "", false },
    { "damaged", overwrite_middle, "", false, .is_found_late = true },
    { "a-folder", make_folder, "it is a folder", false },
    { "a-link", make_link, "it is a symbolic link", false },
    { "a-pipe", make_pipe, "it is not a regular file", false },
};

static char *digest_of(Home *home)
{
    struct stat status;
    if (lstat(home_history(home), &status) != 0 || !S_ISREG(status.st_mode))
        return g_strdup("none");
    return command_output(home, LIST("sha256sum", home_history(home)));
}

static void expect_refused(Home *home, size_t row, Run *refused)
{
    (void)home;
    expect_status(refused, 3);
    expect_one_line_err(refused);
    expect_err(refused, "fingerpost: ");
    expect_err(refused, "history.db");
    expect_err(refused, faults[row].says);
    expect_printable(refused);
}

// Standard input is no person who could choose to go on unsaved: the program must not go on.
static void test_writing_is_refused(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_history();
    faults[row].spoil(home);
    g_autofree char *before = digest_of(home);
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    expect_refused(home, row, asked);
    if (!faults[row].is_found_late)
        expect_not_out(asked, "Who walks?");
    expect_not_out(asked, "Question 2");
    g_autoptr(Run) resumed = resume(home, "1", WALK_ANSWERS);
    expect_refused(home, row, resumed);
    g_autofree char *after = digest_of(home);
    g_assert_cmpstr(before, ==, after);
}

static void test_reading(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_history();
    faults[row].spoil(home);
    g_autofree char *before = digest_of(home);
    g_autoptr(Run) listed = run(home, "history", NULL);
    g_autoptr(Run) shown = run(home, "show", "1", NULL);
    g_autoptr(Run) exported = run(home, "export", "-f", "md", "1", NULL);
    if (faults[row].is_readable) {
        expect_status(listed, 0);
        expect_err(listed, faults[row].says);
        expect_out(listed, "walk");
        expect_status(shown, 0);
        expect_status(exported, 0);
    } else {
        expect_refused(home, row, listed);
        expect_refused(home, row, shown);
        expect_refused(home, row, exported);
    }
    g_autofree char *after = digest_of(home);
    g_assert_cmpstr(before, ==, after);
}

static void test_no_save_needs_none(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_with_history();
    faults[row].spoil(home);
    g_autofree char *tree = tree_path("walk");
    g_autoptr(Run) asked =
        run_with_input(home, WALK_ANSWERS, "ask", "--plain", "--no-save", tree, NULL);
    expect_status(asked, 0);
    expect_out(asked, "Recommended: The road");
}

/* ---- What the system does not allow; not as root, who is allowed everything ---- */

static Run *run_as_other(Home *home, const char *input, const char *const *arguments)
{
    const ProgramSetup setup = {
        .home = home,
        .arguments = arguments,
        .input = input,
        .wrapper = geteuid() != 0
                       ? NULL
                       : LIST("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
    };
    return program_run(&setup);
}

static Home *home_of_other(void)
{
    Home *home = home_new();
    home_give_to_nobody(home);
    g_autofree char *tree = tree_path("walk");
    g_autoptr(Run) asked = run_as_other(home, "club\n", LIST("ask", "--plain", tree));
    expect_status(asked, 0);
    return home;
}

// One row, one permission that is missing.
static const struct {
    const char *name, *path;
    mode_t mode;
    bool is_readable;
} permissions[] = {
    { "a-file-not-to-be-read", "data/fingerpost/history.db", 0000, false },
    { "a-file-not-to-be-written", "data/fingerpost/history.db", 0400, true },
    { "a-folder-not-to-be-entered", "data/fingerpost", 0000, false },
    { "a-folder-not-to-be-written", "data/fingerpost", 0500, true },
};

static void test_permission(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_of_other();
    g_autofree char *tree = tree_path("walk");
    g_assert_cmpint(chmod(home_path(home, permissions[row].path), permissions[row].mode), ==, 0);
    g_autoptr(Run) asked = run_as_other(home, WALK_ANSWERS, LIST("ask", "--plain", tree));
    expect_status(asked, 3);
    expect_one_line_err(asked);
    expect_err(asked, "history");
    g_autoptr(Run) listed = run_as_other(home, "", LIST("history"));
    g_autoptr(Run) exported = run_as_other(home, "", LIST("export", "-f", "text", "1"));
    expect_status(listed, permissions[row].is_readable ? 0 : 3);
    expect_status(exported, permissions[row].is_readable ? 0 : 3);
    chmod(home_path(home, permissions[row].path), 0700);
}

static void test_new_history_in_a_closed_folder(void)
{
    g_autoptr(Home) home = home_of_other();
    g_autofree char *tree = tree_path("walk");
    g_autoptr(Run) asked = run_as_other(
        home, WALK_ANSWERS, LIST("ask", "--plain", "--history", "/root/no/history.db", tree));
    expect_status(asked, 3);
    expect_one_line_err(asked);
    expect_err(asked, "/root/no/history.db");
}

static void test_another_users_file(void)
{
    g_autoptr(Home) home = home_of_other();
    if (geteuid() != 0) {
        g_test_skip("only root can give a file to another user");
        return;
    }
    g_autoptr(Run) listed = run(home, "history", NULL);
    expect_status(listed, 3);
    expect_one_line_err(listed);
    expect_err(listed, "another user");
}

/* ---- Opened with a warning ---- */

static const char *const reading[] = { "history", "show 1", "export -f md 1" };

// Whatever reads it says why it only reads, and in which file.
static void test_warning(gconstpointer data)
{
    g_autoptr(Home) home = home_with_history();
    make_newer(home);
    g_auto(GStrv) words = g_strsplit(data, " ", -1);
    const ProgramSetup setup = { .home = home, .arguments = (const char *const *)words };
    g_autoptr(Run) read = program_run(&setup);
    expect_status(read, 0);
    expect_one_line_err(read);
    expect_err(read, home_history(home));
    expect_err(read, "it is opened read-only");
}

/* ---- Two at once ---- */

// Another program holds the file for good: it is told within some seconds, and nothing hangs.
static void test_busy(void)
{
    g_autoptr(Home) home = home_with_history();
    g_autofree char *tree = tree_path("walk");
    static const char script[] =
        "coproc sqlite3 \"$1\"; shift; printf 'BEGIN EXCLUSIVE;\\n.print held\\n' >&${COPROC[1]};"
        "read -r held <&${COPROC[0]}; echo club | \"$@\"; echo \"$held, status $?\"; kill $COPROC_PID";
    const ProgramSetup setup = {
        .home = home,
        .wrapper = LIST("bash", "-c", script, "bash", home_history(home), program_path(), "ask",
                        "--plain", tree),
        .has_no_name = true,
    };
    g_autoptr(Run) asked = program_run(&setup);
    expect_out(asked, "held, status 3");
    expect_one_line_err(asked);
    expect_err(asked, "another instance is writing to it");
}

/* ---- It fails on the way; a pipe cannot be asked what to do ---- */

// Feeds an answer, waits for the question that follows, does something to the history, feeds another.
static Run *ask_while(Home *home, const char *deed)
{
    g_autofree char *tree = tree_path("walk");
    g_autofree char *script = g_strdup_printf(
        "H=\"$1\"; shift; coproc \"$@\"; echo club >&${COPROC[1]};"
        "while read -r line <&${COPROC[0]}; do [ \"$line\" = 'What do they carry?' ] && break; done;"
        "%s; echo 1 >&${COPROC[1]}; pid=$COPROC_PID; exec {COPROC[1]}>&-; cat <&${COPROC[0]};"
        "wait $pid; echo \"status $?\"",
        deed);
    const ProgramSetup setup = {
        .home = home,
        .wrapper = LIST("bash", "-c", script, "bash", home_history(home), program_path(), "ask",
                        "--plain", tree),
        .has_no_name = true,
    };
    return program_run(&setup);
}

// One row, one thing that happens to the file while it is open.
static const struct {
    const char *name, *deed, *says;
} deeds[] = {
    { "removed", "rm \"$H\"", "it was removed or moved" },
    { "removed-with-its-log", "rm \"$H\"*", "it was removed or moved" },
    { "moved", "mv \"$H\" \"$H.old\"", "it was removed or moved" },
    { "replaced", "cp \"$H\" \"$H.new\"; mv \"$H.new\" \"$H\"",
      "another file stands in its place" },
};

static void test_gone(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask_while(home, deeds[row].deed);
    expect_out(asked, "status 3");
    expect_one_line_err(asked);
    expect_err(asked, deeds[row].says);
    expect_err(asked, home_history(home));
    expect_not_out(asked, "aved as session");
    expect_not_out(asked, "Question 3");
}

// A limit on the size of files stands for a full disk.
static void test_full(void)
{
    g_autoptr(Home) home = home_with_history();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = {
        .home = home,
        .input = "family\nbaby\n1\n",
        .wrapper = LIST("bash", "-c", "ulimit -f 8; exec \"$@\"", "bash", program_path(), "ask",
                        "--plain", tree),
        .has_no_name = true,
    };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 3);
    expect_err(asked, "not saved: writing failed; is the disk full");
    expect_not_out(asked, "Question 4");
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

static void test_two_at_once(void)
{
    g_autoptr(Home) home = home_with_history();
    g_autofree char *tree = tree_path("walk");
    static const char script[] =
        "for i in 1 2 3 4 5 6; do printf 'club\\n1\\n3\\n1\\n' | \"$@\" >/dev/null & done; wait";
    const ProgramSetup setup = {
        .home = home,
        .wrapper = LIST("bash", "-c", script, "bash", program_path(), "ask", "--plain", tree),
        .has_no_name = true,
    };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    expect_silent_err(asked);
    g_autoptr(Json) json = list_history(home);
    g_assert_cmpuint(json_length(json, ""), ==, 7);
    for (size_t i = 0; i < 6; i++) {
        g_autofree char *path = g_strdup_printf("%zu.answers", i);
        expect_json(json, path, "4");
    }
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path =                                                                    \
            g_strconcat("/cli/history-faults/" prefix "/", list[i].name, NULL);                    \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("writing-is-refused", faults, test_writing_is_refused);
    ADD_ROWS("reading", faults, test_reading);
    ADD_ROWS("no-save-needs-none", faults, test_no_save_needs_none);
    ADD_ROWS("permission", permissions, test_permission);
    g_test_add_func("/cli/history-faults/a-closed-folder", test_new_history_in_a_closed_folder);
    g_test_add_func("/cli/history-faults/another-users-file", test_another_users_file);
    g_test_add_func("/cli/history-faults/busy-is-told", test_busy);
    ADD_ROWS("gone-while-open", deeds, test_gone);
    g_test_add_func("/cli/history-faults/full-while-open", test_full);
    g_test_add_func("/cli/history-faults/six-at-once-lose-nothing", test_two_at_once);
    for (size_t i = 0; i < G_N_ELEMENTS(reading); i++) {
        g_autofree char *path = g_strdup_printf("/cli/history-faults/warns/%zu", i);
        g_test_add_data_func(path, reading[i], test_warning);
    }
    return g_test_run();
}
