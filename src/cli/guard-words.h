// SPDX-License-Identifier: Apache-2.0
/* Guards and effects in a few words, for pages about a tree. Ids stand for questions and options:
 * the page shows them beside the texts that people read. */
#pragma once
#include "fp-tree.h"

/* "cloud is one of aws, mixed and use is not chat". Owned. */
char *guard_in_words(const FpTree *tree, const FpGuard *guard);

/* The options of an atom: "aws, mixed". Owned. */
char *guard_options_in_words(const FpTree *tree, const FpGuard *atom);

/* What an effect does, without its reason: "+5 bedrock, vertex-ai", "-3 claude-ai", "out: on-prem",
 * "requires kms (bedrock)", "advises (bedrock)". Owned. */
char *effect_in_words(const FpTree *tree, const FpEffect *effect);

/* The ids of outcomes with ", " between them. Owned. */
char *outcome_ids_in_words(const FpTree *tree, const size_t *outcomes, size_t n_outcomes);
