// SPDX-License-Identifier: Apache-2.0
// Answers, the way of the data, who can see what, and the sources.
#include "fp-i18n.h"
#include "html-page.h"
#include "render-words.h"

void html_write_dataflow(GString *page, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    html_begin_section(page, "way", words_of_way(brief));
    html_add_dataflow(page, brief);
    g_string_append(page, "</section>\n");
}

void html_write_access(GString *page, const FpBrief *brief)
{
    if (brief->n_access == 0)
        return;
    html_begin_section(page, "access", words_of_who_sees(brief));
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

void html_write_open(GString *page, const FpBrief *brief)
{
    if (brief->n_open == 0)
        return;
    html_begin_section(page, "open", words_of_open_heading(brief));
    g_string_append(page, "<ul>\n");
    for (size_t i = 0; i < brief->n_open; i++) {
        const FpBriefAnswer *answer = &brief->answers[brief->open[i]];
        g_autofree char *finder = words_of_open(answer);
        g_string_append(page, "<li>");
        html_add_element(page, "p", answer->question);
        html_add_element(page, "p class=\"soft\"", finder);
        g_string_append(page, "</li>\n");
    }
    g_string_append(page, "</ul>\n</section>\n");
}

void html_write_answers(GString *page, const FpBrief *brief)
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

void html_write_sources(GString *page, const FpBrief *brief)
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
