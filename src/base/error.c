// SPDX-License-Identifier: Apache-2.0
#include "fp-error.h"

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
