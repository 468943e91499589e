// SPDX-License-Identifier: Apache-2.0
// Questions and options are matched by id, then by earlier names; numbers are cut at the ends of the
// bands of both trees. The order is that of the first tree as far as the guards of both allow.
#include "tree-diff-private.h"

/* ---- What is the same thing in both ---- */

/* What a thing is and was called. */
typedef struct {
    const char *id;
    FpNames was;
} Name;
typedef Name (*NameAt)(const void *holder, size_t index);

static Name name_of_question(const void *tree, size_t index)
{
    const FpQuestion *question = &((const FpTree *)tree)->questions[index];
    return (Name) { question->id, question->was };
}

static Name name_of_option(const void *question, size_t index)
{
    const FpOption *option = &((const FpQuestion *)question)->options[index];
    return (Name) { option->id, option->was };
}

static Name name_of_outcome(const void *tree, size_t index)
{
    const FpOutcome *outcome = &((const FpTree *)tree)->outcomes[index];
    return (Name) { outcome->id, outcome->was };
}

/* By id first: a thing that has the name goes before one that had it. */
static size_t match(Name wanted, const void *holder, size_t n, NameAt name_at)
{
    for (size_t i = 0; i < n; i++) {
        if (g_str_equal(name_at(holder, i).id, wanted.id))
            return i;
    }
    for (size_t i = 0; i < n; i++) {
        Name name = name_at(holder, i);
        if (fp_names_has(name.was, wanted.id) || fp_names_has(wanted.was, name.id))
            return i;
    }
    return FP_NONE;
}

size_t fp_pair_match_question(const FpTree *a, size_t question, const FpTree *b)
{
    return match(name_of_question(a, question), b, b->n_questions, name_of_question);
}

size_t fp_pair_match_option(const FpQuestion *a, size_t option, const FpQuestion *b)
{
    return match(name_of_option(a, option), b, b->n_options, name_of_option);
}

size_t fp_pair_match_outcome(const FpTree *a, size_t outcome, const FpTree *b)
{
    return match(name_of_outcome(a, outcome), b, b->n_outcomes, name_of_outcome);
}

/* ---- Options ---- */

static void add_option(FpPairQuestion *question, size_t a, size_t b, bool is_exclusive)
{
    question->options = g_renew(FpPairOption, question->options, question->n_options + 1);
    question->options[question->n_options++] =
        (FpPairOption) { .from = { a, b }, .is_exclusive = is_exclusive };
}

static bool is_shared(const FpPairQuestion *question, size_t b)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].from[1] == b)
            return true;
    }
    return false;
}

/* Where two options became one, either name of it may be said, but not both where several may be. */
static void share_options(const FpQuestion *a, const FpQuestion *b, FpPairQuestion *question)
{
    for (size_t i = 0; i < a->n_options; i++) {
        size_t other = fp_pair_match_option(a, i, b);
        bool is_again = question->type == FP_QUESTION_MANY && is_shared(question, other);
        if (other != FP_NONE && !is_again)
            add_option(question, i, other,
                       a->options[i].is_exclusive || b->options[other].is_exclusive);
    }
}

static int compare_decimals(const void *a, const void *b)
{
    return fp_decimal_compare(*(const FpDecimal *)a, *(const FpDecimal *)b);
}

static void add_number(GArray *numbers, FpDecimal number)
{
    g_array_append_val(numbers, number);
}

/* Numbers at which a band of either begins. */
static GArray *find_beginnings(const FpQuestion *a, const FpQuestion *b)
{
    const FpQuestion *both[] = { a, b };
    GArray *numbers = g_array_new(FALSE, FALSE, sizeof(FpDecimal));
    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        add_number(numbers, both[i]->min);
        for (size_t j = 0; j < both[i]->n_options; j++) {
            if (both[i]->options[j].has_below)
                add_number(numbers, both[i]->options[j].below);
        }
    }
    g_array_sort(numbers, compare_decimals);
    return numbers;
}

/* Each cell between two beginnings lies in one band of either, or in none. */
static void share_numbers(const FpQuestion *a, const FpQuestion *b, FpPairQuestion *question)
{
    g_autoptr(GArray) numbers = find_beginnings(a, b);
    for (guint i = 0; i < numbers->len; i++) {
        FpDecimal number = g_array_index(numbers, FpDecimal, i);
        bool is_again =
            i > 0 && compare_decimals(&number, &g_array_index(numbers, FpDecimal, i - 1)) == 0;
        size_t bands[] = { fp_question_find_band(a, number), fp_question_find_band(b, number) };
        if (is_again || bands[0] == FP_NONE || bands[1] == FP_NONE)
            continue;
        add_option(question, bands[0], bands[1], false);
        question->options[question->n_options - 1].has_number = true;
        question->options[question->n_options - 1].number = number;
    }
}

/* False where no answer is valid in both. */
static bool share_question(const FpTree *a, size_t index, const FpTree *b, FpPairQuestion *question)
{
    size_t other = fp_pair_match_question(a, index, b);
    if (other == FP_NONE || b->questions[other].type != a->questions[index].type)
        return false;
    const FpQuestion *one = &a->questions[index], *two = &b->questions[other];
    *question = (FpPairQuestion) { .from = { index, other }, .type = one->type };
    if (one->type == FP_QUESTION_NUMBER)
        share_numbers(one, two, question);
    else
        share_options(one, two, question);
    return question->n_options > 0 && question->n_options <= FP_OPTIONS_MAX;
}

/* ---- Order ---- */

typedef struct {
    const FpTree *trees[2];
    const FpPairQuestion *questions;
    size_t n;
    size_t *joint[2]; /* one a question of either tree; FP_NONE where it is not shared */
    bool *is_placed;
} Order;

static bool is_read_placed(const Order *order, size_t side, size_t question)
{
    size_t joint = order->joint[side][question];
    return joint == FP_NONE || order->is_placed[joint];
}

static bool are_reads_placed(const Order *order, size_t side, const FpGuard *guard)
{
    bool are_placed = true;
    if (guard == NULL)
        return true;
    if (guard->kind == FP_GUARD_ANSWER)
        return is_read_placed(order, side, guard->question);
    for (size_t i = 0; are_placed && i < guard->n_parts; i++)
        are_placed = are_reads_placed(order, side, &guard->parts[i]);
    return are_placed;
}

static bool can_be_next(const Order *order, size_t joint)
{
    for (size_t side = 0; side < 2; side++) {
        const FpQuestion *question =
            &order->trees[side]->questions[order->questions[joint].from[side]];
        if ((question->parent_question != FP_NONE &&
             !is_read_placed(order, side, question->parent_question)) ||
            !are_reads_placed(order, side, question->when))
            return false;
    }
    return true;
}

static size_t find_next(const Order *order)
{
    for (size_t i = 0; i < order->n; i++) {
        if (!order->is_placed[i] && can_be_next(order, i))
            return i;
    }
    return FP_NONE;
}

static size_t *number_questions(const Order *order, size_t side)
{
    size_t n = order->trees[side]->n_questions;
    size_t *joint = g_new(size_t, n + 1);
    for (size_t i = 0; i < n; i++)
        joint[i] = FP_NONE;
    for (size_t i = 0; i < order->n; i++)
        joint[order->questions[i].from[side]] = i;
    return joint;
}

/* Puts the questions into an order in which both trees' guards look back alone; false: there is none. */
static bool put_in_order(const FpTree *a, const FpTree *b, FpPair *pair)
{
    Order order = { .trees = { a, b }, .questions = pair->questions, .n = pair->n };
    FpPairQuestion *sorted = g_new(FpPairQuestion, pair->n + 1);
    size_t n = 0, next;
    order.is_placed = g_new0(bool, pair->n + 1);
    for (size_t side = 0; side < 2; side++)
        order.joint[side] = number_questions(&order, side);
    while ((next = find_next(&order)) != FP_NONE) {
        order.is_placed[next] = true;
        sorted[n++] = pair->questions[next];
    }
    g_free(order.is_placed);
    g_free(order.joint[0]);
    g_free(order.joint[1]);
    if (n < pair->n) {
        g_free(sorted);
        return false;
    }
    g_free(pair->questions);
    pair->questions = sorted;
    return true;
}

static bool is_question_shared(const FpPair *pair, size_t b)
{
    for (size_t i = 0; i < pair->n; i++) {
        if (pair->questions[i].from[1] == b)
            return true;
    }
    return false;
}

FpPair *fp_pair_of_trees(const FpTree *a, const FpTree *b)
{
    g_autoptr(FpPair) pair = g_new0(FpPair, 1);
    pair->questions = g_new0(FpPairQuestion, a->n_questions + 1);
    for (size_t i = 0; i < a->n_questions; i++) {
        FpPairQuestion question = { 0 };
        if (share_question(a, i, b, &question) && !is_question_shared(pair, question.from[1]))
            pair->questions[pair->n++] = question;
        else
            g_free(question.options);
    }
    return put_in_order(a, b, pair) ? g_steal_pointer(&pair) : NULL;
}

/* ---- Back to sheets ---- */

static FpAnswer answer_of(const FpPairQuestion *question, size_t side, FpOptionSet options)
{
    FpAnswer answer = { .kind = FP_ANSWER_NONE };
    for (size_t i = 0; i < question->n_options; i++) {
        size_t from = question->options[i].from[side];
        if (from == FP_NONE || !fp_option_set_has(options, i))
            continue;
        answer.kind = question->options[i].has_number ? FP_ANSWER_NUMBER : FP_ANSWER_OPTIONS;
        answer.options = fp_option_set_union(answer.options, fp_option_set_of(from));
        answer.number = question->options[i].number;
    }
    return answer;
}

FpAnswerSheet *fp_pair_sheet(const FpPair *pair, size_t side, const FpTree *tree,
                             const FpOptionSet *answers)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(tree);
    for (size_t i = 0; i < pair->n; i++)
        fp_answer_sheet_set(sheet, pair->questions[i].from[side],
                            answer_of(&pair->questions[i], side, answers[i]));
    return sheet;
}
