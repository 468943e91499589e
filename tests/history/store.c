// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include "history-private.h"
#include "sample.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

void store_set_up(Store *store, const void *unused G_GNUC_UNUSED)
{
    store->folder = g_dir_make_tmp("fingerpost-history-XXXXXX", NULL);
    g_assert_nonnull(store->folder);
    store->path = store_path(store, "history.db");
}

static void remove_all(const char *path)
{
    struct stat status;
    g_assert_cmpint(lstat(path, &status), ==, 0);
    if (!S_ISDIR(status.st_mode)) {
        g_unlink(path);
        return;
    }
    g_chmod(path, 0700);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_all(inner);
    }
    g_rmdir(path);
}

void store_tear_down(Store *store, const void *unused G_GNUC_UNUSED)
{
    remove_all(store->folder);
    g_free(store->folder);
    g_free(store->path);
}

char *store_path(const Store *store, const char *name)
{
    return g_build_filename(store->folder, name, NULL);
}

FpHistory *store_open(const Store *store, FpHistoryMode mode)
{
    g_autoptr(GError) error = NULL;
    FpHistory *history = fp_history_open(store->path, mode, &error);
    g_assert_no_error(error);
    fp_history_make(history, &error);
    g_assert_no_error(error);
    return history;
}

void store_refuses(const char *path, FpHistoryMode mode, FpErrorCode code, const char *says)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(path, mode, &error);
    g_assert_null(history);
    g_assert_error(error, FP_ERROR, (int)code);
    if (strstr(error->message, says) == NULL || strstr(error->message, path) == NULL)
        g_error("'%s' does not say '%s' of '%s'", error->message, says, path);
    g_assert_null(strchr(error->message, '\n'));
    g_assert_false(g_str_has_suffix(error->message, "."));
}

FpRecord *store_start(FpHistory *history)
{
    g_autoptr(GError) error = NULL;
    FpRecord *record = fp_record_start(history, sample_tree(), SAMPLE_MS, &error);
    g_assert_no_error(error);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=calm");
    store_append(record, FP_EVENT_ANSWERED, "question=load\nanswer=stones");
    store_append(record, FP_EVENT_ANSWERED, "question=weight\nanswer=120.5");
    return record;
}

static int64_t next_ms(const FpRecord *record)
{
    return fp_session_last_ms(fp_record_session(record)) + 1000;
}

void store_append(FpRecord *record, FpEventKind kind, const char *fields)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpEvent) event = sample_event(kind, next_ms(record), fields);
    fp_record_append(record, event, &error);
    g_assert_no_error(error);
}

void store_finish(FpRecord *record)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpEvent) event = fp_session_new_finished(fp_record_session(record),
                                                       fp_record_compiled(record), next_ms(record));
    fp_record_append(record, event, &error);
    g_assert_no_error(error);
}

void store_fill(const Store *store)
{
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) first = store_start(history);
    store_finish(first);
    store_append(first, FP_EVENT_DECIDED, "outcome=bridge\ntext=It is dry.");
    g_autoptr(FpRecord) second = store_start(history);
    store_append(second, FP_EVENT_UNKNOWN, "question=water\nwho=Ann\nby=2026-12-01");
    store_append(second, FP_EVENT_ANSWERED, "question=cold\nanswer=ice");
    store_append(second, FP_EVENT_NOTED, "question=water\ntext=Ask the miller.");
    g_autoptr(FpRecord) third = store_start(history);
    store_finish(third);
    store_append(third, FP_EVENT_REOPENED, "");
}

static sqlite3 *connect_raw(const Store *store)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(store->path, &db), ==, SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    return db;
}

void store_sql(const Store *store, const char *sql)
{
    sqlite3 *db = connect_raw(store);
    char *message = NULL;
    sqlite3_exec(db, sql, NULL, NULL, &message);
    if (message != NULL)
        g_error("%s: %s", sql, message);
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
}

static int add_row(void *text, int n_columns, char **columns, char **names G_GNUC_UNUSED)
{
    for (int i = 0; i < n_columns; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "",
                               columns[i] != NULL ? columns[i] : "");
    g_string_append_c(text, '\n');
    return 0;
}

char *store_query(const Store *store, const char *sql)
{
    sqlite3 *db = connect_raw(store);
    GString *text = g_string_new("");
    char *message = NULL;
    sqlite3_exec(db, sql, add_row, text, &message);
    if (message != NULL)
        g_error("%s: %s", sql, message);
    g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
    return g_string_free(text, FALSE);
}

void store_expect(const Store *store, const char *sql, const char *rows)
{
    g_autofree char *text = store_query(store, sql);
    g_assert_cmpstr(text, ==, rows);
}

unsigned store_mode(const char *path)
{
    struct stat status;
    g_assert_cmpint(lstat(path, &status), ==, 0);
    return status.st_mode & 07777;
}

static void become_nobody(const Store *store)
{
    g_assert_cmpint(chown(store->folder, NOBODY, NOBODY), ==, 0);
    if (g_file_test(store->path, G_FILE_TEST_EXISTS))
        g_assert_cmpint(chown(store->path, NOBODY, NOBODY), ==, 0);
    g_assert_cmpint(setgroups(0, NULL), ==, 0);
    g_assert_cmpint(setresgid(NOBODY, NOBODY, NOBODY), ==, 0);
    g_assert_cmpint(setresuid(NOBODY, NOBODY, NOBODY), ==, 0);
}

void store_as_nobody(const Store *store, void (*function)(const Store *store))
{
    pid_t child = fork();
    g_assert_cmpint(child, >=, 0);
    if (child == 0) {
        if (geteuid() == 0)
            become_nobody(store);
        function(store);
        _exit(0);
    }
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    g_assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
