// SPDX-License-Identifier: Apache-2.0
#include "fp-changes.h"
#include "small-tree.h"

static const struct {
    const char *name, *answers;
    const char *changes; /* of `journey`: question=options>outcome, a pair joined by + */
} rows[] = {
    { "single-changes-alone-where-there-are-any", "{distance: 600.50, weather: wet}",
      "distance=near>bike" },
    { "what-is-open-stays-open", "{}", "" },
    { "an-unknown-is-not-changed", "{weather: unknown}", "" },
    { "a-resting-answer-comes-back", "{distance: mid, weather: wet, tyres: summer, luggage: [dog]}",
      "weather=snow>no-path luggage=nothing>train" },
    { "an-option-of-many-is-toggled", "{distance: far, luggage: [bag, box]}",
      "distance=near>bike luggage=bag,box,dog>car" },
    { "an-exclusive-option-is-replaced", "{distance: far, luggage: [nothing]}",
      "distance=near>bike luggage=dog>car" },
};

static void write_step(const FpTree *tree, FpAnswerChange step, GString *text)
{
    const FpQuestion *question = &tree->questions[step.question];
    const char *comma = "=";
    g_string_append(text, question->id);
    for (size_t i = 0; i < question->n_options; i++) {
        if (!fp_option_set_has(step.to, i))
            continue;
        g_string_append_printf(text, "%s%s", comma, question->options[i].id);
        comma = ",";
    }
}

static char *changes_to_text(const FpTree *tree, const FpChanges *changes)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < changes->n; i++) {
        const FpChange *change = &changes->items[i];
        g_string_append(text, i == 0 ? "" : " ");
        write_step(tree, change->steps[0], text);
        if (change->n_steps == 2) {
            g_string_append_c(text, '+');
            write_step(tree, change->steps[1], text);
        }
        g_string_append_printf(text, ">%s",
                               change->outcome == FP_NONE ? "no-path"
                                                          : tree->outcomes[change->outcome].id);
    }
    return g_string_free(text, FALSE);
}

static char *find_changes(const FpTree *tree, const char *answers, uint64_t work)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, answers);
    FpBudget budget = { .work_left = work };
    g_autoptr(FpChanges) changes = fp_changes_find(compiled, sheet, &budget);
    if (changes->is_undecided)
        return g_strdup("undecided");
    return changes_to_text(tree, changes);
}

static void test_row(const void *data)
{
    const size_t *index = data;
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autofree char *changes = find_changes(tree, rows[*index].answers, FP_BUDGET_DEFAULT);
    g_assert_cmpstr(changes, ==, rows[*index].changes);
}

/* Three questions of ten options, of which any two answers b to j favour o2 enough. */
static FpTree *pairs_tree(void)
{
    g_autoptr(GString) text =
        g_string_new("always: [{favour: o1, strength: slight, because: B}]\nquestions: [");
    for (int i = 0; i < 3; i++) {
        g_string_append_printf(text, "%s{id: q%d, ask: A, type: one, options: [{id: a, label: L}",
                               i == 0 ? "" : ", ", i);
        for (char id = 'b'; id <= 'j'; id++)
            g_string_append_printf(
                text, ", {id: %c, label: L, effects: [{favour: o2, strength: slight, because: B}]}",
                id);
        g_string_append(text, "]}");
    }
    g_string_append(text, "]");
    return small_tree_of(2, text->str);
}

static void test_pairs_are_cut_after_sorting(void)
{
    g_autoptr(FpTree) tree = pairs_tree();
    g_autofree char *changes = find_changes(tree, "{q0: a, q1: a, q2: a}", FP_BUDGET_DEFAULT);
    g_auto(GStrv) pairs = g_strsplit(changes, " ", -1);
    g_assert_cmpuint(g_strv_length(pairs), ==, FP_PAIRS_MAX);
    g_assert_cmpstr(pairs[0], ==, "q0=b+q1=b>o2");
    g_assert_cmpstr(pairs[1], ==, "q0=b+q1=c>o2");
    g_assert_cmpstr(pairs[9], ==, "q0=c+q1=b>o2");
    g_assert_cmpstr(pairs[49], ==, "q0=g+q1=f>o2"); // 81 of q0 and q1 come before any of q2
}

static void test_undecided_past_the_budget(void)
{
    g_autoptr(FpTree) tree = pairs_tree();
    g_autofree char *changes = find_changes(tree, "{q0: a, q1: a, q2: a}", 500);
    g_assert_cmpstr(changes, ==, "undecided");
}

int main(int argc, char **argv)
{
    static size_t indices[G_N_ELEMENTS(rows)];
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/changes/", rows[i].name, NULL);
        indices[i] = i;
        g_test_add_data_func(path, &indices[i], test_row);
    }
    g_test_add_func("/engine/changes/pairs-are-cut-after-sorting",
                    test_pairs_are_cut_after_sorting);
    g_test_add_func("/engine/changes/undecided-past-the-budget", test_undecided_past_the_budget);
    return g_test_run();
}
