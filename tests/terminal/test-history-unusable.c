// SPDX-License-Identifier: Apache-2.0
// A history that cannot be used: the first screen says so and offers to go on without it.
#include "opening.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

static void make_history(Home *home)
{
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    expect_status(asked, 0);
}

static void make_foreign(Home *home)
{
    make_history(home);
    home_write(home, "data/fingerpost/history.db",
               "My shopping list, which is quite long already.\n");
}

static void make_newer(Home *home)
{
    make_history(home);
    g_autofree char *out =
        command_output(home, LIST("sqlite3", home_history(home), "PRAGMA user_version = 99"));
}

static void make_folder(Home *home)
{
    g_assert_cmpint(g_mkdir_with_parents(home_history(home), 0700), ==, 0);
}

static void make_file_of_the_folder(Home *home)
{
    home_write(home, "data", "a file where a folder should be");
}

static const struct {
    const char *name;
    void (*spoil)(Home *home);
    const char *says;
} rows[] = {
    { "foreign", make_foreign, "is not a history of this" },
    { "newer", make_newer, "newer fingerpost" },
    { "a-folder", make_folder, "it is a folder" },
    { "no-folder", make_file_of_the_folder, "history" },
};

static Terminal *open_spoilt(Home *home, size_t row)
{
    rows[row].spoil(home);
    Terminal *term = open_tree_sized(home, "walk", 150, 30);
    expect_screen(term, "Going on keeps nothing of this session.");
    expect_screen(term, rows[row].says);
    return term;
}

static void test_leaving(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_spoilt(home, GPOINTER_TO_SIZE(data));
    press(term, "q");
    expect_exit(term, 3);
    expect_screen(term, rows[GPOINTER_TO_SIZE(data)].says);
}

static void test_going_on(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_spoilt(home, GPOINTER_TO_SIZE(data));
    begin(term);
    expect_row(term, 0, "not saved");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    leave(term);
    expect_screen(term, "Nothing was kept of this session.");
}

static void test_ctrl_c(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_spoilt(home, GPOINTER_TO_SIZE(data));
    press(term, "<C-c>");
    expect_exit(term, 130);
}

// The notice may be long; at the smallest size the way on must still be there.
static void test_small_window(void)
{
    g_autoptr(Home) home = home_new();
    make_foreign(home);
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", 40, 12);
    expect_cursor_on(term, "Begin with the first question");
    expect_screen(term, "!");
    press(term, "<Enter>");
    expect_screen(term, "Question 1 of about 3");
    leave(term);
}

static void test_plain_mode_asks(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    make_foreign(home);
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "Go on without saving anything? [y/N]");
    press(term, "n<Enter>");
    expect_exit(term, 3);
    g_autoptr(Terminal) again = open_command(home, LIST("--plain", "ask", path));
    expect_screen(again, "Go on without saving anything? [y/N]");
    press(again, "y<Enter>");
    expect_screen(again, "Question 1 of about 3");
    press(again, "q<Enter>");
    expect_exit(again, 0);
    expect_screen(again, "Nothing was kept of this session.");
}

static void test_resume_cannot_go_on(void)
{
    g_autoptr(Home) home = home_new();
    make_foreign(home);
    g_autoptr(Terminal) term = open_command(home, LIST("resume"));
    expect_exit(term, 3);
    expect_screen(term, "fingerpost: ");
}

/* ---- It fails on the way ---- */

// A limit on files stands for a full disk: the answer is not kept, which is told, and nothing is lost
// of what was.
static void test_full_disk(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("twenty");
    make_history(home);
    struct stat status;
    g_assert_cmpint(stat(home_history(home), &status), ==, 0);
    g_autofree char *script =
        g_strdup_printf("ulimit -f %d; exec \"$@\"", (int)(status.st_size / 512) + 40);
    const TerminalSetup setup = {
        .home = home,
        .command = LIST("sh", "-c", script, "sh", program_path(), "ask", path),
    };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_row(term, -1, "leave");
    press(term, "1"); // starting anew stands first
    expect_screen(term, "Question 1 of about 20");
    int kept = 0;
    for (int i = 2; i <= 20 && !terminal_has_failed(term); i++) {
        g_autofree char *position = g_strdup_printf("Question %d of about 20", i);
        press(term, "1");
        expect_either(term, position, "!");
        if (!terminal_shows(term, position))
            break;
        kept++;
    }
    expect_screen(term, "not saved");
    expect_row(term, 0, "NOT SAVED");
    press(term, "j");
    expect_cursor_on(term, "Answer B");
    // Again: the person goes on, and is asked at the end where else to save it.
    press(term, "1");
    g_autofree char *position = g_strdup_printf("Question %d of about 20", kept + 2);
    expect_screen(term, position);
    expect_row(term, 0, "NOT SAVED");
    press(term, "q");
    expect_screen(term, "Another file to save this session in (Enter: none):");
    press(term, "<Enter>");
    expect_exit(term, 3);
    expect_screen(term, "the last entry of this session is saved nowhere");
    g_autoptr(Json) list = list_history(home);
    g_autofree char *answers = g_strdup_printf("%d", kept);
    expect_json(list, "0.answers", answers);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

// The file goes away: the title says so, and the same key again writes the whole session anew.
static void test_removed_file(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "twenty");
    press(term, "1");
    expect_screen(term, "Question 2 of about 20");
    expect_row(term, 0, "session 1, saved");
    g_assert_cmpint(unlink(home_history(home)), ==, 0);
    press(term, "2");
    expect_row(term, 0, "NOT SAVED");
    expect_screen(term, "removed or moved");
    expect_screen(term, "Question 2 of about 20");
    g_assert_false(g_file_test(home_history(home), G_FILE_TEST_EXISTS));
    press(term, "2");
    expect_screen(term, "Question 3 of about 20");
    expect_row(term, 0, "session 1, saved");
    leave(term);
    g_autoptr(Json) json = show(home, "1");
    expect_json(json, "answers.q1", "a");
    expect_json(json, "answers.q2", "b");
}

// A person in plain mode is asked what to do.
static void test_removed_file_in_plain_mode(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "Question 1 of about 3");
    press(term, "3<Enter>");
    expect_screen(term, "Question 2 of about 4");
    g_assert_cmpint(unlink(home_history(home)), ==, 0);
    press(term, "1<Enter>");
    expect_screen(term, "Write the whole session");
    press(term, "n<Enter>");
    expect_screen(term, "Go on without saving?");
    press(term, "y<Enter>");
    expect_screen(term, "Question 3 of about 4");
    press(term, "q<Enter>");
    expect_screen(term, "Another file to save this session in");
    g_autofree char *line = g_strconcat(home_path(home, "other.db"), "<Enter>", NULL);
    press(term, line);
    expect_exit(term, 0);
    g_autoptr(Run) shown = run(home, "--history", home_path(home, "other.db"), "show", "1", NULL);
    expect_status(shown, 0);
}

static void test_ctrl_c_in_plain_mode(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "Question 1 of about 3");
    press(term, "3<Enter>");
    expect_screen(term, "Question 2 of about 4");
    press(term, "<C-c>");
    expect_exit(term, 130);
    expect_screen(term, "Saved as session 1; 'fingerpost resume 1' goes on with it.");
}

// Another instance goes on with the same session: the second one is told, and loses nothing.
static void test_two_instances(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) first = open_question(home, "twenty");
    press(first, "1");
    expect_screen(first, "Question 2 of about 20");
    g_autoptr(Terminal) second = open_command(home, LIST("resume", "1"));
    expect_screen(second, "Question 2 of about 20");
    expect_screen(second, "Another instance has this session open too");
    press(second, "2");
    expect_screen(second, "Question 3 of about 20");
    press(first, "3");
    expect_screen(first, "!"); // told, and not overwritten
    expect_screen(first, "went on in another");
    expect_screen(first, "1 answer is another one now, to"); // what was said there is here too
    expect_screen(first, "Question 2 of about 20");
    expect_screen(first, "not accepted yet"); // what was given too late is marked
    leave_without(first);
    leave(second);
    g_autoptr(Json) json = show(home, "1");
    expect_json(json, "answers.q1", "a");
    expect_json(json, "answers.q2", "b");
    expect_json(json, "answers.q3", NULL);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

// Who gives the answer that stands there learns that the file holds another.
static void test_the_same_answer_behind_another_instance(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) first = open_question(home, "twenty");
    press(first, "1");
    expect_screen(first, "Question 2 of about 20");
    press(first, "b");
    expect_screen(first, "Question 1 of about 20");
    g_autoptr(Terminal) second = open_command(home, LIST("resume", "1"));
    expect_screen(second, "Question 2 of about 20");
    press(second, "b");
    expect_screen(second, "Question 1 of about 20");
    press(second, "2");
    expect_screen(second, "Question 2 of about 20");
    press(first, "<Enter>");
    expect_screen(first, "1 answer is another one now, to");
    expect_screen(first, "Question 1 of about 20");
    press(first, "<Enter>"); // seen, and meant
    expect_screen(first, "Question 2 of about 20");
    leave(first);
    leave(second);
    g_autoptr(Json) json = show(home, "1");
    expect_json(json, "answers.q1", "a");
}

#define ADD_ROWS(what, test)                                                                       \
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {                                              \
        g_autofree char *path =                                                                    \
            g_strdup_printf("/terminal/history-unusable/%s/" what, rows[i].name);                  \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }
#define ADD(name, test) g_test_add_func("/terminal/history-unusable/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("leaving-gives-3", test_leaving);
    ADD_ROWS("going-on-keeps-nothing", test_going_on);
    ADD_ROWS("ctrl-c-gives-130", test_ctrl_c);
    ADD("a-small-window", test_small_window);
    ADD("plain-mode-asks", test_plain_mode_asks);
    ADD("resume-cannot-go-on", test_resume_cannot_go_on);
    ADD("a-removed-file-is-told", test_removed_file);
    ADD("a-removed-file-is-told-in-plain-mode", test_removed_file_in_plain_mode);
    ADD("ctrl-c-in-plain-mode-says-where-it-stands", test_ctrl_c_in_plain_mode);
    ADD("a-full-disk-is-told", test_full_disk);
    ADD("two-instances-on-one-session", test_two_instances);
    ADD("the-same-answer-behind-another-instance", test_the_same_answer_behind_another_instance);
    return g_test_run();
}
