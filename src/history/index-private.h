// SPDX-License-Identifier: Apache-2.0
/* The index: plain tables that a person can query, a function of a session's state alone.
 *
 * The same rows are written after an event and expected by verify. */
#pragma once
#include "history-private.h"

/* What the rows are made of. */
typedef struct FpIndex FpIndex;
/* session, compiled: borrowed; must outlive it. */
FpIndex *fp_index_new(const FpSession *session, const FpCompiledTree *compiled);
void fp_index_free(FpIndex *index); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpIndex, fp_index_free)

/* Writes the rows of the tables that such an event changes. Inside a transaction. */
bool fp_index_write(const FpIndex *index, FpHistory *history, int64_t number, FpEventKind kind,
                    GError **error);

/* Compares all rows of a session with those expected.
 *   out_table  the first table that differs, borrowed; NULL: none
 *   Returns    false with an error where reading failed */
bool fp_index_compare(const FpIndex *index, FpHistory *history, int64_t number,
                      const char **out_table, GError **error);

/* The columns of `session` from started_ms on, in their order; borrowed from the session's tree and
 * state. */
#define FP_INDEX_SUMMARY_COLUMNS 9
void fp_index_summary(const FpSession *session, FpSqlValue out_values[FP_INDEX_SUMMARY_COLUMNS]);
