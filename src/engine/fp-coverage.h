// SPDX-License-Identifier: Apache-2.0
/* Coverage: what of a tree the cases reach.
 *
 * Reached is an option or band that is chosen on some case's sheet where its question is asked; a rule
 * whose guard holds on some case's sheet; an effect that fires on some. */
#pragma once
#include "fp-case.h"

typedef enum {
    FP_COVERED_OPTION, /* bands too */
    FP_COVERED_RULE,
    FP_COVERED_EFFECT,
    FP_COVERED_KIND_COUNT,
} FpCoveredKind;

typedef struct {
    FpCoveredKind kind;
    FpOrigin origin;        /* OPTION: question and option; RULE: rule; EFFECT: where it stands */
    const FpEffect *effect; /* EFFECT */
    FpPlace place;
    bool is_reached;
} FpCovered;

typedef struct {
    const FpCovered *items; /* in tree order: an option before its effects */
    size_t n;
    size_t totals[FP_COVERED_KIND_COUNT], reached[FP_COVERED_KIND_COUNT];
} FpCoverage;

/* cases: several lists. The coverage is owned by the caller and borrows the tree. */
FpCoverage *fp_coverage_compute(const FpCompiledTree *compiled, const FpCases *const *cases,
                                size_t n_cases);
void fp_coverage_free(FpCoverage *coverage); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpCoverage, fp_coverage_free)
