// SPDX-License-Identifier: Apache-2.0
// A lock around what is asked and what is there; the flag that cancels is all that a search looks at.
// The locks are those of pthreads: ThreadSanitizer sees through them, through GLib's it does not.
#include "outlook-worker-private.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "fp-error.h"
#include "fp-i18n.h"

typedef struct {
    FpAnswerSheet *sheet; /* owned; NULL: nothing is asked for */
    FpDate as_of;
    uint64_t generation;
} Job;

struct FpOutlookWorker {
    const FpCompiledTree *compiled;
    int pipe_ends[2];
    pthread_t thread;
    bool has_thread;
    atomic_bool cancel; /* what is under way is wanted no more */

    pthread_mutex_t lock; /* around all that follows */
    pthread_cond_t asked;
    Job waiting;
    bool is_over;
    FpBriefAnalyses *done; /* NULL: nothing is there */
    uint64_t done_generation;
};

/* ---- In the thread ---- */

/* Waits for something to do; false at the end. */
static bool take_job(FpOutlookWorker *worker, Job *out_job)
{
    pthread_mutex_lock(&worker->lock);
    while (worker->waiting.sheet == NULL && !worker->is_over)
        pthread_cond_wait(&worker->asked, &worker->lock);
    bool goes_on = !worker->is_over;
    if (goes_on) {
        *out_job = worker->waiting;
        worker->waiting.sheet = NULL;
        atomic_store(&worker->cancel, false); // who asks anew sets it under the same lock
    }
    pthread_mutex_unlock(&worker->lock);
    return goes_on;
}

static FpBriefAnalyses *analyse(const FpOutlookWorker *worker, const Job *job)
{
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(worker->compiled, job->sheet);
    return fp_brief_analyses_new(worker->compiled, job->sheet, verdict, job->as_of,
                                 &worker->cancel);
}

/* What was cancelled is not true of its sheet, only unfinished: it is dropped. */
static void hand_over(FpOutlookWorker *worker, const Job *job, FpBriefAnalyses *analyses)
{
    pthread_mutex_lock(&worker->lock);
    bool is_wanted = !atomic_load(&worker->cancel);
    if (is_wanted) {
        fp_brief_analyses_free(worker->done);
        worker->done = g_steal_pointer(&analyses);
        worker->done_generation = job->generation;
        ssize_t ignored = write(worker->pipe_ends[1], "", 1);
        (void)ignored; // full: then it is readable, which is all that is wanted
    }
    pthread_mutex_unlock(&worker->lock);
    fp_brief_analyses_free(analyses);
}

static void *run(void *data)
{
    FpOutlookWorker *worker = data;
    Job job;
    while (take_job(worker, &job)) {
        FpBriefAnalyses *analyses = analyse(worker, &job);
        hand_over(worker, &job, analyses);
        fp_answer_sheet_free(job.sheet);
    }
    return NULL;
}

/* ---- Outside ---- */

/* Signals are for the thread that has the terminal: the new one gets none that can wait. Returns an
 * errno; 0: it runs. */
static int start_thread(FpOutlookWorker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failure = pthread_create(&worker->thread, NULL, run, worker);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    worker->has_thread = failure == 0;
    return failure;
}

/* Why it cannot be started, owned; NULL where it runs. */
static char *start(FpOutlookWorker *worker)
{
    g_autoptr(GError) error = NULL;
    if (!g_unix_open_pipe(worker->pipe_ends, FD_CLOEXEC, &error) ||
        !g_unix_set_fd_nonblocking(worker->pipe_ends[0], TRUE, &error) ||
        !g_unix_set_fd_nonblocking(worker->pipe_ends[1], TRUE, &error))
        return g_strdup(error->message);
    int failure = start_thread(worker);
    return failure != 0 ? g_strdup(g_strerror(failure)) : NULL;
}

FpOutlookWorker *fp_outlook_worker_new(const FpCompiledTree *compiled, GError **error)
{
    g_autoptr(FpOutlookWorker) worker = g_new0(FpOutlookWorker, 1);
    worker->compiled = compiled;
    worker->pipe_ends[0] = worker->pipe_ends[1] = -1;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->asked, NULL);
    g_autofree char *cause = start(worker);
    if (cause == NULL)
        return g_steal_pointer(&worker);
    g_set_error(error, FP_ERROR, FP_ERROR_IO,
                _("what can still win cannot be worked out beside the questions: %s"), cause);
    return NULL;
}

static void stop(FpOutlookWorker *worker)
{
    pthread_mutex_lock(&worker->lock);
    worker->is_over = true;
    atomic_store(&worker->cancel, true);
    pthread_cond_signal(&worker->asked);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
}

void fp_outlook_worker_free(FpOutlookWorker *worker)
{
    if (worker == NULL)
        return;
    if (worker->has_thread)
        stop(worker);
    for (int i = 0; i < 2; i++) {
        if (worker->pipe_ends[i] >= 0)
            close(worker->pipe_ends[i]);
    }
    fp_answer_sheet_free(worker->waiting.sheet);
    fp_brief_analyses_free(worker->done);
    pthread_mutex_destroy(&worker->lock);
    pthread_cond_destroy(&worker->asked);
    g_free(worker);
}

void fp_outlook_worker_ask(FpOutlookWorker *worker, const FpAnswerSheet *sheet, FpDate as_of,
                           uint64_t generation)
{
    pthread_mutex_lock(&worker->lock);
    fp_answer_sheet_free(worker->waiting.sheet);
    worker->waiting = (Job) { fp_answer_sheet_copy(sheet), as_of, generation };
    g_clear_pointer(&worker->done, fp_brief_analyses_free);
    atomic_store(&worker->cancel, true);
    pthread_cond_signal(&worker->asked);
    pthread_mutex_unlock(&worker->lock);
}

int fp_outlook_worker_fd(const FpOutlookWorker *worker)
{
    return worker->pipe_ends[0];
}

FpBriefAnalyses *fp_outlook_worker_take(FpOutlookWorker *worker, uint64_t *out_generation)
{
    char bytes[64];
    while (read(worker->pipe_ends[0], bytes, sizeof bytes) > 0)
        ;
    pthread_mutex_lock(&worker->lock);
    *out_generation = worker->done_generation;
    FpBriefAnalyses *analyses = g_steal_pointer(&worker->done);
    pthread_mutex_unlock(&worker->lock);
    return analyses;
}
