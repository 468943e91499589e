// SPDX-License-Identifier: Apache-2.0
/* What the module for PDF and its loader agree on. The module knows the plan and nothing else of the
 * program: all that it calls is Pango, Cairo and GLib. */
#pragma once
#include "fp-brief-plan.h"

#define PDF_MODULE_FILE   "fingerpost-pdf.so"
#define PDF_MODULE_SYMBOL "fp_pdf_draw"

typedef struct {
    double width_pt, height_pt;
} PdfPaper;

/* Returns the file's bytes, owned by the caller; NULL with a reason in out_fault, owned too. */
typedef GBytes *(*PdfDraw)(const FpBriefPlan *plan, PdfPaper paper, char **out_fault);
GBytes *fp_pdf_draw(const FpBriefPlan *plan, PdfPaper paper, char **out_fault);
