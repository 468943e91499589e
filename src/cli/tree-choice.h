// SPDX-License-Identifier: Apache-2.0
/* The installed trees, to be chosen from on the first screen. */
#pragma once
#include "fp-start.h"

typedef struct TreeChoice TreeChoice;

/* NULL where there are fewer than two: nothing to choose. Sorted by id. */
TreeChoice *tree_choice_new(void);
void tree_choice_free(TreeChoice *choice); /* takes NULL */
const FpStartItem *tree_choice_items(const TreeChoice *choice, size_t *out_n);
