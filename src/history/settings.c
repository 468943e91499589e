// SPDX-License-Identifier: Apache-2.0
// In this order: waiting first, since a pragma can meet a busy file; then what limits a hostile one.
#include "settings-private.h"
#include <linux/magic.h>
#include <sys/vfs.h>

#define BUSY_TIMEOUT_MS   3000
#define HEAP_LIMIT_BYTES  ((sqlite3_int64)256 * 1024 * 1024)
#define OPERATIONS_A_LOOK 10000 /* of SQLite's virtual machine, between looks at the deadline */

static const struct {
    int option, value;
} configs[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

// The values of SQLite's "defense against the dark arts", widened where our own statements need it.
static const struct {
    int limit, value;
} limits[] = {
    { SQLITE_LIMIT_LENGTH, 4000000 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 10 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 3 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 12 }, // a row of session or reason
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static const char safe_pragmas[] = "PRAGMA cell_size_check = ON;"
                                   "PRAGMA mmap_size = 0;"
                                   "PRAGMA temp_store = MEMORY;"
                                   "PRAGMA secure_delete = ON;"
                                   "PRAGMA foreign_keys = ON;"
                                   "PRAGMA journal_size_limit = 1048576;";

static int check_deadline(void *data)
{
    const FpHistory *history = data;
    return !history->has_no_deadline && g_get_monotonic_time() > history->deadline_us;
}

bool fp_settings_apply(FpHistory *history, GError **error)
{
    sqlite3_busy_timeout(history->db, BUSY_TIMEOUT_MS);
    for (size_t i = 0; i < G_N_ELEMENTS(configs); i++)
        sqlite3_db_config(history->db, configs[i].option, configs[i].value, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++)
        sqlite3_limit(history->db, limits[i].limit, limits[i].value);
    sqlite3_hard_heap_limit64(HEAP_LIMIT_BYTES);
    sqlite3_progress_handler(history->db, OPERATIONS_A_LOOK, check_deadline, history);
    return fp_sql_script(history, safe_pragmas, error);
}

// WAL keeps its index in shared memory, which machines on a network do not share.
static bool is_on_network(const char *file)
{
    static const unsigned magics[] = {
        NFS_SUPER_MAGIC,  SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC,
        SMB2_SUPER_MAGIC, AFS_SUPER_MAGIC, CODA_SUPER_MAGIC,
        CEPH_SUPER_MAGIC, V9FS_MAGIC,      FUSE_SUPER_MAGIC /* sshfs among them */,
    };
    struct statfs status;
    if (statfs(file, &status) != 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(magics); i++) {
        if ((unsigned)status.f_type == magics[i])
            return true;
    }
    return false;
}

// Asks for a journal mode; SQLite answers with the one that it has then.
static bool set_journal_mode(FpHistory *history, const char *mode, bool *out_is_set, GError **error)
{
    g_autofree char *sql = g_strdup_printf("PRAGMA journal_mode = %s", mode);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, NULL, 0, error);
    if (statement == NULL || fp_sql_step(history, statement, error) != FP_SQL_ROW)
        return false;
    g_autofree char *answer = fp_sql_dup_text(statement, 0);
    *out_is_set = g_ascii_strcasecmp(answer, mode) == 0;
    return true;
}

bool fp_settings_apply_journal(FpHistory *history, GError **error)
{
    bool is_wal = false, is_delete = false;
    if (!is_on_network(history->file) && !set_journal_mode(history, "WAL", &is_wal, error))
        return false;
    if (is_wal)
        return fp_sql_script(history, "PRAGMA synchronous = FULL", error);
    // EXTRA: in DELETE mode the folder is synced too, or a power cut could bring the journal back.
    return set_journal_mode(history, "DELETE", &is_delete, error) &&
           fp_sql_script(history, "PRAGMA synchronous = EXTRA", error);
}
