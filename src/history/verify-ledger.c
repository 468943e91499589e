// SPDX-License-Identifier: Apache-2.0
// One pass in the ledger's order, beside the heads that it names.
#include "fp-i18n.h"
#include "link-private.h"
#include "verify-private.h"
#include <inttypes.h>
#include <string.h>

typedef struct {
    int64_t n_rows;
    FpChainDigest last;
    GHashTable *seen; /* session number to the last event of it seen; both int64_t * */
} Ledger;

static bool refuse_row(const FpHistory *history, int64_t row, GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED,
                _("history '%s': row %" PRId64
                  " of its ledger is not what was written; compare with a copy kept elsewhere"),
                shown, row);
    return false;
}

// Events of a session come in order, without gaps.
static bool see(Ledger *ledger, int64_t session, int64_t sequence)
{
    int64_t *last = g_hash_table_lookup(ledger->seen, &session);
    if (sequence != (last != NULL ? *last : 0) + 1)
        return false;
    if (last != NULL)
        *last = sequence;
    else
        g_hash_table_insert(ledger->seen, g_memdup2(&session, sizeof session),
                            g_memdup2(&sequence, sizeof sequence));
    return true;
}

static bool check_row(Ledger *ledger, FpHistory *history, sqlite3_stmt *statement, GError **error)
{
    int64_t row = sqlite3_column_int64(statement, 0), session = sqlite3_column_int64(statement, 1);
    int64_t sequence = sqlite3_column_int64(statement, 2);
    g_autofree char *id = fp_sql_dup_text(statement, 4);
    FpChainDigest digest, head;
    if (row != ledger->n_rows + 1 || !see(ledger, session, sequence) ||
        !fp_link_read_digest(statement, 3, &digest))
        return refuse_row(history, ledger->n_rows + 1, error);
    if (id == NULL)
        return fp_verify_refuse(history, session, _("it was taken away"), error);
    if (!fp_link_read_digest(statement, 5, &head))
        return fp_verify_refuse(history, session, _("an event of it was taken away"), error);
    FpChainDigest expected =
        fp_chain_ledger_next(ledger->n_rows > 0 ? &ledger->last : NULL, id, sequence, head);
    if (memcmp(expected.bytes, digest.bytes, sizeof digest.bytes) != 0)
        return refuse_row(history, row, error);
    ledger->last = digest;
    ledger->n_rows = row;
    return true;
}

static bool check_lengths(const Ledger *ledger, FpHistory *history, GHashTable *lengths,
                          GError **error)
{
    GHashTableIter iter;
    void *session, *n_events;
    g_hash_table_iter_init(&iter, lengths);
    while (g_hash_table_iter_next(&iter, &session, &n_events)) {
        const int64_t *seen = g_hash_table_lookup(ledger->seen, session);
        if (seen == NULL || *seen != *(int64_t *)n_events)
            return fp_verify_refuse(history, *(int64_t *)session,
                                    _("it has events that the ledger lacks"), error);
    }
    return true;
}

bool fp_verify_ledger(FpHistory *history, GHashTable *lengths, GError **error)
{
    const char *sql = "SELECT ledger.number, ledger.session, ledger.sequence, ledger.digest, "
                      "session.id, event.digest FROM ledger "
                      "LEFT JOIN session ON session.number = ledger.session "
                      "LEFT JOIN event ON event.session = ledger.session "
                      "AND event.sequence = ledger.sequence ORDER BY ledger.number";
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    Ledger ledger = { .seen = seen };
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, NULL, 0, error);
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW) {
        if (!check_row(&ledger, history, statement, error))
            return false;
    }
    return step == FP_SQL_DONE && check_lengths(&ledger, history, lengths, error);
}
