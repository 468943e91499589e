// SPDX-License-Identifier: Apache-2.0
#include "sample.h"
#include "store.h"
#include <string.h>

static void assert_same(const FpRecord *a, const FpRecord *b)
{
    const FpSession *left = fp_record_session(a), *right = fp_record_session(b);
    const FpTree *tree = fp_record_tree(a);
    g_assert_cmpstr(fp_record_id(a), ==, fp_record_id(b));
    g_assert_cmpstr(fp_record_digest(a), ==, fp_record_digest(b));
    g_assert_cmpuint(fp_session_n_events(left), ==, fp_session_n_events(right));
    g_assert_cmpint(fp_session_state(left), ==, fp_session_state(right));
    g_assert_cmpint(fp_session_last_ms(left), ==, fp_session_last_ms(right));
    for (size_t i = 0; i < tree->n_questions; i++) {
        g_assert_true(fp_answer_equal(fp_answer_sheet_get(fp_session_sheet(left), i),
                                      fp_answer_sheet_get(fp_session_sheet(right), i)));
        g_assert_cmpstr(fp_session_note(left, i), ==, fp_session_note(right, i));
        g_assert_cmpstr(fp_session_who(left, i), ==, fp_session_who(right, i));
    }
}

static FpRecord *load(FpHistory *history, int64_t number)
{
    g_autoptr(GError) error = NULL;
    FpRecord *record = fp_record_load(history, number, &error);
    g_assert_no_error(error);
    return record;
}

static void test_a_session_is_loaded_as_it_was_left(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_assert_true(fp_record_is_saved(record));
    g_assert_cmpint(fp_record_number(record), ==, 1);
    g_assert_cmpuint(strlen(fp_record_id(record)), ==, 32);
    store_append(record, FP_EVENT_UNKNOWN, "question=water\nwho=Ann");
    store_append(record, FP_EVENT_NOTED, "question=load\ntext=Ω \"quoted\"\\ and more");
    g_autoptr(FpRecord) open = load(history, 1);
    assert_same(record, open);
    store_finish(record);
    store_append(record, FP_EVENT_DECIDED, "outcome=ferry\ntext=We like it.");
    g_autoptr(FpRecord) decided = load(history, 1);
    assert_same(record, decided);
    g_assert_cmpstr(fp_session_decided(fp_record_session(decided))->text, ==, "We like it.");
    g_assert_cmpstr(fp_session_finished(fp_record_session(decided))->outcome, ==, "bridge");
}

static void test_a_loaded_session_goes_on(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = load(history, 2);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_autoptr(FpRecord) again = load(history, 2);
    assert_same(record, again);
    g_autoptr(GError) error = NULL;
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

static void test_an_event_is_on_disk_when_append_returns(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_expect(store, "SELECT sequence, kind FROM event ORDER BY sequence",
                 "1|started\n2|answered\n3|answered\n4|answered\n");
    store_expect(store, "SELECT payload FROM event WHERE sequence = 3",
                 "{\"question\":\"load\",\"answer\":[\"stones\"]}\n");
    store_expect(store, "SELECT count(*), max(number) FROM ledger", "4|4\n");
}

static void test_what_is_refused_leaves_session_and_file_as_they_were(Store *store,
                                                                      const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autofree char *digest = g_strdup(fp_record_digest(record));
    g_autoptr(FpEvent) event =
        sample_event(FP_EVENT_ANSWERED, SAMPLE_MS, "question=water\nanswer=wavy");
    g_autoptr(GError) error = NULL;
    g_assert_false(fp_record_append(record, event, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    g_assert_cmpuint(fp_session_n_events(fp_record_session(record)), ==, 4);
    g_assert_cmpstr(fp_record_digest(record), ==, digest);
    store_expect(store, "SELECT count(*) FROM event", "4\n");
}

static void test_a_verdict_that_does_not_follow_is_refused(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    g_autoptr(FpEvent) event =
        fp_session_new_finished(fp_record_session(record), fp_record_compiled(record), SAMPLE_MS);
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_autoptr(GError) error = NULL;
    g_assert_false(fp_record_append(record, event, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    g_assert_nonnull(strstr(error->message, "does not follow"));
    store_finish(record);
}

static void test_the_digest_is_that_of_the_last_event_of_content(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_finish(record);
    g_autofree char *digest = g_strdup(fp_record_digest(record));
    g_assert_true(g_str_has_prefix(digest, "sha256:"));
    store_append(record, FP_EVENT_EXPORTED, "text=pdf");
    store_append(record, FP_EVENT_RENAMED, "text=Tuesday");
    g_assert_cmpstr(fp_record_digest(record), ==, digest);
    g_autoptr(FpRecord) again = load(history, 1);
    g_assert_cmpstr(fp_record_digest(again), ==, digest);
    store_append(record, FP_EVENT_NOTED, "text=Seen.");
    g_assert_cmpstr(fp_record_digest(record), !=, digest);
    g_autofree char *sql = g_strdup_printf(
        "SELECT 'sha256:' || lower(hex(digest)) = '%s' FROM event WHERE kind = 'finished'", digest);
    store_expect(store, sql, "1\n");
}

static void test_without_a_history_nothing_is_saved_but_all_else_works(void)
{
    g_autoptr(FpRecord) record = store_start(NULL);
    g_assert_false(fp_record_is_saved(record));
    g_assert_cmpint(fp_record_number(record), ==, 0);
    g_assert_cmpuint(strlen(fp_record_id(record)), ==, 32);
    store_finish(record);
    g_assert_cmpint(fp_session_state(fp_record_session(record)), ==, FP_SESSION_FINISHED);
    g_assert_true(g_str_has_prefix(fp_record_digest(record), "sha256:"));
}

static void test_a_session_that_went_on_elsewhere_says_so(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) here = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpHistory) there = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) mine = load(here, 2);
    g_autoptr(FpRecord) theirs = load(there, 2);
    store_append(theirs, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_autoptr(FpEvent) event =
        sample_event(FP_EVENT_ANSWERED, SAMPLE_MS, "question=water\nanswer=calm");
    g_autoptr(GError) error = NULL;
    g_assert_false(fp_record_append(mine, event, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_STALE);
    g_assert_nonnull(strstr(error->message, "session 2 went on in another instance"));
    g_autoptr(FpRecord) again = load(here, 2);
    assert_same(theirs, again);
    store_append(again, FP_EVENT_CLEARED, "question=water");
}

static void test_a_session_replays_on_its_stored_tree(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) newer = fp_record_start(history, sample_tree_changed(), SAMPLE_MS, &error);
    g_assert_no_error(error);
    g_autoptr(FpRecord) old = load(history, 1);
    g_autoptr(FpRecord) young = load(history, fp_record_number(newer));
    const FpEffect *before = &fp_record_tree(old)->questions[0].options[0].effects.items[0];
    const FpEffect *after = &fp_record_tree(young)->questions[0].options[0].effects.items[0];
    g_assert_cmpstr(before->because.source, ==, "It is shallow.");
    g_assert_cmpstr(after->because.source, ==, "One can wade.");
    g_assert_cmpstr(before->cites.items[0].fact->claim, ==, "The ford is shallow in autumn.");
    store_expect(store, "SELECT count(*) FROM tree", "2\n"); // each text once
    store_expect(store, "SELECT count(*) FROM fact", "1\n");
}

static void test_a_fork_names_its_parents(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpEvent) first = fp_session_new_started(tree, SAMPLE_MS);
    g_autoptr(GError) error = NULL;
    first->kind = FP_EVENT_FORKED;
    first->parents = g_strsplit("aa,bb", ",", -1);
    g_autoptr(FpRecord) record =
        fp_record_start_with(history, g_steal_pointer(&tree), first, &error);
    g_assert_no_error(error);
    store_expect(store, "SELECT session, position, parent FROM parent", "1|0|aa\n1|1|bb\n");
    g_autoptr(FpRecord) again = load(history, 1);
    assert_same(record, again);
}

static void test_a_session_that_is_not_there_is_not_found(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    static const int64_t numbers[] = { 0, -1, 4, INT64_MAX };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(fp_record_load(history, numbers[i], &error));
        g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    }
}

static void test_an_erased_session_is_told_from_a_damaged_one(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "UPDATE event SET salt = NULL, payload = NULL WHERE session = 2");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_record_load(history, 2, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    g_assert_nonnull(strstr(error->message, "erased"));
    g_clear_error(&error);
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

static void test_a_history_open_for_reading_takes_no_event(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(FpRecord) record = load(history, 2);
    g_autoptr(FpEvent) event = sample_event(FP_EVENT_CLEARED, SAMPLE_MS, "question=water");
    g_autoptr(GError) error = NULL;
    g_assert_false(fp_record_append(record, event, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
    g_clear_error(&error);
    g_assert_null(fp_record_start(history, sample_tree(), SAMPLE_MS, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY);
}

static void test_a_payload_that_was_changed_is_not_shown_as_if_it_were_whole(Store *store,
                                                                             const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "UPDATE event SET payload = replace(payload, 'calm', 'high') "
                     "WHERE session = 2 AND sequence = 2");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_record_load(history, 2, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED);
    g_assert_nonnull(strstr(error->message, "session 2, event 2"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/record/a-session-is-loaded-as-it-was-left",
              test_a_session_is_loaded_as_it_was_left);
    STORE_ADD("/history/record/a-loaded-session-goes-on", test_a_loaded_session_goes_on);
    STORE_ADD("/history/record/an-event-is-on-disk-when-append-returns",
              test_an_event_is_on_disk_when_append_returns);
    STORE_ADD("/history/record/what-is-refused-leaves-session-and-file-as-they-were",
              test_what_is_refused_leaves_session_and_file_as_they_were);
    STORE_ADD("/history/record/a-verdict-that-does-not-follow-is-refused",
              test_a_verdict_that_does_not_follow_is_refused);
    STORE_ADD("/history/record/the-digest-is-that-of-the-last-event-of-content",
              test_the_digest_is_that_of_the_last_event_of_content);
    g_test_add_func("/history/record/without-a-history-nothing-is-saved-but-all-else-works",
                    test_without_a_history_nothing_is_saved_but_all_else_works);
    STORE_ADD("/history/record/a-session-that-went-on-elsewhere-says-so",
              test_a_session_that_went_on_elsewhere_says_so);
    STORE_ADD("/history/record/a-session-replays-on-its-stored-tree",
              test_a_session_replays_on_its_stored_tree);
    STORE_ADD("/history/record/a-fork-names-its-parents", test_a_fork_names_its_parents);
    STORE_ADD("/history/record/a-session-that-is-not-there-is-not-found",
              test_a_session_that_is_not_there_is_not_found);
    STORE_ADD("/history/record/an-erased-session-is-told-from-a-damaged-one",
              test_an_erased_session_is_told_from_a_damaged_one);
    STORE_ADD("/history/record/a-history-open-for-reading-takes-no-event",
              test_a_history_open_for_reading_takes_no_event);
    STORE_ADD("/history/record/a-payload-that-was-changed-is-not-shown-as-if-it-were-whole",
              test_a_payload_that_was_changed_is_not_shown_as_if_it_were_whole);
    return g_test_run();
}
