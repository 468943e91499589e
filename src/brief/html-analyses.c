// SPDX-License-Identifier: Apache-2.0
// What the analyses found.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-words.h"

void html_write_conflicts(GString *page, const FpBrief *brief)
{
    if (brief->n_conflicts == 0)
        return;
    html_begin_section(page, "conflicts", _("What alone leaves no path"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_conflicts; i++)
        html_add_element(page, "li", brief->conflicts[i]);
    g_string_append(page, "</ul>\n</section>\n");
}

void html_write_changes(GString *page, const FpBrief *brief)
{
    if (brief->n_alternatives == 0 && brief->changes_remark == NULL)
        return;
    html_begin_section(page, "changes", _("What would change it"));
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        const FpBriefAlternative *alternative = &brief->alternatives[i];
        html_add_element(page, "h3", alternative->intro);
        g_string_append(page, "<ul>\n");
        for (size_t k = 0; k < alternative->n_ways; k++)
            html_add_element(page, "li", alternative->ways[k]);
        g_string_append(page, "</ul>\n");
    }
    html_add_element(page, "p", brief->changes_remark);
    g_string_append(page, "</section>\n");
}

void html_write_stability(GString *page, const FpBrief *brief)
{
    if (brief->n_stability == 0)
        return;
    html_begin_section(page, "stability", _("How firmly it stands"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_stability; i++)
        html_add_element(page, brief->stability[i].is_warning ? "li class=\"warning\"" : "li",
                         brief->stability[i].text);
    g_string_append(page, "</ul>\n</section>\n");
}
