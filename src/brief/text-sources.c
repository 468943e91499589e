// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "fp-text.h"
#include "render-words.h"
#include "text-private.h"

static void write_ref(FpLineWriter *writer, const FpFactSourceRef *ref, size_t indent)
{
    g_autofree char *where = words_of_reference(ref);
    line_writer_item(writer, FP_LINE_DETAIL, indent, "- ", where);
    if (ref->source->url != NULL)
        text_put(writer, FP_LINE_DETAIL, indent + 2, "%s", ref->source->url);
}

static void write_source(FpLineWriter *writer, const FpBriefSource *source)
{
    g_autofree char *mark = g_strdup_printf("[%zu] ", source->number);
    size_t indent = TEXT_INDENT + fp_text_width(mark);
    line_writer_item(writer, FP_LINE_BODY, TEXT_INDENT, mark, source->claim);
    /* Translators: a date, and how sure a fact is: high, medium or low. */
    text_put(writer, FP_LINE_DETAIL, indent, _("As of %s; confidence: %s."), source->as_of,
             source->confidence);
    if (source->is_stale)
        /* Translators: a date. */
        text_put(writer, FP_LINE_WARNING, indent, _("Stale: was to be reviewed by %s."),
                 source->review_by);
    if (source->is_secondary)
        text_put(writer, FP_LINE_WARNING, indent, "%s",
                 _("Secondary source: reported by others, not by those who answer for it."));
    if (source->note != NULL)
        text_put(writer, FP_LINE_DETAIL, indent, _("Note: %s"), source->note);
    for (size_t i = 0; i < source->n_refs; i++)
        write_ref(writer, &source->refs[i], indent);
}

void text_write_sources(FpLineWriter *writer, const FpBrief *brief)
{
    // The points of what is ruled out do not stand in the text, so neither do their sources.
    if (brief->n_sources_short == 0)
        return;
    line_writer_heading(writer, _("Sources"));
    for (size_t i = 0; i < brief->n_sources_short; i++) {
        if (i > 0)
            line_writer_blank(writer);
        write_source(writer, &brief->sources[i]);
    }
}

static void write_session(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->session_number != 0)
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Session %ld"),
                 (long)brief->session_number);
    if (brief->session_id != NULL)
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Session id %s"), brief->session_id);
    if (brief->session_ms != 0) {
        g_autofree char *minute = fp_stamp_to_minute(brief->session_ms);
        /* Translators: a date and a time. */
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Last answer %s UTC"), minute);
    }
    if (brief->session_digest != NULL)
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Session digest %s"),
                 brief->session_digest);
}

void text_write_foot(FpLineWriter *writer, const FpBrief *brief)
{
    line_writer_heading(writer, _("What this rests on"));
    /* Translators: a tree's id, and its version. */
    text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Tree %s, version %s, judged as of %s"),
             brief->tree_id, brief->tree_version, brief->as_of);
    text_put(writer, FP_LINE_DETAIL, TEXT_INDENT, _("Tree digest %s"), brief->tree_digest);
    write_session(writer, brief);
}
