// SPDX-License-Identifier: Apache-2.0
/* SQLite with GError: statements and their values, transactions, and what its codes mean to a person. */
#pragma once
#include "fp-error.h"
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3_stmt, sqlite3_finalize)
typedef struct FpHistory FpHistory;

/* A value to bind; bytes are borrowed until the statement is done. */
typedef struct {
    int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB */
    int64_t integer;
    const void *bytes;
    size_t n_bytes;
} FpSqlValue;

FpSqlValue fp_sql_integer(int64_t integer);
FpSqlValue fp_sql_text(const char *text); /* NULL is SQL's NULL */
FpSqlValue fp_sql_text_of(GBytes *bytes);
FpSqlValue fp_sql_blob(const void *bytes, size_t n_bytes);
/* True where a column of the row at hand has that value and type. */
bool fp_sql_column_is(sqlite3_stmt *statement, int column, const FpSqlValue *value);

/* Prepares a statement and binds ?1, ?2, … Owned: g_autoptr(sqlite3_stmt). */
sqlite3_stmt *fp_sql_prepare(FpHistory *history, const char *sql, const FpSqlValue *values,
                             size_t n_values, GError **error);

typedef enum { FP_SQL_ROW, FP_SQL_DONE, FP_SQL_FAILED } FpSqlStep;
FpSqlStep fp_sql_step(FpHistory *history, sqlite3_stmt *statement, GError **error);

/* Prepares, binds and runs a statement to its end. */
bool fp_sql_run(FpHistory *history, const char *sql, const FpSqlValue *values, size_t n_values,
                GError **error);
/* Runs a script. */
bool fp_sql_script(FpHistory *history, const char *sql, GError **error);
/* Runs a statement whose first row is one integer. */
bool fp_sql_get_integer(FpHistory *history, const char *sql, const FpSqlValue *values,
                        size_t n_values, int64_t *out_integer, GError **error);

/* A text column as an owned copy of valid UTF-8; NULL where it is NULL. A damaged or hostile file may
 * hold any bytes there. */
char *fp_sql_dup_text(sqlite3_stmt *statement, int column);

/* What SQLite's last error on this connection means, and its mend. */
void fp_sql_set_error(FpHistory *history, GError **error);
/* FP_ERROR_HISTORY_DAMAGED with the way to recover. what: a phrase. */
void fp_sql_set_damaged(FpHistory *history, const char *what, GError **error);

/* A transaction that rolls back where it goes out of scope without a commit. */
typedef struct {
    FpHistory *history; /* NULL: none is open */
} FpTransaction;
typedef enum { FP_TRANSACTION_READ, FP_TRANSACTION_WRITE } FpTransactionKind;
bool fp_transaction_begin(FpTransaction *transaction, FpHistory *history, FpTransactionKind kind,
                          GError **error);
bool fp_transaction_commit(FpTransaction *transaction, GError **error);
void fp_transaction_clear(FpTransaction *transaction);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpTransaction, fp_transaction_clear)
