// SPDX-License-Identifier: Apache-2.0
// Stops within one place share a box; what a prompt crosses are the borders between boxes. SVG breaks
// no lines, so they are broken here, by cells.
#include "fp-i18n.h"
#include "fp-text.h"
#include "html-page.h"
#include "render-words.h"

/* In the picture's own units, which are pixels where it is not scaled. */
enum { WIDTH = 340, PADDING = 12, LINE = 18, ARROW = 26, STOP_GAP = 6 };
#define LINE_CELLS 48 /* of 13 pixels' text that fit beside the padding */

typedef struct {
    GString *shapes;
    int y;
} Picture;

static void add_line(Picture *picture, const char *style, const char *text)
{
    picture->y += LINE;
    g_string_append_printf(picture->shapes, "<text class=\"%s\" x=\"%d\" y=\"%d\">", style, PADDING,
                           picture->y - 5);
    html_add(picture->shapes, text);
    g_string_append(picture->shapes, "</text>\n");
}

static void add_lines(Picture *picture, const char *style, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    g_auto(GStrv) lines = fp_text_wrap(shown, LINE_CELLS);
    for (size_t i = 0; lines[i] != NULL; i++)
        add_line(picture, style, lines[i]);
}

static void add_stop(Picture *picture, const FpBriefStop *stop, bool names_runner)
{
    g_autofree char *guard = words_of_guard(stop);
    picture->y += STOP_GAP;
    add_lines(picture, "stop", stop->at);
    if (names_runner && stop->run_by != NULL) {
        g_autofree char *runner = words_of_runner(stop->run_by);
        add_lines(picture, "aside", runner);
    }
    if (guard != NULL)
        add_lines(picture, stop->condition != 0 ? "guard" : "aside", guard);
}

static void add_arrow(Picture *picture)
{
    int x = WIDTH / 2, end = picture->y + ARROW - 4;
    g_string_append_printf(picture->shapes,
                           "<path class=\"arrow\" d=\"M%d %dV%dM%d %dl5 6 5-6\"/>\n", x,
                           picture->y + 4, end, x - 5, end - 6);
    picture->y += ARROW;
}

/* The box is drawn behind what stands in it, once its height is known. */
static void add_place(Picture *picture, const FpBriefStop *stops, size_t n)
{
    const char *runner = words_common_runner(stops, n);
    gssize behind = (gssize)picture->shapes->len;
    int top = picture->y;
    picture->y += PADDING - 6;
    add_lines(picture, "place", stops[0].within);
    if (runner != NULL) {
        g_autofree char *words = words_of_runner(runner);
        add_lines(picture, "aside", words);
    }
    for (size_t i = 0; i < n; i++)
        add_stop(picture, &stops[i], runner == NULL);
    picture->y += PADDING - 2;
    g_autofree char *box =
        g_strdup_printf("<rect x=\"1\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n", top + 1,
                        WIDTH - 2, picture->y - top - 2);
    g_string_insert(picture->shapes, behind, box);
}

/* The picture in words, for who cannot see it. */
static void add_description(GString *page, const FpBrief *brief)
{
    g_string_append(page, "<desc id=\"dataflow-words\">");
    for (size_t i = 0; i < brief->n_dataflow; i++) {
        const FpBriefStop *stop = &brief->dataflow[i];
        g_autofree char *guard = words_of_guard(stop);
        html_add_format(page, "%zu. %s", i + 1, stop->at);
        if (stop->within != NULL)
            html_add_format(page, " (%s)", stop->within);
        if (guard != NULL)
            html_add_format(page, ", %s", guard);
        g_string_append(page, ". ");
    }
    g_string_append(page, "</desc>\n");
}

void html_add_dataflow(GString *page, const FpBrief *brief)
{
    if (brief->n_dataflow == 0)
        return;
    Picture picture = { .shapes = g_string_new(NULL) };
    for (size_t i = 0, n = 0; i < brief->n_dataflow; i += n) {
        n = words_count_together(&brief->dataflow[i], brief->n_dataflow - i);
        if (i > 0)
            add_arrow(&picture);
        add_place(&picture, &brief->dataflow[i], n);
    }
    g_string_append_printf(page,
                           "<svg class=\"dataflow\" viewBox=\"0 0 %d %d\" role=\"img\" "
                           "aria-labelledby=\"way-title dataflow-words\">\n",
                           (int)WIDTH, picture.y);
    add_description(page, brief);
    g_string_append_printf(page, "%s</svg>\n", picture.shapes->str);
    g_string_free(picture.shapes, TRUE);
}
