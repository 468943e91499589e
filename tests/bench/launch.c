// SPDX-License-Identifier: Apache-2.0
// fork and exec as a shell would do it: the time of a whole process is what a person waits for.
#include "launch.h"

#include <fcntl.h>
#include <glib.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEXT_WAIT_MS 10000

G_NORETURN static void give_up(const char *const *arguments, const char *what)
{
    g_printerr("bench: '%s' %s\n", arguments[0], what);
    exit(2);
}

static void exec_or_die(const char *const *arguments)
{
    execvp(arguments[0], (char *const *)arguments);
    _exit(127);
}

static void run_to_its_end(const char *const *arguments, struct rusage *out_usage)
{
    pid_t child = fork();
    if (child == 0) {
        int sink = open("/dev/null", O_WRONLY);
        dup2(sink, STDOUT_FILENO);
        exec_or_die(arguments);
    }
    int status = 0;
    if (child == -1 || wait4(child, &status, 0, out_usage) == -1)
        give_up(arguments, "cannot be started");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        give_up(arguments, "did not end with status 0");
}

int64_t launch_until_exit(const char *const *arguments)
{
    struct rusage usage;
    int64_t start = g_get_monotonic_time();
    run_to_its_end(arguments, &usage);
    return g_get_monotonic_time() - start;
}

long launch_peak_kib(const char *const *arguments)
{
    struct rusage usage;
    run_to_its_end(arguments, &usage);
    return usage.ru_maxrss;
}

// Reads until the text has come; returns the time at which it had, or -1.
static int64_t wait_for_text(int terminal, const char *text)
{
    g_autoptr(GString) seen = g_string_new(NULL);
    struct pollfd ready = { .fd = terminal, .events = POLLIN };
    while (poll(&ready, 1, TEXT_WAIT_MS) == 1) {
        char bytes[4096];
        ssize_t n = read(terminal, bytes, sizeof bytes);
        if (n <= 0)
            return -1;
        g_string_append_len(seen, bytes, n);
        if (g_strstr_len(seen->str, (gssize)seen->len, text) != NULL)
            return g_get_monotonic_time();
    }
    return -1;
}

int64_t launch_until_text(const char *const *arguments, const char *text)
{
    const struct winsize size = { .ws_row = 24, .ws_col = 80 };
    int64_t start = g_get_monotonic_time();
    int terminal = -1;
    pid_t child = forkpty(&terminal, NULL, NULL, &size);
    if (child == 0)
        exec_or_die(arguments);
    if (child == -1)
        give_up(arguments, "cannot be started");
    int64_t end = wait_for_text(terminal, text);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(terminal);
    if (end == -1)
        give_up(arguments, "did not show what was waited for");
    return end - start;
}
