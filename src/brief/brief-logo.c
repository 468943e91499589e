// SPDX-License-Identifier: Apache-2.0
#include "brief-logo.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include <string.h>

static bool is_png(const char *data, size_t n_bytes)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    return n_bytes >= strlen(signature) && memcmp(data, signature, strlen(signature)) == 0;
}

static bool is_svg(const char *data, size_t n_bytes)
{
    return memmem(data, n_bytes, "<svg", strlen("<svg")) != NULL;
}

static bool read_kind(GBytes *bytes, LogoKind *out_kind, GError **error)
{
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    if (is_png(data, n_bytes))
        *out_kind = LOGO_PNG;
    else if (is_svg(data, n_bytes))
        *out_kind = LOGO_SVG;
    else {
        g_set_error(
            error, FP_ERROR, FP_ERROR_BAD_INPUT,
            _("a logo is a picture in PNG or SVG, and this is neither; choose one that is"));
        return false;
    }
    return true;
}

FpBriefLogo *fp_brief_logo_new(GBytes *bytes, GError **error)
{
    LogoKind kind;
    if (!read_kind(bytes, &kind, error))
        return NULL;
    FpBriefLogo *logo = g_new(FpBriefLogo, 1);
    *logo = (FpBriefLogo) { .kind = kind, .bytes = g_bytes_ref(bytes) };
    return logo;
}

void fp_brief_logo_free(FpBriefLogo *logo)
{
    if (logo == NULL)
        return;
    g_bytes_unref(logo->bytes);
    g_free(logo);
}
