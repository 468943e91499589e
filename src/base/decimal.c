// SPDX-License-Identifier: Apache-2.0
// A number is held as whole millionths: 15 + 6 digits need 70 bits, so 128 hold every one exactly.
#include "fp-decimal.h"
#include <stdint.h>
#include <string.h>

enum { DIGITS_BEFORE_MAX = 15, DIGITS_AFTER_MAX = 6 };

/* The parts of a number as written, by position in its text. */
typedef struct {
    bool is_negative;
    const char *whole, *fraction; /* digits; fraction is NULL without a point */
    size_t n_whole, n_fraction;
    int64_t exponent; /* clamped: no text that fits in memory has as many digits */
} NumberParts;

#define EXPONENT_CLAMP ((int64_t)1 << 40)

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Reads an exponent after its 'e'; NULL where there is none, else what follows. */
static const char *split_exponent(const char *text, int64_t *out_exponent)
{
    bool is_negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    size_t n_digits = count_digits(text);
    if (n_digits == 0)
        return NULL;
    int64_t value = 0;
    for (size_t i = 0; i < n_digits; i++)
        value = MIN(value * 10 + (text[i] - '0'), EXPONENT_CLAMP);
    *out_exponent = is_negative ? -value : value;
    return text + n_digits;
}

static bool split_number(const char *text, FpDecimalSyntax syntax, NumberParts *parts)
{
    *parts = (NumberParts) { .is_negative = *text == '-' };
    parts->whole = text + (parts->is_negative ? 1 : 0);
    parts->n_whole = count_digits(parts->whole);
    const char *rest = parts->whole + parts->n_whole;
    if (parts->n_whole == 0)
        return false;
    if (*rest == '.') {
        parts->fraction = rest + 1;
        parts->n_fraction = count_digits(parts->fraction);
        rest = parts->fraction + parts->n_fraction;
        if (parts->n_fraction == 0)
            return false;
    }
    if (syntax == FP_DECIMAL_EXPONENT && (*rest == 'e' || *rest == 'E'))
        rest = split_exponent(rest + 1, &parts->exponent);
    return rest != NULL && *rest == '\0';
}

/* The i-th digit, counted from the first before the point. */
static char digit_at(const NumberParts *parts, size_t i)
{
    if (i < parts->n_whole)
        return parts->whole[i];
    return parts->fraction[i - parts->n_whole];
}

/* The value in millionths; false where a digit stands beyond the limits of places. */
static bool sum_digits(const NumberParts *parts, FpInt128 *out_millionths)
{
    size_t n_digits = parts->n_whole + parts->n_fraction;
    FpInt128 sum = 0;
    int64_t lowest = 0; // the place of the last digit taken: 0 for ones, -1 for tenths
    for (size_t i = 0; i < n_digits; i++) {
        int digit = digit_at(parts, i) - '0';
        int64_t place = (int64_t)parts->n_whole - 1 - (int64_t)i + parts->exponent;
        if (digit == 0)
            continue;
        if (place >= DIGITS_BEFORE_MAX || place < -DIGITS_AFTER_MAX)
            return false;
        // The first digit finds a sum of 0, so the loop ends within the limits' 21 places.
        for (; sum != 0 && lowest > place; lowest--)
            sum *= 10;
        lowest = place;
        sum += digit;
    }
    for (; sum != 0 && lowest > -DIGITS_AFTER_MAX; lowest--)
        sum *= 10;
    *out_millionths = parts->is_negative ? -sum : sum;
    return true;
}

bool fp_decimal_parse(const char *text, FpDecimalSyntax syntax, FpDecimal *out_value)
{
    NumberParts parts;
    FpInt128 millionths;
    if (!split_number(text, syntax, &parts))
        return false;
    // A plain number is judged as it is written, zeros included; JSON's by its value.
    if (syntax == FP_DECIMAL_PLAIN &&
        (parts.n_whole > DIGITS_BEFORE_MAX || parts.n_fraction > DIGITS_AFTER_MAX))
        return false;
    if (!sum_digits(&parts, &millionths))
        return false;
    out_value->millionths = millionths;
    return true;
}

char *fp_decimal_to_text(FpDecimal value)
{
    bool is_negative = value.millionths < 0;
    FpInt128 size = is_negative ? -value.millionths : value.millionths;
    uint64_t whole = (uint64_t)(size / 1000000);
    unsigned fraction = (unsigned)(size % 1000000);
    const char *sign = is_negative ? "-" : "";
    if (fraction == 0)
        return g_strdup_printf("%s%" G_GUINT64_FORMAT, sign, whole);
    int n_places = DIGITS_AFTER_MAX;
    for (; fraction % 10 == 0; fraction /= 10)
        n_places--;
    return g_strdup_printf("%s%" G_GUINT64_FORMAT ".%0*u", sign, whole, n_places, fraction);
}

int fp_decimal_compare(FpDecimal a, FpDecimal b)
{
    return (a.millionths > b.millionths) - (a.millionths < b.millionths);
}
