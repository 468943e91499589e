// SPDX-License-Identifier: Apache-2.0
/* A tree as it would be without one of its things: for asking whether the thing matters. */
#pragma once
#include "fp-verdict.h"
#include "guard-pool-private.h"

/* Trees made here borrow all but what changes from the first; the pool owns the rest. */

/* Without one effect of `always`, an option or a rule (by origin), the i-th of its list. */
FpTree *fp_tree_without_effect(FpPool *pool, const FpTree *tree, FpOrigin origin, size_t index);

/* As if an option were never chosen, whatever is said: its effects do not fire, its follow-ups are not
 * asked, atoms that name it do not see it. */
FpTree *fp_tree_without_option(FpPool *pool, const FpTree *tree, size_t question, size_t option);

/* The same for all of a question's options. */
FpTree *fp_tree_without_question(FpPool *pool, const FpTree *tree, size_t question);

/* As if a question of one option (or a number) had this answer wherever it has any. */
FpTree *fp_tree_with_answer(FpPool *pool, const FpTree *tree, size_t question, size_t option);
