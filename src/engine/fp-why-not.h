// SPDX-License-Identifier: Apache-2.0
/* Why not another outcome: how far it is behind, and what speaks against it (FORMAT §3.9). */
#pragma once
#include "fp-verdict.h"

typedef struct {
    size_t outcome;
    bool is_ruled_out;
    bool has_behind;       /* there is a winner to be behind */
    int64_t behind;        /* points; negative where one that is out has more than the winner */
    const size_t *reasons; /* indices of the verdict's: those that disfavour or rule it out, whether
                            * counted or not */
    size_t n_reasons;
} FpWhyNot;

typedef struct {
    const FpWhyNot *items; /* every outcome but the winner, in the order of the ranking */
    size_t n;
} FpWhyNots;

FpWhyNots *fp_why_nots_new(const FpVerdict *verdict);
void fp_why_nots_free(FpWhyNots *why_nots); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpWhyNots, fp_why_nots_free)
