// SPDX-License-Identifier: Apache-2.0
// An event is tried on a copy of the session, stored, and only then folded into the session itself.
#include "claim-private.h"
#include "fp-i18n.h"
#include "record-private.h"
#include "replay-private.h"
#include <inttypes.h>

// shared: taken.
static FpRecord *record_new(FpHistory *history, FpSharedTree *shared)
{
    FpRecord *record = g_new0(FpRecord, 1);
    record->history = history;
    record->shared = shared;
    record->tree = shared->tree;
    record->compiled = shared->compiled;
    record->lock_fd = -1;
    return record;
}

void fp_record_free(FpRecord *record)
{
    if (record == NULL)
        return;
    g_clear_pointer(&record->links, g_array_unref);
    g_free(record->digest);
    fp_session_free(record->session);
    fp_shared_tree_unref(record->shared);
    fp_history_close(record->own_history);
    fp_record_let_go(record);
    g_free(record);
}

static bool check_verdict(const FpRecord *record, const FpEvent *event, GError **error)
{
    if (event->kind != FP_EVENT_FINISHED ||
        fp_replay_verdict_is_right(record->session, record->compiled, event))
        return true;
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("event '%s': its verdict does not follow from the answers"),
                fp_event_kind_name(event->kind));
    return false;
}

// Folds the event into a copy, and makes sure that its payload can be read back.
static FpSession *try_event(const FpRecord *record, const FpEvent *event, GError **error)
{
    g_autoptr(FpSession) after = fp_session_copy(record->session);
    if (!fp_session_apply(after, event, error) || !check_verdict(record, event, error))
        return NULL;
    g_autofree char *payload = fp_event_payload(event);
    g_autoptr(FpEvent) back = fp_event_from_payload(event->kind, event->at_ms, payload, error);
    return back != NULL ? g_steal_pointer(&after) : NULL;
}

static void set_digest(FpRecord *record, FpChainDigest digest)
{
    g_free(record->digest);
    record->digest = fp_chain_digest_to_text(digest);
}

// Nothing is stored before something is said: a session that was only looked at leaves no trace.
static bool waits(const FpRecord *record, const FpEvent *event)
{
    bool is_first = record->links->len == 1;
    return record->may_wait && record->number == 0 && !record->is_behind &&
           (is_first || !fp_event_kind_is_content(event->kind));
}

static bool is_due(const FpRecord *record)
{
    return !record->is_behind || g_get_monotonic_time() >= record->retry_us;
}

// With the event's link on the list, and `after` the session with it.
static bool keep(FpRecord *record, const FpSession *after, const FpEvent *event, GError **error)
{
    if (record->history == NULL || waits(record, event) || !is_due(record))
        return true;
    if (fp_record_store(record, after, record->is_behind ? NULL : error)) {
        fp_record_note_saved(record);
        return true;
    }
    fp_record_note_failure(record);
    return record->is_behind;
}

// The session's address stays: callers hold it.
static void adopt(FpRecord *record, const FpEvent *event)
{
    bool is_applied = fp_session_apply(record->session, event, NULL);
    g_assert(is_applied); // it was tried
    if (fp_event_kind_is_content(event->kind))
        set_digest(record, fp_link_last(record->links)->digest);
}

bool fp_record_append(FpRecord *record, const FpEvent *event, GError **error)
{
    g_autoptr(FpSession) after = try_event(record, event, error);
    if (after == NULL)
        return false;
    g_auto(FpLink) link = fp_link_make(fp_link_last(record->links), record->id, event);
    fp_link_add(record->links, &link);
    if (keep(record, after, event, error)) {
        adopt(record, event);
        return true;
    }
    g_array_set_size(record->links, record->links->len - 1);
    return false;
}

static FpRecord *record_new_empty(FpHistory *history, FpTree *tree)
{
    FpRecord *record = record_new(history, fp_shared_tree_new(tree));
    fp_random_session_id(record->id);
    record->links = fp_link_list_new();
    record->session = fp_session_new(tree);
    return record;
}

FpRecord *fp_record_start_with(FpHistory *history, FpTree *tree, const FpEvent *first,
                               GError **error)
{
    g_autoptr(FpRecord) record = record_new_empty(history, tree);
    return fp_record_append(record, first, error) ? g_steal_pointer(&record) : NULL;
}

FpRecord *fp_record_start(FpHistory *history, FpTree *tree, int64_t at_ms, GError **error)
{
    g_autoptr(FpEvent) first = fp_session_new_started(tree, at_ms);
    return fp_record_start_with(history, tree, first, error);
}

FpRecord *fp_record_begin(FpHistory *history, FpTree *tree, int64_t at_ms)
{
    g_autoptr(FpEvent) first = fp_session_new_started(tree, at_ms);
    FpRecord *record = record_new_empty(history, tree);
    record->may_wait = true;
    bool is_begun = fp_record_append(record, first, NULL);
    g_assert(is_begun); // nothing is written yet, and a session of this tree may start
    return record;
}

// shared: taken.
static FpRecord *record_of_replay(FpHistory *history, int64_t number, FpSharedTree *shared,
                                  FpReplay *replay)
{
    FpRecord *record = record_new(history, shared);
    record->number = number;
    g_strlcpy(record->id, replay->id, sizeof record->id);
    record->session = g_steal_pointer(&replay->session);
    record->links = g_steal_pointer(&replay->links);
    record->n_stored = record->links->len;
    set_digest(record, replay->last_content);
    return record;
}

// In one transaction, so that another instance's event is seen whole or not at all.
FpRecord *fp_record_load(FpHistory *history, int64_t number, GError **error)
{
    g_auto(FpTransaction) transaction = { NULL };
    if (history->db == NULL) {
        fp_replay_set_not_found(history, number, error);
        return NULL;
    }
    if (!fp_transaction_begin(&transaction, history, FP_TRANSACTION_READ, error))
        return NULL;
    g_autofree char *id = fp_replay_load_id(history, number, error);
    g_autoptr(FpSharedTree) shared =
        id != NULL ? fp_shared_tree_load(history, number, error) : NULL;
    g_auto(FpReplay) replay = { 0 };
    if (shared == NULL || !fp_replay_run(history, number, shared->tree, NULL, &replay, error))
        return NULL;
    if (!replay.has_erased)
        return record_of_replay(history, number, g_steal_pointer(&shared), &replay);
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                _("session %" PRId64 " was erased; only its chain is left"), number);
    return NULL;
}

const FpSession *fp_record_session(const FpRecord *record)
{
    return record->session;
}

const FpTree *fp_record_tree(const FpRecord *record)
{
    return record->tree;
}

const FpCompiledTree *fp_record_compiled(const FpRecord *record)
{
    return record->compiled;
}

FpSaving fp_record_saving(const FpRecord *record)
{
    if (record->history == NULL)
        return FP_SAVING_OFF;
    if (record->is_behind || record->has_failed)
        return FP_SAVING_BEHIND;
    return record->number == 0 ? FP_SAVING_WAITS : FP_SAVING_DONE;
}

bool fp_record_is_saved(const FpRecord *record)
{
    return fp_record_saving(record) == FP_SAVING_DONE;
}

size_t fp_record_n_unsaved(const FpRecord *record)
{
    return record->links->len - record->n_stored;
}

int64_t fp_record_number(const FpRecord *record)
{
    return record->number;
}

const char *fp_record_id(const FpRecord *record)
{
    return record->id;
}

const char *fp_record_digest(const FpRecord *record)
{
    return record->digest;
}

const char *fp_record_history_path(const FpRecord *record)
{
    return record->history != NULL ? fp_history_path(record->history) : NULL;
}
