// SPDX-License-Identifier: Apache-2.0
/* A copy of the history beside it, before its schema changes. */
#pragma once
#include "history-private.h"

/* Copies the whole file, through SQLite, to FILE.v1-copy, or .v1-copy-2, … where that is taken; mode
 * 0600. An unfinished copy is removed. */
bool fp_copy_make(FpHistory *history, int64_t version, GError **error);
