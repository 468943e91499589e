// SPDX-License-Identifier: Apache-2.0
// An index goes there, a reply comes back, each in one packet; the end of the socket is the end of work.
#include "export-worker.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fp-date.h"
#include "fp-file-name.h"
#include "fp-i18n.h"

// "2026-11-24-claude-deployment-7-Workshop.pdf": by the day it was begun, so that it is the same whenever
// it is exported; the number keeps two of one title apart. Owned.
static char *name_of(const FpExportWork *work, const FpSessionSummary *summary)
{
    g_autofree char *stamp = fp_stamp_to_text(summary->started_ms);
    g_autofree char *day = g_strndup(stamp, strcspn(stamp, "T"));
    g_autofree char *number = g_strdup_printf("%" PRId64, summary->number);
    const char *parts[] = { day, summary->tree_id, number, summary->title, NULL };
    return fp_file_name_of(parts, work->export->renderer->extension);
}

static bool is_kept(const FpExportWork *work, const char *path)
{
    return work->export->mode == FP_FILE_NEW_ONLY && g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool write_brief(const FpExportWork *work, FpHistory *history, int64_t number,
                        const char *path, FpExportReply *reply, GError **error)
{
    g_autoptr(FpRecord) record = fp_record_load(history, number, error);
    if (record == NULL)
        return false;
    reply->mixes_languages = fp_export_mixes_languages(work->export, fp_record_tree(record));
    g_autoptr(GBytes) bytes = fp_export_make(work->export, record, error);
    if (bytes == NULL)
        return false;
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    return fp_file_write(path, data, n_bytes, work->export->mode, error);
}

static FpExportReply do_job(const FpExportWork *work, FpHistory *history, size_t job)
{
    const FpSessionSummary *summary = work->summaries->pdata[job];
    FpExportReply reply = { .fate = FP_EXPORT_WRITTEN };
    g_autofree char *name = name_of(work, summary);
    g_autofree char *path = g_build_filename(work->folder, name, NULL);
    g_autoptr(GError) error = NULL;
    if (is_kept(work, path))
        reply.fate = FP_EXPORT_KEPT;
    else if (!write_brief(work, history, summary->number, path, &reply, &error))
        reply.fate =
            g_error_matches(error, FP_ERROR, FP_ERROR_EXISTS) ? FP_EXPORT_KEPT : FP_EXPORT_FAILED;
    g_strlcpy(reply.text, reply.fate == FP_EXPORT_FAILED ? error->message : name,
              sizeof reply.text);
    return reply;
}

// A session that says why is better than a worker that is gone: without a history each job fails.
static void work_to_the_end(const FpExportWork *work, int fd)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(work->history, FP_HISTORY_READ, &error);
    size_t job;
    while (recv(fd, &job, sizeof job, 0) == sizeof job) {
        FpExportReply reply = { .fate = FP_EXPORT_FAILED };
        if (history != NULL)
            reply = do_job(work, history, job);
        else
            g_strlcpy(reply.text, error->message, sizeof reply.text);
        if (send(fd, &reply, sizeof reply, MSG_NOSIGNAL) != sizeof reply)
            return;
    }
}

// What ends a run ends no file: it is the other process that stops giving work.
static void ignore_interruptions(void)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
    sigset_t none;
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
        signal(signals[i], SIG_IGN);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

bool fp_export_worker_start(FpExportWorker *worker, const FpExportWork *work, GError **error)
{
    int ends[2];
    *worker = (FpExportWorker) { .fd = -1, .job = FP_WORKER_IDLE };
    bool has_ends = socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0;
    pid_t pid = has_ends ? fork() : -1;
    if (pid == 0) {
        close(ends[0]);
        ignore_interruptions();
        work_to_the_end(work, ends[1]);
        _exit(0); // what this process had to print is the other one's
    }
    g_autofree char *reason = pid < 0 ? fp_error_reason(errno) : NULL;
    if (has_ends)
        close(ends[1]);
    if (pid > 0) {
        worker->pid = pid;
        worker->fd = ends[0];
        return true;
    }
    if (has_ends)
        close(ends[0]);
    g_set_error(error, FP_ERROR, FP_ERROR_IO,
                _("cannot start a process to export with: %s; end some others and run it again"),
                reason);
    return false;
}

bool fp_export_worker_give(FpExportWorker *worker, size_t job)
{
    worker->job = job;
    return send(worker->fd, &job, sizeof job, MSG_NOSIGNAL) == sizeof job;
}

bool fp_export_worker_take(FpExportWorker *worker, FpExportReply *out_reply)
{
    ssize_t n_bytes;
    do
        n_bytes = recv(worker->fd, out_reply, sizeof *out_reply, 0);
    while (n_bytes < 0 && errno == EINTR);
    worker->job = FP_WORKER_IDLE;
    return n_bytes == sizeof *out_reply;
}

void fp_export_worker_end(FpExportWorker *worker)
{
    if (worker->pid == 0)
        return;
    shutdown(worker->fd,
             SHUT_RDWR); // processes begun later have this end, too: closing is not enough
    close(worker->fd);
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    worker->pid = 0;
}
