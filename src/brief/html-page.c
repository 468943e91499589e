// SPDX-License-Identifier: Apache-2.0
#include "html-page.h"
#include "fp-text.h"
#include "web-link.h"
#include <string.h>

char *html_escape(const char *text)
{
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    return g_markup_escape_text(shown, -1);
}

void html_add(GString *page, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *escaped = html_escape(text);
    g_string_append(page, escaped);
}

void html_add_format(GString *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    html_add(page, text);
}

void html_add_element(GString *page, const char *opening, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(page, "<%s>", opening);
    html_add(page, text);
    g_string_append_printf(page, "</%.*s>\n", (int)strcspn(opening, " "), opening);
}

void html_add_cites(GString *page, FpBriefCites cites)
{
    if (cites.n == 0)
        return;
    g_string_append(page, " <span class=\"cites\">[");
    for (size_t i = 0; i < cites.n; i++)
        g_string_append_printf(page, "%s<a href=\"#source-%zu\">%zu</a>", i > 0 ? ", " : "",
                               cites.numbers[i], cites.numbers[i]);
    g_string_append(page, "]</span>");
}

void html_add_cited(GString *page, const char *opening, const char *text, FpBriefCites cites)
{
    g_string_append_printf(page, "<%s>", opening);
    html_add(page, text);
    html_add_cites(page, cites);
    g_string_append(page, "</p>\n");
}

char *html_link(const char *url)
{
    g_autofree char *link = web_link(url);
    return link != NULL ? g_markup_escape_text(link, -1) : NULL;
}

void html_begin_section(GString *page, const char *id, const char *heading)
{
    g_string_append_printf(page, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n", id, id);
    g_string_append_printf(page, "<h2 id=\"%s-title\">", id);
    html_add(page, heading);
    g_string_append(page, "</h2>\n");
}
