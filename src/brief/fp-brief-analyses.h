// SPDX-License-Identifier: Apache-2.0
/* What the engine finds about a verdict beside it: the outlook, what would change it, which answers
 * leave no path, how firmly it stands.
 *
 * They take some tens of milliseconds, so a screen makes its brief without them first, has them made
 * by another thread, and makes the brief anew when they are there. The tree may be shared between
 * threads; the sheet must be one that nobody changes meanwhile. */
#pragma once
#include "fp-changes.h"
#include "fp-outlook.h"
#include "fp-verdict.h"
#include <stdatomic.h>

typedef struct FpBriefAnalyses FpBriefAnalyses;

/* Makes all of them, each within FP_BUDGET_DEFAULT; one that its budget ends says so itself.
 *   verdict  of this sheet
 *   as_of    the judging date
 *   cancel   set by another thread: stop now; may be NULL
 *   Returns  the analyses, owned by the caller */
FpBriefAnalyses *fp_brief_analyses_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                                       const FpVerdict *verdict, FpDate as_of,
                                       const atomic_bool *cancel);
void fp_brief_analyses_free(FpBriefAnalyses *analyses); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpBriefAnalyses, fp_brief_analyses_free)

/* Two of them, for who shows more of them than a brief does; borrowed. */
const FpOutlook *fp_brief_analyses_outlook(const FpBriefAnalyses *analyses);
const FpChanges *fp_brief_analyses_changes(const FpBriefAnalyses *analyses);
