// SPDX-License-Identifier: Apache-2.0
/* A second reading of FORMAT §3.8, §3.10 and §3.11 by trying everything, as text that can be compared:
 * questions, options and outcomes by their indices. */
#pragma once
#include "reference-engine.h"

/* "q0=01>o1 …": the new answer as a 1 or 0 an option, the new outcome (n_outcomes: no path). Pairs are
 * "q0=01,q2=100>o1". Owned. */
char *reference_changes(const FpTree *tree, const RawAnswer *answers);

/* "{q0,q2} {q1,q2}"; "" where the sheet has a path. Owned. */
char *reference_conflicts(const FpTree *tree, const RawAnswer *answers);

/* "1-7 3-1000 …": one range a strength. Owned. */
char *reference_ranges(const FpTree *tree, const RawAnswer *answers);
