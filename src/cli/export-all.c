// SPDX-License-Identifier: Apache-2.0
// Gives sessions to workers, one to each processor, and counts. A signal stops the giving: what was given
// is finished first, so that each file that is there is whole.
#include <errno.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <string.h>

#include "export-worker.h"
#include "fp-i18n.h"
#include "progress.h"

enum {
    WORKERS_MAX = 16,
    NAMES_SHOWN = 5,     /* of files that were kept */
    FAILURES_SHOWN = 20, /* a full disk fails them all */
};

typedef struct {
    const FpCliOptions *options;
    FpExportWork work;
    FpExportWorker workers[WORKERS_MAX];
    size_t n_workers;
    FpProgress *progress;
    size_t n_given, n_done, n_written, n_kept, n_failed;
    GString *kept; /* the first names */
    bool mixes_languages;
} Run;

static volatile sig_atomic_t stop_signal; // 0: none came

static void stop(int number)
{
    stop_signal = number;
}

static const int stopping[] = { SIGINT, SIGTERM, SIGHUP };

/* They come in ppoll() alone. Whoever sends a second one means it: that ends this process at once.
 * What is ignored, as nohup does, stays so. */
static void catch_signals(sigset_t *out_before, sigset_t *out_waiting)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    stop_signal = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(stopping); i++) {
        struct sigaction action = { .sa_handler = stop, .sa_flags = (int)SA_RESETHAND }, before;
        sigaction(stopping[i], NULL, &before);
        if (before.sa_handler != SIG_IGN)
            sigaction(stopping[i], &action, NULL);
        sigaddset(&blocked, stopping[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, out_before);
    *out_waiting = *out_before;
    for (size_t i = 0; i < G_N_ELEMENTS(stopping); i++)
        sigdelset(out_waiting, stopping[i]);
}

static void tell(Run *run, const char *message)
{
    fp_progress_clear(run->progress);
    fp_complain(run->options, message);
}

static void count_failure(Run *run, size_t job, const char *why)
{
    const FpSessionSummary *summary = run->work.summaries->pdata[job];
    if (++run->n_failed > FAILURES_SHOWN)
        return;
    g_autofree char *message = g_strdup_printf(_("session %" PRId64 ": %s"), summary->number, why);
    tell(run, message);
}

static void count_kept(Run *run, const char *name)
{
    if (run->n_kept++ < NAMES_SHOWN)
        g_string_append_printf(run->kept, "%s'%s'", run->kept->len > 0 ? ", " : "", name);
    else if (run->n_kept == NAMES_SHOWN + 1)
        g_string_append(run->kept, ", …");
}

static void count(Run *run, size_t job, const FpExportReply *reply)
{
    run->n_done++;
    run->mixes_languages |= reply->mixes_languages;
    switch (reply->fate) {
    case FP_EXPORT_WRITTEN:
        run->n_written++;
        break;
    case FP_EXPORT_KEPT:
        count_kept(run, reply->text);
        break;
    case FP_EXPORT_FAILED:
        count_failure(run, job, reply->text);
        break;
    }
}

static void start_worker(Run *run, FpExportWorker *worker)
{
    g_autoptr(GError) error = NULL;
    if (!fp_export_worker_start(worker, &run->work, &error))
        tell(run, error->message);
}

// The session that a worker fell over is told as any that fails; another takes its place.
static void replace_worker(Run *run, FpExportWorker *worker, size_t job)
{
    const FpExportReply reply = { .fate = FP_EXPORT_FAILED };
    FpExportReply fallen = reply;
    g_strlcpy(fallen.text, _("the process that exported it ended before it was done"),
              sizeof fallen.text);
    count(run, job, &fallen);
    fp_export_worker_end(worker);
    start_worker(run, worker);
}

static void take_reply(Run *run, FpExportWorker *worker)
{
    FpExportReply reply;
    size_t job = worker->job;
    if (fp_export_worker_take(worker, &reply))
        count(run, job, &reply);
    else
        replace_worker(run, worker, job);
    fp_progress_set(run->progress, run->n_done);
}

// Returns how many are at work.
static size_t give_jobs(Run *run)
{
    size_t n_busy = 0;
    for (size_t i = 0; i < run->n_workers; i++) {
        FpExportWorker *worker = &run->workers[i];
        bool has_more = run->n_given < run->work.summaries->len && stop_signal == 0;
        if (worker->pid != 0 && worker->job == FP_WORKER_IDLE && has_more)
            fp_export_worker_give(worker,
                                  run->n_given++); // one that is gone shows when it is heard
        n_busy += worker->pid != 0 && worker->job != FP_WORKER_IDLE;
    }
    return n_busy;
}

static void hear_workers(Run *run, const sigset_t *signals)
{
    struct pollfd polls[WORKERS_MAX];
    for (size_t i = 0; i < run->n_workers; i++)
        polls[i] = (struct pollfd) {
            .fd = run->workers[i].job != FP_WORKER_IDLE ? run->workers[i].fd : -1,
            .events = POLLIN,
        };
    if (ppoll(polls, run->n_workers, NULL, signals) <= 0)
        return; // a signal
    for (size_t i = 0; i < run->n_workers; i++)
        if (polls[i].revents != 0)
            take_reply(run, &run->workers[i]);
}

static void work(Run *run)
{
    sigset_t before, waiting;
    catch_signals(&before, &waiting);
    fp_progress_set(run->progress, 0);
    for (size_t i = 0; i < run->n_workers; i++)
        start_worker(run, &run->workers[i]);
    while (give_jobs(run) > 0)
        hear_workers(run, &waiting);
    for (size_t i = 0; i < run->n_workers; i++)
        fp_export_worker_end(&run->workers[i]);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static void tell_kept(Run *run)
{
    g_autofree char *message = g_strdup_printf(
        ngettext("%zu file exists already and was kept: %s; replace it with --force",
                 "%zu files exist already and were kept: %s; replace them with --force",
                 run->n_kept),
        run->n_kept, run->kept->str);
    tell(run, message);
}

static void tell_failed(Run *run)
{
    g_autofree char *message =
        g_strdup_printf(ngettext("%zu session could not be exported",
                                 "%zu sessions could not be exported", run->n_failed),
                        run->n_failed);
    tell(run, message);
}

static void tell_stopped(Run *run)
{
    g_autofree char *message = g_strdup_printf(
        _("stopped: %zu of %u sessions are done; each file that was written is whole, and without "
          "--force a new run goes on after them"),
        run->n_done, run->work.summaries->len);
    tell(run, message);
}

static void print_written(const Run *run)
{
    g_autofree char *shown = fp_error_quote(run->work.folder);
    g_autofree char *text = g_strdup_printf(
        ngettext("%zu brief written to '%s'.\n", "%zu briefs written to '%s'.\n", run->n_written),
        run->n_written, shown);
    fp_print(run->options, text);
}

static int conclude(Run *run)
{
    bool is_stopped = run->n_done < run->work.summaries->len;
    fp_progress_clear(run->progress);
    if (run->mixes_languages)
        fp_export_tell_languages(run->options, run->work.export);
    if (run->n_kept > 0)
        tell_kept(run);
    if (run->n_failed > 0)
        tell_failed(run);
    if (is_stopped)
        tell_stopped(run);
    print_written(run);
    if (is_stopped)
        return stop_signal != 0 ? 128 + stop_signal : FP_EXIT_USAGE;
    return run->n_kept + run->n_failed > 0 ? FP_EXIT_SHORT : FP_EXIT_DONE;
}

// For this person alone, as the history is.
static bool make_folder(const char *folder, GError **error)
{
    if (g_mkdir(folder, 0700) == 0)
        return true;
    int why = errno;
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return true;
    g_autofree char *shown = fp_error_quote(folder);
    g_autofree char *reason = fp_error_reason(why);
    if (why == EEXIST)
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("'%s' is a file, and --all needs a folder; choose another with -o"), shown);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot make the folder '%s': %s; choose another with -o"), shown, reason);
    return false;
}

// Closed again before a process is forked.
static GPtrArray *list_sessions(const FpCliOptions *options, GError **error)
{
    g_autoptr(FpHistory) history = fp_open_history(options, FP_HISTORY_READ, error);
    return history != NULL ? fp_history_list(history, 0, 0, SIZE_MAX, error) : NULL;
}

int fp_export_all(const FpCliOptions *options, const FpExport *export, const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) summaries = list_sessions(options, &error);
    if (summaries == NULL || !make_folder(folder, &error))
        return fp_complain_error(options, error);
    g_autoptr(FpProgress) progress = fp_progress_new(options, summaries->len);
    g_autoptr(GString) kept = g_string_new(NULL);
    Run run = {
        .options = options,
        .work = { export, options->history, folder, summaries },
        .n_workers = MIN(MIN(g_get_num_processors(), WORKERS_MAX), summaries->len),
        .progress = progress,
        .kept = kept,
    };
    work(&run);
    return conclude(&run);
}
