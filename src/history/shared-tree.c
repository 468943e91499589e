// SPDX-License-Identifier: Apache-2.0
// The digests of a tree and its facts say whether it is the same; its texts were held against them when
// they were read.
#include "shared-tree-private.h"
#include "stored-tree-private.h"

FpSharedTree *fp_shared_tree_new(FpTree *tree)
{
    FpSharedTree *shared = g_atomic_rc_box_new0(FpSharedTree);
    shared->tree = tree;
    shared->compiled = fp_compiled_tree_new(tree);
    return shared;
}

static void clear(void *data)
{
    FpSharedTree *shared = data;
    fp_compiled_tree_free(shared->compiled);
    fp_tree_free(shared->tree);
}

void fp_shared_tree_unref(FpSharedTree *shared)
{
    if (shared != NULL)
        g_atomic_rc_box_release_full(shared, clear);
}

FpSharedTree *fp_shared_tree_load(FpHistory *history, int64_t number, GError **error)
{
    g_autofree char *key = fp_stored_tree_key(history, number, error);
    if (key == NULL)
        return NULL;
    if (g_strcmp0(key, history->last_tree_key) != 0) {
        FpTree *tree = fp_stored_tree_load(history, number, error);
        if (tree == NULL)
            return NULL;
        fp_shared_tree_unref(history->last_tree);
        g_free(history->last_tree_key);
        history->last_tree = fp_shared_tree_new(tree);
        history->last_tree_key = g_steal_pointer(&key);
    }
    return g_atomic_rc_box_acquire(history->last_tree);
}
