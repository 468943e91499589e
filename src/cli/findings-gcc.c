// SPDX-License-Identifier: Apache-2.0
// A line a finding, as compilers print them and editors read them.
#include "findings.h"
#include "fp-text.h"

void fp_findings_print_gcc(const FpCliOptions *options, const FpFindings *findings)
{
    for (guint i = 0; i < findings->rows->len; i++) {
        const FpRow *row = &g_array_index(findings->rows, FpRow, i);
        g_autoptr(GString) line = g_string_new(row->file);
        if (row->place.line > 0)
            g_string_append_printf(line, ":%u:%u", row->place.line, row->place.column);
        g_string_append_printf(line, ": %s: %s", fp_severity_name(row->severity), row->message);
        if (row->mend != NULL)
            g_string_append_printf(line, "; %s", row->mend);
        g_string_append_printf(line, " [%s]", row->code);
        g_autofree char *printable = fp_text_printable(line->str, -1, FP_PRINT_ONE_LINE);
        g_autofree char *whole = g_strconcat(printable, "\n", NULL);
        fp_print(options, whole);
    }
}
