// SPDX-License-Identifier: Apache-2.0
/* The trees and facts that sessions used, by digest: an old session replays as it was. */
#pragma once
#include "history-private.h"

/* Puts a tree and its facts in, where they are not there yet. Inside a transaction. */
bool fp_stored_tree_put(FpHistory *history, const FpTree *tree, GError **error);
/* Puts a session's names of facts in. Inside a transaction, after put and the session's row. */
bool fp_stored_tree_put_names(FpHistory *history, int64_t number, const FpTree *tree,
                              GError **error);

/* Reads a session's tree as it was stored.
 *   Errors  FP_ERROR_HISTORY_DAMAGED: a text that is missing or does not have its digest, or that the
 *           reader refuses */
FpTree *fp_stored_tree_load(FpHistory *history, int64_t number, GError **error);

/* The same for sessions with the same tree and facts, else different: digests in one line. Owned. */
char *fp_stored_tree_key(FpHistory *history, int64_t number, GError **error);
