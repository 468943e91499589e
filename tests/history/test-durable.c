// SPDX-License-Identifier: Apache-2.0
/* What was acknowledged is there: after a kill, on a full disk, with other instances at work. */
#include "sample.h"
#include "store.h"
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS     50
#define INSTANCES 20
#define EVENTS    20 /* of each instance */

/* Appends notes to a new session for ever; a byte on the pipe says that one more is saved. */
static void append_and_acknowledge(const Store *store, int acks)
{
    FpHistory *history = store_open(store, FP_HISTORY_WRITE);
    FpRecord *record = store_start(history);
    for (unsigned i = 0;; i++) {
        g_autofree char *note = g_strdup_printf("text=%u", i);
        store_append(record, FP_EVENT_NOTED, note);
        if (write(acks, "+", 1) != 1)
            _exit(1);
    }
}

static size_t count_acknowledged(int acks)
{
    char bytes[4096];
    size_t count = 0;
    ssize_t n_read;
    while ((n_read = read(acks, bytes, sizeof bytes)) > 0)
        count += (size_t)n_read;
    return count;
}

/* Waits for some acknowledgements and then a moment more: kills fall everywhere between two events,
 * however slow the disk is. */
static void wait_for_a_moment(int acks, size_t *n_acknowledged)
{
    char byte;
    size_t n_wanted = (size_t)g_test_rand_int_range(0, 12);
    while (*n_acknowledged < n_wanted && read(acks, &byte, 1) == 1)
        (*n_acknowledged)++;
    g_usleep((gulong)g_test_rand_int_range(0, 20000));
}

/* Starts the child, kills it at some moment; how many notes it had acknowledged. */
static size_t kill_one(const Store *store)
{
    int pipes[2];
    size_t n_acknowledged = 0;
    g_assert_cmpint(pipe(pipes), ==, 0);
    pid_t child = fork();
    if (child == 0) {
        close(pipes[0]);
        append_and_acknowledge(store, pipes[1]);
    }
    close(pipes[1]);
    wait_for_a_moment(pipes[0], &n_acknowledged);
    g_assert_cmpint(kill(child, SIGKILL), ==, 0);
    g_assert_cmpint(waitpid(child, NULL, 0), ==, child);
    n_acknowledged += count_acknowledged(pipes[0]);
    close(pipes[0]);
    return n_acknowledged;
}

static size_t count_notes(FpHistory *history, int64_t number)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = fp_record_load(history, number, &error);
    g_assert_no_error(error);
    const FpSession *session = fp_record_session(record);
    const char *last = fp_session_note(session, FP_NONE);
    size_t n_notes = last != NULL ? (size_t)g_ascii_strtoull(last, NULL, 10) + 1 : 0;
    g_assert_cmpuint(fp_session_n_events(session), <=, n_notes + 4);
    return n_notes;
}

static void test_a_kill_loses_nothing_that_was_acknowledged(Store *store, const void *unused)
{
    (void)unused;
    size_t total = 0, n_before = 0;
    for (int i = 0; i < KILLS; i++) {
        size_t n_acknowledged = kill_one(store), n_sessions;
        // Who comes next may only read: what is still in the log is there for them too.
        if (!g_file_test(store->path, G_FILE_TEST_EXISTS) || n_before + n_acknowledged == 0)
            fp_history_close(store_open(store, FP_HISTORY_WRITE));
        g_autoptr(FpHistory) history =
            store_open(store, i % 2 == 0 ? FP_HISTORY_READ : FP_HISTORY_WRITE);
        g_autoptr(GError) error = NULL;
        g_assert_true(fp_history_count(history, 0, &n_sessions, NULL));
        if (n_sessions > n_before) {
            size_t n_notes = count_notes(history, (int64_t)n_sessions);
            // At most one was saved and not told any more.
            g_assert_true(n_notes == n_acknowledged || n_notes == n_acknowledged + 1);
        } else {
            g_assert_cmpuint(n_acknowledged, ==, 0); // killed before its session began
        }
        n_before = n_sessions;
        total += n_acknowledged;
        if (i % 10 == 9) // all of them: the one that was killed was checked as it was loaded
            fp_history_verify(history, &error);
        g_assert_no_error(error);
    }
    g_test_message("%d kills, %zu events acknowledged, none lost", KILLS, total);
}

static void limit_files(rlim_t n_bytes)
{
    struct rlimit limit = { n_bytes, RLIM_INFINITY };
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
}

static void test_a_full_disk_is_told_and_the_same_event_can_be_saved_later(Store *store,
                                                                           const void *unused)
{
    (void)unused;
    signal(SIGXFSZ, SIG_IGN); // as the program does
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autofree char *text = g_strnfill(8000, 'x');
    g_autoptr(FpEvent) event = fp_event_new_with_text(FP_EVENT_NOTED, NULL, text, SAMPLE_MS);
    g_autoptr(GError) error = NULL;
    size_t n_saved = 0;
    limit_files(1024 * 1024);
    while (n_saved < 10000 && fp_record_append(record, event, &error))
        n_saved++;
    g_autoptr(GError) again = NULL;
    g_assert_false(fp_record_append(record, event, &again));
    limit_files(RLIM_INFINITY);
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
    g_assert_nonnull(strstr(error->message, "not saved: writing failed"));
    g_assert_cmpuint(n_saved, >, 5);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), ==, n_saved + 4);
    g_clear_error(&error);
    fp_record_append(record, event, &error);
    g_assert_no_error(error);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
    g_autoptr(FpRecord) loaded = fp_record_load(history, 1, &error);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(loaded)), ==, n_saved + 5);
}

static void test_a_disk_too_full_to_start_leaves_nothing_half_done(Store *store, const void *unused)
{
    (void)unused;
    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t n_kib = 0; n_kib <= 120; n_kib += 8) {
        g_autoptr(GError) error = NULL;
        limit_files(n_kib * 1024);
        g_autoptr(FpHistory) history = fp_history_open(store->path, FP_HISTORY_WRITE, &error);
        limit_files(RLIM_INFINITY);
        if (history == NULL)
            g_assert_true(error->domain == FP_ERROR);
    }
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(GError) error = NULL;
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

/* A busy history says so after some seconds, having lost nothing: the event is tried again. */
static FpRecord *start_patiently(FpHistory *history)
{
    for (;;) {
        g_autoptr(GError) error = NULL;
        FpRecord *record = fp_record_start(history, sample_tree(), SAMPLE_MS, &error);
        if (record != NULL)
            return record;
        g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_BUSY);
    }
}

static void append_patiently(FpRecord *record, const FpEvent *event)
{
    g_autoptr(GError) error = NULL;
    while (!fp_record_append(record, event, &error)) {
        g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_BUSY);
        g_clear_error(&error);
    }
}

static void write_session(const Store *store)
{
    g_autoptr(FpHistory) history = NULL;
    g_autoptr(FpEvent) event = fp_event_new_with_text(FP_EVENT_NOTED, NULL, "here", SAMPLE_MS);
    while (history == NULL) {
        g_autoptr(GError) error = NULL;
        history = fp_history_open(store->path, FP_HISTORY_WRITE, &error);
        if (history == NULL)
            g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_BUSY);
    }
    g_autoptr(FpRecord) record = start_patiently(history);
    for (int i = 1; i < EVENTS; i++)
        append_patiently(record, event);
}

static void test_twenty_instances_at_once_all_save_everything(Store *store, const void *unused)
{
    (void)unused;
    pid_t children[INSTANCES];
    for (size_t i = 0; i < INSTANCES; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            write_session(store); // the history is made by whoever comes first
            _exit(0);
        }
    }
    for (size_t i = 0; i < INSTANCES; i++) {
        int status;
        g_assert_cmpint(waitpid(children[i], &status, 0), ==, children[i]);
        g_assert_cmpint(status, ==, 0);
    }
    store_expect(store, "SELECT count(*), min(n_events), max(n_events) FROM session", "20|20|20\n");
    store_expect(store, "SELECT count(*), max(number) FROM ledger", "400|400\n");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

static void test_an_event_takes_a_millisecond_or_two(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    static const char *const answers[] = { "question=water\nanswer=high",
                                           "question=water\nanswer=calm" };
    const int n = 200;
    g_test_timer_start();
    for (int i = 0; i < n; i++)
        store_append(record, FP_EVENT_ANSWERED, answers[i % 2]);
    double each = g_test_timer_elapsed() / n;
    g_test_message("%.2f ms an answer", each * 1e3);
    g_assert_cmpfloat(each, <, 0.5); // a slow disk, a sanitizer's build
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/durable/a-kill-loses-nothing-that-was-acknowledged",
              test_a_kill_loses_nothing_that_was_acknowledged);
    STORE_ADD("/history/durable/a-full-disk-is-told-and-the-same-event-can-be-saved-later",
              test_a_full_disk_is_told_and_the_same_event_can_be_saved_later);
    STORE_ADD("/history/durable/a-disk-too-full-to-start-leaves-nothing-half-done",
              test_a_disk_too_full_to_start_leaves_nothing_half_done);
    STORE_ADD("/history/durable/twenty-instances-at-once-all-save-everything",
              test_twenty_instances_at_once_all_save_everything);
    STORE_ADD("/history/durable/an-event-takes-a-millisecond-or-two",
              test_an_event_takes_a_millisecond_or_two);
    return g_test_run();
}
