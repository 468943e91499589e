// SPDX-License-Identifier: Apache-2.0
/* The codes of GError's domain FP_ERROR: one for each way a caller would act.
 *
 * A message starts small, has no full stop, quotes the culprit in single quotes and names the mend.
 * Text from outside goes through fp_text_printable() before it enters a message. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#define FP_ERROR (fp_error_quark())
GQuark fp_error_quark(void);

/* What others wrote, as a message quotes it: printable, on one line; where it is long, its middle is
 * left out. Owned by the caller. */
char *fp_error_quote(const char *text);
/* A message of other people's with a small letter at its start. Owned by the caller. */
char *fp_error_uncapitalize(const char *message);
/* What the system says about errno's value, as a part of our messages. Owned by the caller. */
char *fp_error_reason(int system_error);

typedef enum {
    FP_ERROR_BAD_INPUT, /* what was given is wrong: exit status 2 */
    FP_ERROR_FAULTS,    /* a file's faults, each with its place: the message is shown as it is */
    FP_ERROR_NOT_FOUND, /* no such tree, session or file: exit status 2 */
    FP_ERROR_TOO_LARGE, /* a limit or a budget was passed */
    FP_ERROR_EXISTS,    /* would overwrite; ask, or take --force */
    FP_ERROR_IO,        /* reading or writing a file failed */
    FP_ERROR_HISTORY,   /* the history cannot be opened, read or written: exit status 3 */
    FP_ERROR_HISTORY_FOREIGN, /* a file that is not a history of ours, or a changed schema: 3 */
    FP_ERROR_HISTORY_NEWER,   /* written by a newer program: read-only: 3 */
    FP_ERROR_HISTORY_DAMAGED, /* the file is damaged; it is left untouched: 3 */
    FP_ERROR_HISTORY_BUSY,    /* another instance is writing; nothing was lost: 3 */
    FP_ERROR_HISTORY_GONE,    /* the file was removed, moved or replaced since it was opened: 3 */
    FP_ERROR_HISTORY_STALE,   /* the session went on in another instance: load it again: 3 */
} FpErrorCode;

/* True where it is one of FP_ERROR_HISTORY and what follows: the history failed, not what was said. */
bool fp_error_is_of_history(const GError *error);
