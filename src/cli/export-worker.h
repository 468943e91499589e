// SPDX-License-Identifier: Apache-2.0
/* A worker: a process that exports one session after another while this one counts. A process, not a
 * thread: the language that it writes in is its own, and a session that ends it ends no other. */
#pragma once
#include <sys/types.h>

#include "export.h"

typedef enum {
    FP_EXPORT_WRITTEN,
    FP_EXPORT_KEPT, /* a file of that name was there */
    FP_EXPORT_FAILED,
} FpExportFate;

/* What became of one session. */
typedef struct {
    FpExportFate fate;
    bool mixes_languages;
    char text[1024]; /* the file's name; of a failure, why: cut where it is longer */
} FpExportReply;

typedef struct {
    const FpExport *export;
    const char *history; /* its path */
    const char *folder;
    const GPtrArray *summaries; /* of FpSessionSummary: the sessions by index */
} FpExportWork;                 /* all borrowed */

#define FP_WORKER_IDLE SIZE_MAX

typedef struct {
    pid_t pid;  /* 0: it is not running */
    int fd;     /* this end of the way to it */
    size_t job; /* the index it is at; FP_WORKER_IDLE */
} FpExportWorker;

/* Starts one. No history may be open here: SQLite's connections do not live through a fork.
 *   Errors  FP_ERROR_IO */
bool fp_export_worker_start(FpExportWorker *worker, const FpExportWork *work, GError **error);
/* Gives it a session by its index in the summaries. False where it is no longer there. */
bool fp_export_worker_give(FpExportWorker *worker, size_t job);
/* Takes its answer; waits for it. False where it ended without one. The worker is idle then. */
bool fp_export_worker_take(FpExportWorker *worker, FpExportReply *out_reply);
/* Lets it end after what it is at, and waits for that. */
void fp_export_worker_end(FpExportWorker *worker);
