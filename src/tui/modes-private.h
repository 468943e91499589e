// SPDX-License-Identifier: Apache-2.0
/* The terminal's modes beyond what ncurses sets by itself, and the bytes that undo all of them. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <termios.h>

typedef struct {
    struct termios before; /* the line's modes as they were */
    const char *on, *off;  /* paste and clicks; "" where the terminal knows neither */
} FpModes;

/* What terminfo has for a capability; "" where it has none. Once ncurses has the terminal. */
const char *fp_modes_capability(const char *name);

/* Chooses what to switch for this terminal. `before` is the caller's to fill. */
void fp_modes_choose(FpModes *modes, bool mouse);
void fp_modes_switch_on(const FpModes *modes);
void fp_modes_switch_off(const FpModes *modes);

/* Gives the terminal back for a while, and takes it again: all but the line's modes, which
 * reset_prog_mode(3) sets. endwin(3) is not for that: coming back from it, ncurses resets the terminal's
 * palette, which a person may have set and we have not touched. */
void fp_modes_step_aside(const FpModes *modes);
void fp_modes_step_back(const FpModes *modes);

/* Keys one by one, as they come. Ctrl-C, Ctrl-Z and Ctrl-\ stay signals. */
void fp_modes_take_keys(void);

/* Gives the terminal back where nothing but write(2) can be called any more. Owned. */
char *fp_modes_restoring_bytes(const FpModes *modes);
