// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree …`: what a tree's author needs. The table of its commands and the way to them.
#include <string.h>

#include "commands.h"
#include "fp-i18n.h"
#include "tree-commands.h"

static const FpCommand tree_commands[] = {
    { "list", "", N_("list the installed trees"), fp_command_tree_list, "tree" },
    { "show", N_("[TREE]"), N_("show a tree as a page to read"), fp_command_tree_show, "tree" },
    { "graph", N_("[TREE]"), N_("draw a tree as a picture"), fp_command_tree_graph, "tree" },
    { "schema", "", N_("print the format as a JSON Schema"), fp_command_tree_schema, "tree" },
    { "new", "", N_("write a tree to begin with"), fp_command_tree_new, "tree" },
    { "check", N_("FILE..."), N_("find what is wrong with trees"), fp_command_tree_check, "tree" },
    { "diff", N_("OLD NEW"), N_("say what changed from one tree to another"), fp_command_tree_diff,
      "tree" },
    { "explain", N_("[ID]"), N_("tell which effects fire on a sheet, and what keeps the others"),
      fp_command_tree_explain, "tree" },
    { "test", N_("[FILE...]"), N_("run the cases of trees"), fp_command_tree_test, "tree" },
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
