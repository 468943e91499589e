// SPDX-License-Identifier: Apache-2.0
// A stored text is checked against the digest that it stands under before it is read.
#include "fp-digest.h"
#include "fp-i18n.h"
#include "stored-tree-private.h"
#include <string.h>

static bool put_facts(FpHistory *history, const FpTree *tree, GError **error)
{
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        FpSource *source = tree->facts_files[i].source;
        const FpSqlValue values[] = { fp_sql_text(fp_source_digest(source)),
                                      fp_sql_text_of(fp_source_bytes(source)) };
        if (!fp_sql_run(history, "INSERT OR IGNORE INTO fact VALUES (?1, ?2)", values,
                        G_N_ELEMENTS(values), error))
            return false;
    }
    return true;
}

bool fp_stored_tree_put(FpHistory *history, const FpTree *tree, GError **error)
{
    const FpSqlValue values[] = {
        fp_sql_text(fp_source_digest(tree->source)),
        fp_sql_text(tree->id),
        fp_sql_text(tree->version),
        fp_sql_text(fp_tree_text(tree, tree->title, NULL)),
        fp_sql_text_of(fp_source_bytes(tree->source)),
    };
    return fp_sql_run(history, "INSERT OR IGNORE INTO tree VALUES (?1, ?2, ?3, ?4, ?5)", values,
                      G_N_ELEMENTS(values), error) &&
           put_facts(history, tree, error);
}

bool fp_stored_tree_put_names(FpHistory *history, int64_t number, const FpTree *tree,
                              GError **error)
{
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        const FpSqlValue values[] = {
            fp_sql_integer(number),
            fp_sql_text(tree->facts_files[i].name),
            fp_sql_text(fp_source_digest(tree->facts_files[i].source)),
        };
        if (!fp_sql_run(history, "INSERT INTO session_fact VALUES (?1, ?2, ?3)", values,
                        G_N_ELEMENTS(values), error))
            return false;
    }
    return true;
}

// sql gives name, digest and text of one source.
static FpSource *load_source(FpHistory *history, const char *sql, const FpSqlValue *values,
                             size_t n_values, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, values, n_values, error);
    if (statement == NULL)
        return NULL;
    FpSqlStep step = fp_sql_step(history, statement, error);
    if (step == FP_SQL_DONE)
        fp_sql_set_damaged(history, _("the stored text of a tree or its facts is missing"), error);
    if (step != FP_SQL_ROW)
        return NULL;
    g_autofree char *name = fp_sql_dup_text(statement, 0);
    g_autofree char *digest = fp_sql_dup_text(statement, 1);
    const void *text = sqlite3_column_blob(statement, 2);
    g_autoptr(GBytes) bytes = g_bytes_new(text, (gsize)sqlite3_column_bytes(statement, 2));
    g_autoptr(FpSource) source = fp_source_new(name != NULL ? name : "", bytes);
    if (g_strcmp0(fp_source_digest(source), digest) == 0)
        return g_steal_pointer(&source);
    fp_sql_set_damaged(history, _("the stored text of a tree or its facts was changed"), error);
    return NULL;
}

typedef struct {
    FpHistory *history;
    int64_t number;
    GError *error;
} Finder;

static FpSource *find_facts(const char *name, void *user_data, GError **error)
{
    Finder *finder = user_data;
    const char *sql = "SELECT name || '.yaml', digest, text FROM session_fact JOIN fact "
                      "USING (digest) WHERE session = ?1 AND name = ?2";
    const FpSqlValue values[] = { fp_sql_integer(finder->number), fp_sql_text(name) };
    GError **own = finder->error == NULL ? &finder->error : NULL;
    FpSource *source = load_source(finder->history, sql, values, G_N_ELEMENTS(values), own);
    if (source == NULL && error != NULL)
        *error = g_error_copy(finder->error);
    return source;
}

static void set_unreadable(FpHistory *history, const FpDiagnostics *diagnostics, GError **error)
{
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_autofree char *what =
        g_strdup_printf(_("the stored tree cannot be read: %s"), g_strchomp(faults));
    fp_sql_set_damaged(history, what, error);
}

FpTree *fp_stored_tree_load(FpHistory *history, int64_t number, GError **error)
{
    const char *sql = "SELECT tree.id || '.yaml', digest, text FROM session JOIN tree "
                      "ON digest = tree WHERE number = ?1";
    const FpSqlValue session = fp_sql_integer(number);
    g_autoptr(FpSource) source = load_source(history, sql, &session, 1, error);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    Finder finder = { .history = history, .number = number };
    if (source == NULL)
        return NULL;
    g_autoptr(FpTree) tree = fp_tree_read(source, find_facts, &finder, diagnostics);
    if (finder.error != NULL) {
        g_propagate_error(error, finder.error);
        return NULL;
    }
    if (tree == NULL)
        set_unreadable(history, diagnostics, error);
    return g_steal_pointer(&tree);
}

char *fp_stored_tree_key(FpHistory *history, int64_t number, GError **error)
{
    const char *sql = "SELECT tree FROM session WHERE number = ?1 UNION ALL "
                      "SELECT name || '=' || digest FROM session_fact WHERE session = ?1";
    const FpSqlValue session = fp_sql_integer(number);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, &session, 1, error);
    g_autoptr(GString) key = g_string_new("");
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW) {
        g_autofree char *part = fp_sql_dup_text(statement, 0);
        g_string_append_printf(key, "%s ", part != NULL ? part : "");
    }
    return step == FP_SQL_DONE ? g_strdup(key->str) : NULL;
}
