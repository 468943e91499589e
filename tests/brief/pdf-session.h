// SPDX-License-Identifier: Apache-2.0
/* Random sessions for pages: of the trees that are shipped, and of trees with absurd texts; with titles,
 * notes and names in many scripts. */
#pragma once
#include "fp-brief.h"

typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
    FpSession *session;
    FpVerdict *verdict;
    FpBriefAnalyses *analyses;
    FpBrief *brief;
} PdfSession;

PdfSession *pdf_session_new(GRand *random);
void pdf_session_free(PdfSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfSession, pdf_session_free)
