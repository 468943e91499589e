// SPDX-License-Identifier: Apache-2.0
/* A screen: its keys, and how it is drawn from what is shown. Drawing reads and never changes. */
#pragma once
#include "canvas-private.h"
#include "fp-start.h"
#include "fp-view.h"
#include "keymap-private.h"

/* What there is to show. */
struct FpShown {
    const FpView *view;     /* of a session; NULL on the first screen */
    const FpStart *start;   /* the first screen's; else NULL */
    const char *place;      /* "session 12, saved"; NULL on the first screen */
    int scroll;             /* lines that the person has scrolled */
    const FpScreen *screen; /* that is drawn */
    const FpScreen *under;  /* help: whose keys it tells */
};

struct FpScreen {
    const char *name;
    const FpKeyTable *const *tables; /* ended by NULL */
    void (*draw)(const FpShown *shown, FpCanvas *canvas);
    bool is_typing; /* keys are text where no row has them */
    bool has_lines; /* of that text: an Enter with more right behind it is a line of a paste */
};

extern const FpScreen fp_screen_start, fp_screen_start_search, fp_screen_question, fp_screen_band,
    fp_screen_number, fp_screen_typed, fp_screen_options_search, fp_screen_note,
    fp_screen_review_search, fp_screen_review, fp_screen_outlook, fp_screen_result,
    fp_screen_why_not, fp_screen_form_choices, fp_screen_form_choices_last, fp_screen_form_field,
    fp_screen_form_field_last, fp_screen_form_replace, fp_screen_form_writing, fp_screen_help;

/* All of them, ended by NULL. */
extern const FpScreen *const fp_screens[];

/* screen-form.c: the one of a form that is open. */
const FpScreen *fp_screen_of_form(const FpViewForm *form);

/* The screen that a session's view asks for, in a window of this size. */
const FpScreen *fp_screen_of(const FpView *view, const FpCanvas *canvas);

/* Draws the screen, or, where the window is too small for any, that it is. */
void fp_screen_draw(const FpShown *shown, FpCanvas *canvas);

/* ---- frame.c: what stands around the body on every screen ---- */

/* Lays the screen out and draws title, rule and message. right: at the title's end; may be
 * NULL. n_done of n_all: told by the rule; 0 of 0: a plain one. */
typedef struct {
    const char *title, *right;
    const char *mark; /* a word at the title's end, before right; NULL: none */
    size_t n_done, n_all;
    const char *message; /* may be NULL */
    bool message_is_error;
    FpPanes panes; /* wanted */
} FpFrame;
/* Of a session's screen: its title, what stands at the end, progress and message. */
FpFrame fp_frame_of(const FpShown *shown, const char *title, const char *right);
FpLayout fp_frame_begin(FpCanvas *canvas, FpFrame frame);
/* Draws the bottom bar, once the body is drawn: what works may depend on what did not fit. */
void fp_frame_end(const FpShown *shown, FpCanvas *canvas, const FpLayout *layout);
