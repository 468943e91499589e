// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree explain`: for each effect of a question, option, outcome, control or rule whether it
// fires on a sheet of answers, and if not, what keeps it.
#include "explanation.h"
#include "fp-i18n.h"
#include "sheet-file.h"
#include "tree-commands.h"

typedef struct {
    char *tree, *answers;
    gboolean json;
} ExplainOptions;

static void explain_options_clear(ExplainOptions *own)
{
    g_free(own->tree);
    g_free(own->answers);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ExplainOptions, explain_options_clear)

int fp_command_tree_explain(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(ExplainOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "answers", 0, 0, G_OPTION_ARG_FILENAME, &own.answers,
          N_("the answer sheet, YAML or JSON; - reads standard input; without it all is open"),
          N_("FILE") },
        { "tree", 0, 0, G_OPTION_ARG_FILENAME, &own.tree,
          N_("the tree: a file or an installed tree's id; by default the one that the sheet names"),
          N_("FILE-OR-ID") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &own.json, N_("print JSON"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) tree = NULL;
    g_autoptr(FpAnswerSheet) sheet = fp_sheet_file_read(own.answers, own.tree, &tree, &error);
    if (sheet == NULL)
        return fp_complain_error(options, error);
    return fp_explanation_print(options, sheet, argc == 2 ? argv[1] : NULL, own.json);
}
