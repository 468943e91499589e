// SPDX-License-Identifier: Apache-2.0
/* The verdict: which outcome, by how much, for which reasons, on which conditions (FORMAT §3.1-3.6). */
#pragma once
#include "fp-compiled-tree.h"

/* Where a fired effect stands: `always` has all three FP_NONE; an option's has question and option;
 * a rule's has rule. */
typedef struct {
    size_t question, option, rule;
} FpOrigin;

/* A fired favour, disfavour or rule_out on one outcome. */
typedef struct {
    const FpEffect *effect;
    FpOrigin origin;
    size_t outcome;
    int points;   /* of its strength, positive; 0 for rule_out */
    bool counted; /* false where a stronger one of its counts_as group stands for it */
} FpReason;

/* An effect that asked for a control or gave a piece of advice. */
typedef struct {
    const FpEffect *effect;
    FpOrigin origin;
} FpAsking;

/* A control required of the winner, or a piece of advice to it. */
typedef struct {
    const FpEffect *effect; /* the first that asked */
    FpOrigin origin;
    const FpAsking *askings; /* all that asked, the first included, in tree order */
    size_t n_askings;
} FpCondition;

typedef struct {
    size_t outcome;
    int64_t score;
    bool is_ruled_out;
} FpRank;

typedef struct {
    const FpTree *tree; /* borrowed */
    size_t outcome;     /* the winner; FP_NONE: no path */
    bool has_margin;    /* there is a runner-up that is not out */
    int64_t margin;     /* points; meaningful where has_margin */
    bool is_tie, is_close_call;
    const FpRank *ranking; /* all n_outcomes of the tree */
    size_t n_ranking;
    const FpReason *reasons; /* in tree order, an effect's outcomes in list order */
    size_t n_reasons;
    const FpCondition *requires; /* one a control, in tree order; none with no path */
    size_t n_requires;
    const FpCondition *advice; /* one a text, in tree order; none with no path */
    size_t n_advice;
    const FpQuestionState *states; /* one a question */
} FpVerdict;

/* Reasons and conditions point into the tree: free the verdict first. */
FpVerdict *fp_verdict_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet);
void fp_verdict_free(FpVerdict *verdict); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpVerdict, fp_verdict_free)

/* The rank of an outcome in the ranking. */
const FpRank *fp_verdict_rank(const FpVerdict *verdict, size_t outcome);

/* True where the winner requires the control. */
bool fp_verdict_requires(const FpVerdict *verdict, size_t control);
