// SPDX-License-Identifier: Apache-2.0
/* Guards and lists made by the program, for trees that it makes up. A pool owns what is made of it;
 * what goes in is borrowed. */
#pragma once
#include "fp-tree.h"

typedef struct FpPool FpPool;

FpPool *fp_pool_new(void);
void fp_pool_free(FpPool *pool); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpPool, fp_pool_free)

/* Zeroed memory for n items, n may be 0. */
void *fp_pool_alloc(FpPool *pool, size_t n, size_t size);
/* A copy of n items. */
void *fp_pool_copy(FpPool *pool, const void *items, size_t n, size_t size);
/* How many guard nodes were made, for limits. */
size_t fp_pool_n_guards(const FpPool *pool);

FpGuard fp_pool_atom(FpPool *pool, size_t question, const size_t *options, size_t n_options);
/* An ALL or ANY of guards; without any, ALL holds and ANY does not. NULL among parts: holds. */
FpGuard fp_pool_join(FpPool *pool, FpGuardKind kind, const FpGuard *const *parts, size_t n_parts);
FpGuard fp_pool_not(FpPool *pool, FpGuard guard);
FpGuard *fp_pool_keep(FpPool *pool, FpGuard guard);

/* True where two guards say the same word for word. Takes NULL. */
bool fp_guard_is_same(const FpGuard *a, const FpGuard *b);
