// SPDX-License-Identifier: Apache-2.0
// `fingerpost ask`: the first screen, then a new session on a tree or an unfinished one. The screen is
// drawn from the tree's heading; the tree is read while a person reads.
#include <inttypes.h>
#include <unistd.h>

#include "asking.h"
#include "commands.h"
#include "fp-date.h"
#include "fp-i18n.h"
#include "plain-private.h"
#include "plain.h"
#include "tree-choice.h"

#define UNFINISHED_SHOWN 5
// Those without an answer are no work to go on with: so many may stand before one that has.
#define UNFINISHED_READ 50

/* What is asked about, and where it is kept. */
typedef struct {
    const FpCliOptions *options;
    char *path;              // of the tree; NULL while it is still to be chosen
    TreeChoice *choice;      // the trees to choose from; NULL: one is given, or there is but one
    FpTree *tree;            // NULL until it is read, and once a session has taken it
    GError *fault;           // why it cannot be
    FpHistory *history;      // NULL: nothing is kept
    GError *without_history; // why, where that was not wished for
} Asking;

static void asking_clear(Asking *asking)
{
    g_free(asking->path);
    tree_choice_free(asking->choice);
    fp_tree_free(asking->tree);
    g_clear_error(&asking->fault);
    fp_history_close(asking->history);
    g_clear_error(&asking->without_history);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asking, asking_clear)

static int64_t now_ms(void)
{
    return g_get_real_time() / 1000;
}

static bool read_tree(Asking *asking)
{
    if (asking->tree == NULL)
        asking->tree = fp_load_tree(asking->path, &asking->fault);
    return asking->tree != NULL;
}

static void open_history(Asking *asking)
{
    if (!asking->options->no_save)
        asking->history =
            fp_open_history(asking->options, FP_HISTORY_WRITE, &asking->without_history);
}

/* ---- The first screen ---- */

static char *describe_unfinished(const FpSessionSummary *summary)
{
    g_autofree char *when = fp_stamp_to_minute(summary->last_ms);
    /* Translators: the first %s is a date and time. */
    return g_strdup_printf(ngettext("left on %s UTC, %" PRId64 " answer",
                                    "left on %s UTC, %" PRId64 " answers",
                                    (unsigned long)summary->n_answers),
                           when, summary->n_answers);
}

/* The newest that have an answer. */
static GPtrArray *list_unfinished(FpHistory *history, GError **error)
{
    if (history == NULL)
        return NULL;
    GPtrArray *summaries =
        fp_history_list(history, 1u << FP_SESSION_OPEN, 0, UNFINISHED_READ, error);
    // Backwards: removing one moves the ones after it.
    for (guint i = summaries != NULL ? summaries->len : 0; i-- > 0;) {
        const FpSessionSummary *summary = summaries->pdata[i];
        if (summary->n_answers == 0)
            g_ptr_array_remove_index(summaries, i);
    }
    if (summaries != NULL && summaries->len > UNFINISHED_SHOWN)
        g_ptr_array_set_size(summaries, UNFINISHED_SHOWN);
    return summaries;
}

// details owns their words.
static void add_sessions(GArray *items, const GPtrArray *summaries, GPtrArray *details)
{
    for (guint i = 0; i < summaries->len; i++) {
        const FpSessionSummary *unfinished = summaries->pdata[i];
        g_ptr_array_add(details, describe_unfinished(unfinished));
        const FpStartItem item = {
            .is_session = true,
            .number = unfinished->number,
            .title = unfinished->title != NULL ? unfinished->title : unfinished->tree_title,
            .detail = details->pdata[i],
        };
        g_array_append_val(items, item);
    }
}

// The trees given, and the unfinished sessions.
static FpStart *new_start(const Asking *asking, const FpStartItem *trees, size_t n_trees,
                          const char *notice)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) summaries = list_unfinished(asking->history, &error);
    g_autoptr(GPtrArray) details = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(FpStartItem));
    g_array_append_vals(items, trees, (guint)n_trees);
    if (summaries != NULL)
        add_sessions(items, summaries, details);
    return fp_start_new((const FpStartItem *)(const void *)items->data, items->len,
                        error != NULL ? error->message : notice);
}

static FpStart *new_start_of_one(const Asking *asking, const char *title, const char *summary,
                                 const char *notice)
{
    const FpStartItem tree = { .title = title, .detail = summary, .path = asking->path };
    return new_start(asking, &tree, 1, notice);
}

// By the heading where that is soon had, else by the tree; NULL where that cannot be read.
static FpStart *prepare_start(Asking *asking, const char *notice)
{
    if (asking->choice != NULL) {
        size_t n_trees;
        const FpStartItem *trees = tree_choice_items(asking->choice, &n_trees);
        return new_start(asking, trees, n_trees, notice);
    }
    g_autoptr(FpTreeHeading) heading = fp_tree_heading_load(asking->path);
    if (heading != NULL) {
        FpStart *start = new_start_of_one(asking, heading->title, heading->summary, notice);
        fp_start_set_heading(start, heading);
        return start;
    }
    if (!read_tree(asking))
        return NULL;
    const FpTree *tree = asking->tree;
    FpStart *start = new_start_of_one(asking, fp_tree_text(tree, tree->title, NULL),
                                      fp_tree_text(tree, tree->summary, NULL), notice);
    fp_start_set_tree(start, tree);
    return start;
}

typedef struct {
    Asking *asking;
    FpStart *start;
} Settling;

static bool settle(void *data)
{
    Settling *settling = data;
    if (settling->asking->choice != NULL)
        return true; // which one to read is not known yet
    if (!read_tree(settling->asking))
        return false;
    if (fp_start_is_reading(settling->start))
        fp_start_set_tree(settling->start, settling->asking->tree);
    return true;
}

// The chosen item's record: an unfinished session, or a new one on the tree, which is then taken.
static FpRecord *open_chosen(const FpStart *start, Asking *asking, GError **error)
{
    size_t n_items = 0;
    const FpStartItem *item = &fp_start_items(start, &n_items)[fp_start_focus(start)];
    if (item->is_session)
        return fp_record_load(asking->history, item->number, error);
    if (asking->path == NULL)
        asking->path = g_strdup(item->path);
    if (!read_tree(asking)) {
        g_propagate_error(error, g_steal_pointer(&asking->fault));
        return NULL;
    }
    return fp_record_begin(asking->history, g_steal_pointer(&asking->tree), now_ms());
}

// The history failed: on the first screen and in plain mode a person may go on without it.
static int leave_without_history(const Asking *asking)
{
    return asking->without_history != NULL
               ? fp_complain_error(asking->options, asking->without_history)
               : FP_EXIT_DONE;
}

// Runs the first screen on the terminal and then what was chosen there.
static int run_screens(Asking *asking, FpStart *start, FpTui *screens)
{
    g_autoptr(FpTui) tui = screens;
    FpStartStep step = FP_START_STAYS;
    FpTuiEnd end = fp_tui_run_start(tui, start, settle, &(Settling) { asking, start }, &step);
    if (end == FP_TUI_SIGNALLED)
        return 128 + fp_tui_signal(tui);
    if (end == FP_TUI_HANGUP)
        return FP_EXIT_DONE;
    g_autoptr(GError) error = g_steal_pointer(&asking->fault);
    g_autoptr(FpRecord) record = NULL;
    if (step == FP_START_CHOSEN)
        record = open_chosen(start, asking, &error);
    if (record != NULL)
        return fp_asking_run(asking->options, g_steal_pointer(&tui), record);
    g_clear_pointer(&tui, fp_tui_close);
    return error != NULL ? fp_complain_error(asking->options, error)
                         : leave_without_history(asking);
}

/* ---- Line by line ---- */

// The same that the first screen offers: plain mode asks no question about it.
static void print_unfinished(const FpCliOptions *options, FpHistory *history)
{
    g_autoptr(GPtrArray) summaries = list_unfinished(history, NULL);
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

static int ask_line_by_line(Asking *asking)
{
    const FpCliOptions *options = asking->options;
    if (!read_tree(asking))
        return fp_complain_error(options, asking->fault);
    if (asking->history == NULL && asking->without_history == NULL)
        open_history(asking);
    if (asking->without_history != NULL) {
        int status = fp_complain_error(options, asking->without_history);
        if (!isatty(STDIN_FILENO) ||
            !fp_plain_confirm(options, _("Go on without saving anything?")))
            return status;
    }
    print_unfinished(options, asking->history);
    g_autoptr(FpRecord) record =
        fp_record_begin(asking->history, g_steal_pointer(&asking->tree), now_ms());
    return fp_plain_run(options, record);
}

// The screens are plainer than they could be, and a person may not know why.
static void tell_missing_locale(const FpCliOptions *options, FpStart *start)
{
    if (options->missing_locale == NULL)
        return;
    g_autofree char *text =
        g_strdup_printf(_("The locale '%s' is not installed here, so lines are drawn in ASCII; "
                          "'locale -a' lists those that are."),
                        options->missing_locale);
    fp_start_tell(start, text);
}

static int ask_on_screens(Asking *asking)
{
    open_history(asking);
    g_autofree char *notice =
        asking->without_history == NULL
            ? NULL
            : g_strdup_printf(_("%s. Going on keeps nothing of this session."),
                              asking->without_history->message);
    g_autoptr(FpStart) start = prepare_start(asking, notice);
    if (start == NULL)
        return fp_complain_error(asking->options, asking->fault);
    tell_missing_locale(asking->options, start);
    FpTui *tui = fp_asking_open_screens(asking->options);
    if (tui != NULL)
        return run_screens(asking, start, tui);
    // The terminal refuses screens after all: line by line nothing is chosen.
    g_autoptr(GError) error = NULL;
    if (asking->path == NULL)
        asking->path = fp_find_tree(NULL, &error);
    return asking->path != NULL ? ask_line_by_line(asking)
                                : fp_complain_error(asking->options, error);
}

int fp_command_ask(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, NULL, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_auto(Asking) asking = { .options = options };
    bool has_screens = fp_asking_can_have_screens(options);
    asking.choice = argc == 1 && has_screens ? tree_choice_new() : NULL;
    if (asking.choice == NULL)
        asking.path = fp_find_tree(argc == 2 ? argv[1] : NULL, &error);
    if (asking.path == NULL && asking.choice == NULL)
        return fp_complain_error(options, error);
    return has_screens ? ask_on_screens(&asking) : ask_line_by_line(&asking);
}
