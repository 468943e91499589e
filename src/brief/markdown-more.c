// SPDX-License-Identifier: Apache-2.0
// The record's last section, with what MADR has no place for.
#include "fp-i18n.h"
#include "markdown-escape.h"
#include "markdown-page.h"
#include "render-words.h"

static void write_steps(GString *page, const FpBrief *brief)
{
    if (brief->n_next_steps == 0)
        return;
    markdown_add_heading(page, 3, _("What to do next"));
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        const FpBriefStep *step = &brief->next_steps[i];
        markdown_add_number(page, i + 1);
        markdown_add(page, "%s", step->what);
        markdown_add_cites(page, step->cites);
        if (step->owner != NULL)
            markdown_add_line(page, _("Owner: %s"), step->owner);
        g_string_append_c(page, '\n');
    }
}

static void write_open(GString *page, const FpBrief *brief)
{
    if (brief->n_open == 0)
        return;
    markdown_add_heading(page, 3, words_of_open_heading(brief));
    for (size_t i = 0; i < brief->n_open; i++) {
        const FpBriefAnswer *answer = &brief->answers[brief->open[i]];
        g_autofree char *finder = words_of_open(answer);
        markdown_add_bullet(page, "%s", answer->question);
        markdown_add_line(page, "%s", finder);
        g_string_append_c(page, '\n');
    }
}

static void write_stop(GString *page, const FpBriefStop *stop, size_t number)
{
    g_autofree char *guard = words_of_guard(stop);
    g_autofree char *run_by = stop->run_by != NULL ? words_of_runner(stop->run_by) : NULL;
    markdown_add_number(page, number);
    if (stop->within != NULL)
        /* Translators: a stop on the data's way, and the place that it is in. */
        markdown_add(page, _("%s, in: %s"), stop->at, stop->within);
    else
        markdown_add(page, "%s", stop->at);
    if (run_by != NULL)
        markdown_add_line(page, "%s", run_by);
    if (guard != NULL)
        markdown_add_line(page, "%s", guard);
    g_string_append_c(page, '\n');
}

static void write_dataflow(GString *page, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    markdown_add_heading(page, 3, words_of_way(brief));
    for (size_t i = 0; i < brief->n_dataflow; i++)
        write_stop(page, &brief->dataflow[i], i + 1);
}

static void write_access(GString *page, const FpBrief *brief)
{
    if (brief->n_access == 0)
        return;
    markdown_add_heading(page, 3, words_of_who_sees(brief));
    for (size_t i = 0; i < brief->n_access; i++) {
        const FpBriefAccess *access = &brief->access[i];
        g_autofree char *sentence = words_of_access_to(access);
        markdown_add_bullet(page, "%s", sentence);
        markdown_add_cites(page, access->cites);
        g_string_append_c(page, '\n');
    }
}

static void write_reference(GString *page, const FpFactSourceRef *ref)
{
    g_autofree char *where = words_of_reference(ref);
    g_autofree char *link = ref->source->url != NULL ? markdown_link(ref->source->url) : NULL;
    markdown_add_line(page, "%s", where);
    if (link != NULL)
        g_string_append_printf(page, " %s", link);
}

static void write_source(GString *page, const FpBriefSource *source)
{
    markdown_add_number(page, source->number);
    markdown_add(page, "%s", source->claim);
    /* Translators: a date, and how sure a fact is: high, medium or low. */
    markdown_add_line(page, _("As of %s; confidence: %s."), source->as_of, source->confidence);
    if (source->is_stale)
        /* Translators: a date. */
        markdown_add_line(page, _("Stale: was to be reviewed by %s."), source->review_by);
    if (source->is_secondary)
        markdown_add_line(
            page, "%s", _("Secondary source: reported by others, not by those who answer for it."));
    if (source->note != NULL)
        markdown_add_line(page, _("Note: %s"), source->note);
    for (size_t i = 0; i < source->n_refs; i++)
        write_reference(page, &source->refs[i]);
    g_string_append_c(page, '\n');
}

static void write_sources(GString *page, const FpBrief *brief)
{
    if (brief->n_sources == 0)
        return;
    markdown_add_heading(page, 3, _("Sources"));
    for (size_t i = 0; i < brief->n_sources; i++)
        write_source(page, &brief->sources[i]);
}

static void write_foot(GString *page, const FpBrief *brief)
{
    markdown_add_heading(page, 3, _("What this rests on"));
    markdown_add_bullet(page, _("Tree %s, version %s, judged as of %s"), brief->tree_id,
                        brief->tree_version, brief->as_of);
    g_string_append_c(page, '\n');
    markdown_add_bullet(page, _("Tree digest %s"), brief->tree_digest);
    g_string_append_c(page, '\n');
    if (brief->session_id != NULL) {
        markdown_add_bullet(page, _("Session id %s"), brief->session_id);
        g_string_append_c(page, '\n');
    }
    if (brief->session_digest != NULL) {
        markdown_add_bullet(page, _("Session digest %s"), brief->session_digest);
        g_string_append_c(page, '\n');
    }
}

void markdown_write_more(GString *page, const FpBrief *brief)
{
    markdown_add_heading(page, 2, "More Information");
    write_steps(page, brief);
    write_open(page, brief);
    write_access(page, brief);
    write_dataflow(page, brief);
    write_sources(page, brief);
    write_foot(page, brief);
}
