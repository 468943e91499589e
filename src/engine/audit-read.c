// SPDX-License-Identifier: Apache-2.0
#include "audit-private.h"

static void note_guard(FpOptionSet *read, const FpGuard *guard)
{
    if (guard == NULL)
        return;
    for (size_t i = 0; i < guard->n_parts; i++)
        note_guard(read, &guard->parts[i]);
    for (size_t i = 0; guard->kind == FP_GUARD_ANSWER && i < guard->n_options; i++)
        read[guard->question] =
            fp_option_set_union(read[guard->question], fp_option_set_of(guard->options[i]));
}

static void note_effects(FpOptionSet *read, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++)
        note_guard(read, effects->items[i].when);
}

static void note_question(FpOptionSet *read, const FpTree *tree, size_t index)
{
    const FpQuestion *question = &tree->questions[index];
    note_guard(read, question->when);
    for (size_t i = 0; i < question->n_options; i++) {
        note_effects(read, &question->options[i].effects);
        if (question->options[i].n_then > 0)
            read[index] = fp_option_set_union(read[index], fp_option_set_of(i));
    }
}

FpOptionSet *fp_audit_find_read(const FpTree *tree)
{
    FpOptionSet *read = g_new0(FpOptionSet, tree->n_questions + 1);
    note_effects(read, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++)
        note_question(read, tree, i);
    for (size_t i = 0; i < tree->n_rules; i++) {
        note_guard(read, tree->rules[i].when);
        note_effects(read, &tree->rules[i].effects);
    }
    return read;
}

bool fp_audit_has_consequence(const FpAuditing *auditing, size_t question, size_t option)
{
    return auditing->tree->questions[question].options[option].effects.n > 0 ||
           fp_option_set_has(auditing->read[question], option);
}
