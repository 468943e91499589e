// SPDX-License-Identifier: Apache-2.0
// The loop of plain mode: print, read a line, act, make durable. The end of input leaves a session that
// can be resumed.
#include "plain.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "fp-write-brief.h"
#include "leaving.h"
#include "plain-private.h"

// A pipe that answers wrongly for ever must not fill a disk with complaints.
#define REFUSALS_MAX 100

static int64_t now_ms(void)
{
    return g_get_real_time() / 1000;
}

/* ---- Reading ---- */

static volatile sig_atomic_t interrupted; // the signal's number

static void note_signal(int number)
{
    interrupted = number;
}

// Without SA_RESTART: the read that waits for a line ends, as at the end of input.
static void catch_signals(void)
{
    static const int numbers[] = { SIGINT, SIGTERM };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        struct sigaction before, action = { .sa_handler = note_signal };
        sigemptyset(&action.sa_mask);
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}

// A line of at most this many bytes is kept; the rest of it is dropped.
#define LINE_MAX_BYTES ((size_t)64 * 1024)

// The next line, trimmed, valid UTF-8; NULL at the end of input. Owned.
static char *read_line(const FpCliOptions *options)
{
    g_autoptr(GString) line = g_string_new(NULL);
    int c = interrupted == 0 ? getchar() : EOF;
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

// A terminal shows what is typed; a pipe's lines are put where they would stand.
static void echo_line(const FpCliOptions *options, const char *text)
{
    g_autofree char *shown = fp_error_quote(text);
    g_autofree char *line = g_strconcat(shown, "\n", NULL);
    fp_print(options, line);
}

char *fp_plain_read_line(const FpCliOptions *options, const char *prompt, bool is_person)
{
    char *text = fp_plain_read_answer(options, prompt);
    if (text != NULL && !is_person)
        echo_line(options, text);
    return text;
}

char *fp_plain_read_answer(const FpCliOptions *options, const char *prompt)
{
    fp_print(options, prompt);
    fp_output_flush();
    return read_line(options);
}

bool fp_plain_confirm(const FpCliOptions *options, const char *question)
{
    g_autofree char *text = g_strdup_printf(_("%s [y/N] "), question);
    g_autofree char *line = fp_plain_read_answer(options, text);
    /* Translators: the letter that says yes. */
    return line != NULL && g_ascii_strncasecmp(line, _("y"), 1) == 0 && *line != '\0';
}

/* ---- The conversation ---- */

typedef struct {
    const FpCliOptions *options;
    FpRecord *record;
    FpWizard *wizard;
    bool is_person;  /* at a terminal: can be asked */
    GError *failure; /* of the history, where nobody can be asked; ends it */
    bool is_shown;   /* what stands now was printed, as phase and question say */
    FpPhase phase;
    size_t question;
    uint64_t analysed; /* the generation of answers that the analyses were made of last; 0: none */
} Talk;

static void tell_saved(Talk *talk)
{
    bool is_saved = fp_record_is_saved(talk->record);
    fp_wizard_set_saved(talk->wizard, fp_record_number(talk->record),
                        is_saved ? fp_record_id(talk->record) : NULL,
                        is_saved ? fp_record_digest(talk->record) : NULL);
}

// Nothing is drawn meanwhile and nobody presses keys: what takes a screen a thread is done at once here.
static void analyse(Talk *talk)
{
    uint64_t generation = fp_wizard_generation(talk->wizard);
    if (generation == talk->analysed)
        return;
    const FpCompiledTree *compiled = fp_record_compiled(talk->record);
    const FpSession *session = fp_record_session(talk->record);
    const FpAnswerSheet *sheet = fp_session_sheet(session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    FpBriefAnalyses *analyses =
        fp_brief_analyses_new(compiled, sheet, verdict, fp_session_judging_date(session), NULL);
    fp_wizard_take_analyses(talk->wizard, analyses, generation);
    talk->analysed = generation;
}

/* ---- The history fails ---- */

// What another instance said is shown, and the person goes on from there.
static void load_again(Talk *talk, const FpAction *untaken)
{
    g_autoptr(GError) error = NULL;
    fp_wizard_let_go(talk->wizard); // it looks into the tree that goes
    bool is_loaded = fp_record_reload(talk->record, &error);
    fp_wizard_take_up(talk->wizard, fp_record_session(talk->record),
                      fp_record_compiled(talk->record), untaken);
    tell_saved(talk);
    talk->is_shown = false;
    talk->analysed = 0;
    if (!is_loaded)
        fp_wizard_tell(talk->wizard, error->message, true);
}

static bool write_anew(const Talk *talk)
{
    g_autoptr(GError) error = NULL;
    if (!fp_plain_confirm(talk->options,
                          _("Write the whole session to what stands at that place now, a new file "
                            "where there is nothing?")))
        return false;
    if (!fp_record_save_anew(talk->record, &error))
        fp_complain_error(talk->options, error);
    return true;
}

// True where the person chose a way on: the event may be tried again.
static bool choose_way_on(const Talk *talk, const GError *failure)
{
    fp_complain_error(talk->options, failure);
    if (g_error_matches(failure, FP_ERROR, FP_ERROR_HISTORY_GONE) && write_anew(talk))
        return true;
    if (!fp_plain_confirm(
            talk->options,
            _("Go on without saving? What is said is kept in memory, and saved as soon "
              "as that works again.")))
        return false;
    fp_record_go_on_unsaved(talk->record);
    return true;
}

static bool keep(Talk *talk, const FpEvent *event)
{
    g_autoptr(GError) error = NULL;
    if (fp_record_append(talk->record, event, &error))
        return true;
    if (g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_STALE)) {
        load_again(talk, NULL);
        return false;
    }
    if (!fp_error_is_of_history(error)) {
        fp_wizard_reject(talk->wizard, error->message);
        return false;
    }
    if (!talk->is_person) {
        fp_wizard_reject(talk->wizard, NULL);
        fp_complain_error(talk->options, error);
        talk->failure = g_steal_pointer(&error);
        return false;
    }
    if (choose_way_on(talk, error) && fp_record_append(talk->record, event, NULL))
        return true;
    fp_wizard_reject(talk->wizard, _("not saved, so not taken: type it again to try again"));
    return false;
}

/* ---- A line ---- */

// False where they could not all be kept.
static bool keep_turn(Talk *talk, GPtrArray *turn)
{
    g_autoptr(GPtrArray) events = turn;
    for (size_t i = 0; i < events->len; i++) {
        if (!keep(talk, events->pdata[i]))
            return false;
    }
    tell_saved(talk);
    fp_wizard_commit(talk->wizard);
    return true;
}

// One action on its way to the history; false where it could not be kept.
static bool act(Talk *talk, const FpAction *action)
{
    if (action->kind != FP_ACTION_QUIT && !fp_wizard_is_typing(talk->wizard) &&
        fp_record_is_overtaken(talk->record)) {
        load_again(talk, action);
        return false;
    }
    return keep_turn(talk, fp_wizard_act(talk->wizard, action, now_ms()));
}

/* ---- Forms ---- */

static bool act_in_form(void *data, const FpAction *action)
{
    return act(data, action);
}

static void write_wish(void *data)
{
    Talk *talk = data;
    FpExportWish wish;
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    if (!fp_wizard_wishes_export(talk->wizard, &wish))
        return;
    if (fp_write_brief(&wish, &path, &error))
        keep_turn(talk, fp_wizard_exported(talk->wizard, path, now_ms()));
    else
        fp_wizard_export_failed(talk->wizard, error);
}

// True where no form is open, or the one that is has been filled in.
static bool fill_form(Talk *talk)
{
    const FpPlainForm asking = { .options = talk->options,
                                 .wizard = talk->wizard,
                                 .is_person = talk->is_person,
                                 .act = act_in_form,
                                 .write = write_wish,
                                 .data = talk };
    return fp_wizard_view(talk->wizard)->form.kind == FP_FORM_NONE || fp_plain_fill_form(&asking);
}

static bool act_all(Talk *talk, const FpPlainLine *line)
{
    for (size_t i = 0; i < line->actions->len; i++) {
        if (!act(talk, &g_array_index(line->actions, FpAction, i)))
            return false;
    }
    return true;
}

// Looks at one other path after the other, as a person at a screen would.
static void tell_why_not(Talk *talk)
{
    act(talk, &(FpAction) { .kind = FP_ACTION_WHY_NOT });
    const FpView *view = fp_wizard_view(talk->wizard);
    size_t n_others = view->message_is_error ? 0 : view->brief->n_others;
    for (size_t i = 0; i < n_others; i++) {
        act(talk, &(FpAction) { .kind = FP_ACTION_PICK, .index = i });
        fp_plain_print_why_not(talk->options, fp_wizard_view(talk->wizard));
    }
    if (n_others > 0)
        act(talk, &(FpAction) { .kind = FP_ACTION_CANCEL });
}

static void tell_message(const Talk *talk)
{
    const char *message = fp_wizard_view(talk->wizard)->message;
    if (message != NULL)
        fp_plain_print_text(talk->options, message, 2);
}

static void tell(Talk *talk, FpPlainKind kind)
{
    if (kind == FP_PLAIN_HELP)
        fp_plain_print_help(talk->options, fp_wizard_view(talk->wizard));
    else if (kind == FP_PLAIN_WHY)
        fp_plain_print_why(talk->options, fp_wizard_view(talk->wizard));
    else if (kind == FP_PLAIN_OUTLOOK)
        fp_plain_print_outlook(talk->options, fp_wizard_view(talk->wizard));
    else if (kind == FP_PLAIN_WHY_NOT)
        tell_why_not(talk);
}

static bool holds_typed_number(const FpView *view)
{
    return view->phase == FP_PHASE_QUESTION && view->type == FP_QUESTION_NUMBER &&
           view->message_is_error && view->field != NULL && view->field->text->len > 0;
}

// Returns false where the line was refused, by its words or by the wizard.
static bool take_line(Talk *talk, const char *text)
{
    fp_wizard_tell(talk->wizard, NULL, false); // it was printed after the line before
    g_autoptr(FpPlainLine) line =
        fp_plain_line_new(fp_record_tree(talk->record), fp_wizard_view(talk->wizard), text);
    tell(talk, line->kind);
    bool is_kept = line->kind != FP_PLAIN_REFUSED && act_all(talk, line) && fill_form(talk);
    analyse(talk);
    const FpView *view = fp_wizard_view(talk->wizard);
    bool is_good = is_kept && !view->message_is_error;
    tell_message(talk);
    if (line->message != NULL && (is_good || line->kind == FP_PLAIN_REFUSED))
        fp_plain_print_text(talk->options, line->message, 2);
    if (is_good && line->shows_anew)
        talk->is_shown = false;
    // What was refused is typed anew on a line of its own: nothing stays half-edited here.
    if (view->is_editing_note || (!is_good && holds_typed_number(view)))
        act(talk, &(FpAction) { .kind = FP_ACTION_CANCEL });
    return is_good;
}

// What a person sees is printed anew only where it is another thing than before.
static void print_if_new(Talk *talk)
{
    const FpView *view = fp_wizard_view(talk->wizard);
    if (talk->is_shown && talk->phase == view->phase && talk->question == view->question)
        return;
    talk->is_shown = true;
    talk->phase = view->phase;
    talk->question = view->question;
    fp_plain_print_view(talk->options, view);
}

// Returns false where too many lines in a row were refused.
static bool converse(Talk *talk)
{
    int refusals = 0;
    while (!fp_wizard_has_quit(talk->wizard) && talk->failure == NULL) {
        print_if_new(talk);
        fp_plain_print_prompt(talk->options, fp_wizard_view(talk->wizard));
        g_autofree char *text = read_line(talk->options);
        if (text == NULL)
            break;
        if (!talk->is_person)
            echo_line(talk->options, text);
        refusals = take_line(talk, text) ? 0 : refusals + 1;
        if (refusals > REFUSALS_MAX && !talk->is_person)
            return false;
    }
    return true;
}

/* ---- The session ---- */

static void print_opening(const Talk *talk)
{
    const FpTree *tree = fp_record_tree(talk->record);
    const char *summary = fp_tree_text(tree, tree->summary, NULL);
    fp_plain_print_text(talk->options, fp_tree_text(tree, tree->title, NULL), 0);
    if (summary != NULL)
        fp_plain_print_text(talk->options, summary, 0);
    if (fp_record_is_open_elsewhere(talk->record))
        fp_plain_print_text(talk->options,
                            _("Another instance has this session open too. Answer in one of them: "
                              "the other is told when it falls behind."),
                            0);
}

// The status of the end: what is not saved weighs most.
static int leave(const Talk *talk, bool went_well)
{
    fp_print(talk->options, "\n");
    bool is_in_no_file = fp_record_number(talk->record) == 0 ||
                         g_error_matches(talk->failure, FP_ERROR, FP_ERROR_HISTORY_GONE);
    if (talk->failure != NULL && is_in_no_file)
        return FP_EXIT_HISTORY; // which was said
    int status = fp_leaving_tell(talk->options, talk->record, talk->is_person && interrupted == 0);
    if (status != FP_EXIT_DONE)
        return status;
    if (talk->failure != NULL)
        return FP_EXIT_HISTORY;
    if (interrupted != 0)
        return 128 + interrupted;
    if (went_well)
        return FP_EXIT_DONE;
    fp_complain(talk->options, _("too many lines in a row were no answers; the session ends here: "
                                 "give one answer a line, 'h' lists what can be typed"));
    return FP_EXIT_USAGE;
}

int fp_plain_run(const FpCliOptions *options, FpRecord *record)
{
    Talk talk = { .options = options, .record = record, .is_person = isatty(STDIN_FILENO) };
    catch_signals();
    g_autofree char *folder = g_get_current_dir();
    const FpWizardInput input = { .session = fp_record_session(record),
                                  .compiled = fp_record_compiled(record),
                                  .folder = folder };
    talk.wizard = fp_wizard_new(&input);
    tell_saved(&talk);
    print_opening(&talk);
    analyse(&talk);
    tell_message(&talk);
    bool went_well = converse(&talk);
    int status = leave(&talk, went_well);
    fp_wizard_free(talk.wizard);
    g_clear_error(&talk.failure);
    return status;
}
