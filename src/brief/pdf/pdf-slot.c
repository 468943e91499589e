// SPDX-License-Identifier: Apache-2.0
// A slot's heading and items, and the boxes of the picture. Measuring goes through the same steps as
// drawing, with the pen up.
#include "pdf-page.h"
#include <math.h>
#include <string.h>

static PdfParagraph paragraph_of(const FpPlanSlot *slot, const FpPlanItem *item)
{
    return (PdfParagraph) { .style = slot->style,
                            .strong = item->strong,
                            .text = item->text,
                            .note = item->note,
                            .url = item->url,
                            .n_lines = item->n_lines,
                            .colour = slot->column == FP_PLAN_COLUMN_FOOT ? PDF_SOFT : PDF_INK,
                            .strong_colour = item->is_warning ? PDF_WARN : PDF_INK };
}

static double item_height(PdfPage *page, const FpPlanSlot *slot, const FpPlanItem *item)
{
    PdfParagraph paragraph = paragraph_of(slot, item);
    return pdf_measure_paragraph(page, &paragraph, fp_plan_item_width(page->plan, slot, item));
}

static void draw_round_box(PdfPage *page, double x, double y, double width, double height,
                           double radius)
{
    cairo_t *cairo = page->cairo;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -G_PI_2, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, G_PI_2);
    cairo_arc(cairo, x + radius, y + height - radius, radius, G_PI_2, G_PI);
    cairo_arc(cairo, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
    cairo_close_path(cairo);
}

static void draw_mark(PdfPage *page, const FpPlanSlot *slot, const FpPlanItem *item, double x,
                      double y)
{
    if (item->kind == FP_PLAN_ITEM_CHECK) {
        draw_round_box(page, x + 0.5, y + 2.4, 6.5, 6.5, 1.2);
        pdf_set_colour(page, PDF_SOFT);
        cairo_set_line_width(page->cairo, 0.75);
        cairo_stroke(page->cairo);
        return;
    }
    if (item->mark == NULL)
        return;
    bool is_source = slot->column == FP_PLAN_COLUMN_BOTTOM;
    const PdfParagraph mark = { .style = slot->style,
                                .text = item->mark,
                                .n_lines = 1,
                                .colour = is_source ? PDF_SOFT : PDF_ACCENT,
                                .is_bold = !is_source };
    pdf_draw_paragraph(page, &mark, x, y, slot->mark_pt + 4, "Lbl");
}

static double draw_item(PdfPage *page, const FpPlanSlot *slot, const FpPlanItem *item, double x,
                        double y)
{
    PdfParagraph paragraph = paragraph_of(slot, item);
    double inset = fp_plan_is_boxed(item) ? FP_PLAN_BOX_PT : 0;
    draw_mark(page, slot, item, x, y);
    return pdf_draw_paragraph(page, &paragraph, x + slot->mark_pt + inset, y,
                              fp_plan_item_width(page->plan, slot, item),
                              slot->style == FP_PLAN_HEADLINE ? "H1" : "P");
}

/* How many items from the first on stand in one box. */
static size_t count_boxed(const FpPlanSlot *slot, size_t first)
{
    size_t n = 1;
    while (first + n < slot->n_items && slot->items[first + n].kind == FP_PLAN_ITEM_STOP)
        n++;
    return n;
}

static void draw_arrow(PdfPage *page, double x, double y)
{
    cairo_t *cairo = page->cairo;
    pdf_set_colour(page, PDF_SOFT);
    cairo_set_line_width(cairo, 0.8);
    cairo_move_to(cairo, x, y + 1.5);
    cairo_line_to(cairo, x, y + FP_PLAN_ARROW_PT - 1.5);
    cairo_move_to(cairo, x - 2.5, y + FP_PLAN_ARROW_PT - 4);
    cairo_line_to(cairo, x, y + FP_PLAN_ARROW_PT - 1.5);
    cairo_line_to(cairo, x + 2.5, y + FP_PLAN_ARROW_PT - 4);
    cairo_stroke(cairo);
}

/* A box with its place and stops. Returns its height. */
static double draw_box(PdfPage *page, const FpPlanSlot *slot, size_t first, size_t n, double x,
                       double y)
{
    double height = 3 + 4, at = y + 3;
    for (size_t i = first; i < first + n; i++)
        height += item_height(page, slot, &slot->items[i]);
    draw_round_box(page, x, y, fp_plan_column_width(slot->column), height, 3);
    pdf_set_colour(page, PDF_WASH);
    cairo_fill_preserve(page->cairo);
    pdf_set_colour(page, PDF_LINE);
    cairo_set_line_width(page->cairo, 0.75);
    cairo_stroke(page->cairo);
    for (size_t i = first; i < first + n; i++)
        at += draw_item(page, slot, &slot->items[i], x, at);
    return height;
}

static double draw_picture(PdfPage *page, const FpPlanSlot *slot, double x, double y)
{
    double start = y;
    for (size_t i = 0, n; i < slot->n_items; i += n) {
        n = count_boxed(slot, i);
        if (i > 0) {
            draw_arrow(page, x + fp_plan_column_width(slot->column) / 2, y);
            y += FP_PLAN_ARROW_PT;
        }
        y += draw_box(page, slot, i, n, x, y);
    }
    return y - start;
}

/* Room for a number and a word. */
#define LEFT_OUT_MIN_PT 40.0

static double draw_heading(PdfPage *page, const FpPlanSlot *slot, double x, double y, double width)
{
    const double line = page->plan->styles[FP_PLAN_HEADING].line_pt;
    g_autofree char *place = g_strdup_printf("name='%s'", slot->name);
    const PdfParagraph heading = {
        .style = FP_PLAN_HEADING, .text = slot->heading, .n_lines = 1, .colour = PDF_ACCENT
    };
    pdf_set_colour(page, PDF_LINE);
    cairo_set_line_width(page->cairo, 0.75);
    cairo_move_to(page->cairo, x, y);
    cairo_line_to(page->cairo, x + width, y);
    cairo_stroke(page->cairo);
    // The heading goes first; but how many there are more is told even beside a very long one.
    double own = pdf_measure_width(page, FP_PLAN_HEADING, true, slot->heading) + 1;
    double more = slot->left_out != NULL
                      ? pdf_measure_width(page, FP_PLAN_SMALL, false, slot->left_out) + 1
                      : 0;
    more = fmin(more, fmax(width - own - 8, LEFT_OUT_MIN_PT));
    cairo_tag_begin(page->cairo, CAIRO_TAG_DEST, place);
    pdf_draw_paragraph(page, &heading, x, y + 1, fmin(own, width - more), "H2");
    cairo_tag_end(page->cairo, CAIRO_TAG_DEST);
    if (slot->left_out != NULL) {
        const PdfParagraph left_out = {
            .style = FP_PLAN_SMALL, .text = slot->left_out, .n_lines = 1, .colour = PDF_SOFT
        };
        pdf_draw_paragraph(page, &left_out, x + width - more, y + 2.5, more + 1, "P");
    }
    return line;
}

/* Sources: two a row, so that the numbers run on from left to right. */
static double draw_pairs(PdfPage *page, const FpPlanSlot *slot, double x, double y)
{
    double start = y, right = x + fp_plan_column_width(slot->column) + FP_PLAN_GUTTER_PT;
    for (size_t i = 0; i < slot->n_items; i += 2) {
        double height = draw_item(page, slot, &slot->items[i], x, y);
        if (i + 1 < slot->n_items)
            height = fmax(height, draw_item(page, slot, &slot->items[i + 1], right, y));
        y += height + FP_PLAN_AIR_PT;
    }
    return y - start;
}

static bool is_picture(const FpPlanSlot *slot)
{
    return slot->n_items > 0 && slot->items[0].kind == FP_PLAN_ITEM_PLACE;
}

double pdf_draw_slot(PdfPage *page, const FpPlanSlot *slot, double x, double y, bool is_first)
{
    bool is_bottom = slot->column == FP_PLAN_COLUMN_BOTTOM;
    double width =
        is_bottom ? FP_PLAN_WIDTH_PT - 2 * FP_PLAN_MARGIN_PT : fp_plan_column_width(slot->column);
    double start = y;
    if (slot->heading != NULL) {
        y += is_first ? 0 : FP_PLAN_GAP_PT;
        y += draw_heading(page, slot, x, y, width);
    }
    if (is_picture(slot))
        return y + draw_picture(page, slot, x, y) + FP_PLAN_AIR_PT - start;
    if (is_bottom)
        return y + draw_pairs(page, slot, x, y) - start;
    for (size_t i = 0; i < slot->n_items; i++)
        y += draw_item(page, slot, &slot->items[i], x, y) + FP_PLAN_AIR_PT;
    return y - start;
}

double pdf_measure_slot(PdfPage *page, const FpPlanSlot *slot)
{
    double height = slot->heading != NULL ? page->plan->styles[FP_PLAN_HEADING].line_pt : 0;
    size_t step = slot->column == FP_PLAN_COLUMN_BOTTOM ? 2 : 1;
    for (size_t i = 0; i < slot->n_items; i += step) {
        double row = item_height(page, slot, &slot->items[i]);
        if (step == 2 && i + 1 < slot->n_items)
            row = fmax(row, item_height(page, slot, &slot->items[i + 1]));
        height += row + FP_PLAN_AIR_PT;
    }
    return height;
}
