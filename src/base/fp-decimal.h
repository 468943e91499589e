// SPDX-License-Identifier: Apache-2.0
/* Exact decimal numbers: at most 15 digits before the point and 6 after it (FORMAT: answer sheet). */
#pragma once
#include <glib.h>
#include <stdbool.h>

__extension__ typedef __int128 FpInt128;

typedef struct {
    FpInt128 millionths;
} FpDecimal;

typedef enum {
    FP_DECIMAL_PLAIN,    /* an optional '-', digits, an optional point with digits */
    FP_DECIMAL_EXPONENT, /* JSON's numbers: an exponent too, as long as the value keeps the limits */
} FpDecimalSyntax;

/* Reads a whole text as a number. False, out_value untouched, where it is none or passes the limits.
 * No sign '+', no spaces, no leading or trailing point, locale ignored. Leading zeros are read.
 * Plain numbers have their limits of digits as written, zeros included; with exponents the value
 * has. */
bool fp_decimal_parse(const char *text, FpDecimalSyntax syntax, FpDecimal *out_value);

/* Shortest plain form: no trailing zeros, no "-0". Owned by the caller. */
char *fp_decimal_to_text(FpDecimal value);

/* <0, 0, >0 as a is below, equal to or above b. */
int fp_decimal_compare(FpDecimal a, FpDecimal b);
