// SPDX-License-Identifier: Apache-2.0
// Place, connection, settings, whose file it is, its schema; only then what writes: journal, migration.
// Where there is no file yet nothing is made before there is something to save: db is NULL till then.
#include "fp-i18n.h"
#include "history-private.h"
#include "place-private.h"
#include "schema-private.h"
#include "settings-private.h"
#include "shared-tree-private.h"
#include <inttypes.h>

void fp_history_close(FpHistory *history)
{
    if (history == NULL)
        return;
    sqlite3_close(history->db);
    fp_shared_tree_unref(history->last_tree);
    g_free(history->last_tree_key);
    g_free(history->path);
    g_free(history->file);
    g_free(history->warning);
    g_free(history);
}

static bool connect_to(FpHistory *history, const char *name, int flags, GError **error)
{
    sqlite3_close(history->db); // a first try, or NULL
    history->db = NULL;
    flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(name, &history->db, flags, NULL) != SQLITE_OK) {
        fp_sql_set_error(history, error);
        return false;
    }
    return fp_settings_apply(history, error);
}

static bool connect_for_writing(FpHistory *history, GError **error)
{
    return connect_to(history, history->file, SQLITE_OPEN_READWRITE, error);
}

// On a read-only folder SQLite cannot make the index of a write-ahead log: the file is read as it
// stands, without the log.
static bool connect_immutable(FpHistory *history, GError **error)
{
    g_autofree char *escaped = g_uri_escape_string(history->file, "/", FALSE);
    g_autofree char *uri = g_strconcat("file:", escaped, "?immutable=1", NULL);
    g_autofree char *shown = fp_error_quote(history->path);
    history->warning = g_strdup_printf(
        fp_place_has_log(history->file)
            ? _("history '%s': its folder cannot be written to, so the latest events, still in its "
                "log, are not shown; copy the folder and look there")
            : _("history '%s': its folder cannot be written to; it is shown as it stands"),
        shown);
    return connect_to(history, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

static bool connect_for_reading(FpHistory *history, GError **error)
{
    g_autoptr(GError) first = NULL;
    int64_t version;
    if (connect_to(history, history->file, SQLITE_OPEN_READONLY, &first) &&
        fp_sql_get_integer(history, "PRAGMA user_version", NULL, 0, &version, &first))
        return true;
    int code = sqlite3_errcode(history->db) & 0xff;
    bool is_barred = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
    if (is_barred && !fp_place_folder_is_writable(history->file))
        return connect_immutable(history, error);
    g_propagate_error(error, g_steal_pointer(&first));
    return false;
}

static char *read_program(FpHistory *history)
{
    const char *sql = "SELECT value FROM meta WHERE key = 'program'";
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, NULL, 0, NULL);
    g_autofree char *program = NULL;
    if (statement != NULL && fp_sql_step(history, statement, NULL) == FP_SQL_ROW)
        program = fp_sql_dup_text(statement, 0);
    return fp_error_quote(program != NULL ? program : "?");
}

static bool open_newer(FpHistory *history, int64_t version, int n_migrations, GError **error)
{
    g_autofree char *program = read_program(history);
    g_autofree char *shown = fp_error_quote(history->path);
    g_autofree char *who = g_strdup_printf(
        _("history '%s' was written by a newer fingerpost (version %s, schema %" PRId64
          "; this one knows %d)"),
        shown, program, version, n_migrations);
    history->is_newer = true;
    if (history->mode == FP_HISTORY_READ) {
        g_free(history->warning);
        history->warning = g_strdup_printf(_("%s: it is opened read-only"), who);
        return true;
    }
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_NEWER,
                _("%s: it can be read but not written to; upgrade, or choose another with "
                  "--history FILE"),
                who);
    return false;
}

static bool refuse_reading(const FpHistory *history, FpErrorCode code, const char *why,
                           GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, (int)code, _("history '%s': %s"), shown, why);
    return false;
}

static bool refuse_unready(const FpHistory *history, int64_t version, GError **error)
{
    g_autofree char *ask = fp_history_command(history->path, "ask");
    g_autofree char *resume = fp_history_command(history->path, "resume");
    g_autofree char *why =
        version == 0 ? g_strdup_printf(_("nothing was saved in it yet; '%s' starts a session"), ask)
                     : g_strdup_printf(_("it is of an older version; '%s' upgrades it"), resume);
    return refuse_reading(history, version == 0 ? FP_ERROR_NOT_FOUND : FP_ERROR_HISTORY, why,
                          error);
}

// In one transaction: another instance may be making the schema right now.
static bool judge(FpHistory *history, const FpMigration *migrations, int n_migrations,
                  FpSchemaAge *out_age, int64_t *out_version, GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_READ, error) ||
        !fp_schema_identify(history, n_migrations, out_age, out_version, error))
        return false;
    if (*out_age != FP_SCHEMA_NEWER && !fp_schema_check(history, migrations, *out_version, error))
        return false;
    return fp_transaction_commit(&transaction, error);
}

static bool make_ready(FpHistory *history, const FpMigration *migrations, int n_migrations,
                       GError **error)
{
    FpSchemaAge age;
    int64_t version;
    if (!judge(history, migrations, n_migrations, &age, &version, error))
        return false;
    if (age == FP_SCHEMA_NEWER)
        return open_newer(history, version, n_migrations, error);
    if (history->mode == FP_HISTORY_READ)
        return version == n_migrations || refuse_unready(history, version, error);
    if (!fp_settings_apply_journal(history, error))
        return false;
    return version == n_migrations ||
           (fp_migrations_run(history, migrations, n_migrations, error) &&
            judge(history, migrations, n_migrations, &age, &version, error));
}

static bool open_file(FpHistory *history, GError **error)
{
    history->file = fp_place_find(history->path, history->mode, error);
    if (history->file == NULL)
        return false;
    bool is_connected = history->mode == FP_HISTORY_WRITE ? connect_for_writing(history, error)
                                                          : connect_for_reading(history, error);
    return is_connected && make_ready(history, history->migrations, history->n_migrations, error);
}

static void close_file(FpHistory *history)
{
    g_clear_pointer(&history->db, sqlite3_close);
    g_clear_pointer(&history->file, g_free);
}

bool fp_history_make(FpHistory *history, GError **error)
{
    if (history->db != NULL)
        return true;
    if (open_file(history, error))
        return true;
    close_file(history);
    return false;
}

FpHistory *fp_history_open_with(const char *path, FpHistoryMode mode, const FpMigration *migrations,
                                int n_migrations, GError **error)
{
    g_autoptr(FpHistory) history = g_new0(FpHistory, 1);
    history->path = g_strdup(path);
    history->mode = mode;
    history->migrations = migrations;
    history->n_migrations = n_migrations;
    bool waits = mode == FP_HISTORY_WRITE && fp_place_is_free(path);
    bool is_good = waits ? fp_place_can_make(path, error) : open_file(history, error);
    return is_good ? g_steal_pointer(&history) : NULL;
}

FpHistory *fp_history_open(const char *path, FpHistoryMode mode, GError **error)
{
    return fp_history_open_with(path, mode, fp_migrations, fp_n_migrations, error);
}

const char *fp_history_path(const FpHistory *history)
{
    return history->path;
}

const char *fp_history_warning(const FpHistory *history)
{
    return history->warning;
}

bool fp_history_check_writable(const FpHistory *history, GError **error)
{
    if (history->mode == FP_HISTORY_WRITE)
        return true;
    return refuse_reading(history, FP_ERROR_HISTORY,
                          _("it is open for reading alone; choose another with --history FILE"),
                          error);
}

bool fp_history_check_there(const FpHistory *history, GError **error)
{
    int has_moved = 0;
    if (history->db == NULL)
        return true;
    sqlite3_file_control(history->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
    if (!has_moved)
        return true;
    bool is_replaced = g_file_test(history->file, G_FILE_TEST_EXISTS);
    return refuse_reading(
        history, FP_ERROR_HISTORY_GONE,
        is_replaced
            ? _("another file stands in its place since it was opened; what is said now is not "
                "in that: put the old one back")
            : _("it was removed or moved since it was opened; what is said now is in no file: "
                "put it back"),
        error);
}

// What its log still holds goes into the file first, wherever that is now: the next connection takes
// the log's name.
void fp_history_leave_file(FpHistory *history)
{
    if (history->db != NULL)
        sqlite3_wal_checkpoint_v2(history->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    close_file(history);
}
