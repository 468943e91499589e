// SPDX-License-Identifier: Apache-2.0
/* What a case expects, as case-read.c reads it and case-run.c checks it. */
#pragma once
#include "fp-case.h"

typedef enum {
    FP_EXPECT_OUTCOME,
    FP_EXPECT_OUTCOME_IN,
    FP_EXPECT_RULED_OUT,
    FP_EXPECT_REQUIRES,
    FP_EXPECT_REQUIRES_NOT,
    FP_EXPECT_SCORES,
    FP_EXPECT_SETTLED,
    FP_EXPECT_MARGIN_AT_LEAST,
    FP_EXPECT_CLOSE_CALL,
    FP_EXPECT_TIE,
    FP_EXPECT_OUTLOOK_HAS,
    FP_EXPECT_OUTLOOK_LACKS,
    FP_EXPECT_NOT_ASKED,
    FP_EXPECT_COUNT,
} FpExpectKind;

typedef struct {
    FpExpectKind kind;
    size_t *ids; /* owned; indices of outcomes (FP_NONE: no path), controls or questions */
    size_t n_ids;
    int64_t *points; /* owned; SCORES: one an outcome of ids */
    int64_t number;  /* MARGIN_AT_LEAST */
    bool flag;       /* SETTLED, CLOSE_CALL, TIE */
} FpExpectation;

typedef struct {
    const char *name;
    FpPlace place;
    FpAnswerSheet *sheet; /* owned */
    GArray *expectations; /* owned; of FpExpectation, in file order */
} FpCase;

struct FpCases {
    GArray *cases;        /* of FpCase */
    FpDocument *document; /* owned: the file of cases that names point into; NULL: the tree's own */
};

#define FP_NO_PATH "no-path" /* the name of the null outcome */

/* What a case expects of the verdict is quick to check; of the outlook it takes a search. */
typedef enum { FP_CASE_VERDICT, FP_CASE_OUTLOOK } FpCasePart;
typedef enum { FP_CASE_HOLDS, FP_CASE_FAILS, FP_CASE_UNDECIDED } FpCaseFinding;

/* Whether a case holds, without saying where it does not. verdict: of its sheet. */
FpCaseFinding fp_case_check(const FpCase *one, const FpCompiledTree *compiled,
                            const FpVerdict *verdict, FpCasePart part);

/* The key of an expectation, as the format writes it. */
const char *fp_expect_kind_name(FpExpectKind kind);
