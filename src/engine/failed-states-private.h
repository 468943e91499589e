// SPDX-License-Identifier: Apache-2.0
/* States of a search below which the goal is not reached.
 *
 * Two states at the same question are alike where they agree on every chosen option that something
 * later reads and on every counts_as group that something later adds to. Of alike states, one whose
 * standing (FpGoal) is nowhere better than a failed one's fails too. */
#pragma once
#include "search-private.h"

/* For searches that start as this one stands, with must and may spread from the first question. */
FpFailedStates *fp_failed_states_new(const FpSearch *search);
void fp_failed_states_free(FpFailedStates *failed); /* takes NULL */

/* True where the search stands at a state that is known to fail. */
bool fp_failed_states_covers(FpFailedStates *failed, const FpSearch *search);
/* Keeps the state at which the search stands; past a limit of memory it is let go. */
void fp_failed_states_add(FpFailedStates *failed, const FpSearch *search);
