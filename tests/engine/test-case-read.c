// SPDX-License-Identifier: Apache-2.0
#include "fp-case.h"
#include "small-tree.h"

/* Cases as they stand under `cases:`, with the faults found, one a line, without the shown source. */
static const struct {
    const char *name, *cases, *faults;
} rows[] = {
    { "every-expectation",
      "[{name: n, answers: {}, expect: {outcome: no-path, outcome_in: [car, no-path],"
      " ruled_out: [car], requires: [ticket], requires_not: helmet, scores: {car: -1, train: 0},"
      " settled: true, margin_at_least: 2, close_call: false, tie: false, outlook_has: [car],"
      " outlook_lacks: no-path, not_asked: [tyres]}}]",
      "" },
    { "earlier-names", "[{name: n, answers: {sky: wet}, expect: {outcome: motor, not_asked: sky}}]",
      "" },
    { "no-list", "{}", "cases are a list\n" },
    { "no-mapping", "[x]", "a case is a mapping\n" },
    { "missing-keys", "[{}]",
      "missing key 'name' in a case\nmissing key 'answers' in a case\n"
      "missing key 'expect' in a case\n" },
    { "unknown-keys", "[{name: n, answers: {}, expect: {}, expects: {}}]",
      "a case has no key 'expects'; did you mean 'expect'?\n" },
    { "no-name", "[{name: [], answers: {}, expect: {}}]", "a case needs a name\n" },
    { "answers-are-checked", "[{name: n, answers: {weather: wett}, expect: {}}]",
      "question 'weather' has no option 'wett'; did you mean 'wet'?\n" },
    { "an-unknown-expectation", "[{name: n, answers: {}, expect: {outcom: car}}]",
      "unknown expectation 'outcom'; did you mean 'outcome'?\n" },
    { "an-unknown-outcome", "[{name: n, answers: {}, expect: {outcome: cra}}]",
      "unknown outcome 'cra'; did you mean 'car'?\n" },
    { "no-path-is-an-outcome-here", "[{name: n, answers: {}, expect: {outlook_has: [no-pat]}}]",
      "unknown outcome 'no-pat'; did you mean 'no-path'?\n" },
    { "no-path-is-not-ruled-out", "[{name: n, answers: {}, expect: {ruled_out: no-path}}]",
      "unknown outcome 'no-path'\n" },
    { "no-path-has-no-score", "[{name: n, answers: {}, expect: {scores: {no-path: 1}}}]",
      "unknown outcome 'no-path'\n" },
    { "an-unknown-control", "[{name: n, answers: {}, expect: {requires: [tickets]}}]",
      "unknown control 'tickets'; did you mean 'ticket'?\n" },
    { "an-unknown-question", "[{name: n, answers: {}, expect: {not_asked: tyre}}]",
      "unknown question 'tyre'; did you mean 'tyres'?\n" },
    { "every-fault-of-a-list", "[{name: n, answers: {}, expect: {ruled_out: [cra, bik, car]}}]",
      "unknown outcome 'cra'; did you mean 'car'?\nunknown outcome 'bik'; did you mean 'bike'?\n" },
    { "an-id-that-is-a-list", "[{name: n, answers: {}, expect: {outcome: [car]}}]",
      "an id was expected here\n" },
    { "points-that-are-no-whole-number",
      "[{name: n, answers: {}, expect: {margin_at_least: 1.5, scores: {car: many}}}]",
      "a whole number of points was expected here\na whole number of points was expected here\n" },
    { "scores-that-are-no-mapping", "[{name: n, answers: {}, expect: {scores: [car]}}]",
      "'scores' is a mapping of outcomes to points\n" },
    { "neither-true-nor-false", "[{name: n, answers: {}, expect: {tie: \"yes\"}}]",
      "true or false was expected here\n" },
    { "expect-is-no-mapping", "[{name: n, answers: {}, expect: car}]", "'expect' is a mapping\n" },
};

static FpCases *read_cases(const FpTree *tree, const char *cases, FpDiagnostics *diagnostics)
{
    g_autofree char *text = g_strdup_printf("cases: %s\n", cases);
    g_autoptr(FpDocument) document = small_document(text, false, diagnostics);
    const FpNode *node = fp_node_get(fp_document_root(document), "cases");
    return fp_cases_read(tree, fp_document_source(document), node, diagnostics);
}

static void test_read(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpCases) cases = read_cases(tree, rows[row].cases, diagnostics);
    g_autoptr(GString) faults = g_string_new(NULL);
    for (size_t i = 0; i < fp_diagnostics_count(diagnostics); i++)
        g_string_append_printf(faults, "%s\n", fp_diagnostics_get(diagnostics, i)->message);
    g_assert_cmpstr(faults->str, ==, rows[row].faults);
    g_assert_true((cases != NULL) == (faults->len == 0));
}

static void test_no_cases(void)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpCases) cases = fp_cases_read(tree, tree->source, tree->tests, diagnostics);
    g_assert_cmpuint(fp_cases_count(cases), ==, 0);
}

static void test_a_file(void)
{
    static const char text[] =
        "cases:\n- {name: n, answers: {}, expect: {}}\n- {name: m, answers: {}, expect: {}}\n";
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, sizeof text - 1);
    g_autoptr(FpSource) source = fp_source_new("cases.yaml", bytes);
    g_autoptr(FpCases) cases = fp_cases_load(tree, source, diagnostics);
    g_assert_cmpuint(fp_cases_count(cases), ==, 2);
}

static void test_a_file_without_cases(void)
{
    static const char text[] = "tests: []\n";
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, sizeof text - 1);
    g_autoptr(FpSource) source = fp_source_new("cases.yaml", bytes);
    g_assert_null(fp_cases_load(tree, source, diagnostics));
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==,
                    "cases.yaml:1:1: a file of cases has the key 'cases'\n"
                    "    tests: []\n"
                    "    ^\n"
                    "    mend: write 'cases:' and under it a list of cases\n"
                    "cases.yaml:1:1: unknown key 'tests' in a file of cases; it has 'cases' alone\n"
                    "    tests: []\n"
                    "    ^\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/case-read/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_read);
    }
    g_test_add_func("/engine/case-read/a-tree-without-tests-has-no-cases", test_no_cases);
    g_test_add_func("/engine/case-read/cases-in-a-file-of-their-own", test_a_file);
    g_test_add_func("/engine/case-read/a-file-without-cases", test_a_file_without_cases);
    return g_test_run();
}
