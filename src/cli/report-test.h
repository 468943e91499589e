// SPDX-License-Identifier: Apache-2.0
/* What `tree test` prints: a row for each format. */
#pragma once
#include "fp-case.h"
#include "fp-cli.h"

/* The cases of one file, tried on one tree. */
typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
    FpCases *cases;
    const char *file_name; /* of the file that the cases stand in; borrowed */
    GArray *results;       /* of FpCaseResult, one a case */
    size_t n_failed;
} FpTestSuite;

typedef struct {
    const FpCliOptions *options;
    size_t n_cases, n_failed; /* of all suites */
    size_t n_told;            /* cases so far */
} FpTestReport;

typedef struct {
    const char *name;
    void (*begin)(FpTestReport *report);
    void (*suite)(FpTestReport *report, const FpTestSuite *suite);
    /* More about a suite that is text for people: coverage, mutants. Printed after it. */
    void (*notes)(FpTestReport *report, const char *text);
    void (*suite_end)(FpTestReport *report, const FpTestSuite *suite);
    void (*end)(FpTestReport *report);
} FpTestFormat;

/* The row with this name; NULL with an error that names the nearest. */
const FpTestFormat *fp_test_format_find(const char *name, GError **error);

extern const FpTestFormat fp_test_format_text;  /* report-text.c */
extern const FpTestFormat fp_test_format_tap;   /* report-tap.c */
extern const FpTestFormat fp_test_format_junit; /* report-junit.c */

/* report-decided.c: the reasons that decided, as indented lines: those that count for the winner, the
 * runner-up, and the outcome that the case wanted. Not made printable. Owned. */
char *fp_report_decided(const FpVerdict *verdict, size_t wanted, size_t width);

/* Where an effect stands, as "QUESTION: OPTION", a rule's or `always`. Owned. */
char *fp_report_origin(const FpTree *tree, FpOrigin origin);
