// SPDX-License-Identifier: Apache-2.0
// The program finds its own place through /proc, so that a build folder and a copied installation
// work without being told. The environment is read at each call: nothing is remembered.
#include "fp-config.h"
#include "fp-paths.h"
#include "fp-text.h"
#include <stdbool.h>
#include <string.h>

/* How far above the program a build folder may begin: BUILD/tests/FOLDER/test-NAME is two down. */
enum { BUILD_DEPTH_MAX = 3 };

/* What a data folder holds, by where it is. */
typedef struct {
    const char *in_build, *in_data;
} FolderKind;

static const FolderKind tree_folders = { "decision-trees", "decision-trees" };
static const FolderKind facts_folders = { "data/facts", "facts" };

/* The folder of the running program; NULL where /proc does not tell. Owned. */
static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program == NULL ? NULL : g_path_get_dirname(program);
}

/* The build folder that the program runs from, or NULL. Owned. */
static char *build_folder(void)
{
    g_autofree char *folder = program_folder();
    for (int depth = 0; folder != NULL && depth < BUILD_DEPTH_MAX; depth++) {
        g_autofree char *mark = g_build_filename(folder, "build.ninja", NULL);
        if (g_file_test(mark, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&folder);
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
    }
    return NULL;
}

/* ../share/NAME beside the program, or NULL. Owned. */
static char *beside_program(const char *name)
{
    g_autofree char *folder = program_folder();
    if (folder == NULL)
        return NULL;
    g_autofree char *path = g_build_filename("../share", name, NULL);
    return g_canonicalize_filename(path, folder);
}

/* An environment variable's path; NULL where it is unset, empty or relative: the XDG rules have a
 * relative one ignored. Borrowed. */
static const char *absolute_path_of(const char *variable)
{
    const char *path = g_getenv(variable);
    return path != NULL && g_path_is_absolute(path) ? path : NULL;
}

/* $XDG_DATA_HOME/fingerpost, or NULL where there is no home. Owned. */
static char *user_data_folder(void)
{
    const char *data_home = absolute_path_of("XDG_DATA_HOME");
    const char *home = absolute_path_of("HOME");
    if (data_home != NULL)
        return g_build_filename(data_home, "fingerpost", NULL);
    return home == NULL ? NULL : g_build_filename(home, ".local/share/fingerpost", NULL);
}

/* Adds parent/name where it is a folder that is not there yet. parent may be NULL. */
static void add_folder(GStrvBuilder *folders, GHashTable *seen, const char *parent,
                       const char *name)
{
    if (parent == NULL)
        return;
    g_autofree char *joined = g_build_filename(parent, name, NULL);
    char *path = g_canonicalize_filename(joined, "/");
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_hash_table_contains(seen, path))
        g_strv_builder_add(folders, path);
    g_hash_table_add(seen, path);
}

/* Adds those of $XDG_DATA_DIRS, by the rules' own default where it is unset or empty. */
static void add_system_folders(GStrvBuilder *folders, GHashTable *seen, const char *name)
{
    const char *value = g_getenv("XDG_DATA_DIRS");
    if (value == NULL || *value == '\0')
        value = "/usr/local/share:/usr/share";
    g_auto(GStrv) parents = g_strsplit(value, ":", -1);
    for (size_t i = 0; parents[i] != NULL; i++) {
        g_autofree char *parent = g_build_filename(parents[i], "fingerpost", NULL);
        if (g_path_is_absolute(parent))
            add_folder(folders, seen, parent, name);
    }
}

static char **list_folders(const FolderKind *kind)
{
    g_autoptr(GStrvBuilder) folders = g_strv_builder_new();
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *user = user_data_folder();
    g_autofree char *build = build_folder();
    g_autofree char *beside = beside_program("fingerpost");
    add_folder(folders, seen, user, kind->in_data);
    add_folder(folders, seen, build, kind->in_build);
    add_folder(folders, seen, beside, kind->in_data);
    add_folder(folders, seen, FP_DATADIR "/fingerpost", kind->in_data);
    add_system_folders(folders, seen, kind->in_data);
    return g_strv_builder_end(folders);
}

char **fp_paths_tree_folders(void)
{
    return list_folders(&tree_folders);
}

char **fp_paths_facts_folders(void)
{
    return list_folders(&facts_folders);
}

char *fp_paths_find_tree(const char *id)
{
    if (!fp_text_is_id(id))
        return NULL;
    g_auto(GStrv) folders = fp_paths_tree_folders();
    g_autofree char *file_name = g_strconcat(id, ".yaml", NULL);
    for (size_t i = 0; folders[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(folders[i], file_name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

/* Adds a folder's trees, id to path, but those whose id an earlier folder had. */
static void gather_trees(GTree *paths_by_id, const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        g_autofree char *id = g_strndup(name, strlen(name) - strlen(".yaml"));
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (fp_text_is_id(id) && g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
            g_tree_lookup(paths_by_id, id) == NULL)
            g_tree_insert(paths_by_id, g_steal_pointer(&id), g_steal_pointer(&path));
    }
}

static int compare_ids(const void *a, const void *b, void *unused)
{
    (void)unused;
    return strcmp(a, b);
}

static gboolean add_path(void *id, void *path, void *paths)
{
    (void)id;
    g_strv_builder_add(paths, path);
    return FALSE;
}

char **fp_paths_list_trees(void)
{
    g_auto(GStrv) folders = fp_paths_tree_folders();
    g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
    g_autoptr(GTree) paths_by_id = g_tree_new_full(compare_ids, NULL, g_free, g_free);
    for (size_t i = 0; folders[i] != NULL; i++)
        gather_trees(paths_by_id, folders[i]);
    g_tree_foreach(paths_by_id, add_path, paths);
    return g_strv_builder_end(paths);
}

char *fp_paths_history(void)
{
    g_autofree char *folder = user_data_folder();
    return folder == NULL ? NULL : g_build_filename(folder, "history.db", NULL);
}

char *fp_paths_locale_folder(void)
{
    g_autofree char *build = build_folder();
    if (build != NULL)
        return g_build_filename(build, "po", NULL);
    g_autofree char *beside = beside_program("locale");
    if (beside != NULL && g_file_test(beside, G_FILE_TEST_IS_DIR))
        return g_steal_pointer(&beside);
    return g_strdup(FP_LOCALEDIR);
}
