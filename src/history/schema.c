// SPDX-License-Identifier: Apache-2.0
// The right schema is made in memory by the same migrations and compared text by text; that takes longer
// than all else at the start, so that a schema whose digest is known is not made at all.
#include "fp-digest.h"
#include "fp-i18n.h"
#include "schema-private.h"
#include <string.h>

// Indexes without text are SQLite's own, for keys: they follow from their tables.
static const char list_sql[] = "SELECT type || ' ' || name, sql FROM sqlite_schema "
                               "WHERE sql NOT NULL AND name NOT LIKE 'sqlite_stat_' ORDER BY 1";

static bool refuse(const FpHistory *history, const char *why, GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_FOREIGN,
                _("history '%s': %s; it is left as it is; choose another with --history FILE"),
                shown, why);
    return false;
}

static bool identify_unmarked(FpHistory *history, int64_t application_id, int64_t version,
                              GError **error)
{
    int64_t n_objects;
    if (!fp_sql_get_integer(history, "SELECT count(*) FROM sqlite_schema", NULL, 0, &n_objects,
                            error))
        return false;
    if (application_id == 0 && version == 0 && n_objects == 0)
        return true;
    return refuse(history, _("the file is a database of another program"), error);
}

bool fp_schema_identify(FpHistory *history, int n_migrations, FpSchemaAge *out_age,
                        int64_t *out_version, GError **error)
{
    int64_t application_id, version;
    if (!fp_sql_get_integer(history, "PRAGMA application_id", NULL, 0, &application_id, error) ||
        !fp_sql_get_integer(history, "PRAGMA user_version", NULL, 0, &version, error))
        return false;
    *out_version = version;
    if (application_id != FP_HISTORY_APPLICATION_ID || version < 1) {
        *out_age = FP_SCHEMA_EMPTY;
        return identify_unmarked(history, application_id, version, error);
    }
    *out_age = version > n_migrations ? FP_SCHEMA_NEWER : FP_SCHEMA_OURS;
    return true;
}

// The schema's texts as they stand: "type name" and SQL in turn.
static void add_row(GPtrArray *texts, sqlite3_stmt *statement)
{
    for (int column = 0; column < 2; column++) {
        char *text = fp_sql_dup_text(statement, column);
        g_ptr_array_add(texts, text != NULL ? text : g_strdup(""));
    }
}

// Runs of white space become one space.
static void normalize(GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++) {
        g_auto(GStrv) words = g_strsplit_set(texts->pdata[i], " \t\r\n", -1);
        GString *normal = g_string_new("");
        for (size_t k = 0; words[k] != NULL; k++) {
            if (words[k][0] != '\0')
                g_string_append_printf(normal, " %s", words[k]);
        }
        g_free(texts->pdata[i]);
        texts->pdata[i] = g_string_free(normal, FALSE);
    }
}

static GPtrArray *list_file(FpHistory *history, GError **error)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, list_sql, NULL, 0, error);
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW)
        add_row(texts, statement);
    return step == FP_SQL_DONE ? g_steal_pointer(&texts) : NULL;
}

// Nothing here can fail but for want of memory: the migrations are our own and tested.
static GPtrArray *list_right(const FpMigration *migrations, int64_t version)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(sqlite3) db = NULL;
    g_autoptr(sqlite3_stmt) statement = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK)
        return texts;
    for (int64_t i = 0; i < version; i++)
        sqlite3_exec(db, migrations[i].sql, NULL, NULL, NULL);
    if (sqlite3_prepare_v2(db, list_sql, -1, &statement, NULL) != SQLITE_OK)
        return texts;
    while (sqlite3_step(statement) == SQLITE_ROW)
        add_row(texts, statement);
    return texts;
}

// Of the texts as they stand, each with its NUL.
static char *digest_of(const GPtrArray *texts)
{
    g_autoptr(GByteArray) all = g_byte_array_new();
    for (guint i = 0; i < texts->len; i++) {
        const char *text = texts->pdata[i];
        g_byte_array_append(all, (const guint8 *)text, (guint)strlen(text) + 1);
    }
    g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(g_steal_pointer(&all));
    return fp_digest_of_bytes(bytes);
}

// A shortcut: where it says no, the texts are compared.
static bool is_known(const GPtrArray *texts, const FpMigration *migrations, int64_t version)
{
    const char *known = version > 0 ? migrations[version - 1].schema_digest : NULL;
    g_autofree char *digest = known != NULL ? digest_of(texts) : NULL;
    return known != NULL && strcmp(known, digest) == 0;
}

static const char *text_at(const GPtrArray *texts, guint i)
{
    return i < texts->len ? texts->pdata[i] : NULL;
}

// The first name that only one has, or whose text differs; NULL where all are the same. Both are in
// order, so of two different names the smaller is missing on the other side.
static const char *find_difference(const GPtrArray *file, const GPtrArray *right)
{
    for (guint i = 0; i < file->len || i < right->len; i += 2) {
        const char *in_file = text_at(file, i), *in_right = text_at(right, i);
        if (in_file == NULL || in_right == NULL)
            return in_file != NULL ? in_file : in_right;
        int order = strcmp(in_file, in_right);
        if (order != 0)
            return order < 0 ? in_file : in_right;
        if (strcmp(text_at(file, i + 1), text_at(right, i + 1)) != 0)
            return in_file;
    }
    return NULL;
}

char *fp_schema_digest(FpHistory *history, GError **error)
{
    g_autoptr(GPtrArray) texts = list_file(history, error);
    return texts != NULL ? digest_of(texts) : NULL;
}

bool fp_schema_check(FpHistory *history, const FpMigration *migrations, int64_t version,
                     GError **error)
{
    g_autoptr(GPtrArray) file = list_file(history, error);
    if (file == NULL)
        return false;
    if (is_known(file, migrations, version))
        return true;
    g_autoptr(GPtrArray) right = list_right(migrations, version);
    normalize(file);
    normalize(right);
    const char *difference = find_difference(file, right);
    if (difference == NULL)
        return true;
    g_autofree char *name = fp_error_quote(difference + 1);
    g_autofree char *why = g_strdup_printf(_("its schema is not this program's, see '%s'"), name);
    return refuse(history, why, error);
}
