// SPDX-License-Identifier: Apache-2.0
#include "hanging.h"

#include "fp-text.h"

#define MIN_TEXT_CELLS 20

void fp_hanging_add(GString *out, size_t indent, const char *mark, const char *text, size_t width)
{
    size_t hang = indent + fp_text_width(mark);
    size_t room = width > hang + MIN_TEXT_CELLS ? width - hang : MIN_TEXT_CELLS;
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    g_auto(GStrv) lines = fp_text_wrap(printable, room);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (i == 0)
            g_string_append_printf(out, "%*s%s%s\n", (int)indent, "", mark, lines[i]);
        else if (*lines[i] == '\0')
            g_string_append_c(out, '\n');
        else
            g_string_append_printf(out, "%*s%s\n", (int)hang, "", lines[i]);
    }
}
