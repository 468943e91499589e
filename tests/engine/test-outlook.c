// SPDX-License-Identifier: Apache-2.0
#include "fp-outlook.h"
#include "small-tree.h"

/* Questions of o1, o2, o3, in the order of prefer. Short: a and b answer one question. */
#define ONE(id, options)  "{id: " id ", ask: A, type: one, options: [" options "]}"
#define MANY(id, options) "{id: " id ", ask: A, type: many, options: [" options "]}"
#define YES_NO(id, yes)   ONE(id, "{id: a, label: A, effects: [" yes "]}, {id: b, label: B}")
#define FOR(outcome)      "{favour: " outcome ", strength: slight, because: B}"
#define OUT(outcome)      "{rule_out: " outcome ", because: B}"
#define PLAIN(id)         "{id: " id ", label: L}"

static const struct {
    const char *name, *tree, *answers;
    const char *winners; /* outcome=sheets, in order */
    const char *worth;   /* worth_asking */
} rows[] = {
    { "one-way-to-be-complete", "questions: [" YES_NO("q", FOR("o2")) "]", "{q: a}", "o2=1", "" },
    { "each-option-is-a-completion", "questions: [" YES_NO("q", FOR("o2")) "]", "{}", "o1=1 o2=1",
      "q" },
    { "unknown-takes-every-answer-as-open-does", "questions: [" YES_NO("q", FOR("o2")) "]",
      "{q: unknown}", "o1=1 o2=1", "q" },
    { "no-path-counts-and-stands-last", "questions: [" YES_NO("q", OUT("[o1, o2, o3]")) "]", "{}",
      "o1=1 no-path=1", "q" },
    { "winners-stand-in-the-order-of-prefer",
      "questions: [" ONE("q", "{id: a, label: A, effects: [" FOR(
                                  "o3") "]}, {id: b, label: B, "
                                        "effects: [" FOR("o2") "]}, {id: c, label: C}") "]",
      "{}", "o1=1 o2=1 o3=1", "q" },
    { "many-takes-every-set-but-the-empty-one",
      "questions: [" MANY(
          "q", "{id: a, label: A, effects: [" FOR("o2") "]}, " PLAIN("b") ", " PLAIN("c")) "]",
      "{}", "o1=3 o2=4", "q" },
    { "an-exclusive-option-stands-alone",
      "questions: [" MANY("q", PLAIN("a") ", " PLAIN("b") ", {id: c, label: C, exclusive: true, "
                                                          "effects: [" FOR("o2") "]}") "]",
      "{}", "o1=3 o2=1", "q" },
    { "all-options-may-be-exclusive",
      "questions: [" MANY("q", "{id: a, label: A, exclusive: true, effects: [" FOR(
                                   "o2") "]}, {id: b, label: B, exclusive: true}") "]",
      "{}", "o1=1 o2=1", "q" },
    { "each-band-is-a-completion",
      "questions: [{id: q, ask: A, type: number, bands: [{id: l, label: L, below: 5}, {id: m, "
      "label: M, below: 9}, {id: h, label: H, effects: [" FOR("o2") "]}]}]",
      "{}", "o1=2 o2=1", "q" },
    { "a-number-is-one-completion",
      "questions: [{id: q, ask: A, type: number, bands: [{id: l, label: L, below: 5}, {id: h, "
      "label: H, effects: [" FOR("o2") "]}]}]",
      "{q: 7.5}", "o2=1", "" },
    { "a-follow-up-multiplies-its-own-option-alone",
      "questions: [" ONE("q",
                         "{id: a, label: A, then: [" YES_NO("r", FOR("o2")) "]}, " PLAIN("b")) "]",
      "{}", "o1=2 o2=1", "q" },
    { "a-resting-answer-returns",
      "questions: [" ONE("q",
                         "{id: a, label: A, then: [" YES_NO("r", FOR("o2")) "]}, " PLAIN("b")) "]",
      "{r: a}", "o1=1 o2=1", "q" },
    { "a-resting-unknown-returns-open",
      "questions: [" ONE("q",
                         "{id: a, label: A, then: [" YES_NO("r", FOR("o2")) "]}, " PLAIN("b")) "]",
      "{r: unknown, q: unknown}", "o1=2 o2=1", "q" },
    { "only-the-strongest-of-a-group-counts",
      "always: [{favour: o1, strength: slight, because: B}]\n"
      "questions: [" YES_NO("q", "{favour: o2, strength: slight, because: B, counts_as: g}") ", " YES_NO(
          "r", "{favour: o2, strength: slight, because: B, counts_as: g}") "]",
      "{}", "o1=4", "" },
    { "a-rule-may-read-two-answers",
      "questions: [" YES_NO("q", "") ", " YES_NO(
          "r", "") "]\n"
                   "rules: [{id: s, when: {q: a, r: a}, effects: [" FOR("o2") "]}]",
      "{}", "o1=3 o2=1", "q r" },
    { "what-cannot-change-the-outcome-is-not-worth-asking",
      "questions: [" YES_NO("q", "{advise: Do}") ", " YES_NO("r", FOR("o2")) "]", "{}", "o1=2 o2=2",
      "r" },
    { "what-has-no-effect-of-its-own-may-yet-change-the-outcome",
      "questions: [" YES_NO("q", "") ", " YES_NO(
          "r", "") "]\n"
                   "rules: [{id: s, when: {any: [{q: a, r: b}, {q: b, r: a}]}, effects: [" FOR(
                       "o2") "]}]",
      "{}", "o1=2 o2=2", "q r" },
    { "the-most-telling-comes-first",
      "questions: [" YES_NO("q", FOR("o2")) ", " YES_NO("r", FOR("o2") ", " FOR("o2")) ", " YES_NO(
          "s", "{disfavour: o2, strength: slight, because: B}") "]",
      "{}", "o1=3 o2=5", "r q s" },
    { "a-question-of-many-counts-by-its-most-telling-option",
      "questions: [" YES_NO("q", "{disfavour: o2, strength: moderate, because: B}") ", " MANY(
          "r", PLAIN("a") ", {id: b, label: B, effects: [{favour: o2, strength: strong, because: "
                          "B}]}") "]",
      "{}", "o1=2 o2=4", "r" },
};

static char *winners_to_text(const FpTree *tree, const FpOutlook *outlook)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outlook->n_winners; i++) {
        const FpOutlookWinner *winner = &outlook->winners[i];
        g_autofree char *sheets = fp_count_to_text(winner->sheets);
        g_string_append_printf(
            text, "%s%s=%s", i == 0 ? "" : " ",
            winner->outcome == FP_NONE ? "no-path" : tree->outcomes[winner->outcome].id, sheets);
    }
    return g_string_free(text, FALSE);
}

static char *worth_to_text(const FpTree *tree, const FpOutlook *outlook)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outlook->n_worth_asking; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : " ",
                               tree->questions[outlook->worth_asking[i]].id);
    return g_string_free(text, FALSE);
}

static void test_row(const void *data)
{
    const size_t *index = data;
    g_autoptr(FpTree) tree = small_tree_of(3, rows[*index].tree);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, rows[*index].answers);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    g_autofree char *winners = winners_to_text(tree, outlook);
    g_autofree char *worth = worth_to_text(tree, outlook);
    g_assert_cmpstr(winners, ==, rows[*index].winners);
    g_assert_cmpstr(worth, ==, rows[*index].worth);
    g_assert_true(outlook->is_settled == (outlook->n_winners == 1));
}

/* n questions of many with 63 plain options each, and one that decides. */
static FpTree *wide_tree(size_t n)
{
    g_autoptr(GString) text = g_string_new("questions: [" YES_NO("q", FOR("o2")));
    for (size_t i = 0; i < n; i++) {
        g_string_append_printf(text, ", {id: m%zu, ask: A, type: many, options: [", i);
        for (size_t j = 0; j < 63; j++)
            g_string_append_printf(text, "%s{id: p%zu, label: L}", j == 0 ? "" : ", ", j);
        g_string_append(text, "]}");
    }
    g_string_append(text, "]");
    return small_tree_of(3, text->str);
}

static void test_large_counts_are_exact(void)
{
    g_autoptr(FpTree) tree = wide_tree(2);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{}");
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    g_autofree char *winners = winners_to_text(tree, outlook);
    // (2^63 - 1)^2 each
    g_assert_cmpstr(winners, ==,
                    "o1=85070591730234615847396907784232501249 "
                    "o2=85070591730234615847396907784232501249");
    g_assert_true(fp_count_is_exact(outlook->winners[0].sheets));
}

static void test_past_2_to_the_127_at_least(void)
{
    g_autoptr(FpTree) tree = wide_tree(3);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{}");
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    g_autofree char *winners = winners_to_text(tree, outlook);
    g_autofree char *worth = worth_to_text(tree, outlook);
    g_assert_cmpstr(winners, ==,
                    "o1=170141183460469231731687303715884105728 "
                    "o2=170141183460469231731687303715884105728");
    g_assert_false(fp_count_is_exact(outlook->winners[0].sheets));
    g_assert_cmpstr(worth, ==, "q");
}

static void test_counts(void)
{
    FpCount big = FP_COUNT_MAX - 1;
    g_autofree char *nothing = fp_count_to_text(0);
    g_autofree char *most = fp_count_to_text(big);
    g_assert_cmpstr(nothing, ==, "0");
    g_assert_cmpstr(most, ==, "170141183460469231731687303715884105727");
    g_assert_true(fp_count_add(big, 0) == big);
    g_assert_true(fp_count_add(big, 1) == FP_COUNT_MAX);
    g_assert_true(fp_count_add(FP_COUNT_MAX, FP_COUNT_MAX) == FP_COUNT_MAX);
    g_assert_true(fp_count_multiply(big, 2) == FP_COUNT_MAX);
    g_assert_true(fp_count_multiply(FP_COUNT_MAX, FP_COUNT_MAX) == FP_COUNT_MAX);
    g_assert_true(fp_count_multiply(FP_COUNT_MAX, 0) == 0);
}

static const char alike_spelt_text[] =
    "questions:\n"
    "  - id: q0\n"
    "    ask: W?\n"
    "    type: many\n"
    "    options:\n"
    "      - {id: p0, label: O}\n"
    "      - {id: p1, label: O, effects: [{rule_out: o2, because: x}]}\n"
    "  - id: q1\n"
    "    ask: W?\n"
    "    type: many\n"
    "    options:\n"
    "      - {id: p0, label: O}\n"
    "      - id: p1\n"
    "        label: O\n"
    "        effects:\n"
    "          - {favour: o3, strength: slight, because: x, when: {all: [{q1: p2}]}}\n"
    "          - {favour: o2, strength: moderate, because: x,\n"
    "             when: {q0: p1, q1: {all: [p0]}}}\n"
    "      - {id: p2, label: O}\n"
    "      - {id: p3, label: O, effects: [{favour: o3, strength: moderate, because: x}]}\n"
    "  - id: q2\n"
    "    ask: W?\n"
    "    type: one\n"
    "    when: {q1: p3}\n"
    "    options:\n"
    "      - {id: p0, label: O, effects: [{disfavour: o1, strength: slight, because: x}]}\n"
    "      - {id: p1, label: O}\n";

/* What is chosen of a begun question, and what is left of its guards, is told apart: o2 is favoured
 * only where it is ruled out. */
static void test_begun_questions(void)
{
    g_autoptr(FpTree) tree = small_tree_of(3, alike_spelt_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(tree);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, empty, &budget);
    g_assert_cmpuint(outlook->n_winners, ==, 2);
    g_assert_cmpuint(outlook->winners[0].outcome, ==, 0);
    g_assert_true(outlook->winners[0].sheets == 3 * 5);
    g_assert_cmpuint(outlook->winners[1].outcome, ==, 2);
    g_assert_true(outlook->winners[1].sheets == 3 * (2 + 8 * 2));
}

int main(int argc, char **argv)
{
    static size_t indices[G_N_ELEMENTS(rows)];
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/outlook/", rows[i].name, NULL);
        indices[i] = i;
        g_test_add_data_func(path, &indices[i], test_row);
    }
    g_test_add_func("/engine/outlook/tells-begun-questions-apart", test_begun_questions);
    g_test_add_func("/engine/outlook/large-counts-are-exact", test_large_counts_are_exact);
    g_test_add_func("/engine/outlook/past-2-to-the-127-at-least", test_past_2_to_the_127_at_least);
    g_test_add_func("/engine/outlook/counts-stop-at-2-to-the-127", test_counts);
    return g_test_run();
}
