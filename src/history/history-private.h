// SPDX-License-Identifier: Apache-2.0
/* An open history, for this folder alone. */
#pragma once
#include "fp-history.h"
#include "migrations-private.h"
#include "sql-private.h"

struct FpHistory {
    sqlite3 *db; /* NULL: there is no file yet; the first write makes it */
    char *path;  /* as the person named it: for messages */
    char *file;  /* its folder resolved: for SQLite, which follows no link */
    FpHistoryMode mode;
    bool is_newer;       /* its schema is a newer program's: read as far as it goes */
    char *warning;       /* NULL: none */
    int64_t deadline_us; /* of the running statement, on the monotonic clock */
    bool has_no_deadline;
    const FpMigration *migrations;
    int n_migrations;
    struct FpSharedTree *last_tree; /* that a record was loaded on; NULL: none was */
    char *last_tree_key;
};

/* fp_history_open() with a list of migrations of the caller's: for tests of those to come. */
FpHistory *fp_history_open_with(const char *path, FpHistoryMode mode, const FpMigration *migrations,
                                int n_migrations, GError **error);

/* Fails where the history may not be written to. */
bool fp_history_check_writable(const FpHistory *history, GError **error);

/* Makes the file where there is none yet: before a write. */
bool fp_history_make(FpHistory *history, GError **error);

/* Fails with FP_ERROR_HISTORY_GONE where the path no longer names the file that is open: what is
 * written would be in no file that anybody finds. */
bool fp_history_check_there(const FpHistory *history, GError **error);
/* Lets go of a file that is gone: the next write makes or opens what the path names then. */
void fp_history_leave_file(FpHistory *history);
