// SPDX-License-Identifier: Apache-2.0
/* A home of its own for a test: HOME, the data home and files in a temporary folder, and the
 * environment in which the real program finds no other. Sanitizers of the program write their reports
 * here; one that is there at the end fails the test. */
#pragma once
#include <glib.h>

typedef struct Home Home;

Home *home_new(void);
void home_free(Home *home); /* removes the folder; takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Home, home_free)

/* Paths live as long as the home. */
const char *home_path(Home *home, const char *name);
const char *home_history(Home *home); /* where the program keeps the usual history */
const char *home_write(Home *home, const char *name, const char *text); /* gives the path */
char *home_read(Home *home, const char *name); /* owned; NULL: no such file */
/* Lets the user with the id 65534 write here. */
void home_give_to_nobody(Home *home);

/* The program's environment: names in changes are set ("NAME=value") or unset ("NAME"). NULL: none. */
char **home_environment(Home *home, const char *const *changes);

const char *program_path(void);      /* the real program */
char *source_path(const char *name); /* a file of the source tree; owned */
char *tree_path(const char *name); /* a tree of the tests: tests/terminal/trees/NAME.yaml; owned */

/* A list of arguments or of environment changes, for a call. */
#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })
