// SPDX-License-Identifier: Apache-2.0
/* Whole files in and out. */
#pragma once
#include "fp-error.h"
#include <stdbool.h>

/* Reads a regular file of at most max_bytes without blocking on FIFOs and devices.
 *   Errors  FP_ERROR_NOT_FOUND, FP_ERROR_TOO_LARGE, FP_ERROR_IO; each names the file */
GBytes *fp_file_read(const char *path, size_t max_bytes, GError **error);

/* Reads standard input, or any descriptor, up to max_bytes. name: for messages. */
GBytes *fp_file_read_fd(int fd, const char *name, size_t max_bytes, GError **error);

typedef enum { FP_FILE_NEW_ONLY, FP_FILE_REPLACE } FpFileWriteMode;

/* Writes the whole file or leaves the old one untouched: a temporary file beside it (0600, or the
 * mode of the file replaced), fsync, rename, fsync of the folder. A symbolic link is refused.
 *   Errors  FP_ERROR_EXISTS where it exists and mode is NEW_ONLY; FP_ERROR_IO */
bool fp_file_write(const char *path, const char *bytes, size_t n_bytes, FpFileWriteMode mode,
                   GError **error);
