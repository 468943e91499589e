// SPDX-License-Identifier: Apache-2.0
/* For every effect whether it fired, and if not, what kept it (FORMAT §3.9). */
#pragma once
#include "fp-verdict.h"

typedef enum {
    FP_FIRED,
    FP_KEPT_BY_ANSWER, /* its option is not chosen: `question` is open, unknown, or answered otherwise;
                        * or one that leads to it is */
    FP_KEPT_BY_GUARD, /* an entry of a guard does not hold: the effect's, its rule's or its question's */
} FpKeptBy;

/* Whose guard kept it. */
typedef enum {
    FP_GUARD_OF_EFFECT,
    FP_GUARD_OF_RULE,     /* the origin's */
    FP_GUARD_OF_QUESTION, /* `guarded`: the origin's, or one that leads to it */
} FpGuardOf;

typedef struct {
    const FpEffect *effect;
    FpOrigin origin;
    FpKeptBy kept_by;
    /* ANSWER: the question. GUARD: that of the entry where it is about one question, else FP_NONE. */
    size_t question;
    FpQuestionState state; /* of question */
    const FpGuard *entry;  /* GUARD: the first entry that does not hold; borrowed from the tree */
    FpGuardOf guard_of;    /* GUARD */
    size_t guarded;        /* GUARD: OF_QUESTION: whose guard it is; else FP_NONE */
} FpExplanation;

typedef struct {
    const FpExplanation *items; /* one an effect, in tree order */
    size_t n;
} FpExplanations;

FpExplanations *fp_explanations_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet);
void fp_explanations_free(FpExplanations *explanations); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpExplanations, fp_explanations_free)
