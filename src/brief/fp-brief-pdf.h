// SPDX-License-Identifier: Apache-2.0
/* A brief as a PDF of one page. Pango and Cairo are in a module that is loaded here: a program that
 * draws no page does not pay for them. */
#pragma once
#include "fp-brief-look.h"
#include "fp-brief.h"

/* Draws the plan of the page (fp-brief-plan.h). The same brief gives the same bytes where the same
 * faces are installed.
 *   Returns  the file's bytes, owned by the caller
 *   Errors   FP_ERROR_NOT_FOUND: the module is not installed; FP_ERROR_IO: it cannot be used */
GBytes *fp_brief_to_pdf(const FpBrief *brief, const FpBriefLook *look, GError **error);
