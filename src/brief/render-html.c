// SPDX-License-Identifier: Apache-2.0
// One self-contained page: no script, nothing fetched. On screen the whole brief, printed the plan.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-private.h"
#include "render-words.h"

static void begin(GString *page, const FpBrief *brief)
{
    g_string_append(page, "<!DOCTYPE html>\n<html lang=\"");
    html_add(page, brief->language);
    g_string_append(page,
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>");
    html_add(page, brief->title);
    g_string_append_printf(page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", html_style);
}

static void write_head(GString *page, const FpBrief *brief)
{
    g_autofree char *maker = words_of_maker(brief);
    g_string_append(page, "<header>\n<p class=\"kicker\"><span>");
    html_add(page, brief->title);
    g_string_append(page, "</span> <span>");
    html_add(page, brief->as_of);
    g_string_append(page, "</span></p>\n");
    html_add_element(page, "p class=\"soft\"", maker);
    html_add_element(page, "h1", brief->headline);
    html_add_element(page, brief->is_sure ? "span class=\"badge\"" : "span class=\"badge unsure\"",
                     brief->badge);
    html_add_element(page, "p class=\"lead\"", brief->outcome_summary);
    html_add_element(page, "p", brief->sureness);
    html_add_element(page, "p class=\"decided\"", brief->decided);
    html_add_element(page, "p class=\"note\"", brief->note);
    html_add_element(page, "p class=\"warning\"", brief->redacted);
    g_string_append(page, "</header>\n");
}

static void write_foot(GString *page, const FpBrief *brief)
{
    g_string_append(page, "<footer>\n<p>");
    /* Translators: a tree's id, and its version. */
    html_add_format(page, _("Tree %s, version %s, judged as of %s"), brief->tree_id,
                    brief->tree_version, brief->as_of);
    g_string_append(page, "<br>\n");
    html_add_format(page, _("Tree digest %s"), brief->tree_digest);
    if (brief->session_id != NULL) {
        g_string_append(page, "<br>\n");
        html_add_format(page, _("Session id %s"), brief->session_id);
    }
    if (brief->session_digest != NULL) {
        g_string_append(page, "<br>\n");
        html_add_format(page, _("Session digest %s"), brief->session_digest);
    }
    g_string_append(page, "</p>\n</footer>\n");
}

typedef void (*Part)(GString *, const FpBrief *);

static void write_parts(GString *page, const FpBrief *brief, const Part *parts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        parts[i](page, brief);
}

static const Part main_parts[] = { html_write_conflicts, html_write_reasons, html_write_conditions,
                                   html_write_steps,     html_write_open,    html_write_limits,
                                   html_write_advice };

static const Part side_parts[] = { html_write_ranking, html_write_dataflow, html_write_access,
                                   html_write_changes, html_write_stability };

static const Part below[] = { html_write_others, html_write_answers, html_write_sources };

char *render_html(const FpBrief *brief, const FpBriefLook *look)
{
    GString *page = g_string_new(NULL);
    begin(page, brief);
    g_string_append(page, "<div class=\"whole\">\n");
    write_head(page, brief);
    g_string_append(page, "<main>\n<div class=\"columns\">\n<div>\n");
    write_parts(page, brief, main_parts, G_N_ELEMENTS(main_parts));
    g_string_append(page, "</div>\n<div>\n");
    write_parts(page, brief, side_parts, G_N_ELEMENTS(side_parts));
    g_string_append(page, "</div>\n</div>\n");
    write_parts(page, brief, below, G_N_ELEMENTS(below));
    g_string_append(page, "</main>\n");
    write_foot(page, brief);
    g_string_append(page, "</div>\n");
    html_add_plan(page, brief, look);
    g_string_append(page, "</body>\n</html>\n");
    return g_string_free(page, FALSE);
}
