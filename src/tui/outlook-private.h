// SPDX-License-Identifier: Apache-2.0
/* Where it points now and what can still win: beside the question where there is room, else on a screen
 * of its own. */
#pragma once
#include "lines-private.h"
#include "screen-private.h"

/* Showing it; finishing, where it is settled. They stand behind the screen's own keys of going. */
extern const FpKeyTable fp_keys_outlook, fp_keys_finish;

/* The pane that the layout has for it, with the line between it and the body. */
void fp_outlook_draw(FpCanvas *canvas, const FpView *view, const FpLayout *layout);
/* How much room is taken: the numbers between are less and less of it. */
enum { FP_OUTLOOK_SPACED = 0, FP_OUTLOOK_PLAIN = 2, FP_OUTLOOK_TIGHT = 5 };
/* All that there is to say. */
void fp_outlook_add_all(FpLines *lines, const FpViewOutlook *outlook, size_t fit);

/* The word that stays at the title's end while it is settled with questions open; else NULL. */
const char *fp_outlook_mark(const FpView *view);
