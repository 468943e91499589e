// SPDX-License-Identifier: Apache-2.0
// Newest first is by number, descending: the table's own order, read backwards.
#include "history-private.h"
#include <string.h>

#define STATES 3

void fp_session_summary_free(FpSessionSummary *summary)
{
    if (summary == NULL)
        return;
    g_free(summary->id);
    g_free(summary->tree_id);
    g_free(summary->tree_version);
    g_free(summary->tree_title);
    g_free(summary->title);
    g_free(summary->outcome);
    g_free(summary->outcome_title);
    g_free(summary);
}

static void free_summary(void *summary)
{
    fp_session_summary_free(summary);
}

static FpSessionState parse_state(const char *name)
{
    for (FpSessionState state = FP_SESSION_OPEN; state < STATES; state++) {
        if (g_strcmp0(fp_session_state_name(state), name) == 0)
            return state;
    }
    return FP_SESSION_OPEN;
}

static FpSessionSummary *read_summary(sqlite3_stmt *statement)
{
    FpSessionSummary *summary = g_new0(FpSessionSummary, 1);
    g_autofree char *state = fp_sql_dup_text(statement, 6);
    summary->number = sqlite3_column_int64(statement, 0);
    summary->id = fp_sql_dup_text(statement, 1);
    summary->started_ms = sqlite3_column_int64(statement, 2);
    summary->last_ms = sqlite3_column_int64(statement, 3);
    summary->n_events = sqlite3_column_int64(statement, 4);
    summary->n_answers = sqlite3_column_int64(statement, 5);
    summary->state = parse_state(state);
    summary->title = fp_sql_dup_text(statement, 7);
    summary->outcome = fp_sql_dup_text(statement, 8);
    summary->outcome_title = fp_sql_dup_text(statement, 9);
    summary->tree_id = fp_sql_dup_text(statement, 10);
    summary->tree_version = fp_sql_dup_text(statement, 11);
    summary->tree_title = fp_sql_dup_text(statement, 12);
    summary->has_verdict = summary->state != FP_SESSION_OPEN;
    return summary;
}

// A state's name where it is wanted; NULL, which equals nothing, where not.
static FpSqlValue state_value(unsigned states, FpSessionState state)
{
    bool is_wanted = states == 0 || (states >> state & 1);
    return fp_sql_text(is_wanted ? fp_session_state_name(state) : NULL);
}

GPtrArray *fp_history_list(FpHistory *history, unsigned states, size_t offset, size_t limit,
                           GError **error)
{
    // The numbers of the page first, so that rows above it are passed by without their trees; "+"
    // keeps SQLite from sorting what the index on state finds: the table is in that order.
    const char *sql = "SELECT number, session.id, started_ms, last_ms, n_events, n_answers, state, "
                      "session.title, outcome, outcome_title, tree.id, tree.version, tree.title "
                      "FROM session JOIN tree ON digest = tree WHERE number IN "
                      "(SELECT number FROM session WHERE +state IN (?3, ?4, ?5) "
                      "ORDER BY number DESC LIMIT ?1 OFFSET ?2) ORDER BY number DESC";
    const FpSqlValue values[] = {
        fp_sql_integer((int64_t)MIN(limit, INT64_MAX)),
        fp_sql_integer((int64_t)MIN(offset, INT64_MAX)),
        state_value(states, FP_SESSION_OPEN),
        state_value(states, FP_SESSION_FINISHED),
        state_value(states, FP_SESSION_DECIDED),
    };
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(free_summary);
    if (history->db == NULL)
        return g_steal_pointer(&list);
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, sql, values, G_N_ELEMENTS(values), error);
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW)
        g_ptr_array_add(list, read_summary(statement));
    return step == FP_SQL_DONE ? g_steal_pointer(&list) : NULL;
}

bool fp_history_count(FpHistory *history, unsigned states, size_t *out_count, GError **error)
{
    const FpSqlValue values[] = {
        state_value(states, FP_SESSION_OPEN),
        state_value(states, FP_SESSION_FINISHED),
        state_value(states, FP_SESSION_DECIDED),
    };
    int64_t count = 0;
    if (history->db != NULL &&
        !fp_sql_get_integer(history, "SELECT count(*) FROM session WHERE state IN (?1, ?2, ?3)",
                            values, G_N_ELEMENTS(values), &count, error))
        return false;
    *out_count = (size_t)count;
    return true;
}
