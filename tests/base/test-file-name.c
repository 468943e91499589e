// SPDX-License-Identifier: Apache-2.0
#include "fp-file-name.h"
#include <string.h>

/* One row, one name: the parts with '|' between. */
static const struct {
    const char *name, *parts, *expected;
} rows[] = {
    { "parts-stand-in-their-order", "2026-11-24|tree|7", "2026-11-24-tree-7.pdf" },
    { "an-empty-part-is-left-out", "2026|| |x", "2026-x.pdf" },
    { "what-is-no-letter-becomes-one-dash", "EU & UK: (both)", "EU-UK-both.pdf" },
    { "a-path-is-none", "../../etc/passwd", "etc-passwd.pdf" },
    { "a-dot-is-not-first", ".profile", "profile.pdf" },
    { "a-dash-is-not-first", "--force", "force.pdf" },
    { "letters-of-all-scripts-stay", "Größe 日本語 سؤال", "Größe-日本語-سؤال.pdf" },
    { "marks-stay-on-their-letters", "e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9.pdf" },
    { "controls-and-overrides-go",
      "a\x1b[31mb\xe2\x80\xae"
      "c",
      "a-31mb-c.pdf" },
    { "nothing-is-left", "/|…", "brief.pdf" },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_auto(GStrv) parts = g_strsplit(rows[row].parts, "|", -1);
    g_autofree char *name = fp_file_name_of((const char *const *)parts, ".pdf");
    g_assert_cmpstr(name, ==, rows[row].expected);
}

/* A family of four is one cluster of 25 bytes; letters with eight marks are longer than their cells. */
static void test_long_parts(void)
{
    g_autoptr(GString) part = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append(part,
                        "\xe0\xb8\x81\xe0\xb8\xb9\xe0\xb9\x88\xe0\xb8\xb9\xe0\xb9\x88"); // Thai
    const char *parts[] = { part->str, part->str, part->str, NULL };
    g_autofree char *name = fp_file_name_of(parts, ".json");
    g_assert_cmpuint(strlen(name), <=, FP_FILE_NAME_BYTES_MAX);
    g_assert_cmpuint(strlen(name), >, FP_FILE_NAME_BYTES_MAX - 40);
    g_assert_true(g_str_has_suffix(name, ".json"));
    g_assert_false(g_str_has_suffix(name, "-.json"));
    g_assert_true(g_utf8_validate(name, -1, NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/file-name/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/base/file-name/a-name-is-no-longer-than-a-file-system-takes",
                    test_long_parts);
    return g_test_run();
}
