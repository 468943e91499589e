// SPDX-License-Identifier: Apache-2.0
#include "sheet-file.h"

#include "fp-cli.h"
#include "fp-sheet-read.h"

static FpDocument *read_document(const char *path, FpDiagnostics *diagnostics, GError **error)
{
    g_autoptr(FpSource) source = fp_source_load(path, error);
    if (source == NULL)
        return NULL;
    FpDocument *document = fp_document_read(source, diagnostics);
    if (document == NULL)
        fp_diagnostics_to_error(diagnostics, error);
    return document;
}

// The option names the tree; else the sheet does, by an id alone; else it is the usual one.
static FpTree *open_tree(const char *tree, const FpDocument *document, GError **error)
{
    if (tree != NULL || document == NULL)
        return fp_open_tree(tree, error);
    return fp_open_installed_tree(fp_sheet_tree_id(document), error);
}

FpAnswerSheet *fp_sheet_file_read(const char *path, const char *tree_name, FpTree **out_tree,
                                  GError **error)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document = NULL;
    if (path != NULL && (document = read_document(path, diagnostics, error)) == NULL)
        return NULL;
    g_autoptr(FpTree) tree = open_tree(tree_name, document, error);
    if (tree == NULL)
        return NULL;
    FpAnswerSheet *sheet =
        document != NULL ? fp_sheet_read(tree, document, diagnostics) : fp_answer_sheet_new(tree);
    if (sheet == NULL)
        fp_diagnostics_to_error(diagnostics, error);
    else
        *out_tree = g_steal_pointer(&tree);
    return sheet;
}
