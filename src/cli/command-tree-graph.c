// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree graph`: a tree as a picture, or as the text that draws one.
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fp-file.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "tree-commands.h"
#include "tree-graph.h"

typedef struct {
    char *format, *output;
    gboolean force;
} GraphOptions;

static void graph_options_clear(GraphOptions *own)
{
    g_free(own->format);
    g_free(own->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GraphOptions, graph_options_clear)

static char *draw_dot(const FpTree *tree, GError **error)
{
    (void)error;
    return tree_graph_dot(tree);
}

static char *draw_mermaid(const FpTree *tree, GError **error)
{
    (void)error;
    return tree_graph_mermaid(tree);
}

static char *draw_svg(const FpTree *tree, GError **error);

/* One row, one format: its name, the ending of its files, who draws it. */
static const struct {
    const char *name, *ending;
    char *(*draw)(const FpTree *tree, GError **error);
} formats[] = {
    { "dot", ".dot", draw_dot },
    { "svg", ".svg", draw_svg },
    { "mermaid", ".mmd", draw_mermaid },
};

/* ---- SVG: Graphviz's own program draws it ---- */

// A file of its own name, removed by the caller.
static char *write_temporary(const char *text, GError **error)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) reason = NULL;
    int fd = g_file_open_tmp("fingerpost-XXXXXX.dot", &path, &reason);
    if (fd < 0) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot make a temporary file: %s; TMPDIR names the folder for them"),
                    reason->message);
        return NULL;
    }
    close(fd);
    if (g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &reason))
        return g_steal_pointer(&path);
    g_unlink(path);
    g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot write a temporary file: %s"),
                reason->message);
    return NULL;
}

static void explain_spawn(const GError *reason, GError **error)
{
    if (g_error_matches(reason, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
        g_set_error(
            error, FP_ERROR, FP_ERROR_NOT_FOUND,
            _("SVG is drawn by the program 'dot', which is not installed; install Graphviz, "
              "or write its input with --format dot"));
    else
        g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot run the program 'dot': %s"),
                    reason->message);
}

static char *run_dot(const char *path, GError **error)
{
    const char *const words[] = { "dot", "-Tsvg", path, NULL };
    g_autofree char *svg = NULL, *complaint = NULL;
    g_autoptr(GError) reason = NULL;
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)(gpointer)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &svg,
                      &complaint, &status, &reason)) {
        explain_spawn(reason, error);
        return NULL;
    }
    if (g_spawn_check_wait_status(status, NULL))
        return g_steal_pointer(&svg);
    g_autofree char *printable = fp_text_printable(g_strchomp(complaint), -1, FP_PRINT_ONE_LINE);
    g_set_error(error, FP_ERROR, FP_ERROR_IO,
                _("the program 'dot' could not draw the tree: %s; --format dot writes its input"),
                printable);
    return NULL;
}

static char *draw_svg(const FpTree *tree, GError **error)
{
    g_autofree char *text = tree_graph_dot(tree);
    g_autofree char *path = write_temporary(text, error);
    if (path == NULL)
        return NULL;
    char *svg = run_dot(path, error);
    g_unlink(path);
    return svg;
}

/* ---- The command ---- */

// By --format, else by the file's ending, else DOT. G_N_ELEMENTS(formats) where the name is wrong.
static size_t choose_format(const GraphOptions *own)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (own->format != NULL && strcmp(own->format, formats[i].name) == 0)
            return i;
        if (own->format == NULL && own->output != NULL &&
            g_str_has_suffix(own->output, formats[i].ending))
            return i;
    }
    return own->format == NULL ? 0 : G_N_ELEMENTS(formats);
}

static bool graph_tree(const GraphOptions *own, const char *file_or_id, GError **error)
{
    size_t format = choose_format(own);
    if (format == G_N_ELEMENTS(formats)) {
        g_autofree char *wrong = fp_error_quote(own->format);
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("unknown format '%s'; the formats are %s"), wrong, "dot, svg, mermaid");
        return false;
    }
    g_autoptr(FpTree) tree = fp_open_tree(file_or_id, error);
    g_autofree char *text = tree != NULL ? formats[format].draw(tree, error) : NULL;
    FpFileWriteMode mode = own->force ? FP_FILE_REPLACE : FP_FILE_NEW_ONLY;
    return text != NULL && fp_output_write(own->output, text, strlen(text), mode, error);
}

int fp_command_tree_graph(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(GraphOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_FILENAME, &own.format, // bytes as they are
          N_("dot, svg or mermaid; by default what the file's name says, else dot"), N_("FORMAT") },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
          N_("the file to write; - or none is standard output"), N_("FILE") },
        { "force", 0, 0, G_OPTION_ARG_NONE, &own.force, N_("replace a file that exists"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    return graph_tree(&own, argc == 2 ? argv[1] : NULL, &error) ? FP_EXIT_DONE
                                                                : fp_complain_error(options, error);
}
