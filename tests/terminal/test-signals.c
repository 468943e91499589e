// SPDX-License-Identifier: Apache-2.0
// However the program ends or stops, the terminal is given back, and what was answered is kept.
#include "opening.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static Terminal *open_second_question(Home *home)
{
    Terminal *term = open_question(home, "walk");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    return term;
}

static void expect_answer_kept(Home *home)
{
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "club");
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

/* ---- Signals that end it ---- */

static const struct {
    const char *name;
    int signal;
} fatal[] = {
    { "int", SIGINT },       { "term", SIGTERM }, { "hup", SIGHUP },   { "quit", SIGQUIT },
    { "usr1", SIGUSR1 },     { "usr2", SIGUSR2 }, { "alrm", SIGALRM }, { "vtalrm", SIGVTALRM },
    { "prof", SIGPROF },     { "xcpu", SIGXCPU }, { "pwr", SIGPWR },   { "poll", SIGPOLL },
    { "stkflt", SIGSTKFLT }, { "segv", SIGSEGV }, { "abrt", SIGABRT }, { "bus", SIGBUS },
    { "fpe", SIGFPE },       { "ill", SIGILL },   { "trap", SIGTRAP }, { "sys", SIGSYS },
};

// A full quota and a closed pipe are told where they are met.
static const struct {
    const char *name;
    int signal;
} harmless[] = {
    { "xfsz", SIGXFSZ }, { "pipe", SIGPIPE }, { "chld", SIGCHLD },
    { "urg", SIGURG },   { "cont", SIGCONT }, { "winch", SIGWINCH },
};

// A sanitizer has handlers of its own for crashes; here the program's are tried.
static Terminal *open_without_sanitizers_handlers(Home *home)
{
    const char *options = g_getenv("ASAN_OPTIONS");
    g_autofree char *change = g_strdup_printf(
        "ASAN_OPTIONS=%s:handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:"
        "handle_sigill=0:handle_sigtrap=0",
        options != NULL ? options : "");
    return open_tree_with(home, "walk", LIST(change));
}

static void test_fatal(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_without_sanitizers_handlers(home);
    begin(term);
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    send_signal(term, fatal[row].signal);
    expect_exit(term, 128 + fatal[row].signal);
    expect_answer_kept(home);
}

static void test_fatal_on_the_first_screen(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_without_sanitizers_handlers(home);
    send_signal(term, fatal[row].signal);
    expect_exit(term, 128 + fatal[row].signal);
}

static void test_harmless(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_second_question(home);
    send_signal(term, harmless[row].signal);
    press(term, "b");
    expect_screen(term, "Question 1 of about");
    leave(term);
    expect_answer_kept(home);
}

static void test_ctrl_c(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_second_question(home);
    press(term, "<C-c>");
    expect_exit(term, 130);
    expect_screen(term, "Saved as session 1; 'fingerpost resume 1' goes on with it.");
    expect_answer_kept(home);
}

static void test_ctrl_c_on_each_screen(void)
{
    static const struct {
        const char *keys, *shown;
    } ways[] = { { "?", "Keys" },
                 { "r", "All answers" },
                 { "s", "Recommendation" },
                 { "n", "Note on this question" } };
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(Home) home = home_new();
        g_autoptr(Terminal) term = open_second_question(home);
        press(term, ways[i].keys);
        expect_screen(term, ways[i].shown);
        press(term, "<C-c>");
        expect_exit(term, 130);
    }
}

static void test_twice_in_a_row(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_second_question(home);
    for (size_t i = 0; i < 2; i++)
        send_signal(term, SIGTERM);
    expect_exit(term, 128 + SIGTERM);
    expect_answer_kept(home);
}

// At any moment, the first ones included, when the terminal is only being taken over.
static void test_at_any_moment(void)
{
    for (int i = 0; i < 25; i++) {
        g_autoptr(Home) home = home_new();
        g_autofree char *path = tree_path("walk");
        const TerminalSetup setup = { .home = home, .arguments = LIST("ask", path) };
        g_autoptr(Terminal) term = terminal_open(&setup);
        terminal_take_for(term, g_test_rand_int_range(0, 300));
        send_signal(term, SIGTERM);
        expect_exit(term, 128 + SIGTERM);
    }
}

/* ---- A terminal that goes away ---- */

static void test_hang_up(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_second_question(home);
    hang_up(term);
    expect_end(term, 1000);
    expect_answer_kept(home);
}

// With SIGHUP ignored, as nohup and some shells have it, reading tells of the end: it must not be
// tried for ever.
static void test_hang_up_ignored(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = {
        .home = home,
        .command = LIST("sh", "-c", "trap '' HUP; exec \"$@\"", "sh", program_path(), "ask", path),
    };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, "Begin with the first question");
    begin(term);
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    hang_up(term);
    expect_end(term, 1000);
    expect_answer_kept(home);
}

static void test_hang_up_in_plain_mode(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = {
        .home = home,
        .command = LIST("sh", "-c", "trap '' HUP; exec \"$@\"", "sh", program_path(), "ask",
                        "--plain", path),
    };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, "Who walks?");
    press(term, "3<Enter>");
    expect_screen(term, "What do they carry?");
    hang_up(term);
    expect_end(term, 1000);
    expect_answer_kept(home);
}

/* ---- Stopping ---- */

// A shell with job control, as a person has it: the program is a job of its own.
static Terminal *open_in_shell(Home *home)
{
    g_autofree char *path = tree_path("walk");
    g_autofree char *line = g_strdup_printf("'%s' ask '%s'", program_path(), path);
    const TerminalSetup setup = { .home = home,
                                  .command = LIST("sh", "-i"),
                                  .environment = LIST("PS1=shell> ", "ENV", "HISTFILE") };
    Terminal *term = terminal_open(&setup);
    expect_screen(term, "shell>");
    press(term, line);
    press(term, "<Enter>");
    expect_screen(term, "Begin with the first question");
    return term;
}

static void leave_shell(Terminal *term)
{
    press(term, "q");
    expect_either(term, "resume 1' goes on with it.", "no session was saved.");
    press(term, "exit 0<Enter>");
    expect_exit(term, 0);
}

static void test_stop_and_go_on(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_in_shell(home);
    begin(term);
    press(term, "j");
    expect_cursor_on(term, "One person");
    press(term, "<C-z>");
    expect_screen(term, "Stopped");
    expect_given_back(term);
    press(term, "fg<Enter>");
    expect_screen(term, "Question 1 of about 3");
    expect_cursor_on(term, "One person");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    leave_shell(term);
    expect_answer_kept(home);
}

static void test_stop_twice_and_resize_between(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_in_shell(home);
    begin(term);
    for (int i = 0; i < 2; i++) {
        press(term, "<C-z>");
        expect_screen(term, "Stopped");
        expect_given_back(term);
        resize(term, 100 + 10 * i, 30);
        press(term, "fg<Enter>");
        expect_gone(term, "Stopped");
        expect_row(term, -1, "leave");
        expect_cursor_on(term, "A family");
    }
    leave_shell(term);
}

// `bg` lets it go on in the background, where it must not touch the terminal; `fg` brings it back.
static void test_background_and_foreground(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_in_shell(home);
    begin(term);
    press(term, "<C-z>");
    expect_screen(term, "Stopped");
    press(term, "bg<Enter>echo still a shell, $((40 + 2))<Enter>");
    expect_screen(term, "still a shell, 42");
    press(term, "fg<Enter>");
    expect_screen(term, "Question 1 of about 3");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    leave_shell(term);
    expect_answer_kept(home);
}

static void test_stopped_and_ended(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_in_shell(home);
    begin(term);
    press(term, "<C-z>");
    expect_screen(term, "Stopped");
    press(term, "kill %1; fg; echo status $?<Enter>");
    expect_screen(term, "Nothing was answered, so no session was saved.");
    expect_screen(term, "status 143");
    expect_given_back(term);
    press(term, "exit 0<Enter>");
    expect_exit(term, 0);
}

// Without a shell that could wake it, the system does not stop it: it must go on as if nothing was.
static void test_stop_of_an_orphan(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "<C-z>");
    press(term, "j");
    expect_cursor_on(term, "One person");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    leave(term);
}

/* ---- What others leave on the screen ---- */

static void test_redraw(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    spoil(term, "\033[H\033[2Jmessage from somebody else");
    expect_gone(term, "Who walks?");
    press(term, "<C-l>");
    expect_screen(term, "Who walks?");
    expect_gone(term, "message from somebody else");
    leave(term);
}

#define ADD(name, test) g_test_add_func("/terminal/signals/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fatal); i++) {
        g_autofree char *path = g_strdup_printf("/terminal/signals/fatal/%s", fatal[i].name);
        g_autofree char *first =
            g_strdup_printf("/terminal/signals/fatal-at-first/%s", fatal[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_fatal);
        g_test_add_data_func(first, GSIZE_TO_POINTER(i), test_fatal_on_the_first_screen);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(harmless); i++) {
        g_autofree char *path = g_strdup_printf("/terminal/signals/harmless/%s", harmless[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_harmless);
    }
    ADD("ctrl-c", test_ctrl_c);
    ADD("ctrl-c-on-each-screen", test_ctrl_c_on_each_screen);
    ADD("twice-in-a-row", test_twice_in_a_row);
    ADD("at-any-moment", test_at_any_moment);
    ADD("a-terminal-that-goes-away", test_hang_up);
    ADD("a-terminal-that-goes-away-unheard", test_hang_up_ignored);
    ADD("a-terminal-that-goes-away-in-plain-mode", test_hang_up_in_plain_mode);
    ADD("stop-and-go-on", test_stop_and_go_on);
    ADD("stop-twice-and-resize-between", test_stop_twice_and_resize_between);
    ADD("background-and-foreground", test_background_and_foreground);
    ADD("stopped-and-ended", test_stopped_and_ended);
    ADD("stop-of-an-orphan", test_stop_of_an_orphan);
    ADD("redraw", test_redraw);
    return g_test_run();
}
