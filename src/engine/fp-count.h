// SPDX-License-Identifier: Apache-2.0
/* How many answer sheets: whole numbers up to 2^127, which stands for itself and all above it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

__extension__ typedef unsigned __int128 FpCount;

#define FP_COUNT_MAX ((FpCount)1 << 127)

static inline FpCount fp_count_add(FpCount a, FpCount b)
{
    return a < FP_COUNT_MAX - b ? a + b : FP_COUNT_MAX;
}

static inline FpCount fp_count_multiply(FpCount a, FpCount b)
{
    FpCount product;
    if (__builtin_mul_overflow(a, b, &product) || product > FP_COUNT_MAX)
        return FP_COUNT_MAX;
    return product;
}

/* True where the count stands for itself alone, not for more. */
static inline bool fp_count_is_exact(FpCount count)
{
    return count < FP_COUNT_MAX;
}

/* In decimal digits. Owned by the caller. */
char *fp_count_to_text(FpCount count);
