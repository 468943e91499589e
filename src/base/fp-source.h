// SPDX-License-Identifier: Apache-2.0
/* A source: the bytes of one file as they were read, with the name to show and their digest.
 *
 * Immutable and reference counted: a tree keeps its sources, the history stores them, and
 * diagnostics show lines of them. Places count from 1; columns in code points. */
#pragma once
#include <glib.h>

/* A place in a source; line 0 means the whole file. */
typedef struct {
    unsigned line, column;
} FpPlace;

typedef struct FpSource FpSource;

/* Largest file that is read at all: 1 MiB (FORMAT: limits). */
#define FP_SOURCE_MAX_BYTES ((size_t)1024 * 1024)

/* Makes a source of bytes in memory. name: what messages show, e.g. a path or "<stdin>"; copied. */
FpSource *fp_source_new(const char *name, GBytes *bytes);

/* Reads a regular file of at most FP_SOURCE_MAX_BYTES; "-" reads standard input to the same limit.
 *   Errors  FP_ERROR_NOT_FOUND, FP_ERROR_TOO_LARGE, FP_ERROR_IO (a folder, a FIFO, a device, no
 *           permission); each names the file and the mend */
FpSource *fp_source_load(const char *path, GError **error);

FpSource *fp_source_ref(FpSource *source);
void fp_source_unref(FpSource *source); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpSource, fp_source_unref)

const char *fp_source_name(const FpSource *source); /* as given, not made printable */
GBytes *fp_source_bytes(const FpSource *source);    /* borrowed */
/* "sha256:" and 64 hex digits, of the bytes. */
const char *fp_source_digest(const FpSource *source);

/* The text of a line, without its line break (LF, CRLF, CR), from 1; owned by the caller, invalid
 * UTF-8 replaced by U+FFFD. NULL past the end. A byte order mark at the start is left out, here and
 * in columns. */
char *fp_source_line(const FpSource *source, unsigned line);

/* The place of a byte offset. Used where a reader knows offsets alone. */
FpPlace fp_source_place_at(const FpSource *source, size_t offset);
