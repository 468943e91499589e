// SPDX-License-Identifier: Apache-2.0
// The file's pages, each session (chain, fold, index), then the ledger against the sessions' heads.
#include "fp-i18n.h"
#include "index-private.h"
#include "replay-private.h"
#include "stored-tree-private.h"
#include "verify-private.h"
#include <inttypes.h>
#include <string.h>

// A tree as it is stored, read once for all sessions on it.
typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
} KnownTree;

static void known_tree_free(void *data)
{
    KnownTree *known = data;
    fp_compiled_tree_free(known->compiled);
    fp_tree_free(known->tree);
    g_free(known);
}

bool fp_verify_refuse(const FpHistory *history, int64_t number, const char *what, GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED,
                _("history '%s': session %" PRId64 ": %s; compare with a copy kept elsewhere"),
                shown, number, what);
    return false;
}

static bool check_pages(FpHistory *history, GError **error)
{
    const char *sql = "PRAGMA integrity_check(1)";
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, NULL, 0, error);
    if (statement == NULL || fp_sql_step(history, statement, error) != FP_SQL_ROW)
        return false;
    g_autofree char *answer = fp_sql_dup_text(statement, 0);
    if (g_strcmp0(answer, "ok") == 0)
        return true;
    fp_sql_set_damaged(history, answer, error);
    return false;
}

// The columns of `tree` beside its text.
static bool check_tree_row(FpHistory *history, int64_t number, const FpTree *tree, GError **error)
{
    const FpSqlValue values[] = {
        fp_sql_text(fp_source_digest(tree->source)),
        fp_sql_text(tree->id),
        fp_sql_text(tree->version),
        fp_sql_text(fp_tree_text(tree, tree->title, NULL)),
    };
    int64_t n_rows;
    const char *sql = "SELECT count(*) FROM tree WHERE digest = ?1 AND id = ?2 AND version = ?3 "
                      "AND title = ?4";
    if (!fp_sql_get_integer(history, sql, values, G_N_ELEMENTS(values), &n_rows, error))
        return false;
    return n_rows == 1 ||
           fp_verify_refuse(history, number, _("the row of its tree was changed"), error);
}

static const KnownTree *know_tree(FpHistory *history, GHashTable *trees, int64_t number,
                                  GError **error)
{
    g_autofree char *key = fp_stored_tree_key(history, number, error);
    if (key == NULL)
        return NULL;
    const KnownTree *known = g_hash_table_lookup(trees, key);
    if (known != NULL)
        return known;
    g_autoptr(FpTree) tree = fp_stored_tree_load(history, number, error);
    if (tree == NULL || !check_tree_row(history, number, tree, error))
        return NULL;
    KnownTree *added = g_new0(KnownTree, 1);
    added->tree = g_steal_pointer(&tree);
    added->compiled = fp_compiled_tree_new(added->tree);
    g_hash_table_insert(trees, g_steal_pointer(&key), added);
    return added;
}

static bool summary_is_right(FpHistory *history, int64_t number, const FpSession *session,
                             bool *out_is_right, GError **error)
{
    const char *sql = "SELECT started_ms, last_ms, n_events, n_answers, state, title, outcome, "
                      "outcome_title, decided FROM session WHERE number = ?1";
    const FpSqlValue key = fp_sql_integer(number);
    FpSqlValue values[FP_INDEX_SUMMARY_COLUMNS];
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, &key, 1, error);
    if (statement == NULL || fp_sql_step(history, statement, error) != FP_SQL_ROW)
        return false;
    fp_index_summary(session, values);
    *out_is_right = true;
    for (int i = 0; i < FP_INDEX_SUMMARY_COLUMNS; i++)
        *out_is_right &= fp_sql_column_is(statement, i, &values[i]);
    return true;
}

static bool check_index(FpHistory *history, int64_t number, const KnownTree *known,
                        const FpSession *session, GError **error)
{
    g_autoptr(FpIndex) index = fp_index_new(session, known->compiled);
    const char *table;
    bool is_right;
    if (!summary_is_right(history, number, session, &is_right, error) ||
        !fp_index_compare(index, history, number, &table, error))
        return false;
    if (is_right && table == NULL)
        return true;
    g_autofree char *what = g_strdup_printf(_("table '%s' does not follow from its events"),
                                            is_right ? table : "session");
    return fp_verify_refuse(history, number, what, error);
}

static bool check_session(FpHistory *history, GHashTable *trees, int64_t number,
                          int64_t *out_n_events, GError **error)
{
    const KnownTree *known = know_tree(history, trees, number, error);
    g_auto(FpReplay) replay = { 0 };
    if (known == NULL ||
        !fp_replay_run(history, number, known->tree, known->compiled, &replay, error))
        return false;
    *out_n_events = replay.links->len;
    // What was erased has nothing left to compare with.
    return replay.has_erased || check_index(history, number, known, replay.session, error);
}

static bool check_sessions(FpHistory *history, GHashTable *lengths, GError **error)
{
    g_autoptr(GHashTable) trees =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, known_tree_free);
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, "SELECT number FROM session ORDER BY number", NULL, 0, error);
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW) {
        int64_t number = sqlite3_column_int64(statement, 0), n_events;
        if (!check_session(history, trees, number, &n_events, error))
            return false;
        g_hash_table_insert(lengths, g_memdup2(&number, sizeof number),
                            g_memdup2(&n_events, sizeof n_events));
    }
    return step == FP_SQL_DONE;
}

// Rows of the index, events or names that belong to no session.
static bool check_references(FpHistory *history, GError **error)
{
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, "PRAGMA foreign_key_check", NULL, 0, error);
    if (statement == NULL)
        return false;
    FpSqlStep step = fp_sql_step(history, statement, error);
    if (step != FP_SQL_ROW)
        return step == FP_SQL_DONE;
    g_autofree char *table = fp_sql_dup_text(statement, 0);
    g_autofree char *parent = fp_sql_dup_text(statement, 2);
    g_autofree char *what = g_strdup_printf(
        _("a row of table '%s' refers to one of table '%s' that was taken away"), table, parent);
    fp_sql_set_damaged(history, what, error);
    return false;
}

bool fp_history_verify(FpHistory *history, GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    g_autoptr(GHashTable) lengths =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    if (history->db == NULL)
        return true;
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_READ, error))
        return false;
    history->has_no_deadline = true;
    bool is_whole = check_pages(history, error) && check_sessions(history, lengths, error) &&
                    fp_verify_ledger(history, lengths, error) && check_references(history, error);
    history->has_no_deadline = false;
    return is_whole;
}
