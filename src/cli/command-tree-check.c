// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree check`: what is wrong with a tree.
#include "fp-i18n.h"
#include "tree-commands.h"

int fp_command_tree_check(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
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
    fp_print_printable(options, text);
    return FP_EXIT_DONE;
}
