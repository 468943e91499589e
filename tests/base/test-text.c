// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include <string.h>
#include <unigbrk.h>

#define FAMILY   "👩\u200D👩\u200D👧\u200D👦"
#define GERMANY  "🇩🇪"
#define FRANCE   "🇫🇷"
#define THUMB    "👍🏽"
#define HEART    "❤\uFE0F"
#define E_ACUTE  "e\u0301"
#define HANGUL   "\u1112\u1161\u11AB"
#define DEVANAGI "नि"

static const struct {
    const char *name, *text;
    size_t width;
} width_rows[] = {
    { "an-empty-text-takes-nothing", "", 0 },
    { "ascii-takes-a-cell-each", "fingerpost", 10 },
    { "latin-letters-take-one", "über", 4 },
    { "a-combining-mark-takes-none", E_ACUTE, 1 },
    { "a-mark-on-the-last-of-many-takes-none", "cafe\u0301s", 5 },
    { "cjk-takes-two", "漢字", 4 },
    { "fullwidth-forms-take-two", "Ａ", 2 },
    { "an-emoji-takes-two", "😀", 2 },
    { "a-joined-family-is-one-emoji", FAMILY, 2 },
    { "a-skin-tone-adds-nothing", THUMB, 2 },
    { "a-selector-asks-for-the-wide-form", HEART, 2 },
    { "without-it-a-heart-takes-one", "❤", 1 },
    { "a-heart-on-fire-is-one-emoji", "❤\uFE0F\u200D🔥", 2 },
    { "a-rainbow-flag-is-one-emoji", "🏳\uFE0F\u200D🌈", 2 },
    { "a-keycap-is-one-emoji", "1\uFE0F\u20E3", 2 },
    { "a-flag-takes-two", GERMANY, 2 },
    { "two-flags-take-four", GERMANY FRANCE, 4 },
    { "hangul-letters-make-one-syllable", HANGUL, 2 },
    { "a-vowel-sign-takes-its-cell", DEVANAGI, 2 },
    { "controls-take-none", "a\nb\tc\x1B", 3 },
    { "an-ellipsis-takes-one", "…", 1 },
    { "lines-take-one", "─│", 2 },
    { "a-private-character-takes-one", "\uE000", 1 },
    { "a-broken-end-is-not-read-past", "ab\xF0\x9F", 4 },
};

static void test_width(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    // A copy of the exact size: the sanitizer sees a read past its end.
    g_autofree char *text = g_strdup(width_rows[i].text);
    g_assert_cmpuint(fp_text_width(text), ==, width_rows[i].width);
}

/* Clusters with a '|' where one ends and the next begins. */
static const struct {
    const char *name, *clusters;
} border_rows[] = {
    { "letters-part", "a|b|c" },
    { "a-mark-stays-with-its-base", "a|" E_ACUTE "|b" },
    { "many-marks-stay", "a\u0301\u0302\u0303|b" },
    { "crlf-is-one", "a|\r\n|b" },
    { "a-family-is-one", "x|" FAMILY "|" FAMILY "|x" },
    { "flags-pair-up", GERMANY "|" FRANCE "|a" },
    { "flags-pair-up-behind-a-letter", "a|" GERMANY "|" FRANCE },
    { "a-lone-flag-letter-is-one", GERMANY "|🇫|a" },
    { "a-skin-tone-stays", THUMB "|" THUMB },
    { "a-joiner-between-letters-joins-no-emoji", "a\u200D|😀" },
    { "a-selector-then-a-joiner-joins", "🏳\uFE0F\u200D🌈|🏳\uFE0F" },
    { "hangul-stays-a-syllable", HANGUL "|" HANGUL },
    { "cjk-parts", "漢|字" },
    { "a-vowel-sign-stays", DEVANAGI "|" DEVANAGI },
};

static void test_borders(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_auto(GStrv) clusters = g_strsplit(border_rows[i].clusters, "|", -1);
    g_autofree char *text = g_strjoinv("", clusters);
    size_t border = 0;
    g_assert_cmpuint(fp_text_previous(text, 0), ==, 0);
    for (size_t k = 0; clusters[k] != NULL; k++) {
        size_t next = border + strlen(clusters[k]);
        g_assert_cmpuint(fp_text_next(text, border), ==, next);
        g_assert_cmpuint(fp_text_previous(text, next), ==, border);
        border = next;
    }
    g_assert_cmpuint(fp_text_next(text, border), ==, border);
}

/* Random texts of all kinds of characters, with libunistring's rules for whole texts as witness. */
static void test_borders_agree(void)
{
    static const char *const parts[] = { "a",      " ",      "1",  "\r",   "\n",     "\u0301",
                                         "\u200D", "😀",      "👩",  "🏽", "\uFE0F", "🇩",
                                         "🇪",      "漢",     "न",  "ि",    "\u094D", "\u1112",
                                         "\u1161", "\u11AB", "한", "❤",    "\u0600", "\u00AD",
                                         "\u200B", "é" };
    for (unsigned round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int n = g_test_rand_int_range(1, 9); n > 0; n--)
            g_string_append(text, parts[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(parts))]);
        g_autofree char *breaks = g_malloc(text->len);
        u8_grapheme_breaks((const uint8_t *)text->str, text->len, breaks);
        size_t border = 0;
        for (size_t at = 1; at <= text->len; at++) {
            if (at < text->len && !breaks[at])
                continue;
            g_assert_cmpuint(fp_text_next(text->str, border), ==, at);
            g_assert_cmpuint(fp_text_previous(text->str, at), ==, border);
            border = at;
        }
    }
}

static const struct {
    const char *name, *text;
    size_t width;
    const char *fitting;
} fit_rows[] = {
    { "nothing-fits-into-nothing", "abc", 0, "" },
    { "as-much-as-fits", "abc", 2, "ab" },
    { "all-of-a-short-text", "abc", 9, "abc" },
    { "a-wide-one-is-not-split", "漢字", 3, "漢" },
    { "marks-come-with-their-base", "ae\u0301b", 2, "ae\u0301" },
    { "a-family-is-not-split", "a" FAMILY, 2, "a" },
    { "a-family-fits-whole", "a" FAMILY "b", 3, "a" FAMILY },
};

static void test_fit(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    size_t n_bytes = fp_text_fit(fit_rows[i].text, fit_rows[i].width);
    g_autofree char *fitting = g_strndup(fit_rows[i].text, n_bytes);
    g_assert_cmpstr(fitting, ==, fit_rows[i].fitting);
}

static const struct {
    const char *name, *text;
    size_t width;
    bool ascii;
    const char *cut, *padded;
} cut_rows[] = {
    { "a-text-that-fits-is-whole", "abc", 3, false, "abc", "abc" },
    { "a-long-text-ends-in-an-ellipsis", "abcd", 3, false, "ab…", "ab…" },
    { "in-ascii-in-three-dots", "abcdef", 5, true, "ab...", "ab..." },
    { "a-short-text-is-padded", "ab", 4, false, "ab", "ab  " },
    { "a-wide-text-is-padded-to-the-cell", "漢字語", 4, false, "漢…", "漢… " },
    { "one-cell-holds-the-ellipsis", "abc", 1, false, "…", "…" },
    { "two-cells-hold-two-dots", "abc", 2, true, "..", ".." },
    { "no-cell-holds-nothing", "abc", 0, false, "", "" },
    { "an-empty-text-is-all-padding", "", 2, false, "", "  " },
};

static void test_cut(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autofree char *cut =
        fp_text_ellipsize(cut_rows[i].text, cut_rows[i].width, cut_rows[i].ascii);
    g_autofree char *padded = fp_text_pad(cut_rows[i].text, cut_rows[i].width, cut_rows[i].ascii);
    g_assert_cmpstr(cut, ==, cut_rows[i].cut);
    g_assert_cmpstr(padded, ==, cut_rows[i].padded);
}

/* Texts at the limit of 8 KiB take no time to speak of, also where a text is one single cluster. */
static void test_speed(void)
{
    g_autofree char *plain = g_strnfill(8192, 'a');
    g_autoptr(GString) marks = g_string_new("a");
    for (unsigned i = 0; i < 4096; i++)
        g_string_append(marks, "\u0301");
    g_test_timer_start();
    for (unsigned i = 0; i < 100; i++)
        g_assert_cmpuint(fp_text_width(plain), ==, 8192);
    g_assert_cmpuint(fp_text_width(marks->str), ==, 1);
    g_assert_cmpuint(fp_text_previous(marks->str, marks->len), ==, 0);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 10.0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(width_rows); i++) {
        g_autofree char *path = g_strconcat("/base/text/width/", width_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_width);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(border_rows); i++) {
        g_autofree char *path = g_strconcat("/base/text/borders/", border_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_borders);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(fit_rows); i++) {
        g_autofree char *path = g_strconcat("/base/text/fit/", fit_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_fit);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(cut_rows); i++) {
        g_autofree char *path = g_strconcat("/base/text/cut/", cut_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_cut);
    }
    g_test_add_func("/base/text/borders/random-texts-agree-with-unicode", test_borders_agree);
    g_test_add_func("/base/text/width/long-texts-are-measured-at-once", test_speed);
    return g_test_run();
}
