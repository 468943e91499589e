// SPDX-License-Identifier: Apache-2.0
/* An arena: memory for many small things that all end together, as the nodes of a document or the
 * parts of a tree do. */
#pragma once
#include <glib.h>

typedef struct FpArena FpArena;

FpArena *fp_arena_new(void);
void fp_arena_free(FpArena *arena); /* takes NULL; frees all that came from it */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpArena, fp_arena_free)

/* Zeroed memory for n items, aligned for any type. Never fails; NULL where n is 0. */
void *fp_arena_array(FpArena *arena, size_t n, size_t item_bytes);

/* A copy of n items; NULL where n is 0. */
void *fp_arena_copy(FpArena *arena, const void *items, size_t n, size_t item_bytes);

/* A copy of length bytes with a NUL after them. */
const char *fp_arena_text(FpArena *arena, const char *text, size_t length);
