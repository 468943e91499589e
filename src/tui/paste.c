// SPDX-License-Identifier: Apache-2.0
// The end mark is matched byte by byte, since it may come torn. A begin mark inside a paste is text that
// somebody pasted: its ESC is dropped with the other controls by whoever takes the text.
#include "paste-private.h"

#include <string.h>

static const char end_mark[] = "\033[201~";

void fp_paste_begin(FpPaste *paste)
{
    if (paste->bytes == NULL)
        paste->bytes = g_string_new(NULL);
    g_string_truncate(paste->bytes, 0);
    paste->n_matched = 0;
    paste->was_cut = paste->is_unwanted = false;
}

static void keep(FpPaste *paste, const char *bytes, size_t n_bytes)
{
    size_t n_kept = MIN(n_bytes, FP_PASTE_MAX_BYTES - paste->bytes->len);
    g_string_append_len(paste->bytes, bytes, (gssize)n_kept);
    paste->was_cut = paste->was_cut || n_kept < n_bytes;
}

bool fp_paste_take(FpPaste *paste, char byte)
{
    if (byte == end_mark[paste->n_matched]) {
        paste->n_matched++;
        return end_mark[paste->n_matched] == '\0';
    }
    // No end mark after all. Only its first byte can begin another one.
    keep(paste, end_mark, paste->n_matched);
    paste->n_matched = byte == end_mark[0] ? 1 : 0;
    if (paste->n_matched == 0)
        keep(paste, &byte, 1);
    return false;
}

/* Valid runs alone; a character cut by the limit goes too. */
static char *valid_runs(const char *bytes, size_t n_bytes)
{
    GString *valid = g_string_sized_new(n_bytes + 1);
    const char *at = bytes, *stop = bytes + n_bytes, *end;
    while (at < stop) {
        g_utf8_validate(at, stop - at, &end);
        g_string_append_len(valid, at, end - at);
        at = end < stop ? end + 1 : stop;
    }
    return g_string_free(valid, FALSE);
}

char *fp_paste_to_text(const FpPaste *paste, const char *charset)
{
    g_autofree char *converted = NULL;
    size_t n_converted = 0;
    if (g_ascii_strcasecmp(charset, "UTF-8") != 0)
        converted = g_convert_with_fallback(paste->bytes->str, (gssize)paste->bytes->len, "UTF-8",
                                            charset, NULL, NULL, &n_converted, NULL);
    return converted != NULL ? valid_runs(converted, n_converted)
                             : valid_runs(paste->bytes->str, paste->bytes->len);
}

void fp_paste_clear(FpPaste *paste)
{
    if (paste->bytes != NULL)
        g_string_free(paste->bytes, TRUE);
    paste->bytes = NULL;
}
