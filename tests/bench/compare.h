// SPDX-License-Identifier: Apache-2.0
/* Ratios against another program in the same run, in turn (A B A B …), so that a machine whose speed
 * drifts moves both. One row, one comparison; the bar is on the ratio of the medians. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { COMPARE_RUNS = 60, COMPARE_WARM_UPS = 3, COMPARE_ARGUMENTS_MAX = 12 };

typedef struct {
    const char *what;
    const char *const ours[COMPARE_ARGUMENTS_MAX], *const theirs[COMPARE_ARGUMENTS_MAX];
    const char *our_text, *their_text; /* waited for on a terminal; NULL: until the program ends */
    double bar;                        /* of the ratio; 0: none */
    double bar_ms;                     /* of our own median; 0: none */
} Comparison;

/* Prints both programs' times. Returns false where the bar is missed. */
bool compare(const Comparison *comparison);
