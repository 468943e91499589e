// SPDX-License-Identifier: Apache-2.0
#include "markdown-page.h"
#include "markdown-escape.h"

static void add_formatted(GString *page, const char *format, va_list arguments) G_GNUC_PRINTF(2, 0);

static void add_formatted(GString *page, const char *format, va_list arguments)
{
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    g_autofree char *escaped = markdown_escape(text);
    g_string_append(page, escaped);
}

void markdown_add(GString *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_formatted(page, format, arguments);
    va_end(arguments);
}

void markdown_add_bullet(GString *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_string_append(page, "* ");
    add_formatted(page, format, arguments);
    va_end(arguments);
}

void markdown_add_line(GString *page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_string_append_printf(page, "\\\n%*s", MARKDOWN_ITEM_INDENT, "");
    add_formatted(page, format, arguments);
    va_end(arguments);
}

void markdown_add_strong(GString *page, const char *text)
{
    g_autofree char *escaped = markdown_escape(text);
    // "****" is no empty emphasis but a line across the page.
    if (*escaped != '\0')
        g_string_append_printf(page, "**%s**", escaped);
}

void markdown_add_strong_line(GString *page, const char *text)
{
    g_string_append_printf(page, "\\\n%*s", MARKDOWN_ITEM_INDENT, "");
    markdown_add_strong(page, text);
}

void markdown_add_heading(GString *page, int level, const char *text)
{
    g_autofree char *escaped = markdown_escape(text);
    while (page->len > 0 && page->str[page->len - 1] == '\n')
        g_string_truncate(page, page->len - 1);
    g_string_append_printf(page, "\n\n%.*s %s\n\n", level, "####", escaped);
}

void markdown_add_number(GString *page, size_t number)
{
    g_string_append_printf(page, "%zu. ", number);
}

void markdown_add_cites(GString *page, FpBriefCites cites)
{
    for (size_t i = 0; i < cites.n; i++)
        g_string_append_printf(page, "%s%zu", i == 0 ? " \\[" : ", ", cites.numbers[i]);
    if (cites.n > 0)
        g_string_append(page, "\\]");
}
