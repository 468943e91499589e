// SPDX-License-Identifier: Apache-2.0
/* How far an outcome can still lead its rivals: the bound of goal-wins.c, for other goals. */
#pragma once
#include "search-private.h"

/* What is known of an outcome's leads; both point into the search's scratch, until the next look. */
typedef struct {
    const int64_t *lead_more; /* one a rival: by how much its lead over it can still grow at most */
    const int64_t *can_be_out; /* one a rival: 1 where it can be ruled out without the outcome */
} FpLeads;

/* False where the outcome is ruled out whatever comes. */
bool fp_leads_look(FpSearch *search, size_t outcome, FpLeads *out_leads);

/* By how much an outcome leads a rival beyond what beats it: an exact tie goes to the preferred. */
int64_t fp_lead_to_spare(const FpSearch *search, size_t outcome, size_t rival);

/* How many numbers a look needs. */
size_t fp_leads_n_scratch(const FpCompiledTree *compiled);
