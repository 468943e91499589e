// SPDX-License-Identifier: Apache-2.0
/* How much a search may do before it says that it does not know.
 *
 * Counted, not timed, so that the same search ends at the same place on every machine. */
#pragma once
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* A unit is about one effect or option looked at: some 10^8 of them pass in a second. */
typedef struct {
    uint64_t work_left;
    const atomic_bool *cancel; /* set by another thread: stop now; may be NULL */
} FpBudget;

/* What an analysis of one sheet may take where the caller has no other wish. */
#define FP_BUDGET_DEFAULT UINT64_C(50000000)

/* Takes work from the budget; false where it is exhausted or cancelled. */
bool fp_budget_take(FpBudget *budget, uint64_t work);
