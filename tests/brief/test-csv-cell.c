// SPDX-License-Identifier: Apache-2.0
#include "csv-cell.h"
#include "situation.h"
#include <string.h>

static const struct {
    const char *name, *text, *cell;
} rows[] = {
    { "a-plain-text-stands-in-quotes", "plain", "\"plain\"" },
    { "a-quote-is-doubled", "say \"so\"", "\"say \"\"so\"\"\"" },
    { "commas-and-semicolons-stay", "a,b;c", "\"a,b;c\"" },
    { "a-line-feed-becomes-a-space", "a\nb", "\"a b\"" },
    { "a-formula-becomes-text", "=1+1", "\"'=1+1\"" },
    { "a-sign-too", "-cmd", "\"'-cmd\"" },
    { "an-at-sign-too", "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "blanks-hide-no-formula", " \t=1", "\"'  =1\"" },
    { "a-wide-sign-is-a-sign", "＝1", "\"'＝1\"" },
    { "a-control-character-is-shown", "a\033b", "\"a<U+001B>b\"" },
    { "nothing-is-an-empty-cell", NULL, "\"\"" },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(GString) cells = g_string_new(NULL);
    csv_add_text(cells, rows[row].text);
    g_assert_cmpstr(cells->str, ==, rows[row].cell);
}

static void test_cells_make_rows(void)
{
    g_autoptr(GString) table = g_string_new(NULL);
    csv_add_text(table, NULL);
    csv_add_number(table, -5);
    csv_end_row(table);
    csv_add_number(table, 7);
    csv_end_row(table);
    g_assert_cmpstr(table->str, ==, "\"\",-5\r\n7\r\n");
}

static void test_the_reasons_make_a_table(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart,barrow");
    g_autofree char *table = fp_brief_renderer_find("csv")->render(situation->brief);
    g_auto(GStrv) lines = g_strsplit(table, "\r\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 5); // the head, three reasons, nothing
    g_assert_true(
        g_str_has_prefix(lines[0], "\"path\",\"place\",\"effect\",\"strength\",\"points\""));
    g_assert_true(g_str_has_prefix(lines[1],
                                   "\"The ford\",\"ruled out\",\"rule_out\",\"\",0,\"yes\","
                                   "\"Nobody stands in it.\",\"How is the water?\","));
    g_assert_true(g_str_has_prefix(
        lines[3], "\"The bridge\",\"first\",\"favour\",\"moderate\",3,\"no\",\"It has a wheel.\""));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/brief/csv/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/brief/csv/cells-make-rows", test_cells_make_rows);
    g_test_add_func("/brief/csv/the-reasons-make-a-table", test_the_reasons_make_a_table);
    return g_test_run();
}
