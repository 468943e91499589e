// SPDX-License-Identifier: Apache-2.0
// The driver's turn, as fp-wizard.h tells it: act, make durable, commit or reject.
#include "fp-i18n.h"
#include "fp-write-brief.h"
#include "loop-private.h"
#include "outlook-worker-private.h"
#include <inttypes.h>

typedef struct {
    FpTui *tui;
    FpWizard *wizard;
    FpRecord *record;
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
                        is_saved ? fp_record_id(run->record) : NULL,
                        is_saved ? fp_record_digest(run->record) : NULL);
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
    if (!fp_error_is_of_history(failure))
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
    run->has_failed = fp_error_is_of_history(failure);
    fp_wizard_reject(run->wizard, message);
}

static void load_again(Run *run, const FpAction *untaken);

static bool keep(Run *run, const GPtrArray *events)
{
    for (guint i = 0; i < events->len; i++) {
        g_autoptr(GError) error = NULL;
        if (fp_record_append(run->record, events->pdata[i], &error))
            continue;
        if (g_error_matches(error, FP_ERROR, FP_ERROR_HISTORY_STALE)) {
            load_again(run, NULL);
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

/* What a person does shall be about what the file holds; leaving and typing need no more than there is. */
static bool is_overtaken(const Run *run, const FpAction *action)
{
    return action->kind != FP_ACTION_QUIT && !fp_wizard_is_typing(run->wizard) &&
           fp_record_is_overtaken(run->record);
}

static void keep_turn(Run *run, GPtrArray *events)
{
    if (keep(run, events))
        fp_wizard_commit(run->wizard);
    tell_saved(run);
    g_ptr_array_unref(events);
}

static bool act(void *data, const FpAction *action)
{
    Run *run = data;
    size_t before = question_shown(run);
    if (is_overtaken(run, action))
        load_again(run, action);
    else
        keep_turn(run, fp_wizard_act(run->wizard, action, g_get_real_time() / 1000));
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

/* What another instance said is shown, and the person goes on from there. What was typed for a question
 * must not land on another one that is shown now. */
static void load_again(Run *run, const FpAction *untaken)
{
    g_autoptr(GError) error = NULL;
    stop_outlook(run); // it looks into the tree that goes
    fp_wizard_let_go(run->wizard);
    bool is_loaded = fp_record_reload(run->record, &error);
    fp_wizard_take_up(run->wizard, fp_record_session(run->record), fp_record_compiled(run->record),
                      untaken);
    run->has_failed = !is_loaded;
    tell_saved(run);
    if (fp_terminal_drop_input(run->tui->terminal))
        fp_wizard_tell_too(run->wizard, _("what was typed meanwhile was not taken"));
    if (!is_loaded)
        fp_wizard_tell(run->wizard, error->message, true);
    start_outlook(run);
}

/* ---- Writing a brief ---- */

/* Where there is no thread for them. */
static void analyse_now(Run *run)
{
    const FpSession *session = fp_record_session(run->record);
    const FpCompiledTree *compiled = fp_record_compiled(run->record);
    const FpAnswerSheet *sheet = fp_session_sheet(session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    FpBriefAnalyses *analyses =
        fp_brief_analyses_new(compiled, sheet, verdict, fp_session_judging_date(session), NULL);
    fp_wizard_take_analyses(run->wizard, analyses, fp_wizard_generation(run->wizard));
}

/* A page that is complete waits for the analyses, which keys need not. */
static bool write_wish(void *data)
{
    Run *run = data;
    FpExportWish wish;
    if (!fp_wizard_wishes_export(run->wizard, &wish))
        return false;
    if (!wish.has_analyses && run->worker != NULL)
        return false; // they come as news
    if (!wish.has_analyses)
        analyse_now(run);
    fp_wizard_wishes_export(run->wizard, &wish);
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    if (fp_write_brief(&wish, &path, &error))
        keep_turn(run, fp_wizard_exported(run->wizard, path, g_get_real_time() / 1000));
    else
        fp_wizard_export_failed(run->wizard, error);
    return true;
}

FpTuiEnd fp_tui_run_session(FpTui *tui, FpRecord *record, const char *language)
{
    Run run = { .tui = tui, .record = record };
    g_autofree char *folder = g_get_current_dir();
    const FpWizardInput input = {
        .session = fp_record_session(record),
        .compiled = fp_record_compiled(record),
        .language = language,
        .folder = folder,
    };
    run.wizard = fp_wizard_new(&input);
    tell_saved(&run);
    start_outlook(&run);
    if (fp_record_is_open_elsewhere(record))
        fp_wizard_tell(run.wizard,
                       _("Another instance has this session open too. Answer in one of them: the "
                         "other is told when it falls behind."),
                       true);
    const FpPlay play = { .data = &run,
                          .show = show,
                          .act = act,
                          .is_over = is_over,
                          .hear = hear,
                          .tell = tell,
                          .settle = write_wish };
    FpTuiEnd end = fp_loop_run(tui, &play);
    stop_outlook(&run);
    fp_wizard_free(run.wizard);
    g_free(run.place);
    return end;
}
