// SPDX-License-Identifier: Apache-2.0
/* How a page looks that a brief is drawn on: its paper, and the organisation's logo. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum { FP_PAPER_A4, FP_PAPER_LETTER } FpPaper;

/* A picture that can be drawn: checked when it is made. Where the module for PDF is installed, it is also
 * drawn once, so that a damaged one is refused before a file is written; without it, what can be told without
 * drawing is. */
typedef struct FpBriefLogo FpBriefLogo;

#define FP_LOGO_BYTES_MAX  (1024 * 1024)
#define FP_LOGO_PIXELS_MAX 4000000 /* width times height; of a PNG */

/* PNG or SVG; which of them it is told by its content. An SVG may hold no script, no entities, nothing
 * from outside the file, and only so much: what it repeats is counted. A long path that crosses
 * itself all over can still take long to draw.
 *   bytes    borrowed; kept by a reference
 *   Returns  the logo, owned by the caller
 *   Errors   FP_ERROR_BAD_INPUT: neither PNG nor SVG, or damaged, or an SVG with what is not allowed;
 *            FP_ERROR_TOO_LARGE: more bytes or pixels than the limits, or too much to draw */
FpBriefLogo *fp_brief_logo_new(GBytes *bytes, GError **error);
void fp_brief_logo_free(FpBriefLogo *logo); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpBriefLogo, fp_brief_logo_free)

typedef struct {
    FpPaper paper;
    const FpBriefLogo *logo; /* may be NULL */
} FpBriefLook;
