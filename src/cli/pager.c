// SPDX-License-Identifier: Apache-2.0
// The pager is a child that reads a pipe; the terminal stays ours for what it leaves unprinted.
#include "pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fp-text.h"

// A shell's statuses for a command that it could not start (POSIX.1-2017, XCU 2.8.2).
#define COMMAND_NOT_EXECUTABLE 126
#define COMMAND_NOT_FOUND      127

static const char *pager_command(void)
{
    const char *pager = g_getenv("PAGER");
    return pager != NULL ? pager : "less";
}

static bool is_wanted(const FpCliOptions *options)
{
    const char *pager = pager_command(), *term = g_getenv("TERM");
    bool is_dumb = term == NULL || strcmp(term, "dumb") == 0;
    return !options->no_pager && !options->plain && !is_dumb && isatty(STDOUT_FILENO) &&
           *pager != '\0' && strcmp(pager, "cat") != 0;
}

// In the child, before it becomes the pager: what we ignore it must not.
static void become_pager(int reads, const char *command, char **environment)
{
    char *words[] = { "sh", "-c", (char *)command, NULL };
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    dup2(reads, STDIN_FILENO);
    execve("/bin/sh", words, environment);
    _exit(COMMAND_NOT_FOUND);
}

// Its process, and the end to write to; -1 where it cannot be started.
static pid_t start_pager(int *out_writes)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    // As git does: quit where it fits, colours as they are, leave the text on the screen.
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "LESS", "FRX", FALSE);
    const char *command = pager_command();
    pid_t pager = fork();
    if (pager == 0)
        become_pager(ends[0], command, environment);
    close(ends[0]);
    if (pager > 0)
        *out_writes = ends[1];
    else
        close(ends[1]);
    return pager;
}

// A pager that was left before the end of the text reads no more; that is no fault.
static void feed(int writes, const char *bytes)
{
    size_t rest = strlen(bytes);
    while (rest > 0) {
        ssize_t written = write(writes, bytes, rest);
        if (written < 0 && errno != EINTR)
            return;
        bytes += MAX(written, 0);
        rest -= (size_t)MAX(written, 0);
    }
}

// True where a pager has had the text. The shell says itself which program is not there.
static bool page(const FpCliOptions *options, const char *text)
{
    g_autofree char *bytes = fp_text_for_charset(text, options->charset);
    int writes = -1, status = 0;
    fp_output_flush();
    void (*usual)(int) = signal(SIGINT, SIG_IGN); // it is the pager's to handle
    pid_t pager = start_pager(&writes);
    if (pager > 0) {
        feed(writes, bytes);
        close(writes);
        while (waitpid(pager, &status, 0) < 0 && errno == EINTR)
            continue;
    }
    signal(SIGINT, usual);
    return pager > 0 && !(WIFEXITED(status) && (WEXITSTATUS(status) == COMMAND_NOT_FOUND ||
                                                WEXITSTATUS(status) == COMMAND_NOT_EXECUTABLE));
}

void fp_pager_print(const FpCliOptions *options, const char *text)
{
    if (!is_wanted(options) || !page(options, text))
        fp_print(options, text);
}
