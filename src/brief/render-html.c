// SPDX-License-Identifier: Apache-2.0
// One self-contained page: no script, nothing fetched. On screen the whole brief, printed the plan.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-private.h"
#include "render-words.h"
#include <stdlib.h>

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
    g_string_append(page, "<header>\n<p class=\"kicker\"><span>");
    html_add(page, brief->title);
    g_string_append(page, "</span> <span>");
    html_add(page, brief->as_of);
    g_string_append(page, "</span></p>\n");
    html_add_element(page, "h1", brief->headline);
    html_add_element(page, brief->is_sure ? "span class=\"badge\"" : "span class=\"badge unsure\"",
                     brief->badge);
    html_add_element(page, "p class=\"lead\"", brief->outcome_summary);
    html_add_element(page, "p", brief->sureness);
    html_add_element(page, "p class=\"decided\"", brief->decided);
    html_add_element(page, "p class=\"note\"", brief->note);
    g_string_append(page, "</header>\n");
}

/* "<p>text [1]</p>" */
static void add_cited(GString *page, const char *opening, const char *text, FpBriefCites cites)
{
    g_string_append_printf(page, "<%s>", opening);
    html_add(page, text);
    html_add_cites(page, cites);
    g_string_append(page, "</p>\n");
}

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
    add_cited(page, "p", reason->because, reason->cites);
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

static void write_reasons(GString *page, const FpBrief *brief)
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

static void write_conflicts(GString *page, const FpBrief *brief)
{
    if (brief->n_conflicts == 0)
        return;
    html_begin_section(page, "conflicts", _("What alone leaves no path"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_conflicts; i++)
        html_add_element(page, "li", brief->conflicts[i]);
    g_string_append(page, "</ul>\n</section>\n");
}

static void add_because(GString *page, const FpBriefItem *because, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_cited(page, "p class=\"soft\"", because[i].text, because[i].cites);
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

static void write_conditions(GString *page, const FpBrief *brief)
{
    if (brief->n_conditions == 0)
        return;
    html_begin_section(page, "conditions", _("Conditions: put these in place"));
    g_string_append(page, "<ul class=\"checks\">\n");
    for (size_t i = 0; i < brief->n_conditions; i++)
        add_condition(page, &brief->conditions[i]);
    g_string_append(page, "</ul>\n</section>\n");
}

static void write_steps(GString *page, const FpBrief *brief)
{
    if (brief->n_next_steps == 0)
        return;
    html_begin_section(page, "steps", _("What to do next"));
    g_string_append(page, "<ol class=\"numbered\">\n");
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        g_string_append(page, "<li>");
        add_cited(page, "p", brief->next_steps[i].what, brief->next_steps[i].cites);
        add_owner(page, brief->next_steps[i].owner);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ol>\n</section>\n");
}

static void write_limits(GString *page, const FpBrief *brief)
{
    if (brief->n_limits == 0)
        return;
    html_begin_section(page, "limits", _("What it does not give you"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_limits; i++) {
        g_string_append(page, "<li>");
        add_cited(page, "p", brief->limits[i].text, brief->limits[i].cites);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}

static void write_advice(GString *page, const FpBrief *brief)
{
    if (brief->n_advice == 0)
        return;
    html_begin_section(page, "advice", _("Worth knowing"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_advice; i++) {
        const FpBriefAdvice *advice = &brief->advice[i];
        g_string_append(page, "<li>");
        add_cited(page, "p", advice->text, advice->cites);
        add_because(page, advice->because, advice->n_because);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}

static void write_dataflow(GString *page, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    html_begin_section(page, "way", _("The way of the data"));
    html_add_dataflow(page, brief);
    g_string_append(page, "</section>\n");
}

static void write_access(GString *page, const FpBrief *brief)
{
    if (brief->n_access == 0)
        return;
    html_begin_section(page, "access", _("Who can see what"));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_access; i++) {
        const FpBriefAccess *access = &brief->access[i];
        g_string_append(page, "<li>");
        html_add_element(page,
                         access->has == FP_ACCESS_FULL ? "span class=\"level full\""
                                                       : "span class=\"level\"",
                         words_of_access(access->has));
        /* Translators: somebody, and what they can or cannot see; how much stands before it. */
        html_add_format(page, _("%s: %s"), access->who, access->to);
        html_add_cites(page, access->cites);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}

static void add_rank(GString *page, const char *class, const char *title, const char *stand)
{
    g_string_append_printf(page, "<li%s><span>", class);
    html_add(page, title);
    g_string_append(page, "</span> <span class=\"stand\">");
    html_add(page, stand);
    g_string_append(page, "</span></li>\n");
}

static void write_ranking(GString *page, const FpBrief *brief)
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

static void write_changes(GString *page, const FpBrief *brief)
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

static void write_stability(GString *page, const FpBrief *brief)
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

static void write_others(GString *page, const FpBrief *brief)
{
    if (brief->n_others == 0)
        return;
    html_begin_section(page, "others", _("The other paths, point by point"));
    for (size_t i = 0; i < brief->n_others; i++)
        add_other(page, brief, &brief->others[i]);
    g_string_append(page, "</section>\n");
}

static void add_answer(GString *page, const FpBriefAnswer *answer)
{
    g_autofree char *said = words_of_answer(answer);
    g_autofree char *finder = answer->state == FP_STATE_UNKNOWN ? words_of_finder(answer) : NULL;
    html_add_element(page, "dt", answer->question);
    g_string_append(page, "<dd>");
    html_add(page, said);
    html_add_element(page, "p class=\"soft\"", finder);
    html_add_element(page, "p class=\"soft\"", answer->note);
    g_string_append(page, "</dd>\n");
}

static void write_answers(GString *page, const FpBrief *brief)
{
    if (brief->n_answers == 0)
        return;
    html_begin_section(page, "answers", _("What was answered"));
    g_string_append(page, "<dl>\n");
    for (size_t i = 0; i < brief->n_answers; i++)
        add_answer(page, &brief->answers[i]);
    g_string_append(page, "</dl>\n</section>\n");
}

static void add_reference(GString *page, const FpFactSourceRef *ref)
{
    g_autofree char *words = words_of_reference(ref);
    g_autofree char *link = html_link(ref->source->url);
    g_string_append(page, "<p>");
    if (link != NULL)
        g_string_append_printf(page, "<a href=\"%s\">", link);
    html_add(page, words);
    g_string_append(page, link != NULL ? "</a></p>\n" : "</p>\n");
}

static void add_source(GString *page, const FpBriefSource *source)
{
    g_string_append_printf(page, "<li id=\"source-%zu\"><span class=\"number\">[%zu]</span><p>",
                           source->number, source->number);
    html_add(page, source->claim);
    g_string_append(page, "</p>\n<p class=\"soft\">");
    /* Translators: a date, and how sure a fact is: high, medium or low. */
    html_add_format(page, _("As of %s; confidence: %s."), source->as_of, source->confidence);
    g_string_append(page, "</p>\n");
    if (source->is_stale) {
        /* Translators: a date. */
        g_autofree char *text =
            g_strdup_printf(_("Stale: was to be reviewed by %s."), source->review_by);
        html_add_element(page, "p class=\"warning\"", text);
    }
    if (source->is_secondary)
        html_add_element(
            page, "p class=\"warning\"",
            _("Secondary source: reported by others, not by those who answer for it."));
    html_add_element(page, "p class=\"soft\"", source->note);
    for (size_t i = 0; i < source->n_refs; i++)
        add_reference(page, &source->refs[i]);
    g_string_append(page, "</li>\n");
}

static void write_sources(GString *page, const FpBrief *brief)
{
    if (brief->n_sources == 0)
        return;
    g_string_append(page, "<div class=\"sources\">\n");
    html_begin_section(page, "sources", _("Sources"));
    g_string_append(page, "<ol>\n");
    for (size_t i = 0; i < brief->n_sources; i++)
        add_source(page, &brief->sources[i]);
    g_string_append(page, "</ol>\n</section>\n</div>\n");
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

static const Part main_parts[] = { write_conflicts, write_reasons, write_conditions,
                                   write_steps,     write_limits,  write_advice };
static const Part side_parts[] = { write_ranking, write_dataflow, write_access, write_changes,
                                   write_stability };
static const Part below[] = { write_others, write_answers, write_sources };

char *render_html(const FpBrief *brief)
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
    html_add_plan(page, brief);
    g_string_append(page, "</body>\n</html>\n");
    return g_string_free(page, FALSE);
}
