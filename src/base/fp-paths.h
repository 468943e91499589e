// SPDX-License-Identifier: Apache-2.0
/* Where things are, by the XDG base directory rules and by where the program stands.
 *
 * A data folder holds decision-trees (ID.yaml) and facts (NAME.yaml). In order of search: the user's
 * ($XDG_DATA_HOME/fingerpost), the build folder's where the program runs from one, the one beside
 * the program (../share/fingerpost), the one it was configured for, then $XDG_DATA_DIRS's. */
#pragma once
#include <glib.h>

/* Folders that may hold decision-trees; existing ones alone; NULL-terminated; g_strfreev(). */
char **fp_paths_tree_folders(void);
/* Folders that may hold facts files. */
char **fp_paths_facts_folders(void);

/* The path of the installed tree with this id (ID.yaml in a tree folder), or NULL. Owned. */
char *fp_paths_find_tree(const char *id);
/* All installed trees' paths, sorted by id, an id's first hit alone; NULL-terminated. */
char **fp_paths_list_trees(void);

/* $XDG_DATA_HOME/fingerpost/history.db; NULL where there is no home. Owned. */
char *fp_paths_history(void);

/* Where translations are: the build folder's or the installed one. Owned. */
char *fp_paths_locale_folder(void);
