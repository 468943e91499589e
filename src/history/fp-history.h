// SPDX-License-Identifier: Apache-2.0
/* history: every session in one SQLite file, append-only, durable before the next key is read.
 *
 * May use       session (and below), SQLite
 * May not use   a terminal, the screen's state
 * In reading order
 *   fp-history.h       open, list, find; a record: one session, open for events
 *   data/sql/NNNN.sql  the schema, one migration a file
 *   open.c             in which order a file is found, judged and made ready
 *     place.c          the file and its folder: made 0700 and 0600, links and others' files refused
 *     settings.c       what every connection is told before it reads a byte
 *     schema.c         whose file it is; migrations.c, copy.c: the schema through its versions
 *   record.c           appending: event, chain, ledger, index, in one transaction
 *     link.c           an event as the chain has it; stored-tree.c: trees and facts by digest
 *     replay.c         a stored session read again, each link checked
 *   index.c            the plain tables (answer, verdict, reason, citation), rebuilt from events;
 *                      index-rows.c: their rows
 *   list.c, find.c     sessions by page, by number, by id
 *   verify.c           everything recomputed
 *   sql.c, sql-error.c SQLite's statements and codes
 * To add one           a migration: the next number in data/sql and in migrations.c
 *
 * Every failure here is FP_ERROR_HISTORY or one of its kin: exit status 3. */
#pragma once
#include "fp-session.h"

typedef struct FpHistory FpHistory;

typedef enum {
    FP_HISTORY_WRITE, /* made where it does not exist; migrated where it is older */
    FP_HISTORY_READ,  /* never written; a newer program's file opens too, with a warning */
} FpHistoryMode;

/* Opens a history. path: a file; its folder is made (0700) in WRITE mode.
 *   Errors  FP_ERROR_HISTORY…, one line that names the file, what is wrong and the mend
 *           FP_ERROR_NOT_FOUND: READ, and there is none yet (no session was ever saved there) */
FpHistory *fp_history_open(const char *path, FpHistoryMode mode, GError **error);
void fp_history_close(FpHistory *history); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpHistory, fp_history_close)

const char *fp_history_path(const FpHistory *history);
/* What to tell the person about this file (opened read-only since a newer program wrote it, …), or
 * NULL. Borrowed. */
const char *fp_history_warning(const FpHistory *history);

/* A session in a list. */
typedef struct {
    int64_t number;
    char *id;
    int64_t started_ms, last_ms;
    char *tree_id, *tree_version, *tree_title;
    char *title;   /* NULL: none given */
    char *outcome; /* id, of the verdict in force; NULL: none, or no path */
    char *outcome_title;
    FpSessionState state;
    bool has_verdict; /* finished at least once and not reopened since */
    int64_t n_events;
    int64_t n_answers; /* questions with something said, "I don't know" included */
} FpSessionSummary;
void fp_session_summary_free(FpSessionSummary *summary);

/* Sessions, newest first: the last started on top, whatever the clocks said. states: a bit for each FpSessionState (1 << state), 0 for all.
 *   Returns  an array of FpSessionSummary *, owned */
GPtrArray *fp_history_list(FpHistory *history, unsigned states, size_t offset, size_t limit,
                           GError **error);
/* How many there are in all. */
bool fp_history_count(FpHistory *history, unsigned states, size_t *out_count, GError **error);

/* The session that a person means: a number, a unique prefix of an id (at least 4 digits, not all
 * decimal), or "last": the one that the latest event of all went to.
 *   Errors  FP_ERROR_NOT_FOUND; FP_ERROR_BAD_INPUT: a prefix that several share (names them) */
bool fp_history_find(FpHistory *history, const char *spec, int64_t *out_number, GError **error);

/* A record: one session with its tree, folded, open for more events. Without a history (--no-save, or
 * one that cannot be written) it keeps its events in memory alone. */
typedef struct FpRecord FpRecord;

/* Starts a session on a tree: stores tree and facts by digest, the session and its `started` event.
 *   history  NULL: nothing is saved. Must outlive the record
 *   tree     taken, freed even where this fails */
FpRecord *fp_record_start(FpHistory *history, FpTree *tree, int64_t at_ms, GError **error);
/* The same with a first event of the caller's, `started` or `forked`. */
FpRecord *fp_record_start_with(FpHistory *history, FpTree *tree, const FpEvent *first,
                               GError **error);

/* Loads a session on its stored tree and facts, folding its events. history: must outlive the record.
 *   Errors  FP_ERROR_NOT_FOUND: no such session, or it was erased
 *           FP_ERROR_HISTORY_DAMAGED naming the event that is not what was written */
FpRecord *fp_record_load(FpHistory *history, int64_t number, GError **error);
void fp_record_free(FpRecord *record); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpRecord, fp_record_free)

/* Folds an event in and makes it durable. On an error the session is as before and nothing is stored:
 * the caller may try again.
 *   Errors  FP_ERROR_HISTORY_BUSY, FP_ERROR_HISTORY (disk full, …; or the session went on in another
 *           instance: says so), FP_ERROR_BAD_INPUT (an event that is not possible) */
bool fp_record_append(FpRecord *record, const FpEvent *event, GError **error);

const FpSession *fp_record_session(const FpRecord *record);
const FpTree *fp_record_tree(const FpRecord *record);
const FpCompiledTree *fp_record_compiled(const FpRecord *record);
bool fp_record_is_saved(const FpRecord *record);
int64_t fp_record_number(const FpRecord *record); /* 0 where not saved */
const char *fp_record_id(const FpRecord *record); /* 32 hex digits */
/* The digest of the last event of content, as text "sha256:…": what a brief prints. Borrowed. */
const char *fp_record_digest(const FpRecord *record);

/* Recomputes every chain and the ledger, and compares the index with the events.
 *   Returns  false with FP_ERROR_HISTORY_DAMAGED naming the first session and event that differ */
bool fp_history_verify(FpHistory *history, GError **error);
