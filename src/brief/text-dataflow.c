// SPDX-License-Identifier: Apache-2.0
// Stops that follow each other within the same place share a box, so the lines that a prompt
// crosses are the borders between boxes. In ASCII the same is told by indents and arrows alone.
#include "fp-i18n.h"
#include "fp-text.h"
#include "text-private.h"
#include <string.h>

/* "│ " and " │" */
#define BOX_FRAME_CELLS 4

/* Lines inside a box, or under a place's name. */
static void add_wrapped(GPtrArray *lines, size_t indent, const char *text, size_t width)
{
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    g_auto(GStrv) parts = fp_text_wrap(shown, width > indent ? width - indent : 1);
    for (size_t i = 0; parts[i] != NULL; i++)
        g_ptr_array_add(lines, g_strdup_printf("%*s%s", (int)indent, "", parts[i]));
}

static void add_stop(GPtrArray *lines, const FpBriefStop *stop, size_t width)
{
    add_wrapped(lines, 0, stop->at, width);
    if (stop->run_by != NULL) {
        /* TRANSLATORS: who runs a stop on the data's way. */
        g_autofree char *run_by = g_strdup_printf(_("run by %s"), stop->run_by);
        add_wrapped(lines, TEXT_INDENT, run_by, width);
    }
    if (stop->control != NULL) {
        /* TRANSLATORS: a control that guards a stop on the data's way. */
        g_autofree char *control = g_strdup_printf(_("guarded by %s"), stop->control);
        add_wrapped(lines, TEXT_INDENT, control, width);
    }
}

/* How many stops from here on share a box. */
static size_t count_together(const FpBriefStop *stops, size_t n)
{
    size_t together = 1;
    while (together < n && stops[0].within != NULL &&
           g_strcmp0(stops[together].within, stops[0].within) == 0)
        together++;
    return together;
}

static GPtrArray *lines_of_stops(const FpBriefStop *stops, size_t n, size_t width,
                                 const char *arrow)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            g_ptr_array_add(lines, g_strdup(arrow));
        add_stop(lines, &stops[i], width);
    }
    return lines;
}

static size_t widest_of(const GPtrArray *lines)
{
    size_t widest = 0;
    for (guint i = 0; i < lines->len; i++)
        widest = MAX(widest, fp_text_width(g_ptr_array_index(lines, i)));
    return widest;
}

static void append_repeated(GString *text, const char *piece, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_string_append(text, piece);
}

/* "┌─ name ───┐" of width cells, or "┌──────────┐" where there is no name. */
static char *box_top(const char *name, size_t width)
{
    GString *line = g_string_new("┌");
    size_t used = 2;
    if (name != NULL) {
        g_autofree char *printable = fp_text_printable(name, -1, FP_PRINT_ONE_LINE);
        g_autofree char *shown = fp_text_ellipsize(printable, width - BOX_FRAME_CELLS - 1, false);
        g_string_append_printf(line, "─ %s ", shown);
        used += 3 + fp_text_width(shown);
    }
    append_repeated(line, "─", width > used ? width - used : 0);
    g_string_append(line, "┐");
    return g_string_free(line, FALSE);
}

static char *box_bottom(size_t width, bool is_last)
{
    GString *line = g_string_new("└");
    size_t left = (width - 2) / 2;
    append_repeated(line, "─", left);
    g_string_append(line, is_last ? "─" : "┬");
    append_repeated(line, "─", width - 3 - left);
    g_string_append(line, "┘");
    return g_string_free(line, FALSE);
}

static size_t box_width(const FpLineWriter *writer, const FpBrief *brief)
{
    size_t room = writer->width - TEXT_INDENT;
    g_autoptr(GPtrArray) lines =
        lines_of_stops(brief->dataflow, brief->n_dataflow, room - BOX_FRAME_CELLS, "");
    size_t widest = widest_of(lines);
    for (size_t i = 0; i < brief->n_dataflow; i++) {
        const char *within = brief->dataflow[i].within;
        g_autofree char *shown =
            fp_text_printable(within != NULL ? within : "", -1, FP_PRINT_ONE_LINE);
        widest = MAX(widest, fp_text_width(shown) + 1); // the line of a name is one cell more
    }
    return MIN(widest + BOX_FRAME_CELLS, room);
}

static void write_box_line(FpLineWriter *writer, char *line)
{
    line_writer_raw(writer, FP_LINE_BODY, g_strdup_printf("%*s%s", TEXT_INDENT, "", line));
    g_free(line);
}

static void write_box(FpLineWriter *writer, const FpBriefStop *stops, size_t n, size_t width,
                      bool is_last)
{
    g_autoptr(GPtrArray) lines = lines_of_stops(stops, n, width - BOX_FRAME_CELLS, "↓");
    write_box_line(writer, box_top(stops[0].within, width));
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *padded =
            fp_text_pad(g_ptr_array_index(lines, i), width - BOX_FRAME_CELLS, false);
        write_box_line(writer, g_strdup_printf("│ %s │", padded));
    }
    write_box_line(writer, box_bottom(width, is_last));
    if (!is_last)
        write_box_line(writer, g_strdup_printf("%*s↓", 1 + (int)(width - 2) / 2, ""));
}

static void write_chain(FpLineWriter *writer, const FpBriefStop *stops, size_t n, bool is_last)
{
    size_t indent = stops[0].within != NULL ? 2 * TEXT_INDENT : TEXT_INDENT;
    g_autoptr(GPtrArray) lines = lines_of_stops(stops, n, writer->width - indent, "|");
    if (stops[0].within != NULL)
        text_put(writer, FP_LINE_STRONG, TEXT_INDENT, _("In %s:"), stops[0].within);
    for (guint i = 0; i < lines->len; i++) {
        const char *line = g_ptr_array_index(lines, i);
        line_writer_raw(writer, FP_LINE_BODY, g_strdup_printf("%*s%s", (int)indent, "", line));
    }
    if (!is_last)
        line_writer_raw(writer, FP_LINE_BODY, g_strdup_printf("%*s|", 2 * TEXT_INDENT, ""));
}

void text_write_dataflow(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    line_writer_heading(writer, _("The way of the data"));
    size_t width = box_width(writer, brief);
    for (size_t i = 0; i < brief->n_dataflow;) {
        const FpBriefStop *stops = &brief->dataflow[i];
        size_t together = count_together(stops, brief->n_dataflow - i);
        bool is_last = i + together == brief->n_dataflow;
        if (writer->is_ascii)
            write_chain(writer, stops, together, is_last);
        else
            write_box(writer, stops, together, width, is_last);
        i += together;
    }
}
