// SPDX-License-Identifier: Apache-2.0
/* What the parts of verify share. */
#pragma once
#include "history-private.h"

/* FP_ERROR_HISTORY_DAMAGED naming a session. Returns false. */
bool fp_verify_refuse(const FpHistory *history, int64_t number, const char *what, GError **error);

/* Recomputes the ledger: each row follows the one before it, and each session's events stand in it in
 * their order, all of them.
 *   lengths  session number to count of events, both int64_t * */
bool fp_verify_ledger(FpHistory *history, GHashTable *lengths, GError **error);
