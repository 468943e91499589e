// SPDX-License-Identifier: Apache-2.0
// Cases first: what one of them notices on a sheet whose decision changes needs no search.
#include "mutants-private.h"

typedef struct {
    const FpTree *tree;
    const FpCompiledTree *compiled;
    GPtrArray *cases;    /* of const FpCase: those that hold on the tree */
    GArray *numbers;     /* of size_t: their numbers over all lists */
    GPtrArray *verdicts; /* of FpVerdict, the tree's, one a case */
} Trial;

typedef struct {
    FpMutants mutants; /* first: mutants are the address of their storage */
    GArray *items;     /* of FpMutant */
} Storage;

static void add_cases(Trial *trial, const FpCases *cases, size_t *number)
{
    for (size_t i = 0; i < fp_cases_count(cases); i++, (*number)++) {
        const FpCase *one = &g_array_index(cases->cases, FpCase, i);
        g_autoptr(FpVerdict) verdict = fp_verdict_compute(trial->compiled, one->sheet);
        if (fp_case_check(one, trial->compiled, verdict, FP_CASE_VERDICT) != FP_CASE_HOLDS ||
            fp_case_check(one, trial->compiled, verdict, FP_CASE_OUTLOOK) != FP_CASE_HOLDS)
            continue;
        g_ptr_array_add(trial->cases, (gpointer)(uintptr_t)one);
        g_array_append_val(trial->numbers, *number);
        g_ptr_array_add(trial->verdicts, g_steal_pointer(&verdict));
    }
}

static GPtrArray *compute_verdicts(const Trial *trial, const FpCompiledTree *mutant)
{
    GPtrArray *verdicts = g_ptr_array_new_with_free_func((GDestroyNotify)fp_verdict_free);
    for (guint i = 0; i < trial->cases->len; i++) {
        const FpCase *one = g_ptr_array_index(trial->cases, i);
        g_ptr_array_add(verdicts, fp_verdict_compute(mutant, one->sheet));
    }
    return verdicts;
}

/* The first case that fails on a mutant, by what it expects of the verdict, or of the outlook. */
static size_t find_noticing(const Trial *trial, const FpCompiledTree *mutant,
                            const GPtrArray *verdicts, FpCasePart part)
{
    for (guint i = 0; i < trial->cases->len; i++) {
        if (fp_case_check(g_ptr_array_index(trial->cases, i), mutant,
                          g_ptr_array_index(verdicts, i), part) == FP_CASE_FAILS)
            return i;
    }
    return FP_NONE;
}

/* Whether a case's own sheet shows that a decision changes. */
static bool changes_a_case(const Trial *trial, const GPtrArray *verdicts, FpMutant *mutant)
{
    for (guint i = 0; i < trial->cases->len; i++) {
        if (fp_mutant_compare(mutant, g_ptr_array_index(trial->verdicts, i),
                              g_ptr_array_index(verdicts, i)) == FP_MUTANT_UNNOTICED)
            return true;
    }
    return false;
}

/* One answer of a sheet made another, and back: does that show it? */
static bool changes_nearby(const Trial *trial, const FpCompiledTree *compiled, FpMutant *mutant,
                           FpAnswerSheet *sheet, size_t question, FpAnswer answer)
{
    FpAnswer before = *fp_answer_sheet_get(sheet, question);
    fp_answer_sheet_set(sheet, question, answer);
    g_autoptr(FpVerdict) on_tree = fp_verdict_compute(trial->compiled, sheet);
    g_autoptr(FpVerdict) on_mutant = fp_verdict_compute(compiled, sheet);
    fp_answer_sheet_set(sheet, question, before);
    return fp_mutant_compare(mutant, on_tree, on_mutant) == FP_MUTANT_UNNOTICED;
}

/* The cheap way to a sheet on which a decision changes: one answer away from a case that sees other
 * points. Where it finds none, the search does. */
static bool changes_near_a_case(const Trial *trial, const FpCompiledTree *compiled,
                                FpMutant *mutant, size_t noticing)
{
    const FpCase *one = g_ptr_array_index(trial->cases, noticing);
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_copy(one->sheet);
    for (size_t i = 0; i < trial->tree->n_questions; i++) {
        FpAnswer answer = { .kind = FP_ANSWER_NONE };
        if (changes_nearby(trial, compiled, mutant, sheet, i, answer))
            return true;
        answer.kind = FP_ANSWER_OPTIONS;
        for (size_t j = 0; j < trial->tree->questions[i].n_options; j++) {
            answer.options = fp_option_set_of(j);
            if (changes_nearby(trial, compiled, mutant, sheet, i, answer))
                return true;
        }
    }
    return false;
}

static void try_mutant(const Trial *trial, FpMutant *mutant, uint64_t work,
                       const atomic_bool *cancel)
{
    g_autoptr(FpMutantTree) tree = fp_mutant_tree_new(trial->tree, mutant);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(fp_mutant_tree_get(tree));
    g_autoptr(GPtrArray) verdicts = compute_verdicts(trial, compiled);
    FpBudget budget = { work, cancel };
    size_t noticing = find_noticing(trial, compiled, verdicts, FP_CASE_VERDICT);
    if (noticing == FP_NONE)
        noticing = find_noticing(trial, compiled, verdicts, FP_CASE_OUTLOOK);
    if (noticing != FP_NONE && (changes_a_case(trial, verdicts, mutant) ||
                                changes_near_a_case(trial, compiled, mutant, noticing)))
        mutant->fate = FP_MUTANT_NOTICED;
    else
        fp_mutant_search(trial->compiled, compiled, mutant, noticing != FP_NONE, &budget);
    if (noticing == FP_NONE)
        return;
    // A case saw it: where it changes a decision at all it is noticed, on whatever sheet that is.
    mutant->noticed_by = g_array_index(trial->numbers, size_t, noticing);
    if (mutant->fate == FP_MUTANT_UNNOTICED)
        mutant->fate = FP_MUTANT_NOTICED;
    g_clear_pointer(&mutant->witness, fp_answer_sheet_free);
}

FpMutants *fp_mutants_try(const FpTree *tree, const FpCases *const *cases, size_t n_cases,
                          uint64_t work, const atomic_bool *cancel)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    Storage *storage = g_new0(Storage, 1);
    size_t number = 0;
    Trial trial = { tree, compiled, g_ptr_array_new(), g_array_new(FALSE, FALSE, sizeof(size_t)),
                    g_ptr_array_new_with_free_func((GDestroyNotify)fp_verdict_free) };
    for (size_t i = 0; i < n_cases; i++)
        add_cases(&trial, cases[i], &number);
    storage->items = fp_mutant_list(tree);
    for (guint i = 0; i < storage->items->len; i++) {
        FpMutant *mutant = &g_array_index(storage->items, FpMutant, i);
        try_mutant(&trial, mutant, work, cancel);
        storage->mutants.counts[mutant->fate]++;
    }
    storage->mutants.items = (const FpMutant *)(const void *)storage->items->data;
    storage->mutants.n = storage->items->len;
    g_ptr_array_unref(trial.cases);
    g_array_unref(trial.numbers);
    g_ptr_array_unref(trial.verdicts);
    return &storage->mutants;
}

void fp_mutants_free(FpMutants *mutants)
{
    Storage *storage = (Storage *)mutants;
    if (storage == NULL)
        return;
    for (guint i = 0; i < storage->items->len; i++)
        fp_answer_sheet_free(g_array_index(storage->items, FpMutant, i).witness);
    g_array_unref(storage->items);
    g_free(storage);
}
