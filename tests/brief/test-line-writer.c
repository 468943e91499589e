// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include "line-writer.h"
#include "situation.h"

static void free_line(gpointer data)
{
    FpBriefLine *line = data;
    g_free(line->text);
    g_free(line);
}

static FpLineWriter new_writer(size_t width)
{
    return (FpLineWriter) { .lines = g_ptr_array_new_with_free_func(free_line), .width = width };
}

/* The lines, each closed by '|'. Frees the writer's lines. */
static char *finish(FpLineWriter *writer)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < writer->lines->len; i++) {
        const FpBriefLine *line = g_ptr_array_index(writer->lines, i);
        g_string_append_printf(text, "%s|", line->text);
    }
    g_ptr_array_unref(writer->lines);
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name;
    size_t width, indent;
    const char *mark, *text, *lines;
} items[] = {
    { "lines-hang-under-the-first-word", 24, 2, "1. ", "one two three four five",
      "  1. one two three four|     five|" },
    { "without-a-mark-all-lines-stand-in", 24, 4, "", "one two three four five",
      "    one two three four|    five|" },
    { "the-indent-gives-way-where-it-is-narrow", 20, 12, "- ", "one two three",
      "  - one two three|" },
    { "a-long-word-is-cut", 20, 2, "- ", "abcdefghijklmnopqrstuvwxyz",
      "  - abcdefghijklmnop|    qrstuvwxyz|" },
    { "line-feeds-become-spaces", 40, 0, "- ", "one\ntwo\n", "- one two|" },
    { "controls-become-marks", 40, 0, "", "a\033[2Jb", "a<U+001B>[2Jb|" },
    { "an-empty-text-is-its-mark", 40, 2, "- ", "", "  -|" },
};

static void test_items(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        FpLineWriter writer = new_writer(items[i].width);
        line_writer_item(&writer, FP_LINE_BODY, items[i].indent, items[i].mark, items[i].text);
        g_autofree char *lines = finish(&writer);
        g_test_message("%s", items[i].name);
        g_assert_cmpstr(lines, ==, items[i].lines);
    }
}

static void test_prose_keeps_line_feeds(void)
{
    FpLineWriter writer = new_writer(30);
    line_writer_prose(&writer, FP_LINE_BODY, 2, "", "one\ntwo\n\nthree\n\n");
    g_autofree char *lines = finish(&writer);
    g_assert_cmpstr(lines, ==, "  one|  two||  three|");
}

static void test_blank_lines_do_not_add_up(void)
{
    FpLineWriter writer = new_writer(30);
    line_writer_blank(&writer);
    line_writer_heading(&writer, "One");
    line_writer_blank(&writer);
    line_writer_heading(&writer, "Two");
    g_autofree char *lines = finish(&writer);
    g_assert_cmpstr(lines, ==, "One||Two|");
}

static void test_no_line_is_wider_than_the_width(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)g_test_rand_int());
    for (int i = 0; i < 3000; i++) {
        FpLineWriter writer = new_writer((size_t)g_rand_int_range(random, 20, 131));
        g_autofree char *text = random_text(random, 60);
        size_t indent = (size_t)g_rand_int_range(random, 0, 20);
        line_writer_prose(&writer, FP_LINE_BODY, indent, i % 2 == 0 ? "- " : "(+1000) ", text);
        for (guint k = 0; k < writer.lines->len; k++) {
            const FpBriefLine *line = g_ptr_array_index(writer.lines, k);
            g_assert_cmpuint(fp_text_width(line->text), <=, writer.width);
            g_assert_true(g_utf8_validate(line->text, -1, NULL));
        }
        g_ptr_array_unref(writer.lines);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/line-writer/items-hang-and-are-safe", test_items);
    g_test_add_func("/brief/line-writer/prose-keeps-line-feeds", test_prose_keeps_line_feeds);
    g_test_add_func("/brief/line-writer/blank-lines-do-not-add-up", test_blank_lines_do_not_add_up);
    g_test_add_func("/brief/line-writer/no-line-is-wider-than-the-width",
                    test_no_line_is_wider_than_the_width);
    return g_test_run();
}
