// SPDX-License-Identifier: Apache-2.0
#include "fp-budget.h"
#include <stddef.h>

bool fp_budget_take(FpBudget *budget, uint64_t work)
{
    if (budget->cancel != NULL && atomic_load_explicit(budget->cancel, memory_order_relaxed))
        return false;
    if (budget->work_left < work) {
        budget->work_left = 0;
        return false;
    }
    budget->work_left -= work;
    return true;
}
