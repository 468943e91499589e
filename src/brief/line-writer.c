// SPDX-License-Identifier: Apache-2.0
#include "line-writer.h"
#include "fp-text.h"
#include <string.h>

/* Cells that a text gets at least beside its indent, where the width has them. */
#define TEXT_CELLS_MIN 16

static FpBriefLine *last_line(const FpLineWriter *writer)
{
    guint n = writer->lines->len;
    return n > 0 ? g_ptr_array_index(writer->lines, n - 1) : NULL;
}

static void append_line(FpLineWriter *writer, FpLineStyle style, char *text)
{
    FpBriefLine *line = g_new(FpBriefLine, 1);
    *line = (FpBriefLine) { .style = *text == '\0' ? FP_LINE_BLANK : style, .text = text };
    g_ptr_array_add(writer->lines, line);
}

void line_writer_raw(FpLineWriter *writer, FpLineStyle style, char *line)
{
    line[fp_text_fit(line, writer->width)] = '\0';
    append_line(writer, style, line);
}

void line_writer_blank(FpLineWriter *writer)
{
    const FpBriefLine *last = last_line(writer);
    if (last != NULL && last->style != FP_LINE_BLANK)
        append_line(writer, FP_LINE_BLANK, g_strdup(""));
}

/* The part of indent that leaves text room beside a mark. */
static size_t fit_indent(const FpLineWriter *writer, size_t indent, size_t mark_cells)
{
    size_t needed = mark_cells + TEXT_CELLS_MIN;
    return writer->width > needed ? MIN(indent, writer->width - needed) : 0;
}

// A broken one cannot be followed, copied or compared.
static bool is_kept_whole(const FpLineWriter *writer, FpLineStyle style, const char *text)
{
    bool holds_one = strstr(text, "://") != NULL || strstr(text, "sha256:") != NULL;
    return writer->keeps_addresses && style == FP_LINE_DETAIL && holds_one;
}

static void put(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                const char *text, FpPrintFlags flags)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    g_autofree char *shown = fp_text_printable(stripped, -1, flags);
    size_t mark_cells = fp_text_width(mark);
    indent = fit_indent(writer, indent, mark_cells);
    size_t hanging = indent + mark_cells;
    if (is_kept_whole(writer, style, shown)) {
        append_line(writer, style, g_strdup_printf("%*s%s%s", (int)indent, "", mark, shown));
        return;
    }
    g_auto(GStrv) parts =
        fp_text_wrap(shown, writer->width > hanging ? writer->width - hanging : 1);
    for (size_t i = 0; parts[i] != NULL; i++) {
        char *line = i == 0 ? g_strdup_printf("%*s%s%s", (int)indent, "", mark, parts[i])
                            : g_strdup_printf("%*s%s", (int)hanging, "", parts[i]);
        line_writer_raw(writer, style, g_strchomp(line));
    }
}

void line_writer_item(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                      const char *text)
{
    put(writer, style, indent, mark, text, FP_PRINT_ONE_LINE);
}

void line_writer_prose(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                       const char *text)
{
    put(writer, style, indent, mark, text, FP_PRINT_KEEP_NEWLINES);
}

void line_writer_heading(FpLineWriter *writer, const char *text)
{
    line_writer_blank(writer);
    put(writer, FP_LINE_HEADING, 0, "", text, FP_PRINT_ONE_LINE);
}
