// SPDX-License-Identifier: Apache-2.0
/* The place of a history on the file system: found, judged and made before SQLite opens it.
 *
 * Nothing here opens a file that is there already: closing it again would drop the locks of every
 * connection that this process has to it. */
#pragma once
#include "fp-history.h"

/* The file that path names: its folder, links resolved, and its name. WRITE makes the folder (0700)
 * and the file (0600, empty), and takes other people's access to an old one away.
 *   Returns  owned
 *   Errors   FP_ERROR_NOT_FOUND: READ, and there is none
 *            FP_ERROR_HISTORY: a link, a folder, a FIFO, another's file, a second name, no permission */
char *fp_place_find(const char *path, FpHistoryMode mode, GError **error);

/* True where nothing stands at path yet. */
bool fp_place_is_free(const char *path);
/* True where the file, and the folders that it needs, could be made: nothing is made.
 *   Errors  FP_ERROR_HISTORY: no permission, a file in a folder's place */
bool fp_place_can_make(const char *path, GError **error);

/* Makes an empty file with mode 0600 whatever the umask; false with errno set where it cannot, EEXIST
 * where there is one. Its folder is synced. */
bool fp_place_create(const char *file);

bool fp_place_folder_is_writable(const char *file);
/* True where SQLite left a write-ahead log with something in it beside the file. */
bool fp_place_has_log(const char *file);
