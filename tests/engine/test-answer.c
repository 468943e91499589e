// SPDX-License-Identifier: Apache-2.0
#include "small-tree.h"

static const struct {
    const char *name, *question, *ids; /* ids: separated by '+' */
    const char *result;                /* "KIND:IDS" or the error */
} rows[] = {
    { "one-option", "weather", "wet", "options:wet" },
    { "unknown", "weather", "unknown", "unknown:unknown" },
    { "an-unknown-option-has-a-nearest-name", "weather", "snwo",
      "question 'weather' has no option 'snwo'; did you mean 'snow'?" },
    { "unknown-is-a-valid-name-too", "weather", "unknwon",
      "question 'weather' has no option 'unknwon'; did you mean 'unknown'?" },
    { "nothing-near-nothing-named", "weather", "sunshine",
      "question 'weather' has no option 'sunshine'; choose from dry, wet, snow, unknown" },
    { "two-for-one", "weather", "dry+wet", "question 'weather' takes one answer alone" },
    { "a-number-for-one", "weather", "3",
      "question 'weather' has no option '3'; choose from dry, wet, snow, unknown" },
    { "no-control-reaches-a-message", "weather", "\x1b[2J",
      "question 'weather' has no option '<U+001B>[2J'; choose from dry, wet, snow, unknown" },
    { "several-come-out-in-option-order", "luggage", "dog+bag", "options:bag+dog" },
    { "an-exclusive-one-alone", "luggage", "nothing", "options:nothing" },
    { "an-exclusive-one-first", "luggage", "nothing+bag",
      "option 'nothing' of question 'luggage' stands alone; leave it out or the others" },
    { "an-exclusive-one-last", "luggage", "bag+nothing",
      "option 'nothing' of question 'luggage' stands alone; leave it out or the others" },
    { "twice-the-same", "luggage", "bag+bag", "option 'bag' is there twice" },
    { "unknown-among-others", "luggage", "bag+unknown",
      "'unknown' is no option but a whole answer to question 'luggage'; write it alone" },
    { "a-number", "distance", "7", "number:7" },
    { "a-number-in-its-shortest-form", "distance", "007.500", "number:7.5" },
    { "the-least-number", "distance", "0.5", "number:0.5" },
    { "the-greatest-number", "distance", "1000", "number:1000" },
    { "a-number-too-small", "distance", "0.499999",
      "'0.499999' is out of range: question 'distance' takes 0.5 to 1000" },
    { "a-number-too-great", "distance", "1000.000001",
      "'1000.000001' is out of range: question 'distance' takes 0.5 to 1000" },
    { "a-number-below-nought", "distance", "-3",
      "'-3' is out of range: question 'distance' takes 0.5 to 1000" },
    { "an-exponent", "distance", "1e2",
      "'1e2' is no number that question 'distance' takes: write digits with nothing between them "
      "and a point before a fraction, at most 15 before the point and 6 after it" },
    { "too-many-digits", "distance", "7.0000001",
      "'7.0000001' is no number that question 'distance' takes: write digits with nothing between them "
      "and a point before a fraction, at most 15 before the point and 6 after it" },
    { "a-band", "distance", "mid", "options:mid" },
    { "a-band-by-an-earlier-name", "distance", "middle", "options:mid" },
    { "neither-number-nor-band", "distance", "fra",
      "'fra' is neither a number nor a band of question 'distance'; did you mean 'far'?" },
};

static const char *const kinds[] = { "none", "unknown", "options", "number" };

static char *describe(const FpQuestion *question, const FpAnswer *answer)
{
    g_auto(GStrv) ids = fp_answer_to_ids(question, answer);
    g_autofree char *joined = g_strjoinv("+", ids);
    return g_strdup_printf("%s:%s", kinds[answer->kind], joined);
}

static void test_from_ids(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    const FpQuestion *question = &tree->questions[fp_tree_find_question(tree, rows[row].question)];
    g_auto(GStrv) ids = g_strsplit(rows[row].ids, "+", -1);
    g_autoptr(GError) error = NULL;
    FpAnswer answer;
    bool is_good =
        fp_answer_from_ids(question, (const char *const *)ids, g_strv_length(ids), &answer, &error);
    g_autofree char *result = is_good ? describe(question, &answer) : g_strdup(error->message);
    g_assert_cmpstr(result, ==, rows[row].result);
}

static FpAnswer answer_of(const FpTree *tree, size_t question, const char *id)
{
    FpAnswer answer;
    g_assert_true(fp_answer_from_ids(&tree->questions[question], &id, 1, &answer, NULL));
    return answer;
}

static void test_equal(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    FpAnswer seven = answer_of(tree, 0, "7"), seven_again = answer_of(tree, 0, "7.0"),
             eight = answer_of(tree, 0, "8"), mid = answer_of(tree, 0, "mid"),
             far = answer_of(tree, 0, "far"), unknown = answer_of(tree, 0, "unknown");
    g_assert_true(fp_answer_equal(&seven, &seven_again));
    g_assert_false(fp_answer_equal(&seven, &eight));
    g_assert_false(fp_answer_equal(&seven, &mid));
    g_assert_false(fp_answer_equal(&mid, &far));
    g_assert_true(fp_answer_equal(&unknown, &unknown));
    g_assert_false(fp_answer_equal(&unknown, &mid));
}

static void test_none_has_no_ids(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    FpAnswer none = { .kind = FP_ANSWER_NONE };
    g_auto(GStrv) ids = fp_answer_to_ids(&tree->questions[0], &none);
    g_assert_cmpuint(g_strv_length(ids), ==, 0);
}

static void test_valid_options(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    const FpQuestion *weather = &tree->questions[fp_tree_find_question(tree, "weather")];
    const FpQuestion *luggage = &tree->questions[fp_tree_find_question(tree, "luggage")];
    FpOptionSet empty = { { 0, 0 } };
    FpOptionSet two = fp_option_set_union(fp_option_set_of(0), fp_option_set_of(2));
    FpOptionSet with_exclusive = fp_option_set_union(fp_option_set_of(0), fp_option_set_of(3));
    g_assert_false(fp_answer_options_are_valid(weather, empty));
    g_assert_true(fp_answer_options_are_valid(weather, fp_option_set_of(1)));
    g_assert_false(fp_answer_options_are_valid(weather, two));
    g_assert_false(fp_answer_options_are_valid(luggage, empty));
    g_assert_true(fp_answer_options_are_valid(luggage, two));
    g_assert_false(fp_answer_options_are_valid(luggage, with_exclusive));
    g_assert_true(fp_answer_options_are_valid(luggage, fp_option_set_of(3)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/answer/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_from_ids);
    }
    g_test_add_func("/engine/answer/equal-answers-are-equal", test_equal);
    g_test_add_func("/engine/answer/none-has-no-ids", test_none_has_no_ids);
    g_test_add_func("/engine/answer/options-that-may-stand-together", test_valid_options);
    return g_test_run();
}
