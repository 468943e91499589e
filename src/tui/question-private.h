// SPDX-License-Identifier: Apache-2.0
/* The parts of a question's screen, each as lines that the screen gives rows to. */
#pragma once
#include "lines-private.h"
#include "screen-private.h"

/* ---- question-keys.c: tables ended by NULL ---- */

extern const FpKeyTable *const fp_question_tables[]; /* options */
extern const FpKeyTable *const fp_band_tables[];     /* a number's ranges */
extern const FpKeyTable *const fp_number_tables[];   /* its field, nothing begun */
extern const FpKeyTable *const fp_typed_tables[];    /* its field, a number begun */
extern const FpKeyTable *const fp_note_tables[];

/* Blank lines in the head. */
typedef enum { FP_AIR_NONE, FP_AIR_LITTLE, FP_AIR_FULL } FpAir;

void fp_question_add_head(FpLines *lines, const FpView *view, bool names_theme, FpAir air);
void fp_question_add_why(FpLines *lines, const FpView *view, bool is_roomy);

/* How much the list of options says. */
typedef enum {
    FP_TELL_SPACED, /* help under each, blank lines between */
    FP_TELL_ALL,    /* help under each */
    FP_TELL_LABELS, /* no help in the list */
} FpTelling;

/* Returns how many lines there are then; stops once they are more than max_lines. */
int fp_question_add_options(FpLines *lines, const FpView *view, FpTelling telling, int max_lines);
bool fp_question_has_help(const FpView *view);
int fp_question_label_column(const FpCanvas *canvas, const FpView *view);
/* Where the cursor stands on the line of what is focused. */
int fp_question_cursor_column(const FpCanvas *canvas, const FpView *view);

/* The note, or the field in which it is edited; then the cursor's place in lines is set. */
void fp_question_add_note(FpLines *lines, const FpView *view, bool is_roomy, int *out_cursor_line,
                          int *out_cursor_column);

/* ---- options-pane.c ---- */

/* Draws the options with as much help as fits, and puts the cursor on the focused one. */
void fp_options_draw(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                     bool is_roomy);
/* Rows that they would take, told so; at most max_rows. */
int fp_options_rows(const FpCanvas *canvas, const FpView *view, int columns, FpTelling telling,
                    int max_rows);

/* ---- themes-pane.c ---- */

void fp_themes_draw(FpCanvas *canvas, const FpView *view, FpArea area);
