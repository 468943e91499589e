// SPDX-License-Identifier: Apache-2.0
/* A set of a question's options or bands, by index; a question has at most 100 (FORMAT §1). */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FP_OPTIONS_MAX 100

typedef struct {
    uint64_t words[2];
} FpOptionSet;

static inline FpOptionSet fp_option_set_of(size_t option)
{
    FpOptionSet set = { { 0, 0 } };
    set.words[option / 64] = UINT64_C(1) << (option % 64);
    return set;
}

static inline bool fp_option_set_has(FpOptionSet set, size_t option)
{
    return (set.words[option / 64] >> (option % 64)) & 1;
}

static inline FpOptionSet fp_option_set_union(FpOptionSet a, FpOptionSet b)
{
    return (FpOptionSet) { { a.words[0] | b.words[0], a.words[1] | b.words[1] } };
}

static inline FpOptionSet fp_option_set_common(FpOptionSet a, FpOptionSet b)
{
    return (FpOptionSet) { { a.words[0] & b.words[0], a.words[1] & b.words[1] } };
}

static inline FpOptionSet fp_option_set_minus(FpOptionSet a, FpOptionSet b)
{
    return (FpOptionSet) { { a.words[0] & ~b.words[0], a.words[1] & ~b.words[1] } };
}

static inline bool fp_option_set_is_empty(FpOptionSet set)
{
    return (set.words[0] | set.words[1]) == 0;
}

static inline bool fp_option_set_equal(FpOptionSet a, FpOptionSet b)
{
    return a.words[0] == b.words[0] && a.words[1] == b.words[1];
}

static inline bool fp_option_set_meets(FpOptionSet a, FpOptionSet b)
{
    return ((a.words[0] & b.words[0]) | (a.words[1] & b.words[1])) != 0;
}

static inline bool fp_option_set_contains(FpOptionSet whole, FpOptionSet part)
{
    return fp_option_set_is_empty(fp_option_set_minus(part, whole));
}

static inline size_t fp_option_set_count(FpOptionSet set)
{
    return (size_t)__builtin_popcountll(set.words[0]) + (size_t)__builtin_popcountll(set.words[1]);
}

/* The lowest index in the set; FP_OPTIONS_MAX where it is empty. */
static inline size_t fp_option_set_first(FpOptionSet set)
{
    if (set.words[0] != 0)
        return (size_t)__builtin_ctzll(set.words[0]);
    return set.words[1] != 0 ? 64 + (size_t)__builtin_ctzll(set.words[1]) : FP_OPTIONS_MAX;
}
