// SPDX-License-Identifier: Apache-2.0
// Ways on where the file fails, is gone, or another instance was there.
#include "claim-private.h"
#include "record-private.h"
#include <unistd.h>

// Behind a file that fails, each event would wait for it again: it is tried as often as this.
#define RETRY_US ((int64_t)30 * G_USEC_PER_SEC)

void fp_record_let_go(FpRecord *record)
{
    if (record->lock_fd >= 0)
        close(record->lock_fd);
    record->lock_fd = -1;
}

void fp_record_note_saved(FpRecord *record)
{
    record->is_behind = false;
    record->has_failed = false;
    if (record->lock_fd < 0)
        fp_claim_session(record->history, record->number, &record->lock_fd);
}

void fp_record_note_failure(FpRecord *record)
{
    record->has_failed = true;
    record->retry_us = g_get_monotonic_time() + RETRY_US;
}

bool fp_record_is_open_elsewhere(FpRecord *record)
{
    if (record->history == NULL || record->number == 0 || record->lock_fd >= 0)
        return false;
    return fp_claim_session(record->history, record->number, &record->lock_fd) ==
           FP_CLAIM_ELSEWHERE;
}

bool fp_record_is_overtaken(const FpRecord *record)
{
    int64_t n_events = 0;
    if (record->history == NULL || record->number == 0 || fp_record_n_unsaved(record) > 0)
        return false;
    const FpSqlValue values[] = { fp_sql_integer(record->number), fp_sql_text(record->id) };
    return fp_sql_get_integer(record->history,
                              "SELECT n_events FROM session WHERE number = ?1 AND id = ?2", values,
                              G_N_ELEMENTS(values), &n_events, NULL) &&
           n_events > record->n_stored;
}

void fp_record_go_on_unsaved(FpRecord *record)
{
    record->is_behind = record->history != NULL;
    fp_record_note_failure(record);
}

static bool store_rest(FpRecord *record, GError **error)
{
    if (fp_record_n_unsaved(record) == 0)
        return fp_history_check_there(record->history, error);
    return fp_record_store(record, record->session, error);
}

bool fp_record_save(FpRecord *record, GError **error)
{
    FpSaving saving = fp_record_saving(record);
    if (saving == FP_SAVING_OFF || saving == FP_SAVING_WAITS)
        return true;
    bool is_saved = store_rest(record, error);
    if (is_saved)
        fp_record_note_saved(record);
    else
        fp_record_note_failure(record);
    return is_saved;
}

bool fp_record_save_anew(FpRecord *record, GError **error)
{
    fp_history_leave_file(record->history);
    fp_record_let_go(record);
    record->number = 0;
    record->n_stored = 0;
    record->is_behind = true;
    return fp_record_save(record, error);
}

static bool move_to(FpRecord *record, FpHistory *history, GError **error)
{
    FpHistory *before = record->history;
    int64_t number = record->number;
    guint n_stored = record->n_stored;
    record->history = history;
    record->number = 0;
    record->n_stored = 0;
    if (fp_record_store(record, record->session, error))
        return true;
    record->history = before;
    record->number = number;
    record->n_stored = n_stored;
    return false;
}

bool fp_record_save_elsewhere(FpRecord *record, const char *path, GError **error)
{
    g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_WRITE, error);
    if (history == NULL || !move_to(record, history, error))
        return false;
    fp_record_let_go(record);
    fp_history_close(record->own_history);
    record->own_history = g_steal_pointer(&history);
    fp_record_note_saved(record);
    return true;
}

bool fp_record_reload(FpRecord *record, GError **error)
{
    FpRecord *fresh = fp_record_load(record->history, record->number, error);
    if (fresh == NULL)
        return false;
    FpRecord old = *record;
    *record = *fresh;
    record->own_history = old.own_history;
    record->lock_fd = old.lock_fd;
    old.own_history = NULL;
    old.lock_fd = -1;
    *fresh = old;
    fp_record_free(fresh);
    return true;
}
