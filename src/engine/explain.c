// SPDX-License-Identifier: Apache-2.0
// What keeps an effect is sought from the outside in: its question, its option, its rule, its own guard.
#include "compiled-tree-private.h"
#include "fp-explain.h"

typedef struct {
    const FpCompiledTree *compiled;
    const FpQuestionState *states;
    const FpOptionSet *in_force;
} Sheet;

/* The first part that does not hold: guard and node are the same guard, and it does not hold. */
static const FpGuard *find_entry(const FpGuard *guard, const FpGuardNode *node,
                                 const FpOptionSet *in_force)
{
    const FpGuardNode *part = node + 1;
    if (guard->kind != FP_GUARD_ALL)
        return guard;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (!fp_guard_holds(part, in_force))
            return find_entry(&guard->parts[i], part, in_force);
        part += part->n_nodes;
    }
    g_assert_not_reached();
}

static void keep_by_guard(const Sheet *sheet, FpGuardOf guard_of, const FpGuard *guard,
                          const FpGuardNode *node, FpExplanation *explanation)
{
    explanation->kept_by = FP_KEPT_BY_GUARD;
    explanation->guard_of = guard_of;
    explanation->entry = find_entry(guard, node, sheet->in_force);
    explanation->question =
        explanation->entry->kind == FP_GUARD_ANSWER ? explanation->entry->question : FP_NONE;
}

/* The question is not applicable: an answer that leads to it is another, or its guard does not hold. */
static void keep_by_question(const Sheet *sheet, size_t index, FpExplanation *explanation)
{
    const FpQuestion *question = &sheet->compiled->tree->questions[index];
    size_t parent = question->parent_question;
    if (parent == FP_NONE || fp_option_set_has(sheet->in_force[parent], question->parent_option)) {
        keep_by_guard(sheet, FP_GUARD_OF_QUESTION, question->when,
                      sheet->compiled->questions[index].when, explanation);
        explanation->guarded = index;
    } else if (fp_question_state_is_applicable(sheet->states[parent])) {
        explanation->kept_by = FP_KEPT_BY_ANSWER;
        explanation->question = parent;
    } else {
        keep_by_question(sheet, parent, explanation);
    }
}

static void keep_by_option(const Sheet *sheet, FpOrigin origin, FpExplanation *explanation)
{
    if (!fp_question_state_is_applicable(sheet->states[origin.question])) {
        keep_by_question(sheet, origin.question, explanation);
        return;
    }
    explanation->kept_by = FP_KEPT_BY_ANSWER;
    explanation->question = origin.question;
}

static FpExplanation explain(const Sheet *sheet, const FpEffectBlock *block,
                             const FpCompiledEffect *effect)
{
    FpExplanation explanation = {
        .effect = effect->effect,
        .origin = effect->origin,
        .kept_by = FP_FIRED,
        .question = FP_NONE,
        .state = FP_STATE_NOT_APPLICABLE,
        .guarded = FP_NONE,
    };
    const FpTree *tree = sheet->compiled->tree;
    FpOrigin origin = effect->origin;
    if (origin.option != FP_NONE &&
        !fp_option_set_has(sheet->in_force[origin.question], origin.option))
        keep_by_option(sheet, origin, &explanation);
    else if (!fp_guard_holds(block->guard, sheet->in_force))
        keep_by_guard(sheet, FP_GUARD_OF_RULE, tree->rules[origin.rule].when, block->guard,
                      &explanation);
    else if (!fp_guard_holds(effect->when, sheet->in_force))
        keep_by_guard(sheet, FP_GUARD_OF_EFFECT, effect->effect->when, effect->when, &explanation);
    if (explanation.question != FP_NONE)
        explanation.state = sheet->states[explanation.question];
    return explanation;
}

FpExplanations *fp_explanations_new(const FpCompiledTree *compiled, const FpAnswerSheet *answers)
{
    FpExplanations *explanations = g_new0(FpExplanations, 1);
    FpExplanation *items = g_new(FpExplanation, compiled->n_effects);
    g_autofree FpQuestionState *states = g_new(FpQuestionState, compiled->tree->n_questions);
    g_autofree FpOptionSet *in_force = g_new(FpOptionSet, compiled->tree->n_questions);
    fp_applicability_compute(compiled, answers, states, in_force);
    Sheet sheet = { compiled, states, in_force };
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        for (size_t j = 0; j < block->n_effects; j++)
            items[explanations->n++] = explain(&sheet, block, &block->effects[j]);
    }
    explanations->items = items;
    return explanations;
}

void fp_explanations_free(FpExplanations *explanations)
{
    if (explanations == NULL)
        return;
    g_free((gpointer)(uintptr_t)explanations->items);
    g_free(explanations);
}
