// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include <string.h>

/* lines: joined by '|'. */
static const struct {
    const char *name, *text;
    size_t width;
    const char *lines;
} rows[] = {
    { "an-empty-text-is-one-empty-line", "", 10, "" },
    { "a-text-that-fits-is-one-line", "one two", 7, "one two" },
    { "words-fill-lines-greedily", "one two three", 9, "one two|three" },
    { "a-space-at-the-break-is-dropped", "one two", 3, "one|two" },
    { "many-spaces-at-the-break-are-dropped", "one    two", 5, "one|two" },
    { "spaces-inside-a-line-stay", "one  two", 10, "one  two" },
    { "trailing-spaces-are-dropped", "one   ", 10, "one" },
    { "leading-spaces-stay", "  one", 10, "  one" },
    { "spaces-alone-are-an-empty-line", "   ", 10, "" },
    { "a-line-feed-breaks", "one\ntwo", 10, "one|two" },
    { "an-empty-line-stays", "one\n\ntwo", 10, "one||two" },
    { "a-last-line-feed-adds-no-line", "one\n", 10, "one" },
    { "a-line-feed-alone-is-one-line", "\n", 10, "" },
    { "a-long-word-is-cut", "abcdefgh", 3, "abc|def|gh" },
    { "a-word-follows-the-end-of-a-cut-one", "abcdefg hi", 4, "abcd|efg|hi" },
    { "a-short-word-stays-beside-the-end-of-a-cut-one", "abcdefg hi", 6, "abcdef|g hi" },
    { "a-long-word-begins-its-own-line", "a bcdefgh", 4, "a|bcde|fgh" },
    { "a-hyphen-lets-a-line-break", "decision-trees", 10, "decision-|trees" },
    { "a-no-break-space-does-not", "one\u00A0two three", 8, "one\u00A0two|three" },
    { "a-comma-does-not-begin-a-line", "aa bb, c", 5, "aa|bb, c" },
    { "cjk-breaks-between-characters", "漢字漢字", 5, "漢字|漢字" },
    { "wide-characters-take-two", "漢字", 3, "漢|字" },
    { "a-wide-one-stands-alone-in-one-cell", "漢字", 1, "漢|字" },
    { "a-cluster-is-not-cut", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301" },
    { "a-family-is-not-cut", "a👩\u200D👩\u200D👧b", 2, "a|👩\u200D👩\u200D👧|b" },
    { "a-mark-on-a-space-stays-on-it", "aa \u0301b", 2, "aa| \u0301b" },
    { "no-width-counts-as-one", "ab", 0, "a|b" },
    { "a-zero-width-line-of-marks-ends", "\u0301\u0301", 1, "\u0301\u0301" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_auto(GStrv) lines = fp_text_wrap(rows[i].text, rows[i].width);
    g_autofree char *joined = g_strjoinv("|", lines);
    g_assert_cmpuint(g_strv_length(lines), >=, 1);
    g_assert_cmpstr(joined, ==, rows[i].lines);
}

/* What wrapping may drop: spaces and line feeds, nothing else. */
static char *without_blanks(const char *text)
{
    GString *rest = g_string_new(NULL);
    for (; *text != '\0'; text++) {
        if (*text != ' ' && *text != '\n')
            g_string_append_c(rest, *text);
    }
    return g_string_free(rest, FALSE);
}

static void test_random(void)
{
    static const char *const parts[] = { "a",  "word", " ",    "  ",     "\n",     "-",
                                         "漢", "😀",    "🏽", "\u0301", "\u200D", "🇩",
                                         ",",  "(",    ")",    "/",      "1.5",    "\u00A0" };
    for (unsigned round = 0; round < 5000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int n = g_test_rand_int_range(0, 40); n > 0; n--)
            g_string_append(text, parts[g_test_rand_int_range(0, (gint32)G_N_ELEMENTS(parts))]);
        size_t width = (size_t)g_test_rand_int_range(2, 20);
        g_auto(GStrv) lines = fp_text_wrap(text->str, width);
        g_autofree char *joined = g_strjoinv("", lines);
        g_autofree char *before = without_blanks(text->str);
        g_autofree char *after = without_blanks(joined);
        g_assert_cmpstr(after, ==, before);
        for (size_t i = 0; lines[i] != NULL; i++) {
            // A cluster may be wider than a line, as a letter with a skin tone; then it is alone.
            bool is_one_cluster = fp_text_next(lines[i], 0) == strlen(lines[i]);
            g_assert_true(fp_text_width(lines[i]) <= width || is_one_cluster);
            g_assert_false(g_str_has_suffix(lines[i], " "));
        }
    }
}

/* A text of 8 KiB, in one word and in many, is wrapped at once. */
static void test_speed(void)
{
    g_autofree char *word = g_strnfill(8192, 'a');
    g_autofree char *words = g_strnfill(8192, 'a');
    for (size_t i = 5; i < 8192; i += 6)
        words[i] = ' ';
    g_test_timer_start();
    g_auto(GStrv) one = fp_text_wrap(word, 1);
    g_auto(GStrv) many = fp_text_wrap(words, 76);
    g_assert_cmpuint(g_strv_length(one), ==, 8192);
    g_assert_cmpuint(g_strv_length(many), >, 100);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 10.0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/text-wrap/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/base/text-wrap/random-texts-lose-blanks-alone", test_random);
    g_test_add_func("/base/text-wrap/a-long-text-is-wrapped-at-once", test_speed);
    return g_test_run();
}
