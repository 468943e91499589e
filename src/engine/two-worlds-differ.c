// SPDX-License-Identifier: Apache-2.0
// What is ruled out, under which conditions, who wins: a sheet that any of the searches finds is one on
// which decisions differ, and where none does they are the same on all.
#include "formula-private.h"
#include "two-worlds-private.h"

/* A search with all that it is asked for. */
typedef struct {
    FpTwoWorlds *worlds;
    FpBudget *budget;
    FpAnswerSheet *empty;        /* of the joined tree */
    const FpAnswerSheet *forced; /* the same: see forced_sheet() */
    bool is_found, is_undecided; /* some search found a sheet; some ended first */
    FpAnswerSheet **out_witness;
} Asking;

/* The witness as a sheet of the first tree. */
static FpAnswerSheet *unjoin(const Asking *asking, const FpAnswerSheet *witness)
{
    const FpTree *tree = asking->worlds->trees[0];
    FpAnswerSheet *sheet = fp_answer_sheet_new(tree);
    for (size_t i = 0; i < tree->n_questions; i++)
        fp_answer_sheet_set(sheet, i, *fp_answer_sheet_get(witness, i));
    return sheet;
}

/* Runs a search, and keeps the sheet that it finds. */
static FpExists run(Asking *asking, FpSearch *search)
{
    FpExists exists = fp_budget_take(asking->budget, search->work_from[0]) ? fp_search_run(search)
                                                                           : FP_EXISTS_UNDECIDED;
    if (exists != FP_EXISTS_YES)
        return exists;
    asking->is_found = true;
    if (asking->out_witness != NULL) {
        g_autoptr(FpAnswerSheet) witness = fp_search_witness(search);
        *asking->out_witness = unjoin(asking, witness);
    }
    return exists;
}

static FpSearch *new_search(const Asking *asking, const FpGoal *goal, size_t outcome)
{
    FpSearch *search =
        fp_search_new(asking->worlds->compiled, asking->empty, goal, outcome, asking->budget);
    search->n_world = asking->worlds->trees[0]->n_outcomes;
    return search;
}

/* ---- Ruled out, and conditions ---- */

/* True where two effects bring the same about for an outcome. */
static bool is_alike(const FpEffect *a, const FpEffect *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == FP_EFFECT_REQUIRE)
        return a->control == b->control;
    return a->kind == FP_EFFECT_RULE_OUT || g_strcmp0(a->advice.source, b->advice.source) == 0;
}

/* That some effect like `model` fires for an outcome in a world. */
static void add_any(FpFormula *formula, const GArray *effects, const FpEffect *model,
                    size_t outcome, size_t world)
{
    size_t any = fp_formula_begin(formula, FP_GUARD_ANY);
    for (guint i = 0; i < effects->len; i++) {
        const FpWorldEffect *effect = &g_array_index(effects, FpWorldEffect, i);
        if (!effect->is_in[world] || !fp_effect_covers(effect->effect, outcome) ||
            !is_alike(effect->effect, model))
            continue;
        g_autofree FpGuardNode *fires = fp_guard_compile(&effect->fires);
        fp_formula_add_guard(formula, fires);
    }
    fp_formula_end(formula, any);
}

/* That some effect of `world` fires for an outcome while none like it does in the other. */
static void add_alone(FpFormula *formula, const GArray *effects, const FpEffect *model,
                      size_t outcome, size_t world)
{
    size_t all = fp_formula_begin(formula, FP_GUARD_ALL);
    add_any(formula, effects, model, outcome, world);
    size_t not = fp_formula_begin(formula, FP_GUARD_NOT);
    add_any(formula, effects, model, outcome, 1 - world);
    fp_formula_end(formula, not );
    fp_formula_end(formula, all);
}

/* True where an effect like this one, for an outcome, was met earlier in the list. */
static bool is_repeated(const GArray *effects, guint index, size_t outcome)
{
    const FpWorldEffect *effect = &g_array_index(effects, FpWorldEffect, index);
    for (guint i = 0; i < index; i++) {
        const FpWorldEffect *other = &g_array_index(effects, FpWorldEffect, i);
        if (other->is_in[0] != other->is_in[1] && fp_effect_covers(other->effect, outcome) &&
            is_alike(effect->effect, other->effect))
            return true;
    }
    return false;
}

/* What differs for an outcome, all told; false where nothing can. */
static bool add_differences(FpFormula *formula, const GArray *effects, size_t outcome)
{
    size_t any = fp_formula_begin(formula, FP_GUARD_ANY);
    bool has_any = false;
    for (guint i = 0; i < effects->len; i++) {
        const FpWorldEffect *effect = &g_array_index(effects, FpWorldEffect, i);
        if (effect->is_in[0] == effect->is_in[1] || !fp_effect_covers(effect->effect, outcome) ||
            is_repeated(effects, i, outcome))
            continue;
        add_alone(formula, effects, effect->effect, outcome, 0);
        add_alone(formula, effects, effect->effect, outcome, 1);
        has_any = true;
    }
    fp_formula_end(formula, any);
    return has_any;
}

static void differ_in(Asking *asking, const GArray *effects, const FpGoal *goal, size_t outcome)
{
    g_auto(FpFormula) formula = fp_formula_new();
    if (!add_differences(&formula, effects, outcome))
        return;
    g_autoptr(FpSearch) search = new_search(asking, goal, outcome);
    g_auto(FpFormula) plain = fp_formula_for_complete(&formula, asking->worlds->compiled);
    search->condition = fp_formula_nodes(&plain);
    asking->is_undecided |= run(asking, search) == FP_EXISTS_UNDECIDED;
}

/* False where no sheet has other conditions for any outcome, be it the winner or not: quick to see
 * where what they hang on is little. */
static bool can_conditions_differ(Asking *asking)
{
    FpBudget *whole = asking->budget, lent = { whole->work_left / 4, whole->cancel };
    uint64_t given = lent.work_left;
    g_auto(FpFormula) formula = fp_formula_new();
    size_t any = fp_formula_begin(&formula, FP_GUARD_ANY);
    for (size_t i = 0; i < asking->worlds->trees[0]->n_outcomes; i++)
        add_differences(&formula, asking->worlds->conditions, i);
    fp_formula_end(&formula, any);
    g_auto(FpFormula) plain = fp_formula_for_complete(&formula, asking->worlds->compiled);
    asking->budget = &lent;
    g_autoptr(FpSearch) search = new_search(asking, &fp_goal_any, FP_NONE);
    search->condition = fp_formula_nodes(&plain);
    bool can_differ =
        !fp_budget_take(&lent, search->work_from[0]) || fp_search_run(search) != FP_EXISTS_NO;
    asking->budget = whole;
    whole->work_left -= given - lent.work_left;
    return can_differ;
}

/* ---- Who wins ---- */

/* Two outcomes between which something changed: does `outcome` win in the first world, while `rival`
 * comes before it (or nearer) in the second? */
typedef struct {
    size_t outcome, rival;
} Duel;

static GArray *list_duels(const FpTwoWorlds *worlds)
{
    GArray *duels = g_array_new(FALSE, FALSE, sizeof(Duel));
    size_t n = worlds->trees[0]->n_outcomes;
    for (size_t w = 0; w < n; w++) {
        for (size_t v = 0; v < n; v++) {
            Duel duel = { w, v };
            if (v != w && (worlds->is_touched[w] || worlds->is_touched[v]))
                g_array_append_val(duels, duel);
        }
    }
    return duels;
}

/* Where a guard can hold with one answer to a question alone, the sheet gets that answer: bounds see
 * then what comes with it. */
static void force(const FpCompiledTree *compiled, const FpGuardNode *guard, FpAnswerSheet *sheet)
{
    if (guard->kind == FP_GUARD_ANSWER) {
        bool is_one = compiled->tree->questions[guard->question].type != FP_QUESTION_MANY;
        if (is_one && fp_option_set_count(guard->options) == 1)
            fp_answer_sheet_set(
                sheet, guard->question,
                (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = guard->options });
        return;
    }
    const FpGuardNode *part = guard + 1, *end = guard + guard->n_nodes;
    bool is_single = part < end && part + part->n_nodes == end;
    for (; part < end; part += part->n_nodes) {
        if (guard->kind == FP_GUARD_ALL || (guard->kind == FP_GUARD_ANY && is_single))
            force(compiled, part, sheet);
    }
}

/* The answers without which nothing that differs fires, and those without which they are not asked
 * for. Owned. */
static FpAnswerSheet *forced_sheet(const FpTwoWorlds *worlds)
{
    const FpCompiledTree *compiled = worlds->compiled;
    FpAnswerSheet *sheet = fp_answer_sheet_new(&worlds->joined);
    const FpGuardNode *weighs = fp_formula_nodes(&worlds->weighs);
    if (weighs != NULL)
        force(compiled, weighs, sheet);
    for (size_t i = compiled->tree->n_questions; i > 0; i--) { // a question reads those before it
        const FpCompiledQuestion *question = &compiled->questions[i - 1];
        if (fp_answer_sheet_get(sheet, i - 1)->kind == FP_ANSWER_NONE)
            continue;
        if (question->when != NULL)
            force(compiled, question->when, sheet);
        FpGuardNode parent = { .kind = FP_GUARD_ANSWER, .n_nodes = 1 };
        if (question->parent_question == FP_NONE)
            continue;
        parent.question = question->parent_question;
        parent.options = fp_option_set_of(question->parent_option);
        force(compiled, &parent, sheet);
    }
    return sheet;
}

static FpExists fight(Asking *asking, Duel duel, bool by_margin)
{
    g_autoptr(FpSearch) search = new_search(asking, &fp_goal_differs, duel.outcome);
    search->sheet = asking->forced;
    search->beaten_by = search->n_world + duel.rival;
    search->by_margin = by_margin;
    search->condition = fp_formula_nodes(&asking->worlds->weighs);
    return run(asking, search);
}

/* Lends a duel a part of the budget; FP_EXISTS_UNDECIDED where that was too little. */
static FpExists fight_with(Asking *asking, Duel duel, bool by_margin, uint64_t part)
{
    FpBudget *whole = asking->budget, lent = { whole->work_left / part, whole->cancel };
    uint64_t given = lent.work_left;
    asking->budget = &lent;
    FpExists exists = fight(asking, duel, by_margin);
    asking->budget = whole;
    whole->work_left -= given - lent.work_left;
    return exists;
}

/* A little for each duel, then more: one that is hard must not keep an easy one from being fought. */
static void differ_in_points(Asking *asking, bool by_margin)
{
    static const uint64_t parts[] = { 200, 40, 8, 1 };
    g_autoptr(GArray) duels = list_duels(asking->worlds);
    g_autoptr(FpAnswerSheet) forced = forced_sheet(asking->worlds);
    asking->forced = forced;
    for (size_t round = 0; round < G_N_ELEMENTS(parts) && duels->len > 0; round++) {
        for (guint i = duels->len; i > 0; i--) {
            Duel duel = g_array_index(duels, Duel, i - 1);
            FpExists exists = fight_with(asking, duel, by_margin, parts[round]);
            if (exists == FP_EXISTS_YES)
                return;
            if (exists == FP_EXISTS_NO)
                g_array_remove_index(duels, i - 1);
        }
    }
    asking->is_undecided |= duels->len > 0;
}

/* ---- The questions ---- */

static Asking begin(FpTwoWorlds *worlds, FpBudget *budget, FpAnswerSheet **out_witness)
{
    return (Asking) { .worlds = worlds,
                      .budget = budget,
                      .empty = fp_answer_sheet_new(&worlds->joined),
                      .out_witness = out_witness };
}

static FpExists end(Asking *asking)
{
    fp_answer_sheet_free(asking->empty);
    return asking->is_found       ? FP_EXISTS_YES
           : asking->is_undecided ? FP_EXISTS_UNDECIDED
                                  : FP_EXISTS_NO;
}

FpExists fp_two_worlds_differ(FpTwoWorlds *worlds, bool same_winners, FpBudget *budget,
                              FpAnswerSheet **out_witness)
{
    Asking asking = begin(worlds, budget, out_witness);
    size_t n = worlds->trees[0]->n_outcomes;
    for (size_t i = 0; i < n && !asking.is_found; i++)
        differ_in(&asking, worlds->rule_outs, &fp_goal_any, i);
    bool goes_on = !asking.is_found && can_conditions_differ(&asking);
    for (size_t i = 0; i < n && goes_on && !asking.is_found; i++)
        differ_in(&asking, worlds->conditions, &fp_goal_wins, i);
    if (!asking.is_found && !same_winners)
        differ_in_points(&asking, false);
    return end(&asking);
}

FpExists fp_two_worlds_narrow(FpTwoWorlds *worlds, FpBudget *budget)
{
    Asking asking = begin(worlds, budget, NULL);
    differ_in_points(&asking, true);
    return end(&asking);
}

static FpExists find_close(Asking *asking, size_t outcome, size_t rival, int64_t most)
{
    const size_t *rank = asking->worlds->compiled->prefer_rank;
    g_autoptr(FpSearch) search = new_search(asking, &fp_goal_differs, outcome);
    search->beaten_by = search->n_world + rival;
    // An exact tie needs a point more where the winner is preferred.
    search->slack = most + (rank[outcome] < rank[rival] ? 1 : 0);
    return run(asking, search);
}

FpExists fp_two_worlds_close(FpTwoWorlds *worlds, int64_t most, FpBudget *budget,
                             FpAnswerSheet **out_witness)
{
    Asking asking = begin(worlds, budget, out_witness);
    size_t n = worlds->trees[0]->n_outcomes;
    const size_t *rank = worlds->compiled->prefer_rank;
    for (size_t w = 0; w < n && !asking.is_found; w++) {
        for (size_t v = 0; v < n && !asking.is_found; v++) {
            if (v != w && (most > 0 || rank[w] < rank[v]))
                asking.is_undecided |= find_close(&asking, w, v, most) == FP_EXISTS_UNDECIDED;
        }
    }
    return end(&asking);
}

FpExists fp_exists_difference(const FpTree *first, const FpTree *second, FpBudget *budget,
                              FpAnswerSheet **out_witness)
{
    g_autoptr(FpTwoWorlds) worlds = fp_two_worlds_new(first, second);
    return worlds == NULL ? FP_EXISTS_UNDECIDED
                          : fp_two_worlds_differ(worlds, false, budget, out_witness);
}
