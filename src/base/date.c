// SPDX-License-Identifier: Apache-2.0
// Plain arithmetic on the proleptic Gregorian calendar: no clock, no time zone, no locale.
#include "fp-date.h"
#include <string.h>

#define MS_PER_DAY ((int64_t)24 * 60 * 60 * 1000)

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap_year(year) ? 1 : 0);
}

/* Reads exactly n_digits ASCII digits; -1 where there are others. */
static int read_digits(const char *text, size_t n_digits)
{
    int value = 0;
    for (size_t i = 0; i < n_digits; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool fp_date_parse(const char *text, FpDate *out_date)
{
    size_t length = strlen(text);
    if ((length != strlen("YYYY-MM") && length != strlen("YYYY-MM-DD")) || text[4] != '-')
        return false;
    FpDate date = { .year = read_digits(text, 4), .month = read_digits(text + 5, 2) };
    if (date.year < 1 || date.month < 1 || date.month > 12)
        return false;
    if (length == strlen("YYYY-MM-DD")) {
        date.day = text[7] == '-' ? read_digits(text + 8, 2) : -1;
        if (date.day < 1 || date.day > days_in_month(date.year, date.month))
            return false;
    }
    *out_date = date;
    return true;
}

char *fp_date_to_text(FpDate date)
{
    if (date.day == 0)
        return g_strdup_printf("%04d-%02d", date.year, date.month);
    return g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

bool fp_date_is_past(FpDate day, FpDate limit)
{
    if (day.year != limit.year)
        return day.year > limit.year;
    if (day.month != limit.month)
        return day.month > limit.month;
    return limit.day != 0 && day.day > limit.day;
}

/* Splits a stamp into its day, counted from 1970-01-01, and the milliseconds in it (0 or more). */
static int64_t split_stamp(int64_t at_ms, int *out_ms_of_day)
{
    int64_t rest = at_ms % MS_PER_DAY;
    int64_t days = at_ms / MS_PER_DAY;
    // C divides towards zero; a stamp before 1970 belongs to the day that began before it.
    if (rest < 0) {
        rest += MS_PER_DAY;
        days--;
    }
    *out_ms_of_day = (int)rest;
    return days;
}

/* The date of a day number, by eras of 400 years (146097 days) that begin on the first of March,
 * so that the leap day is an era's and a year's last. 719468 days lie between 0000-03-01 and
 * 1970-01-01. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static FpDate date_of_day(int64_t day_number)
{
    int64_t days = day_number + 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t months_from_march = (5 * day_of_year + 2) / 153;
    int month = (int)(months_from_march < 10 ? months_from_march + 3 : months_from_march - 9);
    return (FpDate) {
        .year = (int)(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
        .month = month,
        .day = (int)(day_of_year - (153 * months_from_march + 2) / 5 + 1),
    };
}

FpDate fp_date_of_stamp(int64_t at_ms)
{
    int ms_of_day;
    return date_of_day(split_stamp(at_ms, &ms_of_day));
}

char *fp_stamp_to_text(int64_t at_ms)
{
    int ms;
    FpDate date = date_of_day(split_stamp(at_ms, &ms));
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", date.year, date.month, date.day,
                           ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

char *fp_stamp_to_minute(int64_t at_ms)
{
    int ms;
    FpDate date = date_of_day(split_stamp(at_ms, &ms));
    return g_strdup_printf("%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day,
                           ms / 3600000, ms / 60000 % 60);
}
