// SPDX-License-Identifier: Apache-2.0
// What can be seen without drawing is asked first, so that nothing large is unpacked; then the module for
// PDF draws it once, where it is installed.
#include "brief-logo.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "logo-svg.h"
#include "pdf-loader.h"
#include <inttypes.h>
#include <string.h>

static const char png_signature[] = "\x89PNG\r\n\x1a\n";

/* Signature, then the chunk IHDR: its length and name, the width and the height. */
enum { PNG_WIDTH_PLACE = 16, PNG_HEIGHT_PLACE = 20, PNG_HEAD_BYTES = 24 };

static bool is_png(const char *data, size_t n_bytes)
{
    return n_bytes >= PNG_HEAD_BYTES && memcmp(data, png_signature, strlen(png_signature)) == 0 &&
           memcmp(data + 12, "IHDR", 4) == 0;
}

static bool is_svg(const char *data, size_t n_bytes)
{
    return g_utf8_validate(data, (gssize)n_bytes, NULL) &&
           memmem(data, n_bytes, "<svg", strlen("<svg")) != NULL;
}

static uint32_t read_number(const char *data)
{
    uint32_t number;
    memcpy(&number, data, sizeof number);
    return GUINT32_FROM_BE(number);
}

/* A small file can hold a picture of any size: it says so in its head, before anything is unpacked. */
static bool check_png(const char *data, GError **error)
{
    uint64_t width = read_number(data + PNG_WIDTH_PLACE);
    uint64_t height = read_number(data + PNG_HEIGHT_PLACE);
    if (width * height <= FP_LOGO_PIXELS_MAX)
        return true;
    g_set_error(
        error, FP_ERROR, FP_ERROR_TOO_LARGE,
        _("the logo has %" PRIu64 " by %" PRIu64 " pixels, more than %d in all; make it smaller"),
        width, height, FP_LOGO_PIXELS_MAX);
    return false;
}

static bool check_kind(FpBriefLogo *logo, GError **error)
{
    size_t n_bytes;
    const char *data = g_bytes_get_data(logo->bytes, &n_bytes);
    if (n_bytes > FP_LOGO_BYTES_MAX) {
        g_set_error(error, FP_ERROR, FP_ERROR_TOO_LARGE,
                    _("the logo has %zu bytes, more than %d; make it smaller"), n_bytes,
                    FP_LOGO_BYTES_MAX);
        return false;
    }
    if (data != NULL && is_png(data, n_bytes)) {
        logo->kind = LOGO_PNG;
        return check_png(data, error);
    }
    if (data != NULL && is_svg(data, n_bytes)) {
        logo->kind = LOGO_SVG;
        return logo_check_svg(data, n_bytes, error);
    }
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("a logo is a picture in PNG or SVG, and this is neither; choose one that is"));
    return false;
}

static bool check_drawing(const FpBriefLogo *logo, GError **error)
{
    const PdfModule *module = pdf_module_load(NULL);
    g_autofree char *fault = module != NULL ? module->try_logo(logo) : NULL;
    if (fault == NULL)
        return true;
    g_autofree char *said = fp_error_quote(fault);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("the logo cannot be drawn: '%s'; save it anew, or choose another"), said);
    return false;
}

FpBriefLogo *fp_brief_logo_new(GBytes *bytes, GError **error)
{
    g_autoptr(FpBriefLogo) logo = g_new0(FpBriefLogo, 1);
    logo->bytes = g_bytes_ref(bytes);
    if (!check_kind(logo, error) || !check_drawing(logo, error))
        return NULL;
    return g_steal_pointer(&logo);
}

void fp_brief_logo_free(FpBriefLogo *logo)
{
    if (logo == NULL)
        return;
    g_bytes_unref(logo->bytes);
    g_free(logo);
}
