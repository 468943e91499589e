// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

/* "+5 Wheels need a road.; (+3) It has a wheel." */
static char *show(const FpBrief *brief, const size_t *indices, size_t n)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const FpBriefReason *reason = &brief->reasons[indices[i]];
        g_string_append_printf(text, reason->counted ? "%s%+d %s" : "%s(%+d) %s", i > 0 ? "; " : "",
                               reason->points, reason->because);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *answers, *in_favour, *against;
} winners[] = {
    { "strongest-first-and-the-not-counted-last",
      "water=still load=barrow,cart depth=deep night=no",
      "+5 Wheels need a road.; (+3) It has a wheel.", "" },
    { "those-against-stand-apart", "water=still load=cart,stones depth=deep night=no",
      "+5 Wheels need a road.", "-3 It creaks." },
    { "no-reasons-are-no-reasons", "water=still load=hat depth=shallow night=no", "", "" },
    { "without-a-path-there-is-no-winner-to-speak-for", "water=flood load=cart", "", "" },
};

static void test_winner(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(winners); i++) {
        g_autoptr(Situation) situation = situation_new(winners[i].answers);
        const FpBrief *brief = situation->brief;
        g_autofree char *in_favour = show(brief, brief->reasons_for, brief->n_reasons_for);
        g_autofree char *against = show(brief, brief->reasons_against, brief->n_reasons_against);
        g_test_message("%s", winners[i].name);
        g_assert_cmpstr(in_favour, ==, winners[i].in_favour);
        g_assert_cmpstr(against, ==, winners[i].against);
    }
}

static void test_all_reasons_stand_in_tree_order(void)
{
    g_autoptr(Situation) situation = situation_new("water=calm load=stones depth=deep");
    const FpBrief *brief = situation->brief;
    g_assert_cmpuint(brief->n_reasons, ==, 4);
    g_assert_cmpstr(brief->reasons[0].because, ==, "It can be waded.");
    g_assert_cmpstr(brief->reasons[1].because, ==, "They sink it.");
    g_assert_cmpstr(brief->reasons[2].because, ==, "It creaks.");
    g_assert_cmpstr(brief->reasons[3].because, ==, "Too deep.");
}

static void test_a_reason_names_its_answer_and_strength(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart,stones");
    const FpBriefReason *reason = &situation->brief->reasons[0];
    g_assert_cmpstr(reason->outcome, ==, "The bridge");
    g_assert_cmpstr(reason->strength, ==, "strong");
    g_assert_cmpstr(reason->question, ==, "What do you carry?");
    g_assert_cmpstr(reason->answer, ==, "A cart");
    g_assert_cmpint(reason->effect, ==, FP_EFFECT_FAVOUR);
}

static void test_what_does_not_count_points_to_what_does(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart,barrow,stones");
    const FpBriefReason *reasons = situation->brief->reasons;
    g_assert_false(reasons[1].counted);
    g_assert_cmpuint(reasons[1].counted_by, ==, 0);
    g_assert_cmpuint(reasons[0].counted_by, ==, FP_NONE);
    g_assert_cmpuint(reasons[2].counted_by, ==, FP_NONE);
}

static void test_each_path_and_side_has_its_own_group(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{favour: bridge, strength: moderate, because: It has a wheel., counts_as: wheels}",
        "{favour: [ferry, bridge], strength: moderate, because: It has a wheel., counts_as: wheels}\n"
        "          - {disfavour: bridge, strength: slight, because: It rolls., counts_as: wheels}");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart,barrow");
    const FpBriefReason *reasons = situation->brief->reasons;
    g_assert_true(reasons[1].counted);              // of the ferry's group
    g_assert_cmpuint(reasons[2].counted_by, ==, 0); // the cart's
    g_assert_true(reasons[3].counted);              // of those against the bridge
}

static void test_a_number_leads_by_its_band(void)
{
    g_autoptr(Situation) situation = situation_new("depth=2.5");
    g_assert_cmpstr(situation->brief->reasons[0].answer, ==, "Deep");
}

static void test_others_stand_in_ranking_order_without_the_winner(void)
{
    g_autoptr(Situation) situation =
        situation_new("water=high load=stones,hat depth=deep night=no");
    const FpBrief *brief = situation->brief;
    g_assert_cmpstr(brief->outcome, ==, "The bridge");
    g_assert_cmpint(brief->score, ==, -3);
    g_assert_cmpuint(brief->n_others, ==, 2);
    g_assert_cmpstr(brief->others[0].title, ==, "The ferry");
    g_assert_cmpint(brief->others[0].score, ==, -5);
    g_assert_false(brief->others[0].is_ruled_out);
    g_assert_cmpstr(brief->others[1].title, ==, "The ford");
    g_assert_true(brief->others[1].is_ruled_out);
}

static void test_what_rules_out_stands_before_what_speaks_against(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart depth=deep night=no");
    const FpBrief *brief = situation->brief;
    const FpBriefOther *ford = &brief->others[1];
    g_autofree char *against = show(brief, ford->reasons, ford->n_reasons);
    g_assert_cmpstr(against, ==, "+0 Nobody stands in it.; -5 Too deep.");
    g_assert_null(brief->reasons[ford->reasons[0]].strength);
}

static void test_without_a_path_all_are_others(void)
{
    g_autoptr(Situation) situation = situation_new("water=flood");
    g_assert_false(situation->brief->has_outcome);
    g_assert_null(situation->brief->outcome);
    g_assert_cmpuint(situation->brief->n_others, ==, 3);
}

/* A hostile tree: many outcomes, each named by many effects. */
static char *wide_yaml(int n_outcomes, int n_effects)
{
    GString *ids = g_string_new(NULL), *outcomes = g_string_new(NULL), *yaml = g_string_new(NULL);
    for (int i = 0; i < n_outcomes; i++) {
        g_string_append_printf(ids, "%so%d", i > 0 ? ", " : "", i);
        g_string_append_printf(outcomes, "%so%d: {title: t}", i > 0 ? ", " : "", i);
    }
    g_string_append_printf(
        yaml,
        "{fingerpost: 1, id: wide, version: '1', title: Wide, language: en,\n"
        "strengths: {s: 1}, prefer: [%s],\noutcomes: {%s},\nquestions: [{id: q,\n"
        "ask: Q?, type: one, options: [{id: b, label: B}, {id: a, label: A,\n"
        "effects: [",
        ids->str, outcomes->str);
    for (int i = 0; i < n_effects; i++)
        g_string_append_printf(yaml, "%s{favour: [%s], strength: s, because: b}\n",
                               i > 0 ? ", " : "", ids->str);
    g_string_append(yaml, "]}]}]}\n");
    g_string_free(ids, TRUE);
    g_string_free(outcomes, TRUE);
    return g_string_free(yaml, FALSE);
}

static void test_lists_are_no_longer_than_what_stands_in_them(void)
{
    g_autofree char *yaml = wide_yaml(200, 400);
    g_autoptr(Situation) situation = situation_of(yaml, "q=a");
    g_assert_cmpuint(situation->brief->n_reasons, ==, 80000);
    for (size_t i = 0; i < situation->brief->n_others; i++)
        g_assert_cmpuint(situation->brief->others[i].n_reasons_for, ==, 400);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/reasons/the-winners-are-listed-by-strength", test_winner);
    g_test_add_func("/brief/reasons/all-stand-in-tree-order", test_all_reasons_stand_in_tree_order);
    g_test_add_func("/brief/reasons/a-reason-names-its-answer-and-strength",
                    test_a_reason_names_its_answer_and_strength);
    g_test_add_func("/brief/reasons/what-does-not-count-points-to-what-does",
                    test_what_does_not_count_points_to_what_does);
    g_test_add_func("/brief/reasons/each-path-and-side-has-its-own-group",
                    test_each_path_and_side_has_its_own_group);
    g_test_add_func("/brief/reasons/a-number-leads-by-its-band", test_a_number_leads_by_its_band);
    g_test_add_func("/brief/reasons/others-stand-in-ranking-order-without-the-winner",
                    test_others_stand_in_ranking_order_without_the_winner);
    g_test_add_func("/brief/reasons/what-rules-out-stands-before-what-speaks-against",
                    test_what_rules_out_stands_before_what_speaks_against);
    g_test_add_func("/brief/reasons/without-a-path-all-are-others",
                    test_without_a_path_all_are_others);
    g_test_add_func("/brief/reasons/lists-are-no-longer-than-what-stands-in-them",
                    test_lists_are_no_longer_than_what_stands_in_them);
    return g_test_run();
}
