// SPDX-License-Identifier: Apache-2.0
// `fingerpost history`: the list of sessions, newest first; `history verify`: is it whole? `history
// rename`: a session's title.
#include <inttypes.h>
#include <string.h>

#include "commands.h"
#include "fp-date.h"
#include "fp-i18n.h"
#include "fp-json-writer.h"
#include "fp-text.h"
#include "table.h"

static const char *state_in_words(const FpSessionSummary *summary)
{
    switch (summary->state) {
    case FP_SESSION_OPEN:
        return _("unfinished");
    case FP_SESSION_FINISHED:
        return _("finished");
    case FP_SESSION_DECIDED:
        return _("decided");
    }
    g_assert_not_reached();
}

static const char *outcome_in_words(const FpSessionSummary *summary)
{
    if (!summary->has_verdict)
        return "-";
    return summary->outcome != NULL ? summary->outcome_title : _("no path");
}

// As many digits of an id as commands want at least, and some to spare.
#define ID_DIGITS_SHOWN 8

// The title last: few sessions have one, and without any the column is left out.
static const FpTableColumn columns[] = {
    { N_("No."), 8 },    { N_("Id"), ID_DIGITS_SHOWN }, { N_("Last changed (UTC)"), 18 },
    { N_("Tree"), 24 },  { N_("Outcome"), 28 },         { N_("State"), 12 },
    { N_("Title"), 40 },
};

static bool has_title(const GPtrArray *summaries)
{
    for (guint i = 0; i < summaries->len; i++) {
        const FpSessionSummary *summary = summaries->pdata[i];
        if (summary->title != NULL)
            return true;
    }
    return false;
}

static void add_row(FpTable *table, const FpSessionSummary *summary)
{
    g_autofree char *number = g_strdup_printf("%" PRId64, summary->number);
    g_autofree char *id = g_strndup(summary->id, ID_DIGITS_SHOWN);
    g_autofree char *when = fp_stamp_to_minute(summary->last_ms);
    const char *cells[] = { number,
                            id,
                            when,
                            summary->tree_id,
                            outcome_in_words(summary),
                            state_in_words(summary),
                            summary->title };
    fp_table_add(table, cells);
}

static void print_table(const FpCliOptions *options, const GPtrArray *summaries)
{
    size_t n_columns = G_N_ELEMENTS(columns) - (has_title(summaries) ? 0 : 1);
    g_autoptr(FpTable) table = fp_table_new(columns, n_columns);
    for (guint i = 0; i < summaries->len; i++)
        add_row(table, summaries->pdata[i]);
    fp_table_print(table, options);
}

static void write_stamp(FpJsonWriter *writer, const char *key, int64_t at_ms)
{
    g_autofree char *text = fp_stamp_to_text(at_ms);
    fp_json_key_string(writer, key, text);
}

static void print_json(const GPtrArray *summaries)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_array(writer);
    for (size_t i = 0; i < summaries->len; i++) {
        const FpSessionSummary *summary = summaries->pdata[i];
        fp_json_begin_object(writer);
        fp_json_key_integer(writer, "number", summary->number);
        fp_json_key_string(writer, "id", summary->id);
        write_stamp(writer, "started", summary->started_ms);
        write_stamp(writer, "last", summary->last_ms);
        fp_json_key_string(writer, "tree", summary->tree_id);
        fp_json_key_string(writer, "tree_version", summary->tree_version);
        fp_json_key_string(writer, "title", summary->title);
        fp_json_key_string(writer, "outcome", summary->outcome);
        fp_json_key_string(writer, "state", fp_session_state_name(summary->state));
        fp_json_key_bool(writer, "has_verdict", summary->has_verdict);
        fp_json_key_integer(writer, "events", summary->n_events);
        fp_json_key_integer(writer, "answers", summary->n_answers);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    g_autofree char *json = fp_json_writer_finish(writer);
    fp_print_bytes(json);
}

static void print_list(const FpCliOptions *options, const GPtrArray *summaries, size_t count)
{
    if (summaries->len == 0) {
        g_autofree char *command = fp_history_command(options->history, "ask");
        g_autofree char *text =
            g_strdup_printf(_("No session is saved yet; '%s' starts one.\n"), command);
        fp_print_printable(options, text);
        return;
    }
    print_table(options, summaries);
    if (count <= summaries->len)
        return;
    g_autofree char *more = g_strdup_printf(ngettext("%zu more; --limit N shows more of them.\n",
                                                     "%zu more; --limit N shows more of them.\n",
                                                     count - summaries->len),
                                            count - summaries->len);
    fp_print(options, more);
}

static bool list(const FpCliOptions *options, FpHistory *history, int limit, bool json,
                 GError **error)
{
    size_t count = 0;
    g_autoptr(GPtrArray) summaries = fp_history_list(history, 0, 0, (size_t)limit, error);
    if (summaries == NULL || !fp_history_count(history, 0, &count, error))
        return false;
    if (json)
        print_json(summaries);
    else
        print_list(options, summaries, count);
    return true;
}

static bool verify(const FpCliOptions *options, FpHistory *history, GError **error)
{
    if (!fp_history_verify(history, error))
        return false;
    fp_print(options, _("The history is whole: every chain, the ledger and the index agree. This "
                        "shows damage and careless changes; against someone who can rewrite the "
                        "whole file, compare a digest kept elsewhere.\n"));
    return true;
}

// No file yet is an empty list, not a fault.
static int list_nothing(const FpCliOptions *options, bool json)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    if (json)
        print_json(none);
    else
        print_list(options, none, 0);
    return FP_EXIT_DONE;
}

static int refuse_title(const FpCliOptions *options, const char *text)
{
    g_autofree char *shown = fp_error_quote(text);
    g_autofree char *message =
        g_strdup_printf(_("'%s' cannot be a title: give one line of UTF-8 text, at most 8 KiB, "
                          "without tabs and control characters"),
                        shown);
    fp_complain(options, message);
    return FP_EXIT_USAGE;
}

static void tell_title(const FpCliOptions *options, const FpRecord *record, const char *title)
{
    g_autofree char *text = *title != '\0'
                                /* Translators: a session's number, its new title. */
                                ? g_strdup_printf(_("Session %" PRId64 " is called '%s' now.\n"),
                                                  fp_record_number(record), title)
                                : g_strdup_printf(_("Session %" PRId64 " has no title now.\n"),
                                                  fp_record_number(record));
    fp_print_printable(options, text);
}

static int rename_session(const FpCliOptions *options, const char *spec, const char *title)
{
    if (strlen(title) > FP_EVENT_TEXT_MAX || !fp_text_is_line(title))
        return refuse_title(options, title);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_open_history(options, FP_HISTORY_WRITE, &error);
    g_autoptr(FpRecord) record = history != NULL ? fp_open_record(history, spec, &error) : NULL;
    if (record == NULL)
        return fp_complain_error(options, error);
    g_autoptr(FpEvent) event =
        fp_event_new_with_text(FP_EVENT_RENAMED, NULL, title, g_get_real_time() / 1000);
    if (!fp_record_append(record, event, &error))
        return fp_complain_error(options, error);
    tell_title(options, record, title);
    return FP_EXIT_DONE;
}

static int refuse_words(const FpCliOptions *options, int argc, char **argv)
{
    g_autofree char *shown = fp_error_quote(argv[1]);
    bool is_rename = strcmp(argv[1], "rename") == 0 && argc < 4;
    g_autofree char *message =
        is_rename
            ? g_strdup(_("'history rename' needs a session and a title; see 'fingerpost history "
                         "--help'"))
            : g_strdup_printf(_("'history' takes nothing, 'verify', or 'rename', but not "
                                "'%s'; see 'fingerpost history --help'"),
                              shown);
    fp_complain(options, message);
    return FP_EXIT_USAGE;
}

static int list_or_verify(const FpCliOptions *options, bool wants_verify, int limit, bool json)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_open_history(options, FP_HISTORY_READ, &error);
    if (history == NULL && g_error_matches(error, FP_ERROR, FP_ERROR_NOT_FOUND))
        return list_nothing(options, json);
    if (history == NULL)
        return fp_complain_error(options, error);
    bool done = wants_verify ? verify(options, history, &error)
                             : list(options, history, limit, json, &error);
    return done ? FP_EXIT_DONE : fp_complain_error(options, error);
}

int fp_command_history(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean json = FALSE;
    int limit = 50;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("print JSON"), NULL },
        { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("show at most N sessions; default 50"),
          N_("N") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 3, &argc, &argv, &status))
        return status;
    bool wants_verify = argc == 2 && strcmp(argv[1], "verify") == 0;
    bool wants_rename = argc == 4 && strcmp(argv[1], "rename") == 0;
    if (argc >= 2 && !wants_verify && !wants_rename)
        return refuse_words(options, argc, argv);
    if (limit < 1) {
        fp_complain(options, _("--limit needs a number from 1"));
        return FP_EXIT_USAGE;
    }
    return wants_rename ? rename_session(options, argv[2], argv[3])
                        : list_or_verify(options, wants_verify, limit, json);
}
