// SPDX-License-Identifier: Apache-2.0
/* The terminal: taken over, listened to, given back.
 *
 * ncurses draws; reading is our own (decoder-private.h), since a reply that comes late, a torn sequence
 * or a closed terminal must neither type nor spin. In reading order
 *   terminal.c   open, close, stop and go on, resize; one way in for keys, signals and hang-up
 *   modes.c      what is switched on, and the bytes that undo it
 *   signals.c    handlers: a flag and a byte in a pipe; a crash gives the terminal back by itself
 *   decoder.c    bytes to keys; sequence.c: what an escape sequence means; paste.c */
#pragma once
#include "fp-tui.h"
#include "keys-private.h"

/* Smaller windows are told so; see layout-private.h. Larger ones than this are drawn this large. */
#define FP_TERMINAL_MAX_CELLS 1000

typedef struct FpTerminal FpTerminal;

FpTerminal *fp_terminal_open(const FpTuiOptions *options, GError **error);
void fp_terminal_close(FpTerminal *terminal); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTerminal, fp_terminal_close)

/* Waits for the next input. */
FpInput fp_terminal_read(FpTerminal *terminal);
/* Something else to wait for: FP_INPUT_NEWS where it is readable and no input is there; whoever gave it
 * makes it wait again. -1: nothing else. */
void fp_terminal_watch(FpTerminal *terminal, int fd);
/* True where another key that types, or Enter, has come in already. */
bool fp_terminal_has_text_ahead(FpTerminal *terminal);
/* True where a whole input is waiting: a drawing now would be drawn over at once. */
bool fp_terminal_has_input(const FpTerminal *terminal);
/* Drops what was typed ahead, pastes included. True where there was anything. */
bool fp_terminal_drop_input(FpTerminal *terminal);

/* The next drawing repaints every cell. */
void fp_terminal_repaint(FpTerminal *terminal);

/* The signal that ended the last wait; 0: none. */
int fp_terminal_signal(const FpTerminal *terminal);
