// SPDX-License-Identifier: Apache-2.0
/* The ways in which the tests of the screens begin. */
#pragma once
#include "session.h"
#include "terminal.h"

/* `ask` on a tree of the tests, at its first screen. */
Terminal *open_tree(Home *home, const char *tree);
Terminal *open_tree_sized(Home *home, const char *tree, int columns, int rows);
Terminal *open_tree_with(Home *home, const char *tree, const char *const *environment);
/* And on, to the first question. */
Terminal *open_question(Home *home, const char *tree);
Terminal *open_question_sized(Home *home, const char *tree, int columns, int rows);
/* From the first screen to the first question. */
void begin(Terminal *terminal);
/* From the first screen of `walk` to its result: the path. */
void answer_walk(Terminal *terminal);
/* Another of the program's commands. */
Terminal *open_command(Home *home, const char *const *arguments);
/* q, and the program ends well. */
void leave(Terminal *terminal);
/* The same where something is not accepted yet: it is told of once. */
void leave_without(Terminal *terminal);
/* Scrolls what does not fit down until text is in view. */
void scroll_to(Terminal *terminal, const char *text);
/* The line between the panes stands in the same column on every row. */
void expect_straight_wall(Terminal *terminal);
