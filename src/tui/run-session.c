// SPDX-License-Identifier: Apache-2.0
// The driver's turn, as fp-wizard.h tells it: act, make durable, commit or reject.
#include "fp-i18n.h"
#include "loop-private.h"
#include "outlook-worker-private.h"
#include <inttypes.h>

typedef struct {
    FpTui *tui;
    FpWizard *wizard;
    FpRecord *record;
    const char *language; /* of the tree's texts */
    char *place;
    bool has_failed;         /* the history, at the last try: the next one takes a way on */
    FpOutlookWorker *worker; /* NULL: there is none to be had */
    uint64_t asked;          /* the generation that it was asked for last */
} Run;

static void show(void *data, FpShown *out_shown)
{
    const Run *run = data;
    out_shown->view = fp_wizard_view(run->wizard);
    out_shown->place = run->place;
    out_shown->screen = fp_screen_of(out_shown->view, &run->tui->canvas);
}

/* ---- Saving ---- */

static char *place_in_words(const FpRecord *record)
{
    int64_t number = fp_record_number(record);
    switch (fp_record_saving(record)) {
    case FP_SAVING_OFF:
        break;
    case FP_SAVING_WAITS:
        return g_strdup(_("nothing to save yet"));
    case FP_SAVING_DONE:
        return g_strdup_printf(_("session %" PRId64 ", saved"), number);
    case FP_SAVING_BEHIND:
        /* Translators: at the end of the title line; it must be seen. */
        return g_strdup(_("NOT SAVED"));
    }
    return g_strdup(_("not saved"));
}

static void tell_saved(Run *run)
{
    bool is_saved = fp_record_is_saved(run->record);
    g_free(run->place);
    run->place = place_in_words(run->record);
    fp_wizard_set_saved(run->wizard, fp_record_number(run->record),
                        is_saved ? fp_record_id(run->record) : NULL);
    fp_wizard_set_digest(run->wizard, is_saved ? fp_record_digest(run->record) : NULL);
}

/* The second failure in a row: the person saw the first one, and what doing it again means. */
static bool take_way_on(Run *run, const GError *failure)
{
    if (!run->has_failed)
        return false;
    bool is_gone = g_error_matches(failure, FP_ERROR, FP_ERROR_HISTORY_GONE);
    if (!is_gone || !fp_record_save_anew(run->record, NULL))
        fp_record_go_on_unsaved(run->record);
    return true;
}

static char *failure_in_words(const GError *failure)
{
    if (failure->domain != FP_ERROR || failure->code < FP_ERROR_HISTORY)
        return g_strdup(failure->message);
    /* Translators: the %s is a sentence without its full stop. */
    if (failure->code == FP_ERROR_HISTORY_GONE)
        return g_strdup_printf(_("%s. Do it again to write the whole session anew at that place."),
                               failure->message);
    return g_strdup_printf(_("%s. Do it again to go on without saving: all is kept in memory, and "
                             "saved once that works."),
                           failure->message);
}

static void refuse(Run *run, const GError *failure)
{
    g_autofree char *message = failure_in_words(failure);
    run->has_failed = failure->domain == FP_ERROR && failure->code >= FP_ERROR_HISTORY;
    fp_wizard_reject(run->wizard, message);
}

static void load_again(Run *run);

static bool keep(Run *run, const GPtrArray *events)
{
    for (guint i = 0; i < events->len; i++) {
        g_autoptr(GError) error = NULL;
        if (fp_record_append(run->record, events->pdata[i], &error))
            continue;
        if (g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_STALE)) {
            load_again(run);
            return false;
        }
        if (!take_way_on(run, error) || !fp_record_append(run->record, events->pdata[i], NULL)) {
            refuse(run, error);
            return false;
        }
    }
    if (events->len > 0)
        run->has_failed = false;
    return true;
}

/* ---- The outlook ---- */

/* What can still win follows the answers, beside the keys. */
static void ask_for_outlook(Run *run)
{
    uint64_t generation = fp_wizard_generation(run->wizard);
    if (run->worker == NULL || generation == run->asked)
        return;
    const FpSession *session = fp_record_session(run->record);
    fp_outlook_worker_ask(run->worker, fp_session_sheet(session), fp_session_judging_date(session),
                          generation);
    run->asked = generation;
}

static void hear(void *data)
{
    const Run *run = data;
    uint64_t generation;
    FpBriefAnalyses *analyses = fp_outlook_worker_take(run->worker, &generation);
    if (analyses != NULL)
        fp_wizard_take_analyses(run->wizard, analyses, generation);
}

/* A question; SIZE_MAX on the other screens. */
static size_t question_shown(const Run *run)
{
    const FpView *view = fp_wizard_view(run->wizard);
    return view->phase == FP_PHASE_QUESTION ? view->question : SIZE_MAX;
}

static bool act(void *data, const FpAction *action)
{
    Run *run = data;
    size_t before = question_shown(run);
    g_autoptr(GPtrArray) events = fp_wizard_act(run->wizard, action, g_get_real_time() / 1000);
    if (keep(run, events))
        fp_wizard_commit(run->wizard);
    tell_saved(run);
    ask_for_outlook(run);
    size_t after = question_shown(run);
    return after != before && after != SIZE_MAX;
}

static bool is_over(void *data)
{
    const Run *run = data;
    return fp_wizard_has_quit(run->wizard);
}

/* What the wizard itself has to say comes first. */
static void tell(void *data, const char *message)
{
    const Run *run = data;
    if (fp_wizard_view(run->wizard)->message == NULL)
        fp_wizard_tell(run->wizard, message, false);
}

static void start_outlook(Run *run)
{
    g_autoptr(GError) error = NULL;
    run->asked = 0;
    run->worker = fp_outlook_worker_new(fp_record_compiled(run->record), &error);
    if (run->worker == NULL) {
        fp_wizard_tell(run->wizard, error->message, true);
        return;
    }
    fp_terminal_watch(run->tui->terminal, fp_outlook_worker_fd(run->worker));
    ask_for_outlook(run);
}

static void stop_outlook(Run *run)
{
    fp_terminal_watch(run->tui->terminal, -1);
    g_clear_pointer(&run->worker, fp_outlook_worker_free);
}

static FpWizard *new_wizard(const Run *run)
{
    const FpWizardInput input = {
        .session = fp_record_session(run->record),
        .compiled = fp_record_compiled(run->record),
        .language = run->language,
    };
    return fp_wizard_new(&input);
}

/* Onto the list of all answers, where no key answers: what was typed for a question must not land on
 * another one that is shown now. */
static void stand_on_the_answers(Run *run)
{
    fp_terminal_drop_input(run->tui->terminal);
    g_autoptr(GPtrArray) events = fp_wizard_act(
        run->wizard, &(FpAction) { .kind = FP_ACTION_REVIEW }, g_get_real_time() / 1000);
    if (keep(run, events))
        fp_wizard_commit(run->wizard);
}

/* What another instance said is shown, and the person goes on from there. */
static void load_again(Run *run)
{
    g_autoptr(GError) error = NULL;
    stop_outlook(run); // it looks into the tree that goes, and so does the wizard
    g_clear_pointer(&run->wizard, fp_wizard_free);
    bool is_loaded = fp_record_reload(run->record, &error);
    run->wizard = new_wizard(run);
    run->has_failed = !is_loaded;
    if (is_loaded)
        stand_on_the_answers(run);
    fp_wizard_tell(run->wizard,
                   is_loaded ? _("This session went on in another instance. What was said there is "
                                 "loaded now; your last entry is not in it: give it again if it "
                                 "still holds.")
                             : error->message,
                   true);
    start_outlook(run);
}

FpTuiEnd fp_tui_run_session(FpTui *tui, FpRecord *record, const char *language)
{
    Run run = { .tui = tui, .record = record, .language = language };
    run.wizard = new_wizard(&run);
    tell_saved(&run);
    start_outlook(&run);
    if (fp_record_is_open_elsewhere(record))
        fp_wizard_tell(run.wizard,
                       _("Another instance has this session open too. Answer in one of them: the "
                         "other is told when it falls behind."),
                       true);
    const FpPlay play = {
        .data = &run, .show = show, .act = act, .is_over = is_over, .hear = hear, .tell = tell
    };
    FpTuiEnd end = fp_loop_run(tui, &play);
    stop_outlook(&run);
    fp_wizard_free(run.wizard);
    g_free(run.place);
    return end;
}
