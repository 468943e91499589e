// SPDX-License-Identifier: Apache-2.0
// An event is tried on a copy of the session, stored, and only then folded into the session itself.
#include "fp-i18n.h"
#include "fp-text.h"
#include "index-private.h"
#include "link-private.h"
#include "random-private.h"
#include "replay-private.h"
#include "stored-tree-private.h"
#include <inttypes.h>
#include <string.h>

struct FpRecord {
    FpHistory *history; /* NULL: nothing is saved */
    FpTree *tree;
    FpCompiledTree *compiled;
    FpSession *session;
    int64_t number;
    char id[FP_SESSION_ID_DIGITS + 1];
    FpLink last;  /* sequence 0: there is none yet */
    char *digest; /* of the last event of content */
};

static FpRecord *record_new(FpHistory *history, FpTree *tree)
{
    FpRecord *record = g_new0(FpRecord, 1);
    record->history = history;
    record->tree = tree;
    record->compiled = fp_compiled_tree_new(tree);
    return record;
}

void fp_record_free(FpRecord *record)
{
    if (record == NULL)
        return;
    fp_link_clear(&record->last);
    g_free(record->digest);
    fp_session_free(record->session);
    fp_compiled_tree_free(record->compiled);
    fp_tree_free(record->tree);
    g_free(record);
}

// The rows of `session` from `number` to `decided`.
static bool put_session(FpRecord *record, const FpSession *session, GError **error)
{
    FpSqlValue values[3 + FP_INDEX_SUMMARY_COLUMNS] = {
        { .type = SQLITE_NULL }, // SQLite gives the next number
        fp_sql_text(record->id),
        fp_sql_text(fp_source_digest(record->tree->source)),
    };
    fp_index_summary(session, values + 3);
    const char *sql =
        "INSERT INTO session VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    if (!fp_stored_tree_put(record->history, record->tree, error) ||
        !fp_sql_run(record->history, sql, values, G_N_ELEMENTS(values), error))
        return false;
    record->number = sqlite3_last_insert_rowid(record->history->db);
    return fp_stored_tree_put_names(record->history, record->number, record->tree, error);
}

static bool refuse_elsewhere(const FpRecord *record, GError **error)
{
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY,
                _("session %" PRId64
                  " went on in another instance; this event is not saved: open it again with "
                  "'fingerpost resume %" PRId64 "'"),
                record->number, record->number);
    return false;
}

// Only where the session still has the events that this record knows.
static bool update_session(FpRecord *record, const FpSession *session, GError **error)
{
    FpSqlValue values[2 + FP_INDEX_SUMMARY_COLUMNS] = {
        fp_sql_integer(record->number),
        fp_sql_integer(record->last.sequence),
    };
    fp_index_summary(session, values + 2);
    const char *sql =
        "UPDATE session SET started_ms = ?3, last_ms = ?4, n_events = ?5, n_answers = ?6, "
        "state = ?7, title = ?8, outcome = ?9, outcome_title = ?10, decided = ?11 "
        "WHERE number = ?1 AND n_events = ?2";
    if (!fp_sql_run(record->history, sql, values, G_N_ELEMENTS(values), error))
        return false;
    return sqlite3_changes(record->history->db) == 1 || refuse_elsewhere(record, error);
}

static bool store(FpRecord *record, const FpSession *session, const FpEvent *event,
                  const FpLink *link, GError **error)
{
    FpHistory *history = record->history;
    g_auto(FpTransaction) transaction = { NULL };
    g_autoptr(FpIndex) index = fp_index_new(session, record->compiled);
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_WRITE, error))
        return false;
    bool is_put = record->last.sequence == 0 ? put_session(record, session, error)
                                             : update_session(record, session, error);
    return is_put && fp_link_put(history, record->number, record->id, link, error) &&
           fp_index_write(index, history, record->number, event->kind, error) &&
           fp_transaction_commit(&transaction, error);
}

static bool check_verdict(const FpRecord *record, const FpEvent *event, GError **error)
{
    if (event->kind != FP_EVENT_FINISHED ||
        fp_replay_verdict_is_right(record->session, record->compiled, event))
        return true;
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("event '%s': its verdict does not follow from the answers"),
                fp_event_kind_name(event->kind));
    return false;
}

// Folds the event into a copy, and makes sure that its payload can be read back.
static FpSession *try_event(const FpRecord *record, const FpEvent *event, GError **error)
{
    g_autoptr(FpSession) after = fp_session_copy(record->session);
    if (!fp_session_apply(after, event, error) || !check_verdict(record, event, error))
        return NULL;
    g_autofree char *payload = fp_event_payload(event);
    g_autoptr(FpEvent) back = fp_event_from_payload(event->kind, event->at_ms, payload, error);
    return back != NULL ? g_steal_pointer(&after) : NULL;
}

static void set_digest(FpRecord *record, FpChainDigest digest)
{
    g_free(record->digest);
    record->digest = fp_chain_digest_to_text(digest);
}

// The session's address stays: callers hold it.
static void adopt(FpRecord *record, const FpEvent *event, FpLink *link)
{
    bool is_applied = fp_session_apply(record->session, event, NULL);
    g_assert(is_applied); // it was tried
    if (fp_event_kind_is_content(event->kind))
        set_digest(record, link->digest);
    fp_link_clear(&record->last);
    record->last = *link;
    *link = (FpLink) { 0 };
}

bool fp_record_append(FpRecord *record, const FpEvent *event, GError **error)
{
    if (record->history != NULL && !fp_history_check_writable(record->history, error))
        return false;
    g_autoptr(FpSession) after = try_event(record, event, error);
    if (after == NULL)
        return false;
    const FpLink *previous = record->last.sequence != 0 ? &record->last : NULL;
    g_auto(FpLink) link = fp_link_make(previous, record->id, event);
    if (record->history != NULL && !store(record, after, event, &link, error))
        return false;
    adopt(record, event, &link);
    return true;
}

FpRecord *fp_record_start_with(FpHistory *history, FpTree *tree, const FpEvent *first,
                               GError **error)
{
    g_autoptr(FpRecord) record = record_new(history, tree);
    fp_random_session_id(record->id);
    record->session = fp_session_new(tree);
    return fp_record_append(record, first, error) ? g_steal_pointer(&record) : NULL;
}

FpRecord *fp_record_start(FpHistory *history, FpTree *tree, int64_t at_ms, GError **error)
{
    g_autoptr(FpEvent) first = fp_session_new_started(tree, at_ms);
    return fp_record_start_with(history, tree, first, error);
}

static FpRecord *record_of_replay(FpHistory *history, int64_t number, FpTree *tree,
                                  FpReplay *replay)
{
    FpRecord *record = record_new(history, tree);
    record->number = number;
    g_strlcpy(record->id, replay->id, sizeof record->id);
    record->session = g_steal_pointer(&replay->session);
    record->last = replay->last;
    replay->last = (FpLink) { 0 };
    set_digest(record, replay->last_content);
    return record;
}

// In one transaction, so that another instance's event is seen whole or not at all.
FpRecord *fp_record_load(FpHistory *history, int64_t number, GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_READ, error))
        return NULL;
    g_autofree char *id = fp_replay_load_id(history, number, error);
    g_autoptr(FpTree) tree = id != NULL ? fp_stored_tree_load(history, number, error) : NULL;
    g_auto(FpReplay) replay = { 0 };
    if (tree == NULL || !fp_replay_run(history, number, tree, NULL, &replay, error))
        return NULL;
    if (!replay.has_erased)
        return record_of_replay(history, number, g_steal_pointer(&tree), &replay);
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                _("session %" PRId64 " was erased; only its chain is left"), number);
    return NULL;
}

const FpSession *fp_record_session(const FpRecord *record)
{
    return record->session;
}

const FpTree *fp_record_tree(const FpRecord *record)
{
    return record->tree;
}

const FpCompiledTree *fp_record_compiled(const FpRecord *record)
{
    return record->compiled;
}

bool fp_record_is_saved(const FpRecord *record)
{
    return record->history != NULL;
}

int64_t fp_record_number(const FpRecord *record)
{
    return record->number;
}

const char *fp_record_id(const FpRecord *record)
{
    return record->id;
}

const char *fp_record_digest(const FpRecord *record)
{
    return record->digest;
}
