// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include <string.h>

#define EIGHT_MARKS "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"

static const struct {
    const char *name, *text;
    FpPrintFlags flags;
    const char *shown;
} rows[] = {
    { "plain-text-stays", "Which path to Claude?", 0, "Which path to Claude?" },
    { "an-empty-text-stays", "", 0, "" },
    { "escape-is-marked", "\x1B[2J", 0, "<U+001B>[2J" },
    { "a-title-sequence-is-marked-at-both-ends", "\x1B]0;t\a", 0, "<U+001B>]0;t<U+0007>" },
    { "c1-is-marked",
      "\xC2\x9B"
      "2J",
      0, "<U+009B>2J" },
    { "delete-is-marked", "a\x7F", 0, "a<U+007F>" },
    { "backspace-is-marked", "a\bb", 0, "a<U+0008>b" },
    { "carriage-return-is-marked", "a\rb", FP_PRINT_KEEP_NEWLINES, "a<U+000D>b" },
    { "next-line-is-marked",
      "a\xC2\x85"
      "b",
      0, "a<U+0085>b" },
    { "a-line-feed-becomes-a-space", "a\nb", 0, "a b" },
    { "a-line-feed-stays-where-asked", "a\nb", FP_PRINT_KEEP_NEWLINES, "a\nb" },
    { "a-tab-becomes-a-space", "a\tb", FP_PRINT_KEEP_NEWLINES, "a b" },
    { "an-override-is-marked", "a\u202Eb", 0, "a<U+202E>b" },
    { "an-isolate-is-marked", "\u2066a\u2069", 0, "<U+2066>a<U+2069>" },
    { "direction-marks-are-marked", "\u200Ea\u200Fb\u061C", 0, "<U+200E>a<U+200F>b<U+061C>" },
    { "a-soft-hyphen-is-marked", "ad\u00ADmin", 0, "ad<U+00AD>min" },
    { "zero-width-space-is-marked", "ad\u200Bmin", 0, "ad<U+200B>min" },
    { "a-word-joiner-is-marked", "ad\u2060min", 0, "ad<U+2060>min" },
    { "a-byte-order-mark-is-marked", "\uFEFFa", 0, "<U+FEFF>a" },
    { "separators-are-marked", "a\u2028b\u2029c", FP_PRINT_KEEP_NEWLINES, "a<U+2028>b<U+2029>c" },
    { "tags-are-marked", "a\U000E0041b", 0, "a<U+E0041>b" },
    { "a-hangul-filler-is-marked", "a\u3164b", 0, "a<U+3164>b" },
    { "interlinear-anchors-are-marked", "a\uFFF9b", 0, "a<U+FFF9>b" },
    { "a-noncharacter-is-marked", "a\uFFFFb", 0, "a<U+FFFF>b" },
    { "an-invalid-byte-is-marked",
      "a\xFF"
      "b",
      0, "a<0xFF>b" },
    { "each-byte-of-an-overlong-form-is-marked", "\xC0\x80", 0, "<0xC0><0x80>" },
    { "each-byte-of-a-surrogate-is-marked", "\xED\xA0\xBD", 0, "<0xED><0xA0><0xBD>" },
    { "a-broken-end-is-marked", "a\xF0\x9F", 0, "a<0xF0><0x9F>" },
    { "letters-and-signs-stay", "é漢字—“…”→✓ЖΩ", 0, "é漢字—“…”→✓ЖΩ" },
    { "arabic-and-hebrew-stay", "مرحبا שלום", 0, "مرحبا שלום" },
    { "an-arabic-number-sign-stays", "\u0600١٢", 0, "\u0600١٢" },
    { "a-run-of-number-signs-is-bounded",
      "\u0600\u0600\u0600\u0600\u0600\u0600\u0600\u0600\u0600\u0600x", 0,
      "\u0600\u0600\u0600\u0600\u0600\u0600\u0600\u0600\u0600<U+0600>x" },
    { "persian-keeps-its-non-joiner", "می\u200Cخواهم", 0, "می\u200Cخواهم" },
    { "latin-has-no-use-for-a-non-joiner", "ad\u200Cmin", 0, "ad<U+200C>min" },
    { "latin-has-no-use-for-a-joiner", "ad\u200Dmin", 0, "ad<U+200D>min" },
    { "a-joiner-at-the-start-is-marked", "\u200D😀", 0, "<U+200D>😀" },
    { "a-joiner-at-the-end-is-marked", "😀\u200D", 0, "😀<U+200D>" },
    { "two-joiners-are-marked", "😀\u200D\u200D😀", 0, "😀<U+200D><U+200D>😀" },
    { "hindi-keeps-its-joiner", "क्\u200Dष", 0, "क्\u200Dष" },
    { "hindi-keeps-its-non-joiner", "क्\u200Cष", 0, "क्\u200Cष" },
    { "bengali-keeps-a-joiner-before-virama", "র\u200D্য", 0, "র\u200D্য" },
    { "a-family-stays", "👩\u200D👩\u200D👧\u200D👦", 0, "👩\u200D👩\u200D👧\u200D👦" },
    { "the-longest-joined-emoji-stays", "👩🏽\u200D❤\uFE0F\u200D💋\u200D👩🏽", 0,
      "👩🏽\u200D❤\uFE0F\u200D💋\u200D👩🏽" },
    { "a-rainbow-flag-stays", "🏳\uFE0F\u200D🌈", 0, "🏳\uFE0F\u200D🌈" },
    { "a-keycap-stays", "1\uFE0F\u20E3", 0, "1\uFE0F\u20E3" },
    { "a-selector-on-a-letter-is-marked", "a\uFE0Fb", 0, "a<U+FE0F>b" },
    { "a-selector-on-a-digit-alone-is-marked", "1\uFE0F2", 0, "1<U+FE0F>2" },
    { "a-second-selector-is-marked", "❤\uFE0F\uFE0F", 0, "❤\uFE0F<U+FE0F>" },
    { "an-ideograph-keeps-its-selector", "葛\U000E0100", 0, "葛\U000E0100" },
    { "a-letter-hides-no-selector", "a\U000E0100b", 0, "a<U+E0100>b" },
    { "an-accent-stays", "e\u0301", 0, "e\u0301" },
    { "an-accent-on-a-space-stays", "a \u0301", 0, "a \u0301" },
    { "an-accent-without-a-base-is-marked", "\u0301a", 0, "<U+0301>a" },
    { "an-accent-behind-a-line-feed-is-marked", "a\n\u0301", FP_PRINT_KEEP_NEWLINES,
      "a\n<U+0301>" },
    { "an-accent-behind-a-mark-is-marked", "\x1B\u0301", 0, "<U+001B><U+0301>" },
    { "eight-accents-stay", "a" EIGHT_MARKS "b", 0, "a" EIGHT_MARKS "b" },
    { "more-are-counted", "a" EIGHT_MARKS EIGHT_MARKS "\u0301b", 0, "a" EIGHT_MARKS "<+9>b" },
    { "more-at-the-end-are-counted", "a" EIGHT_MARKS "\u0301", 0, "a" EIGHT_MARKS "<+1>" },
    { "each-base-has-its-eight", "a" EIGHT_MARKS "b" EIGHT_MARKS, 0,
      "a" EIGHT_MARKS "b" EIGHT_MARKS },
    { "old-hangul-stays", "\u1112\u1161\u11AB", 0, "\u1112\u1161\u11AB" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autofree char *shown = fp_text_printable(rows[i].text, -1, rows[i].flags);
    g_assert_cmpstr(shown, ==, rows[i].shown);
    // Made printable, a text stays as it is.
    g_autofree char *again = fp_text_printable(shown, -1, rows[i].flags);
    g_assert_cmpstr(again, ==, shown);
}

static void test_length(void)
{
    g_autofree char *nul = fp_text_printable("a\0b", 3, FP_PRINT_ONE_LINE);
    g_autofree char *part = fp_text_printable("abc", 2, FP_PRINT_ONE_LINE);
    g_autofree char *split = fp_text_printable("a漢", 2, FP_PRINT_ONE_LINE);
    g_autofree char *nothing = fp_text_printable("a", 0, FP_PRINT_ONE_LINE);
    g_assert_cmpstr(nul, ==, "a<U+0000>b");
    g_assert_cmpstr(part, ==, "ab");
    g_assert_cmpstr(split, ==, "a<0xE6>");
    g_assert_cmpstr(nothing, ==, "");
}

static const struct {
    gunichar from, to;
} forbidden_ranges[] = {
    { 0x00, 0x08 }, { 0x0B, 0x1F }, { 0x7F, 0x9F }, { 0x202A, 0x202E }, { 0x2066, 0x2069 },
};

static void test_forbidden(void)
{
    for (gunichar c = 0; c <= 0x10FFFF; c++) {
        bool is_forbidden = false;
        for (size_t i = 0; i < G_N_ELEMENTS(forbidden_ranges); i++)
            is_forbidden |= c >= forbidden_ranges[i].from && c <= forbidden_ranges[i].to;
        g_assert_cmpint(fp_text_is_forbidden(c), ==, is_forbidden);
    }
}

static void test_line(void)
{
    g_assert_true(fp_text_is_line(""));
    g_assert_true(fp_text_is_line("Réunion du 24 — 日本"));
    static const char *const others[] = { "a\nb", "a\tb", "a\x1B", "a\u202E", "a\xFF" };
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(fp_text_is_line(others[i]));
}

/* No text of any bytes leaves a control, a direction, a cluster without end or invalid UTF-8. */
static void assert_harmless(const char *shown)
{
    size_t length = strlen(shown);
    g_assert_true(g_utf8_validate(shown, -1, NULL));
    for (size_t at = 0, next; at < length; at = next) {
        next = fp_text_next(shown, at);
        g_assert_cmpuint(next - at, <=, 128);
        for (const char *c = shown + at; c < shown + next; c = g_utf8_find_next_char(c, NULL)) {
            g_assert_false(fp_text_is_forbidden(g_utf8_get_char(c)));
            g_assert_true(*c != '\n' && *c != '\t');
        }
    }
}

static void test_random(void)
{
    static const char *const parts[] = { "a",      "\x1B",   "\x80",       "\xE2\x80", "\u0301",
                                         "\u200D", "\u200C", "😀",          "🏽",     "\uFE0F",
                                         "🇩",      "न",      "\u094D",     "\u1112",   "\u1161",
                                         "\u11AB", "\u0600", "\u202E",     "\uFF9E",   "\u0E33",
                                         "م",      "\n",     "\U000E0041", "\xC2\x9B" };
    for (unsigned round = 0; round < 5000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int n_kinds = g_test_rand_int_range(1, (gint32)G_N_ELEMENTS(parts) + 1);
        int first = g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(parts));
        for (int n = g_test_rand_int_range(1, 200); n > 0; n--) {
            int kind = first + g_test_rand_int_range(0, n_kinds);
            g_string_append(text, parts[(size_t)kind % G_N_ELEMENTS(parts)]);
        }
        g_autofree char *shown = fp_text_printable(text->str, -1, FP_PRINT_ONE_LINE);
        assert_harmless(shown);
        g_autofree char *again = fp_text_printable(shown, -1, FP_PRINT_ONE_LINE);
        g_assert_cmpstr(again, ==, shown);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/text-printable/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/base/text-printable/a-length-counts-bytes-nul-included", test_length);
    g_test_add_func("/base/text-printable/any-bytes-become-harmless", test_random);
    g_test_add_func("/base/text-printable/forbidden-is-what-the-format-refuses", test_forbidden);
    g_test_add_func("/base/text-printable/a-line-is-one-without-controls", test_line);
    return g_test_run();
}
