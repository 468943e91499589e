// SPDX-License-Identifier: Apache-2.0
// What a reader needs first stands first: what to do, how sure, on which conditions, why.
#include "fp-i18n.h"
#include "fp-text.h"
#include "render-private.h"
#include "render-words.h"
#include "text-private.h"

/* Lines longer than this tire the eye, however wide the screen is. */
#define READABLE_CELLS 96
#define WIDTH_MIN      20
#define FILE_WIDTH     80

void text_cited_item(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                     const char *text, FpBriefCites cites)
{
    g_autofree char *marks = words_of_cites(cites);
    g_autofree char *stripped = g_strchomp(g_strdup(text));
    g_autofree char *both = g_strconcat(stripped, marks, NULL);
    line_writer_item(writer, style, indent, mark, both);
}

void text_put(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    line_writer_item(writer, style, indent, "", text);
}

static void write_rule(FpLineWriter *writer, size_t cells)
{
    GString *rule = g_string_new(NULL);
    for (size_t i = 0; i < cells; i++)
        g_string_append(rule, writer->is_ascii ? "=" : "═");
    line_writer_raw(writer, FP_LINE_TITLE, g_string_free(rule, FALSE));
}

static void write_headline(FpLineWriter *writer, const char *headline)
{
    size_t widest = 0;
    guint first = writer->lines->len;
    line_writer_item(writer, FP_LINE_TITLE, 0, "", headline);
    for (guint i = first; i < writer->lines->len; i++) {
        const FpBriefLine *line = g_ptr_array_index(writer->lines, i);
        widest = MAX(widest, fp_text_width(line->text));
    }
    write_rule(writer, widest);
}

static void write_opening(FpLineWriter *writer, const FpBrief *brief)
{
    /* Translators: the title of a tree or of a session, and a date. */
    text_put(writer, FP_LINE_DETAIL, 0, _("%s (as of %s)"), brief->title, brief->as_of);
    g_autofree char *maker = words_of_maker(brief);
    if (maker != NULL)
        line_writer_item(writer, FP_LINE_DETAIL, 0, "", maker);
    line_writer_blank(writer);
    write_headline(writer, brief->headline);
    if (brief->outcome_summary != NULL)
        text_put(writer, FP_LINE_BODY, 0, "%s", brief->outcome_summary);
    line_writer_blank(writer);
    line_writer_item(writer, brief->is_sure ? FP_LINE_BODY : FP_LINE_WARNING, 0, "",
                     brief->sureness);
    if (brief->decided != NULL) {
        line_writer_blank(writer);
        line_writer_prose(writer, FP_LINE_STRONG, 0, "", brief->decided);
    }
    if (brief->redacted != NULL) {
        line_writer_blank(writer);
        line_writer_item(writer, FP_LINE_WARNING, 0, "", brief->redacted);
    }
}

// clang-format off
static void (*const sections[])(FpLineWriter *, const FpBrief *) = {
    write_opening,
    text_write_ranking,
    text_write_conditions,
    text_write_conflicts,
    text_write_why,
    text_write_ruled_out,
    text_write_changes,
    text_write_stability,
    text_write_open,
    text_write_steps, // the last of the short form
    text_write_limits,
    text_write_advice,
    text_write_access,
    text_write_dataflow,
    text_write_others,
    text_write_answers,
    text_write_sources,
    text_write_foot,
};
// clang-format on

static void free_line(gpointer data)
{
    FpBriefLine *line = data;
    g_free(line->text);
    g_free(line);
}

static FpLineWriter begin_lines(size_t width, bool ascii)
{
    return (FpLineWriter) { .lines = g_ptr_array_new_with_free_func(free_line),
                            .width = CLAMP(width, WIDTH_MIN, READABLE_CELLS),
                            .is_ascii = ascii };
}

GPtrArray *fp_brief_why_not_to_lines(const FpBrief *brief, size_t other, size_t width, bool ascii)
{
    FpLineWriter writer = begin_lines(width, ascii);
    text_write_why_not(&writer, brief, &brief->others[other]);
    return writer.lines;
}

static void write_sections(FpLineWriter *writer, const FpBrief *brief, bool is_short)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
        sections[i](writer, brief);
        if (is_short && sections[i] == text_write_steps)
            break;
    }
}

GPtrArray *fp_brief_to_lines(const FpBrief *brief, size_t width, bool ascii)
{
    FpLineWriter writer = begin_lines(width, ascii);
    write_sections(&writer, brief, false);
    return writer.lines;
}

GPtrArray *fp_brief_to_short_lines(const FpBrief *brief, size_t width, bool ascii)
{
    FpLineWriter writer = begin_lines(width, ascii);
    write_sections(&writer, brief, true);
    return writer.lines;
}

// A printed line may grow past its width for a word that must stay whole; a screen's may not.
static char *to_text(const FpBrief *brief, size_t width, bool ascii, bool is_short)
{
    FpLineWriter writer = begin_lines(width, ascii);
    g_autoptr(GPtrArray) lines = writer.lines;
    GString *text = g_string_new(NULL);
    writer.keeps_addresses = true;
    write_sections(&writer, brief, is_short);
    for (guint i = 0; i < lines->len; i++) {
        const FpBriefLine *line = g_ptr_array_index(lines, i);
        g_string_append(text, line->text);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

char *fp_brief_to_text(const FpBrief *brief, size_t width, bool ascii)
{
    return to_text(brief, width, ascii, false);
}

char *fp_brief_to_short_text(const FpBrief *brief, size_t width, bool ascii)
{
    return to_text(brief, width, ascii, true);
}

char *render_text(const FpBrief *brief)
{
    return fp_brief_to_text(brief, FILE_WIDTH, false);
}
