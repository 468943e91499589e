// SPDX-License-Identifier: Apache-2.0
/* Whether an effect on points changes who wins, on trees whose states can all be carried: the way for
 * the few effects that matter on very few sheets or on none. */
#pragma once
#include "compiled-tree-private.h"
#include "fp-exists.h"

typedef struct FpPointsWalk FpPointsWalk;

/* NULL where the states are too many for the budget. */
FpPointsWalk *fp_points_walk_new(const FpCompiledTree *compiled, const FpAnswerSheet *empty,
                                 FpBudget *budget);
void fp_points_walk_free(FpPointsWalk *walk); /* takes NULL */

/* Is there a complete sheet on which another outcome wins without an effect on points or ruling out?
 * UNDECIDED also for one that fires on every sheet. */
FpExists fp_points_walk_effect(FpPointsWalk *walk, const FpCompiledEffect *effect,
                               FpBudget *budget);

/* The same without all effects of an option on which nothing else hangs. UNDECIDED also where some of
 * them fire later than others. */
FpExists fp_points_walk_option(FpPointsWalk *walk, size_t question, size_t option,
                               FpBudget *budget);
