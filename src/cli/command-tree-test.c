// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree test`: runs a tree's cases.
#include "fp-case.h"
#include "fp-i18n.h"
#include "tree-commands.h"

// file_name: of the file that the cases stand in.
static bool run_cases(const FpCliOptions *options, const FpTree *tree, const FpCases *cases,
                      const char *file_name)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    size_t n_failed = 0;
    for (size_t i = 0; i < fp_cases_count(cases); i++) {
        FpCaseResult result = fp_case_run(cases, i, compiled);
        if (!result.passed) {
            n_failed++;
            g_autofree char *text = g_strdup_printf("%s:%u: %s\n%s\n", file_name, result.place.line,
                                                    result.name, result.difference);
            fp_print_printable(options, text);
        }
        fp_case_result_clear(&result);
    }
    g_autofree char *sum = g_strdup_printf(_("%zu cases hold, %zu fall short\n"),
                                           fp_cases_count(cases) - n_failed, n_failed);
    fp_print(options, sum);
    return n_failed == 0;
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

int fp_command_tree_test(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_autofree char *path = NULL;
    const GOptionEntry entries[] = {
        { "cases", 0, 0, G_OPTION_ARG_FILENAME, &path,
          N_("run the cases of this file instead of the tree's own"), N_("FILE") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) tree = fp_open_tree(argc == 2 ? argv[1] : NULL, &error);
    g_autoptr(FpCases) cases = tree != NULL ? read_cases(tree, path, &error) : NULL;
    if (cases == NULL)
        return fp_complain_error(options, error);
    const char *file_name = path != NULL ? path : fp_source_name(tree->source);
    return run_cases(options, tree, cases, file_name) ? FP_EXIT_DONE : FP_EXIT_SHORT;
}
