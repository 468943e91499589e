// SPDX-License-Identifier: Apache-2.0
#include "fp-case.h"
#include "small-tree.h"

/* An expectation of `journey`, with what is said where it falls short; NULL: it holds. */
static const struct {
    const char *name, *answers, *expect, *difference;
} rows[] = {
    { "outcome-holds", "{distance: 3}", "{outcome: bike}", NULL },
    { "outcome-falls-short", "{distance: 3}", "{outcome: car}", "outcome: expected car, got bike" },
    { "outcome-of-no-path-holds", "{weather: snow, tyres: summer, luggage: [dog]}",
      "{outcome: no-path}", NULL },
    { "outcome-in-holds", "{distance: 3}", "{outcome_in: [car, bike]}", NULL },
    { "outcome-in-falls-short", "{distance: 3}", "{outcome_in: [car, no-path]}",
      "outcome_in: expected car, no-path, got bike" },
    { "ruled-out-holds-of-some", "{luggage: [dog]}", "{ruled_out: [bike]}", NULL },
    { "ruled-out-falls-short", "{luggage: [dog]}", "{ruled_out: [car, bike]}",
      "ruled_out: expected car, bike, got train, bike" },
    { "requires-holds", "{distance: far}", "{requires: ticket}", NULL },
    { "requires-falls-short", "{distance: far}", "{requires: [ticket, helmet]}",
      "requires: expected ticket, helmet, got ticket" },
    { "requires-not-holds", "{distance: far}", "{requires_not: [helmet, chains]}", NULL },
    { "requires-not-falls-short", "{distance: far}", "{requires_not: [ticket]}",
      "requires_not: expected ticket, got ticket" },
    { "scores-hold", "{distance: far}", "{scores: {train: 5, car: -1}}", NULL },
    { "scores-fall-short", "{distance: far}", "{scores: {train: 4, car: -1}}",
      "scores: expected train 4, car -1, got train 5, car -1" },
    { "margin-holds", "{distance: far}", "{margin_at_least: 6}", NULL },
    { "margin-falls-short", "{distance: far}", "{margin_at_least: 7}",
      "margin_at_least: expected 7, got 6" },
    { "margin-falls-short-without-one", "{distance: far, luggage: [dog]}", "{margin_at_least: -9}",
      "margin_at_least: expected -9, got nothing" },
    { "close-call-holds", "{distance: 20}", "{close_call: true, tie: false}", NULL },
    { "close-call-falls-short", "{distance: 20}", "{close_call: false}",
      "close_call: expected false, got true" },
    { "tie-falls-short", "{distance: 20}", "{tie: true}", "tie: expected true, got false" },
    { "settled-holds", "{luggage: [dog], weather: dry}", "{settled: true}", NULL },
    { "settled-falls-short", "{luggage: [dog]}", "{settled: true}",
      "settled: expected true, got car, no-path" },
    { "not-settled-holds", "{luggage: [dog]}", "{settled: false}", NULL },
    { "outlook-has-holds", "{luggage: [dog]}", "{outlook_has: [car, no-path]}", NULL },
    { "outlook-has-falls-short", "{luggage: [dog]}", "{outlook_has: [bike]}",
      "outlook_has: expected bike, got car, no-path" },
    { "outlook-lacks-holds", "{luggage: [dog]}", "{outlook_lacks: [bike, train]}", NULL },
    { "outlook-lacks-falls-short", "{luggage: [dog]}", "{outlook_lacks: [bike, no-path]}",
      "outlook_lacks: expected bike, no-path, got car, no-path" },
    { "not-asked-holds", "{weather: dry}", "{not_asked: tyres}", NULL },
    { "not-asked-falls-short", "{weather: snow}", "{not_asked: [tyres]}",
      "not_asked: expected tyres, got nothing" },
    { "nothing-expected-holds", "{}", "{}", NULL },
    { "a-line-for-each-that-falls-short", "{distance: 3}", "{outcome: car, tie: true}",
      "outcome: expected car, got bike\ntie: expected true, got false" },
};

/* A line for each difference; NULL where there is none. */
static char *differences_of(const FpCaseResult *result)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < result->differences->len; i++) {
        const FpCaseDifference *difference =
            &g_array_index(result->differences, FpCaseDifference, i);
        g_string_append_printf(text, "%s%s: expected %s, got %s", i == 0 ? "" : "\n",
                               difference->expectation, difference->expected, difference->got);
        g_assert_false(difference->is_undecided);
    }
    return text->len == 0 ? NULL : g_string_free(g_steal_pointer(&text), FALSE);
}

static void test_run(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autofree char *text = g_strdup_printf("cases: [{name: n, answers: %s, expect: %s}]\n",
                                            rows[row].answers, rows[row].expect);
    g_autoptr(FpDocument) document = small_document(text, false, diagnostics);
    g_autoptr(FpCases) cases =
        fp_cases_read(tree, fp_document_source(document),
                      fp_node_get(fp_document_root(document), "cases"), diagnostics);
    g_auto(FpCaseResult) result = fp_case_run(cases, 0, compiled);
    g_autofree char *differences = differences_of(&result);
    g_assert_cmpstr(result.name, ==, "n");
    g_assert_cmpuint(result.place.line, ==, 1);
    g_assert_cmpstr(differences, ==, rows[row].difference);
    g_assert_true(result.passed == (rows[row].difference == NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/case-run/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_run);
    }
    return g_test_run();
}
