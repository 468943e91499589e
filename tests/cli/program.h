// SPDX-License-Identifier: Apache-2.0
/* The real program as a process with pipes: what it writes and how it ends. */
#pragma once
#include "home.h"
#include <stdbool.h>

typedef struct {
    Home *home;
    const char *const *arguments;   /* after the program's name */
    const char *input;              /* standard input; NULL: empty */
    const char *const *environment; /* changes, see home_environment() */
    const char *const *wrapper;     /* words in front of the program, as setpriv and its options */
    void (*prepare)(void);          /* called in the child just before the program begins */
    const char *folder;             /* to run in; NULL: this one */
    bool has_no_name;               /* an empty argument vector, without even the name */
} ProgramSetup;

typedef struct {
    char *out, *err; /* NUL-terminated; NUL bytes within stay */
    size_t out_bytes, err_bytes;
    int status; /* the exit status; 128 + n for signal n */
} Run;

/* Runs the program to its end; past a minute it is killed and the test fails. */
Run *program_run(const ProgramSetup *setup);
void run_free(Run *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Run, run_free)

/* run(home, "history", "--json", NULL) */
Run *run(Home *home, ...) G_GNUC_NULL_TERMINATED;
Run *run_with_input(Home *home, const char *input, ...) G_GNUC_NULL_TERMINATED;

/* Expectations; on failure both outputs are shown and the test goes on, failed. */
#define expect_status(run, expected) run_expect_status((run), (expected), G_STRLOC)
#define expect_out(run, text)        run_expect_text((run), (run)->out, (text), true, G_STRLOC)
#define expect_err(run, text)        run_expect_text((run), (run)->err, (text), true, G_STRLOC)
#define expect_not_out(run, text)    run_expect_text((run), (run)->out, (text), false, G_STRLOC)
#define expect_not_err(run, text)    run_expect_text((run), (run)->err, (text), false, G_STRLOC)
#define expect_silent_out(run)       run_expect_lines((run), (run)->out, 0, G_STRLOC)
#define expect_silent_err(run)       run_expect_lines((run), (run)->err, 0, G_STRLOC)
#define expect_one_line_err(run)     run_expect_lines((run), (run)->err, 1, G_STRLOC)

void run_expect_status(const Run *run, int expected, const char *place);
void run_expect_text(const Run *run, const char *output, const char *text, bool is_there,
                     const char *place);
void run_expect_lines(const Run *run, const char *output, size_t n_lines, const char *place);

/* Neither output holds a control character but the line feed, nor one that reorders text. */
#define expect_printable(run) run_expect_printable((run), G_STRLOC)
void run_expect_printable(const Run *run, const char *place);

/* The output of another command, as sqlite3 or setpriv; fails the test where it ends with another
 * status than 0. Owned. */
char *command_output(Home *home, const char *const *words);
