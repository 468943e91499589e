// SPDX-License-Identifier: Apache-2.0
/* Every write, truncation and sync fails once, and from then on; and the power fails at any moment. */
#include "faulty.h"
#include "sample.h"
#include "store.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static void set_up(Store *store, const void *unused)
{
    store_set_up(store, unused);
    faulty_install();
}

static void tear_down(Store *store, const void *unused)
{
    faulty_remove();
    store_tear_down(store, unused);
}

static const struct {
    int code;
    FpErrorCode error;
    const char *says;
} faults[] = {
    { SQLITE_FULL, FP_ERROR_HISTORY, "the disk is full" },
    { SQLITE_IOERR_WRITE, FP_ERROR_HISTORY, "writing failed" },
    { SQLITE_IOERR_FSYNC, FP_ERROR_HISTORY, "history '" },
};

static const char *const steps[] = {
    "question=water\nanswer=high",
    "question=load\nanswer=stones,hay",
    "question=weight\nanswer=7",
};

/* One event while the n-th write fails; true where that was past the last one. Whatever was said to be
 * saved or not saved is so. */
static bool append_with_fault(FpRecord *record, size_t step, unsigned n, size_t row,
                              FaultyKind kind)
{
    size_t n_before = fp_session_n_events(fp_record_session(record));
    g_autoptr(FpEvent) event = sample_event(FP_EVENT_ANSWERED, SAMPLE_MS, steps[step % 3]);
    g_autoptr(GError) error = NULL;
    faulty_arm(n, faults[row].code, kind);
    bool is_saved = fp_record_append(record, event, &error);
    bool has_failed = faulty_disarm();
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), ==, n_before + is_saved);
    if (!is_saved) {
        g_assert_true(has_failed);
        g_assert_error(error, FP_ERROR, (int)faults[row].error);
        g_assert_nonnull(strstr(error->message, faults[row].says));
        g_clear_error(&error);
        fp_record_append(record, event, &error); // the same event, tried again
        g_assert_no_error(error);
    }
    return !has_failed;
}

static void test_any_write_may_fail_and_the_event_be_tried_again(Store *store, const void *unused)
{
    (void)unused;
    for (size_t row = 0; row < G_N_ELEMENTS(faults); row++) {
        for (FaultyKind kind = FAULTY_ONCE; kind <= FAULTY_FROM_THEN_ON; kind++) {
            g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
            g_autoptr(FpRecord) record = store_start(history);
            g_autoptr(GError) error = NULL;
            unsigned n = 0;
            while (!append_with_fault(record, n, n, row, kind))
                n++;
            g_assert_cmpuint(n, >, 4);
            fp_history_verify(history, &error);
            g_assert_no_error(error);
            int64_t number = fp_record_number(record);
            g_autoptr(FpRecord) loaded = fp_record_load(history, number, &error);
            g_assert_no_error(error);
            g_assert_cmpstr(fp_record_digest(loaded), ==, fp_record_digest(record));
        }
    }
}

static void test_any_write_may_fail_while_a_history_is_made(Store *store, const void *unused)
{
    (void)unused;
    bool is_past_the_last = false;
    for (unsigned n = 0; !is_past_the_last; n++) {
        g_autoptr(GError) error = NULL;
        faulty_arm(n, faults[n % G_N_ELEMENTS(faults)].code, FAULTY_FROM_THEN_ON);
        g_autoptr(FpHistory) history = fp_history_open(store->path, FP_HISTORY_WRITE, &error);
        g_autoptr(FpRecord) record =
            history != NULL ? fp_record_start(history, sample_tree(), SAMPLE_MS, &error) : NULL;
        is_past_the_last = !faulty_disarm();
        if (record == NULL)
            g_assert_true(error->domain == FP_ERROR);
        g_clear_pointer(&record, fp_record_free);
        g_clear_pointer(&history, fp_history_close);
        g_clear_error(&error);
        history = store_open(store, FP_HISTORY_WRITE);
        g_assert_nonnull(record = store_start(history));
        fp_history_verify(history, &error);
        g_assert_no_error(error);
        g_clear_pointer(&history, fp_history_close);
        g_unlink(store->path);
    }
}

static void expect_after_power_cut(const char *path, size_t n_events)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_WRITE, &error);
    g_assert_no_error(error);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
    g_autoptr(FpRecord) record = fp_record_load(history, 1, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), >=, n_events);
}

static void test_a_power_cut_loses_nothing_that_was_saved(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *copy = store_path(store, "after.db");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autofree char *long_note = g_strnfill(7000, 'x');
    // Long enough for several checkpoints: a thousand pages each.
    for (int i = 0; i < 600; i++) {
        g_autoptr(FpEvent) note =
            fp_event_new_with_text(FP_EVENT_NOTED, NULL, long_note, SAMPLE_MS);
        g_autoptr(GError) error = NULL;
        fp_record_append(record, note, &error);
        g_assert_no_error(error);
        if (i < 10 || g_test_rand_int_range(0, 20) == 0) {
            faulty_cut_power(store->path, copy);
            expect_after_power_cut(copy, fp_session_n_events(fp_record_session(record)));
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add(path, Store, NULL, set_up, test, tear_down)
    ADD("/history/faults/any-write-may-fail-and-the-event-be-tried-again",
        test_any_write_may_fail_and_the_event_be_tried_again);
    ADD("/history/faults/any-write-may-fail-while-a-history-is-made",
        test_any_write_may_fail_while_a_history_is_made);
    ADD("/history/faults/a-power-cut-loses-nothing-that-was-saved",
        test_a_power_cut_loses_nothing_that_was_saved);
    return g_test_run();
}
