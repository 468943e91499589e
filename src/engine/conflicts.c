// SPDX-License-Identifier: Apache-2.0
// By size: all sets of no answer, of one, of two, …, each answer in turn in or out, a branch given up
// where some outcome cannot be ruled out any more. Answers that no ruling out hangs on are left out
// first: a set with one of them is not smallest.
#include "fp-conflicts.h"
#include "winner-private.h"
#include <string.h>

typedef struct {
    const FpCompiledTree *compiled;
    FpBudget *budget;
    const FpOptionSet *answers;       /* one a question: those in force */
    size_t *candidates, n_candidates; /* questions, in order */
    bool *is_in, *is_decided;         /* one a question */
    FpOptionSet *must, *may;          /* one a question */
    bool *can_be_out, *is_out;        /* one an outcome */
    uint64_t work;
    GArray *found; /* of FpConflict */
} Search;

/* Questions that the ruling out by answers or rules hangs on, in is_marked. */
static void mark_readers(const Search *search, bool *is_marked)
{
    for (size_t i = 0; i < search->compiled->n_effects; i++) {
        const FpCompiledEffect *effect = &search->compiled->effects[i];
        FpOrigin origin = effect->origin;
        if (effect->effect->kind != FP_EFFECT_RULE_OUT)
            continue;
        if (origin.option != FP_NONE &&
            !fp_option_set_has(search->answers[origin.question], origin.option))
            continue;
        if (origin.question != FP_NONE)
            is_marked[origin.question] = true;
        fp_questions_mark_read(effect->when, is_marked);
    }
    for (size_t i = 0; i < search->compiled->n_blocks; i++)
        fp_questions_mark_read(search->compiled->blocks[i].guard, is_marked);
}

static void find_candidates(Search *search)
{
    size_t n = search->compiled->tree->n_questions;
    g_autofree bool *is_marked = g_new0(bool, n);
    mark_readers(search, is_marked);
    fp_questions_mark_around(search->compiled, is_marked);
    for (size_t i = 0; i < n; i++) {
        if (is_marked[i] && !fp_option_set_is_empty(search->answers[i]))
            search->candidates[search->n_candidates++] = i;
    }
}

static void spread(Search *search)
{
    static const FpOptionSet none = { { 0, 0 } };
    for (size_t i = 0; i < search->compiled->tree->n_questions; i++) {
        FpChance asked =
            fp_question_chance(&search->compiled->questions[i], search->must, search->may);
        bool can_be_in = search->is_in[i] || !search->is_decided[i];
        search->must[i] = search->is_in[i] && asked.is_certain ? search->answers[i] : none;
        search->may[i] = can_be_in && asked.is_possible ? search->answers[i] : none;
    }
}

static FpChance chance_of_block(const Search *search, const FpEffectBlock *block)
{
    FpOrigin origin = block->origin;
    if (origin.option == FP_NONE)
        return fp_guard_chance(block->guard, search->must, search->may);
    return (FpChance) { fp_option_set_has(search->must[origin.question], origin.option),
                        fp_option_set_has(search->may[origin.question], origin.option) };
}

static void look_at_block(Search *search, const FpEffectBlock *block)
{
    FpChance live = chance_of_block(search, block);
    for (size_t i = 0; live.is_possible && i < block->n_effects; i++) {
        const FpEffect *effect = block->effects[i].effect;
        if (effect->kind != FP_EFFECT_RULE_OUT)
            continue;
        FpChance when = fp_guard_chance(block->effects[i].when, search->must, search->may);
        for (size_t j = 0; j < effect->n_outcomes; j++) {
            search->can_be_out[effect->outcomes[j]] |= when.is_possible;
            search->is_out[effect->outcomes[j]] |= live.is_certain && when.is_certain;
        }
    }
}

/* Looks at who is out, and who can be. False where somebody cannot. */
static bool look(Search *search)
{
    size_t n = search->compiled->tree->n_outcomes;
    memset(search->can_be_out, 0, n * sizeof *search->can_be_out);
    memset(search->is_out, 0, n * sizeof *search->is_out);
    spread(search);
    for (size_t i = 0; i < search->compiled->n_blocks; i++)
        look_at_block(search, &search->compiled->blocks[i]);
    for (size_t i = 0; i < n; i++) {
        if (!search->can_be_out[i])
            return false;
    }
    return true;
}

static bool are_all_out(const Search *search)
{
    for (size_t i = 0; i < search->compiled->tree->n_outcomes; i++) {
        if (!search->is_out[i])
            return false;
    }
    return true;
}

static void keep(Search *search)
{
    size_t *questions = g_new(size_t, search->n_candidates);
    FpConflict conflict = { questions, 0 };
    for (size_t i = 0; i < search->n_candidates; i++) {
        if (search->is_in[search->candidates[i]])
            questions[conflict.n_questions++] = search->candidates[i];
    }
    g_array_append_val(search->found, conflict);
}

/* Puts n_more of the candidates from `next` on in, and the rest out. False where the budget ends.
 * As deep as there are questions: the reader allows a thousand. */
static bool choose(Search *search, size_t next, size_t n_more)
{
    if (search->found->len == FP_CONFLICTS_MAX || search->n_candidates - next < n_more)
        return true;
    if (!fp_budget_take(search->budget, search->work))
        return false;
    for (size_t i = next; n_more == 0 && i < search->n_candidates; i++)
        search->is_decided[search->candidates[i]] = true;
    bool is_good = true, can_be = look(search);
    if (can_be && n_more == 0 && are_all_out(search))
        keep(search);
    for (size_t i = next; i < search->n_candidates; i++)
        search->is_decided[search->candidates[i]] = false;
    if (can_be && n_more > 0) {
        size_t question = search->candidates[next];
        search->is_decided[question] = search->is_in[question] = true;
        is_good = choose(search, next + 1, n_more - 1);
        search->is_in[question] = false;
        is_good = is_good && choose(search, next + 1, n_more);
        search->is_decided[question] = false;
    }
    return is_good;
}

static bool run(Search *search)
{
    for (size_t n = 0; search->found->len == 0 && n <= search->n_candidates; n++) {
        if (!choose(search, 0, n))
            return false;
    }
    return true;
}

static void conflict_clear(void *data)
{
    g_free((gpointer)(uintptr_t)((FpConflict *)data)->questions);
}

static bool find(const FpCompiledTree *compiled, const FpOptionSet *answers, FpBudget *budget,
                 GArray *found)
{
    size_t n = compiled->tree->n_questions, n_outcomes = compiled->tree->n_outcomes;
    g_autofree size_t *candidates = g_new(size_t, n);
    g_autofree bool *flags = g_new0(bool, 2 * n + 2 * n_outcomes);
    g_autofree FpOptionSet *sets = g_new0(FpOptionSet, 2 * n);
    Search search = { .compiled = compiled,
                      .budget = budget,
                      .answers = answers,
                      .candidates = candidates,
                      .found = found };
    search.is_in = flags;
    search.is_decided = flags + n;
    search.can_be_out = flags + 2 * n;
    search.is_out = flags + 2 * n + n_outcomes;
    search.must = sets;
    search.may = sets + n;
    search.work = n + compiled->n_effects + compiled->n_blocks;
    find_candidates(&search);
    return run(&search);
}

FpConflicts *fp_conflicts_find(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                               FpBudget *budget)
{
    FpConflicts *conflicts = g_new0(FpConflicts, 1);
    GArray *found = g_array_new(FALSE, FALSE, sizeof(FpConflict));
    g_autoptr(FpWinnerFinder) finder = fp_winner_finder_new(compiled, sheet);
    if (fp_winner_find(finder) == FP_NONE)
        conflicts->is_undecided = !find(compiled, finder->in_force, budget, found);
    if (conflicts->is_undecided) {
        g_array_set_clear_func(found, conflict_clear);
        g_array_set_size(found, 0);
    }
    conflicts->n = found->len;
    conflicts->items = (FpConflict *)(void *)g_array_free(found, FALSE);
    return conflicts;
}

void fp_conflicts_free(FpConflicts *conflicts)
{
    if (conflicts == NULL)
        return;
    for (size_t i = 0; i < conflicts->n; i++)
        conflict_clear((gpointer)(uintptr_t)&conflicts->items[i]);
    g_free((gpointer)(uintptr_t)conflicts->items);
    g_free(conflicts);
}
