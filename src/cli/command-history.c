// SPDX-License-Identifier: Apache-2.0
// `fingerpost history`: the list of sessions, newest first; `history verify`: is it whole?
#include <inttypes.h>
#include <string.h>

#include "commands.h"
#include "fp-date.h"
#include "fp-i18n.h"
#include "fp-json-writer.h"
#include "fp-text.h"

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

enum {
    COLUMN_NUMBER,
    COLUMN_WHEN,
    COLUMN_TREE,
    COLUMN_OUTCOME,
    COLUMN_STATE,
    COLUMN_TITLE,
    N_COLUMNS
};

// One row, one column: its heading, and the most cells that it may take.
static const struct {
    const char *heading;
    size_t max_cells;
} columns[N_COLUMNS] = {
    [COLUMN_NUMBER] = { N_("No."), 8 },   [COLUMN_WHEN] = { N_("Last changed (UTC)"), 18 },
    [COLUMN_TREE] = { N_("Tree"), 24 },   [COLUMN_OUTCOME] = { N_("Outcome"), 28 },
    [COLUMN_STATE] = { N_("State"), 12 }, [COLUMN_TITLE] = { N_("Title"), 40 },
};

static void fill_row(char *row[N_COLUMNS], const FpSessionSummary *summary)
{
    row[COLUMN_NUMBER] = g_strdup_printf("%" PRId64, summary->number);
    row[COLUMN_WHEN] = fp_stamp_to_minute(summary->last_ms);
    row[COLUMN_TREE] = fp_text_printable(summary->tree_id, -1, FP_PRINT_ONE_LINE);
    row[COLUMN_OUTCOME] = fp_text_printable(outcome_in_words(summary), -1, FP_PRINT_ONE_LINE);
    row[COLUMN_STATE] = g_strdup(state_in_words(summary));
    row[COLUMN_TITLE] =
        fp_text_printable(summary->title != NULL ? summary->title : "", -1, FP_PRINT_ONE_LINE);
}

static void measure(size_t widths[N_COLUMNS], char *const row[N_COLUMNS])
{
    for (size_t i = 0; i < N_COLUMNS; i++)
        widths[i] = MAX(widths[i], MIN(fp_text_width(row[i]), columns[i].max_cells));
}

static void print_row(const FpCliOptions *options, const size_t widths[N_COLUMNS],
                      char *const row[N_COLUMNS])
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t i = 0; i < N_COLUMNS; i++) {
        g_autofree char *cell = fp_text_pad(row[i], widths[i], options->ascii);
        g_string_append_printf(line, "%s%s", i == 0 ? "" : "  ", cell);
    }
    g_strchomp(line->str);
    g_autofree char *text = g_strconcat(line->str, "\n", NULL);
    fp_print(options, text);
}

static void print_table(const FpCliOptions *options, const GPtrArray *summaries)
{
    size_t widths[N_COLUMNS] = { 0 };
    char *headings[N_COLUMNS];
    for (size_t i = 0; i < N_COLUMNS; i++)
        headings[i] = (char *)_(columns[i].heading);
    measure(widths, headings);
    char *(*rows)[N_COLUMNS] = g_malloc0_n(summaries->len + 1, sizeof *rows);
    for (size_t i = 0; i < summaries->len; i++) {
        fill_row(rows[i], summaries->pdata[i]);
        measure(widths, rows[i]);
    }
    print_row(options, widths, headings);
    for (size_t i = 0; i < summaries->len; i++) {
        print_row(options, widths, rows[i]);
        for (size_t k = 0; k < N_COLUMNS; k++)
            g_free(rows[i][k]);
    }
    g_free(rows);
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

static int refuse_word(const FpCliOptions *options, const char *word)
{
    g_autofree char *printable = fp_text_printable(word, -1, FP_PRINT_ONE_LINE);
    g_autofree char *message =
        g_strdup_printf(_("'history' takes nothing, or 'verify', but not '%s'"), printable);
    fp_complain(options, message);
    return FP_EXIT_USAGE;
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
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    bool wants_verify = argc == 2 && strcmp(argv[1], "verify") == 0;
    if (argc == 2 && !wants_verify)
        return refuse_word(options, argv[1]);
    if (limit < 1) {
        fp_complain(options, _("--limit needs a number from 1"));
        return FP_EXIT_USAGE;
    }
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
