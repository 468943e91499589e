// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Whether an SVG is a plain drawing: shapes, text, gradients and clips, nothing from outside the file, no
 * script, no entities, no pictures within, and repetitions (`use`) few enough not to multiply.
 *   data    UTF-8
 *   Errors  FP_ERROR_BAD_INPUT, FP_ERROR_TOO_LARGE: what it has, and the mend */
bool logo_check_svg(const char *data, size_t n_bytes, GError **error);
