// SPDX-License-Identifier: Apache-2.0
// The search of search-private.h with a stack of its own: a tree may have more options to decide than
// the C stack has room for.
#include "failed-states-private.h"
#include "fp-exists.h"
#include "search-private.h"
#include <stdlib.h>

/* A way to decide the next option or question: what must and may become. */
typedef struct {
    FpOptionSet must, may;
    int64_t merit;
} Branch;

/* A state with a choice to make, as it was when it was come to, and what is left to try. */
typedef struct {
    size_t question, option;
    FpOptionSet settled_options, must, may;
    guint n_undo;
    guint first_branch, next_branch; /* in Stack.branches, the best first */
} Frame;

typedef struct {
    GArray *frames, *branches;
} Stack;

static int compare_branches(const void *a, const void *b)
{
    const Branch *one = a, *other = b;
    return one->merit > other->merit ? -1 : one->merit < other->merit;
}

static uint64_t work_of_condition(const FpSearch *search)
{
    return search->condition == NULL ? 0 : search->condition->n_nodes;
}

/* Looks at a branch and keeps it where it may lead to the goal. False where the budget ends. */
static bool look_at_branch(FpSearch *search, Stack *stack, FpOptionSet must, FpOptionSet may)
{
    Branch branch = { must, may, 0 };
    if (!fp_budget_take(search->budget,
                        search->work_from[search->question] + work_of_condition(search)))
        return false;
    search->must[search->question] = must;
    search->may[search->question] = may;
    fp_search_spread(search, search->question + 1);
    if (fp_guard_chance(search->condition, search->must, search->may).is_possible &&
        search->goal->can_be_reached(search, &branch.merit))
        g_array_append_val(stack->branches, branch);
    return true;
}

static bool try_branch(FpSearch *search, Stack *stack, FpOptionSet must, FpOptionSet may)
{
    return fp_option_set_is_empty(may) || look_at_branch(search, stack, must, may);
}

/* Before any of its options is decided, a question may be left unknown where that is looked for. */
static bool try_unknown(FpSearch *search, Stack *stack)
{
    FpOptionSet none = { { 0, 0 } };
    return !search->may_be_unknown || search->option > 0 ||
           !fp_option_set_is_empty(search->must[search->question]) ||
           look_at_branch(search, stack, none, none);
}

static bool try_each_alone(FpSearch *search, Stack *stack, FpOptionSet options)
{
    for (size_t i = fp_option_set_first(options); i < FP_OPTIONS_MAX;
         i = fp_option_set_first(options)) {
        FpOptionSet option = fp_option_set_of(i);
        options = fp_option_set_minus(options, option);
        if (!try_branch(search, stack, option, option))
            return false;
    }
    return true;
}

/* For many: the lowest option that is not decided is in or out. */
static bool try_in_and_out(FpSearch *search, Stack *stack, FpOptionSet must, FpOptionSet may)
{
    size_t lowest = fp_option_set_first(fp_option_set_minus(may, must));
    if (lowest == FP_OPTIONS_MAX)
        return true;
    FpOptionSet option = fp_option_set_of(lowest);
    return try_branch(search, stack, fp_option_set_union(must, option), may) &&
           try_branch(search, stack, must, fp_option_set_minus(may, option));
}

static bool try_branches(FpSearch *search, Stack *stack, FpOptionSet must, FpOptionSet may)
{
    FpOptionSet exclusive = search->compiled->questions[search->question].exclusive;
    if (search->compiled->tree->questions[search->question].type != FP_QUESTION_MANY)
        return try_each_alone(search, stack, may);
    if (search->option == 0 && !try_each_alone(search, stack, exclusive))
        return false;
    return try_in_and_out(search, stack, must, fp_option_set_minus(may, exclusive));
}

/* Puts the state on the stack with its branches. False where the budget ends. */
static bool push_state(FpSearch *search, Stack *stack)
{
    Frame frame = { search->question,
                    search->option,
                    search->settled_options,
                    search->must[search->question],
                    search->may[search->question],
                    search->undo->len,
                    stack->branches->len,
                    stack->branches->len };
    if (!try_branches(search, stack, frame.must, frame.may))
        return false;
    search->must[search->question] = frame.must;
    search->may[search->question] = frame.may;
    if (!try_unknown(search, stack))
        return false;
    if (stack->branches->len > frame.first_branch + 1)
        qsort(&g_array_index(stack->branches, Branch, frame.first_branch),
              stack->branches->len - frame.first_branch, sizeof(Branch), compare_branches);
    g_array_append_val(stack->frames, frame);
    return true;
}

static void go_back_to(FpSearch *search, const Frame *frame)
{
    fp_search_undo(search, frame->n_undo);
    search->question = frame->question;
    search->option = frame->option;
    search->settled_options = frame->settled_options;
    search->must[frame->question] = frame->must;
    search->may[frame->question] = frame->may;
}

/* Decides as the branch says; goes on to the next question where that decides the whole of it. */
static void follow(FpSearch *search, Branch branch)
{
    FpOptionSet new_in = fp_option_set_minus(branch.must, search->must[search->question]);
    search->must[search->question] = branch.must;
    search->may[search->question] = branch.may;
    if (fp_option_set_equal(branch.must, branch.may)) {
        fp_search_advance(search);
        return;
    }
    if (!fp_option_set_is_empty(new_in))
        fp_search_settle_option(search, fp_option_set_first(new_in));
    search->option = fp_option_set_first(fp_option_set_minus(branch.may, branch.must));
}

static bool is_complete(const FpSearch *search)
{
    return search->question == search->compiled->tree->n_questions;
}

static bool is_found(const FpSearch *search)
{
    return fp_guard_holds(search->condition, search->must) && search->goal->is_reached(search);
}

/* Nothing below the top state reaches the goal: takes it off the stack. */
static void pop_failed(FpSearch *search, Stack *stack)
{
    const Frame *top = &g_array_index(stack->frames, Frame, stack->frames->len - 1);
    fp_failed_states_add(search->failed, search);
    g_array_set_size(stack->branches, top->first_branch);
    g_array_set_size(stack->frames, stack->frames->len - 1);
}

/* Ends: every step follows a branch or takes a state off, and a state has finitely many branches, each
 * of which decides more. */
static FpExists run_stack(FpSearch *search, Stack *stack)
{
    while (stack->frames->len > 0) {
        Frame *top = &g_array_index(stack->frames, Frame, stack->frames->len - 1);
        go_back_to(search, top);
        if (top->next_branch == stack->branches->len) {
            pop_failed(search, stack);
            continue;
        }
        follow(search, g_array_index(stack->branches, Branch, top->next_branch++));
        if (is_complete(search)) {
            if (is_found(search))
                return FP_EXISTS_YES;
        } else if (!fp_failed_states_covers(search->failed, search) && !push_state(search, stack)) {
            return FP_EXISTS_UNDECIDED;
        }
    }
    return FP_EXISTS_NO;
}

FpExists fp_search_run(FpSearch *search)
{
    fp_search_spread(search, 0);
    search->failed = fp_failed_states_new(search);
    fp_search_begin(search);
    if (is_complete(search))
        return is_found(search) ? FP_EXISTS_YES : FP_EXISTS_NO;
    Stack stack = { g_array_new(FALSE, FALSE, sizeof(Frame)),
                    g_array_new(FALSE, FALSE, sizeof(Branch)) };
    FpExists exists = push_state(search, &stack) ? run_stack(search, &stack) : FP_EXISTS_UNDECIDED;
    g_array_unref(stack.frames);
    g_array_unref(stack.branches);
    return exists;
}

FpAnswerSheet *fp_search_witness(const FpSearch *search)
{
    FpAnswerSheet *witness = fp_answer_sheet_copy(search->sheet);
    for (size_t i = 0; i < search->compiled->tree->n_questions; i++) {
        FpAnswer answer = { .kind = FP_ANSWER_OPTIONS, .options = search->must[i] };
        if (fp_search_is_free(search, i) && search->asked[i].is_certain &&
            !fp_option_set_is_empty(answer.options))
            fp_answer_sheet_set(witness, i, answer);
    }
    return witness;
}

FpExists fp_exists_winner(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                          size_t outcome, FpBudget *budget, FpAnswerSheet **out_witness)
{
    const FpGoal *goal = outcome == FP_NONE ? &fp_goal_no_path : &fp_goal_wins;
    g_autoptr(FpSearch) search = fp_search_new(compiled, sheet, goal, outcome, budget);
    FpExists exists = fp_search_run(search);
    if (exists == FP_EXISTS_YES && out_witness != NULL)
        *out_witness = fp_search_witness(search);
    return exists;
}

void fp_exists_winners(const FpCompiledTree *compiled, const FpAnswerSheet *sheet, uint64_t work,
                       FpExists *out_winners)
{
    size_t n_outcomes = compiled->tree->n_outcomes;
    for (size_t i = 0; i <= n_outcomes; i++) {
        FpBudget budget = { .work_left = work };
        out_winners[i] =
            fp_exists_winner(compiled, sheet, i == n_outcomes ? FP_NONE : i, &budget, NULL);
    }
}
