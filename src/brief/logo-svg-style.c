// SPDX-License-Identifier: Apache-2.0
// Looks for words, not for the grammar: what only looks like one of them is refused too.
#include "logo-svg-style.h"
#include <glib.h>
#include <string.h>

static const char *const outward[] = { "\\", "@import", "image-set(", "src(", NULL };

/* A few of these in a sheet look at every pair of elements. */
static const char *const counting[] = { "~", ":nth-", "-child", "-of-type", ":has(", NULL };

/* A line of any length can have a dash for each thousandth of a point, and a filter any radius. */
static const char *const costly[] = { "stroke-dasharray", "filter", NULL };

#define SPACE " \t\r\n\f"

static bool has_any(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strstr(text, *words) != NULL)
            return true;
    }
    return false;
}

static bool has_address(const char *text)
{
    for (const char *at = text; (at = strstr(at, "url(")) != NULL;) {
        at += strlen("url(");
        at += strspn(at, SPACE "\"'");
        if (*at != '#')
            return true;
    }
    return false;
}

static bool is_none(const char *value)
{
    return g_str_has_prefix(value + strspn(value, SPACE), "none");
}

static bool sets_property(const char *text, const char *property)
{
    for (const char *at = text; (at = strstr(at, property)) != NULL;) {
        at += strlen(property);
        const char *after = at + strspn(at, SPACE);
        if (*after == '/' || (*after == ':' && !is_none(after + 1)))
            return true;
    }
    return false;
}

const char *logo_find_unsafe_style(const char *text, const char *culprit)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    if (has_any(lower, outward) || has_address(lower))
        return culprit;
    for (size_t i = 0; costly[i] != NULL; i++) {
        bool is_own_attribute = strcmp(culprit, costly[i]) == 0;
        if (is_own_attribute ? !is_none(lower) : sets_property(lower, costly[i]))
            return costly[i];
    }
    return NULL;
}

const char *logo_find_unsafe_sheet(const char *text, const char *culprit)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    return has_any(lower, counting) ? culprit : logo_find_unsafe_style(text, culprit);
}
