// SPDX-License-Identifier: Apache-2.0
// The program has the pseudo-terminal as its controlling terminal, as a person's shell would give it.
#include "terminal-private.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static char **make_words(const TerminalSetup *setup)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    if (setup->command == NULL)
        g_strv_builder_add(words, program_path());
    const char *const *rest = setup->command != NULL ? setup->command : setup->arguments;
    for (size_t i = 0; rest != NULL && rest[i] != NULL; i++)
        g_strv_builder_add(words, rest[i]);
    return g_strv_builder_end(words);
}

static void start(Terminal *terminal, const TerminalSetup *setup)
{
    g_auto(GStrv) words = make_words(setup);
    g_auto(GStrv) environment = home_environment(setup->home, setup->environment);
    struct winsize size = { .ws_row = (unsigned short)terminal->rows,
                            .ws_col = (unsigned short)terminal->columns };
    terminal->pid = forkpty(&terminal->pty, NULL, NULL, &size);
    g_assert_cmpint(terminal->pid, >=, 0);
    if (terminal->pid == 0) {
        // As a terminal starts it, even where the tests run under nohup or in the background.
        signal(SIGHUP, SIG_DFL);
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        execvpe(words[0], words, environment);
        _exit(127);
    }
    terminal->process = pidfd_open(terminal->pid, 0);
    g_assert_cmpint(terminal->process, >=, 0);
    fcntl(terminal->pty, F_SETFD, FD_CLOEXEC);
    fcntl(terminal->process, F_SETFD, FD_CLOEXEC);
}

static void make_screen(Terminal *terminal, bool is_utf8)
{
    terminal->vterm = vterm_new(terminal->rows, terminal->columns);
    vterm_set_utf8(terminal->vterm, is_utf8);
    terminal->screen = vterm_obtain_screen(terminal->vterm);
    vterm_screen_set_callbacks(terminal->screen, &terminal_screen_callbacks, terminal);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_screen_reset(terminal->screen, 1);
}

// The modes are read before the program is there: a pair of its own has the same ones.
static void read_first_modes(Terminal *terminal)
{
    int ours, theirs;
    g_assert_cmpint(openpty(&ours, &theirs, NULL, NULL, NULL), ==, 0);
    g_assert_cmpint(tcgetattr(theirs, &terminal->modes_before), ==, 0);
    terminal->modes_after = terminal->modes_before;
    close(ours);
    close(theirs);
}

Terminal *terminal_open(const TerminalSetup *setup)
{
    Terminal *terminal = g_new0(Terminal, 1);
    terminal->columns = setup->columns > 0 ? setup->columns : 80;
    terminal->rows = setup->rows > 0 ? setup->rows : 24;
    terminal->judge = judge_new(!setup->is_ascii);
    make_screen(terminal, !setup->is_ascii);
    read_first_modes(terminal);
    start(terminal, setup);
    return terminal;
}

static void note_end(Terminal *terminal)
{
    int status = 0;
    while (waitpid(terminal->pid, &status, 0) < 0)
        g_assert_cmpint(errno, ==, EINTR);
    terminal->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    close(terminal->process);
    terminal->process = -1;
}

static void close_pty(Terminal *terminal)
{
    if (terminal->pty >= 0)
        close(terminal->pty);
    terminal->pty = -1;
}

void terminal_free(Terminal *terminal)
{
    if (terminal == NULL)
        return;
    if (terminal->process >= 0) {
        kill(terminal->pid, SIGKILL);
        note_end(terminal);
    }
    close_pty(terminal);
    judge_free(terminal->judge);
    vterm_free(terminal->vterm);
    g_free(terminal->look);
    g_free(terminal);
}

gint64 terminal_now_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

// The judge sees each byte; the screen gets them in one piece.
static void show(Terminal *terminal, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        judge_take(terminal->judge, bytes[i]);
    vterm_input_write(terminal->vterm, bytes, length);
    vterm_screen_flush_damage(terminal->screen);
    if (judge_fault(terminal->judge) != NULL && !terminal->has_failed)
        terminal_fail(terminal, judge_fault(terminal->judge), G_STRLOC);
}

// False at the end of what the program's side can send.
static bool read_pty(Terminal *terminal)
{
    char bytes[16384];
    // Asked now and not at the end: then the terminal's other side may be gone.
    tcgetattr(terminal->pty, &terminal->modes_after);
    ssize_t length = read(terminal->pty, bytes, sizeof bytes);
    if (length > 0)
        show(terminal, bytes, (size_t)length);
    return length > 0 || (length < 0 && (errno == EINTR || errno == EAGAIN));
}

bool terminal_take(Terminal *terminal, int timeout_ms)
{
    struct pollfd polls[] = { { terminal->pty, POLLIN, 0 }, { terminal->process, POLLIN, 0 } };
    if (terminal->pty < 0 && terminal->process < 0)
        return false;
    if (poll(polls, G_N_ELEMENTS(polls), timeout_ms) <= 0)
        return false;
    // What the program has sent before its end comes before the end.
    if (polls[0].revents != 0) {
        if (!read_pty(terminal))
            close_pty(terminal);
    } else if (polls[1].revents != 0) {
        note_end(terminal);
    }
    return true;
}

bool terminal_listen(Terminal *terminal, int quiet_ms)
{
    while (terminal_take(terminal, quiet_ms))
        continue;
    return terminal->process >= 0;
}

void terminal_take_for(Terminal *terminal, int time_ms)
{
    gint64 end_ms = terminal_now_ms() + time_ms, left_ms;
    while ((left_ms = end_ms - terminal_now_ms()) > 0 && terminal_take(terminal, (int)left_ms))
        continue;
}

void spoil(Terminal *terminal, const char *bytes)
{
    vterm_input_write(terminal->vterm, bytes, strlen(bytes));
}

void resize(Terminal *terminal, int columns, int rows)
{
    if (terminal->has_failed)
        return;
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
    terminal->rows = rows;
    terminal->columns = columns;
    vterm_set_size(terminal->vterm, rows, columns);
    vterm_screen_flush_damage(terminal->screen);
    g_assert_cmpint(ioctl(terminal->pty, TIOCSWINSZ, &size), ==, 0);
}

void resize_to_nothing(Terminal *terminal)
{
    const struct winsize size = { 0 };
    if (!terminal->has_failed)
        g_assert_cmpint(ioctl(terminal->pty, TIOCSWINSZ, &size), ==, 0);
}

void catch_up(Terminal *terminal)
{
    while (terminal_take(terminal, 0))
        continue;
}

void hang_up(Terminal *terminal)
{
    close_pty(terminal);
}

void send_signal(Terminal *terminal, int signal)
{
    if (terminal->process >= 0)
        kill(terminal->pid, signal);
}

bool terminal_has_failed(const Terminal *terminal)
{
    return terminal->has_failed;
}

pid_t terminal_pid(const Terminal *terminal)
{
    return terminal->pid;
}

bool terminal_saw_colour(const Terminal *terminal)
{
    return judge_saw_colour(terminal->judge);
}

bool terminal_saw_sequences(const Terminal *terminal)
{
    return judge_saw_sequences(terminal->judge);
}

int terminal_rows(const Terminal *terminal)
{
    return terminal->rows;
}
