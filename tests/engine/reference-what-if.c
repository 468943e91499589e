// SPDX-License-Identifier: Apache-2.0
#include "reference-what-if.h"
#include <string.h>

static bool is_known(const RawAnswer *answer)
{
    return answer->kind == RAW_OPTIONS || answer->kind == RAW_NUMBER;
}

/* The options that an answer says. */
static RawAnswer as_options(const FpQuestion *question, const RawAnswer *answer)
{
    RawAnswer options = { .kind = RAW_OPTIONS };
    for (size_t i = 0; i < question->n_options; i++) {
        const FpOption *option = &question->options[i];
        bool is_above =
            i == 0 || answer->millionths >= (int64_t)question->options[i - 1].below.millionths;
        bool is_below =
            !option->has_below || answer->millionths < (int64_t)option->below.millionths;
        options.chosen[i] = answer->kind == RAW_NUMBER ? is_above && is_below : answer->chosen[i];
    }
    return options;
}

/* "another option; another band; for many one option toggled (an exclusive option replaces all;
 * ticking beside an exclusive one replaces it; the last tick cannot be removed)" */
static bool change_option(const FpQuestion *question, RawAnswer *answer, size_t option)
{
    bool was_chosen = answer->chosen[option], is_alone = question->type != FP_QUESTION_MANY;
    size_t n_chosen = 0;
    for (size_t i = 0; i < question->n_options; i++) {
        n_chosen += answer->chosen[i];
        is_alone |= answer->chosen[i] && question->options[i].is_exclusive;
    }
    is_alone |= question->options[option].is_exclusive;
    if (was_chosen && (is_alone || n_chosen == 1))
        return false;
    if (is_alone)
        memset(answer->chosen, 0, sizeof answer->chosen);
    answer->chosen[option] = !was_chosen;
    return true;
}

typedef struct {
    size_t question;
    RawAnswer to;
} Step;

/* Every single change, in tree order, then option order. */
static GArray *list_steps(const FpTree *tree, const RawAnswer *answers)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(Step));
    g_autofree bool *is_asked = g_new0(bool, tree->n_questions);
    reference_applicable(tree, answers, is_asked);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (!is_asked[i] || !is_known(&answers[i]))
            continue;
        for (size_t j = 0; j < tree->questions[i].n_options; j++) {
            Step step = { i, as_options(&tree->questions[i], &answers[i]) };
            if (change_option(&tree->questions[i], &step.to, j))
                g_array_append_val(steps, step);
        }
    }
    return steps;
}

static void write_step(const FpTree *tree, const Step *step, GString *text)
{
    g_string_append_printf(text, "q%zu=", step->question);
    for (size_t i = 0; i < tree->questions[step->question].n_options; i++)
        g_string_append_c(text, step->to.chosen[i] ? '1' : '0');
}

/* Writes the change where it gives another outcome; second may be NULL. */
static bool try_steps(const FpTree *tree, const RawAnswer *answers, const Step *first,
                      const Step *second, GString *text)
{
    g_autofree RawAnswer *changed = g_memdup2(answers, tree->n_questions * sizeof *answers);
    changed[first->question] = first->to;
    if (second != NULL)
        changed[second->question] = second->to;
    size_t winner = reference_winner(tree, changed);
    if (winner == reference_winner(tree, answers))
        return false;
    write_step(tree, first, text);
    if (second != NULL) {
        g_string_append_c(text, ',');
        write_step(tree, second, text);
    }
    g_string_append_printf(text, ">o%zu ", MIN(winner, tree->n_outcomes));
    return true;
}

/* By the two questions, then their options: sorted by going through the questions first. */
static void try_pairs(const FpTree *tree, const RawAnswer *answers, const GArray *steps,
                      GString *text)
{
    size_t n_found = 0, n = tree->n_questions;
    for (size_t pair = 0; pair < n * n; pair++) {
        for (guint i = 0; i < steps->len * steps->len && n_found < 50; i++) {
            const Step *first = &g_array_index(steps, Step, i / steps->len);
            const Step *second = &g_array_index(steps, Step, i % steps->len);
            if (first->question == pair / n && second->question == pair % n &&
                first->question < second->question)
                n_found += try_steps(tree, answers, first, second, text);
        }
    }
}

char *reference_changes(const FpTree *tree, const RawAnswer *answers)
{
    g_autoptr(GArray) steps = list_steps(tree, answers);
    GString *text = g_string_new(NULL);
    bool has_single = false;
    for (guint i = 0; i < steps->len; i++)
        has_single |= try_steps(tree, answers, &g_array_index(steps, Step, i), NULL, text);
    if (!has_single)
        try_pairs(tree, answers, steps, text);
    return g_string_free(text, FALSE);
}

/* The next greater number with so many bits. */
static size_t next_of_size(size_t bits, size_t n, size_t size)
{
    for (bits++; bits < (size_t)1 << n; bits++) {
        if ((size_t)__builtin_popcountll(bits) == size)
            return bits;
    }
    return bits;
}

static bool is_without_path(const FpTree *tree, const RawAnswer *answers, const bool *is_asked,
                            size_t bits)
{
    g_autofree RawAnswer *alone = g_new0(RawAnswer, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (!((bits >> (tree->n_questions - 1 - i)) & 1))
            continue;
        if (!is_asked[i] || !is_known(&answers[i]))
            return false;
        alone[i] = answers[i];
    }
    return reference_winner(tree, alone) == FP_NONE;
}

static void write_set(const FpTree *tree, size_t bits, GString *text)
{
    const char *comma = "{";
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (!((bits >> (tree->n_questions - 1 - i)) & 1))
            continue;
        g_string_append_printf(text, "%sq%zu", comma, i);
        comma = ",";
    }
    g_string_append(text, bits == 0 ? "{} " : "} ");
}

/* Sets as numbers, question 0 the highest bit: of one size the greatest number is first in order. */
char *reference_conflicts(const FpTree *tree, const RawAnswer *answers)
{
    GString *text = g_string_new(NULL);
    g_autofree bool *is_asked = g_new0(bool, tree->n_questions);
    size_t n = tree->n_questions, n_found = 0;
    reference_applicable(tree, answers, is_asked);
    if (reference_winner(tree, answers) != FP_NONE)
        return g_string_free(text, FALSE);
    for (size_t size = 0; n_found == 0 && size <= n; size++) {
        g_autoptr(GArray) sets = g_array_new(FALSE, FALSE, sizeof(size_t));
        for (size_t bits = size == 0 ? 0 : next_of_size(0, n, size); bits < (size_t)1 << n;
             bits = next_of_size(bits, n, size)) {
            if (is_without_path(tree, answers, is_asked, bits))
                g_array_prepend_val(sets, bits);
        }
        for (; n_found < sets->len && n_found < 20; n_found++)
            write_set(tree, g_array_index(sets, size_t, n_found), text);
    }
    return g_string_free(text, FALSE);
}

static bool stands(const FpTree *tree, const RawAnswer *answers, size_t strength, int points)
{
    g_autofree FpStrength *strengths =
        g_memdup2(tree->strengths, tree->n_strengths * sizeof *tree->strengths);
    FpTree changed = *tree;
    strengths[strength].points = points;
    changed.strengths = strengths;
    return reference_winner(&changed, answers) == reference_winner(tree, answers);
}

char *reference_ranges(const FpTree *tree, const RawAnswer *answers)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < tree->n_strengths; i++) {
        int from = tree->strengths[i].points, to = from;
        while (from > 1 && stands(tree, answers, i, from - 1))
            from--;
        while (to < 1000 && stands(tree, answers, i, to + 1))
            to++;
        g_string_append_printf(text, "%d-%d ", from, to);
    }
    return g_string_free(text, FALSE);
}
