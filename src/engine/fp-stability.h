// SPDX-License-Identifier: Apache-2.0
/* How firmly the outcome stands: against other points for a strength, and without stale facts
 * (FORMAT §3.11). */
#pragma once
#include "fp-verdict.h"

#define FP_POINTS_MAX 1000 /* of a strength (FORMAT §1) */

/* The largest interval of whole points, of those from 1 to FP_POINTS_MAX, that contains the strength's
 * own and in which, all else equal, the outcome stays the same. */
typedef struct {
    int from, to; /* both included */
} FpPointsRange;

typedef struct {
    const FpPointsRange *strengths; /* one a strength of the tree, in its order */
    size_t n_strengths;
    bool
        stands_without_stale; /* the same outcome with every effect dropped that cites a stale fact */
} FpStability;

/* The verdict must be the sheet's. as_of: the judging date. */
FpStability *fp_stability_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                                  const FpVerdict *verdict, FpDate as_of);
void fp_stability_free(FpStability *stability); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpStability, fp_stability_free)
