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
 *   record.c           appending an event; record-ways.c: going on where the file fails
 *     record-store.c   event, chain, ledger, index, in one transaction
 *     claim.c          who has a session open
 *     link.c           an event as the chain has it; stored-tree.c: trees and facts by digest;
 *                      shared-tree.c: one tree for the sessions that follow each other on it
 *     replay.c         a stored session read again, each link checked
 *   index.c            the plain tables (answer, verdict, reason, citation), rebuilt from events;
 *                      index-rows.c: their rows
 *   list.c, find.c     sessions by page, by number, by id; hint.c: the command that works on them
 *   verify.c           everything recomputed
 *   sql.c, sql-error.c SQLite's statements and codes
 * To add one           a migration: the next number in data/sql and in migrations.c
 *
 * Every failure here is FP_ERROR_HISTORY or one of its kin: exit status 3. */
#pragma once
#include "fp-session.h"

typedef struct FpHistory FpHistory;

typedef enum {
    FP_HISTORY_WRITE, /* made by the first write where it does not exist; migrated where it is older */
    FP_HISTORY_READ, /* never written; a newer program's file opens too, with a warning */
} FpHistoryMode;

/* Opens a history. path: a file. Where it does not exist, WRITE makes sure that it can be made, and makes
 * it and its folder (0700) with the first write: until then it is an empty one.
 *   Errors  FP_ERROR_HISTORY…, one line that names the file, what is wrong and the mend
 *           FP_ERROR_NOT_FOUND: READ, and there is none yet (no session was ever saved there) */
FpHistory *fp_history_open(const char *path, FpHistoryMode mode, GError **error);
void fp_history_close(FpHistory *history); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpHistory, fp_history_close)

const char *fp_history_path(const FpHistory *history);
/* What a command takes without --history: FINGERPOST_HISTORY, else the place by XDG; NULL where there is no
 * home. Owned. */
char *fp_history_usual_path(void);
/* The command that does something with the history at path, to be typed as it is: "fingerpost resume 3",
 * or with --history where a command would take another one without. path: NULL: there is none. Owned. */
char *fp_history_command(const char *path, const char *rest);
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
/* The same as fp_record_start(), but nothing is stored before the first event that says something (an
 * answer, a note, a verdict): who only looks leaves no session behind. */
FpRecord *fp_record_begin(FpHistory *history, FpTree *tree, int64_t at_ms);

void fp_record_free(FpRecord *record); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpRecord, fp_record_free)

/* Folds an event in and makes it durable. On an error the session is as before and nothing is stored:
 * the caller may try again. A file that is no longer at its path is one that cannot be written.
 *   Errors  FP_ERROR_HISTORY_BUSY, FP_ERROR_HISTORY (disk full, …), FP_ERROR_HISTORY_GONE,
 *           FP_ERROR_HISTORY_STALE, FP_ERROR_BAD_INPUT (an event that is not possible) */
bool fp_record_append(FpRecord *record, const FpEvent *event, GError **error);

/* Ways on where that failed; which one is the person's to choose.
 *
 * go_on_unsaved: from now on append succeeds whatever the file says and keeps events in memory; from
 * time to time it tries the file again, and all is saved once that works. save tries at once: true
 * where nothing is unsaved. */
void fp_record_go_on_unsaved(FpRecord *record);
bool fp_record_save(FpRecord *record, GError **error);
/* Lets go of a file that is gone and writes the whole session to what its path names now; a new file
 * where that is nothing. Where it fails the session goes on unsaved. The number may be another. */
bool fp_record_save_anew(FpRecord *record, GError **error);
/* Writes the whole session to another history and goes on there. Where it fails all is as before. */
bool fp_record_save_elsewhere(FpRecord *record, const char *path, GError **error);
/* Loads the session as it stands in the file now, with what another instance said. All that was got
 * from the record before, its session, tree and compiled tree too, is freed: get it anew. */
bool fp_record_reload(FpRecord *record, GError **error);

/* True where the session has events in the file that this record does not know: another instance's. What
 * cannot be read says nothing. */
bool fp_record_is_overtaken(const FpRecord *record);

/* True where another instance has this session open. Claims it for this record where none has. */
bool fp_record_is_open_elsewhere(FpRecord *record);

/* What a screen may say of saving. */
typedef enum {
    FP_SAVING_OFF,   /* there is no history */
    FP_SAVING_WAITS, /* nothing was said yet; the first word will be saved */
    FP_SAVING_DONE,  /* all is durable */
    FP_SAVING_BEHIND, /* the person goes on though the file fails: the latest events are in memory alone */
} FpSaving;
FpSaving fp_record_saving(const FpRecord *record);
size_t fp_record_n_unsaved(const FpRecord *record); /* events that are in memory alone */

const FpSession *fp_record_session(const FpRecord *record);
const FpTree *fp_record_tree(const FpRecord *record);
const FpCompiledTree *fp_record_compiled(const FpRecord *record);
bool fp_record_is_saved(const FpRecord *record);            /* all of it: FP_SAVING_DONE */
int64_t fp_record_number(const FpRecord *record);           /* 0 where it is in no file yet */
const char *fp_record_history_path(const FpRecord *record); /* NULL: there is no history */
const char *fp_record_id(const FpRecord *record);           /* 32 hex digits */
/* The digest of the last event of content, as text "sha256:…": what a brief prints. Borrowed. */
const char *fp_record_digest(const FpRecord *record);

/* Recomputes every chain and the ledger, and compares the index with the events.
 *   Returns  false with FP_ERROR_HISTORY_DAMAGED naming the first session and event that differ */
bool fp_history_verify(FpHistory *history, GError **error);
