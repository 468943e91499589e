// SPDX-License-Identifier: Apache-2.0
// A row a table: written, compared and emptied by the same loops.
#include "index-private.h"
#include "index-rows-private.h"
#include <string.h>

#define COLUMNS_MAX 11 /* without the session's number */

static const struct {
    const char *name;
    size_t n_columns;
    unsigned kinds; /* the events that change it: 1 << FpEventKind */
    const char *insert_sql, *select_sql, *delete_sql;
    void (*list)(const FpIndex *index, FpIndexRows *rows);
} tables[] = {
    // A table that refers to another comes after it.
    { "parent", 2, 1 << FP_EVENT_FORKED, "INSERT INTO parent VALUES (?1, ?2, ?3)",
      "SELECT position, parent FROM parent WHERE session = ?1 ORDER BY position",
      "DELETE FROM parent WHERE session = ?1", fp_index_list_parents },
    { "answer", 7, 1 << FP_EVENT_ANSWERED | 1 << FP_EVENT_UNKNOWN | 1 << FP_EVENT_CLEARED,
      "INSERT INTO answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      "SELECT question, position, option, number, is_resting, who, due FROM answer "
      "WHERE session = ?1 ORDER BY question, position",
      "DELETE FROM answer WHERE session = ?1", fp_index_list_answers },
    { "verdict", 7, 1 << FP_EVENT_FINISHED | 1 << FP_EVENT_REOPENED,
      "INSERT INTO verdict VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      "SELECT outcome, margin, is_tie, is_close_call, engine, as_of, digest FROM verdict "
      "WHERE session = ?1",
      "DELETE FROM verdict WHERE session = ?1", fp_index_list_verdict },
    { "reason", 10, 1 << FP_EVENT_FINISHED | 1 << FP_EVENT_REOPENED,
      "INSERT INTO reason VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      "SELECT position, effect, outcome, strength, points, is_counted, because, question, option, "
      "rule FROM reason WHERE session = ?1 ORDER BY position",
      "DELETE FROM reason WHERE session = ?1", fp_index_list_reasons },
    { "citation", 3, 1 << FP_EVENT_FINISHED | 1 << FP_EVENT_REOPENED,
      "INSERT INTO citation VALUES (?1, ?2, ?3, ?4)",
      "SELECT reason, position, fact FROM citation WHERE session = ?1 ORDER BY reason, position",
      "DELETE FROM citation WHERE session = ?1", fp_index_list_citations },
};

static FpDocument *read_verdict(const FpEvent *finished)
{
    if (finished == NULL)
        return NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(finished->verdict, strlen(finished->verdict));
    g_autoptr(FpSource) source = fp_source_new("verdict", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    return fp_document_read_json(source, diagnostics); // read once already, with its event
}

FpIndex *fp_index_new(const FpSession *session, const FpCompiledTree *compiled)
{
    FpIndex *index = g_new0(FpIndex, 1);
    index->session = session;
    index->states = g_new0(FpQuestionState, fp_session_tree(session)->n_questions);
    fp_compiled_tree_states(compiled, fp_session_sheet(session), index->states);
    index->verdict = read_verdict(fp_session_finished(session));
    return index;
}

void fp_index_free(FpIndex *index)
{
    if (index == NULL)
        return;
    g_free(index->states);
    fp_document_free(index->verdict);
    g_free(index);
}

void fp_index_add_integer(FpIndexRows *rows, int64_t integer)
{
    FpSqlValue value = fp_sql_integer(integer);
    g_array_append_val(rows->values, value);
}

void fp_index_add_text(FpIndexRows *rows, const char *text)
{
    FpSqlValue value = fp_sql_text(text != NULL ? g_string_chunk_insert(rows->texts, text) : NULL);
    g_array_append_val(rows->values, value);
}

static void rows_clear(FpIndexRows *rows)
{
    g_array_unref(rows->values);
    g_string_chunk_free(rows->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpIndexRows, rows_clear)

static FpIndexRows list_rows(const FpIndex *index, size_t table)
{
    FpIndexRows rows = { g_array_new(FALSE, FALSE, sizeof(FpSqlValue)), g_string_chunk_new(1024) };
    tables[table].list(index, &rows);
    g_assert(rows.values->len % tables[table].n_columns == 0);
    return rows;
}

static const FpSqlValue *row_at(const FpIndexRows *rows, size_t offset)
{
    return &g_array_index(rows->values, FpSqlValue, offset);
}

static bool insert_rows(const FpIndex *index, size_t table, FpHistory *history, int64_t number,
                        GError **error)
{
    g_auto(FpIndexRows) rows = list_rows(index, table);
    size_t n_columns = tables[table].n_columns;
    FpSqlValue values[COLUMNS_MAX + 1] = { fp_sql_integer(number) };
    for (size_t i = 0; i < rows.values->len; i += n_columns) {
        memcpy(values + 1, row_at(&rows, i), n_columns * sizeof *values);
        if (!fp_sql_run(history, tables[table].insert_sql, values, n_columns + 1, error))
            return false;
    }
    return true;
}

bool fp_index_write(const FpIndex *index, FpHistory *history, int64_t number, FpEventKind kind,
                    GError **error)
{
    const FpSqlValue session = fp_sql_integer(number);
    // Backwards: rows that refer go before those referred to.
    for (size_t i = G_N_ELEMENTS(tables); i-- > 0;) {
        if ((tables[i].kinds >> kind & 1) &&
            !fp_sql_run(history, tables[i].delete_sql, &session, 1, error))
            return false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if ((tables[i].kinds >> kind & 1) && !insert_rows(index, i, history, number, error))
            return false;
    }
    return true;
}

static bool row_is(sqlite3_stmt *statement, const FpSqlValue *values, size_t n_values)
{
    for (size_t i = 0; i < n_values; i++) {
        if (!fp_sql_column_is(statement, (int)i, &values[i]))
            return false;
    }
    return true;
}

static bool compare_rows(const FpIndex *index, size_t table, FpHistory *history, int64_t number,
                         bool *out_is_same, GError **error)
{
    const FpSqlValue session = fp_sql_integer(number);
    g_auto(FpIndexRows) rows = list_rows(index, table);
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, tables[table].select_sql, &session, 1, error);
    if (statement == NULL)
        return false;
    size_t n_columns = tables[table].n_columns, at = 0;
    FpSqlStep step;
    bool is_same = true;
    while ((step = fp_sql_step(history, statement, error)) == FP_SQL_ROW && is_same) {
        is_same = at < rows.values->len && row_is(statement, row_at(&rows, at), n_columns);
        at += n_columns;
    }
    *out_is_same = is_same && at == rows.values->len;
    return step != FP_SQL_FAILED;
}

bool fp_index_compare(const FpIndex *index, FpHistory *history, int64_t number,
                      const char **out_table, GError **error)
{
    *out_table = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(tables) && *out_table == NULL; i++) {
        bool is_same;
        if (!compare_rows(index, i, history, number, &is_same, error))
            return false;
        if (!is_same)
            *out_table = tables[i].name;
    }
    return true;
}
