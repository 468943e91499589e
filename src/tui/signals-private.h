// SPDX-License-Identifier: Apache-2.0
/* Signals while the terminal is ours. Handlers set flags and write a byte to a pipe; the loop does the
 * work. A crash is the exception: its handler gives the terminal back with write(2) and dies.
 *
 * A signal that was ignored when the program was started (nohup), or that the program itself ignores,
 * stays ignored. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <termios.h>

/* Installs the handlers.
 *   Errors  FP_ERROR_IO: no pipe to be had */
bool fp_signals_open(GError **error);
void fp_signals_close(void); /* puts back what stood there before */

/* Readable while a signal waits to be seen to; fp_signals_drain() makes it wait again. */
int fp_signals_fd(void);
void fp_signals_drain(void);

/* The signal that ends the program; 0: none came. Stays. */
int fp_signals_fatal(void);
/* True once for each time that the size changed; that we were continued; that we are to stop. */
bool fp_signals_take_resize(void);
bool fp_signals_take_continue(void);
bool fp_signals_take_stop(void);

/* Stops as SIGTSTP would have; returns when continued, or at once in an orphaned process group, whose
 * stop the kernel discards. */
void fp_signals_stop(void);

/* What gives the terminal back where nobody can be asked any more: at a crash, or at an exit() without
 * fp_tui_close(). At most 511 bytes are kept. NULL: nothing is to be given back any more. */
void fp_signals_set_restore(const char *bytes, const struct termios *modes);
