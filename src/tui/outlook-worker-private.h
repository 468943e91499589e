// SPDX-License-Identifier: Apache-2.0
/* The exact analyses, made by a thread of their own: a key never waits for them.
 *
 * One sheet at a time, the latest: asking again ends what is under way. The tree is shared with the
 * thread, which changes nothing of it; the sheet is copied. */
#pragma once
#include "fp-brief-analyses.h"

typedef struct FpOutlookWorker FpOutlookWorker;

/* compiled: borrowed; must outlive the worker.
 *   Errors  FP_ERROR_IO: no pipe or no thread to be had */
FpOutlookWorker *fp_outlook_worker_new(const FpCompiledTree *compiled, GError **error);
void fp_outlook_worker_free(FpOutlookWorker *worker); /* ends what is under way; takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpOutlookWorker, fp_outlook_worker_free)

/* Asks for the analyses of a sheet, judged by a day. What was asked for before is dropped.
 *   generation  comes back with them */
void fp_outlook_worker_ask(FpOutlookWorker *worker, const FpAnswerSheet *sheet, FpDate as_of,
                           uint64_t generation);

/* Readable once analyses are there to be taken. */
int fp_outlook_worker_fd(const FpOutlookWorker *worker);
/* What was asked for last, once; NULL where it is not there (yet). Owned by the caller. */
FpBriefAnalyses *fp_outlook_worker_take(FpOutlookWorker *worker, uint64_t *out_generation);
