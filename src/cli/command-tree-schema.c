// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree schema`: the format as a JSON Schema, for editors.
#include "fp-i18n.h"
#include "fp-schema.h"
#include "tree-commands.h"

int fp_command_tree_schema(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean facts = FALSE;
    const GOptionEntry entries[] = {
        { "facts", 0, 0, G_OPTION_ARG_NONE, &facts, N_("that of facts files instead of trees"),
          NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 0, &argc, &argv, &status))
        return status;
    g_autofree char *schema = fp_schema_new(facts ? FP_SCHEMA_FACTS : FP_SCHEMA_TREE);
    fp_print_bytes(schema);
    return FP_EXIT_DONE;
}
