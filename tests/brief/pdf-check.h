// SPDX-License-Identifier: Apache-2.0
/* What is promised of every page, asked of poppler: each check ends the test with what it found. */
#pragma once
#include "fp-brief-plan.h"

/* A page as it was drawn. */
typedef struct {
    GBytes *bytes;
    const FpBriefPlan *plan; /* for the same paper */
    double width_pt, height_pt;
} PdfChecked;

/* One page of that size; all text inside the margins, no two characters on each other; all faces
 * embedded; text in the plan's order; links to http and https alone, no JavaScript; title, author, subject,
 * day and language told. */
void pdf_check(const PdfChecked *page);

/* All that the file tells of itself: title, author, subject, keywords, a line each. Owned. */
char *pdf_read_properties(GBytes *bytes);
