// SPDX-License-Identifier: Apache-2.0
/* Guards made by the program, for searches: what must hold on the sheet that is sought. */
#pragma once
#include "compiled-tree-private.h"

/* Nodes are added in order; what is between begin and end are the parts of one node. An ALL without
 * parts holds, an ANY without parts does not. */
typedef struct {
    GArray *nodes; /* of FpGuardNode */
} FpFormula;

FpFormula fp_formula_new(void);
void fp_formula_clear(FpFormula *formula);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpFormula, fp_formula_clear)

size_t fp_formula_begin(FpFormula *formula, FpGuardKind kind); /* returns what end takes */
void fp_formula_end(FpFormula *formula, size_t begun);
void fp_formula_add_atom(FpFormula *formula, size_t question, FpOptionSet options);
void fp_formula_add_guard(FpFormula *formula, const FpGuardNode *guard); /* NULL: holds */
void fp_formula_add_not(FpFormula *formula, const FpGuardNode *guard);

/* That an effect fires. */
void fp_formula_add_fires(FpFormula *formula, const FpEffectBlock *block,
                          const FpCompiledEffect *effect);

/* The same for complete sheets, more plainly: that a question has any answer at all is that it is
 * asked, which hangs on what stands before it. */
FpFormula fp_formula_for_complete(const FpFormula *formula, const FpCompiledTree *compiled);

/* The nodes; borrowed until the formula is added to. NULL where nothing was added. */
const FpGuardNode *fp_formula_nodes(const FpFormula *formula);
