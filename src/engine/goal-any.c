// SPDX-License-Identifier: Apache-2.0
// Any sheet will do: the search's condition alone says what is sought.
#include "search-private.h"

static bool is_relevant(const FpSearch *search, const FpEffect *effect)
{
    (void)search;
    (void)effect;
    return false;
}

static bool can_be_reached(FpSearch *search, int64_t *out_merit)
{
    (void)search;
    *out_merit = 0;
    return true;
}

static bool is_reached(const FpSearch *search)
{
    (void)search;
    return true;
}

static int64_t standing(const FpSearch *search, size_t outcome)
{
    (void)search;
    (void)outcome;
    return 0;
}

static size_t n_scratch(const FpCompiledTree *compiled)
{
    (void)compiled;
    return 1;
}

const FpGoal fp_goal_any = {
    .is_relevant = is_relevant,
    .can_be_reached = can_be_reached,
    .is_reached = is_reached,
    .standing = standing,
    .n_scratch = n_scratch,
};
