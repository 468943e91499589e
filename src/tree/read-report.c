// SPDX-License-Identifier: Apache-2.0
#include "fp-nearest.h"
#include "fp-text.h"
#include "read-private.h"

// Cells of foreign text in a message.
#define QUOTE_CELLS 60

bool fp_reader_is_full(const FpFileReader *reader)
{
    return fp_diagnostics_count(reader->diagnostics) >= FP_DIAGNOSTICS_MAX;
}

void fp_reader_report(FpFileReader *reader, FpPlace place, const char *mend, const char *format,
                      ...)
{
    if (fp_reader_is_full(reader)) {
        fp_diagnostics_add(reader->diagnostics, reader->source, place, NULL, " ");
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fp_diagnostics_add(reader->diagnostics, reader->source, place, mend, "%s", message);
}

char *fp_reader_quote(FpFileReader *reader, const char *text)
{
    if (fp_reader_is_full(reader))
        return g_strdup("");
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    return fp_text_ellipsize(shown, QUOTE_CELLS, true);
}

char *fp_reader_hint(FpFileReader *reader, const char *wrong, const char *const *names,
                     size_t n_names)
{
    return fp_reader_is_full(reader) ? g_strdup("") : fp_nearest_hint(wrong, names, n_names);
}
