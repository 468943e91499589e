// SPDX-License-Identifier: Apache-2.0
// Blocks in a list; the first one is filled from its start. What is too large gets a block alone.
#include "arena-private.h"
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

typedef struct Block Block;
struct Block {
    Block *next;
    alignas(max_align_t) char bytes[];
};

struct FpArena {
    Block *blocks;
    size_t used, size; // of the first block
};

FpArena *fp_arena_new(void)
{
    return g_new0(FpArena, 1);
}

void fp_arena_free(FpArena *arena)
{
    if (arena == NULL)
        return;
    for (Block *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        g_free(block);
    }
    g_free(arena);
}

static Block *add_block(FpArena *arena, size_t size)
{
    Block *block = g_malloc(sizeof *block + size);
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

static char *take(FpArena *arena, size_t n_bytes, size_t alignment)
{
    size_t start = (arena->used + alignment - 1) & ~(alignment - 1);
    if (start <= arena->size && n_bytes <= arena->size - start) {
        arena->used = start + n_bytes;
        return arena->blocks->bytes + start;
    }
    // A large piece would leave most of a block unused: what stands first then counts as full.
    arena->size = MAX(n_bytes, BLOCK_BYTES);
    arena->used = n_bytes;
    return add_block(arena, arena->size)->bytes;
}

void *fp_arena_array(FpArena *arena, size_t n, size_t item_bytes)
{
    if (n == 0)
        return NULL;
    g_assert(item_bytes > 0 && n <= G_MAXSSIZE / item_bytes);
    return memset(take(arena, n * item_bytes, alignof(max_align_t)), 0, n * item_bytes);
}

void *fp_arena_copy(FpArena *arena, const void *items, size_t n, size_t item_bytes)
{
    void *copy = fp_arena_array(arena, n, item_bytes);
    return n == 0 ? NULL : memcpy(copy, items, n * item_bytes);
}

const char *fp_arena_text(FpArena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}
