// SPDX-License-Identifier: Apache-2.0
// A number is all digits; anything else but "last" must be the start of an id.
#include "fp-i18n.h"
#include "history-private.h"
#include "random-private.h"
#include <string.h>

#define PREFIX_MIN 4
#define NAMED_MAX  5 /* of the sessions that share a prefix */

static bool refuse(const char *spec, FpErrorCode code, const char *why, GError **error)
{
    g_autofree char *shown = fp_error_quote(spec);
    g_set_error(error, FP_ERROR, (int)code, _("no session '%s': %s"), shown, why);
    return false;
}

static bool refuse_empty(const FpHistory *history, const char *spec, GError **error)
{
    g_autofree char *command = fp_history_command(history->path, "ask");
    g_autofree char *why = g_strdup_printf(_("none was saved yet; '%s' starts one"), command);
    return refuse(spec, FP_ERROR_NOT_FOUND, why, error);
}

static bool refuse_unlisted(const FpHistory *history, const char *spec, bool is_number,
                            GError **error)
{
    g_autofree char *command = fp_history_command(history->path, "history");
    g_autofree char *why =
        is_number ? g_strdup_printf(_("there is none with that number; '%s' lists them"), command)
                  : g_strdup_printf(_("no id starts so; '%s' lists them"), command);
    return refuse(spec, FP_ERROR_NOT_FOUND, why, error);
}

static bool find_last(FpHistory *history, int64_t *out_number, GError **error)
{
    const char *sql = "SELECT session FROM ledger ORDER BY number DESC LIMIT 1";
    if (!fp_sql_get_integer(history, sql, NULL, 0, out_number, error))
        return false;
    return *out_number != 0 || refuse_empty(history, "last", error);
}

static bool find_number(FpHistory *history, const char *spec, int64_t *out_number, GError **error)
{
    int64_t found = 0;
    guint64 wanted;
    if (g_ascii_string_to_unsigned(spec, 10, 1, G_MAXINT64, &wanted, NULL)) {
        const FpSqlValue number = fp_sql_integer((int64_t)wanted);
        if (!fp_sql_get_integer(history, "SELECT number FROM session WHERE number = ?1", &number, 1,
                                &found, error))
            return false;
    }
    *out_number = found;
    return found != 0 || refuse_unlisted(history, spec, true, error);
}

// Names the sessions that share the prefix; the first was read already.
static bool refuse_several(FpHistory *history, sqlite3_stmt *statement, const char *spec,
                           const char *first, GError **error)
{
    g_autoptr(GString) why = g_string_new(first);
    int n = 1;
    FpSqlStep step = FP_SQL_ROW;
    do {
        g_autofree char *id = fp_sql_dup_text(statement, 1);
        g_string_append_printf(why, ", %s", id);
        n++;
    } while (n < NAMED_MAX && (step = fp_sql_step(history, statement, NULL)) == FP_SQL_ROW);
    if (step == FP_SQL_ROW && fp_sql_step(history, statement, NULL) == FP_SQL_ROW)
        g_string_append(why, ", …");
    g_autofree char *text =
        g_strdup_printf(_("several ids start so: %s; give more digits"), why->str);
    return refuse(spec, FP_ERROR_BAD_INPUT, text, error);
}

static bool find_prefix(FpHistory *history, const char *spec, int64_t *out_number, GError **error)
{
    // 'g' is past every hex digit.
    const char *sql = "SELECT number, id FROM session WHERE id >= ?1 AND id < ?1 || 'g' "
                      "ORDER BY id";
    g_autofree char *prefix = g_ascii_strdown(spec, -1);
    const FpSqlValue value = fp_sql_text(prefix);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, &value, 1, error);
    if (statement == NULL)
        return false;
    FpSqlStep step = fp_sql_step(history, statement, error);
    if (step == FP_SQL_DONE)
        return refuse_unlisted(history, spec, false, error);
    if (step == FP_SQL_FAILED)
        return false;
    int64_t number = sqlite3_column_int64(statement, 0);
    g_autofree char *first = fp_sql_dup_text(statement, 1);
    step = fp_sql_step(history, statement, error);
    if (step == FP_SQL_ROW)
        return refuse_several(history, statement, spec, first, error);
    *out_number = number;
    return step == FP_SQL_DONE;
}

bool fp_history_find(FpHistory *history, const char *spec, int64_t *out_number, GError **error)
{
    size_t length = strlen(spec);
    if (history->db == NULL)
        return refuse_empty(history, spec, error);
    if (strcmp(spec, "last") == 0)
        return find_last(history, out_number, error);
    if (length > 0 && length < FP_SESSION_ID_DIGITS && strspn(spec, "0123456789") == length)
        return find_number(history, spec, out_number, error);
    if (strspn(spec, "0123456789abcdefABCDEF") != length || length > FP_SESSION_ID_DIGITS)
        return refuse(spec, FP_ERROR_BAD_INPUT,
                      _("give its number, the start of its id, or 'last'"), error);
    if (length < PREFIX_MIN)
        return refuse(spec, FP_ERROR_BAD_INPUT, _("give at least 4 digits of its id"), error);
    return find_prefix(history, spec, out_number, error);
}
