// SPDX-License-Identifier: Apache-2.0
// What the fault needs: that its option is chosen, that the guards which are not at fault hold, and so
// up to the first question. Only entries that must hold by themselves are followed: the rest is left
// to the walk.
#include "mutants-private.h"

typedef struct {
    const FpTree *tree;
    FpOptionSet *allowed, *required; /* one a question */
    bool *must_be_answered, *is_followed;
    bool is_impossible;
} Needs;

static void need_guard(Needs *needs, const FpGuard *guard);
static void need_asked(Needs *needs, size_t index);

/* Of many, where an option must be chosen: it alone, or no exclusive one. */
static void need_of_many(Needs *needs, size_t index, FpOptionSet options)
{
    FpOptionSet exclusive = fp_question_exclusive_options(&needs->tree->questions[index]);
    needs->required[index] = fp_option_set_union(needs->required[index], options);
    needs->allowed[index] = fp_option_set_meets(options, exclusive)
                                ? fp_option_set_common(needs->allowed[index], options)
                                : fp_option_set_minus(needs->allowed[index], exclusive);
}

/* Any of the options, or all of them, must be chosen. */
static void need_options(Needs *needs, size_t index, FpOptionSet options, bool needs_all)
{
    bool is_many = needs->tree->questions[index].type == FP_QUESTION_MANY;
    needs->must_be_answered[index] = true;
    if (is_many && (needs_all || fp_option_set_count(options) == 1))
        need_of_many(needs, index, options);
    else if (!is_many)
        needs->allowed[index] = fp_option_set_common(needs->allowed[index], options);
    if (fp_option_set_is_empty(needs->allowed[index]) ||
        !fp_option_set_contains(needs->allowed[index], needs->required[index]))
        needs->is_impossible = true;
    need_asked(needs, index);
}

static void need_atom(Needs *needs, const FpGuard *atom)
{
    FpOptionSet options = { { 0, 0 } };
    for (size_t i = 0; i < atom->n_options; i++)
        options = fp_option_set_union(options, fp_option_set_of(atom->options[i]));
    need_options(needs, atom->question, options, atom->needs_all);
}

static void need_guard(Needs *needs, const FpGuard *guard)
{
    if (guard == NULL)
        return;
    if (guard->kind == FP_GUARD_ANSWER)
        need_atom(needs, guard);
    for (size_t i = 0; guard->kind == FP_GUARD_ALL && i < guard->n_parts; i++)
        need_guard(needs, &guard->parts[i]);
}

static void need_parent(Needs *needs, const FpQuestion *question)
{
    if (question->parent_question != FP_NONE)
        need_options(needs, question->parent_question, fp_option_set_of(question->parent_option),
                     false);
}

/* Ends: a question's parent and what its guard reads stand above it. */
static void need_asked(Needs *needs, size_t index)
{
    if (needs->is_followed[index])
        return;
    needs->is_followed[index] = true;
    need_parent(needs, &needs->tree->questions[index]);
    need_guard(needs, needs->tree->questions[index].when);
}

/* Of a guard at fault: nothing but the entries beside the one that is dropped. */
static void need_other_entries(Needs *needs, const FpGuard *guard, const FpMutant *mutant)
{
    for (size_t i = 0; mutant->kind == FP_MUTANT_ENTRY_DROPPED && guard->kind == FP_GUARD_ALL &&
                       i < guard->n_parts;
         i++) {
        if (!fp_mutant_guard_has(&guard->parts[i], mutant->guard))
            need_guard(needs, &guard->parts[i]);
    }
}

static void need_what_the_fault_needs(Needs *needs, const FpMutant *mutant)
{
    FpOrigin origin = mutant->origin;
    const FpTree *tree = needs->tree;
    const FpGuard *faulty = NULL;
    if (mutant->effect == NULL)
        faulty = origin.rule != FP_NONE ? tree->rules[origin.rule].when
                                        : tree->questions[origin.question].when;
    else if (mutant->guard != NULL)
        faulty = mutant->effect->when;
    if (faulty != NULL)
        need_other_entries(needs, faulty, mutant);
    if (mutant->effect != NULL && faulty == NULL)
        need_guard(needs, mutant->effect->when);
    if (mutant->effect != NULL && origin.rule != FP_NONE)
        need_guard(needs, tree->rules[origin.rule].when);
    if (origin.option != FP_NONE)
        need_options(needs, origin.question, fp_option_set_of(origin.option), false);
    else if (origin.question != FP_NONE) {
        // Unless it is answered it is the same whether it is asked.
        needs->must_be_answered[origin.question] = true;
        needs->is_followed[origin.question] = true;
        need_parent(needs, &tree->questions[origin.question]);
    }
}

/* False where the question has no room for being left open. */
static bool fill_question(const Needs *needs, size_t index, FpPairQuestion *question)
{
    const FpQuestion *from = &needs->tree->questions[index];
    bool can_be_open = !needs->must_be_answered[index];
    *question = (FpPairQuestion) { .from = { index, index }, .type = from->type };
    question->options = g_new0(FpPairOption, from->n_options + 1);
    for (size_t i = 0; i < from->n_options; i++) {
        FpOptionSet option = fp_option_set_of(i);
        if (!fp_option_set_meets(needs->allowed[index], option))
            continue;
        if (fp_option_set_meets(needs->required[index], option))
            question->required =
                fp_option_set_union(question->required, fp_option_set_of(question->n_options));
        question->options[question->n_options++] =
            (FpPairOption) { .from = { i, i }, .is_exclusive = from->options[i].is_exclusive };
    }
    if (!can_be_open || question->n_options == FP_OPTIONS_MAX)
        return !can_be_open;
    question->options[question->n_options++] =
        (FpPairOption) { .from = { FP_NONE, FP_NONE }, .is_exclusive = true };
    return true;
}

static void clear(Needs *needs)
{
    g_free(needs->allowed);
    g_free(needs->required);
    g_free(needs->must_be_answered);
    g_free(needs->is_followed);
}

FpPair *fp_mutant_pair(const FpTree *tree, const FpMutant *mutant, bool *out_is_all)
{
    size_t n = tree->n_questions;
    Needs needs = {
        tree, g_new0(FpOptionSet, n), g_new0(FpOptionSet, n), g_new0(bool, n), g_new0(bool, n),
        false
    };
    FpPair *pair = NULL;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < tree->questions[i].n_options; j++)
            needs.allowed[i] = fp_option_set_union(needs.allowed[i], fp_option_set_of(j));
    }
    need_what_the_fault_needs(&needs, mutant);
    *out_is_all = true;
    if (!needs.is_impossible) {
        pair = g_new0(FpPair, 1);
        pair->questions = g_new0(FpPairQuestion, n + 1);
        pair->n = n;
        for (size_t i = 0; i < n; i++)
            *out_is_all &= fill_question(&needs, i, &pair->questions[i]);
    }
    clear(&needs);
    return pair;
}
