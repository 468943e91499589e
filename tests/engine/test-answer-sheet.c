// SPDX-License-Identifier: Apache-2.0
#include "small-tree.h"

static void test_a_new_sheet_says_nothing(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_new(tree);
    g_assert_true(fp_answer_sheet_tree(sheet) == tree);
    for (size_t i = 0; i < tree->n_questions; i++)
        g_assert_cmpint(fp_answer_sheet_get(sheet, i)->kind, ==, FP_ANSWER_NONE);
}

static void test_none_clears(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_new(tree);
    fp_answer_sheet_set(sheet, 1, (FpAnswer) { .kind = FP_ANSWER_UNKNOWN });
    g_assert_cmpint(fp_answer_sheet_get(sheet, 1)->kind, ==, FP_ANSWER_UNKNOWN);
    fp_answer_sheet_set(sheet, 1, (FpAnswer) { .kind = FP_ANSWER_NONE });
    g_assert_cmpint(fp_answer_sheet_get(sheet, 1)->kind, ==, FP_ANSWER_NONE);
}

static void test_a_copy_goes_its_own_way(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, "{weather: wet}");
    g_autoptr(FpAnswerSheet) copy = fp_answer_sheet_copy(sheet);
    size_t weather = fp_tree_find_question(tree, "weather");
    g_assert_true(
        fp_answer_equal(fp_answer_sheet_get(copy, weather), fp_answer_sheet_get(sheet, weather)));
    fp_answer_sheet_set(copy, weather, (FpAnswer) { .kind = FP_ANSWER_NONE });
    g_assert_cmpint(fp_answer_sheet_get(sheet, weather)->kind, ==, FP_ANSWER_OPTIONS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/answer-sheet/a-new-one-says-nothing", test_a_new_sheet_says_nothing);
    g_test_add_func("/engine/answer-sheet/none-clears", test_none_clears);
    g_test_add_func("/engine/answer-sheet/a-copy-goes-its-own-way", test_a_copy_goes_its_own_way);
    return g_test_run();
}
