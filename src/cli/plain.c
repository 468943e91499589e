// SPDX-License-Identifier: Apache-2.0
// The loop of plain mode: print, read a line, act, make durable. The end of input leaves a session that
// can be resumed.
#include "plain.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "plain-private.h"

// A pipe that answers wrongly for ever must not fill a disk with complaints.
#define REFUSALS_MAX 100

static int64_t now_ms(void)
{
    return g_get_real_time() / 1000;
}

// A line of at most this many bytes is kept; the rest of it is dropped.
#define LINE_MAX_BYTES ((size_t)64 * 1024)

// The next line, trimmed, valid UTF-8; NULL at the end of input. Owned.
static char *read_line(const FpCliOptions *options)
{
    g_autoptr(GString) line = g_string_new(NULL);
    int c = getchar();
    if (c == EOF)
        return NULL;
    for (; c != EOF && c != '\n'; c = getchar())
        if (line->len < LINE_MAX_BYTES && c != '\0')
            g_string_append_c(line, (char)c);
    // A terminal of another character set types in that set; what does not convert is marked below.
    g_autofree char *converted =
        g_convert(line->str, (gssize)line->len, "UTF-8", options->charset, NULL, NULL, NULL);
    g_autofree char *valid = converted != NULL ? g_utf8_make_valid(converted, -1)
                                               : g_utf8_make_valid(line->str, (gssize)line->len);
    return g_strdup(g_strstrip(valid));
}

bool fp_plain_confirm(const FpCliOptions *options, const char *question)
{
    g_autofree char *text = g_strdup_printf(_("%s [y/N] "), question);
    fp_print(options, text);
    fp_output_flush();
    g_autofree char *line = read_line(options);
    /* Translators: the letter that says yes. */
    return line != NULL && g_ascii_strncasecmp(line, _("y"), 1) == 0 && *line != '\0';
}

// One action on its way to the history; false where it could not be kept.
static bool act(FpWizard *wizard, FpRecord *record, const FpAction *action)
{
    g_autoptr(GPtrArray) events = fp_wizard_act(wizard, action, now_ms());
    for (size_t i = 0; i < events->len; i++) {
        g_autoptr(GError) error = NULL;
        if (!fp_record_append(record, events->pdata[i], &error)) {
            fp_wizard_reject(wizard, error->message);
            return false;
        }
    }
    fp_wizard_set_digest(wizard, fp_record_digest(record));
    fp_wizard_commit(wizard);
    return true;
}

// Returns false where the line was refused, by its words or by the wizard.
static bool take_line(const FpCliOptions *options, FpWizard *wizard, FpRecord *record,
                      const char *text)
{
    g_autoptr(FpPlainLine) line =
        fp_plain_line_new(fp_record_tree(record), fp_wizard_view(wizard), text);
    if (line->kind == FP_PLAIN_REFUSED)
        fp_plain_print_text(options, line->message, 2);
    else if (line->kind == FP_PLAIN_HELP)
        fp_plain_print_help(options, fp_wizard_view(wizard));
    else if (line->kind == FP_PLAIN_WHY)
        fp_plain_print_why(options, fp_wizard_view(wizard));
    bool kept = line->kind != FP_PLAIN_REFUSED;
    for (size_t i = 0; kept && i < line->actions->len; i++)
        kept = act(wizard, record, &g_array_index(line->actions, FpAction, i));
    const FpView *view = fp_wizard_view(wizard);
    bool is_error = view->message_is_error;
    if (view->message != NULL)
        fp_plain_print_text(options, view->message, 2);
    // A note that was refused is typed anew on a line of its own: nothing stays half-edited here.
    if (view->is_editing_note)
        act(wizard, record, &(FpAction) { .kind = FP_ACTION_CANCEL });
    return kept && !is_error;
}

// What a person sees is printed anew only where it is another thing than before.
typedef struct {
    FpPhase phase;
    size_t question;
} Shown;

static void print_if_new(const FpCliOptions *options, const FpView *view, Shown *shown)
{
    if (shown->phase == view->phase && shown->question == view->question)
        return;
    *shown = (Shown) { view->phase, view->question };
    fp_plain_print_view(options, view);
}

static void print_end(const FpCliOptions *options, const FpRecord *record)
{
    if (!fp_record_is_saved(record)) {
        fp_print(options, _("\nNothing was kept of this session.\n"));
        return;
    }
    bool is_open = fp_session_state(fp_record_session(record)) == FP_SESSION_OPEN;
    g_autofree char *text =
        g_strdup_printf(is_open ? _("\nSaved as session %" PRId64 "; 'fingerpost resume %" PRId64
                                    "' goes on with it.\n")
                                : _("\nSaved as session %" PRId64 "; 'fingerpost show %" PRId64
                                    "' prints it again.\n"),
                        fp_record_number(record), fp_record_number(record));
    fp_print(options, text);
}

// Returns false where too many lines in a row were refused.
static bool converse(const FpCliOptions *options, FpWizard *wizard, FpRecord *record)
{
    Shown shown = { FP_PHASE_QUESTION, FP_NONE };
    int refusals = 0;
    bool is_person = isatty(STDIN_FILENO);
    while (!fp_wizard_has_quit(wizard)) {
        print_if_new(options, fp_wizard_view(wizard), &shown);
        fp_plain_print_prompt(options, fp_wizard_view(wizard));
        g_autofree char *text = read_line(options);
        if (text == NULL)
            break;
        refusals = take_line(options, wizard, record, text) ? 0 : refusals + 1;
        if (refusals > REFUSALS_MAX && !is_person)
            return false;
    }
    return true;
}

int fp_plain_run(const FpCliOptions *options, FpRecord *record)
{
    const FpWizardInput input = {
        .session = fp_record_session(record),
        .compiled = fp_record_compiled(record),
        .session_number = fp_record_number(record),
        .session_id = fp_record_is_saved(record) ? fp_record_id(record) : NULL,
    };
    g_autoptr(FpWizard) wizard = fp_wizard_new(&input);
    fp_wizard_set_digest(wizard, fp_record_digest(record));
    const FpTree *tree = fp_record_tree(record);
    fp_plain_print_text(options, fp_tree_text(tree, tree->title, NULL), 0);
    if (fp_tree_text(tree, tree->summary, NULL) != NULL)
        fp_plain_print_text(options, fp_tree_text(tree, tree->summary, NULL), 0);
    bool went_well = converse(options, wizard, record);
    print_end(options, record);
    if (went_well)
        return FP_EXIT_DONE;
    fp_complain(options, _("too many lines in a row were no answers; the session is kept"));
    return FP_EXIT_USAGE;
}
