// SPDX-License-Identifier: Apache-2.0
/* SHA-256 over one or several pieces. */
#pragma once
#include <glib.h>

/* "sha256:" and 64 small hex digits; owned by the caller. */
char *fp_digest_of_bytes(GBytes *bytes);
char *fp_digest_of_text(const char *text);
