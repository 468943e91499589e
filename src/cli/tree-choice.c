// SPDX-License-Identifier: Apache-2.0
// By their headings: a tree is read whole once it is chosen. One whose heading cannot be had is listed by
// its file's name; what is wrong with it is told when it is chosen.
#include "tree-choice.h"

#include "fp-paths.h"

struct TreeChoice {
    char **paths;
    GPtrArray *headings; // FpTreeHeading *, or NULL
    GPtrArray *names;    // char *
    GArray *items;       // FpStartItem; borrows from all these
};

static void free_heading(void *heading)
{
    fp_tree_heading_free(heading);
}

static void add_tree(TreeChoice *choice, const char *path)
{
    FpTreeHeading *heading = fp_tree_heading_load(path);
    char *name = g_path_get_basename(path);
    g_ptr_array_add(choice->headings, heading);
    g_ptr_array_add(choice->names, name);
    const FpStartItem item = { .title = heading != NULL ? heading->title : name,
                               .detail = heading != NULL ? heading->summary : NULL,
                               .path = path };
    g_array_append_val(choice->items, item);
}

TreeChoice *tree_choice_new(void)
{
    g_auto(GStrv) paths = fp_paths_list_trees();
    if (g_strv_length(paths) < 2)
        return NULL;
    TreeChoice *choice = g_new0(TreeChoice, 1);
    choice->paths = g_steal_pointer(&paths);
    choice->headings = g_ptr_array_new_with_free_func(free_heading);
    choice->names = g_ptr_array_new_with_free_func(g_free);
    choice->items = g_array_new(FALSE, FALSE, sizeof(FpStartItem));
    for (size_t i = 0; choice->paths[i] != NULL; i++)
        add_tree(choice, choice->paths[i]);
    return choice;
}

void tree_choice_free(TreeChoice *choice)
{
    if (choice == NULL)
        return;
    g_strfreev(choice->paths);
    g_ptr_array_unref(choice->headings);
    g_ptr_array_unref(choice->names);
    g_array_unref(choice->items);
    g_free(choice);
}

const FpStartItem *tree_choice_items(const TreeChoice *choice, size_t *out_n)
{
    *out_n = choice->items->len;
    return (const FpStartItem *)(const void *)choice->items->data;
}
