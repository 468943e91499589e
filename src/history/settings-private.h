// SPDX-License-Identifier: Apache-2.0
/* What every connection is told before it reads a byte, and how it keeps its journal. */
#pragma once
#include "history-private.h"

/* For a connection just opened: waiting, distrust of the schema, limits. Reads nothing of the file. */
bool fp_settings_apply(FpHistory *history, GError **error);

/* For one that will write, once the file is known to be ours: journal and durability. WAL where the
 * file system can (SQLite says so, or it is one over a network), else a rollback journal. */
bool fp_settings_apply_journal(FpHistory *history, GError **error);
