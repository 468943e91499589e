// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static void test_a_condition_says_why_how_and_who(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart,barrow");
    const FpBrief *brief = situation->brief;
    g_assert_cmpuint(brief->n_conditions, ==, 2);
    g_assert_cmpstr(brief->conditions[0].title, ==, "The toll is paid");
    g_assert_cmpuint(brief->conditions[0].n_because, ==, 1);
    g_assert_cmpstr(brief->conditions[0].because[0].text, ==, "Wheels pay.");
    g_assert_cmpstr(brief->conditions[0].how, ==, "In coins.");
    g_assert_cmpstr(brief->conditions[0].owner, ==, "purser");
    g_assert_cmpstr(brief->conditions[1].title, ==, "A rope is tied");
    g_assert_cmpuint(brief->conditions[1].n_because, ==, 0);
    g_assert_null(brief->conditions[1].how);
    g_assert_null(brief->conditions[1].owner);
}

static void assert_cites(const FpBrief *brief, FpBriefCites cites, const char *fact_id)
{
    g_assert_cmpuint(cites.n, ==, 1);
    g_assert_cmpstr(brief->sources[cites.numbers[0] - 1].fact_id, ==, fact_id);
}

static void test_a_condition_cites_for_the_control_and_each_reason_for_itself(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBriefCondition *toll = &situation->brief->conditions[0];
    assert_cites(situation->brief, toll->cites, "price");
    assert_cites(situation->brief, toll->because[0].cites, "hours");
}

/* The toll for two reasons, one of them twice, and once for none. */
static void test_all_reasons_that_ask_for_a_condition_are_told_once(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{id: hat, label: A hat}",
        "{id: hat, label: A hat, effects: [{require: toll, because: Hats pay., cites: [shallow]},\n"
        "        {require: toll, because: Wheels pay., cites: [price]},\n"
        "        {require: toll, cites: [flood]}]}");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart,hat");
    const FpBrief *brief = situation->brief;
    const FpBriefCondition *toll = &brief->conditions[0];
    g_assert_cmpuint(brief->n_conditions, ==, 1);
    g_assert_cmpuint(toll->n_because, ==, 2);
    g_assert_cmpstr(toll->because[0].text, ==, "Wheels pay.");
    g_assert_cmpuint(toll->because[0].cites.n, ==, 2); // of both that say so
    g_assert_cmpstr(toll->because[1].text, ==, "Hats pay.");
    assert_cites(brief, toll->because[1].cites, "shallow");
    g_assert_cmpuint(toll->cites.n, ==, 2); // the control's own, and those of the silent one
}

static void test_limits_are_the_winners_own(void)
{
    g_autoptr(Situation) bridge = situation_new("load=cart");
    g_autoptr(Situation) ferry = situation_new("load=goat");
    g_assert_cmpuint(bridge->brief->n_limits, ==, 1);
    g_assert_cmpstr(bridge->brief->limits[0].text, ==, "It is closed at night.");
    g_assert_cmpstr(ferry->brief->limits[0].text, ==, "It rocks.");
}

static void test_advice_follows_the_answers(void)
{
    g_autoptr(Situation) cart = situation_new("load=cart");
    g_autoptr(Situation) hat = situation_new("load=hat");
    g_assert_cmpuint(cart->brief->n_advice, ==, 1);
    g_assert_cmpstr(cart->brief->advice[0].text, ==, "Grease the axle.");
    g_assert_cmpuint(hat->brief->n_advice, ==, 0);
}

static void test_advice_says_why_where_the_tree_does(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{advise: Grease the axle., ", "{advise: Grease the axle., because: It squeaks., ");
    g_autoptr(Situation) with = situation_of(yaml, "load=cart");
    g_autoptr(Situation) without = situation_new("load=cart");
    g_assert_cmpuint(with->brief->advice[0].n_because, ==, 1);
    g_assert_cmpstr(with->brief->advice[0].because[0].text, ==, "It squeaks.");
    g_assert_cmpuint(without->brief->advice[0].n_because, ==, 0);
}

static void test_nothing_is_asked_for_before_anything_is_known(void)
{
    g_autoptr(Situation) situation = situation_new("");
    g_assert_cmpuint(situation->brief->n_limits, ==, 0);
    g_assert_cmpuint(situation->brief->n_conditions, ==, 0);
    g_assert_cmpuint(situation->brief->n_dataflow, ==, 0);
    g_assert_null(situation->brief->outcome_summary);
}

static void test_without_a_path_there_is_nothing_to_put_in_place(void)
{
    g_autoptr(Situation) situation = situation_new("water=flood load=cart");
    g_assert_cmpuint(situation->brief->n_conditions, ==, 0);
    g_assert_cmpuint(situation->brief->n_limits, ==, 0);
    g_assert_cmpuint(situation->brief->n_advice, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/conditions/a-condition-says-why-how-and-who",
                    test_a_condition_says_why_how_and_who);
    g_test_add_func("/brief/conditions/a-condition-cites-and-each-reason-for-itself",
                    test_a_condition_cites_for_the_control_and_each_reason_for_itself);
    g_test_add_func("/brief/conditions/all-reasons-that-ask-for-a-condition-are-told-once",
                    test_all_reasons_that_ask_for_a_condition_are_told_once);
    g_test_add_func("/brief/conditions/limits-are-the-winners-own",
                    test_limits_are_the_winners_own);
    g_test_add_func("/brief/conditions/advice-follows-the-answers",
                    test_advice_follows_the_answers);
    g_test_add_func("/brief/conditions/advice-says-why-where-the-tree-does",
                    test_advice_says_why_where_the_tree_does);
    g_test_add_func("/brief/conditions/nothing-is-asked-for-before-anything-is-known",
                    test_nothing_is_asked_for_before_anything_is_known);
    g_test_add_func("/brief/conditions/without-a-path-there-is-nothing-to-put-in-place",
                    test_without_a_path_there_is_nothing_to_put_in_place);
    return g_test_run();
}
