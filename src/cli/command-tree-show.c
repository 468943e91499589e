// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree show`: a tree as a page to read.
#include "fp-i18n.h"
#include "pager.h"
#include "tree-commands.h"
#include "tree-page.h"

typedef struct {
    gboolean reasons;
    char *as_of;
} ShowOptions;

static void show_options_clear(ShowOptions *own)
{
    g_free(own->as_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ShowOptions, show_options_clear)

static bool show_tree(const FpCliOptions *options, const ShowOptions *own, const char *file_or_id,
                      GError **error)
{
    FpTreePageOptions page = { .width_cells = fp_output_width(), .has_reasons = own->reasons };
    if (!fp_open_date(own->as_of, &page.as_of, error))
        return false;
    g_autoptr(FpTree) tree = fp_open_tree(file_or_id, error);
    if (tree == NULL)
        return false;
    g_autofree char *text = fp_tree_page(tree, &page);
    fp_pager_print(options, text);
    return true;
}

int fp_command_tree_show(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(ShowOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "reasons", 'r', 0, G_OPTION_ARG_NONE, &own.reasons,
          N_("show what each answer does and why, and the facts cited"), NULL },
        { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &own.as_of,
          N_("judge the age of facts at this day instead of today"), N_("DATE") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    return show_tree(options, &own, argc == 2 ? argv[1] : NULL, &error)
               ? FP_EXIT_DONE
               : fp_complain_error(options, error);
}
