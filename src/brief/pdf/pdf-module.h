// SPDX-License-Identifier: Apache-2.0
/* What the module for PDF and its loader agree on. The module knows the plan, the logo and nothing
 * else of the program: all that it calls is Pango, Cairo, librsvg and GLib. */
#pragma once
#include "brief-logo.h"
#include "fp-brief-plan.h"

#define PDF_MODULE_FILE   "fingerpost-pdf.so"
#define PDF_MODULE_SYMBOL "fp_pdf_module"

typedef struct {
    double width_pt, height_pt;
} PdfPaper;

/* The module's one symbol. A fault is a reason in words, owned by the caller. */
typedef struct {
    /* Returns the file's bytes, owned by the caller; NULL with a fault. */
    GBytes *(*draw)(const FpBriefPlan *plan, PdfPaper paper, char **out_fault);
    /* Whether a face that is installed has a character; the closure is not used. */
    bool (*can_show)(gunichar character, void *closure);
    /* Draws a logo nowhere. Returns a fault; NULL where it can be drawn. */
    char *(*try_logo)(const FpBriefLogo *logo);
} PdfModule;
extern const PdfModule fp_pdf_module;
