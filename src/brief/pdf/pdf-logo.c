// SPDX-License-Identifier: Apache-2.0
// A PNG is put in as it is and scaled on paper; an SVG is drawn in outlines. The library for SVG takes
// longer to load than a page takes to draw: it is loaded for an SVG alone.
#include "pdf-page.h"
#include <gmodule.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RsvgHandle, g_object_unref)

/* Bytes that are read piece by piece. */
typedef struct {
    const unsigned char *data;
    size_t left;
} Reader;

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned int length)
{
    Reader *reader = closure;
    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reader->data, length);
    reader->data += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* The scale that fits a picture into the room for it. */
static double find_scale(double width, double height)
{
    return fmin(FP_PLAN_LOGO_WIDTH_PT / width, FP_PLAN_LOGO_HEIGHT_PT / height);
}

/* Returns the width drawn; less than 0 with a fault where it cannot be. */
static double draw_png(cairo_t *cairo, GBytes *bytes, double x, double y, char **out_fault)
{
    Reader reader = { 0 };
    reader.data = g_bytes_get_data(bytes, &reader.left);
    cairo_surface_t *image = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    cairo_status_t status = cairo_surface_status(image);
    double width = cairo_image_surface_get_width(image);
    double height = cairo_image_surface_get_height(image);
    double scale = status == CAIRO_STATUS_SUCCESS ? find_scale(width, height) : 0;
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_save(cairo);
        cairo_translate(cairo, x, y + (FP_PLAN_LOGO_HEIGHT_PT - height * scale));
        cairo_scale(cairo, scale, scale);
        cairo_set_source_surface(cairo, image, 0, 0);
        cairo_rectangle(cairo, 0, 0, width, height);
        cairo_fill(cairo);
        cairo_restore(cairo);
    } else
        *out_fault = g_strdup(cairo_status_to_string(status));
    cairo_surface_destroy(image);
    return status == CAIRO_STATUS_SUCCESS ? width * scale : -1;
}

#define RSVG_FILE "librsvg-2.so.2"

/* What is used of librsvg. */
typedef struct {
    __typeof__(&rsvg_handle_new_from_data) read;
    __typeof__(&rsvg_handle_get_intrinsic_dimensions) get_dimensions;
    __typeof__(&rsvg_handle_get_intrinsic_size_in_pixels) get_size;
    __typeof__(&rsvg_handle_render_document) draw;
} Rsvg;

static bool load_rsvg(Rsvg *rsvg, char **out_fault)
{
    GModule *module = g_module_open(RSVG_FILE, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (module != NULL &&
        g_module_symbol(module, "rsvg_handle_new_from_data", (gpointer *)&rsvg->read) &&
        g_module_symbol(module, "rsvg_handle_get_intrinsic_dimensions",
                        (gpointer *)&rsvg->get_dimensions) &&
        g_module_symbol(module, "rsvg_handle_get_intrinsic_size_in_pixels",
                        (gpointer *)&rsvg->get_size) &&
        g_module_symbol(module, "rsvg_handle_render_document", (gpointer *)&rsvg->draw)) {
        g_module_make_resident(module);
        return true;
    }
    *out_fault = g_strdup(g_module_error());
    return false;
}

/* By its view box or its size; that of the room where it tells neither. */
static RsvgRectangle place_svg(const Rsvg *rsvg, RsvgHandle *handle, double x, double y)
{
    gboolean has_width, has_height, has_box;
    RsvgLength length[2];
    RsvgRectangle box;
    double width = FP_PLAN_LOGO_WIDTH_PT, height = FP_PLAN_LOGO_HEIGHT_PT;
    rsvg->get_dimensions(handle, &has_width, &length[0], &has_height, &length[1], &has_box, &box);
    if (has_box) {
        width = box.width;
        height = box.height;
    } else
        rsvg->get_size(handle, &width, &height);
    if (!(width > 0 && height > 0 && isfinite(width) && isfinite(height)))
        return (RsvgRectangle) { 0 };
    double scale = find_scale(width, height);
    return (RsvgRectangle) { .x = x,
                             .y = y + (FP_PLAN_LOGO_HEIGHT_PT - height * scale),
                             .width = width * scale,
                             .height = height * scale };
}

static double draw_svg(cairo_t *cairo, GBytes *bytes, double x, double y, char **out_fault)
{
    Rsvg rsvg;
    if (!load_rsvg(&rsvg, out_fault))
        return -1;
    size_t n_bytes;
    const guint8 *data = g_bytes_get_data(bytes, &n_bytes);
    g_autoptr(GError) error = NULL;
    g_autoptr(RsvgHandle) handle = rsvg.read(data, n_bytes, &error);
    RsvgRectangle place = { 0 };
    if (handle != NULL)
        place = place_svg(&rsvg, handle, x, y);
    if (place.width > 0 && rsvg.draw(handle, cairo, &place, &error))
        return place.width;
    *out_fault = g_strdup(error != NULL ? error->message : "it has no size");
    return -1;
}

double pdf_draw_logo(cairo_t *cairo, const FpBriefLogo *logo, double x, double y, char **out_fault)
{
    return logo->kind == LOGO_PNG ? draw_png(cairo, logo->bytes, x, y, out_fault)
                                  : draw_svg(cairo, logo->bytes, x, y, out_fault);
}

char *pdf_try_logo(const FpBriefLogo *logo)
{
    char *fault = NULL;
    cairo_surface_t *nowhere = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)FP_PLAN_LOGO_WIDTH_PT, (int)FP_PLAN_LOGO_HEIGHT_PT);
    cairo_t *cairo = cairo_create(nowhere);
    pdf_draw_logo(cairo, logo, 0, 0, &fault);
    if (fault == NULL && cairo_status(cairo) != CAIRO_STATUS_SUCCESS)
        fault = g_strdup(cairo_status_to_string(cairo_status(cairo)));
    cairo_destroy(cairo);
    cairo_surface_destroy(nowhere);
    return fault;
}
