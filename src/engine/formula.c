// SPDX-License-Identifier: Apache-2.0
#include "formula-private.h"

FpFormula fp_formula_new(void)
{
    return (FpFormula) { g_array_new(FALSE, TRUE, sizeof(FpGuardNode)) };
}

void fp_formula_clear(FpFormula *formula)
{
    g_clear_pointer(&formula->nodes, g_array_unref);
}

size_t fp_formula_begin(FpFormula *formula, FpGuardKind kind)
{
    FpGuardNode node = { .kind = kind };
    g_array_append_val(formula->nodes, node);
    return formula->nodes->len - 1;
}

void fp_formula_end(FpFormula *formula, size_t begun)
{
    g_array_index(formula->nodes, FpGuardNode, begun).n_nodes = formula->nodes->len - begun;
}

void fp_formula_add_atom(FpFormula *formula, size_t question, FpOptionSet options)
{
    FpGuardNode node = {
        .kind = FP_GUARD_ANSWER, .question = question, .options = options, .n_nodes = 1
    };
    g_array_append_val(formula->nodes, node);
}

void fp_formula_add_guard(FpFormula *formula, const FpGuardNode *guard)
{
    if (guard != NULL)
        g_array_append_vals(formula->nodes, guard, (guint)guard->n_nodes);
    else
        fp_formula_end(formula, fp_formula_begin(formula, FP_GUARD_ALL));
}

void fp_formula_add_not(FpFormula *formula, const FpGuardNode *guard)
{
    size_t begun = fp_formula_begin(formula, FP_GUARD_NOT);
    fp_formula_add_guard(formula, guard);
    fp_formula_end(formula, begun);
}

void fp_formula_add_fires(FpFormula *formula, const FpEffectBlock *block,
                          const FpCompiledEffect *effect)
{
    size_t begun = fp_formula_begin(formula, FP_GUARD_ALL);
    if (block->origin.option != FP_NONE)
        fp_formula_add_atom(formula, block->origin.question,
                            fp_option_set_of(block->origin.option));
    fp_formula_add_guard(formula, block->guard);
    fp_formula_add_guard(formula, effect->when);
    fp_formula_end(formula, begun);
}

#define PLAIN_MAX 5000 /* nodes; past it atoms stay as they are */

static void add_plain(FpFormula *formula, const FpCompiledTree *compiled, const FpGuardNode *guard);

static void add_asked(FpFormula *formula, const FpCompiledTree *compiled, size_t question)
{
    const FpCompiledQuestion *asked = &compiled->questions[question];
    size_t all = fp_formula_begin(formula, FP_GUARD_ALL);
    if (asked->parent_question != FP_NONE)
        fp_formula_add_atom(formula, asked->parent_question,
                            fp_option_set_of(asked->parent_option));
    if (asked->when != NULL)
        add_plain(formula, compiled, asked->when);
    fp_formula_end(formula, all);
}

/* Ends: what a question's guard reads stands before it. */
static void add_plain(FpFormula *formula, const FpCompiledTree *compiled, const FpGuardNode *guard)
{
    if (guard->kind == FP_GUARD_ANSWER) {
        bool is_any_answer =
            !guard->needs_all &&
            fp_option_set_contains(guard->options, compiled->questions[guard->question].all);
        if (is_any_answer && formula->nodes->len < PLAIN_MAX)
            add_asked(formula, compiled, guard->question);
        else
            fp_formula_add_guard(formula, guard);
        return;
    }
    size_t begun = fp_formula_begin(formula, guard->kind);
    const FpGuardNode *end = guard + guard->n_nodes;
    for (const FpGuardNode *part = guard + 1; part < end; part += part->n_nodes)
        add_plain(formula, compiled, part);
    fp_formula_end(formula, begun);
}

FpFormula fp_formula_for_complete(const FpFormula *formula, const FpCompiledTree *compiled)
{
    FpFormula plain = fp_formula_new();
    if (formula->nodes->len > 0)
        add_plain(&plain, compiled, fp_formula_nodes(formula));
    return plain;
}

const FpGuardNode *fp_formula_nodes(const FpFormula *formula)
{
    return formula->nodes->len == 0 ? NULL : &g_array_index(formula->nodes, FpGuardNode, 0);
}
