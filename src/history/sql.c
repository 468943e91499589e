// SPDX-License-Identifier: Apache-2.0
// Every statement gets a deadline: the settings' progress handler ends those that pass it.
#include "history-private.h"
#include <string.h>

#define STATEMENT_DEADLINE_US ((int64_t)10 * G_USEC_PER_SEC)

FpSqlValue fp_sql_integer(int64_t integer)
{
    return (FpSqlValue) { .type = SQLITE_INTEGER, .integer = integer };
}

FpSqlValue fp_sql_text(const char *text)
{
    if (text == NULL)
        return (FpSqlValue) { .type = SQLITE_NULL };
    return (FpSqlValue) { .type = SQLITE_TEXT, .bytes = text, .n_bytes = strlen(text) };
}

FpSqlValue fp_sql_text_of(GBytes *bytes)
{
    FpSqlValue value = { .type = SQLITE_TEXT };
    value.bytes = g_bytes_get_data(bytes, &value.n_bytes);
    if (value.bytes == NULL)
        value.bytes = "";
    return value;
}

FpSqlValue fp_sql_blob(const void *bytes, size_t n_bytes)
{
    return (FpSqlValue) { .type = SQLITE_BLOB, .bytes = bytes, .n_bytes = n_bytes };
}

static const void *column_bytes(sqlite3_stmt *statement, int column, int type)
{
    if (type == SQLITE_TEXT)
        return sqlite3_column_text(statement, column);
    return sqlite3_column_blob(statement, column);
}

bool fp_sql_column_is(sqlite3_stmt *statement, int column, const FpSqlValue *value)
{
    if (sqlite3_column_type(statement, column) != value->type)
        return false;
    if (value->type == SQLITE_NULL)
        return true;
    if (value->type == SQLITE_INTEGER)
        return sqlite3_column_int64(statement, column) == value->integer;
    const void *bytes = column_bytes(statement, column, value->type);
    size_t n_bytes = (size_t)sqlite3_column_bytes(statement, column);
    return n_bytes == value->n_bytes && (n_bytes == 0 || memcmp(bytes, value->bytes, n_bytes) == 0);
}

static int bind(sqlite3_stmt *statement, int place, const FpSqlValue *value)
{
    switch (value->type) {
    case SQLITE_INTEGER:
        return sqlite3_bind_int64(statement, place, value->integer);
    case SQLITE_TEXT:
        return sqlite3_bind_text64(statement, place, value->bytes, value->n_bytes, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case SQLITE_BLOB:
        return sqlite3_bind_blob64(statement, place, value->bytes, value->n_bytes, SQLITE_STATIC);
    default:
        return sqlite3_bind_null(statement, place);
    }
}

static void set_deadline(FpHistory *history)
{
    history->deadline_us = g_get_monotonic_time() + STATEMENT_DEADLINE_US;
}

sqlite3_stmt *fp_sql_prepare(FpHistory *history, const char *sql, const FpSqlValue *values,
                             size_t n_values, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = NULL;
    set_deadline(history);
    int code = sqlite3_prepare_v2(history->db, sql, -1, &statement, NULL);
    for (size_t i = 0; code == SQLITE_OK && i < n_values; i++)
        code = bind(statement, (int)i + 1, &values[i]);
    if (code == SQLITE_OK)
        return g_steal_pointer(&statement);
    fp_sql_set_error(history, error);
    return NULL;
}

FpSqlStep fp_sql_step(FpHistory *history, sqlite3_stmt *statement, GError **error)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return FP_SQL_ROW;
    if (code == SQLITE_DONE)
        return FP_SQL_DONE;
    fp_sql_set_error(history, error);
    return FP_SQL_FAILED;
}

bool fp_sql_run(FpHistory *history, const char *sql, const FpSqlValue *values, size_t n_values,
                GError **error)
{
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, values, n_values, error);
    FpSqlStep step = FP_SQL_ROW;
    if (statement == NULL)
        return false;
    while (step == FP_SQL_ROW)
        step = fp_sql_step(history, statement, error);
    return step == FP_SQL_DONE;
}

bool fp_sql_script(FpHistory *history, const char *sql, GError **error)
{
    set_deadline(history);
    if (sqlite3_exec(history->db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    fp_sql_set_error(history, error);
    return false;
}

bool fp_sql_get_integer(FpHistory *history, const char *sql, const FpSqlValue *values,
                        size_t n_values, int64_t *out_integer, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, values, n_values, error);
    if (statement == NULL)
        return false;
    FpSqlStep step = fp_sql_step(history, statement, error);
    if (step == FP_SQL_ROW)
        *out_integer = sqlite3_column_int64(statement, 0);
    else if (step == FP_SQL_DONE)
        *out_integer = 0;
    return step != FP_SQL_FAILED;
}

char *fp_sql_dup_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text != NULL ? g_utf8_make_valid(text, sqlite3_column_bytes(statement, column)) : NULL;
}

bool fp_transaction_begin(FpTransaction *transaction, FpHistory *history, FpTransactionKind kind,
                          GError **error)
{
    const char *sql = kind == FP_TRANSACTION_WRITE ? "BEGIN IMMEDIATE" : "BEGIN";
    if (kind == FP_TRANSACTION_WRITE && !fp_history_make(history, error))
        return false;
    if (!fp_sql_run(history, sql, NULL, 0, error))
        return false;
    transaction->history = history;
    return true;
}

bool fp_transaction_commit(FpTransaction *transaction, GError **error)
{
    if (!fp_sql_run(transaction->history, "COMMIT", NULL, 0, error))
        return false;
    transaction->history = NULL;
    return true;
}

// SQLite may have rolled back by itself: on a full disk, say.
void fp_transaction_clear(FpTransaction *transaction)
{
    if (transaction->history != NULL && !sqlite3_get_autocommit(transaction->history->db))
        sqlite3_exec(transaction->history->db, "ROLLBACK", NULL, NULL, NULL);
    transaction->history = NULL;
}
