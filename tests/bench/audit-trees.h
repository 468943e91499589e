// SPDX-License-Identifier: Apache-2.0
/* Trees for measuring the audit, the same for the same seed on every machine. */
#pragma once
#include "fp-tree.h"

typedef struct {
    size_t n_questions, n_options, n_outcomes, n_effects; /* effects an option */
    unsigned guarded_percent;                             /* of questions, by one answer before */
} TreeShape;

FpTree *audit_tree_new(TreeShape shape, uint64_t seed);

/* Whether its first outcome can win is a satisfiability problem: a variable a question, a clause of
 * three a rule. */
FpTree *audit_tree_of_clauses(size_t n_variables, size_t n_clauses, uint64_t seed);
