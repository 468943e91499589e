// SPDX-License-Identifier: Apache-2.0
/* Dates as the format writes them, and stamps as the history keeps them. Nothing here asks a clock. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* A day of the proleptic Gregorian calendar, or a month of it. */
typedef struct {
    int year, month; /* 1..12 */
    int day;         /* 1..31; 0: the whole month */
} FpDate;

/* Reads YYYY-MM or YYYY-MM-DD, years 0001 to 9999; false for anything else and for days that do not
 * exist. */
bool fp_date_parse(const char *text, FpDate *out_date);
char *fp_date_to_text(FpDate date); /* YYYY-MM or YYYY-MM-DD; owned */

/* True where day (a full date) is past limit; a month ends with its last day. */
bool fp_date_is_past(FpDate day, FpDate limit);

/* The UTC day of a stamp. at_ms: milliseconds since 1970-01-01T00:00Z, may be negative. */
FpDate fp_date_of_stamp(int64_t at_ms);
/* "2026-11-24T09:53:42.123Z"; owned. */
char *fp_stamp_to_text(int64_t at_ms);
/* "2026-11-24 09:53" in UTC; owned. */
char *fp_stamp_to_minute(int64_t at_ms);
