// SPDX-License-Identifier: Apache-2.0
#include "fp-file-name.h"
#include "fp-text.h"
#include <stdbool.h>
#include <string.h>

/* Of one part: a title of a line still leaves the rest in sight. */
#define PART_CELLS 60

/* Stands where no part has a letter or a digit. */
#define NAMELESS "brief"

static bool is_kept(gunichar c, bool is_after_kept)
{
    return g_unichar_isalnum(c) || (is_after_kept && g_unichar_ismark(c));
}

/* Owned. */
static char *words_of(const char *part)
{
    g_autoptr(GString) words = g_string_new(NULL);
    bool is_after_kept = false;
    for (const char *at = part; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool keeps = is_kept(c, is_after_kept);
        if (keeps && !is_after_kept && words->len > 0)
            g_string_append_c(words, '-');
        if (keeps)
            g_string_append_unichar(words, c);
        is_after_kept = keeps;
    }
    g_string_truncate(words, fp_text_fit(words->str, PART_CELLS));
    return g_string_free(g_steal_pointer(&words), FALSE);
}

/* Between clusters, and not behind a '-'. */
static void cut(GString *name, size_t max_bytes)
{
    while (name->len > max_bytes)
        g_string_truncate(name, fp_text_previous(name->str, name->len));
    while (name->len > 0 && name->str[name->len - 1] == '-')
        g_string_truncate(name, name->len - 1);
}

char *fp_file_name_of(const char *const *parts, const char *extension)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (size_t i = 0; parts[i] != NULL; i++) {
        g_autofree char *words = words_of(parts[i]);
        if (*words != '\0')
            g_string_append_printf(name, "%s%s", name->len > 0 ? "-" : "", words);
    }
    cut(name, FP_FILE_NAME_BYTES_MAX - strlen(extension));
    return g_strconcat(name->len > 0 ? name->str : NAMELESS, extension, NULL);
}
