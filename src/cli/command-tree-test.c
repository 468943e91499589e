// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree test`: runs the cases of trees, and says what they do not reach or would not notice.
#include "fp-i18n.h"
#include "report-quality.h"
#include "report-test.h"
#include "tree-commands.h"

/* Of each mutant's search: some seconds at the very most. */
#define MUTANT_WORK UINT64_C(200000000)

typedef struct {
    char *cases, *format;
    gboolean coverage, mutants;
    int fail_under; /* percent; -1: not given */
    const FpTestFormat *report;
} TestOptions;

static void test_options_clear(TestOptions *own)
{
    g_free(own->cases);
    g_free(own->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TestOptions, test_options_clear)

static void clear_suite(void *data)
{
    FpTestSuite *suite = data;
    g_array_unref(suite->results);
    fp_cases_free(suite->cases);
    fp_compiled_tree_free(suite->compiled);
    fp_tree_free(suite->tree);
}

static void clear_result(void *data)
{
    fp_case_result_clear(data);
}

// The tree's own cases, or those of another file.
static FpCases *read_cases(const FpTree *tree, const char *path, GError **error)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpCases) cases = NULL;
    if (path == NULL) {
        cases = fp_cases_read(tree, tree->source, tree->tests, diagnostics);
    } else {
        g_autoptr(FpSource) source = fp_source_load(path, error);
        if (source == NULL)
            return NULL;
        cases = fp_cases_load(tree, source, diagnostics);
    }
    if (cases == NULL)
        fp_diagnostics_to_error(diagnostics, error);
    return g_steal_pointer(&cases);
}

static void run_suite(FpTestSuite *suite)
{
    suite->results = g_array_new(FALSE, FALSE, sizeof(FpCaseResult));
    g_array_set_clear_func(suite->results, clear_result);
    for (size_t i = 0; i < fp_cases_count(suite->cases); i++) {
        FpCaseResult result = fp_case_run(suite->cases, i, suite->compiled);
        suite->n_failed += !result.passed;
        g_array_append_val(suite->results, result);
    }
}

// Reads a tree and its cases and runs them; false where either has faults.
static bool add_suite(const TestOptions *own, const char *file_or_id, GArray *suites,
                      GError **error)
{
    g_autoptr(FpTree) tree = fp_open_tree(file_or_id, error);
    FpCases *cases = tree != NULL ? read_cases(tree, own->cases, error) : NULL;
    if (cases == NULL)
        return false;
    FpTestSuite suite = { .compiled = fp_compiled_tree_new(tree), .cases = cases };
    suite.file_name = own->cases != NULL ? own->cases : fp_source_name(tree->source);
    suite.tree = g_steal_pointer(&tree);
    run_suite(&suite);
    g_array_append_val(suites, suite);
    return true;
}

// Coverage and mutants as text; false where a share is too small.
static bool note_quality(const TestOptions *own, FpTestReport *report, const FpTestSuite *suite)
{
    const FpCases *lists[] = { suite->cases };
    const char *file_name = fp_source_name(suite->tree->source);
    unsigned least = own->fail_under < 0 ? 0 : (unsigned)own->fail_under * 100;
    bool is_enough = true;
    if (own->coverage) {
        g_autoptr(FpCoverage) coverage = fp_coverage_compute(suite->compiled, lists, 1);
        g_autofree char *text = fp_report_coverage(suite->tree, coverage, file_name);
        own->report->notes(report, text);
        is_enough &= fp_coverage_share(coverage) >= least;
    }
    if (own->mutants) {
        g_autoptr(FpMutants) mutants = fp_mutants_try(suite->tree, lists, 1, MUTANT_WORK, NULL);
        g_autofree char *text = fp_report_mutants(suite->tree, mutants, file_name);
        own->report->notes(report, text);
        is_enough &= fp_mutants_share(mutants) >= least;
    }
    return is_enough;
}

// False where a case fails, or a share is too small.
static bool tell(const FpCliOptions *options, const TestOptions *own, const GArray *suites)
{
    FpTestReport report = { .options = options };
    bool is_enough = true;
    for (guint i = 0; i < suites->len; i++) {
        report.n_cases += g_array_index(suites, FpTestSuite, i).results->len;
        report.n_failed += g_array_index(suites, FpTestSuite, i).n_failed;
    }
    own->report->begin(&report);
    for (guint i = 0; i < suites->len; i++) {
        const FpTestSuite *suite = &g_array_index(suites, FpTestSuite, i);
        own->report->suite(&report, suite);
        is_enough &= note_quality(own, &report, suite);
        own->report->suite_end(&report, suite);
    }
    own->report->end(&report);
    return report.n_failed == 0 && is_enough;
}

static bool check_options(TestOptions *own, GError **error)
{
    own->report = fp_test_format_find(own->format != NULL ? own->format : "text", error);
    if (own->report == NULL)
        return false;
    if (own->fail_under < -1 || own->fail_under > 100) {
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("--fail-under takes a percentage from 0 to 100"));
        return false;
    }
    if (own->fail_under >= 0 && !own->coverage && !own->mutants) {
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("--fail-under needs --coverage or --mutants"));
        return false;
    }
    return true;
}

static int run(const FpCliOptions *options, TestOptions *own, int n_files, char **files)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) suites = g_array_new(FALSE, FALSE, sizeof(FpTestSuite));
    g_array_set_clear_func(suites, clear_suite);
    if (!check_options(own, &error))
        return fp_complain_error(options, error);
    int status = FP_EXIT_DONE;
    for (int i = 0; i < MAX(n_files, 1); i++) {
        g_autoptr(GError) fault = NULL;
        if (!add_suite(own, n_files > 0 ? files[i] : NULL, suites, &fault))
            status = fp_complain_error(options, fault);
    }
    if (suites->len == 0)
        return status;
    bool holds = tell(options, own, suites);
    return status != FP_EXIT_DONE ? status : holds ? FP_EXIT_DONE : FP_EXIT_SHORT;
}

int fp_command_tree_test(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(TestOptions) own = { .fail_under = -1 };
    const GOptionEntry entries[] = {
        { "cases", 0, 0, G_OPTION_ARG_FILENAME, &own.cases,
          N_("run the cases of this file instead of the tree's own"), N_("FILE") },
        { "coverage", 0, 0, G_OPTION_ARG_NONE, &own.coverage,
          N_("list options, rules and effects that no case reaches"), NULL },
        { "mutants", 0, 0, G_OPTION_ARG_NONE, &own.mutants,
          N_("list effects and guards that could be wrong without any case failing"), NULL },
        { "fail-under", 0, 0, G_OPTION_ARG_INT, &own.fail_under,
          N_("fail where less is reached, or fewer mutants are noticed"), N_("PERCENT") },
        { "format", 0, 0, G_OPTION_ARG_FILENAME, &own.format, // bytes as they are
          N_("text, tap or junit"), N_("FORMAT") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, G_MAXINT, &argc, &argv, &status))
        return status;
    return run(options, &own, argc - 1, argv + 1);
}
