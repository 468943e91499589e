// SPDX-License-Identifier: Apache-2.0
// Reasons with their points, the ranking, and the other paths with their sums.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-words.h"

static void add_points(GString *page, const FpBriefReason *reason)
{
    const char *class = !reason->counted     ? "sum not-counted"
                        : reason->points < 0 ? "sum minus"
                                             : "sum";
    g_string_append_printf(page,
                           reason->counted ? "<span class=\"%s\">%+d</span>\n"
                                           : "<span class=\"%s\">(%+d)</span>\n",
                           class, reason->points);
}

static void add_reason(GString *page, const FpBrief *brief, const FpBriefReason *reason)
{
    g_autofree char *origin = words_of_origin(reason, false);
    g_autofree char *instead = reason->counted ? NULL : words_of_counted_by(brief, reason, false);
    g_string_append(page, "<li>");
    if (reason->effect != FP_EFFECT_RULE_OUT)
        add_points(page, reason);
    html_add_cited(page, "p", reason->because, reason->cites);
    html_add_element(page, "p class=\"from\"", origin);
    html_add_element(page, "p class=\"from\"", instead);
    g_string_append(page, "</li>\n");
}

static void add_reasons(GString *page, const FpBrief *brief, const size_t *indices, size_t n)
{
    g_string_append(page, "<ul class=\"points\">\n");
    for (size_t i = 0; i < n; i++)
        add_reason(page, brief, &brief->reasons[indices[i]]);
    g_string_append(page, "</ul>\n");
}

static void add_sum(GString *page, char *sum)
{
    g_autofree char *owned = sum;
    /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
    g_autofree char *text = g_strdup_printf(_("Points in all: %s"), owned);
    html_add_element(page, "p class=\"total\"", text);
}

void html_write_reasons(GString *page, const FpBrief *brief)
{
    if (brief->n_reasons_for + brief->n_reasons_against == 0)
        return;
    html_begin_section(page, "reasons", _("What speaks for it"));
    if (brief->n_reasons_for == 0)
        html_add_element(page, "p", _("No reason speaks for it with these answers."));
    else
        add_reasons(page, brief, brief->reasons_for, brief->n_reasons_for);
    if (brief->n_reasons_against > 0) {
        html_add_element(page, "h3", _("What speaks against it"));
        add_reasons(page, brief, brief->reasons_against, brief->n_reasons_against);
    }
    add_sum(page, words_of_score(brief));
    g_string_append(page, "</section>\n");
}

static void add_rank(GString *page, const char *class, const char *title, const char *stand)
{
    g_string_append_printf(page, "<li%s><span>", class);
    html_add(page, title);
    g_string_append(page, "</span> <span class=\"stand\">");
    html_add(page, stand);
    g_string_append(page, "</span></li>\n");
}

void html_write_ranking(GString *page, const FpBrief *brief)
{
    html_begin_section(page, "ranking", _("How the paths stand, in points"));
    g_string_append(page, "<ol class=\"ranking\">\n");
    if (brief->has_outcome) {
        g_autofree char *points = g_strdup_printf("%ld", (long)brief->score);
        add_rank(page, " class=\"first\"", brief->outcome, points);
    }
    for (size_t i = 0; i < brief->n_others; i++) {
        g_autofree char *rank = words_of_rank(brief, &brief->others[i]);
        add_rank(page, "", brief->others[i].title, rank);
    }
    g_string_append(page, "</ol>\n</section>\n");
}

static void add_other(GString *page, const FpBrief *brief, const FpBriefOther *other)
{
    g_autofree char *rank = words_of_rank(brief, other);
    /* Translators: a path, and where it stands: "7 points behind". */
    g_autofree char *heading = g_strdup_printf(_("%s: %s"), other->title, rank);
    html_add_element(page, "h3", heading);
    add_reasons(page, brief, other->reasons, other->n_reasons);
    add_reasons(page, brief, other->reasons_for, other->n_reasons_for);
    if (words_has_points(brief, other))
        add_sum(page, words_of_other_score(brief, other));
}

void html_write_others(GString *page, const FpBrief *brief)
{
    if (brief->n_others == 0)
        return;
    html_begin_section(page, "others", _("The other paths, point by point"));
    for (size_t i = 0; i < brief->n_others; i++)
        add_other(page, brief, &brief->others[i]);
    g_string_append(page, "</section>\n");
}
