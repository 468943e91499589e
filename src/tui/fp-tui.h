// SPDX-License-Identifier: Apache-2.0
/* tui: the terminal's screens. They draw what dialogue says and turn keys into its actions.
 *
 * May use       dialogue, history (and below), ncurses
 * May not use   cli; ncurses outside this folder
 * In reading order
 *   fp-tui.h            what cli may call
 *   terminal-private.h  opening and giving back the terminal; keys, paste, resize, signals; names the
 *                       files of reading: decoder.c, sequence.c, paste.c
 *   theme-private.h     few colours with meaning; marks and lines in Unicode or ASCII
 *   layout-private.h    sizes to panes; pure
 *   canvas-private.h    drawing text on cells: every foreign text goes through it, made printable
 *   lines-private.h     styled lines made before they are drawn, so that they can be scrolled
 *   keymap-private.h    rows of key, word, help and action; the bottom bar and help read them
 *   screen-private.h    a screen: keys and draw; screens are listed in screens.c
 *   question-private.h  the parts of a question's screen; search-line-private.h: searching in lists
 *   state-marks-private.h  the marks of questions
 *   outlook-private.h   what can still win, in a pane; outlook-worker-private.h: its thread
 *   brief-lines-private.h  the brief's lines
 *   screen-start.c, screen-question.c, screen-outlook.c, screen-review.c, screen-result.c,
 *   screen-why-not.c, screen-form.c, screen-help.c
 *   fp-write-brief.h    the file that a form asks for
 *   loop-private.h      the loop; what it runs: run-start.c, run-session.c
 * To add one          a screen: screen-NAME.c, a row in screens.c, tests/terminal/test-NAME.c
 *
 * Drawing reads state and never changes it. The way of a key is in loop.c: one loop, one way round. */
#pragma once
#include "fp-history.h"
#include "fp-start.h"
#include "fp-wizard.h"

typedef struct {
    bool no_color; /* NO_COLOR or --no-color: bold, reverse, underline alone */
    bool ascii;    /* lines and marks in ASCII; set by itself where the charset is not UTF-8 */
    bool mouse;    /* clicks choose; off where --no-mouse */
    const char *charset; /* nl_langinfo(CODESET); copied */
} FpTuiOptions;

typedef struct FpTui FpTui;

/* True where the terminal can carry screens: standard input and output are terminals, TERM is known and
 * can address the cursor. Else out_reason says why, in a sentence for the person (owned). */
bool fp_tui_is_possible(char **out_reason);

/* Takes the terminal over (alternate screen) until close. The terminal is given back as it was on every
 * way out but SIGKILL: close, exit, a fatal signal, a crash, and between Ctrl-Z and fg.
 *   Errors  FP_ERROR_IO where the terminal refuses after all */
FpTui *fp_tui_open(const FpTuiOptions *options, GError **error);
void fp_tui_close(FpTui *tui); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTui, fp_tui_close)

typedef enum {
    FP_TUI_DONE,   /* the person chose, or left */
    FP_TUI_HANGUP, /* the terminal is gone: leave quietly */
    FP_TUI_SIGNALLED /* SIGINT, SIGTERM and all that end it so: fp_tui_signal() says which; exit 128 + n */
} FpTuiEnd;

/* Does what the first screen need not wait for: called once, when the screen stands and before a key is
 * acted on. May change what is shown. False: there is no going on. */
typedef bool (*FpTuiSettle)(void *data);

/* Runs the first screen until something is chosen or the person leaves.
 *   settle    may be NULL; where it says false, the run is over and *out_step is FP_START_STAYS */
FpTuiEnd fp_tui_run_start(FpTui *tui, FpStart *start, FpTuiSettle settle, void *settle_data,
                          FpStartStep *out_step);

/* Runs a session until the person leaves. Every event is durable (fp_record_append) before the next
 * key is read; an event that cannot be kept is told on the screen and can be tried again.
 *   language  of the tree's texts; NULL: the tree's own */
FpTuiEnd fp_tui_run_session(FpTui *tui, FpRecord *record, const char *language);

int fp_tui_signal(const FpTui *tui);
