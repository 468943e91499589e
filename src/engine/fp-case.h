// SPDX-License-Identifier: Apache-2.0
/* Cases: a tree's table tests, answers with what is expected of them (FORMAT §4, last paragraph). */
#pragma once
#include "fp-node.h"
#include "fp-verdict.h"

typedef struct FpCases FpCases;

/* Reads a sequence of cases; ids inside `answers` and `expect` are checked like any other. Returns
 * NULL where there was any fault. cases: tree->tests, or the value of `cases` in another file; NULL
 * reads none. source: the file that cases stands in. */
FpCases *fp_cases_read(const FpTree *tree, FpSource *source, const FpNode *cases,
                       FpDiagnostics *diagnostics);
/* Reads a file of cases: a mapping whose `cases` is such a sequence. The source is kept. */
FpCases *fp_cases_load(const FpTree *tree, FpSource *source, FpDiagnostics *diagnostics);
void fp_cases_free(FpCases *cases); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpCases, fp_cases_free)

size_t fp_cases_count(const FpCases *cases);

/* An expectation that fell short. */
typedef struct {
    const char *expectation; /* its key, as the format writes it */
    char *expected, *got;    /* ids in order, with commas between; or "nothing", translated */
    bool is_undecided;       /* the search ended: got is what was found until then */
} FpCaseDifference;

typedef struct {
    const char *name; /* borrowed from the cases */
    FpPlace place;
    bool passed;
    GArray *differences; /* of FpCaseDifference, in file order; none if passed */
    FpVerdict *verdict;  /* of the case's answers */
    size_t wanted; /* the outcome that the case expects; FP_NONE: no certain one, or no path */
} FpCaseResult;
void fp_case_result_clear(FpCaseResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpCaseResult, fp_case_result_clear)

/* Runs one case. */
FpCaseResult fp_case_run(const FpCases *cases, size_t index, const FpCompiledTree *compiled);

/* The case's answers. Borrowed. */
const FpAnswerSheet *fp_case_sheet(const FpCases *cases, size_t index);
