// SPDX-License-Identifier: Apache-2.0
/* Text wrapped behind a mark, its further lines under the first one's text. */
#pragma once
#include <glib.h>

/* Adds text's lines, each with a line feed. It is made printable, paragraphs kept; a blank line has no
 * spaces.
 *   indent, width   in cells; a text has at least 20, whatever the width
 *   mark            before the first line, behind the indent; "" for none */
void fp_hanging_add(GString *out, size_t indent, const char *mark, const char *text, size_t width);
