// SPDX-License-Identifier: Apache-2.0
#include "brief-logo.h"
#include "fp-i18n.h"
#include "html-page.h"

void html_add_logo(GString *page, const FpBriefLogo *logo, const char *organisation)
{
    if (logo == NULL)
        return;
    size_t n_bytes;
    const guchar *data = g_bytes_get_data(logo->bytes, &n_bytes);
    g_autofree char *encoded = g_base64_encode(data, n_bytes);
    g_string_append_printf(page, "<img class=\"logo\" src=\"data:%s;base64,%s\" alt=\"",
                           logo->kind == LOGO_PNG ? "image/png" : "image/svg+xml", encoded);
    html_add(page, organisation != NULL ? organisation : _("Logo"));
    g_string_append(page, "\">\n");
}
