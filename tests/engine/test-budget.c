// SPDX-License-Identifier: Apache-2.0
#include "fp-budget.h"
#include <glib.h>

static void test_it_ends(void)
{
    FpBudget budget = { .work_left = 10 };
    g_assert_true(fp_budget_take(&budget, 4));
    g_assert_true(fp_budget_take(&budget, 6));
    g_assert_true(fp_budget_take(&budget, 0));
    g_assert_false(fp_budget_take(&budget, 1));
}

static void test_once_too_much_it_is_empty(void)
{
    FpBudget budget = { .work_left = 10 };
    g_assert_false(fp_budget_take(&budget, 11));
    g_assert_false(fp_budget_take(&budget, 1));
}

static void test_it_is_cancelled(void)
{
    atomic_bool cancel = false;
    FpBudget budget = { .work_left = 10, .cancel = &cancel };
    g_assert_true(fp_budget_take(&budget, 1));
    atomic_store(&cancel, true);
    g_assert_false(fp_budget_take(&budget, 1));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/budget/it-ends", test_it_ends);
    g_test_add_func("/engine/budget/once-too-much-was-asked-it-is-empty",
                    test_once_too_much_it_is_empty);
    g_test_add_func("/engine/budget/it-is-cancelled", test_it_is_cancelled);
    return g_test_run();
}
