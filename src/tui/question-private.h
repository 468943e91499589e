// SPDX-License-Identifier: Apache-2.0
/* The parts of a question's screen, each as lines that the screen gives rows to. */
#pragma once
#include "lines-private.h"
#include "screen-private.h"

/* How much an option says. */
typedef enum {
    FP_TELL_SPACED,  /* help under each, blank lines between */
    FP_TELL_ALL,     /* help under each */
    FP_TELL_FOCUSED, /* the focused one's help, at a place of its own below */
    FP_TELL_LABELS,  /* no help */
} FpTelling;

void fp_question_add_head(FpLines *lines, const FpView *view, bool names_theme, bool is_roomy);
void fp_question_add_why(FpLines *lines, const FpView *view, bool is_roomy);
void fp_question_add_options(FpLines *lines, const FpView *view, FpTelling telling);
/* Draws the options in an area, with as much help as fits, and puts the cursor on the focused one. */
void fp_question_draw_options(FpCanvas *canvas, const FpView *view, FpArea area, FpFollow follow,
                              bool is_roomy);
/* Rows that the options would take with all their help. */
int fp_question_options_rows(const FpCanvas *canvas, const FpView *view, int columns,
                             bool is_roomy);

/* The note, or the field in which it is edited; then the cursor's place in lines is set. */
void fp_question_add_note(FpLines *lines, const FpView *view, bool is_roomy, int *out_cursor_line,
                          int *out_cursor_column);

/* ---- themes-pane.c ---- */
void fp_themes_draw(FpCanvas *canvas, const FpView *view, FpArea area);
