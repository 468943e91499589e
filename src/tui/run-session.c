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
    char *place;
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

static bool keep(Run *run, const GPtrArray *events)
{
    for (guint i = 0; i < events->len; i++) {
        g_autoptr(GError) error = NULL;
        if (fp_record_append(run->record, events->pdata[i], &error))
            continue;
        fp_wizard_reject(run->wizard, error->message);
        return false;
    }
    return true;
}

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
    if (keep(run, events)) {
        fp_wizard_set_digest(run->wizard, fp_record_digest(run->record));
        fp_wizard_commit(run->wizard);
    }
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

static char *place_in_words(const FpRecord *record)
{
    if (!fp_record_is_saved(record))
        return g_strdup(_("not saved"));
    return g_strdup_printf(_("session %" PRId64 ", saved"), fp_record_number(record));
}

static void start_outlook(Run *run)
{
    g_autoptr(GError) error = NULL;
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
    fp_outlook_worker_free(run->worker);
}

FpTuiEnd fp_tui_run_session(FpTui *tui, FpRecord *record, const char *language)
{
    const FpWizardInput input = {
        .session = fp_record_session(record),
        .compiled = fp_record_compiled(record),
        .session_number = fp_record_number(record),
        .session_id = fp_record_is_saved(record) ? fp_record_id(record) : NULL,
        .language = language,
    };
    g_autoptr(FpWizard) wizard = fp_wizard_new(&input);
    g_autofree char *place = place_in_words(record);
    Run run = { .tui = tui, .wizard = wizard, .record = record, .place = place };
    fp_wizard_set_digest(wizard, fp_record_digest(record));
    start_outlook(&run);
    const FpPlay play = {
        .data = &run, .show = show, .act = act, .is_over = is_over, .hear = hear, .tell = tell
    };
    FpTuiEnd end = fp_loop_run(tui, &play);
    stop_outlook(&run);
    return end;
}
