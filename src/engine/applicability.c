// SPDX-License-Identifier: Apache-2.0
// One pass in tree order: what a question's guard and its parent read stands above it.
#include "compiled-tree-private.h"

bool fp_question_is_led_to(const FpCompiledQuestion *question, const FpOptionSet *in_force)
{
    return question->parent_question == FP_NONE ||
           fp_option_set_has(in_force[question->parent_question], question->parent_option);
}

bool fp_question_is_asked(const FpCompiledQuestion *question, const FpOptionSet *in_force)
{
    return fp_question_is_led_to(question, in_force) && fp_guard_holds(question->when, in_force);
}

static FpQuestionState state_of(FpAnswerKind kind, bool applicable)
{
    if (!applicable)
        return kind == FP_ANSWER_NONE ? FP_STATE_NOT_APPLICABLE : FP_STATE_RESTING;
    if (kind == FP_ANSWER_NONE)
        return FP_STATE_OPEN;
    return kind == FP_ANSWER_UNKNOWN ? FP_STATE_UNKNOWN : FP_STATE_ANSWERED;
}

void fp_applicability_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                              FpQuestionState *out_states, FpOptionSet *out_in_force)
{
    for (size_t i = 0; i < compiled->tree->n_questions; i++) {
        const FpAnswer *answer = fp_answer_sheet_get(sheet, i);
        bool applicable = fp_question_is_asked(&compiled->questions[i], out_in_force);
        out_states[i] = state_of(answer->kind, applicable);
        out_in_force[i] =
            out_states[i] == FP_STATE_ANSWERED ? answer->options : (FpOptionSet) { { 0, 0 } };
    }
}

void fp_compiled_tree_states(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                             FpQuestionState *out_states)
{
    g_autofree FpOptionSet *in_force = g_new(FpOptionSet, compiled->tree->n_questions);
    fp_applicability_compute(compiled, sheet, out_states, in_force);
}

bool fp_effect_block_is_live(const FpEffectBlock *block, const FpOptionSet *in_force)
{
    if (block->origin.option != FP_NONE)
        return fp_option_set_has(in_force[block->origin.question], block->origin.option);
    return fp_guard_holds(block->guard, in_force);
}

FpChance fp_question_chance(const FpCompiledQuestion *question, const FpOptionSet *must,
                            const FpOptionSet *may)
{
    FpChance chance = fp_guard_chance(question->when, must, may);
    if (question->parent_question == FP_NONE)
        return chance;
    size_t parent = question->parent_question, option = question->parent_option;
    chance.is_certain &= fp_option_set_has(must[parent], option);
    chance.is_possible &= fp_option_set_has(may[parent], option);
    return chance;
}

static void mark_atom(const FpGuardNode *atom, void *user_data)
{
    bool *is_marked = user_data;
    is_marked[atom->question] = true;
}

void fp_questions_mark_read(const FpGuardNode *guard, bool *is_marked)
{
    fp_guard_for_each_atom(guard, mark_atom, is_marked);
}

void fp_questions_mark_around(const FpCompiledTree *compiled, bool *is_marked)
{
    // Backwards: what a question reads stands before it.
    for (size_t i = compiled->tree->n_questions; i > 0; i--) {
        const FpCompiledQuestion *question = &compiled->questions[i - 1];
        if (!is_marked[i - 1])
            continue;
        fp_questions_mark_read(question->when, is_marked);
        if (question->parent_question != FP_NONE)
            is_marked[question->parent_question] = true;
    }
}
