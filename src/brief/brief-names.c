// SPDX-License-Identifier: Apache-2.0
#include "brief-private.h"
#include "fp-i18n.h"

/* A sentence names this many; the rest it counts. */
#define NAMED_MAX 3

char *brief_join_names(const GPtrArray *names)
{
    GString *text = g_string_new(NULL);
    guint n_named = MIN(names->len, NAMED_MAX), n_more = names->len - n_named;
    for (guint i = 0; i < n_named; i++) {
        if (i > 0)
            /* Translators: stands between the names of paths, or between answers. */
            g_string_append(text, _("; "));
        g_string_append(text, g_ptr_array_index(names, i));
    }
    if (n_more > 0)
        /* Translators: the end of a list of paths or answers. */
        g_string_append_printf(text, ngettext("; and %u more", "; and %u more", n_more), n_more);
    return g_string_free(text, FALSE);
}

char *brief_join_all(const GPtrArray *names)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        if (i > 0)
            g_string_append(text, _("; "));
        g_string_append(text, g_ptr_array_index(names, i));
    }
    return g_string_free(text, FALSE);
}

char *brief_join_alternatives(const GPtrArray *names)
{
    GString *text = g_string_new(g_ptr_array_index(names, 0));
    for (guint i = 1; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *before = g_strdup(text->str);
        if (i + 1 < names->len)
            /* Translators: two of several alternatives; more follow: "a, b or c". */
            g_string_printf(text, _("%s, %s"), before, name);
        else
            /* Translators: the last two alternatives. */
            g_string_printf(text, _("%s or %s"), before, name);
    }
    return g_string_free(text, FALSE);
}

char *brief_join_sentences(const char *text, const char *sentence)
{
    /* Translators: two whole sentences, one after the other. */
    return g_strdup_printf(_("%s %s"), text, sentence);
}
