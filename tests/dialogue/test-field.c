// SPDX-License-Identifier: Apache-2.0
/* '|' is the cursor. */
#include "fp-field.h"
#include <string.h>

typedef struct {
    const char *name, *before;
    FpActionKind action;
    const char *typed, *after;
} Row;

static const Row lines[] = {
    { "types-at-the-cursor", "ab|cd", FP_ACTION_TYPE, "X", "abX|cd" },
    { "keeps-line-feeds", "a|", FP_ACTION_TYPE, "b\nc\r\nd\re", "ab\nc\nd\ne|" },
    { "a-tab-is-a-space", "|", FP_ACTION_TYPE, "a\tb", "a b|" },
    { "drops-controls", "|", FP_ACTION_TYPE,
      "a\x1b[2J\x07\x7f\xc2\x9b"
      "b",
      "a[2Jb|" },
    { "drops-overrides", "|", FP_ACTION_TYPE, "a\u202eb", "ab|" },
    { "erases-a-cluster", "ae\u0301|b", FP_ACTION_ERASE, NULL, "a|b" },
    { "erases-a-flag-whole", "a\U0001F1EB\U0001F1F7|", FP_ACTION_ERASE, NULL, "a|" },
    { "erases-nothing-at-the-start", "|ab", FP_ACTION_ERASE, NULL, "|ab" },
    { "deletes-forwards", "a|e\u0301b", FP_ACTION_DELETE, NULL, "a|b" },
    { "deletes-nothing-at-the-end", "ab|", FP_ACTION_DELETE, NULL, "ab|" },
    { "erases-a-word", "ab cd  |ef", FP_ACTION_ERASE_WORD, NULL, "ab |ef" },
    { "erases-to-the-lines-start", "ab\ncd|ef", FP_ACTION_ERASE_TO_START, NULL, "ab\n|ef" },
    { "erases-to-the-lines-end", "a|b\ncd", FP_ACTION_ERASE_TO_END, NULL, "a|\ncd" },
    { "left-over-a-cluster", "ae\u0301|", FP_ACTION_LEFT, NULL, "a|e\u0301" },
    { "right-over-a-cluster", "a|e\u0301", FP_ACTION_RIGHT, NULL, "ae\u0301|" },
    { "home-is-the-lines", "ab\nc|d", FP_ACTION_HOME, NULL, "ab\n|cd" },
    { "end-is-the-lines", "a|b\ncd", FP_ACTION_END, NULL, "ab|\ncd" },
    { "up-keeps-the-column", "abc\ndef\ng|hi", FP_ACTION_UP, NULL, "abc\nd|ef\nghi" },
    { "up-stops-at-a-short-lines-end", "a\ndef|", FP_ACTION_UP, NULL, "a|\ndef" },
    { "up-on-the-first-line-stays", "a|b\nc", FP_ACTION_UP, NULL, "a|b\nc" },
    { "down-keeps-the-column", "ab|c\ndef", FP_ACTION_DOWN, NULL, "abc\nde|f" },
    { "down-on-the-last-line-stays", "ab\nc|", FP_ACTION_DOWN, NULL, "ab\nc|" },
    { "a-mark-typed-joins-its-letter", "e|x", FP_ACTION_TYPE, "\u0301", "e\u0301|x" },
    { "a-letter-typed-before-a-mark-takes-it", "|\u0301x", FP_ACTION_TYPE, "e", "e\u0301|x" },
};

static char *with_cursor(const FpField *field)
{
    GString *shown = g_string_new(field->text->str);
    g_string_insert_c(shown, (gssize)field->cursor, '|');
    return g_string_free(shown, FALSE);
}

static void begin(FpField *field, const char *before, size_t max_bytes, bool keeps_lines)
{
    g_auto(GStrv) halves = g_strsplit(before, "|", 2);
    g_autofree char *text = g_strconcat(halves[0], halves[1], NULL);
    fp_field_init(field, text, max_bytes, keeps_lines);
    field->cursor = strlen(halves[0]);
}

static void test_line(const void *data)
{
    const Row *row = data;
    FpField field;
    begin(&field, row->before, 1000, true);
    g_assert_true(fp_field_act(&field, &(FpAction) { .kind = row->action, .text = row->typed }));
    g_autofree char *after = with_cursor(&field);
    g_assert_cmpstr(after, ==, row->after);
    fp_field_clear(&field);
}

static void test_one_line(void)
{
    FpField field;
    begin(&field, "a|b", 1000, false);
    g_assert_true(fp_field_act(&field, &(FpAction) { .kind = FP_ACTION_TYPE, .text = "1\n2" }));
    g_assert_cmpstr(field.text->str, ==, "a1 2b");
    g_assert_false(fp_field_act(&field, &(FpAction) { .kind = FP_ACTION_UP }));
    g_assert_false(fp_field_act(&field, &(FpAction) { .kind = FP_ACTION_ACCEPT }));
    fp_field_clear(&field);
}

static void test_what_does_not_fit(void)
{
    FpField field;
    begin(&field, "ab|", 6, false);
    g_assert_false(
        fp_field_act(&field, &(FpAction) { .kind = FP_ACTION_TYPE, .text = "cdé\u0301f" }));
    g_assert_cmpstr(field.text->str, ==, "abcd"); // the cluster of é and its mark has four bytes
    g_assert_false(fp_field_act(&field, &(FpAction) { .kind = FP_ACTION_TYPE, .text = "efg" }));
    g_assert_cmpstr(field.text->str, ==, "abcdef");
    fp_field_set(&field, "once more");
    g_assert_cmpstr(field.text->str, ==, "once m");
    g_assert_cmpuint(field.cursor, ==, 6);
    fp_field_clear(&field);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/field/%s", lines[i].name);
        g_test_add_data_func(path, &lines[i], test_line);
    }
    g_test_add_func("/dialogue/field/line-feeds-become-spaces-on-one-line", test_one_line);
    g_test_add_func("/dialogue/field/what-does-not-fit-is-left-out", test_what_does_not_fit);
    return g_test_run();
}
