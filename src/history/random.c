// SPDX-License-Identifier: Apache-2.0
#include "random-private.h"
#include <errno.h>
#include <glib.h>
#include <sys/random.h>

void fp_random_fill(uint8_t *bytes, size_t n_bytes)
{
    while (n_bytes > 0) {
        ssize_t n_got = getrandom(bytes, n_bytes, 0);
        if (n_got < 0 && errno != EINTR)
            g_error("getrandom: %s", g_strerror(errno));
        if (n_got > 0) {
            bytes += n_got;
            n_bytes -= (size_t)n_got;
        }
    }
}

void fp_random_session_id(char out_id[FP_SESSION_ID_DIGITS + 1])
{
    uint8_t bytes[FP_SESSION_ID_DIGITS / 2];
    fp_random_fill(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        g_snprintf(out_id + 2 * i, 3, "%02x", bytes[i]);
}
