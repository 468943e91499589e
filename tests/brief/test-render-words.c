// SPDX-License-Identifier: Apache-2.0
#include "render-words.h"
#include "situation.h"

static const struct {
    const char *name, *answers, *score, *first_other, *rank;
} rows[] = {
    { "terms-in-the-order-shown", "water=still load=cart,barrow,stones depth=deep night=yes",
      "5 - 5 - 3 = -3", "-5", "2 points behind" },
    { "one-term-needs-no-sum", "load=cart", "5", "0", "5 points behind" },
    { "nothing-counts-nothing", "load=hat", "0", "0", "level, but the tree prefers it less" },
    { "one-point-is-one-point", "water=slow", "1", "0", "1 point behind" },
    { "what-is-out-is-no-points-behind", "water=fast load=cart,stones", "5 - 3 = 2", "-5",
      "ruled out" },
};

static void test_scores(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Situation) situation = situation_new(rows[i].answers);
        const FpBrief *brief = situation->brief;
        g_autofree char *score = words_of_score(brief);
        g_autofree char *other = words_of_other_score(brief, &brief->others[0]);
        g_autofree char *rank = words_of_rank(brief, &brief->others[0]);
        g_test_message("%s", rows[i].name);
        g_assert_cmpstr(score, ==, rows[i].score);
        g_assert_cmpstr(other, ==, rows[i].first_other);
        g_assert_cmpstr(rank, ==, rows[i].rank);
    }
}

static void test_a_guard_that_is_not_required_is_only_possible(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBriefStop *stops = situation->brief->dataflow;
    g_autofree char *required = words_of_guard(&stops[1]);
    g_autofree char *possible = words_of_guard(&stops[2]);
    g_assert_cmpstr(required, ==, "guarded by condition 1: The toll is paid");
    g_assert_cmpstr(possible, ==, "can be guarded by: A rope is tied");
    g_assert_null(words_of_guard(&stops[0]));
}

static void test_what_does_not_count_names_what_does(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart,barrow");
    const FpBrief *brief = situation->brief;
    g_autofree char *words = words_of_counted_by(brief, &brief->reasons[1], false);
    g_autofree char *ascii = words_of_counted_by(brief, &brief->reasons[1], true);
    g_assert_cmpstr(words, ==,
                    "Not counted again, since this counts already: What do you carry? → A cart");
    g_assert_cmpstr(ascii, ==,
                    "Not counted again, since this counts already: What do you carry? -> A cart");
}

static void test_of_one_answer_the_reason_itself_is_named(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "          - {favour: bridge, strength: moderate, because: It has a wheel., counts_as: wheels}\n",
        "          - {favour: bridge, strength: moderate, because: It has a wheel., counts_as: wheels}\n"
        "          - {favour: bridge, strength: slight, because: It squeaks., counts_as: wheels}\n");
    g_autoptr(Situation) situation = situation_of(yaml, "load=barrow");
    const FpBrief *brief = situation->brief;
    g_autofree char *words = words_of_counted_by(brief, &brief->reasons[1], false);
    g_assert_cmpstr(words, ==, "Not counted again, since this counts already: It has a wheel.");
}

static void test_what_no_answer_led_to_has_no_origin(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    FpBriefReason reason = situation->brief->reasons[0];
    g_autofree char *origin = words_of_origin(&reason, false);
    g_assert_cmpstr(origin, ==, "What do you carry? → A cart");
    reason.question = reason.answer = NULL;
    g_assert_null(words_of_origin(&reason, false));
}

static void test_points_are_told_from_what_rules_out(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=hat depth=deep night=no");
    const FpBrief *brief = situation->brief;
    g_assert_false(words_has_points(brief, &brief->others[0])); // the ferry: nothing at all
    g_assert_true(words_has_points(brief, &brief->others[1]));  // the ford: out, and too deep
}

static void test_access_is_a_sentence(void)
{
    static const char *const sentences[] = {
        [FP_ACCESS_NONE] = "Ann: no access to it",
        [FP_ACCESS_LIMITED] = "Ann: limited access to it",
        [FP_ACCESS_FULL] = "Ann: full access to it",
    };
    for (FpAccessLevel level = FP_ACCESS_NONE; level <= FP_ACCESS_FULL; level++) {
        const FpBriefAccess access = { .who = "Ann", .to = "it", .has = level };
        g_autofree char *sentence = words_of_access_to(&access);
        g_assert_cmpstr(sentence, ==, sentences[level]);
    }
}

static void test_who_finds_out(void)
{
    static const struct {
        const char *who, *by, *words;
    } finders[] = {
        { "Ann", "2026-12-01", "Ann finds out by 2026-12-01." },
        { "Ann", NULL, "Ann finds out." },
        { NULL, "2026-12-01", "To be found out by 2026-12-01." },
        { NULL, NULL, NULL },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(finders); i++) {
        const FpBriefAnswer answer = { .who = finders[i].who, .by = finders[i].by };
        g_autofree char *words = words_of_finder(&answer);
        g_assert_cmpstr(words, ==, finders[i].words);
    }
}

static void test_a_resting_answer_says_that_it_counts_for_nothing(void)
{
    g_autoptr(Situation) situation = situation_new("water=high cold=ice");
    g_autofree char *resting = words_of_answer(&situation->brief->answers[1]);
    g_autofree char *open = words_of_answer(&situation->brief->answers[2]);
    g_assert_cmpstr(resting, ==, "Ice (not asked with these answers, so it counts for nothing)");
    g_assert_cmpstr(open, ==, "Not answered yet");
}

static void test_a_reference_says_where_to_look(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart");
    const FpBriefSource *hours = &situation->brief->sources[1];
    const FpBriefSource *price = &situation->brief->sources[0];
    g_autofree char *undated = words_of_reference(&hours->refs[0]);
    g_autofree char *dated = words_of_reference(&price->refs[0]);
    g_assert_cmpstr(undated, ==, "The inn, What they say: at noon");
    g_assert_cmpstr(dated, ==, "The town, Almanac (2025-12): page 5");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/words/the-arithmetic-can-be-redone", test_scores);
    g_test_add_func("/brief/words/a-guard-that-is-not-required-is-only-possible",
                    test_a_guard_that_is_not_required_is_only_possible);
    g_test_add_func("/brief/words/what-does-not-count-names-what-does",
                    test_what_does_not_count_names_what_does);
    g_test_add_func("/brief/words/of-one-answer-the-reason-itself-is-named",
                    test_of_one_answer_the_reason_itself_is_named);
    g_test_add_func("/brief/words/what-no-answer-led-to-has-no-origin",
                    test_what_no_answer_led_to_has_no_origin);
    g_test_add_func("/brief/words/points-are-told-from-what-rules-out",
                    test_points_are_told_from_what_rules_out);
    g_test_add_func("/brief/words/access-is-a-sentence", test_access_is_a_sentence);
    g_test_add_func("/brief/words/who-finds-out", test_who_finds_out);
    g_test_add_func("/brief/words/a-resting-answer-says-that-it-counts-for-nothing",
                    test_a_resting_answer_says_that_it_counts_for_nothing);
    g_test_add_func("/brief/words/a-reference-says-where-to-look",
                    test_a_reference_says_where_to_look);
    return g_test_run();
}
