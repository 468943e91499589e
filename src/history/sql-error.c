// SPDX-License-Identifier: Apache-2.0
// What SQLite's codes mean to a person: a row a code. An extended code comes before its plain one.
#include "fp-i18n.h"
#include "fp-text.h"
#include "history-private.h"

static const struct {
    int code;
    FpErrorCode error;
    const char *what;
} rows[] = {
    { SQLITE_BUSY, FP_ERROR_HISTORY_BUSY,
      N_("another instance is writing to it; nothing was lost, try again") },
    { SQLITE_LOCKED, FP_ERROR_HISTORY_BUSY,
      N_("another instance is writing to it; nothing was lost, try again") },
    { SQLITE_PROTOCOL, FP_ERROR_HISTORY_BUSY,
      N_("too many instances are opening it; nothing was lost, try again") },
    { SQLITE_FULL, FP_ERROR_HISTORY,
      N_("not saved: the disk is full; free some space and try again") },
    { SQLITE_IOERR_WRITE, FP_ERROR_HISTORY,
      N_("not saved: writing failed; is the disk full, or a quota used up? free some space and try "
         "again") },
    { SQLITE_IOERR_SHMSIZE, FP_ERROR_HISTORY,
      N_("not saved: writing failed; is the disk full, or a quota used up? free some space and try "
         "again") },
    { SQLITE_NOTADB, FP_ERROR_HISTORY_FOREIGN,
      N_("the file is not a history of this program and is left as it is; choose another with "
         "--history FILE") },
    { SQLITE_READONLY, FP_ERROR_HISTORY,
      N_("it cannot be written to; change its permissions or choose another with --history FILE") },
    { SQLITE_NOMEM, FP_ERROR_HISTORY, N_("not enough memory; close other programs and try again") },
    { SQLITE_TOOBIG, FP_ERROR_HISTORY, N_("not saved: a text in it is too long; shorten it") },
    { SQLITE_INTERRUPT, FP_ERROR_HISTORY,
      N_("it took too long to read; try again when the machine has less to do, and check it with the "
         "command 'history verify'") },
};

static void set(FpHistory *history, FpErrorCode code, const char *what, GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, (int)code, _("history '%s': %s"), shown, what);
}

void fp_sql_set_damaged(FpHistory *history, const char *what, GError **error)
{
    g_autofree char *shown = fp_error_quote(what); // may name its tables
    g_autofree char *printable = fp_text_printable(history->path, -1, FP_PRINT_ONE_LINE);
    g_autofree char *quoted = g_shell_quote(printable);
    g_autofree char *text = g_strdup_printf(
        _("it is damaged (%s) and is left as it is; get back what can be read with: sqlite3 %s "
          ".recover > recovered.sql (.dump where that is not built in)"),
        shown, quoted);
    set(history, FP_ERROR_HISTORY_DAMAGED, text, error);
}

// Input and output: the system's own reason says most.
static void set_system_error(FpHistory *history, GError **error)
{
    int number = sqlite3_system_errno(history->db);
    g_autofree char *why =
        number != 0 ? fp_error_reason(number) : g_strdup(sqlite3_errmsg(history->db));
    g_autofree char *text = g_strdup_printf(
        _("it cannot be read or written: %s; mend that and try again, or choose another with "
          "--history FILE"),
        why);
    set(history, FP_ERROR_HISTORY, text, error);
}

void fp_sql_set_error(FpHistory *history, GError **error)
{
    int extended = sqlite3_extended_errcode(history->db), code = extended & 0xff;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].code == extended || rows[i].code == code) {
            set(history, rows[i].error, _(rows[i].what), error);
            return;
        }
    }
    if (code == SQLITE_ERROR && history->is_newer)
        set(history, FP_ERROR_HISTORY_NEWER,
            _("a newer program wrote it, and this one cannot read that; upgrade"), error);
    else if (code == SQLITE_CORRUPT || code == SQLITE_CONSTRAINT || code == SQLITE_ERROR)
        fp_sql_set_damaged(history, sqlite3_errmsg(history->db), error);
    else
        set_system_error(history, error);
}
