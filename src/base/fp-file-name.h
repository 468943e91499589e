// SPDX-License-Identifier: Apache-2.0
/* A name for a new file, made of texts that others wrote. */
#pragma once
#include <glib.h>

#define FP_FILE_NAME_BYTES_MAX 255 /* what file systems take */

/* The parts with '-' between: of each its letters and digits, and one '-' for all that stands between
 * them, so that it is never a path, hidden, an option or more than one word to a shell.
 *   parts      NULL-terminated; valid UTF-8; what is left of one may be nothing
 *   extension  ".pdf"; stays whole, at most 16 bytes
 *   Returns    at most FP_FILE_NAME_BYTES_MAX bytes; the end of the last parts is cut off where it
 *              would be more. Owned by the caller */
char *fp_file_name_of(const char *const *parts, const char *extension);
