// SPDX-License-Identifier: Apache-2.0
/* Histories of every released schema, kept in fixtures/ for ever, are brought to this program's; and
 * the steps themselves, tried with ones to come. */
#include "history-private.h"
#include "schema-private.h"
#include "store.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define VERSION_TO_COME 3

static const char *const sql_to_come[] = {
    "ALTER TABLE session ADD COLUMN mood TEXT;",
    "CREATE TABLE place (name TEXT PRIMARY KEY) STRICT; INSERT INTO place VALUES ('here');",
};

/* This program's migrations up to version 1 and two made up ones. */
static const FpMigration *migrations_to_come(void)
{
    static FpMigration migrations[VERSION_TO_COME];
    migrations[0] = fp_migrations[0];
    for (size_t i = 0; i < G_N_ELEMENTS(sql_to_come); i++)
        migrations[i + 1] = (FpMigration) { sql_to_come[i], NULL };
    return migrations;
}

static FpHistory *open_at(const Store *store, FpHistoryMode mode, int version, GError **error)
{
    return fp_history_open_with(store->path, mode, migrations_to_come(), version, error);
}

static void load_fixture(const Store *store, int version)
{
    g_autofree char *name = g_strdup_printf("fixtures/v%d.sql", version);
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "history", name, NULL);
    g_autofree char *sql = NULL;
    g_assert_true(g_file_get_contents(path, &sql, NULL, NULL));
    store_sql(store, sql);
}

static void test_every_released_history_opens_and_is_whole(Store *store, const void *unused)
{
    (void)unused;
    for (int version = 1; version <= fp_n_migrations; version++) {
        g_autoptr(GError) error = NULL;
        load_fixture(store, version);
        g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
        fp_history_verify(history, &error);
        g_assert_no_error(error);
        g_autoptr(FpRecord) record = fp_record_load(history, 1, &error);
        g_assert_no_error(error);
        g_assert_cmpint(fp_session_state(fp_record_session(record)), ==, FP_SESSION_DECIDED);
        g_clear_pointer(&history, fp_history_close);
        g_unlink(store->path);
    }
}

static void test_each_step_runs_once_with_a_copy_before(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *first = g_strconcat(store->path, ".v1-copy", NULL);
    g_autofree char *second = g_strconcat(store->path, ".v2-copy", NULL);
    store_fill(store);
    for (int i = 0; i < 2; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(FpHistory) history = open_at(store, FP_HISTORY_WRITE, VERSION_TO_COME, &error);
        g_assert_no_error(error);
        fp_history_verify(history, &error);
        g_assert_no_error(error);
    }
    store_expect(store, "SELECT count(*), mood FROM session", "3|\n");
    store_expect(store, "SELECT name FROM place", "here\n");
    store_expect(store, "PRAGMA user_version", "3\n");
    g_assert_cmpuint(store_mode(first), ==, 0600);
    g_assert_cmpuint(store_mode(second), ==, 0600);
    Store copy = { .folder = store->folder, .path = first };
    g_autoptr(FpHistory) old = store_open(&copy, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    fp_history_verify(old, &error);
    g_assert_no_error(error);
}

static void test_a_new_history_needs_no_copy(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *copy = g_strconcat(store->path, ".v1-copy", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = open_at(store, FP_HISTORY_WRITE, 1, &error);
    g_assert_no_error(error);
    g_assert_false(g_file_test(copy, G_FILE_TEST_EXISTS));
}

static void test_an_old_copy_is_not_written_over(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *first = g_strconcat(store->path, ".v1-copy", NULL);
    g_autofree char *second = g_strconcat(store->path, ".v1-copy-2", NULL);
    g_autofree char *kept = NULL;
    store_fill(store);
    g_assert_true(g_file_set_contents(first, "mine", -1, NULL));
    fp_history_close(open_at(store, FP_HISTORY_WRITE, 2, NULL));
    g_assert_true(g_file_get_contents(first, &kept, NULL, NULL));
    g_assert_cmpstr(kept, ==, "mine");
    g_assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
}

static void test_the_schema_is_known_by_its_digest(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autofree char *digest = fp_schema_digest(history, NULL);
    g_assert_cmpstr(digest, ==, fp_migrations[fp_n_migrations - 1].schema_digest);
}

// A digest that is not the schema's only makes the check slow: the schema's texts decide.
static void test_a_wrong_digest_refuses_nothing(Store *store, const void *unused)
{
    (void)unused;
    const FpMigration migrations[] = { { fp_migrations[0].sql, "sha256:0" } };
    store_fill(store);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history =
        fp_history_open_with(store->path, FP_HISTORY_WRITE, migrations, 1, &error);
    g_assert_no_error(error);
}

static void test_reading_upgrades_nothing(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(GError) error = NULL;
    g_assert_null(open_at(store, FP_HISTORY_READ, 2, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
    g_assert_nonnull(strstr(error->message, "older version"));
    store_expect(store, "PRAGMA user_version", "1\n");
}

static void test_an_older_program_leaves_a_newer_history_alone(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    fp_history_close(open_at(store, FP_HISTORY_WRITE, 2, NULL));
    store_refuses(store->path, FP_HISTORY_WRITE, FP_ERROR_HISTORY_NEWER, "schema 2");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_assert_nonnull(fp_history_warning(history));
}

static void test_a_step_that_fails_changes_nothing(Store *store, const void *unused)
{
    (void)unused;
    const FpMigration broken[] = { fp_migrations[0],
                                   { "CREATE TABLE half (a); CREATE TABLE session (b);", NULL } };
    store_fill(store);
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_history_open_with(store->path, FP_HISTORY_WRITE, broken, 2, &error));
    g_assert_nonnull(error);
    store_expect(store, "PRAGMA user_version", "1\n");
    fp_history_close(store_open(store, FP_HISTORY_WRITE)); // its schema is exactly the old one
}

static void upgrade_in_child(const Store *store, unsigned after_us)
{
    pid_t child = fork();
    if (child == 0) {
        fp_history_close(open_at(store, FP_HISTORY_WRITE, VERSION_TO_COME, NULL));
        _exit(0);
    }
    g_usleep(after_us);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

static void test_a_kill_leaves_the_old_schema_or_the_new(Store *store, const void *unused)
{
    (void)unused;
    for (unsigned i = 0; i < 20; i++) {
        g_autoptr(GError) error = NULL;
        store_fill(store);
        upgrade_in_child(store, (unsigned)g_test_rand_int_range(0, 12000));
        g_autoptr(FpHistory) history = open_at(store, FP_HISTORY_WRITE, VERSION_TO_COME, &error);
        g_assert_no_error(error);
        fp_history_verify(history, &error);
        g_assert_no_error(error);
        g_clear_pointer(&history, fp_history_close);
        store_tear_down(store, NULL);
        store_set_up(store, NULL);
    }
}

static void test_several_that_upgrade_at_once_all_get_there(Store *store, const void *unused)
{
    (void)unused;
    pid_t children[8];
    store_fill(store);
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++) {
        children[i] = fork();
        if (children[i] == 0) {
            g_autoptr(FpHistory) history = open_at(store, FP_HISTORY_WRITE, VERSION_TO_COME, NULL);
            _exit(history != NULL ? 0 : 1);
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(children); i++) {
        int status;
        g_assert_cmpint(waitpid(children[i], &status, 0), ==, children[i]);
        g_assert_cmpint(status, ==, 0);
    }
    store_expect(store, "SELECT name FROM place", "here\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/migrations/every-released-history-opens-and-is-whole",
              test_every_released_history_opens_and_is_whole);
    STORE_ADD("/history/migrations/each-step-runs-once-with-a-copy-before",
              test_each_step_runs_once_with_a_copy_before);
    STORE_ADD("/history/migrations/a-new-history-needs-no-copy", test_a_new_history_needs_no_copy);
    STORE_ADD("/history/migrations/the-schema-is-known-by-its-digest",
              test_the_schema_is_known_by_its_digest);
    STORE_ADD("/history/migrations/a-wrong-digest-refuses-nothing",
              test_a_wrong_digest_refuses_nothing);
    STORE_ADD("/history/migrations/an-old-copy-is-not-written-over",
              test_an_old_copy_is_not_written_over);
    STORE_ADD("/history/migrations/reading-upgrades-nothing", test_reading_upgrades_nothing);
    STORE_ADD("/history/migrations/an-older-program-leaves-a-newer-history-alone",
              test_an_older_program_leaves_a_newer_history_alone);
    STORE_ADD("/history/migrations/a-step-that-fails-changes-nothing",
              test_a_step_that_fails_changes_nothing);
    STORE_ADD("/history/migrations/a-kill-leaves-the-old-schema-or-the-new",
              test_a_kill_leaves_the_old_schema_or_the_new);
    STORE_ADD("/history/migrations/several-that-upgrade-at-once-all-get-there",
              test_several_that_upgrade_at_once_all_get_there);
    return g_test_run();
}
