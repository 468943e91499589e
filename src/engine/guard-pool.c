// SPDX-License-Identifier: Apache-2.0
#include "guard-pool-private.h"
#include <string.h>

struct FpPool {
    GPtrArray *pieces;
    size_t n_guards;
};

FpPool *fp_pool_new(void)
{
    FpPool *pool = g_new0(FpPool, 1);
    pool->pieces = g_ptr_array_new_with_free_func(g_free);
    return pool;
}

void fp_pool_free(FpPool *pool)
{
    if (pool == NULL)
        return;
    g_ptr_array_unref(pool->pieces);
    g_free(pool);
}

void *fp_pool_alloc(FpPool *pool, size_t n, size_t size)
{
    void *piece = g_malloc0_n(MAX(n, 1), size);
    g_ptr_array_add(pool->pieces, piece);
    return piece;
}

void *fp_pool_copy(FpPool *pool, const void *items, size_t n, size_t size)
{
    void *piece = fp_pool_alloc(pool, n, size);
    if (n > 0)
        memcpy(piece, items, n * size);
    return piece;
}

size_t fp_pool_n_guards(const FpPool *pool)
{
    return pool->n_guards;
}

FpGuard fp_pool_atom(FpPool *pool, size_t question, const size_t *options, size_t n_options)
{
    pool->n_guards++;
    return (FpGuard) { .kind = FP_GUARD_ANSWER,
                       .question = question,
                       .options = fp_pool_copy(pool, options, n_options, sizeof *options),
                       .n_options = n_options };
}

FpGuard fp_pool_join(FpPool *pool, FpGuardKind kind, const FpGuard *const *parts, size_t n_parts)
{
    FpGuard *kept = fp_pool_alloc(pool, n_parts, sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; i < n_parts; i++) {
        if (parts[i] != NULL)
            kept[n++] = *parts[i];
        else if (kind == FP_GUARD_ANY)
            kept[n++] = (FpGuard) { .kind = FP_GUARD_ALL };
    }
    pool->n_guards += n + 1;
    return (FpGuard) { .kind = kind, .parts = kept, .n_parts = n };
}

FpGuard fp_pool_not(FpPool *pool, FpGuard guard)
{
    pool->n_guards++;
    return (FpGuard) { .kind = FP_GUARD_NOT, .parts = fp_pool_keep(pool, guard), .n_parts = 1 };
}

FpGuard *fp_pool_keep(FpPool *pool, FpGuard guard)
{
    return fp_pool_copy(pool, &guard, 1, sizeof guard);
}

bool fp_guard_is_same(const FpGuard *a, const FpGuard *b)
{
    if (a == b)
        return true;
    if (a == NULL || b == NULL || a->kind != b->kind || a->n_parts != b->n_parts)
        return false;
    if (a->kind == FP_GUARD_ANSWER)
        return a->question == b->question && a->needs_all == b->needs_all &&
               a->n_options == b->n_options &&
               memcmp(a->options, b->options, a->n_options * sizeof *a->options) == 0;
    for (size_t i = 0; i < a->n_parts; i++) {
        if (!fp_guard_is_same(&a->parts[i], &b->parts[i]))
            return false;
    }
    return true;
}
