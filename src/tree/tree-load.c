// SPDX-License-Identifier: Apache-2.0
// A tree from a file: where its facts files are sought.
#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "fp-tree.h"

typedef struct {
    char *beside; // the tree's folder
    const char *const *folders;
} FactsPlaces;

/* A facts file from a folder: NULL without an error where there is none. */
static FpSource *load_from(const char *folder, const char *file, GError **error)
{
    // A tree's own folder is left out of the name that messages show, as it is of the tree's.
    g_autofree char *path =
        g_str_equal(folder, ".") ? g_strdup(file) : g_build_filename(folder, file, NULL);
    g_autoptr(GError) failure = NULL;
    FpSource *source = fp_source_load(path, &failure);
    if (source == NULL && !g_error_matches(failure, FP_ERROR, FP_ERROR_NOT_FOUND))
        g_propagate_error(error, g_steal_pointer(&failure));
    return source;
}

static FpSource *find_facts(const char *name, void *user_data, GError **error)
{
    const FactsPlaces *places = user_data;
    g_autofree char *file = g_strconcat(name, ".yaml", NULL);
    g_autofree char *facts = g_build_filename("facts", file, NULL);
    g_autoptr(GError) failure = NULL;
    FpSource *source = load_from(places->beside, file, &failure);
    if (source == NULL && failure == NULL)
        source = load_from(places->beside, facts, &failure);
    for (size_t i = 0;
         source == NULL && failure == NULL && places->folders != NULL && places->folders[i] != NULL;
         i++)
        source = load_from(places->folders[i], file, &failure);
    if (source == NULL && failure == NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("there is no facts file '%s' beside the tree, in facts/ beside it or in the "
                      "data folders"),
                    file);
    if (failure != NULL)
        g_propagate_error(error, g_steal_pointer(&failure));
    return source;
}

FpTree *fp_tree_load(const char *path, const char *const *facts_folders, FpDiagnostics *diagnostics,
                     GError **error)
{
    g_autoptr(FpSource) source = fp_source_load(path, error);
    if (source == NULL)
        return NULL;
    g_autofree char *beside = g_path_get_dirname(path);
    FactsPlaces places = { beside, facts_folders };
    return fp_tree_read(source, find_facts, &places, diagnostics);
}
