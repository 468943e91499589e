// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static const struct {
    const char *name, *answers, *sources;
} orders[] = {
    { "conditions-before-reasons", "water=calm cold=ice load=cart depth=deep night=yes",
      "price hours shallow" },
    { "the-winner-before-the-ruled-out", "water=high load=cart depth=deep night=no",
      "price hours flood shallow" },
    { "the-ruled-out-before-the-rest", "water=flood load=cart depth=deep night=no", "flood hours" },
    { "uncited-facts-have-no-number", "water=still load=hat depth=deep night=dusk", "" },
};

static void test_orders(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autoptr(Situation) situation = situation_new(orders[i].answers);
        GString *ids = g_string_new(NULL);
        for (size_t k = 0; k < situation->brief->n_sources; k++) {
            g_assert_cmpuint(situation->brief->sources[k].number, ==, k + 1);
            g_string_append_printf(ids, "%s%s", k > 0 ? " " : "",
                                   situation->brief->sources[k].fact_id);
        }
        g_autofree char *got = g_string_free(ids, FALSE);
        g_test_message("%s", orders[i].name);
        g_assert_cmpstr(got, ==, orders[i].sources);
    }
}

static void test_numbers_rise_within_a_mark(void)
{
    // The tree cites flood, then shallow; shallow got the lower number before.
    g_autofree char *yaml = situation_yaml_with("because: Wheels pay., cites: [hours]",
                                                "because: Wheels pay., cites: [shallow]");
    g_autoptr(Situation) situation = situation_of(yaml, "water=high load=cart depth=deep night=no");
    const FpBrief *brief = situation->brief;
    FpBriefCites cites = brief->reasons[0].cites; // [flood, shallow]
    g_assert_cmpstr(brief->reasons[0].because, ==, "Nobody stands in it.");
    g_assert_cmpuint(cites.n, ==, 2);
    g_assert_cmpuint(cites.numbers[0], <, cites.numbers[1]);
    g_assert_cmpstr(brief->sources[cites.numbers[0] - 1].fact_id, ==, "shallow");
}

static void test_the_points_of_what_is_ruled_out_are_cited_last(void)
{
    g_autofree char *yaml =
        situation_yaml_with("because: Too deep.", "because: Too deep., cites: [price]");
    g_autoptr(Situation) out = situation_of(yaml, "water=high load=hat depth=deep night=no");
    g_autoptr(Situation) in_the_race =
        situation_of(yaml, "water=still load=hat depth=deep night=no");
    const FpBrief *brief = out->brief;
    g_assert_cmpuint(brief->n_sources, ==, 4);
    g_assert_cmpuint(brief->n_sources_short, ==, 3);
    g_assert_cmpstr(brief->sources[3].fact_id, ==, "price");
    g_assert_cmpuint(in_the_race->brief->n_sources_short, ==, in_the_race->brief->n_sources);
}

static const FpBriefSource *find(const FpBrief *brief, const char *fact_id)
{
    for (size_t i = 0; i < brief->n_sources; i++) {
        if (g_str_equal(brief->sources[i].fact_id, fact_id))
            return &brief->sources[i];
    }
    g_error("no source '%s'", fact_id);
}

static void test_a_source_says_how_far_it_can_be_trusted(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart depth=deep night=no");
    const FpBriefSource *hours = find(situation->brief, "hours");
    const FpBriefSource *flood = find(situation->brief, "flood");
    g_assert_true(hours->is_secondary);
    g_assert_false(hours->is_stale);
    g_assert_cmpstr(hours->confidence, ==, "low");
    g_assert_cmpstr(hours->note, ==, "The keeper denies it.");
    g_assert_false(flood->is_secondary); // one primary source is enough
    g_assert_true(flood->is_stale);
    g_assert_cmpstr(flood->as_of, ==, "2026-01");
    g_assert_cmpstr(flood->review_by, ==, "2026-10");
    g_assert_cmpuint(flood->n_refs, ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/sources/numbers-follow-the-order-of-first-citation", test_orders);
    g_test_add_func("/brief/sources/numbers-rise-within-a-mark", test_numbers_rise_within_a_mark);
    g_test_add_func("/brief/sources/the-points-of-what-is-ruled-out-are-cited-last",
                    test_the_points_of_what_is_ruled_out_are_cited_last);
    g_test_add_func("/brief/sources/a-source-says-how-far-it-can-be-trusted",
                    test_a_source_says_how_far_it_can_be_trusted);
    return g_test_run();
}
