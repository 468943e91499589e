// SPDX-License-Identifier: Apache-2.0
// Lines of a tree's page: wrapped, with hanging indents.
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "guard-words.h"
#include "hanging.h"
#include "page-private.h"

static void append_spaces(Page *page, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_string_append_c(page->text, ' ');
}

void page_item(Page *page, size_t indent, const char *mark, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    fp_hanging_add(page->text, indent, mark, text, page->options->width_cells);
}

void page_blank(Page *page)
{
    if (page->text->len > 0 && !g_str_has_suffix(page->text->str, "\n\n"))
        g_string_append_c(page->text, '\n');
}

void page_heading(Page *page, const char *text)
{
    page_blank(page);
    g_autofree char *upper = g_utf8_strup(text, -1);
    page_item(page, 0, "", upper);
}

void page_raw(Page *page, size_t indent, const char *text)
{
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    append_spaces(page, indent);
    g_string_append_printf(page->text, "%s\n", printable);
}

// Broken between ids alone: Unicode's rules would break them at their hyphens.
static void add_cites(Page *page, size_t indent, FpCites cites)
{
    g_autoptr(GString) line = g_string_new("[");
    for (size_t i = 0; i < cites.n; i++) {
        const char *id = cites.items[i].id;
        if (line->len > 1 && indent + line->len + strlen(id) + 2 > page->options->width_cells) {
            g_strchomp(line->str);
            page_raw(page, indent, line->str);
            g_string_assign(line, " ");
        }
        g_string_append_printf(line, "%s%s", id, i + 1 < cites.n ? ", " : "]");
        g_hash_table_add(page->cited, (gpointer)cites.items[i].fact);
    }
    page_raw(page, indent, line->str);
}

void page_headline(Page *page, size_t indent, const char *text)
{
    if (text == NULL)
        return;
    /* Translators: what the tree adds to the first sentence of a brief. */
    g_autofree char *line = g_strdup_printf(_("Headline: %s"), text);
    page_item(page, indent, "", line);
}

void page_item_cited(Page *page, size_t indent, const char *mark, const char *text, FpCites cites)
{
    if (text == NULL)
        return;
    page_item(page, indent, mark, text);
    if (cites.n > 0)
        add_cites(page, indent + fp_text_width(mark), cites);
}

void page_guard(Page *page, size_t indent, const FpGuard *guard, const char *one, const char *any,
                const char *all)
{
    bool is_list =
        (guard->kind == FP_GUARD_ANY || guard->kind == FP_GUARD_ALL) && guard->n_parts > 2;
    if (!is_list) {
        g_autofree char *words = guard_in_words(page->tree, guard);
        g_autofree char *sentence = g_strdup_printf("%s %s.", one, words);
        page_item(page, indent, "", sentence);
        return;
    }
    page_item(page, indent, "", guard->kind == FP_GUARD_ANY ? any : all);
    for (size_t i = 0; i < guard->n_parts; i++) {
        g_autofree char *words = guard_in_words(page->tree, &guard->parts[i]);
        page_item(page, indent + 2, "- ", words);
    }
}
