// SPDX-License-Identifier: Apache-2.0
// GLib's checksums, behind the prefix that names the algorithm.
#include "fp-digest.h"
#include <string.h>

static char *digest_of(const guchar *data, size_t n_bytes)
{
    g_autofree char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, data, n_bytes);
    return g_strconcat("sha256:", hex, NULL);
}

char *fp_digest_of_bytes(GBytes *bytes)
{
    size_t n_bytes;
    const guchar *data = g_bytes_get_data(bytes, &n_bytes);
    return digest_of(data, n_bytes);
}

char *fp_digest_of_text(const char *text)
{
    return digest_of((const guchar *)text, strlen(text));
}
