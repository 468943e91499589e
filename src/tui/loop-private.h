// SPDX-License-Identifier: Apache-2.0
/* The loop, the same for the first screen and for a session: key, action, what becomes of it, drawing. */
#pragma once
#include "screen-private.h"
#include "terminal-private.h"

struct FpTui {
    FpTerminal *terminal;
    FpCanvas canvas;
};

/* What is run: a state machine behind the screens. */
typedef struct {
    void *data;
    /* What to show now; fills view or start, place and screen. */
    void (*show)(void *data, FpShown *out_shown);
    /* Takes an action. True where another question is shown than before: what was typed ahead was not
     * meant for it. */
    bool (*act)(void *data, const FpAction *action);
    bool (*is_over)(void *data);
    /* What the terminal watches for it is readable: takes it in. NULL where nothing is watched. */
    void (*hear)(void *data);
    /* Says something until the next action; NULL where there is no room for it. */
    void (*tell)(void *data, const char *message);
    /* Does, once it is drawn, what the drawing need not wait for. True where something was done, and
     * it is to be drawn anew. May be NULL. */
    bool (*settle)(void *data);
    bool takes_typed_ahead; /* keys that came before the first drawing are meant for it */
} FpPlay;

FpTuiEnd fp_loop_run(FpTui *tui, const FpPlay *play);
