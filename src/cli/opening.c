// SPDX-License-Identifier: Apache-2.0
// Finds what a person means: a tree by path or id, the history by option, a session by number.
#include <string.h>
#include <time.h>

#include "fp-cli.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-paths.h"

#define DEFAULT_TREE "claude-deployment"

static bool is_path(const char *file_or_id)
{
    if (strchr(file_or_id, '/') != NULL || g_str_has_suffix(file_or_id, ".yaml") ||
        g_str_has_suffix(file_or_id, ".yml") || g_file_test(file_or_id, G_FILE_TEST_IS_REGULAR))
        return true;
    // A folder or a pipe is no tree; it is named as what it is, but not where it hides an installed one.
    g_autofree char *installed = fp_paths_find_tree(file_or_id);
    return installed == NULL && g_file_test(file_or_id, G_FILE_TEST_EXISTS);
}

// The ids of the installed trees. Owned.
static GPtrArray *list_ids(void)
{
    g_auto(GStrv) paths = fp_paths_list_trees();
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; paths[i] != NULL; i++) {
        char *name = g_path_get_basename(paths[i]);
        *strrchr(name, '.') = '\0';
        g_ptr_array_add(ids, name);
    }
    return ids;
}

static void complain_unknown_tree(const char *id, GError **error)
{
    g_autoptr(GPtrArray) ids = list_ids();
    g_autofree char *shown = fp_error_quote(id);
    const char *nearest = fp_nearest(id, (const char *const *)ids->pdata, ids->len);
    if (nearest != NULL) {
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("no tree '%s' is installed; did you mean '%s'?"), shown, nearest);
        return;
    }
    if (ids->len == 0) {
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("no tree '%s' is installed, nor any other, and no such file exists; give a "
                      "tree's file"),
                    shown);
        return;
    }
    g_ptr_array_add(ids, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)ids->pdata);
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                _("no tree '%s' is installed and no such file exists; installed are: %s"), shown,
                all);
}

static bool has_key(const char *text, const char *keys)
{
    g_autofree char *pattern = g_strdup_printf("^\\s*\\{?\\s*\"?(%s)\"?\\s*:", keys);
    return g_regex_match_simple(pattern, text, G_REGEX_MULTILINE | G_REGEX_RAW, 0);
}

// A file that is something else altogether: its faults as a tree would lead nowhere.
static void refuse_other_file(const char *path, GError **error)
{
    g_autoptr(FpSource) source = fp_source_load(path, NULL);
    if (source == NULL)
        return;
    size_t n_bytes;
    const char *bytes = g_bytes_get_data(fp_source_bytes(source), &n_bytes);
    g_autofree char *text = g_strndup(bytes != NULL ? bytes : "", n_bytes);
    g_autofree char *shown = fp_error_quote(path);
    if (has_key(text, "fingerpost|questions|outcomes|prefer"))
        return;
    if (has_key(text, "answers"))
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is a sheet of answers and no tree; 'decide' takes it with --answers"),
                    shown);
    else if (has_key(text, "facts|sources"))
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is a file of facts and no tree; give the tree that uses it"), shown);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is no tree: nothing in it is one's beginning, 'fingerpost: 1'; give a "
                      "tree's file, or the id of an installed one"),
                    shown);
}

static char *find_installed_tree(const char *id, GError **error)
{
    char *path = fp_paths_find_tree(id);
    if (path == NULL)
        complain_unknown_tree(id, error);
    return path;
}

char *fp_find_tree(const char *file_or_id, GError **error)
{
    if (file_or_id != NULL && is_path(file_or_id))
        return g_strdup(file_or_id);
    return find_installed_tree(file_or_id != NULL ? file_or_id : DEFAULT_TREE, error);
}

FpTree *fp_read_tree(const char *path, FpDiagnostics *diagnostics, GError **error)
{
    g_auto(GStrv) facts_folders = fp_paths_facts_folders();
    FpTree *tree = fp_tree_load(path, (const char *const *)facts_folders, diagnostics, error);
    if (fp_diagnostics_count(diagnostics) > 0)
        refuse_other_file(path, error);
    return tree;
}

FpTree *fp_load_tree(const char *path, GError **error)
{
    g_autoptr(GError) failure = NULL;
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_read_tree(path, diagnostics, &failure);
    if (failure != NULL)
        g_propagate_error(error, g_steal_pointer(&failure));
    else if (tree == NULL)
        fp_diagnostics_to_error(diagnostics, error);
    return tree;
}

FpTree *fp_open_installed_tree(const char *id, GError **error)
{
    g_autofree char *path = find_installed_tree(id != NULL ? id : DEFAULT_TREE, error);
    return path != NULL ? fp_load_tree(path, error) : NULL;
}

FpTree *fp_open_tree(const char *file_or_id, GError **error)
{
    g_autofree char *path = fp_find_tree(file_or_id, error);
    return path != NULL ? fp_load_tree(path, error) : NULL;
}

FpHistory *fp_open_history(const FpCliOptions *options, FpHistoryMode mode, GError **error)
{
    if (options->history != NULL) {
        FpHistory *history = fp_history_open(options->history, mode, error);
        if (history != NULL && fp_history_warning(history) != NULL)
            fp_complain(options, fp_history_warning(history));
        return history;
    }
    g_set_error(error, FP_ERROR, FP_ERROR_HISTORY,
                _("there is no home folder to keep a history in; choose a file with --history FILE "
                  "or keep nothing with --no-save"));
    return NULL;
}

FpRecord *fp_open_record(FpHistory *history, const char *spec, GError **error)
{
    int64_t number = 0;
    return fp_history_find(history, spec, &number, error) ? fp_record_load(history, number, error)
                                                          : NULL;
}

bool fp_open_date(const char *text, FpDate *out_date, GError **error)
{
    if (text == NULL) {
        *out_date = fp_date_of_stamp((int64_t)time(NULL) * 1000);
        return true;
    }
    if (fp_date_parse(text, out_date) && out_date->day != 0)
        return true;
    g_autofree char *printable = fp_error_quote(text);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("'%s' is not a date; write --as-of YYYY-MM-DD"), printable);
    return false;
}
