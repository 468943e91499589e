// SPDX-License-Identifier: Apache-2.0
// SQLite's backup: it respects locks and logs, where copying the file's bytes would not.
#include "copy-private.h"
#include "fp-i18n.h"
#include "place-private.h"
#include <errno.h>
#include <glib/gstdio.h>

#define COPIES_MAX 100

static bool fail(const char *file, const char *why, GError **error)
{
    g_autofree char *shown = fp_error_quote(file);
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY,
                _("cannot copy the history to '%s' before upgrading it: %s; nothing was changed"),
                shown, why);
    return false;
}

// Makes the empty file that the copy goes to, under the first free name.
static char *make_target(const FpHistory *history, int64_t version, GError **error)
{
    for (int i = 1; i <= COPIES_MAX; i++) {
        g_autofree char *suffix = i > 1 ? g_strdup_printf("-%d", i) : g_strdup("");
        g_autofree char *file =
            g_strdup_printf("%s.v%" G_GINT64_FORMAT "-copy%s", history->file, version, suffix);
        if (fp_place_create(file))
            return g_steal_pointer(&file);
        if (errno != EEXIST || i == COPIES_MAX) {
            g_autofree char *reason = fp_error_reason(errno);
            fail(file, reason, error);
            return NULL;
        }
    }
    g_assert_not_reached();
}

static bool copy_to(FpHistory *history, sqlite3 *target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", history->db, "main");
    if (backup == NULL)
        return false;
    int code = sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup) == SQLITE_OK && code == SQLITE_DONE;
}

bool fp_copy_make(FpHistory *history, int64_t version, GError **error)
{
    g_autofree char *file = make_target(history, version, error);
    g_autoptr(sqlite3) target = NULL;
    if (file == NULL)
        return false;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE;
    if (sqlite3_open_v2(file, &target, flags, NULL) == SQLITE_OK && copy_to(history, target))
        return true;
    fail(file, sqlite3_errmsg(target), error);
    g_unlink(file);
    return false;
}
