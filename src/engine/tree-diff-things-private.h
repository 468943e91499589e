// SPDX-License-Identifier: Apache-2.0
/* What two trees say otherwise (tree-diff-things.c), in the texts of tree-diff-text.c. */
#pragma once
#include "fp-tree-diff.h"
#include "tree-diff-private.h"

/* All changes of what the trees say, of FpTreeChange; owned, its texts too. */
GArray *fp_tree_diff_things(const FpTree *before, const FpTree *after);

/* Names as the other tree has them, so that what was renamed reads alike in both. */
typedef struct {
    const FpTree *tree, *other; /* other: NULL: names as they are */
    const FpTree *shared_with;  /* the other tree, whichever's names are used */
} FpNaming;

const char *fp_naming_question(const FpNaming *naming, size_t question);
const char *fp_naming_option(const FpNaming *naming, size_t question, size_t option);
const char *fp_naming_outcome(const FpNaming *naming, size_t outcome); /* FP_NONE gives "" */

/* Owned texts; "" for what is not there. */
char *fp_diff_guard_text(const FpNaming *naming, const FpGuard *guard);
char *fp_diff_cites_text(FpCites cites);
char *fp_diff_outcomes_text(const FpNaming *naming, const size_t *outcomes, size_t n);
