// SPDX-License-Identifier: Apache-2.0
#include "sample.h"
#include "store.h"

static GPtrArray *list(FpHistory *history, unsigned states, size_t offset, size_t limit)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *sessions = fp_history_list(history, states, offset, limit, &error);
    g_assert_no_error(error);
    return sessions;
}

/* The numbers of a page, with a space before each. */
static char *numbers(FpHistory *history, unsigned states, size_t offset, size_t limit)
{
    g_autoptr(GPtrArray) sessions = list(history, states, offset, limit);
    GString *text = g_string_new("");
    for (guint i = 0; i < sessions->len; i++) {
        const FpSessionSummary *summary = sessions->pdata[i];
        g_string_append_printf(text, " %d", (int)summary->number);
    }
    return g_string_free(text, FALSE);
}

static void test_a_page_is_newest_first(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    for (int i = 0; i < 7; i++)
        fp_record_free(store_start(history));
    static const struct {
        size_t offset, limit;
        const char *numbers;
    } rows[] = {
        { 0, 3, " 7 6 5" }, { 3, 3, " 4 3 2" },           { 6, 3, " 1" },
        { 7, 3, "" },       { 0, 100, " 7 6 5 4 3 2 1" }, { 2, SIZE_MAX, " 5 4 3 2 1" },
        { 0, 0, "" },       { SIZE_MAX, 3, "" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *got = numbers(history, 0, rows[i].offset, rows[i].limit);
        g_assert_cmpstr(got, ==, rows[i].numbers);
    }
}

static void test_states_choose_what_is_listed_and_counted(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    static const struct {
        unsigned states;
        const char *numbers;
        size_t count;
    } rows[] = {
        { 0, " 3 2 1", 3 },
        { 1 << FP_SESSION_OPEN, " 3 2", 2 },
        { 1 << FP_SESSION_FINISHED, "", 0 },
        { 1 << FP_SESSION_DECIDED, " 1", 1 },
        { 1 << FP_SESSION_OPEN | 1 << FP_SESSION_DECIDED, " 3 2 1", 3 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *got = numbers(history, rows[i].states, 0, 10);
        size_t count = 99;
        g_assert_cmpstr(got, ==, rows[i].numbers);
        g_assert_true(fp_history_count(history, rows[i].states, &count, NULL));
        g_assert_cmpuint(count, ==, rows[i].count);
    }
}

static void test_a_summary_says_what_the_session_is(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = fp_record_load(history, 1, NULL);
    store_append(record, FP_EVENT_RENAMED, "text=Tuesday");
    g_autoptr(GPtrArray) sessions = list(history, 0, 0, 10);
    const FpSessionSummary *decided = sessions->pdata[2], *open = sessions->pdata[1];
    g_assert_cmpstr(decided->id, ==, fp_record_id(record));
    g_assert_cmpint(decided->started_ms, ==, SAMPLE_MS);
    g_assert_cmpint(decided->last_ms, ==, SAMPLE_MS + 6000);
    g_assert_cmpstr(decided->tree_id, ==, "river");
    g_assert_cmpstr(decided->tree_version, ==, "2026.1");
    g_assert_cmpstr(decided->tree_title, ==, "How to get across?");
    g_assert_cmpstr(decided->title, ==, "Tuesday");
    g_assert_cmpstr(decided->outcome, ==, "ford");
    g_assert_cmpstr(decided->outcome_title, ==, "The ford");
    g_assert_cmpint(decided->state, ==, FP_SESSION_DECIDED);
    g_assert_true(decided->has_verdict);
    g_assert_cmpint(decided->n_events, ==, 7);
    g_assert_cmpint(decided->n_answers, ==, 3);
    g_assert_cmpint(open->state, ==, FP_SESSION_OPEN);
    g_assert_false(open->has_verdict);
    g_assert_null(open->title);
    g_assert_null(open->outcome);
    g_assert_cmpint(open->n_answers, ==, 4);
}

static void test_a_page_far_down_is_not_slower(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n "
                     "WHERE i < 100000) INSERT INTO session SELECT i, printf('%032x', i), tree, 0, "
                     "0, 1, 0, 'open', NULL, NULL, NULL, NULL FROM n, session WHERE number = 1");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    size_t count = 0;
    g_test_timer_start();
    g_assert_true(fp_history_count(history, 0, &count, NULL));
    double counted = g_test_timer_elapsed();
    g_autofree char *top = numbers(history, 0, 0, 3);
    double listed = g_test_timer_elapsed();
    g_autofree char *end = numbers(history, 0, 99997, 3);
    double ended = g_test_timer_elapsed();
    g_assert_cmpuint(count, ==, 100000);
    g_assert_cmpstr(top, ==, " 100000 99999 99998");
    g_assert_cmpstr(end, ==, " 3 2 1");
    g_test_message("count %.1f ms, first page %.1f ms, last page %.1f ms", counted * 1e3,
                   (listed - counted) * 1e3, (ended - listed) * 1e3);
    g_assert_cmpfloat(ended, <, 2.0); // a sanitizer's build on a busy machine
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/list/a-page-is-newest-first", test_a_page_is_newest_first);
    STORE_ADD("/history/list/states-choose-what-is-listed-and-counted",
              test_states_choose_what_is_listed_and_counted);
    STORE_ADD("/history/list/a-summary-says-what-the-session-is",
              test_a_summary_says_what_the_session_is);
    STORE_ADD("/history/list/a-page-far-down-is-not-slower", test_a_page_far_down_is_not_slower);
    return g_test_run();
}
