// SPDX-License-Identifier: Apache-2.0
#include "fp-verdict.h"
#include "small-tree.h"

/* What a sheet of `journey` comes to: "WINNER by MARGIN: OUTCOME SCORE…", an outcome that is out in
 * parentheses, then what is required and advised. */
static const struct {
    const char *name, *answers, *verdict;
} rows[] = {
    { "always-fires-on-an-empty-sheet", "{}",
      "train by 0 tie close: train 0, bike 0, car -1; ticket;" },
    { "the-highest-score-wins", "{distance: 3}", "bike by 5: bike 5, train 0, car -1; helmet;" },
    { "an-effect-on-several-outcomes-counts-for-each", "{distance: 20}",
      "train by 1 close: train 3, car 2, bike 0; ticket;" },
    { "an-exact-tie-follows-prefer", "{weather: dry}",
      "train by 0 tie close: train 0, bike 0, car -1; ticket;" },
    { "what-is-ruled-out-comes-last", "{distance: far}",
      "train by 6: train 5, car -1, (bike 0); ticket;" },
    { "no-runner-up-no-margin", "{distance: far, luggage: [dog]}",
      "car: car -1, (train 5), (bike 0);;" },
    { "no-path-has-no-conditions", "{weather: snow, tyres: summer, luggage: [dog]}",
      "nothing: (train 0), (bike -5), (car -1);;" },
    { "an-unknown-fires-nothing", "{distance: unknown, weather: unknown}",
      "train by 0 tie close: train 0, bike 0, car -1; ticket;" },
    { "a-resting-answer-fires-nothing", "{weather: dry, tyres: summer}",
      "train by 0 tie close: train 0, bike 0, car -1; ticket;" },
    { "of-a-group-the-strongest-counts", "{weather: wet, luggage: [box]}",
      "train by 1 close: train 0, car -1, bike -3; ticket; Take a coat" },
    { "the-strongest-may-come-first", "{weather: snow, luggage: [box]}",
      "train by 1 close: train 0, car -1, bike -5; ticket;" },
    { "an-effect-may-read-its-own-question", "{luggage: [box, bag]}",
      "train by 0 tie close: train 0, car 0, bike -1; ticket;" },
    { "a-rule-fires-where-its-guard-holds", "{hurry: \"yes\", weather: dry}",
      "car by 4: car 4, train 0, bike 0;; Take a coat" },
    { "a-rule-needs-all-its-entries", "{hurry: \"yes\"}",
      "train by 0 tie close: train 0, bike 0, car -1; ticket;" },
    { "an-effect-of-a-rule-has-a-guard-of-its-own",
      "{hurry: \"yes\", luggage: [nothing], distance: 600, weather: snow}",
      "train by 1 close: train 5, car 4, (bike -5); ticket; Take a coat" },
    { "advice-is-given-once", "{hurry: \"yes\", weather: wet, luggage: [bag]}",
      "car by 4: car 4, train 0, bike -3;; Take a coat" },
};

static void append_place(const FpVerdict *verdict, const FpRank *rank, GString *text)
{
    g_string_append_printf(text, rank->is_ruled_out ? "(%s %d)" : "%s %d",
                           verdict->tree->outcomes[rank->outcome].id, (int)rank->score);
    g_assert_true(fp_verdict_rank(verdict, rank->outcome) == rank);
}

static char *describe(const FpVerdict *verdict)
{
    const FpTree *tree = verdict->tree;
    GString *text =
        g_string_new(verdict->outcome == FP_NONE ? "nothing" : tree->outcomes[verdict->outcome].id);
    if (verdict->has_margin)
        g_string_append_printf(text, " by %d", (int)verdict->margin);
    g_string_append(text, verdict->is_tie ? " tie" : "");
    g_string_append(text, verdict->is_close_call ? " close" : "");
    for (size_t i = 0; i < verdict->n_ranking; i++) {
        g_string_append(text, i == 0 ? ": " : ", ");
        append_place(verdict, &verdict->ranking[i], text);
    }
    g_string_append(text, ";");
    for (size_t i = 0; i < verdict->n_requires; i++)
        g_string_append_printf(text, " %s",
                               tree->controls[verdict->requires[i].effect->control].id);
    g_string_append(text, ";");
    for (size_t i = 0; i < verdict->n_advice; i++)
        g_string_append_printf(text, " %s", verdict->advice[i].effect->advice.source);
    return g_string_free(text, FALSE);
}

static void test_verdict(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, rows[row].answers);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    g_autofree char *text = describe(verdict);
    g_assert_cmpstr(text, ==, rows[row].verdict);
}

/* Of the reasons against bike: snow counts, the box, weaker and later, does not. */
static void test_what_is_not_counted_stays_a_reason(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{weather: snow, luggage: [box]}");
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    g_assert_cmpuint(verdict->n_reasons, ==, 3);
    g_assert_cmpstr(verdict->reasons[1].effect->because.source, ==, "it is slippery");
    g_assert_true(verdict->reasons[1].counted);
    g_assert_cmpstr(verdict->reasons[2].effect->because.source, ==, "it is heavy");
    g_assert_false(verdict->reasons[2].counted);
    g_assert_cmpint(verdict->reasons[2].points, ==, 1);
}

static void test_origins(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet =
        small_sheet(tree, "{distance: 3, hurry: \"yes\", weather: wet}");
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    const FpReason *always = &verdict->reasons[0], *option = &verdict->reasons[1];
    g_assert_true(always->origin.question == FP_NONE && always->origin.option == FP_NONE &&
                  always->origin.rule == FP_NONE);
    g_assert_true(option->origin.question == 0 && option->origin.option == 0 &&
                  option->origin.rule == FP_NONE);
}

static void test_a_rules_origin(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{hurry: \"yes\", weather: dry}");
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    const FpReason *last = &verdict->reasons[verdict->n_reasons - 1];
    g_assert_true(last->origin.rule == 0 && last->origin.question == FP_NONE);
}

/* A rule asks for the coat, and so does the wet weather: it is advised once, by both. */
static void test_all_that_asked_are_named(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet =
        small_sheet(tree, "{distance: far, hurry: \"yes\", weather: wet}");
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    g_assert_cmpuint(verdict->n_advice, ==, 1);
    const FpCondition *coat = &verdict->advice[0];
    g_assert_cmpuint(coat->n_askings, ==, 2);
    g_assert_true(coat->askings[0].effect == coat->effect);
    g_assert_true(coat->askings[0].origin.question == coat->origin.question);
    g_assert_true(coat->askings[1].effect != coat->effect);
    g_assert_true(coat->askings[1].origin.rule != FP_NONE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/verdict/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_verdict);
    }
    g_test_add_func("/engine/verdict/what-is-not-counted-stays-a-reason",
                    test_what_is_not_counted_stays_a_reason);
    g_test_add_func("/engine/verdict/a-reason-says-where-it-stands", test_origins);
    g_test_add_func("/engine/verdict/a-reason-of-a-rule-says-so", test_a_rules_origin);
    g_test_add_func("/engine/verdict/all-that-asked-for-a-condition-are-named",
                    test_all_that_asked_are_named);
    return g_test_run();
}
