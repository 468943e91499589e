// SPDX-License-Identifier: Apache-2.0
#include "fp-tree-diff.h"
#include "small-tree.h"

#include <string.h>

#define TOP(strong)                                                                                \
    "fingerpost: 1\nid: t\nversion: \"1\"\ntitle: T\nlanguage: en\nstrengths: {strong: " strong    \
    ", slight: 1}\nprefer: [o1, o2]\noutcomes: {o1: {title: One}, o2: {title: Two}}\n"             \
    "controls: {c: {title: C}}\n"

#define QUESTION                                                                                   \
    "questions:\n"                                                                                 \
    "  - id: q\n    ask: Q?\n    type: one\n    options:\n"                                        \
    "      - {id: a, label: A, effects: [{favour: o1, strength: strong, because: x}]}\n"           \
    "      - {id: b, label: B, effects: [{favour: o2, strength: slight, because: y}]}\n"

/* All changes of what two trees say, a line each. */
static char *changes_of(const char *before, const char *after)
{
    g_autoptr(FpTree) a = small_tree_read(before);
    g_autoptr(FpTree) b = small_tree_read(after);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpTreeDiff) diff = fp_tree_diff_new(a, b, &budget);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < diff->n_changes; i++) {
        const FpTreeChange *change = &diff->changes[i];
        g_string_append_printf(text, "%s%s %s %s%s%s: %s > %s", i == 0 ? "" : "\n",
                               fp_tree_change_kind_name(change->kind), fp_thing_name(change->thing),
                               change->path, change->field != NULL ? " " : "",
                               change->field != NULL ? change->field : "",
                               change->before != NULL ? change->before : "-",
                               change->after != NULL ? change->after : "-");
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *before, *after, *changes;
} rows[] = {
    { "the-same", TOP("5") QUESTION, TOP("5") QUESTION, "" },
    { "points-of-a-strength", TOP("5") QUESTION, TOP("4") QUESTION,
      "changed strength strong points: 5 > 4" },
    { "an-option-more", TOP("5") QUESTION,
      TOP("5") QUESTION "      - {id: c, label: C, effects: [{rule_out: o1, because: z}]}\n",
      "added option q/c: - > C\nadded effect q/c: - > rule_out o1" },
    { "an-option-less",
      TOP("5") QUESTION "      - {id: c, label: C, effects: [{rule_out: o1, because: z}]}\n",
      TOP("5") QUESTION, "removed option q/c: C > -\nremoved effect q/c: rule_out o1 > -" },
    { "an-effects-strength-and-reason", TOP("5") QUESTION,
      TOP("5") "questions:\n"
               "  - id: q\n    ask: Q?\n    type: one\n    options:\n"
               "      - {id: a, label: A, effects: [{favour: o1, strength: slight, because: z}]}\n"
               "      - {id: b, label: B, effects: [{favour: o2, strength: slight, because: y}]}\n",
      "changed effect q/a strength: strong > slight\nchanged effect q/a because: x > z" },
    { "a-question-under-another-name",
      TOP("5") QUESTION "rules: [{id: r, when: {q: a}, effects: []}]\n",
      TOP("5") "questions:\n"
               "  - id: new\n    was: [q]\n    ask: Q?\n    type: one\n    options:\n"
               "      - {id: a, label: A, effects: [{favour: o1, strength: strong, because: x}]}\n"
               "      - {id: z, was: [b], label: B, effects: [{favour: o2, strength: slight, "
               "because: y}]}\n"
               "rules: [{id: r, when: {new: a}, effects: []}]\n",
      "changed question new id: q > new\nchanged option new/z id: b > z" },
    { "a-rule-and-its-guard",
      TOP("5") QUESTION "rules: [{id: r, when: {q: a}, effects: [{require: c, because: x}]}]\n",
      TOP("5") QUESTION "rules: [{id: r, when: {not: {q: [a, b]}}, effects: [{require: c, "
                        "because: x, for: o1}]}]\n",
      "changed effect rule r for: - > o1\nchanged rule r when: q: a > not: {q: [a, b]}" },
    { "a-question-more-says-no-more-of-its-options", TOP("5") QUESTION,
      TOP("5") QUESTION
      "  - {id: r, ask: R?, type: one, options: [{id: a, label: A, effects: [{rule_out: o1, "
      "because: z}]}, {id: b, label: B}]}\n",
      "added question r: - > R?" },
};

static void test_changes(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autofree char *changes = changes_of(rows[row].before, rows[row].after);
    g_assert_cmpstr(changes, ==, rows[row].changes);
}

/* ---- Decisions ---- */

typedef struct {
    FpTree *trees[2];
    FpTreeDiff *diff;
} Pair;

static Pair compare(const char *before, const char *after, uint64_t work)
{
    Pair pair = { { small_tree_read(before), small_tree_read(after) }, NULL };
    FpBudget budget = { .work_left = work };
    pair.diff = fp_tree_diff_new(pair.trees[0], pair.trees[1], &budget);
    return pair;
}

static void clear(Pair *pair)
{
    fp_tree_diff_free(pair->diff);
    fp_tree_free(pair->trees[0]);
    fp_tree_free(pair->trees[1]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pair, clear)

/* The question that one tree alone asks stays open: the sheets are those of the other. */
static void test_what_one_tree_asks_stays_open(void)
{
    g_auto(Pair) pair =
        compare(TOP("5") QUESTION,
                TOP("5") QUESTION "  - {id: r, ask: R?, type: one, options: [{id: a, label: A, "
                                  "effects: [{rule_out: o1, because: z}]}, {id: b, label: B}]}\n",
                FP_BUDGET_DEFAULT);
    g_assert_cmpint(pair.diff->status, ==, FP_DECISIONS_COUNTED);
    g_assert_cmpuint((size_t)pair.diff->sheets, ==, 2);
    g_assert_cmpuint((size_t)pair.diff->changed, ==, 0);
}

static void test_numbers_are_cut_at_both(void)
{
#define BANDS(ends)                                                                                \
    TOP("5") "questions:\n  - id: n\n    ask: N?\n    type: number\n    max: 100\n    bands:\n" ends
    g_auto(Pair) pair = compare(
        BANDS("      - {id: few, label: F, below: 10}\n      - {id: more, label: M, effects: "
              "[{favour: o2, strength: slight, because: x}]}\n"),
        BANDS("      - {id: few, label: F, below: 20}\n      - {id: more, label: M, effects: "
              "[{favour: o2, strength: slight, because: x}]}\n"),
        FP_BUDGET_DEFAULT);
    g_assert_cmpuint((size_t)pair.diff->sheets, ==, 3);
    g_assert_cmpuint((size_t)pair.diff->changed, ==, 1);
    g_assert_cmpuint(pair.diff->n_decisions, ==, 1);
    g_assert_cmpuint(pair.diff->decisions[0].before, ==, 1);
    g_assert_cmpuint(pair.diff->decisions[0].after, ==, 0);
    const FpAnswer *answer = fp_answer_sheet_get(pair.diff->decisions[0].witness_before, 0);
    g_assert_cmpint(answer->kind, ==, FP_ANSWER_NUMBER);
    g_assert_cmpint((int64_t)(answer->number.millionths / 1000000), ==, 10);
}

/* Too little to count; that nothing differs is seen all the same. */
static void test_no_budget(void)
{
    g_auto(Pair) pair = compare(TOP("5") QUESTION, TOP("5") QUESTION, 0);
    g_assert_cmpint(pair.diff->status, ==, FP_DECISIONS_SAME);
    g_assert_cmpuint(pair.diff->n_decisions, ==, 0);
}

/* Past the budget a change that is found is told, without a count. */
static void test_no_budget_and_a_change(void)
{
    static const char other[] = TOP(
        "5") "questions:\n"
             "  - id: q\n    ask: Q?\n    type: one\n    options:\n"
             "      - {id: a, label: A, effects: [{favour: o2, strength: strong, because: x}]}\n"
             "      - {id: b, label: B, effects: [{favour: o2, strength: slight, because: y}]}\n";
    g_auto(Pair) pair = compare(TOP("5") QUESTION, other, 0);
    g_assert_cmpint(pair.diff->status, ==, FP_DECISIONS_UNDECIDED);
    g_assert_cmpuint(pair.diff->n_decisions, ==, 1);
    g_assert_true(pair.diff->decisions[0].sheets == 0);
}

#define TWO_QUESTIONS(first, guard_of_second, second)                                              \
    TOP("5")                                                                                       \
    "questions:\n"                                                                                 \
    "  - {id: " first ", ask: A?, type: one, options: [{id: x, label: X}, {id: y, label: "         \
    "Y}]}\n"                                                                                       \
    "  - {id: " second ", ask: B?, type: one, " guard_of_second                                    \
    "options: [{id: x, label: X}, {id: y, label: Y}]}\n"

static void test_order(void)
{
    g_auto(Pair) free = compare(TWO_QUESTIONS("q", "", "r"),
                                TWO_QUESTIONS("r", "when: {r: x}, ", "q"), FP_BUDGET_DEFAULT);
    g_assert_cmpint(free.diff->status, ==, FP_DECISIONS_COUNTED);
    g_assert_cmpuint((size_t)free.diff->sheets, ==, 4);
    g_auto(Pair) opposite = compare(TWO_QUESTIONS("q", "when: {q: x}, ", "r"),
                                    TWO_QUESTIONS("r", "when: {r: x}, ", "q"), FP_BUDGET_DEFAULT);
    g_assert_cmpint(opposite.diff->status, ==, FP_DECISIONS_NO_ONE_ORDER);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/tree-diff/says/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_changes);
    }
    g_test_add_func("/engine/tree-diff/what-one-tree-alone-asks-stays-open",
                    test_what_one_tree_asks_stays_open);
    g_test_add_func("/engine/tree-diff/numbers-are-cut-at-the-bands-of-both",
                    test_numbers_are_cut_at_both);
    g_test_add_func("/engine/tree-diff/proves-the-same-without-a-count", test_no_budget);
    g_test_add_func("/engine/tree-diff/tells-a-change-without-a-budget",
                    test_no_budget_and_a_change);
    g_test_add_func("/engine/tree-diff/questions-in-another-order", test_order);
    return g_test_run();
}
