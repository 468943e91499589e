// SPDX-License-Identifier: Apache-2.0
// What the path asks for, what to do next, what it lacks, what else to know.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-words.h"

static void add_because(GString *page, const FpBriefItem *because, size_t n)
{
    for (size_t i = 0; i < n; i++)
        html_add_cited(page, "p class=\"soft\"", because[i].text, because[i].cites);
}

static void add_owner(GString *page, const char *owner)
{
    if (owner == NULL)
        return;
    /* Translators: who has to do it. */
    g_autofree char *text = g_strdup_printf(_("Owner: %s"), owner);
    html_add_element(page, "p class=\"owner\"", text);
}

static void add_condition(GString *page, const FpBriefCondition *condition)
{
    g_string_append(page, "<li><p><strong>");
    html_add(page, condition->title);
    g_string_append(page, "</strong>");
    html_add_cites(page, condition->cites);
    g_string_append(page, "</p>\n");
    add_because(page, condition->because, condition->n_because);
    html_add_element(page, "p", condition->how);
    add_owner(page, condition->owner);
    g_string_append(page, "</li>\n");
}

void html_write_conditions(GString *page, const FpBrief *brief)
{
    if (brief->n_conditions == 0)
        return;
    html_begin_section(page, "conditions", words_of_conditions(brief));
    g_string_append(page, "<ul class=\"checks\">\n");
    for (size_t i = 0; i < brief->n_conditions; i++)
        add_condition(page, &brief->conditions[i]);
    g_string_append(page, "</ul>\n</section>\n");
}

void html_write_steps(GString *page, const FpBrief *brief)
{
    if (brief->n_next_steps == 0)
        return;
    html_begin_section(page, "steps", _("What to do next"));
    g_string_append(page, "<ol class=\"numbered\">\n");
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        g_string_append(page, "<li>");
        html_add_cited(page, "p", brief->next_steps[i].what, brief->next_steps[i].cites);
        add_owner(page, brief->next_steps[i].owner);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ol>\n</section>\n");
}

void html_write_limits(GString *page, const FpBrief *brief)
{
    if (brief->n_limits == 0)
        return;
    html_begin_section(page, "limits", words_of_limits(brief));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_limits; i++) {
        g_string_append(page, "<li>");
        html_add_cited(page, "p", brief->limits[i].text, brief->limits[i].cites);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}

void html_write_advice(GString *page, const FpBrief *brief)
{
    if (brief->n_advice == 0)
        return;
    html_begin_section(page, "advice", _("Worth knowing"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_advice; i++) {
        const FpBriefAdvice *advice = &brief->advice[i];
        g_string_append(page, "<li>");
        html_add_cited(page, "p", advice->text, advice->cites);
        add_because(page, advice->because, advice->n_because);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}
