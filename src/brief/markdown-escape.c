// SPDX-License-Identifier: Apache-2.0
#include "markdown-escape.h"
#include "fp-text.h"
#include <stdbool.h>
#include <string.h>

/* They mean something in the middle of a line, in Markdown, its extensions or a template language. */
#define SPECIAL_ANYWHERE "\\`*_[]<>{}|~&$#"
/* They mean something where a line starts: lists, setext underlines, containers. */
#define SPECIAL_AT_START "-+=:"

static bool is_any_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* A colon or a point that makes a bare address a link: "http://", "www.". */
static bool is_autolink_at(const char *text, size_t i)
{
    if (text[i] == ':')
        return g_str_has_prefix(text + i, "://");
    return text[i] == '.' && i >= 3 && g_ascii_strncasecmp(text + i - 3, "www", 3) == 0;
}

/* The '.' or ')' of an ordered list's "12." at the line's start; 0 where there is none. */
static size_t find_list_mark(const char *line)
{
    size_t n_digits = strspn(line, "0123456789");
    return n_digits > 0 && is_any_of(line[n_digits], ".)") ? n_digits : 0;
}

static void append_escaped(GString *out, const char *line)
{
    size_t list_mark = find_list_mark(line);
    for (size_t i = 0; line[i] != '\0'; i++) {
        bool is_special = is_any_of(line[i], SPECIAL_ANYWHERE) ||
                          (i == 0 && is_any_of(line[i], SPECIAL_AT_START)) ||
                          (i > 0 && i == list_mark) || is_autolink_at(line, i);
        bool is_repeated_space = line[i] == ' ' && i > 0 && line[i - 1] == ' ';
        if (is_special)
            g_string_append_c(out, '\\');
        if (!is_repeated_space)
            g_string_append_c(out, line[i]);
    }
}

static char *escape_line(const char *text)
{
    GString *out = g_string_new(NULL);
    g_autofree char *line = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    append_escaped(out, g_strstrip(line));
    return g_string_free(out, FALSE);
}

char *markdown_escape(const char *text)
{
    return escape_line(text);
}

char *markdown_escape_lines(const char *text, size_t indent)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = escape_line(lines[i]);
        if (*line == '\0')
            continue;
        if (out->len > 0)
            g_string_append_printf(out, "\\\n%*s", (int)indent, "");
        g_string_append(out, line);
    }
    return g_string_free(out, FALSE);
}

/* RFC 3986's unreserved characters and those that delimit; '%' stays where an escape follows. Not
 * ';': between '<' and '>' Markdown still reads "&copy;" as one character. */
static bool is_kept_in_url(const char *at)
{
    if (*at == '%')
        return g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2]);
    return g_ascii_isalnum(*at) || is_any_of(*at, "-._~:/?#@!$&+,=()");
}

char *markdown_link(const char *url)
{
    if (!g_str_has_prefix(url, "http://") && !g_str_has_prefix(url, "https://"))
        return NULL;
    GString *link = g_string_new("<");
    for (const char *at = url; *at != '\0'; at++) {
        if (is_kept_in_url(at))
            g_string_append_c(link, *at);
        else
            g_string_append_printf(link, "%%%02X", (unsigned char)*at);
    }
    g_string_append_c(link, '>');
    return g_string_free(link, FALSE);
}
