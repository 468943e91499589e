// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree …`: what a tree's author needs.
#include <string.h>

#include "commands.h"
#include "fp-case.h"
#include "fp-i18n.h"
#include "fp-text.h"

// Names of files and cases are other people's text.
static void print_printable(const FpCliOptions *options, const char *text)
{
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    fp_print(options, printable);
}

static int command_tree_check(const FpCommand *command, FpCliOptions *options, int argc,
                              char **argv)
{
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, NULL, 1, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) tree = fp_open_tree(argv[1], &error);
    if (tree == NULL) {
        int failure = fp_complain_error(options, error);
        return g_error_matches(error, FP_ERROR, FP_ERROR_FAULTS) ? FP_EXIT_SHORT : failure;
    }
    g_autofree char *text =
        g_strdup_printf(_("%s: no faults: %zu questions, %zu outcomes, %zu rules, %zu facts\n"),
                        argv[1], tree->n_questions, tree->n_outcomes, tree->n_rules, tree->n_facts);
    print_printable(options, text);
    return FP_EXIT_DONE;
}

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
            print_printable(options, text);
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

static int command_tree_test(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
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

static const FpCommand tree_commands[] = {
    { "check", N_("FILE"), N_("find a tree's faults"), command_tree_check, "tree" },
    { "test", N_("[FILE]"), N_("run a tree's cases"), command_tree_test, "tree" },
};

static bool asks_for_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

int fp_command_tree(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    (void)command;
    if (argc >= 2 && !asks_for_help(argv[1])) {
        const FpCommand *row = fp_command_find(options, tree_commands, G_N_ELEMENTS(tree_commands),
                                               argv[1], "fingerpost tree");
        return row != NULL ? row->run(row, options, argc - 1, argv + 1) : FP_EXIT_USAGE;
    }
    g_autofree char *table =
        fp_command_table(tree_commands, G_N_ELEMENTS(tree_commands), "fingerpost tree");
    if (argc >= 2) {
        g_autofree char *text = g_strconcat(table, "\n", NULL);
        fp_print(options, text);
        return FP_EXIT_DONE;
    }
    g_autofree char *message = g_strconcat(_("'tree' needs a command"), "\n", table, NULL);
    fp_complain(options, message);
    return FP_EXIT_USAGE;
}
