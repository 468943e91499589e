// SPDX-License-Identifier: Apache-2.0
/* A tree, read and compiled, that several records stand on: sessions of one tree, one after another. */
#pragma once
#include "history-private.h"

typedef struct FpSharedTree {
    FpTree *tree;
    FpCompiledTree *compiled;
} FpSharedTree;

/* tree: taken. The result is the caller's reference. */
FpSharedTree *fp_shared_tree_new(FpTree *tree);
void fp_shared_tree_unref(FpSharedTree *shared); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpSharedTree, fp_shared_tree_unref)

/* A session's stored tree; the one that was loaded last from this history where it is the same. Reading
 * one takes most of what loading a session does.
 *   Errors  those of fp_stored_tree_load() */
FpSharedTree *fp_shared_tree_load(FpHistory *history, int64_t number, GError **error);
