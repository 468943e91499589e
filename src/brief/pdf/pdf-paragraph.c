// SPDX-License-Identifier: Apache-2.0
// Lines are drawn one by one, at their style's pitch: whatever face a character falls back to, and
// however high that one is, budgets are kept.
#include "pdf-page.h"
#include <string.h>

void pdf_set_colour(PdfPage *page, PdfColour colour)
{
    cairo_set_source_rgb(page->cairo, colour.r, colour.g, colour.b);
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t start, size_t end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

static void add_colour(PangoAttrList *list, PdfColour colour, size_t start, size_t end)
{
    add_attribute(list,
                  pango_attr_foreground_new((guint16)(colour.r * 65535),
                                            (guint16)(colour.g * 65535),
                                            (guint16)(colour.b * 65535)),
                  start, end);
}

static double scale_of(const FpPlanStyleRow *row)
{
    return row->font_pt / PDF_SET_PT;
}

static void add_part(GString *text, const char *part)
{
    if (part != NULL)
        g_string_append_printf(text, "%s%s", text->len > 0 ? fp_plan_joint(part) : "", part);
}

static PangoLayout *set(PdfPage *page, const PdfParagraph *paragraph, double width)
{
    const FpPlanStyleRow *row = &page->plan->styles[paragraph->style];
    PangoLayout *layout = pdf_new_layout(paragraph->is_bold || row->is_bold);
    g_autoptr(GString) text = g_string_new(NULL);
    PangoAttrList *attributes = pango_attr_list_new();
    add_part(text, paragraph->strong);
    if (paragraph->strong != NULL) {
        add_attribute(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), 0, text->len);
        add_colour(attributes, paragraph->strong_colour, 0, text->len);
    }
    add_part(text, paragraph->text);
    size_t before_note = text->len;
    add_part(text, paragraph->note);
    if (paragraph->note != NULL)
        add_colour(attributes, PDF_SOFT, before_note, text->len);
    add_attribute(attributes, pango_attr_insert_hyphens_new(FALSE), 0,
                  PANGO_ATTR_INDEX_TO_TEXT_END);
    pango_layout_set_text(layout, text->str, (int)text->len);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout, (int)(width / scale_of(row) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout, -(int)paragraph->n_lines);
    return layout;
}

static double height_of(PdfPage *page, const PdfParagraph *paragraph, PangoLayout *layout)
{
    size_t n_lines = MIN((size_t)pango_layout_get_line_count(layout), paragraph->n_lines);
    return (double)n_lines * page->plan->styles[paragraph->style].line_pt;
}

double pdf_measure_paragraph(PdfPage *page, const PdfParagraph *paragraph, double width)
{
    g_autoptr(PangoLayout) layout = set(page, paragraph, width);
    return height_of(page, paragraph, layout);
}

/* Where the letters of a line stand, below its top; by the measures of Lato. */
static double baseline_of(const FpPlanStyleRow *row)
{
    return (row->line_pt - 1.2 * row->font_pt) / 2 + 0.987 * row->font_pt;
}

static void show_lines(PdfPage *page, const FpPlanStyleRow *row, PangoLayout *layout, double x,
                       double y)
{
    PangoLayoutIter *lines = pango_layout_get_iter(layout);
    y += baseline_of(row);
    do {
        PangoRectangle extents; // a line of Arabic stands at the right
        pango_layout_iter_get_line_extents(lines, NULL, &extents);
        cairo_save(page->cairo);
        cairo_translate(page->cairo, x, y);
        cairo_scale(page->cairo, scale_of(row), scale_of(row));
        cairo_move_to(page->cairo, (double)extents.x / PANGO_SCALE, 0);
        pango_cairo_show_layout_line(page->cairo, pango_layout_iter_get_line_readonly(lines));
        cairo_restore(page->cairo);
        y += row->line_pt;
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
}

double pdf_draw_paragraph(PdfPage *page, const PdfParagraph *paragraph, double x, double y,
                          double width, const char *tag)
{
    g_autoptr(PangoLayout) layout = set(page, paragraph, width);
    g_autofree char *link =
        paragraph->url != NULL ? g_strdup_printf("uri='%s'", paragraph->url) : NULL;
    cairo_tag_begin(page->cairo, tag, NULL);
    if (link != NULL)
        cairo_tag_begin(page->cairo, CAIRO_TAG_LINK, link);
    pdf_set_colour(page, paragraph->colour);
    show_lines(page, &page->plan->styles[paragraph->style], layout, x, y);
    if (link != NULL)
        cairo_tag_end(page->cairo, CAIRO_TAG_LINK);
    cairo_tag_end(page->cairo, tag);
    return height_of(page, paragraph, layout);
}

double pdf_measure_width(PdfPage *page, FpPlanStyle style, bool is_bold, const char *text)
{
    g_autoptr(PangoLayout) layout = pdf_new_layout(is_bold || page->plan->styles[style].is_bold);
    int width;
    pango_layout_set_text(layout, text, -1);
    pango_layout_get_size(layout, &width, NULL);
    return (double)width / PANGO_SCALE * scale_of(&page->plan->styles[style]);
}
