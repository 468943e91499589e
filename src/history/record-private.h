// SPDX-License-Identifier: Apache-2.0
/* A record's parts: record.c folds, record-store.c puts into the file, record-ways.c goes on. */
#pragma once
#include "link-private.h"
#include "random-private.h"
#include "shared-tree-private.h"

struct FpRecord {
    FpHistory *history;     /* NULL: nothing is saved */
    FpHistory *own_history; /* the same where the record opened it itself; else NULL */
    FpSharedTree *shared;   /* that the next two are of */
    const FpTree *tree;
    const FpCompiledTree *compiled;
    FpSession *session;
    int64_t number; /* 0: not in the file yet */
    char id[FP_SESSION_ID_DIGITS + 1];
    GArray *links;    /* FpLink, one an event of the session */
    guint n_stored;   /* of them, the first so many stand in the file */
    char *digest;     /* of the last event of content */
    bool may_wait;    /* nothing is stored before something is said */
    bool is_behind;   /* the person went on though the file failed */
    bool has_failed;  /* the last try to store */
    int64_t retry_us; /* behind: when it is tried again by itself, on the monotonic clock */
    int lock_fd;      /* -1: not claimed */
};

/* Puts all links that the file lacks into it, in one transaction, with the index as `session`, which
 * has folded them all, has it. On an error nothing is stored. */
bool fp_record_store(FpRecord *record, const FpSession *session, GError **error);

/* After a try to store: it is behind no more, and claimed; or when it is tried again by itself. */
void fp_record_note_saved(FpRecord *record);
void fp_record_note_failure(FpRecord *record);
/* Others may open the session: it is claimed no more. */
void fp_record_let_go(FpRecord *record);
