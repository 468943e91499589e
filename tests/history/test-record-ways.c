// SPDX-License-Identifier: Apache-2.0
/* What is told and what is kept where the file fails, goes away, or another instance was there. */
#include "faulty.h"
#include "sample.h"
#include "store.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static bool answer(FpRecord *record, const char *fields, GError **error)
{
    g_autoptr(FpEvent) event = sample_event(FP_EVENT_ANSWERED, SAMPLE_MS, fields);
    return fp_record_append(record, event, error);
}

static void expect_refused(FpRecord *record, FpErrorCode code, const char *says)
{
    g_autoptr(GError) error = NULL;
    size_t n_before = fp_session_n_events(fp_record_session(record));
    g_assert_false(answer(record, "question=water\nanswer=high", &error));
    g_assert_error(error, FP_ERROR, (int)code);
    if (strstr(error->message, says) == NULL)
        g_error("'%s' does not say '%s'", error->message, says);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), ==, n_before);
    g_assert_false(fp_record_is_saved(record));
    g_assert_cmpint(fp_record_saving(record), ==, FP_SAVING_BEHIND);
}

static void expect_whole(const char *path, const FpRecord *record)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_READ, &error);
    g_assert_no_error(error);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
    g_autoptr(FpRecord) loaded = fp_record_load(history, fp_record_number(record), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(fp_record_id(loaded), ==, fp_record_id(record));
    g_assert_cmpstr(fp_record_digest(loaded), ==, fp_record_digest(record));
    g_assert_cmpuint(fp_session_n_events(fp_record_session(loaded)), ==,
                     fp_session_n_events(fp_record_session(record)));
}

static void save_anew(FpRecord *record)
{
    g_autoptr(GError) error = NULL;
    fp_record_save_anew(record, &error);
    g_assert_no_error(error);
    g_assert_true(fp_record_is_saved(record));
}

/* ---- The file goes away ---- */

static void test_a_removed_file_is_told(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_assert_true(fp_record_is_saved(record));
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "it was removed or moved");
    expect_refused(record, FP_ERROR_HISTORY_GONE, store->path);
    g_assert_false(g_file_test(store->path, G_FILE_TEST_EXISTS)); // nothing is made unasked
}

static void test_a_session_is_written_anew(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) first = store_start(history);
    g_autoptr(FpRecord) record = store_start(history);
    g_assert_cmpint(fp_record_number(record), ==, 2);
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "it was removed");
    save_anew(record);
    g_assert_cmpint(fp_record_number(record), ==, 1);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    expect_whole(store->path, record);
}

static void test_a_moved_file_is_whole_and_not_written_to(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *moved = store_path(store, "moved.db");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(FpRecord) same = store_start(history); // stays as the file was when it was moved
    g_assert_cmpint(g_rename(store->path, moved), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "it was removed or moved");
    save_anew(record);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    expect_whole(store->path, record);
    // What only the log held went with the file.
    expect_whole(moved, same);
}

static void test_a_file_put_back_is_taken_up(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *moved = store_path(store, "moved.db");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_assert_cmpint(g_rename(store->path, moved), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "it was removed or moved");
    g_assert_cmpint(g_rename(moved, store->path), ==, 0);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_assert_true(fp_record_is_saved(record));
    expect_whole(store->path, record);
}

static void copy_file(const char *from, const char *to)
{
    g_autofree char *bytes = NULL;
    size_t n_bytes;
    g_assert_true(g_file_get_contents(from, &bytes, &n_bytes, NULL));
    g_assert_true(g_file_set_contents_full(to, bytes, (gssize)n_bytes,
                                           G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

static void test_a_replaced_file_is_told(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *backup = store_path(store, "backup.db");
    store_fill(store);
    copy_file(store->path, backup);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = fp_record_load(history, 2, &error);
    g_assert_no_error(error);
    store_append(record, FP_EVENT_CLEARED, "question=water");
    g_assert_cmpint(g_rename(backup, store->path), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "another file stands in its place");
    // The backup has an earlier state of this very session: it is taken further.
    save_anew(record);
    g_assert_cmpint(fp_record_number(record), ==, 2);
    expect_whole(store->path, record);
    store_expect(store, "SELECT count(*) FROM session", "3\n");
}

static void test_writing_anew_may_fail(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    g_assert_true(g_file_set_contents(store->path, "Dear diary, today I wrote nothing.", -1, NULL));
    g_assert_false(fp_record_save_anew(record, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_FOREIGN);
    g_clear_error(&error);
    g_assert_true(answer(record, "question=water\nanswer=high", &error)); // goes on unsaved
    g_assert_cmpint(fp_record_saving(record), ==, FP_SAVING_BEHIND);
    g_assert_cmpuint(fp_record_n_unsaved(record), ==, 5);
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    g_assert_true(fp_record_save(record, &error));
    g_assert_no_error(error);
    expect_whole(store->path, record);
}

static void test_leaving_finds_out_too(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(GError) error = NULL;
    g_assert_true(fp_record_save(record, &error));
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    g_assert_false(fp_record_save(record, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_GONE);
    g_assert_false(fp_record_is_saved(record));
}

/* ---- The file fails ---- */

static void test_a_person_may_go_on_unsaved(Store *store, const void *unused)
{
    (void)unused;
    faulty_install();
    FpHistory *history = store_open(store, FP_HISTORY_WRITE);
    FpRecord *record = store_start(history);
    faulty_arm(0, SQLITE_FULL, FAULTY_FROM_THEN_ON);
    expect_refused(record, FP_ERROR_HISTORY, "the disk is full");
    fp_record_go_on_unsaved(record);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    store_append(record, FP_EVENT_NOTED, "question=water\ntext=Ask the miller.");
    g_assert_cmpuint(fp_record_n_unsaved(record), ==, 2);
    g_assert_false(fp_record_is_saved(record));
    store_expect(store, "SELECT count(*) FROM event", "4\n");
    faulty_disarm();
    g_autoptr(GError) error = NULL;
    g_assert_true(fp_record_save(record, &error));
    g_assert_no_error(error);
    g_assert_true(fp_record_is_saved(record));
    g_assert_cmpuint(fp_record_n_unsaved(record), ==, 0);
    store_append(record, FP_EVENT_CLEARED, "question=water");
    expect_whole(store->path, record);
    fp_record_free(record);
    fp_history_close(history);
    faulty_remove();
}

static void test_another_file_takes_the_session(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *other = store_path(store, "deep/other.db");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(g_unlink(store->path), ==, 0);
    expect_refused(record, FP_ERROR_HISTORY_GONE, "it was removed");
    g_assert_false(fp_record_save_elsewhere(record, store->folder, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
    g_clear_error(&error);
    fp_record_save_elsewhere(record, other, &error);
    g_assert_no_error(error);
    g_assert_true(fp_record_is_saved(record));
    g_assert_cmpstr(fp_record_history_path(record), ==, other);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    expect_whole(other, record);
}

/* ---- Nothing to save ---- */

static void test_nothing_is_made_before_something_is_said(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *path = store_path(store, "not/yet/there.db");
    g_autofree char *folder = store_path(store, "not");
    g_autoptr(GError) error = NULL;
    size_t count = 7;
    int64_t number;
    g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_WRITE, &error);
    g_assert_no_error(error);
    g_assert_true(fp_history_count(history, 0, &count, &error));
    g_assert_cmpuint(count, ==, 0);
    g_autoptr(GPtrArray) list = fp_history_list(history, 0, 0, 5, &error);
    g_assert_cmpuint(list->len, ==, 0);
    g_assert_false(fp_history_find(history, "last", &number, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    g_clear_error(&error);
    g_assert_null(fp_record_load(history, 1, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    g_clear_error(&error);
    g_autoptr(FpRecord) record = fp_record_begin(history, sample_tree(), SAMPLE_MS);
    store_append(record, FP_EVENT_REVISITED, "question=load");
    g_assert_cmpint(fp_record_saving(record), ==, FP_SAVING_WAITS);
    g_assert_false(g_file_test(folder, G_FILE_TEST_EXISTS));
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_assert_true(fp_record_is_saved(record));
    g_assert_cmpint(fp_record_number(record), ==, 1);
    g_assert_cmpuint(store_mode(folder), ==, 0700);
    g_assert_cmpuint(store_mode(path), ==, 0600);
    expect_whole(path, record);
}

static void refuse_closed_folder(const Store *store)
{
    g_autofree char *path = store_path(store, "closed/not/there.db");
    store_refuses(path, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "permission denied");
}

static void test_what_could_not_be_made_is_told_at_once(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *closed = store_path(store, "closed");
    g_autofree char *file = store_path(store, "file");
    g_autofree char *under = store_path(store, "file/there.db");
    g_assert_cmpint(g_mkdir(closed, 0500), ==, 0);
    g_assert_cmpint(g_chmod(store->folder, 0755), ==, 0);
    store_as_nobody(store, refuse_closed_folder);
    g_assert_true(g_file_set_contents(file, "x", -1, NULL));
    store_refuses(under, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "not a directory");
}

/* ---- Another instance ---- */

static void test_a_session_open_elsewhere_is_known(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) here = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpHistory) there = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    FpRecord *mine = fp_record_load(here, 2, &error);
    g_autoptr(FpRecord) theirs = fp_record_load(there, 2, &error);
    g_autoptr(FpRecord) other = fp_record_load(there, 3, &error);
    g_assert_no_error(error);
    g_assert_false(fp_record_is_open_elsewhere(mine));
    g_assert_false(fp_record_is_open_elsewhere(mine)); // asking twice is no other
    g_assert_true(fp_record_is_open_elsewhere(theirs));
    g_assert_false(fp_record_is_open_elsewhere(other));
    fp_record_free(mine);
    g_assert_false(fp_record_is_open_elsewhere(theirs));
}

static void test_a_stale_session_is_loaded_again(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) here = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpHistory) there = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) mine = fp_record_load(here, 2, &error);
    g_autoptr(FpRecord) theirs = fp_record_load(there, 2, &error);
    store_append(theirs, FP_EVENT_ANSWERED, "question=water\nanswer=calm");
    expect_refused(mine, FP_ERROR_HISTORY_STALE, "another instance");
    g_assert_true(fp_record_reload(mine, &error));
    g_assert_no_error(error);
    g_assert_true(fp_record_is_saved(mine));
    g_assert_cmpstr(fp_record_digest(mine), ==, fp_record_digest(theirs));
    store_append(mine, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    expect_whole(store->path, mine);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, test) STORE_ADD("/history/record-ways/" name, test)
    ADD("a-removed-file-is-told", test_a_removed_file_is_told);
    ADD("a-session-is-written-anew", test_a_session_is_written_anew);
    ADD("a-moved-file-is-whole-and-not-written-to", test_a_moved_file_is_whole_and_not_written_to);
    ADD("a-file-put-back-is-taken-up", test_a_file_put_back_is_taken_up);
    ADD("a-replaced-file-is-told", test_a_replaced_file_is_told);
    ADD("writing-anew-may-fail", test_writing_anew_may_fail);
    ADD("leaving-finds-out-too", test_leaving_finds_out_too);
    ADD("a-person-may-go-on-unsaved", test_a_person_may_go_on_unsaved);
    ADD("another-file-takes-the-session", test_another_file_takes_the_session);
    ADD("nothing-is-made-before-something-is-said", test_nothing_is_made_before_something_is_said);
    ADD("what-could-not-be-made-is-told-at-once", test_what_could_not_be_made_is_told_at_once);
    ADD("a-session-open-elsewhere-is-known", test_a_session_open_elsewhere_is_known);
    ADD("a-stale-session-is-loaded-again", test_a_stale_session_is_loaded_again);
#undef ADD
    return g_test_run();
}
