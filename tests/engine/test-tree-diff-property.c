// SPDX-License-Identifier: Apache-2.0
// On random pairs of trees the walk through both and going through every sheet count the same.
#include "fp-mutants.h"
#include "fp-tree-diff.h"
#include "mutants-private.h"
#include "reference-engine.h"

enum { PAIRS = 400, SHEETS_MAX = 6000 };

typedef struct {
    size_t n_compared, n_changing, n_same, n_no_path, n_half_asked, n_too_many, n_orders;
} Met;

/* ---- Every sheet, plainly ---- */

/* A question that both trees have, with the answers that both take. */
typedef struct {
    size_t question[2];
    GArray *answers; /* of RawAnswer[2] */
} Shared;

typedef struct {
    RawAnswer sides[2];
} SharedAnswer;

static bool is_called(const char *id, FpNames was, const char *name)
{
    bool is_it = g_str_equal(id, name);
    for (size_t i = 0; i < was.n; i++)
        is_it |= g_str_equal(was.items[i], name);
    return is_it;
}

static bool is_same(const char *a, FpNames was_a, const char *b, FpNames was_b)
{
    return is_called(a, was_a, b) || is_called(b, was_b, a);
}

static void add_sets(const FpQuestion *a, const FpQuestion *b, Shared *shared)
{
    size_t n = a->n_options;
    for (size_t set = 1; set < (size_t)1 << n; set++) {
        SharedAnswer answer = { .sides = { { .kind = RAW_OPTIONS }, { .kind = RAW_OPTIONS } } };
        size_t n_chosen = 0;
        bool is_good = true, is_alone = false;
        for (size_t i = 0; i < n; i++) {
            bool is_there = false;
            if (!((set >> i) & 1))
                continue;
            answer.sides[0].chosen[i] = true;
            n_chosen++;
            is_alone |= a->options[i].is_exclusive;
            for (size_t j = 0; j < b->n_options; j++) {
                if (!is_same(a->options[i].id, a->options[i].was, b->options[j].id,
                             b->options[j].was))
                    continue;
                answer.sides[1].chosen[j] = is_there = true;
                is_alone |= b->options[j].is_exclusive;
            }
            is_good &= is_there;
        }
        if (is_good && (n_chosen == 1 || (!is_alone && a->type == FP_QUESTION_MANY)))
            g_array_append_val(shared->answers, answer);
    }
}

static bool is_in_range(const FpQuestion *question, int64_t number)
{
    FpDecimal decimal = { number };
    return fp_question_find_band(question, decimal) != FP_NONE;
}

static int compare_numbers(const void *a, const void *b)
{
    const int64_t *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

/* The least number of each cell. */
static void add_numbers(const FpQuestion *a, const FpQuestion *b, Shared *shared)
{
    const FpQuestion *both[] = { a, b };
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int64_t));
    for (size_t i = 0; i < 2; i++) {
        int64_t number = (int64_t)both[i]->min.millionths;
        g_array_append_val(numbers, number);
        for (size_t j = 0; j < both[i]->n_options; j++) {
            number = (int64_t)both[i]->options[j].below.millionths;
            if (both[i]->options[j].has_below)
                g_array_append_val(numbers, number);
        }
    }
    g_array_sort(numbers, compare_numbers);
    for (guint i = 0; i < numbers->len; i++) {
        int64_t number = g_array_index(numbers, int64_t, i);
        SharedAnswer answer = { .sides = { { .kind = RAW_NUMBER, .millionths = number },
                                           { .kind = RAW_NUMBER, .millionths = number } } };
        bool is_again = i > 0 && number == g_array_index(numbers, int64_t, i - 1);
        if (!is_again && is_in_range(a, number) && is_in_range(b, number))
            g_array_append_val(shared->answers, answer);
    }
}

static GArray *find_shared(const FpTree *a, const FpTree *b)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Shared));
    for (size_t i = 0; i < a->n_questions; i++) {
        for (size_t j = 0; j < b->n_questions; j++) {
            const FpQuestion *one = &a->questions[i], *other = &b->questions[j];
            if (!is_same(one->id, one->was, other->id, other->was) || one->type != other->type)
                continue;
            Shared shared = { { i, j }, g_array_new(FALSE, FALSE, sizeof(SharedAnswer)) };
            if (one->type == FP_QUESTION_NUMBER)
                add_numbers(one, other, &shared);
            else
                add_sets(one, other, &shared);
            if (shared.answers->len > 0)
                g_array_append_val(all, shared);
            else
                g_array_unref(shared.answers);
        }
    }
    return all;
}

typedef struct {
    const FpTree *trees[2];
    GArray *shared;
    RawAnswer *answers[2];
    bool *asked[2];
    size_t *counts; /* [winner a * (n outcomes of b + 1) + winner b] */
    size_t n_tried;
    bool has_half_asked;
} Count;

/* A sheet counts where it answers what is asked in either tree on it, and nothing else. */
static void count_sheet(Count *count)
{
    size_t winners[2];
    for (size_t side = 0; side < 2; side++)
        reference_applicable(count->trees[side], count->answers[side], count->asked[side]);
    for (guint i = 0; i < count->shared->len; i++) {
        const Shared *shared = &g_array_index(count->shared, Shared, i);
        bool asked_a = count->asked[0][shared->question[0]];
        bool asked_b = count->asked[1][shared->question[1]];
        bool is_answered = count->answers[0][shared->question[0]].kind != RAW_NONE;
        if (is_answered != (asked_a || asked_b))
            return;
        count->has_half_asked |= asked_a != asked_b;
    }
    for (size_t side = 0; side < 2; side++) {
        winners[side] = reference_winner(count->trees[side], count->answers[side]);
        if (winners[side] == FP_NONE)
            winners[side] = count->trees[side]->n_outcomes;
    }
    count->counts[winners[0] * (count->trees[1]->n_outcomes + 1) + winners[1]]++;
}

/* False where there are too many. */
static bool count_from(Count *count, guint index)
{
    static const RawAnswer none = { .kind = RAW_NONE };
    if (++count->n_tried > SHEETS_MAX)
        return false;
    if (index == count->shared->len) {
        count_sheet(count);
        return true;
    }
    const Shared *shared = &g_array_index(count->shared, Shared, index);
    bool goes_on = true;
    for (guint i = 0; goes_on && i <= shared->answers->len; i++) {
        for (size_t side = 0; side < 2; side++)
            count->answers[side][shared->question[side]] =
                i == shared->answers->len
                    ? none
                    : g_array_index(shared->answers, SharedAnswer, i).sides[side];
        goes_on = count_from(count, index + 1);
    }
    return goes_on;
}

/* ---- Both ways ---- */

/* By id: random trees give outcomes no other names. */
static size_t find_outcome(const FpTree *a, size_t outcome, const FpTree *b)
{
    for (size_t i = 0; outcome < a->n_outcomes && i < b->n_outcomes; i++) {
        if (g_str_equal(b->outcomes[i].id, a->outcomes[outcome].id))
            return i;
    }
    return outcome == a->n_outcomes ? b->n_outcomes : FP_NONE;
}

static size_t count_of(const FpTreeDiff *diff, size_t a, size_t b)
{
    for (size_t i = 0; i < diff->n_decisions; i++) {
        const FpDecisionChange *change = &diff->decisions[i];
        size_t before = MIN(change->before, diff->before->n_outcomes);
        size_t after = MIN(change->after, diff->after->n_outcomes);
        if (before == a && after == b)
            return (size_t)change->sheets;
    }
    return 0;
}

static void check_witnesses(const FpTreeDiff *diff)
{
    g_autoptr(FpCompiledTree) before = fp_compiled_tree_new(diff->before);
    g_autoptr(FpCompiledTree) after = fp_compiled_tree_new(diff->after);
    for (size_t i = 0; i < diff->n_decisions; i++) {
        const FpDecisionChange *change = &diff->decisions[i];
        g_autoptr(FpVerdict) a = fp_verdict_compute(before, change->witness_before);
        g_autoptr(FpVerdict) b = fp_verdict_compute(after, change->witness_after);
        g_assert_true(a->outcome == change->before);
        g_assert_true(b->outcome == change->after);
    }
}

static void compare(const Count *count, const FpTreeDiff *diff, Met *met)
{
    size_t n_a = diff->before->n_outcomes + 1, n_b = diff->after->n_outcomes + 1, n = 0;
    for (size_t a = 0; a < n_a; a++) {
        for (size_t b = 0; b < n_b; b++) {
            size_t expected = count->counts[a * n_b + b];
            n += expected;
            if (find_outcome(diff->before, a, diff->after) == b)
                continue;
            g_assert_cmpuint(count_of(diff, a, b), ==, expected);
            met->n_changing += expected > 0;
            met->n_no_path += expected > 0 && (a == n_a - 1 || b == n_b - 1);
        }
    }
    g_assert_cmpuint((size_t)diff->sheets, ==, n);
    met->n_same += diff->changed == 0;
    met->n_half_asked += count->has_half_asked;
    met->n_compared++;
}

static void check_pair(const FpTree *a, const FpTree *b, Met *met)
{
    Count count = { .trees = { a, b }, .shared = find_shared(a, b) };
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    for (size_t side = 0; side < 2; side++) {
        count.answers[side] = g_new0(RawAnswer, count.trees[side]->n_questions);
        count.asked[side] = g_new0(bool, count.trees[side]->n_questions);
    }
    count.counts = g_new0(size_t, (a->n_outcomes + 1) * (b->n_outcomes + 1));
    bool is_counted = count_from(&count, 0);
    g_autoptr(FpTreeDiff) diff = fp_tree_diff_new(a, b, &budget);
    g_assert_true(diff->status != FP_DECISIONS_UNDECIDED);
    met->n_too_many += !is_counted;
    met->n_orders += diff->status == FP_DECISIONS_NO_ONE_ORDER;
    if (is_counted && diff->status == FP_DECISIONS_COUNTED)
        compare(&count, diff, met);
    check_witnesses(diff);
    for (guint i = 0; i < count.shared->len; i++)
        g_array_unref(g_array_index(count.shared, Shared, i).answers);
    for (size_t side = 0; side < 2; side++) {
        g_free(count.answers[side]);
        g_free(count.asked[side]);
    }
    g_array_unref(count.shared);
    g_free(count.counts);
}

static void check_met(const Met *met)
{
    g_test_message("compared %zu pairs: %zu changes, %zu without, %zu no path, %zu asked by one "
                   "tree alone; %zu with too many sheets, %zu of opposite orders",
                   met->n_compared, met->n_changing, met->n_same, met->n_no_path, met->n_half_asked,
                   met->n_too_many, met->n_orders);
    g_assert_cmpuint(met->n_compared, >, PAIRS / 4);
    g_assert_cmpuint(met->n_changing, >, PAIRS / 10);
    g_assert_cmpuint(met->n_same, >, 0);
    g_assert_cmpuint(met->n_no_path, >, 0);
    g_assert_cmpuint(met->n_half_asked, >, 0);
}

static const RandomSize size = { .questions_max = 5, .outcomes_max = 4, .options_max = 3 };

/* A tree and the same with one fault in it. */
static void test_a_tree_and_its_mutant(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < PAIRS; i++) {
        g_autofree char *text = NULL;
        g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
        g_autoptr(GArray) mutants = fp_mutant_list(tree);
        random_show(text);
        if (mutants->len == 0)
            continue;
        size_t chosen = (size_t)g_rand_int_range(random, 0, (gint32)mutants->len);
        g_autoptr(FpMutantTree) mutant =
            fp_mutant_tree_new(tree, &g_array_index(mutants, FpMutant, chosen));
        check_pair(tree, fp_mutant_tree_get(mutant), &met);
    }
    check_met(&met);
    g_rand_free(random);
}

/* Two trees that share some names by chance: questions of other types, options that the other does not
 * have, other follow-ups, other orders. */
static void test_two_trees(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < PAIRS; i++) {
        g_autofree char *text_a = NULL, *text_b = NULL;
        g_autoptr(FpTree) a = random_tree_new(random, size, &text_a);
        g_autoptr(FpTree) b = random_tree_new(random, size, &text_b);
        random_show(text_a);
        random_show(text_b);
        check_pair(a, b, &met);
    }
    check_met(&met);
    g_rand_free(random);
}

/* The text with question q0 called z0, and q0 as its earlier name. */
static char *rename_question(const char *text)
{
    g_autoptr(GRegex) name = g_regex_new("\\bq0\\b", 0, 0, NULL);
    g_autofree char *renamed = g_regex_replace_literal(name, text, -1, 0, "z0", 0, NULL);
    g_auto(GStrv) parts = g_strsplit(renamed, "{id: z0, ask", 2);
    return g_strjoin("{id: z0, was: [q0], ask", parts[0], parts[1], NULL);
}

/* Whatever a question is called, the same sheets give the same decisions. */
static void test_renamed(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    Met met = { 0 };
    for (int i = 0; i < PAIRS; i++) {
        g_autofree char *text = NULL;
        g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
        g_autofree char *renamed_text = rename_question(text);
        g_autoptr(FpTree) renamed = random_tree_read(renamed_text);
        random_show(text);
        if (renamed == NULL) // it had an earlier name already
            continue;
        check_pair(tree, renamed, &met);
        check_pair(renamed, tree, &met);
    }
    g_test_message("compared %zu pairs", met.n_compared);
    g_assert_cmpuint(met.n_compared, >, PAIRS / 2);
    g_assert_cmpuint(met.n_same, ==, met.n_compared);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/tree-diff/counts-as-going-through-all-sheets-of-a-tree-and-its-mutant",
                    test_a_tree_and_its_mutant);
    g_test_add_func("/engine/tree-diff/counts-as-going-through-all-sheets-of-two-trees",
                    test_two_trees);
    g_test_add_func("/engine/tree-diff/finds-a-question-by-its-earlier-name", test_renamed);
    return g_test_run();
}
