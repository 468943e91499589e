// SPDX-License-Identifier: Apache-2.0
#include "fp-error.h"
#include "fp-text.h"
#include <string.h>

/* Cells of a quoted text: a deep path still stands there whole. */
#define QUOTE_CELLS 160

G_DEFINE_QUARK(fp - error - quark, fp_error)

char *fp_error_uncapitalize(const char *message)
{
    const char *rest = *message == '\0' ? message : g_utf8_find_next_char(message, NULL);
    g_autofree char *first = g_utf8_strdown(message, rest - message);
    return g_strconcat(first, rest, NULL);
}

char *fp_error_reason(int system_error)
{
    return fp_error_uncapitalize(g_strerror(system_error));
}

char *fp_error_quote(const char *text)
{
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    size_t width = fp_text_width(shown), n_bytes = fp_text_fit(shown, QUOTE_CELLS / 2);
    if (width <= QUOTE_CELLS)
        return g_steal_pointer(&shown);
    g_autofree char *start = g_strndup(shown, n_bytes);
    size_t end = strlen(shown), cells = 0;
    while (cells < QUOTE_CELLS / 2) {
        end = fp_text_previous(shown, end);
        cells = fp_text_width(shown + end);
    }
    return g_strconcat(start, "…", shown + end, NULL);
}

bool fp_error_is_of_history(const GError *error)
{
    return error->domain == FP_ERROR && error->code >= FP_ERROR_HISTORY;
}
