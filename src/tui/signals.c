// SPDX-License-Identifier: Apache-2.0
// The state is static since a handler gets no other. The pipe wakes poll(2); a flag alone would be missed
// between the check and the sleep.
#include "signals-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fp-error.h"
#include "fp-i18n.h"

#define RESTORE_MAX_BYTES 512
#define CRASH_STACK_BYTES (64 * 1024)
/* So often a person may ask to end before it is done the hard way: the loop hangs in a write, say. */
#define PATIENT_REQUESTS 2

static int pipe_ends[2] = { -1, -1 };
static volatile sig_atomic_t fatal, n_fatal, has_resized, was_continued, is_to_stop;
static char restore_bytes[RESTORE_MAX_BYTES];
static volatile sig_atomic_t n_restore_bytes, has_modes;
static struct termios restore_modes;
static char crash_stack[CRASH_STACK_BYTES];

static void on_flag(int number);
static void on_fatal(int number);
static void on_crash(int number);

/* One row, one signal: all that would stop or end us, but for those that nobody can catch. */
static struct {
    void (*handle)(int number);
    struct sigaction before;
    int number;
    bool is_crash;
} rows[] = {
    { .number = SIGWINCH, .handle = on_flag },
    { .number = SIGCONT, .handle = on_flag },
    { .number = SIGTSTP, .handle = on_flag },
    { .number = SIGINT, .handle = on_fatal },
    { .number = SIGTERM, .handle = on_fatal },
    { .number = SIGHUP, .handle = on_fatal },
    { .number = SIGQUIT, .handle = on_fatal },
    { .number = SIGUSR1, .handle = on_fatal },
    { .number = SIGUSR2, .handle = on_fatal },
    { .number = SIGALRM, .handle = on_fatal },
    { .number = SIGVTALRM, .handle = on_fatal },
    { .number = SIGPROF, .handle = on_fatal },
    { .number = SIGXCPU, .handle = on_fatal },
    { .number = SIGXFSZ, .handle = on_fatal },
    { .number = SIGPIPE, .handle = on_fatal },
    { .number = SIGPWR, .handle = on_fatal },
    { .number = SIGPOLL, .handle = on_fatal },
    { .number = SIGSTKFLT, .handle = on_fatal },
    { .number = SIGSEGV, .handle = on_crash, .is_crash = true },
    { .number = SIGABRT, .handle = on_crash, .is_crash = true },
    { .number = SIGBUS, .handle = on_crash, .is_crash = true },
    { .number = SIGFPE, .handle = on_crash, .is_crash = true },
    { .number = SIGILL, .handle = on_crash, .is_crash = true },
    { .number = SIGTRAP, .handle = on_crash, .is_crash = true },
    { .number = SIGSYS, .handle = on_crash, .is_crash = true },
};

/* ---- In handlers: async-signal-safe functions alone ---- */

static void wake(void)
{
    int saved = errno;
    ssize_t ignored = write(pipe_ends[1], "", 1);
    (void)ignored; // full: then it is readable, which is all that is wanted
    errno = saved;
}

static void on_flag(int number)
{
    if (number == SIGWINCH)
        has_resized = 1;
    else if (number == SIGCONT)
        was_continued = 1;
    else
        is_to_stop = 1;
    wake();
}

static void give_terminal_back(void)
{
    const char *at = restore_bytes;
    size_t n_left = (size_t)n_restore_bytes;
    while (n_left > 0) {
        ssize_t n_written = write(STDOUT_FILENO, at, n_left);
        if (n_written <= 0)
            break;
        at += n_written;
        n_left -= (size_t)n_written;
    }
    if (has_modes)
        tcsetattr(STDIN_FILENO, TCSANOW, &restore_modes);
    n_restore_bytes = has_modes = 0;
}

/* What would have happened without us, once this handler returns. */
static void die_of(int number)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].number == number)
            sigaction(number, &rows[i].before, NULL);
    }
    raise(number);
}

static void on_crash(int number)
{
    give_terminal_back();
    die_of(number);
}

static void on_fatal(int number)
{
    if (fatal == 0)
        fatal = number;
    n_fatal = n_fatal + 1;
    if (n_fatal > PATIENT_REQUESTS)
        on_crash(number);
    wake();
}

/* ---- Outside ---- */

static void at_exit(void)
{
    give_terminal_back();
}

/* A stack that ran over is no place for a handler. */
static void set_crash_stack(void)
{
    const stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };
    sigaltstack(&stack, NULL);
}

static void install(size_t row)
{
    struct sigaction action = { .sa_handler = rows[row].handle };
    sigfillset(&action.sa_mask);
    action.sa_flags = rows[row].is_crash ? SA_ONSTACK : SA_RESTART;
    sigaction(rows[row].number, NULL, &rows[row].before);
    if (rows[row].before.sa_handler != SIG_IGN || rows[row].is_crash)
        sigaction(rows[row].number, &action, NULL);
}

bool fp_signals_open(GError **error)
{
    static bool is_at_exit;
    g_autoptr(GError) cause = NULL;
    if (!g_unix_open_pipe(pipe_ends, FD_CLOEXEC, &cause) ||
        !g_unix_set_fd_nonblocking(pipe_ends[0], TRUE, &cause) ||
        !g_unix_set_fd_nonblocking(pipe_ends[1], TRUE, &cause)) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot watch for signals: %s"),
                    cause->message);
        return false;
    }
    fatal = n_fatal = has_resized = was_continued = is_to_stop = 0;
    set_crash_stack();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        install(i);
    if (!is_at_exit)
        is_at_exit = atexit(at_exit) == 0;
    return true;
}

void fp_signals_close(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        sigaction(rows[i].number, &rows[i].before, NULL);
    for (int i = 0; i < 2; i++) {
        close(pipe_ends[i]);
        pipe_ends[i] = -1;
    }
}

int fp_signals_fd(void)
{
    return pipe_ends[0];
}

void fp_signals_drain(void)
{
    char bytes[64];
    while (read(pipe_ends[0], bytes, sizeof bytes) > 0)
        ;
}

int fp_signals_fatal(void)
{
    return fatal;
}

static bool take(volatile sig_atomic_t *flag)
{
    bool was_set = *flag != 0;
    *flag = 0;
    return was_set;
}

bool fp_signals_take_resize(void)
{
    return take(&has_resized);
}

bool fp_signals_take_continue(void)
{
    return take(&was_continued);
}

bool fp_signals_take_stop(void)
{
    return take(&is_to_stop);
}

void fp_signals_stop(void)
{
    struct sigaction ours;
    const struct sigaction by_default = { .sa_handler = SIG_DFL };
    sigaction(SIGTSTP, &by_default, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    was_continued = 0;
}

void fp_signals_set_restore(const char *bytes, const struct termios *modes)
{
    n_restore_bytes = has_modes = 0;
    if (bytes == NULL)
        return;
    restore_modes = *modes;
    g_strlcpy(restore_bytes, bytes, sizeof restore_bytes);
    n_restore_bytes = (sig_atomic_t)strlen(restore_bytes);
    has_modes = 1;
}
