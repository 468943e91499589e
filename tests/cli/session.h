// SPDX-License-Identifier: Apache-2.0
/* Sessions through plain mode, for tests that need some in a history. */
#pragma once
#include "json.h"
#include "program.h"

/* Answers that lead through the tree "walk" to its result, one a line. */
#define WALK_ANSWERS "family\nbaby\ntent rope\n3\nwet\n"

/* `ask --plain` on a tree of the tests, standard input as given. */
Run *ask(Home *home, const char *tree, const char *input);
/* `resume --plain SESSION`. */
Run *resume(Home *home, const char *session, const char *input);
/* `show SESSION --json`. */
Json *show(Home *home, const char *session);
/* `history --json`. */
Json *list_history(Home *home);
