// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <string.h>

/* Ids that share starts. */
static void set_up(Store *store, const void *unused)
{
    store_set_up(store, unused);
    store_fill(store);
    store_sql(store,
              "UPDATE session SET id = 'abcd1000000000000000000000000000' WHERE number = 1;"
              "UPDATE session SET id = 'abcd2000000000000000000000000000' WHERE number = 2;"
              "UPDATE session SET id = '12345678901234567890123456789012' WHERE number = 3;");
}

static const struct {
    const char *spec;
    int64_t number; /* 0: refused, and */
    FpErrorCode code;
    const char *says;
} rows[] = {
    { "1", 1, 0, NULL },
    { "3", 3, 0, NULL },
    { "003", 3, 0, NULL },
    { "last", 3, 0, NULL },
    { "abcd1", 1, 0, NULL },
    { "ABCD2", 2, 0, NULL },
    { "abcd2000000000000000000000000000", 2, 0, NULL },
    { "12345678901234567890123456789012", 3, 0, NULL },
    { "4", 0, FP_ERROR_NOT_FOUND, "'4'" },
    { "0", 0, FP_ERROR_NOT_FOUND, "'0'" },
    { "1234", 0, FP_ERROR_NOT_FOUND, "none with that number" },
    { "99999999999999999999", 0, FP_ERROR_NOT_FOUND, "none with that number" },
    { "abcd", 0, FP_ERROR_BAD_INPUT,
      "abcd1000000000000000000000000000, abcd2000000000000000000000000000" },
    { "abc", 0, FP_ERROR_BAD_INPUT, "at least 4 digits" },
    { "", 0, FP_ERROR_BAD_INPUT, "at least 4 digits" },
    { "abcd3", 0, FP_ERROR_NOT_FOUND, "no id starts so" },
    { "Last", 0, FP_ERROR_BAD_INPUT, "'last'" },
    { "-1", 0, FP_ERROR_BAD_INPUT, "'-1'" },
    { "1.0", 0, FP_ERROR_BAD_INPUT, "'1.0'" },
    { "abcd%", 0, FP_ERROR_BAD_INPUT, "'abcd%'" },
    { "' OR 1=1 --", 0, FP_ERROR_BAD_INPUT, "number" },
    { "\x1b[2J", 0, FP_ERROR_BAD_INPUT, "<U+001B>" },
    { "abcd20000000000000000000000000000", 0, FP_ERROR_BAD_INPUT, "id" },
};

static void test_rows(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        int64_t number = -1;
        bool is_found = fp_history_find(history, rows[i].spec, &number, &error);
        if (rows[i].number != 0) {
            g_assert_no_error(error);
            g_assert_true(is_found);
            g_assert_cmpint(number, ==, rows[i].number);
            continue;
        }
        g_assert_false(is_found);
        g_assert_error(error, FP_ERROR, (int)rows[i].code);
        if (strstr(error->message, rows[i].says) == NULL)
            g_error("'%s' does not say '%s'", error->message, rows[i].says);
    }
}

static void test_last_is_where_the_latest_event_went(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(GError) error = NULL;
    int64_t number;
    g_assert_false(fp_history_find(history, "last", &number, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    g_autoptr(FpRecord) first = store_start(history);
    g_autoptr(FpRecord) second = store_start(history);
    g_assert_true(fp_history_find(history, "last", &number, NULL));
    g_assert_cmpint(number, ==, 2);
    store_append(first, FP_EVENT_TAGGED, "text=again");
    g_assert_true(fp_history_find(history, "last", &number, NULL));
    g_assert_cmpint(number, ==, 1);
}

static void test_many_that_share_a_prefix_are_named_and_then_left_out(Store *store,
                                                                      const void *unused)
{
    (void)unused;
    static const struct {
        int n;
        const char *ends;
    } ends[] = { { 2, "01; give" }, { 5, "04; give" }, { 6, "04, …; give" } };
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *sql = g_strdup_printf(
            "DELETE FROM session WHERE id LIKE 'beef%%';"
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
            "INSERT INTO session SELECT 100 + i, printf('beef%%028x', i), tree, 0, 0, 1, 0, 'open',"
            "NULL, NULL, NULL, NULL FROM n, session WHERE number = 1",
            ends[i].n - 1);
        store_sql(store, sql);
        g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
        g_autoptr(GError) error = NULL;
        int64_t number;
        g_assert_false(fp_history_find(history, "beef", &number, &error));
        g_assert_nonnull(strstr(error->message, ends[i].ends));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/history/find/a-number-a-prefix-or-last-finds-a-session-and-nothing-else-does",
               Store, NULL, set_up, test_rows, store_tear_down);
    STORE_ADD("/history/find/last-is-where-the-latest-event-went",
              test_last_is_where_the_latest_event_went);
    g_test_add("/history/find/many-that-share-a-prefix-are-named-and-then-left-out", Store, NULL,
               set_up, test_many_that_share_a_prefix_are_named_and_then_left_out, store_tear_down);
    return g_test_run();
}
