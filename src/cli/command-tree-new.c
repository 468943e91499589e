// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree new`: a commented tree to begin with, from data/starter.yaml.
#include <string.h>

#include "fp-file.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "tree-commands.h"

#define STARTER_ID "my-tree"

static const char starter[] =
#include "starter.yaml.inc"
    ;

typedef struct {
    gboolean force;
    char *output, *id;
} NewOptions;

static void new_options_clear(NewOptions *own)
{
    g_free(own->output);
    g_free(own->id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NewOptions, new_options_clear)

static char *make_text(const char *id, GError **error)
{
    if (fp_text_is_id(id) && strcmp(id, "unknown") != 0) {
        g_auto(GStrv) parts = g_strsplit(starter, "\nid: " STARTER_ID " ", 2);
        g_assert(g_strv_length(parts) == 2);
        return g_strdup_printf("%s\nid: %s %s", parts[0], id, parts[1]);
    }
    g_autofree char *printable = fp_error_quote(id);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("'%s' cannot be a tree's id; with --id give one of small letters, digits and "
                  "'-', not beginning with '-', of at most 64 bytes"),
                printable);
    return NULL;
}

// By default the file's name without its ending, as installed trees have it.
static char *choose_id(const NewOptions *own)
{
    if (own->id != NULL)
        return g_strdup(own->id);
    if (fp_output_is_standard(own->output))
        return g_strdup(STARTER_ID);
    char *name = g_path_get_basename(own->output);
    char *ending = strrchr(name, '.');
    if (ending != NULL && ending > name)
        *ending = '\0';
    return name;
}

static bool write_tree(const FpCliOptions *options, const char *path, const char *text,
                       FpFileWriteMode mode, GError **error)
{
    if (!fp_output_write(path, text, strlen(text), mode, error))
        return false;
    if (fp_output_is_standard(path))
        return true;
    g_autofree char *printable = fp_text_printable(path, -1, FP_PRINT_ONE_LINE);
    g_autofree char *line = g_strdup_printf(
        _("'%s' is written. Change it, then see 'fingerpost tree check' and 'fingerpost tree test' "
          "with this file.\n"),
        printable);
    fp_print(options, line);
    return true;
}

static bool new_tree(const FpCliOptions *options, const NewOptions *own, GError **error)
{
    g_autofree char *id = choose_id(own);
    g_autofree char *text = make_text(id, error);
    if (text == NULL)
        return false;
    g_autofree char *path =
        own->output != NULL ? g_strdup(own->output) : g_strconcat(id, ".yaml", NULL);
    return write_tree(options, path, text, own->force ? FP_FILE_REPLACE : FP_FILE_NEW_ONLY, error);
}

int fp_command_tree_new(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(NewOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
          N_("the file to write, ID.yaml by default; - is standard output"), N_("FILE") },
        { "id", 0, 0, G_OPTION_ARG_FILENAME, &own.id, // bytes as they are
          N_("the tree's id; by default the file's name"), N_("ID") },
        { "force", 0, 0, G_OPTION_ARG_NONE, &own.force, N_("replace a file that exists"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 0, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    return new_tree(options, &own, &error) ? FP_EXIT_DONE : fp_complain_error(options, error);
}
