// SPDX-License-Identifier: Apache-2.0
// Stops that follow each other within the same place share a box, so the lines that a prompt
// crosses are the borders between boxes. In ASCII the same is told by indents and arrows alone.
#include "fp-i18n.h"
#include "fp-text.h"
#include "render-words.h"
#include "text-private.h"

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

static void add_stop(GPtrArray *lines, const FpBriefStop *stop, bool names_runner, size_t width)
{
    g_autofree char *guard = words_of_guard(stop);
    add_wrapped(lines, 0, stop->at, width);
    if (names_runner && stop->run_by != NULL) {
        g_autofree char *run_by = words_of_runner(stop->run_by);
        add_wrapped(lines, TEXT_INDENT, run_by, width);
    }
    if (guard != NULL)
        add_wrapped(lines, TEXT_INDENT, guard, width);
}

/* Stops that follow each other within the same place. */
typedef struct {
    const FpBriefStop *stops;
    size_t n;
    char *name; /* "Your AWS account", "The Region you call (run by: AWS)"; NULL for none */
    bool is_last;
} Place;

static char *name_place(const FpBriefStop *stops, size_t n)
{
    const char *runner = words_common_runner(stops, n);
    g_autofree char *name = NULL;
    if (stops[0].within == NULL)
        name = runner != NULL ? words_of_runner(runner) : NULL;
    else if (runner == NULL)
        name = g_strdup(stops[0].within);
    else
        /* Translators: a place on the data's way, and who runs it. */
        name = g_strdup_printf(_("%s (run by: %s)"), stops[0].within, runner);
    return name != NULL ? fp_text_printable(name, -1, FP_PRINT_ONE_LINE) : NULL;
}

static void clear_place(gpointer data)
{
    Place *place = data;
    g_free(place->name);
}

/* The stops as places; an array of Place. */
static GArray *find_places(const FpBrief *brief)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    g_array_set_clear_func(places, clear_place);
    for (size_t i = 0; i < brief->n_dataflow;) {
        const FpBriefStop *stops = &brief->dataflow[i];
        size_t n = words_count_together(stops, brief->n_dataflow - i);
        i += n;
        Place place = {
            .stops = stops, .n = n, .name = name_place(stops, n), .is_last = i == brief->n_dataflow
        };
        g_array_append_val(places, place);
    }
    return places;
}

static GPtrArray *lines_of_place(const Place *place, size_t width, const char *arrow)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    bool names_runners = words_common_runner(place->stops, place->n) == NULL;
    for (size_t i = 0; i < place->n; i++) {
        if (i > 0)
            g_ptr_array_add(lines, g_strdup(arrow));
        add_stop(lines, &place->stops[i], names_runners, width);
    }
    return lines;
}

/* Cells inside the boxes: all are as wide as the widest needs, so that the arrows align. */
static size_t inner_width(const GArray *places, size_t room)
{
    size_t widest = 0;
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        g_autoptr(GPtrArray) lines = lines_of_place(place, room, "");
        for (guint k = 0; k < lines->len; k++)
            widest = MAX(widest, fp_text_width(g_ptr_array_index(lines, k)));
        if (place->name != NULL) // one cell of border stands on each side of it
            widest = MAX(widest, fp_text_width(place->name) + 2);
    }
    return MIN(widest, room);
}

static void append_repeated(GString *text, const char *piece, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_string_append(text, piece);
}

/* "  ┌─ name ───┐": two cells more to each side than the inside. */
static char *box_top(const char *name, size_t inside)
{
    GString *line = g_string_new(NULL);
    size_t name_cells = name != NULL ? fp_text_width(name) + 2 : 0;
    g_string_append_printf(line, "%*s┌─", TEXT_INDENT, "");
    if (name != NULL)
        g_string_append_printf(line, " %s ", name);
    append_repeated(line, "─", inside + 1 - name_cells);
    g_string_append(line, "┐");
    return g_string_free(line, FALSE);
}

static char *box_bottom(size_t inside, bool is_last)
{
    GString *line = g_string_new(NULL);
    size_t left = (inside + 1) / 2;
    g_string_append_printf(line, "%*s└", TEXT_INDENT, "");
    append_repeated(line, "─", left);
    g_string_append(line, is_last ? "─" : "┬");
    append_repeated(line, "─", inside + 1 - left);
    g_string_append(line, "┘");
    return g_string_free(line, FALSE);
}

static void write_box_line(FpLineWriter *writer, FpLineStyle style, const char *text, size_t inside)
{
    g_autofree char *padded = fp_text_pad(text, inside, writer->is_ascii);
    line_writer_raw(writer, style, g_strdup_printf("%*s│ %s │", TEXT_INDENT, "", padded));
}

/* A name too long for the border stands in the box's first lines. */
static void write_name_inside(FpLineWriter *writer, const char *name, size_t inside)
{
    g_auto(GStrv) parts = fp_text_wrap(name, inside);
    for (size_t i = 0; parts[i] != NULL; i++)
        write_box_line(writer, FP_LINE_STRONG, parts[i], inside);
    write_box_line(writer, FP_LINE_BODY, "", inside);
}

static void write_box(FpLineWriter *writer, const Place *place, size_t inside)
{
    g_autoptr(GPtrArray) lines = lines_of_place(place, inside, "↓");
    bool is_name_long = place->name != NULL && fp_text_width(place->name) + 2 > inside;
    line_writer_raw(writer, FP_LINE_BODY, box_top(is_name_long ? NULL : place->name, inside));
    if (is_name_long)
        write_name_inside(writer, place->name, inside);
    for (guint i = 0; i < lines->len; i++)
        write_box_line(writer, FP_LINE_BODY, g_ptr_array_index(lines, i), inside);
    line_writer_raw(writer, FP_LINE_BODY, box_bottom(inside, place->is_last));
    if (!place->is_last)
        line_writer_raw(writer, FP_LINE_BODY,
                        g_strdup_printf("%*s↓", TEXT_INDENT + 1 + (int)(inside + 1) / 2, ""));
}

static void write_chain(FpLineWriter *writer, const Place *place)
{
    int indent = place->name != NULL ? TEXT_INDENT_DEEP : TEXT_INDENT;
    g_autoptr(GPtrArray) lines = lines_of_place(place, writer->width - (size_t)indent, "|");
    if (place->name != NULL)
        text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", place->name);
    for (guint i = 0; i < lines->len; i++) {
        const char *line = g_ptr_array_index(lines, i);
        line_writer_raw(writer, FP_LINE_BODY, g_strdup_printf("%*s%s", indent, "", line));
    }
    if (!place->is_last)
        line_writer_raw(writer, FP_LINE_BODY, g_strdup_printf("%*s|", TEXT_INDENT_DEEP, ""));
}

void text_write_dataflow(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    line_writer_heading(writer, words_of_way(brief));
    g_autoptr(GArray) places = find_places(brief);
    size_t inside = inner_width(places, writer->width - TEXT_INDENT - BOX_FRAME_CELLS);
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        if (writer->is_ascii)
            write_chain(writer, place);
        else
            write_box(writer, place, inside);
    }
}
