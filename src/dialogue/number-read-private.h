// SPDX-License-Identifier: Apache-2.0
/* What a typed text says as an answer to a number question.
 *
 * A point is the decimal point, always. Groups of three digits may be parted by commas, blanks,
 * underscores or apostrophes, by the same one throughout: "50,000", "1 234.5". */
#pragma once
#include "fp-wizard.h"

typedef enum {
    FP_NUMBER_GOOD,
    FP_NUMBER_EMPTY,
    FP_NUMBER_CHARACTER, /* one that no number has */
    FP_NUMBER_GROUPS,    /* groups not of three, or a comma before a fraction */
    FP_NUMBER_DIGITS,    /* none yet, too many, two points */
    FP_NUMBER_RANGE,     /* a number, outside min and max */
} FpNumberFault;

typedef struct {
    FpNumberFault fault;
    FpDecimal number; /* GOOD, RANGE */
    size_t band;      /* GOOD: the one that it falls in */
    char culprit[8];  /* CHARACTER */
} FpNumberReading;

FpNumberReading fp_number_read(const FpQuestion *question, const char *typed);

/* Why it is no answer, with the mend; NULL where it is one. Owned. */
char *fp_number_fault(const FpQuestion *question, const FpNumberReading *reading,
                      const char *typed);
/* How it is understood so far, in a few words: "50 000 USD: small, below 100,000"; NULL where nothing
 * is typed. Owned. */
char *fp_number_in_words(const FpWizard *wizard, const FpQuestion *question,
                         const FpNumberReading *reading);
