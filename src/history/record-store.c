// SPDX-License-Identifier: Apache-2.0
// A session that the file lacks is put there whole; one that it has is taken further, if it is ours.
#include "fp-i18n.h"
#include "index-private.h"
#include "record-private.h"
#include "stored-tree-private.h"
#include <inttypes.h>

static const FpLink *link_at(const FpRecord *record, guint i)
{
    return &g_array_index(record->links, FpLink, i);
}

static bool refuse_elsewhere(int64_t number, GError **error)
{
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_STALE,
                _("session %" PRId64 " went on in another instance; this event is not saved: open "
                  "the session again to go on from there"),
                number);
    return false;
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

// Only where the session still has the events that this record knows.
static bool update_session(FpRecord *record, const FpSession *session, GError **error)
{
    FpSqlValue values[2 + FP_INDEX_SUMMARY_COLUMNS] = {
        fp_sql_integer(record->number),
        fp_sql_integer(record->n_stored),
    };
    fp_index_summary(session, values + 2);
    const char *sql =
        "UPDATE session SET started_ms = ?3, last_ms = ?4, n_events = ?5, n_answers = ?6, "
        "state = ?7, title = ?8, outcome = ?9, outcome_title = ?10, decided = ?11 "
        "WHERE number = ?1 AND n_events = ?2";
    if (!fp_sql_run(record->history, sql, values, G_N_ELEMENTS(values), error))
        return false;
    return sqlite3_changes(record->history->db) == 1 || refuse_elsewhere(record->number, error);
}

// The file has a session with this id: it is an earlier state of ours where its last event is.
static bool take_up(FpRecord *record, sqlite3_stmt *statement, GError **error)
{
    int64_t number = sqlite3_column_int64(statement, 0),
            n_events = sqlite3_column_int64(statement, 1);
    FpChainDigest head;
    bool is_ours = n_events >= 1 && n_events <= record->links->len &&
                   fp_link_read_digest(statement, 2, &head) &&
                   fp_link_digest_equal(&head, &link_at(record, (guint)n_events - 1)->digest);
    if (!is_ours)
        return refuse_elsewhere(number, error);
    record->number = number;
    record->n_stored = (guint)n_events;
    return true;
}

static bool find_session(FpRecord *record, GError **error)
{
    const char *sql = "SELECT number, n_events, digest FROM session JOIN event "
                      "ON event.session = number AND sequence = n_events WHERE id = ?1";
    const FpSqlValue id = fp_sql_text(record->id);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(record->history, sql, &id, 1, error);
    if (statement == NULL)
        return false;
    FpSqlStep step = fp_sql_step(record->history, statement, error);
    return step == FP_SQL_ROW ? take_up(record, statement, error) : step == FP_SQL_DONE;
}

static bool put_links(FpRecord *record, const FpIndex *index, GError **error)
{
    for (guint i = record->n_stored; i < record->links->len; i++) {
        FpEventKind kind;
        bool is_known = fp_event_kind_parse(link_at(record, i)->kind, &kind);
        g_assert(is_known); // it was folded
        if (!fp_link_put(record->history, record->number, record->id, link_at(record, i), error) ||
            !fp_index_write(index, record->history, record->number, kind, error))
            return false;
    }
    return true;
}

static bool store(FpRecord *record, const FpSession *session, GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    g_autoptr(FpIndex) index = fp_index_new(session, record->compiled);
    if (!fp_transaction_begin(&transaction, record->history, FP_TRANSACTION_WRITE, error) ||
        (record->number == 0 && !find_session(record, error)))
        return false;
    bool is_put = record->number == 0 ? put_session(record, session, error)
                                      : update_session(record, session, error);
    return is_put && put_links(record, index, error) &&
           fp_transaction_commit(&transaction, error) &&
           fp_history_check_there(record->history, error);
}

bool fp_record_store(FpRecord *record, const FpSession *session, GError **error)
{
    int64_t number = record->number;
    guint n_stored = record->n_stored;
    if (!fp_history_check_writable(record->history, error) ||
        !fp_history_check_there(record->history, error))
        return false;
    if (store(record, session, error)) {
        record->n_stored = record->links->len;
        return true;
    }
    record->number = number;
    record->n_stored = n_stored;
    return false;
}
