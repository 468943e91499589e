// SPDX-License-Identifier: Apache-2.0
#include "web-link.h"
#include <string.h>

char *web_link(const char *url)
{
    if (url == NULL || (!g_str_has_prefix(url, "https://") && !g_str_has_prefix(url, "http://")))
        return NULL;
    GString *link = g_string_new(NULL);
    for (const char *at = url; *at != '\0'; at++) {
        if (g_ascii_isalnum(*at) || strchr("-._~:/?#@!$&*+,;=%", *at) != NULL)
            g_string_append_c(link, *at);
        else
            g_string_append_printf(link, "%%%02X", (unsigned)(unsigned char)*at);
    }
    return g_string_free(link, FALSE);
}
