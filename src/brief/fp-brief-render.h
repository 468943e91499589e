// SPDX-License-Identifier: Apache-2.0
/* Renderers of a brief, in a table: `export --format` and its help read it. */
#pragma once
#include "fp-brief-pdf.h"

typedef struct {
    const char *name;        /* as --format takes it: "text", "md" */
    const char *extension;   /* ".md" */
    const char *description; /* N_() */
    /* One of the three; the result is owned by the caller. */
    char *(*render)(const FpBrief *brief);                               /* a text */
    char *(*render_look)(const FpBrief *brief, const FpBriefLook *look); /* a text with a look */
    GBytes *(*draw)(const FpBrief *brief, const FpBriefLook *look, GError **error); /* pages */
} FpBriefRenderer;

extern const FpBriefRenderer fp_brief_renderers[];
extern const size_t fp_n_brief_renderers;
const FpBriefRenderer *fp_brief_renderer_find(const char *name); /* NULL where there is none */

/* A brief in a format, as a file's bytes; NUL-terminated beyond their end where it is a text.
 *   look     for formats that have one; borrowed for the call
 *   Returns  owned by the caller
 *   Errors   those of fp_brief_to_pdf(); a text never fails */
GBytes *fp_brief_render(const FpBriefRenderer *renderer, const FpBrief *brief,
                        const FpBriefLook *look, GError **error);

/* What a line is, so that a screen can style it; a text file ignores it. */
typedef enum {
    FP_LINE_BLANK,
    FP_LINE_TITLE,   /* the headline */
    FP_LINE_HEADING, /* a section's name */
    FP_LINE_STRONG,  /* the main words of an item */
    FP_LINE_BODY,
    FP_LINE_DETAIL,  /* less important: answers that led to a reason, locators */
    FP_LINE_WARNING, /* limits, stale, close call */
} FpLineStyle;

typedef struct {
    FpLineStyle style;
    char *text; /* printable, at most width cells, indented with spaces */
} FpBriefLine;

/* The whole brief as lines for a width (at least 20 cells; what passes 96 is left free, for the eye's
 * sake), safe to print. ascii: no characters beyond ASCII for marks and rules. Returns an array of
 * FpBriefLine *, owned. */
GPtrArray *fp_brief_to_lines(const FpBrief *brief, size_t width, bool ascii);
/* What a person reads first: up to the next steps. */
GPtrArray *fp_brief_to_short_lines(const FpBrief *brief, size_t width, bool ascii);

/* Why not another outcome, as lines: its title, what rules it out, and its points so that a person can
 * redo the sum: each reason for and against it, what does not count in brackets with what counts in
 * its place, the sum, and how that stands to the winner's.
 *   other  index into the brief's others */
GPtrArray *fp_brief_why_not_to_lines(const FpBrief *brief, size_t other, size_t width, bool ascii);

/* The whole brief as one text, and what a person reads first: up to the next steps. Addresses and digests
 * stay whole, whatever the width. */
char *fp_brief_to_text(const FpBrief *brief, size_t width, bool ascii);
char *fp_brief_to_short_text(const FpBrief *brief, size_t width, bool ascii);
