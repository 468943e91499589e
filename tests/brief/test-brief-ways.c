// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static void test_stops_stand_in_the_trees_order(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBrief *brief = situation->brief;
    g_assert_cmpuint(brief->n_dataflow, ==, 4);
    g_assert_cmpstr(brief->dataflow[1].at, ==, "The toll house");
    g_assert_cmpstr(brief->dataflow[1].within, ==, "This bank");
    g_assert_cmpstr(brief->dataflow[2].run_by, ==, "The town");
    g_assert_null(brief->dataflow[0].control);
}

static void test_a_guard_is_told_as_in_force_only_where_it_is_a_condition(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBriefStop *stops = situation->brief->dataflow;
    g_assert_cmpstr(stops[1].control, ==, "The toll is paid");
    g_assert_cmpuint(stops[1].condition, ==, 1);
    g_assert_cmpstr(stops[2].control, ==, "A rope is tied");
    g_assert_cmpuint(stops[2].condition, ==, 0);
}

static void test_access_tells_who_what_and_how_much(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBrief *brief = situation->brief;
    g_assert_cmpuint(brief->n_access, ==, 3);
    g_assert_cmpstr(brief->access[0].who, ==, "The keeper");
    g_assert_cmpstr(brief->access[0].to, ==, "your face");
    g_assert_cmpint(brief->access[0].has, ==, FP_ACCESS_LIMITED);
    g_assert_cmpuint(brief->access[0].cites.n, ==, 1);
}

static void test_without_a_path_there_is_no_way(void)
{
    g_autoptr(Situation) situation = situation_new("water=flood");
    g_assert_cmpuint(situation->brief->n_dataflow, ==, 0);
    g_assert_cmpuint(situation->brief->n_access, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/ways/stops-stand-in-the-trees-order",
                    test_stops_stand_in_the_trees_order);
    g_test_add_func("/brief/ways/a-guard-is-told-as-in-force-only-where-it-is-a-condition",
                    test_a_guard_is_told_as_in_force_only_where_it_is_a_condition);
    g_test_add_func("/brief/ways/access-tells-who-what-and-how-much",
                    test_access_tells_who_what_and_how_much);
    g_test_add_func("/brief/ways/without-a-path-there-is-no-way",
                    test_without_a_path_there_is_no_way);
    return g_test_run();
}
