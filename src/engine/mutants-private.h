// SPDX-License-Identifier: Apache-2.0
/* How mutants are made and judged, for this folder. */
#pragma once
#include "case-private.h"
#include "fp-mutants.h"
#include "tree-diff-private.h"

/* mutant-list.c: all mutants of a tree in tree order, of FpMutant, fates not known. */
GArray *fp_mutant_list(const FpTree *tree);

/* mutant-tree.c: true where a guard is the wanted one, or has it among its parts, however deep. */
bool fp_mutant_guard_has(const FpGuard *guard, const FpGuard *wanted);

/* mutant-site.c: the sheets on which a mutant can differ from its tree: all that do without what
 * the fault needs are left out. NULL: there is none.
 *   out_is_all  false where some sheets could not be looked at */
FpPair *fp_mutant_pair(const FpTree *tree, const FpMutant *mutant, bool *out_is_all);

/* mutant-search.c: finds whether a mutant changes a decision on any sheet, with the sheet of fewest
 * answers; sets fate (not to NOTICED), witness and what it shows.
 *   is_any_good  the first sheet found will do, however many answers it has */
void fp_mutant_search(const FpCompiledTree *tree, const FpCompiledTree *mutated, FpMutant *mutant,
                      bool is_any_good, FpBudget *budget);
/* Whether a sheet shows it: fate UNNOTICED where a case could say so, SPEECHLESS where none could, else
 * HARMLESS. */
FpMutantFate fp_mutant_compare(FpMutant *mutant, const FpVerdict *on_tree,
                               const FpVerdict *on_mutant);
