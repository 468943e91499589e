// SPDX-License-Identifier: Apache-2.0
// `fingerpost ask`: the first screen, then a new session on a tree or an unfinished one.
#include <inttypes.h>
#include <unistd.h>

#include "asking.h"
#include "commands.h"
#include "fp-date.h"
#include "fp-i18n.h"
#include "plain-private.h"
#include "plain.h"

#define UNFINISHED_SHOWN 5

static int64_t now_ms(void)
{
    return g_get_real_time() / 1000;
}

static char *describe_unfinished(const FpSessionSummary *summary)
{
    g_autofree char *when = fp_stamp_to_minute(summary->last_ms);
    /* Translators: the first %s is a date and time. */
    return g_strdup_printf(ngettext("left on %s UTC, %" PRId64 " answer",
                                    "left on %s UTC, %" PRId64 " answers",
                                    (unsigned long)summary->n_answers),
                           when, summary->n_answers);
}

// Unfinished sessions first, then the tree itself.
static FpStart *new_start(FpHistory *history, const FpTree *tree, const char *notice)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) summaries =
        history != NULL
            ? fp_history_list(history, 1u << FP_SESSION_OPEN, 0, UNFINISHED_SHOWN, &error)
            : NULL;
    g_autoptr(GPtrArray) details = g_ptr_array_new_with_free_func(g_free);
    FpStartItem items[UNFINISHED_SHOWN + 1] = { 0 };
    size_t n_items = 0;
    for (size_t i = 0; summaries != NULL && i < summaries->len; i++) {
        const FpSessionSummary *summary = summaries->pdata[i];
        g_ptr_array_add(details, describe_unfinished(summary));
        items[n_items++] = (FpStartItem) {
            .is_session = true,
            .number = summary->number,
            .title = summary->title != NULL ? summary->title : summary->tree_title,
            .detail = details->pdata[i],
        };
    }
    items[n_items++] = (FpStartItem) {
        .title = fp_tree_text(tree, tree->title, NULL),
        .detail = fp_tree_text(tree, tree->summary, NULL),
        .path = fp_source_name(tree->source),
    };
    return fp_start_new(items, n_items, tree, error != NULL ? error->message : notice);
}

// The chosen item's record: an unfinished session, or a new one on the tree, which is then taken.
static FpRecord *open_chosen(const FpStart *start, FpHistory *history, FpTree **tree,
                             GError **error)
{
    size_t n_items = 0;
    const FpStartItem *item = &fp_start_items(start, &n_items)[fp_start_focus(start)];
    if (item->is_session)
        return fp_record_load(history, item->number, error);
    return fp_record_begin(history, g_steal_pointer(tree), now_ms());
}

// The history failed: on the first screen and in plain mode a person may go on without it.
static int leave_without_history(const FpCliOptions *options, const GError *failure)
{
    return failure != NULL ? fp_complain_error(options, failure) : FP_EXIT_DONE;
}

static int ask_on_screens(const FpCliOptions *options, FpTui *screens, FpHistory *history,
                          FpTree **tree, const GError *failure)
{
    g_autoptr(FpTui) tui = screens;
    g_autofree char *notice =
        failure == NULL
            ? NULL
            : g_strdup_printf(_("%s. Going on keeps nothing of this session."), failure->message);
    g_autoptr(FpStart) start = new_start(history, *tree, notice);
    FpStartStep step = FP_START_STAYS;
    FpTuiEnd end = fp_tui_run_start(tui, start, &step);
    if (end == FP_TUI_SIGNALLED)
        return 128 + fp_tui_signal(tui);
    if (end == FP_TUI_HANGUP)
        return FP_EXIT_DONE;
    if (step != FP_START_CHOSEN) {
        g_clear_pointer(&tui, fp_tui_close);
        return leave_without_history(options, failure);
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(FpRecord) record = open_chosen(start, history, tree, &error);
    if (record == NULL) {
        g_clear_pointer(&tui, fp_tui_close);
        return fp_complain_error(options, error);
    }
    return fp_asking_run(options, g_steal_pointer(&tui), record);
}

// The same that the first screen offers: plain mode asks no question about it.
static void print_unfinished(const FpCliOptions *options, FpHistory *history)
{
    g_autoptr(GPtrArray) summaries =
        history != NULL ? fp_history_list(history, 1u << FP_SESSION_OPEN, 0, UNFINISHED_SHOWN, NULL)
                        : NULL;
    if (summaries == NULL || summaries->len == 0)
        return;
    g_autoptr(GString) numbers = g_string_new(NULL);
    for (guint i = 0; i < summaries->len; i++) {
        const FpSessionSummary *summary = summaries->pdata[i];
        g_string_append_printf(numbers, "%s%" PRId64, i == 0 ? "" : ", ", summary->number);
    }
    g_autofree char *command = fp_history_command(options->history, "resume");
    g_autofree char *text = g_strdup_printf(
        /* Translators: the numbers of sessions, the newest first; the command before a number. */
        ngettext(
            "Unfinished session: %s. '%s' goes on with it.",
            "Unfinished sessions: %s. '%s' goes on with the newest; give a number for another.",
            summaries->len),
        numbers->str, command);
    fp_plain_print_text(options, text, 0);
    fp_print(options, "\n");
}

static int ask_line_by_line(const FpCliOptions *options, FpHistory *history, FpTree **tree,
                            const GError *failure)
{
    if (failure != NULL) {
        int status = fp_complain_error(options, failure);
        if (!isatty(STDIN_FILENO) ||
            !fp_plain_confirm(options, _("Go on without saving anything?")))
            return status;
    }
    print_unfinished(options, history);
    g_autoptr(FpRecord) record = fp_record_begin(history, g_steal_pointer(tree), now_ms());
    return fp_plain_run(options, record);
}

int fp_command_ask(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, NULL, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) tree = fp_open_tree(argc == 2 ? argv[1] : NULL, &error);
    if (tree == NULL)
        return fp_complain_error(options, error);
    g_autoptr(GError) failure = NULL;
    g_autoptr(FpHistory) history =
        options->no_save ? NULL : fp_open_history(options, FP_HISTORY_WRITE, &failure);
    FpTui *tui = fp_asking_open_screens(options);
    return tui != NULL ? ask_on_screens(options, tui, history, &tree, failure)
                       : ask_line_by_line(options, history, &tree, failure);
}
