// SPDX-License-Identifier: Apache-2.0
// Guards are rewritten where they read what is gone; all else is borrowed as it stands.
#include "audit-without-private.h"
#include "fp-option-set.h"

/* How atoms on one question are read. */
typedef struct {
    FpPool *pool;
    size_t question;
    bool *is_gone; /* one an option: not seen */
    size_t answer; /* the option that stands for any answer; FP_NONE: each for itself */
    size_t n_options;
} Reading;

static bool reads(const FpGuard *guard, size_t question)
{
    if (guard == NULL)
        return false;
    if (guard->kind == FP_GUARD_ANSWER)
        return guard->question == question;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (reads(&guard->parts[i], question))
            return true;
    }
    return false;
}

static FpGuard never(const Reading *reading)
{
    return fp_pool_join(reading->pool, FP_GUARD_ANY, NULL, 0);
}

static FpGuard any_answer(const Reading *reading)
{
    g_autofree size_t *options = g_new(size_t, reading->n_options);
    for (size_t i = 0; i < reading->n_options; i++)
        options[i] = i;
    return fp_pool_atom(reading->pool, reading->question, options, reading->n_options);
}

static FpGuard read_atom(const Reading *reading, const FpGuard *atom)
{
    size_t *kept = fp_pool_alloc(reading->pool, atom->n_options, sizeof *kept), n = 0;
    bool names_answer = false;
    if (atom->question != reading->question)
        return *atom;
    for (size_t i = 0; i < atom->n_options; i++) {
        names_answer |= atom->options[i] == reading->answer;
        if (!reading->is_gone[atom->options[i]])
            kept[n++] = atom->options[i];
    }
    if (reading->answer != FP_NONE)
        return names_answer ? any_answer(reading) : never(reading);
    if (n == 0 || (atom->needs_all && n < atom->n_options))
        return never(reading);
    FpGuard read = *atom;
    read.options = kept;
    read.n_options = n;
    return read;
}

static FpGuard read_guard(const Reading *reading, const FpGuard *guard)
{
    if (guard->kind == FP_GUARD_ANSWER)
        return read_atom(reading, guard);
    FpGuard *parts = fp_pool_alloc(reading->pool, guard->n_parts, sizeof *parts);
    for (size_t i = 0; i < guard->n_parts; i++)
        parts[i] = read_guard(reading, &guard->parts[i]);
    return (FpGuard) { .kind = guard->kind, .parts = parts, .n_parts = guard->n_parts };
}

static const FpGuard *reread(const Reading *reading, const FpGuard *guard)
{
    return reads(guard, reading->question) ? fp_pool_keep(reading->pool, read_guard(reading, guard))
                                           : guard;
}

static FpEffects reread_effects(const Reading *reading, FpEffects effects)
{
    bool has_reader = false;
    for (size_t i = 0; i < effects.n; i++)
        has_reader |= reads(effects.items[i].when, reading->question);
    if (!has_reader)
        return effects;
    FpEffect *items = fp_pool_copy(reading->pool, effects.items, effects.n, sizeof *items);
    for (size_t i = 0; i < effects.n; i++)
        items[i].when = reread(reading, items[i].when);
    return (FpEffects) { items, effects.n };
}

/* What of the follow-up's parent a sheet must say, read anew, as a guard of the follow-up. */
static void reread_parent(const Reading *reading, FpQuestion *question)
{
    if (question->parent_question != reading->question ||
        (reading->answer == FP_NONE && !reading->is_gone[question->parent_option]))
        return;
    FpGuard parent = fp_pool_atom(reading->pool, reading->question, &question->parent_option, 1);
    FpGuard read = read_atom(reading, &parent);
    const FpGuard *parts[] = { &read, question->when };
    question->when =
        fp_pool_keep(reading->pool, fp_pool_join(reading->pool, FP_GUARD_ALL, parts, 2));
    question->parent_question = question->parent_option = FP_NONE;
}

static void reread_rules(const Reading *reading, FpTree *tree)
{
    FpRule *rules = fp_pool_copy(reading->pool, tree->rules, tree->n_rules, sizeof *rules);
    for (size_t i = 0; i < tree->n_rules; i++) {
        rules[i].when = reread(reading, rules[i].when);
        rules[i].effects = reread_effects(reading, rules[i].effects);
    }
    tree->rules = rules;
}

static FpOption *own_options(FpPool *pool, FpQuestion *questions, size_t question)
{
    FpOption *options = fp_pool_copy(pool, questions[question].options,
                                     questions[question].n_options, sizeof *options);
    questions[question].options = options;
    return options;
}

static void reread_questions(const Reading *reading, FpQuestion *questions, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        reread_parent(reading, &questions[i]);
        questions[i].when = reread(reading, questions[i].when);
        FpOption *options = own_options(reading->pool, questions, i);
        for (size_t j = 0; j < questions[i].n_options; j++)
            options[j].effects = reread_effects(reading, options[j].effects);
        for (size_t j = 0; i == reading->question && j < questions[i].n_options; j++) {
            if (reading->answer != FP_NONE || reading->is_gone[j])
                options[j].n_then = 0; // their guards ask for them now
        }
    }
}

static FpQuestion *reread_tree(const Reading *reading, FpTree *tree)
{
    FpQuestion *questions =
        fp_pool_copy(reading->pool, tree->questions, tree->n_questions, sizeof *questions);
    tree->always = reread_effects(reading, tree->always);
    tree->questions = questions;
    reread_rules(reading, tree);
    reread_questions(reading, questions, tree->n_questions);
    return questions;
}

static FpEffects without(FpPool *pool, FpEffects effects, size_t index)
{
    FpEffect *items = fp_pool_copy(pool, effects.items, effects.n, sizeof *items);
    for (size_t i = index; i + 1 < effects.n; i++)
        items[i] = items[i + 1];
    return (FpEffects) { items, effects.n - 1 };
}

FpTree *fp_tree_without_effect(FpPool *pool, const FpTree *tree, FpOrigin origin, size_t index)
{
    FpTree *made = fp_pool_copy(pool, tree, 1, sizeof *tree);
    if (origin.question != FP_NONE) {
        FpQuestion *questions =
            fp_pool_copy(pool, tree->questions, tree->n_questions, sizeof *questions);
        FpOption *options = own_options(pool, questions, origin.question);
        options[origin.option].effects = without(pool, options[origin.option].effects, index);
        made->questions = questions;
    } else if (origin.rule != FP_NONE) {
        FpRule *rules = fp_pool_copy(pool, tree->rules, tree->n_rules, sizeof *rules);
        rules[origin.rule].effects = without(pool, rules[origin.rule].effects, index);
        made->rules = rules;
    } else {
        made->always = without(pool, tree->always, index);
    }
    return made;
}

static FpTree *without_options(FpPool *pool, const FpTree *tree, size_t question, bool *is_gone)
{
    FpTree *made = fp_pool_copy(pool, tree, 1, sizeof *tree);
    Reading reading = { pool, question, is_gone, FP_NONE, tree->questions[question].n_options };
    FpQuestion *questions = reread_tree(&reading, made);
    FpOption *options = own_options(pool, questions, question);
    for (size_t i = 0; i < questions[question].n_options; i++) {
        if (is_gone[i])
            options[i].effects = (FpEffects) { NULL, 0 };
    }
    return made;
}

FpTree *fp_tree_without_option(FpPool *pool, const FpTree *tree, size_t question, size_t option)
{
    bool is_gone[FP_OPTIONS_MAX] = { false };
    is_gone[option] = true;
    return without_options(pool, tree, question, is_gone);
}

FpTree *fp_tree_without_question(FpPool *pool, const FpTree *tree, size_t question)
{
    bool is_gone[FP_OPTIONS_MAX];
    for (size_t i = 0; i < FP_OPTIONS_MAX; i++)
        is_gone[i] = true;
    return without_options(pool, tree, question, is_gone);
}

FpTree *fp_tree_with_answer(FpPool *pool, const FpTree *tree, size_t question, size_t option)
{
    bool is_gone[FP_OPTIONS_MAX] = { false };
    FpTree *made = fp_pool_copy(pool, tree, 1, sizeof *tree);
    Reading reading = { pool, question, is_gone, option, tree->questions[question].n_options };
    FpQuestion *questions = reread_tree(&reading, made);
    FpOption *options = own_options(pool, questions, question);
    FpEffects effects = options[option].effects;
    for (size_t i = 0; i < questions[question].n_options; i++)
        options[i].effects = effects;
    return made;
}
