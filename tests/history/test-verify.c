// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <string.h>

static const struct {
    const char *name, *sql, *says; /* says: NULL where it is nothing to find */
} rows[] = {
    { "an-untouched-history-is-whole", "", NULL },
    { "analyze-changes-nothing", "ANALYZE", NULL },
    { "vacuum-changes-nothing", "VACUUM", NULL },
    { "a-changed-payload-is-found",
      "UPDATE event SET payload = replace(payload, 'calm', 'high') WHERE session = 2 AND "
      "sequence = 2",
      "session 2, event 2" },
    { "a-payload-of-equal-meaning-is-found",
      "UPDATE event SET payload = replace(payload, ',', ', ') WHERE session = 1 AND sequence = 2",
      "session 1, event 2" },
    { "a-changed-salt-is-found",
      "UPDATE event SET salt = zeroblob(16) WHERE session = 1 AND sequence = 3",
      "session 1, event 3" },
    { "a-changed-hash-is-found",
      "UPDATE event SET payload_hash = zeroblob(32) WHERE session = 1 AND sequence = 3",
      "session 1, event 3" },
    { "a-changed-digest-is-found",
      "UPDATE event SET digest = zeroblob(32) WHERE session = 3 AND sequence = 1",
      "session 3, event 1" },
    { "a-changed-stamp-is-found",
      "UPDATE event SET at_ms = at_ms + 1 WHERE session = 1 AND sequence = 4",
      "session 1, event 4" },
    { "a-changed-kind-is-found",
      "UPDATE event SET kind = 'revisited' WHERE session = 2 AND kind = 'noted'",
      "session 2, event 7" },
    { "a-changed-id-is-found",
      "UPDATE session SET id = '00000000000000000000000000000000' WHERE number = 1",
      "session 1, event 1" },
    { "a-removed-event-is-found", "DELETE FROM event WHERE session = 1 AND sequence = 2",
      "session 1, event 3" },
    { "a-removed-last-event-is-found", "DELETE FROM event WHERE session = 2 AND sequence = 7",
      "session 2" },
    { "a-removed-last-event-with-its-index-is-found",
      "DELETE FROM event WHERE session = 3 AND sequence = 6;"
      "UPDATE session SET n_events = 5 WHERE number = 3",
      "session 3" },
    { "two-events-in-another-order-are-found",
      "UPDATE event SET sequence = 99 WHERE session = 1 AND sequence = 2;"
      "UPDATE event SET sequence = 2 WHERE session = 1 AND sequence = 3;"
      "UPDATE event SET sequence = 3 WHERE session = 1 AND sequence = 99",
      "session 1, event 2" },
    { "a-removed-session-is-found",
      "DELETE FROM answer WHERE session = 2; DELETE FROM session_fact WHERE session = 2;"
      "DELETE FROM event WHERE session = 2; DELETE FROM session WHERE number = 2",
      "session 2: it was taken away" },
    { "a-session-removed-with-its-ledger-rows-is-found",
      "DELETE FROM answer WHERE session = 2; DELETE FROM session_fact WHERE session = 2;"
      "DELETE FROM ledger WHERE session = 2;"
      "DELETE FROM event WHERE session = 2; DELETE FROM session WHERE number = 2",
      "row 7 of its ledger" },
    { "a-changed-ledger-row-is-found", "UPDATE ledger SET digest = zeroblob(32) WHERE number = 3",
      "row 3 of its ledger" },
    { "a-removed-ledger-end-is-found",
      "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
      "session 3: it has events that the ledger lacks" },
    { "a-ledger-row-twice-is-found",
      "INSERT INTO ledger SELECT number + 1, session, sequence, digest FROM ledger ORDER BY number "
      "DESC LIMIT 1",
      "row 20 of its ledger" },
    { "a-changed-answer-row-is-found", "UPDATE answer SET option = 'hay' WHERE question = 'load'",
      "table 'answer'" },
    { "a-removed-answer-row-is-found", "DELETE FROM answer WHERE session = 2 AND question = 'load'",
      "session 2: table 'answer'" },
    { "an-added-answer-row-is-found",
      "INSERT INTO answer VALUES (1, 'zoo', 0, 'yes', NULL, 0, NULL, NULL)",
      "session 1: table 'answer'" },
    { "a-changed-verdict-row-is-found", "UPDATE verdict SET outcome = 'ferry'",
      "session 1: table 'verdict'" },
    { "a-changed-reason-row-is-found", "UPDATE reason SET points = 6 WHERE position = 0",
      "session 1: table 'reason'" },
    { "a-removed-citation-row-is-found", "DELETE FROM citation", "session 1: table 'citation'" },
    { "a-changed-summary-is-found", "UPDATE session SET outcome = 'ferry' WHERE number = 1",
      "session 1: table 'session'" },
    { "a-changed-title-of-an-outcome-is-found",
      "UPDATE session SET outcome_title = 'x' WHERE number = 1", "session 1: table 'session'" },
    { "a-changed-tree-text-is-found", "UPDATE tree SET text = replace(text, 'Calm', 'Wild')",
      "stored text" },
    { "a-changed-tree-row-is-found", "UPDATE tree SET title = 'x'", "row of its tree" },
    { "a-changed-facts-text-is-found", "UPDATE fact SET text = text || '#'", "stored text" },
    { "another-name-for-facts-is-found", "UPDATE session_fact SET name = 'x' WHERE session = 1",
      "stored text" },
    { "an-orphan-in-the-index-is-found", "INSERT INTO parent VALUES (77, 0, 'x')",
      "table 'parent'" },
};

static void test_row(Store *store, const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    store_fill(store);
    store_sql(store, rows[i].sql);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    bool is_whole = fp_history_verify(history, &error);
    if (rows[i].says == NULL) {
        g_assert_no_error(error);
        g_assert_true(is_whole);
        return;
    }
    g_assert_false(is_whole);
    g_assert_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED);
    if (strstr(error->message, rows[i].says) == NULL)
        g_error("'%s' does not say '%s'", error->message, rows[i].says);
}

static void test_an_erased_payload_leaves_the_chain_whole(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    store_sql(store, "UPDATE event SET salt = NULL, payload = NULL WHERE session = 2;"
                     "DELETE FROM answer WHERE session = 2");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_READ);
    g_autoptr(GError) error = NULL;
    fp_history_verify(history, &error);
    g_assert_no_error(error);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/history/verify/", rows[i].name, NULL);
        g_test_add(path, Store, GSIZE_TO_POINTER(i), store_set_up, test_row, store_tear_down);
    }
    STORE_ADD("/history/verify/an-erased-payload-leaves-the-chain-whole",
              test_an_erased_payload_leaves_the_chain_whole);
    return g_test_run();
}
