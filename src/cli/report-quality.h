// SPDX-License-Identifier: Apache-2.0
/* What `tree test` says of the cases themselves: what they do not reach, what they would not notice. */
#pragma once
#include "fp-coverage.h"
#include "fp-mutants.h"
#include <stdbool.h>

/* Owned; not made printable. file_name: the tree's. */
char *fp_report_coverage(const FpTree *tree, const FpCoverage *coverage, const char *file_name);
char *fp_report_mutants(const FpTree *tree, const FpMutants *mutants, const char *file_name);

/* In hundredths of a percent, rounded down: 10000 is all, and all of none. */
unsigned fp_coverage_share(const FpCoverage *coverage);
/* Those noticed of those that change a decision. */
unsigned fp_mutants_share(const FpMutants *mutants);

/* report-sheet.c: answers as YAML's flow mapping, for pasting: "{cloud: aws, regimes: [hipaa]}". Owned. */
char *fp_report_sheet(const FpAnswerSheet *sheet);
/* An id as other readers of YAML take it for text too; a number as it is. */
void fp_report_add_id(GString *text, const char *id, bool is_number);
/* A text as a YAML scalar in double quotes. Owned. */
char *fp_report_quoted(const char *text);
