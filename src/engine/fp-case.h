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

typedef struct {
    const char *name; /* borrowed from the cases */
    FpPlace place;
    bool passed;
    char *difference; /* a line for each expectation that fell short; NULL if passed */
} FpCaseResult;
void fp_case_result_clear(FpCaseResult *result);

/* Runs one case. */
FpCaseResult fp_case_run(const FpCases *cases, size_t index, const FpCompiledTree *compiled);
