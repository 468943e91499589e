// SPDX-License-Identifier: Apache-2.0
/* The audit of random trees against going through all complete sheets. */
#include "audit-without-private.h"
#include "fp-audit.h"
#include "reference-analyses.h"
#include <string.h>

#define TREES         150
#define COMPLETIONS   3000
#define QUESTIONS_MAX 5

/* A tree with the decisions of all its complete sheets. */
typedef struct {
    const FpTree *tree;
    GArray *completions; /* of ReferenceCompletion */
    GPtrArray *sheets;   /* of FpAnswerSheet */
    GPtrArray *verdicts; /* of FpVerdict */
    FpAudit *audit;
    const char *text;
} Whole;

static GPtrArray *decide_all(const FpTree *tree, const GPtrArray *sheets)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    GPtrArray *verdicts = g_ptr_array_new_with_free_func((GDestroyNotify)fp_verdict_free);
    for (guint i = 0; i < sheets->len; i++)
        g_ptr_array_add(verdicts, fp_verdict_compute(compiled, g_ptr_array_index(sheets, i)));
    return verdicts;
}

static const FpVerdict *verdict_at(const GPtrArray *verdicts, guint i)
{
    return g_ptr_array_index(verdicts, i);
}

/* ---- Decisions ---- */

static bool has_condition(const FpCondition *conditions, size_t n, const FpCondition *wanted)
{
    for (size_t i = 0; i < n; i++) {
        const FpEffect *effect = conditions[i].effect;
        if (effect->control == wanted->effect->control &&
            g_strcmp0(effect->advice.source, wanted->effect->advice.source) == 0)
            return true;
    }
    return false;
}

static bool has_all(const FpCondition *a, size_t n_a, const FpCondition *b, size_t n_b)
{
    for (size_t i = 0; i < n_b; i++) {
        if (!has_condition(a, n_a, &b[i]))
            return false;
    }
    return n_a == n_b;
}

static bool is_same_decision(const FpVerdict *a, const FpVerdict *b)
{
    if (a->outcome != b->outcome ||
        !has_all(a->requires, a->n_requires, b->requires, b->n_requires) ||
        !has_all(a->advice, a->n_advice, b->advice, b->n_advice))
        return false;
    for (size_t i = 0; i < a->n_ranking; i++) {
        size_t outcome = a->ranking[i].outcome;
        if (a->ranking[i].is_ruled_out != fp_verdict_rank(b, outcome)->is_ruled_out)
            return false;
    }
    return true;
}

/* What changes from one tree to the other over the sheets: 2 a decision, 1 a margin, 0 nothing. */
static int greatest_change(const GPtrArray *a, const GPtrArray *b)
{
    int most = 0;
    for (guint i = 0; i < a->len; i++) {
        const FpVerdict *one = verdict_at(a, i), *other = verdict_at(b, i);
        if (!is_same_decision(one, other))
            return 2;
        if (one->has_margin && one->margin != other->margin)
            most = 1;
    }
    return most;
}

/* ---- Findings ---- */

static const FpFinding *find(const Whole *whole, FpFindingCode code, const FpPlace *place)
{
    for (size_t i = 0; i < whole->audit->n; i++) {
        const FpFinding *finding = &whole->audit->items[i];
        if (finding->code == code && (place == NULL || (finding->place.line == place->line &&
                                                        finding->place.column == place->column)))
            return finding;
    }
    return NULL;
}

static void expect(const Whole *whole, bool holds, const char *what)
{
    if (!holds) {
        random_show(whole->text);
        g_test_message("%s", what);
    }
    g_assert_true(holds);
}

/* ---- Counts ---- */

static void check_count(const Whole *whole, FpAuditCount count, FpCount expected)
{
    expect(whole, count.at_least == expected && count.at_most == expected, "count");
    expect(whole, count.exists == (expected > 0 ? FP_EXISTS_YES : FP_EXISTS_NO), "whether");
    expect(whole, (count.witness != NULL) == (expected > 0), "witness");
}

static void check_counts(const Whole *whole)
{
    size_t n = whole->tree->n_outcomes;
    g_autofree FpCount *wins = g_new0(FpCount, n + 1);
    FpCount ties = 0, close_calls = 0;
    for (guint i = 0; i < whole->verdicts->len; i++) {
        const FpVerdict *verdict = verdict_at(whole->verdicts, i);
        wins[MIN(verdict->outcome, n)]++;
        ties += verdict->is_tie;
        close_calls += verdict->is_close_call;
    }
    expect(whole, whole->audit->sheets_at_least == whole->verdicts->len, "sheets");
    expect(whole, whole->audit->sheets_at_most == whole->verdicts->len, "sheets");
    for (size_t i = 0; i <= n; i++)
        check_count(whole, whole->audit->outcomes[i].count, wins[i]);
    check_count(whole, whole->audit->ties, ties);
    check_count(whole, whole->audit->close_calls, close_calls);
    for (size_t i = 0; i < n; i++)
        expect(whole,
               (find(whole, FP_FINDING_NEVER_WINS, &whole->tree->outcomes[i].place) != NULL) ==
                   (wins[i] == 0),
               "never wins");
    expect(whole, (find(whole, FP_FINDING_NO_PATH, NULL) != NULL) == (wins[n] > 0), "no path");
}

static size_t count_answers(const FpAnswerSheet *sheet)
{
    size_t n = 0;
    for (size_t i = 0; i < fp_answer_sheet_tree(sheet)->n_questions; i++)
        n += fp_answer_sheet_get(sheet, i)->kind != FP_ANSWER_NONE;
    return n;
}

/* The sheets of outcomes lead to them, and no complete sheet's parts of one answer less do. */
static void check_witnesses(const Whole *whole)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(whole->tree);
    for (size_t i = 0; i <= whole->tree->n_outcomes; i++) {
        const FpAuditOutcome *outcome = &whole->audit->outcomes[i];
        if (outcome->count.witness == NULL)
            continue;
        g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, outcome->count.witness);
        expect(whole, MIN(verdict->outcome, whole->tree->n_outcomes) == i, "witness");
        expect(whole, outcome->is_shortest, "shortest");
        g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(whole->tree);
        g_autoptr(FpVerdict) nothing = fp_verdict_compute(compiled, empty);
        if (MIN(nothing->outcome, whole->tree->n_outcomes) == i)
            expect(whole, count_answers(outcome->count.witness) == 0, "nothing said is shortest");
        else
            expect(whole, count_answers(outcome->count.witness) > 0, "something must be said");
    }
    if (whole->audit->ties.witness != NULL) {
        g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, whole->audit->ties.witness);
        expect(whole, verdict->is_tie, "tie");
    }
    if (whole->audit->close_calls.witness != NULL) {
        g_autoptr(FpVerdict) verdict =
            fp_verdict_compute(compiled, whole->audit->close_calls.witness);
        expect(whole, verdict->is_close_call, "close call");
    }
}

/* ---- Questions ---- */

static bool is_ever_asked(const Whole *whole, size_t question)
{
    for (guint i = 0; i < whole->completions->len; i++) {
        if (g_array_index(whole->completions, ReferenceCompletion, i).is_asked[question])
            return true;
    }
    return false;
}

static bool is_told_unasked(const Whole *whole, size_t question)
{
    FpPlace place = whole->tree->questions[question].place;
    return find(whole, FP_FINDING_NEVER_ASKED, &place) != NULL ||
           find(whole, FP_FINDING_ONLY_WHILE_UNKNOWN, &place) != NULL;
}

/* Told of itself or of a question around it. */
static void check_asked(const Whole *whole)
{
    for (size_t i = 0; i < whole->tree->n_questions; i++) {
        bool is_told = false;
        for (size_t q = i; q != FP_NONE; q = whole->tree->questions[q].parent_question)
            is_told |= is_told_unasked(whole, q);
        expect(whole, is_told == !is_ever_asked(whole, i), "never asked");
    }
}

/* ---- Effects ---- */

static bool never_wins(const Whole *whole, size_t outcome)
{
    return whole->audit->outcomes[outcome].count.exists == FP_EXISTS_NO;
}

static bool is_about_losers(const Whole *whole, const FpEffect *effect)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        if (!never_wins(whole, effect->outcomes[i]))
            return false;
    }
    return effect->n_outcomes > 0;
}

/* True where something around an effect may be told of instead. */
static bool is_told_around(const Whole *whole, FpOrigin origin)
{
    if (origin.rule != FP_NONE)
        return find(whole, FP_FINDING_GUARD_NEVER_TRUE,
                    &whole->tree->rules[origin.rule].when->place) ||
               find(whole, FP_FINDING_ONLY_WHILE_UNKNOWN,
                    &whole->tree->rules[origin.rule].when->place);
    if (origin.question == FP_NONE)
        return false;
    const FpQuestion *question = &whole->tree->questions[origin.question];
    const FpPlace places[] = { question->place, question->options[origin.option].place };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        if (find(whole, FP_FINDING_NEVER_MATTERS, &places[i]) ||
            find(whole, FP_FINDING_MARGIN_ONLY, &places[i]))
            return true;
    }
    return !is_ever_asked(whole, origin.question);
}

/* What is told of an option or question may be left out where a part of it is told of already. */
static bool may_be_excused(const Whole *whole, FpOrigin origin)
{
    if (origin.question == FP_NONE)
        return false;
    const FpQuestion *question = &whole->tree->questions[origin.question];
    for (size_t i = 0; i < question->n_options; i++) {
        for (size_t j = 0; j < question->options[i].effects.n; j++) {
            const FpEffect *effect = &question->options[i].effects.items[j];
            if (is_about_losers(whole, effect) || effect->when != NULL)
                return true;
        }
    }
    return false;
}

static void check_effect(const Whole *whole, FpOrigin origin, const FpEffects *effects,
                         size_t index)
{
    const FpEffect *effect = &effects->items[index];
    g_autoptr(FpPool) pool = fp_pool_new();
    const FpTree *part = fp_tree_without_effect(pool, whole->tree, origin, index);
    g_autoptr(GPtrArray) verdicts = decide_all(part, whole->sheets);
    int change = greatest_change(whole->verdicts, verdicts);
    bool is_never = find(whole, FP_FINDING_NEVER_MATTERS, &effect->place) != NULL,
         is_margin = find(whole, FP_FINDING_MARGIN_ONLY, &effect->place) != NULL;
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpAnswerSheet) witness = NULL;
    FpExists differs = fp_exists_difference(whole->tree, part, &budget, &witness);
    expect(whole, differs == (change == 2 ? FP_EXISTS_YES : FP_EXISTS_NO), "difference");
    expect(whole, !is_never || change == 0, "told as never mattering, but it does");
    expect(whole, !is_margin || change == 1, "told as moving a margin alone");
    if (change == 2 || is_never || is_margin || is_about_losers(whole, effect) ||
        is_told_around(whole, origin) || may_be_excused(whole, origin))
        return;
    bool is_guard_told =
        effect->when != NULL && (find(whole, FP_FINDING_GUARD_NEVER_TRUE, &effect->when->place) ||
                                 find(whole, FP_FINDING_ONLY_WHILE_UNKNOWN, &effect->when->place));
    expect(whole, is_guard_told, "an effect that never matters is not told");
}

static void check_effects(const Whole *whole)
{
    const FpTree *tree = whole->tree;
    const FpOrigin none = { FP_NONE, FP_NONE, FP_NONE };
    for (size_t i = 0; i < tree->always.n; i++)
        check_effect(whole, none, &tree->always, i);
    for (size_t i = 0; i < tree->n_rules; i++) {
        for (size_t j = 0; j < tree->rules[i].effects.n; j++)
            check_effect(whole, (FpOrigin) { FP_NONE, FP_NONE, i }, &tree->rules[i].effects, j);
    }
    for (size_t i = 0; i < tree->n_questions; i++) {
        for (size_t j = 0; j < tree->questions[i].n_options; j++) {
            const FpEffects *effects = &tree->questions[i].options[j].effects;
            for (size_t k = 0; k < effects->n; k++)
                check_effect(whole, (FpOrigin) { i, j, FP_NONE }, effects, k);
        }
    }
}

/* ---- Options and questions ---- */

/* Answers to all questions, asked or not: what either tree asks is there. */
static void collect_all(const FpTree *tree, RawAnswer *answers, size_t question, GPtrArray *sheets)
{
    if (question == tree->n_questions) {
        g_ptr_array_add(sheets, reference_sheet(tree, answers));
        return;
    }
    const FpQuestion *asked = &tree->questions[question];
    for (size_t bits = 1; bits < (size_t)1 << asked->n_options; bits++) {
        size_t n = 0;
        bool stands_alone = asked->type != FP_QUESTION_MANY;
        answers[question] = (RawAnswer) { .kind = RAW_OPTIONS };
        for (size_t i = 0; i < asked->n_options; i++) {
            answers[question].chosen[i] = (bits >> i) & 1;
            n += answers[question].chosen[i];
            stands_alone |= answers[question].chosen[i] && asked->options[i].is_exclusive;
        }
        if (n == 1 || !stands_alone)
            collect_all(tree, answers, question + 1, sheets);
    }
}

static double count_all(const FpTree *tree)
{
    double n = 1;
    for (size_t i = 0; i < tree->n_questions; i++)
        n *= tree->questions[i].type == FP_QUESTION_MANY
                 ? (double)((size_t)1 << tree->questions[i].n_options)
                 : (double)tree->questions[i].n_options;
    return n;
}

static void check_pair(const Whole *whole, const FpTree *a, const FpTree *b,
                       const GPtrArray *sheets)
{
    g_autoptr(GPtrArray) first = decide_all(a, sheets), second = decide_all(b, sheets);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    FpAnswerSheet *witness = NULL;
    FpExists differs = fp_exists_difference(a, b, &budget, &witness);
    expect(whole, differs == (greatest_change(first, second) == 2 ? FP_EXISTS_YES : FP_EXISTS_NO),
           "difference of an option or a question");
    if (witness != NULL) {
        g_autoptr(FpCompiledTree) one = fp_compiled_tree_new(a), other = fp_compiled_tree_new(b);
        g_autoptr(FpVerdict) with = fp_verdict_compute(one, witness);
        g_autoptr(FpVerdict) without = fp_verdict_compute(other, witness);
        expect(whole, !is_same_decision(with, without), "witness of a difference");
    }
    fp_answer_sheet_free(witness);
}

static void check_questions(const Whole *whole)
{
    const FpTree *tree = whole->tree;
    g_autofree RawAnswer *answers = g_new0(RawAnswer, tree->n_questions);
    g_autoptr(GPtrArray) sheets =
        g_ptr_array_new_with_free_func((GDestroyNotify)fp_answer_sheet_free);
    if (count_all(tree) > COMPLETIONS)
        return;
    collect_all(tree, answers, 0, sheets);
    for (size_t i = 0; i < tree->n_questions; i++) {
        g_autoptr(FpPool) pool = fp_pool_new();
        check_pair(whole, tree, fp_tree_without_question(pool, tree, i), sheets);
        for (size_t j = 0; j < tree->questions[i].n_options; j++)
            check_pair(whole, tree, fp_tree_without_option(pool, tree, i, j), sheets);
        if (tree->questions[i].type != FP_QUESTION_MANY)
            check_pair(whole, fp_tree_with_answer(pool, tree, i, 0),
                       fp_tree_with_answer(pool, tree, i, tree->questions[i].n_options - 1),
                       sheets);
    }
}

/* ---- The run ---- */

static bool check_tree(const FpTree *tree, const char *text)
{
    g_autofree RawAnswer *nothing = g_new0(RawAnswer, tree->n_questions + 1);
    g_autoptr(GArray) completions = reference_completions(tree, nothing, COMPLETIONS);
    if (completions == NULL)
        return false;
    g_autoptr(GPtrArray) sheets =
        g_ptr_array_new_with_free_func((GDestroyNotify)fp_answer_sheet_free);
    for (guint i = 0; i < completions->len; i++)
        g_ptr_array_add(
            sheets,
            reference_sheet(tree, g_array_index(completions, ReferenceCompletion, i).answers));
    g_autoptr(GPtrArray) verdicts = decide_all(tree, sheets);
    g_autoptr(FpAudit) audit =
        fp_audit_new(tree, (FpDate) { 2026, 11, 24 }, FP_AUDIT_LIMITS_DEFAULT);
    Whole whole = { tree, completions, sheets, verdicts, audit, text };
    check_counts(&whole);
    check_witnesses(&whole);
    check_asked(&whole);
    check_effects(&whole);
    check_questions(&whole);
    return true;
}

static void test_random_trees(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(random_seed());
    size_t n_checked = 0;
    while (n_checked < TREES) {
        g_autofree char *text = NULL;
        g_autoptr(FpTree) tree =
            random_tree_new(random, (RandomSize) { QUESTIONS_MAX, 4, 3 }, &text);
        n_checked += check_tree(tree, text);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/audit/random-trees-are-audited-as-all-their-sheets-say",
                    test_random_trees);
    return g_test_run();
}
