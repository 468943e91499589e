// SPDX-License-Identifier: Apache-2.0
// What an audit says where it must end early, and of whom; on small trees its findings against trying
// every sheet, complete or not.
#include "audit-without-private.h"
#include "compiled-tree-private.h"
#include "fp-audit.h"
#include "random-tree.h"
#include "small-tree.h"
#include <string.h>

enum { TREES = 30, SHEETS_MAX = 2500 };

static const FpDate today = { 2026, 11, 24 };

/* ---- Where it ends early ---- */

/* Sixteen answers to p are told apart later, and forty to q, all of them behind the sixty-fourth. */
static FpTree *tree_of_late_readers(void)
{
    g_autoptr(GString) text = g_string_new("questions:\n");
    g_string_append(text, "  - {id: p, ask: P?, type: one, options: [");
    for (int i = 0; i < 16; i++)
        g_string_append_printf(text, "%s{id: p%d, label: P}", i > 0 ? ", " : "", i);
    g_string_append(text, "]}\n  - {id: q, ask: Q?, type: one, options: [");
    for (int i = 0; i < FP_OPTIONS_MAX; i++)
        g_string_append_printf(text, "%s{id: q%d, label: Q}", i > 0 ? ", " : "", i);
    g_string_append(text, "]}\n  - {id: last, ask: L?, type: one, options: ["
                          "{id: a, label: A}, {id: b, label: B}]}\nrules:\n");
    for (int i = 0; i < 16; i++)
        g_string_append_printf(text,
                               "  - {id: rp%d, when: {p: p%d, last: a}, effects: [{favour: o1, "
                               "strength: slight, because: x}]}\n",
                               i, i);
    for (int i = 60; i < FP_OPTIONS_MAX; i++)
        g_string_append_printf(text,
                               "  - {id: rq%d, when: {q: q%d, last: %c}, effects: [{favour: o2, "
                               "strength: moderate, because: x}]}\n",
                               i, i, i % 2 == 0 ? 'a' : 'b');
    return small_tree_of(2, text->str);
}

/* By how far counting comes: before q is answered it is p, after it q that keeps states apart. */
static void test_entangler(void)
{
    g_autoptr(FpTree) tree = tree_of_late_readers();
    bool has_named_p = false, has_named_q = false;
    for (uint64_t work = 1000; work < 10 * 1000 * 1000; work += work / 2) {
        FpAuditLimits limits = FP_AUDIT_LIMITS_DEFAULT;
        limits.work_each = 0;
        limits.work_count = work;
        g_autoptr(FpAudit) audit = fp_audit_new(tree, today, limits);
        has_named_p |= g_strcmp0(audit->entangled_by, "p") == 0;
        has_named_q |= g_strcmp0(audit->entangled_by, "q") == 0;
        g_assert_true(!has_named_q || g_strcmp0(audit->entangled_by, "p") != 0);
    }
    g_assert_true(has_named_p && has_named_q);
}

static const char guards_text[] =
    "questions:\n"
    "  - {id: p, ask: P?, type: one, options: [{id: a, label: A}, {id: b, label: B}]}\n"
    "  - id: q\n"
    "    ask: Q?\n"
    "    type: one\n"
    "    when: {p: a, all: [{p: b}]}\n"
    "    options: [{id: a, label: A}, {id: b, label: B}]\n"
    "rules:\n"
    "  - {id: holds, when: {any: [{p: a}, {not: {p: a}}]}, effects: [{advise: x}]}\n"
    "  - {id: fails, when: {p: a, all: [{p: b}]}, effects: [{advise: y}]}\n";

/* What sheets have shown needs no search: all else is undecided without a budget, each by its name. */
static void test_undecided_by_name(void)
{
    static const char *const names[] = { "never-asked", "guard-never-true", "guard-always-true" };
    g_autoptr(FpTree) tree = small_tree_of(2, guards_text);
    FpAuditLimits limits = FP_AUDIT_LIMITS_DEFAULT;
    limits.work_each = 0;
    g_autoptr(FpAudit) audit = fp_audit_new(tree, today, limits);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *expected = g_strdup_printf(
            "of 1 thing it could not be decided within the budget whether it is '%s'", names[i]);
        size_t n = 0;
        for (size_t j = 0; j < audit->n; j++)
            n += g_str_equal(audit->items[j].message, expected);
        g_assert_cmpuint(n, ==, 1);
    }
}

/* Many questions on points, and at the end an option whose one effect cannot fire. */
static FpTree *tree_of_dead_advice(void)
{
    static const char *const strengths[] = { "slight", "moderate", "strong" };
    g_autoptr(GString) text = g_string_new("questions:\n");
    for (int i = 0; i < 20; i++) {
        g_string_append_printf(text, "  - {id: q%d, ask: Q?, type: one, options: [", i);
        for (int j = 0; j < 4; j++)
            g_string_append_printf(text,
                                   "%s{id: a%d, label: A, effects: [{favour: o%d, strength: %s, "
                                   "because: x}, {disfavour: o%d, strength: %s, because: x}]}",
                                   j > 0 ? ", " : "", j, 1 + (i + j) % 4, strengths[(i + j) % 3],
                                   1 + (i + 2 * j + 1) % 4, strengths[(i * j) % 3]);
        g_string_append(text, "]}\n");
    }
    g_string_append(text,
                    "  - {id: p, ask: P?, type: one, options: [{id: a, label: A, effects: "
                    "[{advise: x}]}, {id: b, label: B, effects: [{advise: y, when: {p: a}}]}]}\n");
    return small_tree_of(4, text->str);
}

/* That it cannot fire is told, and nothing is left undecided for its sake. */
static void test_dead_advice(void)
{
    g_autoptr(FpTree) tree = tree_of_dead_advice();
    FpAuditLimits limits = FP_AUDIT_LIMITS_DEFAULT;
    limits.work_each = 3 * 1000 * 1000;
    limits.work_count = 0;
    g_autoptr(FpAudit) audit = fp_audit_new(tree, today, limits);
    size_t n_never_true = 0;
    for (size_t i = 0; i < audit->n; i++) {
        n_never_true += audit->items[i].code == FP_FINDING_GUARD_NEVER_TRUE;
        g_assert_cmpint(audit->items[i].code, !=, FP_FINDING_UNDECIDED);
    }
    g_assert_cmpuint(n_never_true, ==, 1);
}

static const char first_only_text[] =
    "always: [{favour: o2, strength: slight, because: x}]\n"
    "questions:\n"
    "  - id: p\n"
    "    ask: P?\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: a, label: A, effects: [{favour: o1, strength: strong, because: x}]}\n"
    "      - {id: b, label: B, effects: [{rule_out: o2, because: x}]}\n";

/* It leads as long as nothing is said: what is told is told of complete sheets. */
static void test_leads_while_open(void)
{
    g_autoptr(FpTree) tree = small_tree_of(2, first_only_text);
    g_autoptr(FpAudit) audit = fp_audit_new(tree, today, FP_AUDIT_LIMITS_DEFAULT);
    size_t n = 0;
    for (size_t i = 0; i < audit->n; i++) {
        if (audit->items[i].code != FP_FINDING_NEVER_WINS)
            continue;
        g_assert_cmpstr(audit->items[i].at, ==, "o2");
        g_assert_cmpstr(audit->items[i].message, ==, "outcome 'o2' wins on no complete sheet");
        n++;
    }
    g_assert_cmpuint(n, ==, 1);
}

/* ---- Every sheet ---- */

typedef struct {
    const FpTree *tree;
    const FpCompiledTree *compiled;
    const FpAudit *audit;
    GPtrArray *sheets;   /* of FpAnswerSheet: each question open or answered, asked or not */
    FpOptionSet **force; /* one a sheet: what is in force */
    FpQuestionState **states;
    bool *is_complete; /* one a sheet */
} Every;

static bool list_sheets(GPtrArray *sheets, const FpTree *tree, FpAnswerSheet *sheet, size_t index)
{
    bool goes_on = sheets->len <= SHEETS_MAX;
    if (goes_on && index == tree->n_questions)
        g_ptr_array_add(sheets, fp_answer_sheet_copy(sheet));
    if (index == tree->n_questions)
        return goes_on;
    const FpQuestion *question = &tree->questions[index];
    for (size_t set = 0; goes_on && set < (size_t)1 << question->n_options; set++) {
        FpAnswer answer = { .kind = set == 0 ? FP_ANSWER_NONE : FP_ANSWER_OPTIONS };
        answer.options.words[0] = set;
        if (set != 0 && !fp_answer_options_are_valid(question, answer.options))
            continue;
        fp_answer_sheet_set(sheet, index, answer);
        goes_on = list_sheets(sheets, tree, sheet, index + 1);
    }
    fp_answer_sheet_set(sheet, index, (FpAnswer) { .kind = FP_ANSWER_NONE });
    return goes_on;
}

static void look_at_sheets(Every *every)
{
    size_t n = every->tree->n_questions;
    every->force = g_new(FpOptionSet *, every->sheets->len);
    every->states = g_new(FpQuestionState *, every->sheets->len);
    every->is_complete = g_new(bool, every->sheets->len);
    for (guint i = 0; i < every->sheets->len; i++) {
        every->force[i] = g_new0(FpOptionSet, n);
        every->states[i] = g_new0(FpQuestionState, n);
        every->is_complete[i] = true;
        fp_applicability_compute(every->compiled, g_ptr_array_index(every->sheets, i),
                                 every->states[i], every->force[i]);
        for (size_t j = 0; j < n; j++)
            every->is_complete[i] &= every->states[i][j] != FP_STATE_OPEN;
    }
}

static void every_clear(Every *every)
{
    for (guint i = 0; i < every->sheets->len; i++) {
        g_free(every->force[i]);
        g_free(every->states[i]);
    }
    g_free(every->force);
    g_free(every->states);
    g_free(every->is_complete);
}

static bool has(const Every *every, FpFindingCode code, FpPlace place)
{
    for (size_t i = 0; i < every->audit->n; i++) {
        const FpFinding *finding = &every->audit->items[i];
        if (finding->code == code && finding->place.line == place.line &&
            finding->place.column == place.column)
            return true;
    }
    return false;
}

/* ---- Guards ---- */

/* Where a guard is read: an option is chosen, a rule's guard holds. */
typedef struct {
    size_t question, option;
    const FpGuard *rule;
} Reader;

static FpFindingCode fate_of(const Every *every, Reader reader, const FpGuard *guard)
{
    g_autofree FpGuardNode *rule = fp_guard_compile(reader.rule), *when = fp_guard_compile(guard);
    bool is_met = false, is_met_complete = false, is_unmet = false;
    for (guint i = 0; i < every->sheets->len; i++) {
        const FpOptionSet *force = every->force[i];
        bool is_read = (reader.question == FP_NONE ||
                        fp_option_set_has(force[reader.question], reader.option)) &&
                       fp_guard_holds(rule, force);
        bool holds = is_read && fp_guard_holds(when, force);
        is_met |= holds;
        is_met_complete |= holds && every->is_complete[i];
        is_unmet |= is_read && !holds;
    }
    return !is_met            ? FP_FINDING_GUARD_NEVER_TRUE
           : !is_met_complete ? FP_FINDING_ONLY_WHILE_UNKNOWN
           : !is_unmet        ? FP_FINDING_GUARD_ALWAYS_TRUE
                              : FP_FINDING_COUNT;
}

/* True where the guard can hold on a complete sheet; what is told of it is what is so. */
static bool check_guard(const Every *every, Reader reader, const FpGuard *guard)
{
    static const FpFindingCode codes[] = { FP_FINDING_GUARD_NEVER_TRUE,
                                           FP_FINDING_ONLY_WHILE_UNKNOWN,
                                           FP_FINDING_GUARD_ALWAYS_TRUE };
    FpFindingCode fate = fate_of(every, reader, guard);
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        g_assert_cmpint(has(every, codes[i], guard->place), ==, fate == codes[i]);
    return fate != FP_FINDING_GUARD_NEVER_TRUE && fate != FP_FINDING_ONLY_WHILE_UNKNOWN;
}

static void check_effects(const Every *every, Reader reader, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++) {
        if (effects->items[i].when != NULL)
            check_guard(every, reader, effects->items[i].when);
    }
}

/* A question that is never asked is told of as such, and nothing of what stands in it. */
static void check_question(const Every *every, size_t index, bool *is_dead)
{
    const FpQuestion *question = &every->tree->questions[index];
    Reader around = { question->parent_question, question->parent_option, NULL };
    is_dead[index] = question->parent_question != FP_NONE && is_dead[question->parent_question];
    if (!is_dead[index] && question->when != NULL) {
        FpFindingCode fate = fate_of(every, around, question->when);
        is_dead[index] =
            fate == FP_FINDING_GUARD_NEVER_TRUE || fate == FP_FINDING_ONLY_WHILE_UNKNOWN;
        g_assert_cmpint(has(every, FP_FINDING_NEVER_ASKED, question->place), ==,
                        fate == FP_FINDING_GUARD_NEVER_TRUE);
        g_assert_cmpint(has(every, FP_FINDING_ONLY_WHILE_UNKNOWN, question->place), ==,
                        fate == FP_FINDING_ONLY_WHILE_UNKNOWN);
        g_assert_cmpint(has(every, FP_FINDING_GUARD_ALWAYS_TRUE, question->when->place), ==,
                        fate == FP_FINDING_GUARD_ALWAYS_TRUE);
    }
    for (size_t i = 0; !is_dead[index] && i < question->n_options; i++)
        check_effects(every, (Reader) { index, i, NULL }, &question->options[i].effects);
}

static void check_guards(const Every *every)
{
    const FpTree *tree = every->tree;
    const Reader nothing = { FP_NONE, FP_NONE, NULL };
    g_autofree bool *is_dead = g_new0(bool, tree->n_questions + 1);
    for (size_t i = 0; i < tree->n_questions; i++)
        check_question(every, i, is_dead);
    check_effects(every, nothing, &tree->always);
    for (size_t i = 0; i < tree->n_rules; i++) {
        const FpRule *rule = &tree->rules[i];
        // A rule without effects does nothing: its guard is left alone.
        if (rule->effects.n > 0 && check_guard(every, nothing, rule->when))
            check_effects(every, (Reader) { FP_NONE, FP_NONE, rule->when }, &rule->effects);
    }
}

/* ---- Options and questions ---- */

static bool is_decided_alike(const FpVerdict *a, const FpVerdict *b)
{
    bool is_alike =
        a->outcome == b->outcome && a->n_requires == b->n_requires && a->n_advice == b->n_advice;
    for (size_t i = 0; is_alike && i < a->n_ranking; i++)
        is_alike =
            a->ranking[i].is_ruled_out == fp_verdict_rank(b, a->ranking[i].outcome)->is_ruled_out;
    for (size_t i = 0; is_alike && i < a->n_requires; i++)
        is_alike = fp_verdict_requires(b, a->requires[i].effect->control);
    for (size_t i = 0; is_alike && i < a->n_advice; i++) {
        bool is_there = false;
        for (size_t j = 0; j < b->n_advice; j++)
            is_there |=
                g_str_equal(a->advice[i].effect->advice.source, b->advice[j].effect->advice.source);
        is_alike = is_there;
    }
    return is_alike;
}

/* 2: some sheet that is complete for both is decided otherwise; 1: a margin moves; 0: nothing. */
static int greatest_change(const Every *every, const FpTree *one, const FpTree *other)
{
    g_autoptr(FpCompiledTree) a = fp_compiled_tree_new(one), b = fp_compiled_tree_new(other);
    int most = 0;
    for (guint i = 0; most < 2 && i < every->sheets->len; i++) {
        const FpAnswerSheet *sheet = g_ptr_array_index(every->sheets, i);
        g_autoptr(FpVerdict) with = fp_verdict_compute(a, sheet);
        g_autoptr(FpVerdict) without = fp_verdict_compute(b, sheet);
        bool is_complete = true;
        for (size_t j = 0; j < every->tree->n_questions; j++)
            is_complete &= with->states[j] != FP_STATE_OPEN && without->states[j] != FP_STATE_OPEN;
        if (is_complete && !is_decided_alike(with, without))
            most = 2;
        else if (is_complete && with->has_margin && with->margin != without->margin)
            most = 1;
    }
    return most;
}

static int weight_of_question(const Every *every, size_t question)
{
    const FpQuestion *asked = &every->tree->questions[question];
    g_autoptr(FpPool) pool = fp_pool_new();
    int most = 0;
    if (asked->type == FP_QUESTION_MANY)
        return greatest_change(every, every->tree,
                               fp_tree_without_question(pool, every->tree, question));
    for (size_t i = 1; i < asked->n_options; i++)
        most = MAX(most, greatest_change(every, fp_tree_with_answer(pool, every->tree, question, 0),
                                         fp_tree_with_answer(pool, every->tree, question, i)));
    return most;
}

/* What is told is so; what is so may be told of a part or of what stands around instead. */
static void check_told(const Every *every, FpPlace place, int weight)
{
    g_assert_true(!has(every, FP_FINDING_NEVER_MATTERS, place) || weight == 0);
    g_assert_true(!has(every, FP_FINDING_MARGIN_ONLY, place) || weight == 1);
}

static void check_things(const Every *every)
{
    for (size_t i = 0; i < every->tree->n_questions; i++) {
        const FpQuestion *question = &every->tree->questions[i];
        check_told(every, question->place, weight_of_question(every, i));
        for (size_t j = 0; j < question->n_options; j++) {
            g_autoptr(FpPool) pool = fp_pool_new();
            const FpTree *part = fp_tree_without_option(pool, every->tree, i, j);
            int weight = greatest_change(every, every->tree, part);
            check_told(every, question->options[j].place, weight);
            g_assert_true(!has(every, FP_FINDING_NEUTRAL_OPTION, question->options[j].place) ||
                          weight == 0);
        }
    }
}

/* ---- Shortest sheets ---- */

static size_t count_answers(const FpAnswerSheet *sheet)
{
    size_t n = 0;
    for (size_t i = 0; i < fp_answer_sheet_tree(sheet)->n_questions; i++)
        n += fp_answer_sheet_get(sheet, i)->kind != FP_ANSWER_NONE;
    return n;
}

static void check_shortest(const Every *every)
{
    size_t n = every->tree->n_outcomes;
    g_autofree size_t *fewest = g_new(size_t, n + 1);
    for (size_t i = 0; i <= n; i++)
        fewest[i] = FP_NONE;
    for (guint i = 0; i < every->sheets->len; i++) {
        const FpAnswerSheet *sheet = g_ptr_array_index(every->sheets, i);
        g_autoptr(FpVerdict) verdict = fp_verdict_compute(every->compiled, sheet);
        size_t *of = &fewest[MIN(verdict->outcome, n)];
        *of = MIN(*of, count_answers(sheet));
    }
    for (size_t i = 0; i <= n; i++) {
        const FpAuditOutcome *outcome = &every->audit->outcomes[i];
        if (outcome->count.witness != NULL && outcome->is_shortest)
            g_assert_cmpuint(count_answers(outcome->count.witness), ==, fewest[i]);
    }
}

/* ---- The run ---- */

static void test_as_every_sheet(void)
{
    static const RandomSize size = { .questions_max = 4, .outcomes_max = 3, .options_max = 3 };
    GRand *random = g_rand_new_with_seed(random_seed());
    size_t n_checked = 0;
    while (n_checked < TREES) {
        g_autofree char *text = NULL;
        g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
        g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
        g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(tree);
        g_autoptr(GPtrArray) sheets =
            g_ptr_array_new_with_free_func((GDestroyNotify)fp_answer_sheet_free);
        if (!list_sheets(sheets, tree, empty, 0))
            continue;
        random_show(text);
        g_autoptr(FpAudit) audit = fp_audit_new(tree, today, FP_AUDIT_LIMITS_DEFAULT);
        Every every = { tree, compiled, audit, sheets, NULL, NULL, NULL };
        look_at_sheets(&every);
        check_guards(&every);
        check_things(&every);
        check_shortest(&every);
        every_clear(&every);
        n_checked++;
    }
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/audit/names-the-question-that-entangles-most", test_entangler);
    g_test_add_func("/engine/audit/says-what-is-undecided-by-its-name", test_undecided_by_name);
    g_test_add_func("/engine/audit/decides-what-hangs-on-conditions-that-cannot-differ",
                    test_dead_advice);
    g_test_add_func("/engine/audit/speaks-of-complete-sheets-where-an-outcome-leads-while-open",
                    test_leads_while_open);
    g_test_add_func("/engine/audit/finds-what-trying-every-sheet-shows", test_as_every_sheet);
    return g_test_run();
}
