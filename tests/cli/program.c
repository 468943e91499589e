// SPDX-License-Identifier: Apache-2.0
// One loop feeds standard input and reads both outputs, so that no pipe fills up and blocks.
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIMIT_MS 60000

enum { IN, OUT, ERR, N_PIPES };

typedef struct {
    pid_t pid;
    int fds[N_PIPES]; /* our ends; -1: closed */
} Child;

static void make_pipe(int *reads, int *writes)
{
    int ends[2];
    g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
    *reads = ends[0];
    *writes = ends[1];
}

// Everything is made ready before fork: after it, in the child, only plain system calls.
static char **make_words(const ProgramSetup *setup)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    for (size_t i = 0; setup->wrapper != NULL && setup->wrapper[i] != NULL; i++)
        g_strv_builder_add(words, setup->wrapper[i]);
    if (!setup->has_no_name)
        g_strv_builder_add(words, program_path());
    for (size_t i = 0; setup->arguments != NULL && setup->arguments[i] != NULL; i++)
        g_strv_builder_add(words, setup->arguments[i]);
    return g_strv_builder_end(words);
}

static void run_in_child(const ProgramSetup *setup, int theirs[N_PIPES], char **words,
                         char **environment)
{
    // Onto 0 to 2 at last, from numbers above: a pipe's end may itself be 0, 1 or 2.
    for (int i = 0; i < N_PIPES; i++)
        theirs[i] = fcntl(theirs[i], F_DUPFD_CLOEXEC, N_PIPES);
    for (int i = 0; i < N_PIPES; i++)
        dup2(theirs[i], i);
    signal(SIGPIPE, SIG_DFL);
    if (setup->folder != NULL && chdir(setup->folder) != 0)
        _exit(125);
    if (setup->prepare != NULL)
        setup->prepare();
    execvpe(setup->wrapper != NULL ? words[0] : program_path(), words, environment);
    _exit(127);
}

static void start(Child *child, const ProgramSetup *setup)
{
    int theirs[N_PIPES];
    g_auto(GStrv) words = make_words(setup);
    g_auto(GStrv) environment = home_environment(setup->home, setup->environment);
    make_pipe(&theirs[IN], &child->fds[IN]);
    make_pipe(&child->fds[OUT], &theirs[OUT]);
    make_pipe(&child->fds[ERR], &theirs[ERR]);
    child->pid = fork();
    g_assert_cmpint(child->pid, >=, 0);
    if (child->pid == 0)
        run_in_child(setup, theirs, words, environment);
    for (int i = 0; i < N_PIPES; i++)
        close(theirs[i]);
}

static void close_pipe(Child *child, int i)
{
    if (child->fds[i] >= 0)
        close(child->fds[i]);
    child->fds[i] = -1;
}

static void feed(Child *child, const char **input)
{
    size_t length = strlen(*input);
    ssize_t written = length > 0 ? write(child->fds[IN], *input, MIN(length, 4096)) : 0;
    if (written > 0)
        *input += written;
    if (written < 0 || **input == '\0')
        close_pipe(child, IN);
}

static void take(Child *child, int i, GString *output)
{
    char bytes[4096];
    ssize_t length = read(child->fds[i], bytes, sizeof bytes);
    if (length > 0)
        g_string_append_len(output, bytes, length);
    else if (length == 0 || errno != EINTR)
        close_pipe(child, i);
}

// Returns false where the time is over.
static bool converse(Child *child, const char *input, GString *out, GString *err)
{
    gint64 end_ms = g_get_monotonic_time() / 1000 + LIMIT_MS;
    while (child->fds[OUT] >= 0 || child->fds[ERR] >= 0) {
        struct pollfd polls[N_PIPES] = { { child->fds[IN], POLLOUT, 0 },
                                         { child->fds[OUT], POLLIN, 0 },
                                         { child->fds[ERR], POLLIN, 0 } };
        gint64 left_ms = end_ms - g_get_monotonic_time() / 1000;
        if (left_ms <= 0)
            return false;
        if (poll(polls, N_PIPES, (int)left_ms) <= 0)
            continue;
        if (polls[IN].revents != 0)
            feed(child, &input);
        if (polls[OUT].revents != 0)
            take(child, OUT, out);
        if (polls[ERR].revents != 0)
            take(child, ERR, err);
    }
    return true;
}

static int wait_for(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        g_assert_cmpint(errno, ==, EINTR);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Run *program_run(const ProgramSetup *setup)
{
    Child child;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GString) err = g_string_new(NULL);
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    start(&child, setup);
    if (!converse(&child, setup->input != NULL ? setup->input : "", out, err)) {
        g_test_message("the program did not end within a minute: killed");
        g_test_fail();
        kill(child.pid, SIGKILL);
    }
    for (int i = 0; i < N_PIPES; i++)
        close_pipe(&child, i);
    Run *run = g_new0(Run, 1);
    run->status = wait_for(child.pid);
    signal(SIGPIPE, before);
    run->out_bytes = out->len;
    run->err_bytes = err->len;
    run->out = g_string_free(g_steal_pointer(&out), FALSE);
    run->err = g_string_free(g_steal_pointer(&err), FALSE);
    return run;
}

void run_free(Run *run)
{
    if (run == NULL)
        return;
    g_free(run->out);
    g_free(run->err);
    g_free(run);
}

static char **collect(va_list list)
{
    g_autoptr(GStrvBuilder) words = g_strv_builder_new();
    const char *word;
    while ((word = va_arg(list, const char *)) != NULL)
        g_strv_builder_add(words, word);
    return g_strv_builder_end(words);
}

Run *run(Home *home, ...)
{
    va_list list;
    va_start(list, home);
    g_auto(GStrv) words = collect(list);
    va_end(list);
    const ProgramSetup setup = { .home = home, .arguments = (const char *const *)words };
    return program_run(&setup);
}

Run *run_with_input(Home *home, const char *input, ...)
{
    va_list list;
    va_start(list, input);
    g_auto(GStrv) words = collect(list);
    va_end(list);
    const ProgramSetup setup = { .home = home,
                                 .arguments = (const char *const *)words,
                                 .input = input };
    return program_run(&setup);
}

static void fail(const Run *run, const char *what, const char *place)
{
    g_test_message("%s: %s", place, what);
    g_test_message("status %d, standard output:\n%s\nstandard error:\n%s", run->status, run->out,
                   run->err);
    g_test_fail();
}

void run_expect_status(const Run *run, int expected, const char *place)
{
    g_autofree char *what = g_strdup_printf("expected status %d, got %d", expected, run->status);
    if (run->status != expected)
        fail(run, what, place);
}

void run_expect_text(const Run *run, const char *output, const char *text, bool is_there,
                     const char *place)
{
    g_autofree char *what =
        g_strdup_printf("%s on standard %s: '%s'", is_there ? "expected" : "did not expect",
                        output == run->out ? "output" : "error", text);
    if ((strstr(output, text) != NULL) != is_there)
        fail(run, what, place);
}

void run_expect_lines(const Run *run, const char *output, size_t n_lines, const char *place)
{
    size_t n = 0;
    for (const char *at = output; (at = strchr(at, '\n')) != NULL; at++)
        n++;
    bool ends_well = *output == '\0' || g_str_has_suffix(output, "\n");
    g_autofree char *what = g_strdup_printf("expected %zu whole lines on standard %s, got %zu",
                                            n_lines, output == run->out ? "output" : "error", n);
    if (n != n_lines || !ends_well)
        fail(run, what, place);
}

static bool is_bad(gunichar c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x200E && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C ||
           c == 0x200B || c == 0xFEFF;
}

static void expect_printable_text(const Run *run, const char *output, size_t bytes,
                                  const char *place)
{
    if (!g_utf8_validate_len(output, bytes, NULL)) {
        fail(run, "the output is not UTF-8", place);
        return;
    }
    for (const char *at = output; at < output + bytes; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!is_bad(c))
            continue;
        g_autofree char *what = g_strdup_printf("U+%04X reached the output", c);
        fail(run, what, place);
        return;
    }
}

void run_expect_printable(const Run *run, const char *place)
{
    expect_printable_text(run, run->out, run->out_bytes, place);
    expect_printable_text(run, run->err, run->err_bytes, place);
}

char *command_output(Home *home, const char *const *words)
{
    const ProgramSetup setup = { .home = home, .wrapper = words, .has_no_name = true };
    g_autoptr(Run) run = program_run(&setup);
    expect_status(run, 0);
    return g_steal_pointer(&run->out);
}
