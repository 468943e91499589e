// SPDX-License-Identifier: Apache-2.0
/* The parts of a terminal: the pseudo-terminal and the process (terminal.c), keys (terminal-keys.c),
 * the screen as text (terminal-screen.c), what is waited for (terminal-expect.c). */
#pragma once
#include "sequences.h"
#include "terminal.h"
#include <termios.h>
#include <vterm.h>

struct Terminal {
    int pty;     /* our side; -1 after a hang-up or the end */
    int process; /* a descriptor of the process; -1 once it is waited for */
    pid_t pid;
    int status; /* once process is -1 */
    VTerm *vterm;
    VTermScreen *screen;
    VTermPos cursor;
    Judge *judge;
    struct termios modes_before, modes_after;
    int rows, columns;
    char *look; /* when the last key was pressed; see terminal_look() */
    bool has_failed;
};

/* Milliseconds by the monotonic clock. */
gint64 terminal_now_ms(void);

extern const VTermScreenCallbacks terminal_screen_callbacks;
/* All that can be seen: text, attributes, the cursor; to be compared. Owned. */
char *terminal_look(const Terminal *terminal);
/* Where text stands on the screen; see expect_screen() for '|'. */
bool terminal_find(const Terminal *terminal, const char *text, VTermPos *out_place);
/* The column of the first cell of the byte at an offset of a row's text. */
int terminal_column(const Terminal *terminal, int row, size_t offset);
