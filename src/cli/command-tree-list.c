// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree list`: the trees that are installed, each with where it is.
#include "fp-i18n.h"
#include "fp-json-writer.h"
#include "fp-paths.h"
#include "fp-text.h"
#include "table.h"
#include "tree-commands.h"

/* An installed tree. One with faults is listed too: it is there, and its author looks for it. */
typedef struct {
    const char *path; /* borrowed */
    char *id;         /* by which commands find it: the file's name */
    FpTree *tree;     /* NULL: the file has faults or cannot be read */
} InstalledTree;

static void installed_tree_free(InstalledTree *installed)
{
    g_free(installed->id);
    fp_tree_free(installed->tree);
    g_free(installed);
}

static InstalledTree *read_tree(const char *path)
{
    InstalledTree *installed = g_new0(InstalledTree, 1);
    installed->path = path;
    installed->id = g_path_get_basename(path);
    *g_strrstr(installed->id, ".") = '\0';
    installed->tree = fp_open_tree(path, NULL);
    return installed;
}

static GPtrArray *read_trees(char *const *paths)
{
    GPtrArray *trees = g_ptr_array_new_with_free_func((GDestroyNotify)installed_tree_free);
    for (size_t i = 0; paths[i] != NULL; i++)
        g_ptr_array_add(trees, read_tree(paths[i]));
    return trees;
}

static const char *title_of(const FpTree *tree)
{
    return fp_tree_text(tree, tree->title, NULL);
}

static void print_table(const FpCliOptions *options, const GPtrArray *trees)
{
    static const FpTableColumn columns[] = {
        { N_("Tree"), 32 },  { N_("Version"), 12 }, { N_("Questions"), 0 },
        { N_("Title"), 48 }, { N_("File"), 0 },
    };
    g_autoptr(FpTable) table = fp_table_new(columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < trees->len; i++) {
        const InstalledTree *installed = trees->pdata[i];
        const FpTree *tree = installed->tree;
        g_autofree char *count = tree != NULL ? g_strdup_printf("%zu", tree->n_questions) : NULL;
        const char *cells[] = { installed->id, tree != NULL ? tree->version : "-",
                                count != NULL ? count : "-",
                                tree != NULL ? title_of(tree) : _("has faults"), installed->path };
        fp_table_add(table, cells);
    }
    fp_table_print(table, options);
}

static void write_tree(FpJsonWriter *writer, const InstalledTree *installed)
{
    const FpTree *tree = installed->tree;
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "id", installed->id);
    fp_json_key_string(writer, "version", tree != NULL ? tree->version : NULL);
    fp_json_key_string(writer, "title", tree != NULL ? title_of(tree) : NULL);
    fp_json_key_string(writer, "summary",
                       tree != NULL ? fp_tree_text(tree, tree->summary, NULL) : NULL);
    fp_json_key_string(writer, "language", tree != NULL ? tree->language : NULL);
    fp_json_key(writer, "questions");
    if (tree != NULL)
        fp_json_integer(writer, (int64_t)tree->n_questions);
    else
        fp_json_null(writer);
    // A file's name is bytes; JSON is text.
    g_autofree char *path = g_filename_display_name(installed->path);
    fp_json_key_string(writer, "file", path);
    fp_json_key_bool(writer, "has_faults", tree == NULL);
    fp_json_end_object(writer);
}

static void print_json(const GPtrArray *trees)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_array(writer);
    for (guint i = 0; i < trees->len; i++)
        write_tree(writer, trees->pdata[i]);
    fp_json_end_array(writer);
    g_autofree char *json = fp_json_writer_finish(writer);
    fp_print_bytes(json);
}

static void print_list(const FpCliOptions *options, const GPtrArray *trees)
{
    if (trees->len == 0) {
        fp_print(options, _("No tree is installed; 'fingerpost tree new' writes one to begin "
                            "with.\n"));
        return;
    }
    print_table(options, trees);
    for (guint i = 0; i < trees->len; i++) {
        const InstalledTree *installed = trees->pdata[i];
        if (installed->tree != NULL)
            continue;
        g_autofree char *path = fp_text_printable(installed->path, -1, FP_PRINT_ONE_LINE);
        g_autofree char *message = g_strdup_printf(
            _("'%s' has faults; 'fingerpost tree check' with this file names them"), path);
        fp_complain(options, message);
    }
}

int fp_command_tree_list(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("print JSON"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 0, &argc, &argv, &status))
        return status;
    g_auto(GStrv) paths = fp_paths_list_trees();
    g_autoptr(GPtrArray) trees = read_trees(paths);
    if (json)
        print_json(trees);
    else
        print_list(options, trees);
    return FP_EXIT_DONE;
}
