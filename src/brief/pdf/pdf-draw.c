// SPDX-License-Identifier: Apache-2.0
// The page from top to bottom. What stands at the end is measured first and stands on the lower margin.
#include "pdf-page.h"
#include <cairo-pdf.h>

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_metadata(cairo_surface_t *surface, const FpBriefPlan *plan)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, plan->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "fingerpost");
    if (plan->author != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, plan->author);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, plan->created);
    for (size_t i = 0; i < plan->n_slots; i++) {
        if (plan->slots[i].style == FP_PLAN_HEADLINE)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                           plan->slots[i].items[0].text);
    }
}

static void add_outline(cairo_surface_t *surface, const FpBriefPlan *plan)
{
    for (size_t i = 0; i < plan->n_slots; i++) {
        if (plan->slots[i].heading == NULL)
            continue;
        g_autofree char *place = g_strdup_printf("dest='%s'", plan->slots[i].name);
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, plan->slots[i].heading,
                                      place, 0);
    }
}

static double width_of_text(void)
{
    return FP_PLAN_WIDTH_PT - 2 * FP_PLAN_MARGIN_PT;
}

/* Outside all tags: within them Cairo 1.16 cannot paint pictures, and some SVGs ask it to. */
static void draw_logo(PdfPage *page)
{
    if (page->plan->logo != NULL)
        page->logo_pt = FP_PLAN_GAP_PT + pdf_draw_logo(page->cairo, page->plan->logo, page->left_pt,
                                                       FP_PLAN_MARGIN_PT, &page->fault);
}

/* The line above the headline, and the rule under it. Returns its height. */
static double draw_head(PdfPage *page, double y)
{
    const FpBriefPlan *plan = page->plan;
    const double line = plan->styles[FP_PLAN_KICKER].line_pt, text_y = y + plan->head_pt - line;
    double date = pdf_measure_width(page, FP_PLAN_KICKER, false, plan->date) + 1;
    const PdfParagraph title = {
        .style = FP_PLAN_KICKER, .text = plan->kicker, .n_lines = 1, .colour = PDF_SOFT
    };
    const PdfParagraph day = {
        .style = FP_PLAN_KICKER, .text = plan->date, .n_lines = 1, .colour = PDF_SOFT
    };
    pdf_draw_paragraph(page, &title, page->left_pt + page->logo_pt, text_y,
                       width_of_text() - page->logo_pt - date - 12, "P");
    pdf_draw_paragraph(page, &day, page->left_pt + width_of_text() - date, text_y, date + 1, "P");
    pdf_set_colour(page, PDF_ACCENT);
    cairo_set_line_width(page->cairo, 1.5);
    cairo_move_to(page->cairo, page->left_pt, y + plan->head_pt + 3.5);
    cairo_line_to(page->cairo, page->left_pt + width_of_text(), y + plan->head_pt + 3.5);
    cairo_stroke(page->cairo);
    return plan->head_pt + FP_PLAN_RULE_PT;
}

/* How sure, at the right of the headline: filled where it is sure, an outline where it is not. */
static void draw_badge(PdfPage *page, double y)
{
    const FpBriefPlan *plan = page->plan;
    double width = pdf_measure_width(page, FP_PLAN_KICKER, true, plan->badge) + 1;
    double x = page->left_pt + width_of_text() - width - FP_PLAN_PILL_PT;
    const PdfParagraph badge = { .style = FP_PLAN_KICKER,
                                 .text = plan->badge,
                                 .n_lines = 1,
                                 .colour = plan->is_sure ? PDF_PAPER : PDF_WARN,
                                 .is_bold = true };
    cairo_new_sub_path(page->cairo);
    cairo_arc(page->cairo, x + width, y + 10.5, 7.5, -G_PI_2, G_PI_2);
    cairo_arc(page->cairo, x, y + 10.5, 7.5, G_PI_2, 3 * G_PI_2);
    cairo_close_path(page->cairo);
    pdf_set_colour(page, plan->is_sure ? PDF_GOOD : PDF_WARN);
    cairo_set_line_width(page->cairo, 0.9);
    if (plan->is_sure)
        cairo_fill(page->cairo);
    else
        cairo_stroke(page->cairo);
    pdf_draw_paragraph(page, &badge, x, y + 5, width + 1, "P");
}

static double draw_column(PdfPage *page, FpPlanColumn column, double x, double y)
{
    double start = y;
    bool is_first = true;
    for (size_t i = 0; i < page->plan->n_slots; i++) {
        if (page->plan->slots[i].column != column)
            continue;
        y += pdf_draw_slot(page, &page->plan->slots[i], x, y, is_first);
        is_first = false;
    }
    return y - start;
}

static double measure_column(PdfPage *page, FpPlanColumn column)
{
    double height = 0;
    for (size_t i = 0; i < page->plan->n_slots; i++) {
        if (page->plan->slots[i].column == column)
            height += pdf_measure_slot(page, &page->plan->slots[i]);
    }
    return height;
}

static void draw_page(PdfPage *page)
{
    double y = FP_PLAN_MARGIN_PT;
    y += draw_head(page, y);
    draw_badge(page, y);
    y += draw_column(page, FP_PLAN_COLUMN_TOP, page->left_pt, y) + FP_PLAN_GAP_PT;
    draw_column(page, FP_PLAN_COLUMN_MAIN, page->left_pt, y);
    draw_column(page, FP_PLAN_COLUMN_SIDE, page->left_pt + FP_PLAN_MAIN_PT + FP_PLAN_GUTTER_PT, y);
    double foot =
        page->paper.height_pt - FP_PLAN_MARGIN_PT - measure_column(page, FP_PLAN_COLUMN_FOOT);
    y = foot - measure_column(page, FP_PLAN_COLUMN_BOTTOM) - 4;
    draw_column(page, FP_PLAN_COLUMN_BOTTOM, page->left_pt, y);
    draw_column(page, FP_PLAN_COLUMN_FOOT, page->left_pt, foot);
}

/* Ends the file. Returns a fault; NULL where all went well. */
static char *finish(PdfPage *page, cairo_surface_t *surface)
{
    cairo_show_page(page->cairo);
    cairo_status_t status = cairo_status(page->cairo);
    cairo_destroy(page->cairo);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (page->fault == NULL && status != CAIRO_STATUS_SUCCESS)
        page->fault = g_strdup(cairo_status_to_string(status));
    return page->fault;
}

static GBytes *draw(const FpBriefPlan *plan, PdfPaper paper, char **out_fault)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, bytes, paper.width_pt, paper.height_pt);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(surface, plan);
    pdf_set_language(plan->language);
    PdfPage page = { .cairo = cairo_create(surface),
                     .plan = plan,
                     .paper = paper,
                     .left_pt = (paper.width_pt - FP_PLAN_WIDTH_PT) / 2 + FP_PLAN_MARGIN_PT };
    draw_logo(&page);
    cairo_tag_begin(page.cairo, "Document", NULL);
    draw_page(&page);
    cairo_tag_end(page.cairo, "Document");
    add_outline(surface, plan);
    *out_fault = finish(&page, surface);
    if (*out_fault != NULL) {
        g_byte_array_unref(bytes);
        return NULL;
    }
    return g_byte_array_free_to_bytes(pdf_tell_language(bytes, plan->language));
}

const PdfModule fp_pdf_module = { .draw = draw,
                                  .can_show = pdf_can_show,
                                  .try_logo = pdf_try_logo };
