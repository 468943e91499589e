// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"

static const struct {
    const char *name, *text, *charset, *bytes;
} rows[] = {
    { "utf-8-is-a-copy", "é漢—", "UTF-8", "é漢—" },
    { "utf-8-is-known-by-any-spelling", "é漢—", "utf8", "é漢—" },
    { "ascii-stays", "Which path?", "ANSI_X3.4-1968", "Which path?" },
    { "latin-1-has-its-letters", "über é", "ISO-8859-1",
      "\xFC"
      "ber \xE9" },
    { "latin-1-has-composed-letters", "e\u0301", "ISO-8859-1", "\xE9" },
    { "euc-jp-has-its-characters", "漢", "EUC-JP", "\xB4\xC1" },
    { "dashes-become-hyphens", "a–b—c", "ANSI_X3.4-1968", "a-b-c" },
    { "quotes-become-straight", "“a” ‘b’", "ANSI_X3.4-1968", "\"a\" 'b'" },
    { "an-ellipsis-becomes-dots", "a…", "ANSI_X3.4-1968", "a..." },
    { "ticks-become-an-x", "✓ ✔", "ANSI_X3.4-1968", "x x" },
    { "arrows-become-brackets", "← →", "ANSI_X3.4-1968", "< >" },
    { "lines-become-ascii", "┌─┐│└┘", "ANSI_X3.4-1968", "+-+|++" },
    { "accents-go-where-there-are-none", "é ü e\u0301", "ANSI_X3.4-1968", "e u e" },
    { "a-sharp-s-is-spelt", "ß", "ANSI_X3.4-1968", "ss" },
    { "other-scripts-become-question-marks", "ж漢", "ANSI_X3.4-1968", "??" },
    { "zero-width-characters-leave-nothing", "a\u200Db", "ANSI_X3.4-1968", "ab" },
    { "latin-1-falls-back-per-character", "é—漢", "ISO-8859-1", "\xE9-?" },
    { "an-unknown-set-counts-as-ascii", "é—", "NO-SUCH-SET", "e-" },
    { "an-empty-text-stays-empty", "", "ISO-8859-1", "" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autofree char *bytes = fp_text_for_charset(rows[i].text, rows[i].charset);
    g_assert_cmpstr(bytes, ==, rows[i].bytes);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/text-charset/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    return g_test_run();
}
