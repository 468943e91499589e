// SPDX-License-Identifier: Apache-2.0
// What the analyses found, in the record's outcome: MADR leaves that section's inside to the writer.
#include "fp-i18n.h"
#include "markdown-page.h"

static void write_conflicts(GString *page, const FpBrief *brief)
{
    if (brief->n_conflicts == 0)
        return;
    markdown_add_heading(page, 3, _("What alone leaves no path"));
    for (size_t i = 0; i < brief->n_conflicts; i++) {
        markdown_add_bullet(page, "%s", brief->conflicts[i]);
        g_string_append_c(page, '\n');
    }
}

static void write_alternative(GString *page, const FpBriefAlternative *alternative)
{
    markdown_add(page, "%s", alternative->intro);
    g_string_append(page, "\n\n");
    for (size_t i = 0; i < alternative->n_ways; i++) {
        markdown_add_bullet(page, "%s", alternative->ways[i]);
        g_string_append_c(page, '\n');
    }
    g_string_append_c(page, '\n');
}

static void write_changes(GString *page, const FpBrief *brief)
{
    if (brief->n_alternatives == 0 && brief->changes_remark == NULL)
        return;
    markdown_add_heading(page, 3, _("What would change it"));
    for (size_t i = 0; i < brief->n_alternatives; i++)
        write_alternative(page, &brief->alternatives[i]);
    if (brief->changes_remark == NULL)
        return;
    markdown_add(page, "%s", brief->changes_remark);
    g_string_append_c(page, '\n');
}

static void write_stability(GString *page, const FpBrief *brief)
{
    if (brief->n_stability == 0)
        return;
    markdown_add_heading(page, 3, _("How firmly it stands"));
    for (size_t i = 0; i < brief->n_stability; i++) {
        markdown_add_bullet(page, "%s", brief->stability[i].text);
        g_string_append_c(page, '\n');
    }
}

void markdown_write_analyses(GString *page, const FpBrief *brief)
{
    write_conflicts(page, brief);
    write_changes(page, brief);
    write_stability(page, brief);
}
