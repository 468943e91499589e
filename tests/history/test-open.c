// SPDX-License-Identifier: Apache-2.0
#include "sample.h"
#include "store.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *digest_of(const char *path)
{
    g_autofree char *bytes = NULL;
    size_t n_bytes;
    g_assert_true(g_file_get_contents(path, &bytes, &n_bytes, NULL));
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, n_bytes);
}

static void test_a_new_history_is_marked_and_keeps_a_log(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_assert_null(fp_history_warning(history));
    g_assert_cmpstr(fp_history_path(history), ==, store->path);
    store_expect(store, "PRAGMA application_id", "1179078739\n"); // "FGPS"
    store_expect(store, "PRAGMA user_version", "1\n");
    store_expect(store, "PRAGMA journal_mode", "wal\n");
    store_expect(store, "SELECT key FROM meta", "program\n");
}

static void test_opening_again_writes_nothing(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autofree char *before = digest_of(store->path);
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
        fp_history_close(store_open(store, mode));
        g_autofree char *after = digest_of(store->path);
        g_assert_cmpstr(after, ==, before);
    }
}

static const struct {
    const char *name, *bytes, *says;
} foreign_files[] = {
    { "a-text-file-is-left-alone", "Dear diary,\ntoday I wrote no database.\n", "not a history" },
    { "one-byte-is-left-alone", "x", "not a history" },
    { "a-header-alone-is-left-alone", "SQLite format 3", "not a history" },
};

static void test_foreign_file(Store *store, const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
        g_assert_true(g_file_set_contents(store->path, foreign_files[i].bytes, -1, NULL));
        store_refuses(store->path, mode, FP_ERROR_HISTORY_FOREIGN, foreign_files[i].says);
        g_autofree char *after = NULL;
        g_assert_true(g_file_get_contents(store->path, &after, NULL, NULL));
        g_assert_cmpstr(after, ==, foreign_files[i].bytes);
    }
}

/* What is done to a filled history, and what opening it says then. */
static const struct {
    const char *name, *sql, *says;
} foreign_schemas[] = {
    { "another-programs-database-is-refused", "PRAGMA application_id = 7", "another program" },
    { "a-mark-without-a-version-is-refused", "PRAGMA user_version = 0", "another program" },
    { "a-negative-version-is-refused", "PRAGMA user_version = -1", "another program" },
    { "a-trigger-is-refused",
      "CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM session; END", "trigger evil" },
    { "a-view-is-refused",
      "CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT i FROM n",
      "view endless" },
    { "a-view-in-a-tables-place-is-refused",
      "PRAGMA legacy_alter_table = ON; ALTER TABLE citation RENAME TO old;"
      "CREATE VIEW citation AS SELECT * FROM old",
      "citation" },
    { "another-table-is-refused", "CREATE TABLE zebra (a)", "table zebra" },
    { "another-index-is-refused", "CREATE INDEX aardvark ON event (kind)", "index aardvark" },
    { "an-index-on-an-expression-is-refused", "CREATE INDEX x ON event (abs(at_ms))", "index x" },
    { "a-missing-index-is-refused", "DROP INDEX session_by_state", "index session_by_state" },
    { "a-missing-table-is-refused", "DROP TABLE citation", "citation" },
    { "another-column-is-refused", "ALTER TABLE parent ADD COLUMN extra TEXT", "table parent" },
    { "a-generated-column-is-refused",
      "ALTER TABLE parent ADD COLUMN extra INTEGER AS (abs(position))", "table parent" },
    { "a-weaker-table-is-refused",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', "
      "'WITHOUT ROWID') WHERE name = 'meta'",
      "meta" },
    { "a-virtual-table-is-refused", "CREATE VIRTUAL TABLE v USING fts5 (x)", "v" },
    { "an-escape-in-a-name-is-shown-printable", "CREATE TABLE \"z\x1b[2J\" (a)", "z<U+001B>" },
};

static void test_foreign_schema(Store *store, const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    store_fill(store);
    store_sql(store, foreign_schemas[i].sql);
    g_autofree char *before = digest_of(store->path);
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(fp_history_open(store->path, mode, &error));
        // A schema that SQLite itself cannot parse is damaged.
        g_assert_true(g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_FOREIGN) ||
                      g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED));
        if (strstr(error->message, foreign_schemas[i].says) == NULL)
            g_error("'%s' does not say '%s'", error->message, foreign_schemas[i].says);
        g_assert_null(strchr(error->message, '\x1b'));
    }
    g_autofree char *after = digest_of(store->path);
    g_assert_cmpstr(after, ==, before);
}

static void test_statistics_of_analyze_are_no_foreign_schema(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "ANALYZE");
    fp_history_close(store_open(store, FP_HISTORY_WRITE));
}

static void test_a_newer_history_is_read_but_not_written(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "ALTER TABLE session ADD COLUMN mood TEXT; CREATE TABLE mood (name TEXT);"
                     "UPDATE meta SET value = '9.8.7'; PRAGMA user_version = 2");
    g_autofree char *before = digest_of(store->path);
    store_refuses(store->path, FP_HISTORY_WRITE, FP_ERROR_HISTORY_NEWER, "9.8.7");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_assert_nonnull(strstr(fp_history_warning(history), "9.8.7"));
    g_assert_nonnull(strstr(fp_history_warning(history), "read-only"));
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = fp_record_load(history, 1, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) sessions = fp_history_list(history, 0, 0, 10, &error);
    g_assert_cmpuint(sessions->len, ==, 3);
    g_clear_pointer(&history, fp_history_close);
    g_autofree char *after = digest_of(store->path);
    g_assert_cmpstr(after, ==, before);
}

static void test_a_newer_history_that_cannot_be_read_says_so(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "ALTER TABLE session RENAME TO meeting; PRAGMA user_version = 99;"
                     "DROP TABLE meta");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_assert_nonnull(strstr(fp_history_warning(history), "version ?"));
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_history_list(history, 0, 0, 10, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_NEWER);
}

static void test_a_view_in_a_newer_history_does_not_run(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "CREATE VIEW v AS SELECT 1; PRAGMA user_version = 2;"
                     "ALTER TABLE session RENAME TO s;"
                     "CREATE VIEW session AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT "
                     "i + 1 FROM n) SELECT i AS number, '' AS id, '' AS state FROM n");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    size_t count;
    g_assert_false(fp_history_count(history, 0, &count, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_NEWER);
}

static void read_where_forbidden(const Store *store)
{
    g_assert_cmpint(g_chmod(store->folder, 0500), ==, 0);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_assert_nonnull(strstr(fp_history_warning(history), "cannot be written to"));
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = fp_record_load(history, 1, &error);
    g_assert_no_error(error);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
    store_refuses(store->path, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "history");
}

static void test_a_read_only_folder_is_read_with_a_warning(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_as_nobody(store, read_where_forbidden);
}

static void read_without_the_log(const Store *store)
{
    g_assert_cmpint(g_chmod(store->folder, 0500), ==, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(store->path, FP_HISTORY_READ, &error);
    if (history != NULL)
        g_assert_nonnull(strstr(fp_history_warning(history), "still in its log"));
    else
        g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
}

static void test_a_log_that_cannot_be_read_is_told(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *log = g_strconcat(store->path, "-wal", NULL);
    store_fill(store);
    g_assert_true(g_file_set_contents(log, "a log of sorts", -1, NULL));
    store_as_nobody(store, read_without_the_log);
}

static void write_to_read_only_file(const Store *store)
{
    g_assert_cmpint(g_chmod(store->path, 0400), ==, 0);
    store_refuses(store->path, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "ermission denied");
    fp_history_close(store_open(store, FP_HISTORY_READ));
    g_assert_cmpint(g_chmod(store->path, 0000), ==, 0);
    store_refuses(store->path, FP_HISTORY_READ, FP_ERROR_HISTORY, "ermission denied");
}

static void test_a_file_without_permission_is_named(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_as_nobody(store, write_to_read_only_file);
}

/* Opens, lists, loads and verifies what may be damaged: no crash, and errors of our own alone. */
static void use(const Store *store, FpHistoryMode mode)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(store->path, mode, &error);
    if (history == NULL) {
        g_assert_true(error->domain == FP_ERROR);
        return;
    }
    g_autoptr(GPtrArray) sessions = fp_history_list(history, 0, 0, 10, NULL);
    for (int64_t number = 1; number <= 3; number++)
        fp_record_free(fp_record_load(history, number, NULL));
    fp_history_verify(history, NULL);
}

static void test_a_file_cut_short_is_named_and_left_alone(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *whole = NULL;
    size_t n_bytes;
    store_fill(store);
    g_assert_true(g_file_get_contents(store->path, &whole, &n_bytes, NULL));
    for (size_t n = 512; n <= n_bytes - 4096; n += 512) {
        g_assert_true(g_file_set_contents(store->path, whole, (gssize)n, NULL));
        for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
            g_autoptr(GError) error = NULL;
            g_autoptr(FpHistory) history = fp_history_open(store->path, mode, &error);
            if (history != NULL)
                g_error("it opened with %zu of %zu bytes", n, n_bytes);
            g_assert_true(g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED) ||
                          g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_FOREIGN));
            if (n % 4096 == 0)
                g_assert_nonnull(strstr(error->message, ".recover > recovered.sql"));
        }
        g_autofree char *after = NULL;
        size_t n_after;
        g_assert_true(g_file_get_contents(store->path, &after, &n_after, NULL));
        g_assert_true(n_after == n && memcmp(after, whole, n) == 0);
    }
}

static void test_a_last_page_cut_short_is_found_by_verify(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *whole = NULL;
    size_t n_bytes;
    store_fill(store);
    g_assert_true(g_file_get_contents(store->path, &whole, &n_bytes, NULL));
    // SQLite reads the rest of such a page as zeros: a killed checkpoint leaves one, beside its log.
    for (size_t n = n_bytes - 4096 + 512; n < n_bytes; n += 512) {
        g_assert_true(g_file_set_contents(store->path, whole, (gssize)n, NULL));
        g_autoptr(GError) error = NULL;
        g_autoptr(FpHistory) history = fp_history_open(store->path, FP_HISTORY_READ, &error);
        g_assert_true(history == NULL || !fp_history_verify(history, &error));
        g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED);
    }
}

static void test_flipped_bits_crash_nothing(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *whole = NULL;
    size_t n_bytes;
    unsigned n_rounds = g_test_thorough() ? 3000 : 100;
    store_fill(store);
    g_assert_true(g_file_get_contents(store->path, &whole, &n_bytes, NULL));
    for (unsigned round = 0; round < n_rounds; round++) {
        g_autofree char *flipped = g_memdup2(whole, n_bytes);
        unsigned n_flips = (unsigned)g_test_rand_int_range(1, 9);
        for (unsigned i = 0; i < n_flips; i++) {
            size_t at = (size_t)g_test_rand_int_range(0, (gint32)n_bytes);
            // Half of them in the header and the schema, where they do most.
            at = i % 2 == 0 ? at : at % 4096;
            flipped[at] = (char)(flipped[at] ^ 1 << g_test_rand_int_range(0, 8));
        }
        g_assert_true(g_file_set_contents(store->path, flipped, (gssize)n_bytes, NULL));
        use(store, round % 2 == 0 ? FP_HISTORY_READ : FP_HISTORY_WRITE);
    }
}

static void test_an_emptied_file_keeps_its_log(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *log = g_strconcat(store->path, "-wal", NULL);
    store_fill(store);
    g_assert_true(g_file_set_contents(store->path, "", 0, NULL));
    g_assert_true(g_file_set_contents(log, "the latest events", -1, NULL));
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++)
        store_refuses(store->path, mode, FP_ERROR_HISTORY_DAMAGED, "its log (-wal) is not");
    g_autofree char *kept = NULL;
    g_assert_true(g_file_get_contents(log, &kept, NULL, NULL));
    g_assert_cmpstr(kept, ==, "the latest events");
}

static void test_anothers_log_is_not_taken_for_ours(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *log = g_strconcat(store->path, "-wal", NULL);
    g_autofree char *junk = g_strnfill(40000, '\x37');
    store_fill(store);
    g_assert_true(g_file_set_contents(log, junk, 40000, NULL));
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

static void test_a_busy_history_waits_and_then_says_so(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = fp_record_load(history, 2, NULL);
    sqlite3 *other = NULL;
    g_assert_cmpint(sqlite3_open(store->path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
    g_autoptr(FpEvent) event = sample_event(FP_EVENT_CLEARED, SAMPLE_MS, "question=water");
    g_autoptr(GError) error = NULL;
    g_test_timer_start();
    g_assert_false(fp_record_append(record, event, &error));
    double waited = g_test_timer_elapsed();
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_BUSY);
    g_assert_nonnull(strstr(error->message, "another instance is writing"));
    g_assert_cmpfloat(waited, >, 2.0);
    g_assert_cmpfloat(waited, <, 6.0);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), ==, 7);
    size_t count = 0;
    g_assert_true(fp_history_count(history, 0, &count, NULL)); // reading goes on
    g_clear_error(&error);
    sqlite3_close(other);
    fp_record_append(record, event, &error); // and so does writing, once it is free
    g_assert_no_error(error);
}

static void test_a_locked_file_is_busy_when_opened(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "PRAGMA journal_mode = DELETE");
    sqlite3 *other = NULL;
    g_assert_cmpint(sqlite3_open(store->path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
    store_refuses(store->path, FP_HISTORY_WRITE, FP_ERROR_HISTORY_BUSY, "another instance");
    sqlite3_close(other);
    fp_history_close(store_open(store, FP_HISTORY_WRITE));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/open/a-new-history-is-marked-and-keeps-a-log",
              test_a_new_history_is_marked_and_keeps_a_log);
    STORE_ADD("/history/open/opening-again-writes-nothing", test_opening_again_writes_nothing);
    for (size_t i = 0; i < G_N_ELEMENTS(foreign_files); i++) {
        g_autofree char *path = g_strconcat("/history/open/", foreign_files[i].name, NULL);
        g_test_add(path, Store, GSIZE_TO_POINTER(i), store_set_up, test_foreign_file,
                   store_tear_down);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(foreign_schemas); i++) {
        g_autofree char *path = g_strconcat("/history/open/", foreign_schemas[i].name, NULL);
        g_test_add(path, Store, GSIZE_TO_POINTER(i), store_set_up, test_foreign_schema,
                   store_tear_down);
    }
    STORE_ADD("/history/open/statistics-of-analyze-are-no-foreign-schema",
              test_statistics_of_analyze_are_no_foreign_schema);
    STORE_ADD("/history/open/a-newer-history-is-read-but-not-written",
              test_a_newer_history_is_read_but_not_written);
    STORE_ADD("/history/open/a-newer-history-that-cannot-be-read-says-so",
              test_a_newer_history_that_cannot_be_read_says_so);
    STORE_ADD("/history/open/a-view-in-a-newer-history-does-not-run",
              test_a_view_in_a_newer_history_does_not_run);
    STORE_ADD("/history/open/a-read-only-folder-is-read-with-a-warning",
              test_a_read_only_folder_is_read_with_a_warning);
    STORE_ADD("/history/open/a-log-that-cannot-be-read-is-told",
              test_a_log_that_cannot_be_read_is_told);
    STORE_ADD("/history/open/a-file-without-permission-is-named",
              test_a_file_without_permission_is_named);
    STORE_ADD("/history/open/a-file-cut-short-is-named-and-left-alone",
              test_a_file_cut_short_is_named_and_left_alone);
    STORE_ADD("/history/open/a-last-page-cut-short-is-found-by-verify",
              test_a_last_page_cut_short_is_found_by_verify);
    STORE_ADD("/history/open/flipped-bits-crash-nothing", test_flipped_bits_crash_nothing);
    STORE_ADD("/history/open/an-emptied-file-keeps-its-log", test_an_emptied_file_keeps_its_log);
    STORE_ADD("/history/open/anothers-log-is-not-taken-for-ours",
              test_anothers_log_is_not_taken_for_ours);
    STORE_ADD("/history/open/a-busy-history-waits-and-then-says-so",
              test_a_busy_history_waits_and_then_says_so);
    STORE_ADD("/history/open/a-locked-file-is-busy-when-opened",
              test_a_locked_file_is_busy_when_opened);
    return g_test_run();
}
