// SPDX-License-Identifier: Apache-2.0
// Tries every change of one answer, then every pair of them.
#include "fp-changes.h"
#include "winner-private.h"

typedef struct {
    FpWinnerFinder *finder;
    FpBudget *budget;
    size_t outcome; /* as the sheet stands */
    GArray *single; /* of FpAnswerChange: all there are, in order */
    GArray *found;  /* of FpChange */
} Search;

/* The answer after one option was picked, or toggled; empty where that changes nothing. */
static FpOptionSet answer_after(const FpCompiledTree *compiled, size_t question, FpOptionSet now,
                                size_t option)
{
    FpOptionSet alone = fp_option_set_of(option), none = { { 0, 0 } };
    FpOptionSet exclusive = compiled->questions[question].exclusive;
    bool is_many = compiled->tree->questions[question].type == FP_QUESTION_MANY;
    if (!is_many || fp_option_set_has(exclusive, option))
        return fp_option_set_has(now, option) ? none : alone;
    if (fp_option_set_meets(now, exclusive))
        return alone;
    return fp_option_set_has(now, option) ? fp_option_set_minus(now, alone)
                                          : fp_option_set_union(now, alone);
}

/* To applicable, answered questions alone: in_force is empty for others. */
static void list_single(Search *search)
{
    const FpCompiledTree *compiled = search->finder->compiled;
    for (size_t i = 0; i < compiled->tree->n_questions; i++) {
        FpOptionSet now = search->finder->in_force[i];
        if (fp_option_set_is_empty(now))
            continue;
        for (size_t j = 0; j < compiled->tree->questions[i].n_options; j++) {
            FpAnswerChange change = { i, answer_after(compiled, i, now, j) };
            if (!fp_option_set_is_empty(change.to))
                g_array_append_val(search->single, change);
        }
    }
}

/* Keeps the change where it gives another outcome. False where the budget ends. */
static bool try_change(Search *search, FpChange change)
{
    FpOptionSet *said = search->finder->said, was[2];
    if (!fp_budget_take(search->budget, search->finder->work))
        return false;
    for (size_t i = 0; i < change.n_steps; i++) {
        was[i] = said[change.steps[i].question];
        said[change.steps[i].question] = change.steps[i].to;
    }
    change.outcome = fp_winner_find(search->finder);
    for (size_t i = 0; i < change.n_steps; i++)
        said[change.steps[i].question] = was[i];
    if (change.outcome != search->outcome)
        g_array_append_val(search->found, change);
    return true;
}

static bool try_singles(Search *search)
{
    for (guint i = 0; i < search->single->len; i++) {
        FpChange change = { .steps = { g_array_index(search->single, FpAnswerChange, i) },
                            .n_steps = 1 };
        if (!try_change(search, change))
            return false;
    }
    return true;
}

/* The first after an index that changes another question. */
static guint next_question(const Search *search, guint index)
{
    size_t question = g_array_index(search->single, FpAnswerChange, index).question;
    while (index < search->single->len &&
           g_array_index(search->single, FpAnswerChange, index).question == question)
        index++;
    return index;
}

/* Pairs of the changes from `first` and from `second` on, of one question each. */
static bool try_pairs_of(Search *search, guint first, guint second)
{
    for (guint i = first; i < next_question(search, first); i++) {
        for (guint j = second; j < next_question(search, second); j++) {
            FpChange change = { .steps = { g_array_index(search->single, FpAnswerChange, i),
                                           g_array_index(search->single, FpAnswerChange, j) },
                                .n_steps = 2 };
            if (search->found->len == FP_PAIRS_MAX)
                return true;
            if (!try_change(search, change))
                return false;
        }
    }
    return true;
}

static bool try_pairs(Search *search)
{
    guint n = search->single->len;
    for (guint i = 0; i < n; i = next_question(search, i)) {
        for (guint j = next_question(search, i); j < n; j = next_question(search, j)) {
            if (!try_pairs_of(search, i, j))
                return false;
        }
    }
    return true;
}

FpChanges *fp_changes_find(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                           FpBudget *budget)
{
    FpChanges *changes = g_new0(FpChanges, 1);
    g_autoptr(FpWinnerFinder) finder = fp_winner_finder_new(compiled, sheet);
    g_autoptr(GArray) single = g_array_new(FALSE, FALSE, sizeof(FpAnswerChange));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(FpChange));
    Search search = { finder, budget, fp_winner_find(finder), single, found };
    list_single(&search);
    bool is_decided = try_singles(&search) && (found->len > 0 || try_pairs(&search));
    changes->is_undecided = !is_decided;
    changes->n = is_decided ? found->len : 0;
    changes->items = g_memdup2(found->data, changes->n * sizeof *changes->items);
    return changes;
}

void fp_changes_free(FpChanges *changes)
{
    if (changes == NULL)
        return;
    g_free((gpointer)(uintptr_t)changes->items);
    g_free(changes);
}
