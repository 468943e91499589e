// SPDX-License-Identifier: Apache-2.0
// A row for each expectation says how it is checked; what could still win is sought when asked for.
#include "case-private.h"
#include "fp-exists.h"
#include "fp-i18n.h"
#include <assert.h>

typedef struct {
    const FpCompiledTree *compiled;
    const FpTree *tree;
    const FpAnswerSheet *sheet;
    const FpVerdict *verdict;
    FpExists *winners; /* one an outcome, the last for no path */
    bool *is_sought;   /* of winners, those that are there */
} Run;

typedef FpCaseFinding Finding;
#define HOLDS     FP_CASE_HOLDS
#define FAILS     FP_CASE_FAILS
#define UNDECIDED FP_CASE_UNDECIDED

static FpExists can_win(Run *run, size_t outcome)
{
    size_t slot = outcome == FP_NONE ? run->tree->n_outcomes : outcome;
    if (!run->is_sought[slot]) {
        FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
        run->winners[slot] = fp_exists_winner(run->compiled, run->sheet, outcome, &budget, NULL);
        run->is_sought[slot] = true;
    }
    return run->winners[slot];
}

static Finding finding_of(bool holds)
{
    return holds ? HOLDS : FAILS;
}

static Finding check_outcome(Run *run, const FpExpectation *expectation)
{
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (expectation->ids[i] == run->verdict->outcome)
            return HOLDS;
    }
    return FAILS;
}

static Finding check_ruled_out(Run *run, const FpExpectation *expectation)
{
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (!fp_verdict_rank(run->verdict, expectation->ids[i])->is_ruled_out)
            return FAILS;
    }
    return HOLDS;
}

static Finding check_requires(Run *run, const FpExpectation *expectation)
{
    bool is_wanted = expectation->kind == FP_EXPECT_REQUIRES;
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (fp_verdict_requires(run->verdict, expectation->ids[i]) != is_wanted)
            return FAILS;
    }
    return HOLDS;
}

static Finding check_scores(Run *run, const FpExpectation *expectation)
{
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (fp_verdict_rank(run->verdict, expectation->ids[i])->score != expectation->points[i])
            return FAILS;
    }
    return HOLDS;
}

/* Settled: one winner and no other; two are enough to know better. */
static Finding check_settled(Run *run, const FpExpectation *expectation)
{
    size_t n_winners = 0, n_undecided = 0;
    for (size_t i = 0; i <= run->tree->n_outcomes && n_winners < 2; i++) {
        FpExists exists = can_win(run, i == run->tree->n_outcomes ? FP_NONE : i);
        n_winners += exists == FP_EXISTS_YES;
        n_undecided += exists == FP_EXISTS_UNDECIDED;
    }
    if (n_winners < 2 && n_undecided > 0)
        return UNDECIDED;
    return finding_of((n_winners == 1) == expectation->flag);
}

static Finding check_margin(Run *run, const FpExpectation *expectation)
{
    return finding_of(run->verdict->has_margin && run->verdict->margin >= expectation->number);
}

static Finding check_close_call(Run *run, const FpExpectation *expectation)
{
    return finding_of(run->verdict->is_close_call == expectation->flag);
}

static Finding check_tie(Run *run, const FpExpectation *expectation)
{
    return finding_of(run->verdict->is_tie == expectation->flag);
}

static Finding check_outlook(Run *run, const FpExpectation *expectation)
{
    FpExists wanted = expectation->kind == FP_EXPECT_OUTLOOK_HAS ? FP_EXISTS_YES : FP_EXISTS_NO;
    Finding finding = HOLDS;
    for (size_t i = 0; i < expectation->n_ids; i++) {
        FpExists exists = can_win(run, expectation->ids[i]);
        if (exists == FP_EXISTS_UNDECIDED)
            finding = UNDECIDED;
        else if (exists != wanted)
            return FAILS;
    }
    return finding;
}

static Finding check_not_asked(Run *run, const FpExpectation *expectation)
{
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (fp_question_state_is_applicable(run->verdict->states[expectation->ids[i]]))
            return FAILS;
    }
    return HOLDS;
}

static const char *outcome_name(const FpTree *tree, size_t outcome)
{
    return outcome == FP_NONE ? FP_NO_PATH : tree->outcomes[outcome].id;
}

static void append_name(GString *text, const char *name)
{
    g_string_append_printf(text, "%s%s", text->len == 0 ? "" : ", ", name);
}

static void show_outcome(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    append_name(text, outcome_name(run->tree, run->verdict->outcome));
}

static void show_ruled_out(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    for (size_t i = 0; i < run->verdict->n_ranking; i++) {
        const FpRank *rank = &run->verdict->ranking[i];
        if (rank->is_ruled_out)
            append_name(text, outcome_name(run->tree, rank->outcome));
    }
}

static void show_requires(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    for (size_t i = 0; i < run->verdict->n_requires; i++)
        append_name(text, run->tree->controls[run->verdict->requires[i].effect->control].id);
}

static void append_score(GString *text, const char *name, int64_t points)
{
    g_autofree char *score = g_strdup_printf("%s %" G_GINT64_FORMAT, name, points);
    append_name(text, score);
}

static void show_scores(Run *run, const FpExpectation *expectation, GString *text)
{
    for (size_t i = 0; i < expectation->n_ids; i++) {
        const FpRank *rank = fp_verdict_rank(run->verdict, expectation->ids[i]);
        append_score(text, outcome_name(run->tree, rank->outcome), rank->score);
    }
}

static void show_winners(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    for (size_t i = 0; i < run->tree->n_outcomes; i++) {
        if (can_win(run, run->tree->prefer[i]) == FP_EXISTS_YES)
            append_name(text, outcome_name(run->tree, run->tree->prefer[i]));
    }
    if (can_win(run, FP_NONE) == FP_EXISTS_YES)
        append_name(text, FP_NO_PATH);
}

static void show_margin(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    if (run->verdict->has_margin)
        g_string_append_printf(text, "%" G_GINT64_FORMAT, run->verdict->margin);
}

static void show_close_call(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    append_name(text, run->verdict->is_close_call ? "true" : "false");
}

static void show_tie(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    append_name(text, run->verdict->is_tie ? "true" : "false");
}

static void show_not_asked(Run *run, const FpExpectation *expectation, GString *text)
{
    (void)expectation;
    for (size_t i = 0; i < run->tree->n_questions; i++) {
        if (!fp_question_state_is_applicable(run->verdict->states[i]))
            append_name(text, run->tree->questions[i].id);
    }
}

typedef struct {
    Finding (*check)(Run *run, const FpExpectation *expectation);
    void (*show)(Run *run, const FpExpectation *expectation, GString *text); /* what there is */
    FpCasePart part;                                                         /* what it is about */
} ExpectRow;

static const ExpectRow rows[] = {
    [FP_EXPECT_OUTCOME] = { check_outcome, show_outcome, FP_CASE_VERDICT },
    [FP_EXPECT_OUTCOME_IN] = { check_outcome, show_outcome, FP_CASE_VERDICT },
    [FP_EXPECT_RULED_OUT] = { check_ruled_out, show_ruled_out, FP_CASE_VERDICT },
    [FP_EXPECT_REQUIRES] = { check_requires, show_requires, FP_CASE_VERDICT },
    [FP_EXPECT_REQUIRES_NOT] = { check_requires, show_requires, FP_CASE_VERDICT },
    [FP_EXPECT_SCORES] = { check_scores, show_scores, FP_CASE_VERDICT },
    [FP_EXPECT_SETTLED] = { check_settled, show_winners, FP_CASE_OUTLOOK },
    [FP_EXPECT_MARGIN_AT_LEAST] = { check_margin, show_margin, FP_CASE_VERDICT },
    [FP_EXPECT_CLOSE_CALL] = { check_close_call, show_close_call, FP_CASE_VERDICT },
    [FP_EXPECT_TIE] = { check_tie, show_tie, FP_CASE_VERDICT },
    [FP_EXPECT_OUTLOOK_HAS] = { check_outlook, show_winners, FP_CASE_OUTLOOK },
    [FP_EXPECT_OUTLOOK_LACKS] = { check_outlook, show_winners, FP_CASE_OUTLOOK },
    [FP_EXPECT_NOT_ASKED] = { check_not_asked, show_not_asked, FP_CASE_VERDICT },
};
static_assert(G_N_ELEMENTS(rows) == FP_EXPECT_COUNT, "a row for each expectation");

static const char *name_of_id(const Run *run, const FpExpectation *expectation, size_t i)
{
    if (expectation->kind == FP_EXPECT_REQUIRES || expectation->kind == FP_EXPECT_REQUIRES_NOT)
        return run->tree->controls[expectation->ids[i]].id;
    if (expectation->kind == FP_EXPECT_NOT_ASKED)
        return run->tree->questions[expectation->ids[i]].id;
    return outcome_name(run->tree, expectation->ids[i]);
}

static void show_expected(const Run *run, const FpExpectation *expectation, GString *text)
{
    FpExpectKind kind = expectation->kind;
    if (kind == FP_EXPECT_SETTLED || kind == FP_EXPECT_CLOSE_CALL || kind == FP_EXPECT_TIE)
        append_name(text, expectation->flag ? "true" : "false");
    if (kind == FP_EXPECT_MARGIN_AT_LEAST)
        g_string_append_printf(text, "%" G_GINT64_FORMAT, expectation->number);
    for (size_t i = 0; i < expectation->n_ids; i++) {
        if (expectation->points != NULL)
            append_score(text, name_of_id(run, expectation, i), expectation->points[i]);
        else
            append_name(text, name_of_id(run, expectation, i));
    }
}

static char *take_text(GString *text)
{
    if (text->len == 0)
        g_string_append(text, _("nothing"));
    return g_string_free(text, FALSE);
}

static void add_difference(Run *run, const FpExpectation *expectation, Finding finding,
                           GArray *differences)
{
    GString *expected = g_string_new(NULL), *got = g_string_new(NULL);
    show_expected(run, expectation, expected);
    rows[expectation->kind].show(run, expectation, got);
    FpCaseDifference difference = { fp_expect_kind_name(expectation->kind), take_text(expected),
                                    take_text(got), finding == UNDECIDED };
    g_array_append_val(differences, difference);
}

static void clear_difference(void *data)
{
    FpCaseDifference *difference = data;
    g_free(difference->expected);
    g_free(difference->got);
}

/* The outcome that a case wants, where it wants one. */
static size_t wanted_outcome(const FpCase *one)
{
    for (guint i = 0; i < one->expectations->len; i++) {
        const FpExpectation *expectation = &g_array_index(one->expectations, FpExpectation, i);
        if (expectation->kind == FP_EXPECT_OUTCOME)
            return expectation->ids[0];
    }
    return FP_NONE;
}

FpCaseResult fp_case_run(const FpCases *cases, size_t index, const FpCompiledTree *compiled)
{
    const FpCase *one = &g_array_index(cases->cases, FpCase, index);
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autofree FpExists *winners = g_new0(FpExists, tree->n_outcomes + 1);
    g_autofree bool *is_sought = g_new0(bool, tree->n_outcomes + 1);
    FpCaseResult result = { .name = one->name,
                            .place = one->place,
                            .wanted = wanted_outcome(one),
                            .verdict = fp_verdict_compute(compiled, one->sheet),
                            .differences = g_array_new(FALSE, FALSE, sizeof(FpCaseDifference)) };
    Run run = { compiled, tree, one->sheet, result.verdict, winners, is_sought };
    g_array_set_clear_func(result.differences, clear_difference);
    for (guint i = 0; i < one->expectations->len; i++) {
        const FpExpectation *expectation = &g_array_index(one->expectations, FpExpectation, i);
        Finding finding = rows[expectation->kind].check(&run, expectation);
        if (finding != HOLDS)
            add_difference(&run, expectation, finding, result.differences);
    }
    result.passed = result.differences->len == 0;
    return result;
}

FpCaseFinding fp_case_check(const FpCase *one, const FpCompiledTree *compiled,
                            const FpVerdict *verdict, FpCasePart part)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autofree FpExists *winners = g_new0(FpExists, tree->n_outcomes + 1);
    g_autofree bool *is_sought = g_new0(bool, tree->n_outcomes + 1);
    Run run = { compiled, tree, one->sheet, verdict, winners, is_sought };
    Finding worst = HOLDS;
    for (guint i = 0; worst != FAILS && i < one->expectations->len; i++) {
        const FpExpectation *expectation = &g_array_index(one->expectations, FpExpectation, i);
        if (rows[expectation->kind].part != part)
            continue;
        Finding finding = rows[expectation->kind].check(&run, expectation);
        worst = finding == HOLDS ? worst : finding;
    }
    return worst;
}

void fp_case_result_clear(FpCaseResult *result)
{
    g_clear_pointer(&result->differences, g_array_unref);
    g_clear_pointer(&result->verdict, fp_verdict_free);
}
