// SPDX-License-Identifier: Apache-2.0
// The version is read again under the write lock: another instance may have been faster.
#include "copy-private.h"
#include "fp-config.h"
#include "history-private.h"
#include "migrations-private.h"

static const char sql_0001[] =
#include "0001.sql.inc"
    ;

const FpMigration fp_migrations[] = {
    { sql_0001, "sha256:5b9e8850e509886332384d3189dac62b80fcce56fba42c3c654751a3ceef1e32" },
};
const int fp_n_migrations = G_N_ELEMENTS(fp_migrations);

static bool get_version(FpHistory *history, int64_t *out_version, GError **error)
{
    return fp_sql_get_integer(history, "PRAGMA user_version", NULL, 0, out_version, error);
}

static bool set_version(FpHistory *history, int version, GError **error)
{
    g_autofree char *sql = g_strdup_printf("PRAGMA user_version = %d", version);
    const FpSqlValue program = fp_sql_text(FP_VERSION);
    return fp_sql_run(history, sql, NULL, 0, error) &&
           fp_sql_run(history, "INSERT OR REPLACE INTO meta VALUES ('program', ?1)", &program, 1,
                      error);
}

static bool run_step(FpHistory *history, const FpMigration *migrations, int64_t from,
                     GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    int64_t version;
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_WRITE, error) ||
        !get_version(history, &version, error))
        return false;
    if (version != from)
        return true; // another instance did it; the caller looks again
    return fp_sql_script(history, migrations[from].sql, error) &&
           set_version(history, (int)from + 1, error) && fp_transaction_commit(&transaction, error);
}

static bool run_all(FpHistory *history, const FpMigration *migrations, int n_migrations,
                    GError **error)
{
    int64_t version;
    // Ends: a step raises the version, or someone else did, or it fails.
    while (get_version(history, &version, error)) {
        if (version >= n_migrations)
            return true;
        if (version > 0 && !fp_copy_make(history, version, error))
            return false;
        if (!run_step(history, migrations, version, error))
            return false;
    }
    return false;
}

bool fp_migrations_run(FpHistory *history, const FpMigration *migrations, int n_migrations,
                       GError **error)
{
    history->has_no_deadline = true; // our own statements, over as many rows as there are
    bool is_done = run_all(history, migrations, n_migrations, error);
    history->has_no_deadline = false;
    return is_done;
}
