// SPDX-License-Identifier: Apache-2.0
/* A tree laid out for evaluation: effects flat in tree order with their sources and points, guards
 * as masks, groups of `counts_as` numbered. Immutable; may be shared between threads. */
#pragma once
#include "fp-answer-sheet.h"

typedef struct FpCompiledTree FpCompiledTree;

FpCompiledTree *fp_compiled_tree_new(const FpTree *tree); /* tree is borrowed */
void fp_compiled_tree_free(FpCompiledTree *compiled);     /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpCompiledTree, fp_compiled_tree_free)

const FpTree *fp_compiled_tree_tree(const FpCompiledTree *compiled);

/* The state of every question. out_states: n_questions of them. */
void fp_compiled_tree_states(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                             FpQuestionState *out_states);
