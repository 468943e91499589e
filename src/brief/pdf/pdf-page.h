// SPDX-License-Identifier: Apache-2.0
/* A page that is being drawn. */
#pragma once
#include "pdf-module.h"
#include <pango/pangocairo.h>

typedef struct {
    double r, g, b;
} PdfColour;

/* Readable in greyscale: nothing is told by colour alone. */
#define PDF_INK    ((PdfColour) { 0.07, 0.09, 0.13 })
#define PDF_SOFT   ((PdfColour) { 0.27, 0.31, 0.36 })
#define PDF_LINE   ((PdfColour) { 0.72, 0.75, 0.79 })
#define PDF_WASH   ((PdfColour) { 0.95, 0.96, 0.97 })
#define PDF_ACCENT ((PdfColour) { 0.08, 0.31, 0.48 })
#define PDF_WARN   ((PdfColour) { 0.48, 0.26, 0.00 })
#define PDF_GOOD   ((PdfColour) { 0.09, 0.38, 0.23 })
#define PDF_PAPER  ((PdfColour) { 1, 1, 1 })

typedef struct {
    cairo_t *cairo;
    const FpBriefPlan *plan;
    PdfPaper paper;
    double left_pt; /* where the text area begins */
    double logo_pt; /* taken by the logo, at the left of the head */
    char *fault;    /* why the page cannot be drawn; NULL while it can */
} PdfPage;

/* All text is set in one size and scaled: finding the faces for a size takes longer than all else. */
#define PDF_SET_PT 10.0

/* A layout in that size, owned by the caller (pdf-fonts.c); and the language of the next ones. */
PangoLayout *pdf_new_layout(bool is_bold);
void pdf_set_language(const char *language);
bool pdf_can_show(gunichar character, void *closure); /* as PdfModule has it */

/* Draws a logo into its room at a place (pdf-logo.c). Returns the width that it takes; less than 0 with
 * a fault. */
double pdf_draw_logo(cairo_t *cairo, const FpBriefLogo *logo, double x, double y, char **out_fault);
char *pdf_try_logo(const FpBriefLogo *logo); /* as PdfModule has it */

void pdf_set_colour(PdfPage *page, PdfColour colour);

/* A paragraph in a width, cut at so many lines. Strong, text and note may each be NULL. */
typedef struct {
    FpPlanStyle style;
    const char *strong, *text, *note, *url;
    size_t n_lines;
    PdfColour colour, strong_colour;
    bool is_bold;
} PdfParagraph;

/* Draws it at a place and returns its height; tag: its role for readers of the file ("P"). */
double pdf_draw_paragraph(PdfPage *page, const PdfParagraph *paragraph, double x, double y,
                          double width, const char *tag);
double pdf_measure_paragraph(PdfPage *page, const PdfParagraph *paragraph, double width);
/* The width of a short text on one line. */
double pdf_measure_width(PdfPage *page, FpPlanStyle style, bool is_bold, const char *text);

/* Draws a slot and returns its height. */
double pdf_draw_slot(PdfPage *page, const FpPlanSlot *slot, double x, double y, bool is_first);
double pdf_measure_slot(PdfPage *page, const FpPlanSlot *slot);

/* The file with its language told in the catalogue, for which Cairo has no call: an incremental update.
 * The file as it is where it cannot be read. Takes bytes. */
GByteArray *pdf_tell_language(GByteArray *bytes, const char *language);
