// SPDX-License-Identifier: Apache-2.0
// On small trees the search for what a fault changes and trying every sheet agree.
#include "mutants-private.h"
#include "random-tree.h"
#include "small-tree.h"

enum { TREES = 60, SHEETS_MAX = 700 };

/* ---- Every sheet ---- */

typedef struct {
    const FpTree *tree;
    GPtrArray *sheets;
} Listing;

/* Each question open or with an answer, whether it is asked or not. False: too many. */
static bool list_sheets(const Listing *listing, FpAnswerSheet *sheet, size_t index)
{
    if (listing->sheets->len > SHEETS_MAX)
        return false;
    if (index == listing->tree->n_questions) {
        g_ptr_array_add(listing->sheets, fp_answer_sheet_copy(sheet));
        return true;
    }
    const FpQuestion *question = &listing->tree->questions[index];
    bool goes_on = true;
    for (size_t set = 0; goes_on && set < (size_t)1 << question->n_options; set++) {
        FpAnswer answer = { .kind = set == 0 ? FP_ANSWER_NONE : FP_ANSWER_OPTIONS };
        answer.options.words[0] = set;
        if (set != 0 && !fp_answer_options_are_valid(question, answer.options))
            continue;
        fp_answer_sheet_set(sheet, index, answer);
        goes_on = list_sheets(listing, sheet, index + 1);
    }
    fp_answer_sheet_set(sheet, index, (FpAnswer) { .kind = FP_ANSWER_NONE });
    return goes_on;
}

static size_t count_answers(const FpAnswerSheet *sheet, const FpTree *tree)
{
    size_t n = 0;
    for (size_t i = 0; i < tree->n_questions; i++)
        n += fp_answer_sheet_get(sheet, i)->kind != FP_ANSWER_NONE;
    return n;
}

/* The fate of a mutant with no case to notice it, and the fewest answers that show it. */
static FpMutantFate try_all(const Listing *listing, const FpCompiledTree *tree,
                            const FpCompiledTree *mutant, size_t *out_fewest)
{
    FpMutantFate fate = FP_MUTANT_HARMLESS;
    *out_fewest = FP_NONE;
    for (guint i = 0; i < listing->sheets->len; i++) {
        const FpAnswerSheet *sheet = g_ptr_array_index(listing->sheets, i);
        FpMutant shown = { 0 };
        g_autoptr(FpVerdict) a = fp_verdict_compute(tree, sheet);
        g_autoptr(FpVerdict) b = fp_verdict_compute(mutant, sheet);
        FpMutantFate found = fp_mutant_compare(&shown, a, b);
        if (found == FP_MUTANT_UNNOTICED)
            *out_fewest = MIN(*out_fewest, count_answers(sheet, listing->tree));
        if (found == FP_MUTANT_UNNOTICED || fate == FP_MUTANT_HARMLESS)
            fate = found;
    }
    return fate;
}

static void check_mutant(const Listing *listing, const FpCompiledTree *compiled,
                         const FpMutant *mutant, size_t *fates)
{
    size_t fewest;
    g_autoptr(FpMutantTree) tree = fp_mutant_tree_new(listing->tree, mutant);
    g_autoptr(FpCompiledTree) mutated = fp_compiled_tree_new(fp_mutant_tree_get(tree));
    FpMutantFate expected = try_all(listing, compiled, mutated, &fewest);
    g_assert_cmpint(mutant->fate, ==, expected);
    g_assert_true((mutant->witness != NULL) == (expected == FP_MUTANT_UNNOTICED));
    fates[expected]++;
    if (mutant->witness == NULL)
        return;
    FpMutant shown = { 0 };
    g_autoptr(FpVerdict) a = fp_verdict_compute(compiled, mutant->witness);
    g_autoptr(FpVerdict) b = fp_verdict_compute(mutated, mutant->witness);
    g_assert_cmpint(fp_mutant_compare(&shown, a, b), ==, FP_MUTANT_UNNOTICED);
    g_assert_true(mutant->is_shortest);
    g_assert_cmpuint(count_answers(mutant->witness, listing->tree), ==, fewest);
}

static void test_as_trying_all(void)
{
    static const RandomSize size = { .questions_max = 4, .outcomes_max = 3, .options_max = 3 };
    GRand *random = g_rand_new_with_seed(random_seed());
    size_t fates[FP_MUTANT_FATE_COUNT] = { 0 };
    for (int i = 0; i < TREES; i++) {
        g_autofree char *text = NULL;
        g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
        g_autoptr(GPtrArray) sheets =
            g_ptr_array_new_with_free_func((GDestroyNotify)fp_answer_sheet_free);
        g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(tree);
        g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
        Listing listing = { tree, sheets };
        random_show(text);
        if (!list_sheets(&listing, empty, 0))
            continue;
        g_autoptr(FpMutants) mutants = fp_mutants_try(tree, NULL, 0, FP_BUDGET_DEFAULT, NULL);
        for (size_t j = 0; j < mutants->n; j++)
            check_mutant(&listing, compiled, &mutants->items[j], fates);
    }
    g_test_message("%zu change a decision, %zu none, %zu only what no case can expect",
                   fates[FP_MUTANT_UNNOTICED], fates[FP_MUTANT_HARMLESS],
                   fates[FP_MUTANT_SPEECHLESS]);
    g_assert_cmpuint(fates[FP_MUTANT_UNNOTICED], >, 100);
    g_assert_cmpuint(fates[FP_MUTANT_HARMLESS], >, 10);
    g_assert_cmpuint(fates[FP_MUTANT_SPEECHLESS], >, 0);
    g_rand_free(random);
}

/* ---- With cases ---- */

static const char two_ways[] =
    "questions:\n"
    "  - id: q\n"
    "    ask: Q?\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: a, label: A, effects: [{favour: o1, strength: strong, because: x}]}\n"
    "      - {id: b, label: B, effects: [{favour: o2, strength: slight, because: x}]}\n";

static FpCases *read_cases(const FpTree *tree, const char *text, FpDocument **out_document)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    *out_document = small_document(text, false, diagnostics);
    return fp_cases_read(tree, fp_document_source(*out_document),
                         fp_node_get(fp_document_root(*out_document), "cases"), diagnostics);
}

static void test_cases_notice(void)
{
    g_autoptr(FpTree) tree = small_tree_of(2, two_ways);
    g_autoptr(FpDocument) document = NULL;
    g_autoptr(FpCases) cases =
        read_cases(tree, "cases: [{name: b, answers: {q: b}, expect: {outcome: o2}}]\n", &document);
    const FpCases *lists[] = { cases };
    g_autoptr(FpMutants) mutants = fp_mutants_try(tree, lists, 1, FP_BUDGET_DEFAULT, NULL);
    // o1 is preferred: without its favour it wins all the same, turned against it does not.
    const struct {
        FpMutantKind kind;
        FpMutantFate fate;
    } expected[] = { { FP_MUTANT_EFFECT_DROPPED, FP_MUTANT_HARMLESS },
                     { FP_MUTANT_EFFECT_FLIPPED, FP_MUTANT_UNNOTICED },
                     { FP_MUTANT_EFFECT_DROPPED, FP_MUTANT_NOTICED },
                     { FP_MUTANT_EFFECT_FLIPPED, FP_MUTANT_NOTICED } };
    g_assert_cmpuint(mutants->n, ==, G_N_ELEMENTS(expected));
    for (size_t i = 0; i < mutants->n; i++) {
        g_assert_cmpint(mutants->items[i].kind, ==, expected[i].kind);
        g_assert_cmpint(mutants->items[i].fate, ==, expected[i].fate);
    }
    g_assert_cmpuint(count_answers(mutants->items[1].witness, tree), ==, 1);
    g_assert_cmpint(mutants->items[1].shows, ==, FP_SHOWS_OUTCOME);
    g_assert_cmpuint(mutants->items[1].shown, ==, 0);
}

/* A case that does not hold on the tree says nothing of mutants. */
static void test_failing_cases_notice_nothing(void)
{
    g_autoptr(FpTree) tree = small_tree_of(2, two_ways);
    g_autoptr(FpDocument) document = NULL;
    g_autoptr(FpCases) cases =
        read_cases(tree, "cases: [{name: b, answers: {q: b}, expect: {outcome: o1}}]\n", &document);
    const FpCases *lists[] = { cases };
    g_autoptr(FpMutants) mutants = fp_mutants_try(tree, lists, 1, FP_BUDGET_DEFAULT, NULL);
    g_assert_cmpuint(mutants->counts[FP_MUTANT_NOTICED], ==, 0);
}

static void test_no_budget(void)
{
    g_autoptr(FpTree) tree = small_tree_of(2, two_ways);
    g_autoptr(FpMutants) mutants = fp_mutants_try(tree, NULL, 0, 0, NULL);
    g_assert_cmpuint(mutants->counts[FP_MUTANT_UNDECIDED], >, 0);
    g_assert_cmpuint(mutants->counts[FP_MUTANT_UNNOTICED], ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/mutants/change-what-trying-every-sheet-shows", test_as_trying_all);
    g_test_add_func("/engine/mutants/are-noticed-by-cases", test_cases_notice);
    g_test_add_func("/engine/mutants/are-not-noticed-by-cases-that-fail-anyway",
                    test_failing_cases_notice_nothing);
    g_test_add_func("/engine/mutants/are-undecided-without-a-budget", test_no_budget);
    return g_test_run();
}
