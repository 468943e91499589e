// SPDX-License-Identifier: Apache-2.0
// The pager is a child that reads our standard output; it ends with the end of that.
#include "pager.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t pager_pid; // 0: there is none

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
    _exit(127);
}

void fp_pager_begin(const FpCliOptions *options)
{
    int ends[2];
    if (!is_wanted(options) || pipe(ends) != 0)
        return;
    // As git does: quit where it fits, colours as they are, leave the text on the screen.
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "LESS", "FRX", FALSE);
    fflush(stdout);
    signal(SIGINT, SIG_IGN); // it is the pager's to handle
    pager_pid = fork();
    if (pager_pid == 0) {
        close(ends[1]);
        become_pager(ends[0], pager_command(), environment);
    }
    if (pager_pid > 0) {
        dup2(ends[1], STDOUT_FILENO);
    } else {
        pager_pid = 0;
        signal(SIGINT, SIG_DFL);
    }
    close(ends[0]);
    close(ends[1]);
}

void fp_pager_end(void)
{
    if (pager_pid == 0)
        return;
    fflush(stdout);
    close(STDOUT_FILENO);
    while (waitpid(pager_pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    pager_pid = 0;
}
