// SPDX-License-Identifier: Apache-2.0
#include "failed-states-private.h"
#include "small-tree.h"
#include <string.h>

static const char questions_text[] =
    "questions:\n"
    "  - id: first\n"
    "    ask: A\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: grouped, label: x, effects:\n"
    "         [{favour: o2, strength: slight, because: x, counts_as: g}]}\n"
    "      - {id: plain, label: x, effects: [{favour: o2, strength: slight, because: x}]}\n"
    "      - {id: same, label: x, effects: [{favour: o2, strength: slight, because: x}]}\n"
    "      - {id: read, label: x, effects: [{favour: o2, strength: slight, because: x}]}\n"
    "      - {id: better, label: x, effects: [{favour: o2, strength: moderate, because: x}]}\n"
    "      - {id: worse, label: x}\n"
    "      - {id: out, label: x, effects: [{rule_out: o1, because: x}]}\n"
    "      - {id: control, label: x, effects: [{favour: o2, strength: slight, because: x},\n"
    "         {advise: x}]}\n"
    "  - id: set\n"
    "    ask: A\n"
    "    type: many\n"
    "    options:\n"
    "      - {id: deferred, label: x, effects:\n"
    "         [{favour: o2, strength: slight, because: x, when: {set: last}}]}\n"
    "      - id: leads\n"
    "        label: x\n"
    "        then: [{id: follow-up, ask: A, type: one, options: [{id: y, label: x},\n"
    "                {id: z, label: x}]}]\n"
    "      - {id: nothing, label: x}\n"
    "      - {id: late, label: x, effects:\n"
    "         [{favour: o2, strength: slight, because: x, when: {follow-up: y}}]}\n"
    "      - {id: last, label: x}\n"
    "  - id: end\n"
    "    ask: A\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: y, label: x, effects:\n"
    "         [{favour: o2, strength: slight, because: x, counts_as: g}]}\n"
    "      - {id: z, label: x}\n"
    "rules:\n"
    "  - {id: r, when: {end: z, first: read}, effects: [{advise: x},\n"
    "     {favour: o2, strength: slight, because: x}]}\n";

/* Steps to a state, separated by spaces: QUESTION=OPTION for a whole answer, +OPTION and -OPTION for one
 * option of `set` that is in or out. */
static const struct {
    const char *name, *failed, *now;
    bool is_covered;
} rows[] = {
    { "the-same-state-fails-again", "first=plain", "first=plain", true },
    { "what-nobody-reads-makes-no-difference", "first=plain", "first=same", true },
    { "conditions-make-no-difference", "first=plain", "first=control", true },
    { "what-is-read-later-makes-a-difference", "first=plain", "first=read", false },
    { "a-worse-standing-fails-too", "first=plain", "first=worse", true },
    { "a-better-standing-may-not-fail", "first=plain", "first=better", false },
    { "a-rival-that-is-out-is-better", "first=plain", "first=out", false },
    { "a-group-that-has-counted-makes-a-difference", "first=grouped", "first=plain", false },
    { "another-place-is-another-state", "first=plain", "first=plain -deferred", false },
    { "an-option-that-leads-to-a-question-is-read", "first=plain -deferred -leads +nothing",
      "first=plain -deferred +leads -nothing", false },
    { "an-option-that-nobody-reads-is-not", "first=plain -deferred +leads -nothing",
      "first=plain -deferred +leads +nothing", true },
    { "a-set-with-nothing-in-it-yet-is-another-state", "first=plain -deferred -leads -nothing",
      "first=plain -deferred -leads +nothing", false },
    { "an-option-whose-effect-waits-for-the-set-is-remembered", "first=plain -deferred +leads",
      "first=plain +deferred +leads", false },
    { "an-option-whose-effect-waits-for-a-follow-up-is-remembered",
      "first=plain -deferred +leads -nothing -late +last",
      "first=plain -deferred +leads -nothing +late +last", false },
    { "it-is-forgotten-after-that", "first=plain -deferred +leads -nothing -late +last follow-up=z",
      "first=plain -deferred +leads -nothing +late +last follow-up=z", true },
};

static FpSearch *begin(const FpCompiledTree *compiled, const FpAnswerSheet *sheet, FpBudget *budget)
{
    FpSearch *search =
        fp_search_new(compiled, sheet, &fp_goal_wins,
                      fp_tree_find_outcome(fp_compiled_tree_tree(compiled), "o2"), budget);
    fp_search_spread(search, 0);
    return search;
}

static void answer(FpSearch *search, const char *option_id)
{
    const FpQuestion *question = &search->compiled->tree->questions[search->question];
    FpOptionSet option = fp_option_set_of(fp_question_find_option(question, option_id));
    search->must[search->question] = search->may[search->question] = option;
    fp_search_advance(search);
}

static void put_in_or_leave_out(FpSearch *search, bool is_in, const char *option_id)
{
    const FpQuestion *question = &search->compiled->tree->questions[search->question];
    size_t index = fp_question_find_option(question, option_id);
    FpOptionSet *must = &search->must[search->question], *may = &search->may[search->question];
    if (is_in)
        *must = fp_option_set_union(*must, fp_option_set_of(index));
    else
        *may = fp_option_set_minus(*may, fp_option_set_of(index));
    if (is_in)
        fp_search_settle_option(search, index);
    if (fp_option_set_equal(*must, *may))
        fp_search_advance(search);
    else
        search->option = index + 1;
}

static void go_to(FpSearch *search, const char *state)
{
    g_auto(GStrv) steps = g_strsplit(state, " ", -1);
    fp_search_begin(search);
    for (size_t i = 0; steps[i] != NULL && *steps[i] != '\0'; i++) {
        if (steps[i][0] == '+' || steps[i][0] == '-')
            put_in_or_leave_out(search, steps[i][0] == '+', steps[i] + 1);
        else
            answer(search, strchr(steps[i], '=') + 1);
    }
}

static void test_covers(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_of(2, questions_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_new(tree);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpSearch) failing = begin(compiled, sheet, &budget);
    g_autoptr(FpSearch) now = begin(compiled, sheet, &budget);
    FpFailedStates *failed = failing->failed = fp_failed_states_new(failing);
    go_to(failing, rows[row].failed);
    go_to(now, rows[row].now);
    g_assert_false(fp_failed_states_covers(failed, now));
    fp_failed_states_add(failed, failing);
    g_assert_true(fp_failed_states_covers(failed, failing));
    g_assert_true(fp_failed_states_covers(failed, now) == rows[row].is_covered);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/failed-states/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_covers);
    }
    return g_test_run();
}
