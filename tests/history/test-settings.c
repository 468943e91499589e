// SPDX-License-Identifier: Apache-2.0
#include "history-private.h"
#include "store.h"
#include <string.h>

static const struct {
    const char *pragma;
    int64_t value;
} pragmas[] = {
    { "PRAGMA busy_timeout", 3000 },       { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },       { "PRAGMA temp_store", 2 },
    { "PRAGMA secure_delete", 1 },         { "PRAGMA foreign_keys", 1 },
    { "PRAGMA synchronous", 2 },           { "PRAGMA journal_size_limit", 1048576 },
    { "PRAGMA wal_autocheckpoint", 1000 },
};

static void test_a_connection_is_set_as_it_must_be(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    for (size_t i = 0; i < G_N_ELEMENTS(pragmas); i++) {
        int64_t value = -1;
        g_assert_true(fp_sql_get_integer(history, pragmas[i].pragma, NULL, 0, &value, NULL));
        if (value != pragmas[i].value)
            g_error("%s is %d", pragmas[i].pragma, (int)value);
    }
    int is_on = -1;
    sqlite3_db_config(history->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &is_on);
    g_assert_cmpint(is_on, ==, 1);
    sqlite3_db_config(history->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &is_on);
    g_assert_cmpint(is_on, ==, 0);
    sqlite3_db_config(history->db, SQLITE_DBCONFIG_ENABLE_VIEW, -1, &is_on);
    g_assert_cmpint(is_on, ==, 0);
    g_assert_cmpint(sqlite3_limit(history->db, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
    g_assert_cmpint(sqlite3_limit(history->db, SQLITE_LIMIT_LENGTH, -1), ==, 4000000);
}

static void test_a_statement_that_never_ends_is_ended(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history,
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                       "SELECT max(i) FROM n",
                       NULL, 0, &error);
    g_assert_no_error(error);
    history->deadline_us = g_get_monotonic_time() + 100000;
    g_assert_cmpint(fp_sql_step(history, statement, &error), ==, FP_SQL_FAILED);
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
    g_assert_nonnull(strstr(error->message, "too long"));
}

static void test_without_shared_memory_the_journal_is_rolled_back_and_synced_twice(
    Store *store, const void *unused)
{
    (void)unused;
    sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
    sqlite3_vfs_register(sqlite3_vfs_find("unix-dotfile"), 1); // has none
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    int64_t synchronous = -1;
    g_assert_true(fp_sql_get_integer(history, "PRAGMA synchronous", NULL, 0, &synchronous, NULL));
    g_assert_cmpint(synchronous, ==, 3);
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, "PRAGMA journal_mode", NULL, 0, NULL);
    g_assert_cmpint(fp_sql_step(history, statement, NULL), ==, FP_SQL_ROW);
    g_autofree char *mode = fp_sql_dup_text(statement, 0);
    g_assert_cmpstr(mode, ==, "delete");
    g_clear_pointer(&statement, sqlite3_finalize);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = store_start(history);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
    g_clear_pointer(&history, fp_history_close);
    sqlite3_vfs_register(usual, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/settings/a-connection-is-set-as-it-must-be",
              test_a_connection_is_set_as_it_must_be);
    STORE_ADD("/history/settings/a-statement-that-never-ends-is-ended",
              test_a_statement_that_never_ends_is_ended);
    STORE_ADD("/history/settings/without-shared-memory-the-journal-is-rolled-back-and-synced-twice",
              test_without_shared_memory_the_journal_is_rolled_back_and_synced_twice);
    return g_test_run();
}
