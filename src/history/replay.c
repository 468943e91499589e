// SPDX-License-Identifier: Apache-2.0
// Stops at the first link or event that is not what was written, and names it.
#include "fp-decision.h"
#include "fp-i18n.h"
#include "replay-private.h"
#include <inttypes.h>
#include <string.h>

void fp_replay_clear(FpReplay *replay)
{
    g_free(replay->id);
    fp_session_free(replay->session);
    g_clear_pointer(&replay->links, g_array_unref);
}

static bool refuse(FpHistory *history, int64_t number, int64_t sequence, const char *what,
                   GError **error)
{
    g_autofree char *shown = fp_error_quote(history->path);
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY_DAMAGED,
                _("history '%s': session %" PRId64 ", event %" PRId64
                  ": %s; compare with a copy kept elsewhere"),
                shown, number, sequence, what);
    return false;
}

bool fp_replay_verdict_is_right(const FpSession *session, const FpCompiledTree *compiled,
                                const FpEvent *finished)
{
    if (strcmp(finished->engine, FP_ENGINE_VERSION) != 0)
        return true; // the record of another engine stands as it is
    g_autoptr(FpEvent) own = fp_session_new_finished(session, compiled, finished->at_ms);
    return strcmp(own->verdict, finished->verdict) == 0 &&
           g_strcmp0(own->outcome, finished->outcome) == 0;
}

void fp_replay_set_not_found(const FpHistory *history, int64_t number, GError **error)
{
    g_autofree char *command = fp_history_command(history->path, "history");
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                _("no session %" PRId64 "; '%s' lists those that there are"), number, command);
}

char *fp_replay_load_id(FpHistory *history, int64_t number, GError **error)
{
    const FpSqlValue session = fp_sql_integer(number);
    g_autoptr(sqlite3_stmt) statement =
        fp_sql_prepare(history, "SELECT id FROM session WHERE number = ?1", &session, 1, error);
    if (statement == NULL)
        return NULL;
    FpSqlStep step = fp_sql_step(history, statement, error);
    if (step == FP_SQL_DONE)
        fp_replay_set_not_found(history, number, error);
    return step == FP_SQL_ROW ? fp_sql_dup_text(statement, 0) : NULL;
}

static bool fold(FpReplay *replay, const FpLink *link, const FpCompiledTree *compiled,
                 const char **out_what, GError **error)
{
    FpEventKind kind;
    *out_what = _("its kind is unknown");
    if (!fp_event_kind_parse(link->kind, &kind))
        return false;
    if (fp_event_kind_is_content(kind))
        replay->last_content = link->digest;
    replay->has_erased |= link->is_erased;
    if (replay->has_erased)
        return true;
    g_autoptr(FpEvent) event = fp_event_from_payload(kind, link->at_ms, link->payload, error);
    if (event == NULL)
        return false;
    *out_what = _("its verdict does not follow from the answers");
    if (kind == FP_EVENT_FINISHED && compiled != NULL &&
        !fp_replay_verdict_is_right(replay->session, compiled, event))
        return false;
    return fp_session_apply(replay->session, event, error);
}

static bool add_link(FpReplay *replay, FpHistory *history, int64_t number, FpLink *link,
                     const FpCompiledTree *compiled, GError **error)
{
    const FpLink *previous = fp_link_last(replay->links);
    g_autoptr(GError) why = NULL;
    const char *what;
    if (!fp_link_is_whole(link, previous, replay->id))
        return refuse(history, number, link->sequence, _("it is not what was written"), error);
    if (!fold(replay, link, compiled, &what, &why))
        return refuse(history, number, link->sequence, why != NULL ? why->message : what, error);
    fp_link_add(replay->links, link);
    return true;
}

static bool read_links(FpReplay *replay, FpHistory *history, int64_t number,
                       const FpCompiledTree *compiled, GError **error)
{
    const char *sql = "SELECT " FP_LINK_COLUMNS " FROM event WHERE session = ?1 ORDER BY sequence";
    const FpSqlValue session = fp_sql_integer(number);
    g_autoptr(sqlite3_stmt) statement = fp_sql_prepare(history, sql, &session, 1, error);
    FpSqlStep step = FP_SQL_FAILED;
    while (statement != NULL && (step = fp_sql_step(history, statement, error)) == FP_SQL_ROW) {
        g_auto(FpLink) link = { 0 };
        if (!fp_link_read(statement, &link))
            return refuse(history, number, sqlite3_column_int64(statement, 0),
                          _("it is not what was written"), error);
        if (!add_link(replay, history, number, &link, compiled, error))
            return false;
    }
    if (step == FP_SQL_DONE && replay->links->len == 0)
        return refuse(history, number, 1, _("it is missing"), error);
    return step == FP_SQL_DONE;
}

bool fp_replay_run(FpHistory *history, int64_t number, const FpTree *tree,
                   const FpCompiledTree *compiled, FpReplay *out_replay, GError **error)
{
    g_auto(FpReplay)
        replay = { .id = fp_replay_load_id(history, number, error), .links = fp_link_list_new() };
    if (replay.id == NULL)
        return false;
    replay.session = fp_session_new(tree);
    if (!read_links(&replay, history, number, compiled, error))
        return false;
    *out_replay = replay;
    replay = (FpReplay) { 0 };
    return true;
}
