// SPDX-License-Identifier: Apache-2.0
// A guard is nested: its words are made from the inside out, in parentheses where parts meet.
#include "guard-words.h"
#include "fp-i18n.h"

// Both take their texts over; a may be NULL for none.
static char *words_or(char *a, char *b)
{
    g_autofree char *first = a, *second = b;
    if (first == NULL)
        return g_steal_pointer(&second);
    // Translators: two conditions.
    return g_strdup_printf(_("%s or %s"), first, second);
}

static char *words_and(char *a, char *b)
{
    g_autofree char *first = a, *second = b;
    if (first == NULL)
        return g_steal_pointer(&second);
    // Translators: two conditions.
    return g_strdup_printf(_("%s and %s"), first, second);
}

char *guard_options_in_words(const FpTree *tree, const FpGuard *atom)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (size_t i = 0; i < atom->n_options; i++)
        g_string_append_printf(ids, "%s%s", i == 0 ? "" : ", ",
                               tree->questions[atom->question].options[atom->options[i]].id);
    return g_string_free(g_steal_pointer(&ids), FALSE);
}

// Of one option and of several, and of several that must all be ticked.
static char *many_in_words(const char *id, const char *options, const FpGuard *atom,
                           bool is_negated)
{
    if (atom->n_options == 1)
        return is_negated ? g_strdup_printf(_("%s has not %s"), id, options)
                          : g_strdup_printf(_("%s has %s"), id, options);
    if (atom->needs_all)
        return is_negated ? g_strdup_printf(_("%s has not all of %s"), id, options)
                          : g_strdup_printf(_("%s has all of %s"), id, options);
    return is_negated ? g_strdup_printf(_("%s has none of %s"), id, options)
                      : g_strdup_printf(_("%s has one of %s"), id, options);
}

static char *atom_in_words(const FpTree *tree, const FpGuard *atom, bool is_negated)
{
    const FpQuestion *question = &tree->questions[atom->question];
    const char *id = question->id;
    g_autofree char *options = guard_options_in_words(tree, atom);
    if (question->type == FP_QUESTION_MANY)
        return many_in_words(id, options, atom, is_negated);
    // Translators: a condition: a question's id; then the id of an option, or several.
    if (atom->n_options == 1)
        return is_negated ? g_strdup_printf(_("%s is not %s"), id, options)
                          : g_strdup_printf(_("%s is %s"), id, options);
    return is_negated ? g_strdup_printf(_("%s is none of %s"), id, options)
                      : g_strdup_printf(_("%s is one of %s"), id, options);
}

// A part among others: in parentheses where it has parts of its own.
static char *part_in_words(const FpTree *tree, const FpGuard *part)
{
    g_autofree char *words = guard_in_words(tree, part);
    bool is_joined = part->kind == FP_GUARD_ALL || part->kind == FP_GUARD_ANY;
    return is_joined && part->n_parts > 1 ? g_strdup_printf("(%s)", words)
                                          : g_steal_pointer(&words);
}

static char *parts_in_words(const FpTree *tree, const FpGuard *guard)
{
    char *words = NULL;
    for (size_t i = 0; i < guard->n_parts; i++) {
        char *part = part_in_words(tree, &guard->parts[i]);
        words = guard->kind == FP_GUARD_ANY ? words_or(words, part) : words_and(words, part);
    }
    return words;
}

// The reader lets 64 levels through, so the recursion ends.
char *guard_in_words(const FpTree *tree, const FpGuard *guard)
{
    if (guard->kind == FP_GUARD_ANSWER)
        return atom_in_words(tree, guard, false);
    if (guard->kind != FP_GUARD_NOT)
        return parts_in_words(tree, guard);
    // A map of one entry stands for the entry.
    const FpGuard *part = &guard->parts[0];
    while (part->kind == FP_GUARD_ALL && part->n_parts == 1)
        part = &part->parts[0];
    if (part->kind == FP_GUARD_ANSWER)
        return atom_in_words(tree, part, true);
    g_autofree char *words = guard_in_words(tree, part);
    return g_strdup_printf(_("not (%s)"), words);
}

char *outcome_ids_in_words(const FpTree *tree, const size_t *outcomes, size_t n_outcomes)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (size_t i = 0; i < n_outcomes; i++)
        g_string_append_printf(words, "%s%s", i == 0 ? "" : ", ", tree->outcomes[outcomes[i]].id);
    return g_string_free(g_steal_pointer(&words), FALSE);
}

char *effect_in_words(const FpTree *tree, const FpEffect *effect)
{
    g_autofree char *outcomes = outcome_ids_in_words(tree, effect->outcomes, effect->n_outcomes);
    bool is_for_all = effect->n_outcomes == 0;
    switch (effect->kind) {
    case FP_EFFECT_FAVOUR:
        return g_strdup_printf("+%d %s", tree->strengths[effect->strength].points, outcomes);
    case FP_EFFECT_DISFAVOUR:
        return g_strdup_printf("-%d %s", tree->strengths[effect->strength].points, outcomes);
    case FP_EFFECT_RULE_OUT:
        // Translators: ids of outcomes follow.
        return g_strdup_printf(_("rules out %s"), outcomes);
    case FP_EFFECT_REQUIRE: {
        const char *control = tree->controls[effect->control].id;
        // Translators: a control's id; then ids of outcomes.
        return is_for_all ? g_strdup_printf(_("requires %s"), control)
                          : g_strdup_printf(_("requires %s of %s"), control, outcomes);
    }
    case FP_EFFECT_ADVISE: {
        const char *advice = fp_tree_text(tree, effect->advice, NULL);
        // Translators: the advice; ids of outcomes before it.
        return is_for_all ? g_strdup_printf(_("advises: %s"), advice)
                          : g_strdup_printf(_("advises %s: %s"), outcomes, advice);
    }
    }
    g_assert_not_reached();
}
