// SPDX-License-Identifier: Apache-2.0
/* A stored session read again: its links checked one after the other, its events folded. */
#pragma once
#include "link-private.h"

typedef struct {
    char *id;
    FpSession *session;
    GArray *links;              /* FpLink, all of them */
    FpChainDigest last_content; /* the digest of the last event of content */
    bool has_erased;            /* an event's payload is gone: nothing was folded */
} FpReplay;
void fp_replay_clear(FpReplay *replay);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpReplay, fp_replay_clear)

void fp_replay_set_not_found(const FpHistory *history, int64_t number, GError **error);
/* A session's id; owned.
 *   Errors  FP_ERROR_NOT_FOUND: there is no such session */
char *fp_replay_load_id(FpHistory *history, int64_t number, GError **error);

/* Reads and folds session `number` on its tree. Inside a transaction.
 *   compiled  of its tree: a recorded verdict of this engine's version is computed again; NULL: not
 *   Errors    FP_ERROR_NOT_FOUND; FP_ERROR_HISTORY_DAMAGED naming session and event */
bool fp_replay_run(FpHistory *history, int64_t number, const FpTree *tree,
                   const FpCompiledTree *compiled, FpReplay *out_replay, GError **error);

/* True where a `finished` event of this engine's version holds the verdict that the session has. */
bool fp_replay_verdict_is_right(const FpSession *session, const FpCompiledTree *compiled,
                                const FpEvent *finished);
