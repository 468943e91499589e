// SPDX-License-Identifier: Apache-2.0
#include "fp-error.h"
#include "fp-source.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static FpSource *source_of(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new("tree.yaml", bytes);
}

static const struct {
    const char *name, *text;
    unsigned line;
    const char *shown; /* NULL past the end */
} line_rows[] = {
    { "lf-ends-a-line", "one\ntwo\nthree", 2, "two" },
    { "crlf-ends-one-line", "one\r\ntwo\r\n", 2, "two" },
    { "cr-ends-a-line", "one\rtwo\r", 2, "two" },
    { "the-last-line-needs-no-break", "one\ntwo", 2, "two" },
    { "an-empty-line-follows-the-last-break", "one\n", 2, "" },
    { "an-empty-text-has-one-empty-line", "", 1, "" },
    { "there-is-no-line-past-the-end", "one\ntwo", 3, NULL },
    { "lines-count-from-one", "one", 0, NULL },
    { "invalid-bytes-are-replaced", "a\xFFz\n", 1, "a\uFFFDz" },
    { "a-byte-order-mark-is-no-text", "\uFEFFone\n", 1, "one" },
};

static void test_line(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpSource) source = source_of(line_rows[i].text);
    g_autofree char *line = fp_source_line(source, line_rows[i].line);
    g_assert_cmpstr(line, ==, line_rows[i].shown);
}

static const struct {
    const char *name, *text;
    size_t offset;
    FpPlace place;
} place_rows[] = {
    { "the-start-is-one-one", "one", 0, { 1, 1 } },
    { "columns-count-code-points", "é漢x", 5, { 1, 3 } },
    { "the-break-belongs-to-its-line", "one\ntwo", 3, { 1, 4 } },
    { "behind-the-break-is-the-next-line", "one\ntwo", 4, { 2, 1 } },
    { "crlf-is-one-break", "one\r\ntwo", 5, { 2, 1 } },
    { "inside-crlf-is-the-line-before", "one\r\ntwo", 4, { 1, 5 } },
    { "the-end-has-a-place", "one\n", 4, { 2, 1 } },
    { "past-the-end-is-the-end", "one\n", 400, { 2, 1 } },
    { "a-byte-order-mark-takes-no-column", "\uFEFFone", 3, { 1, 1 } },
    { "the-mark-itself-is-at-the-start", "\uFEFFone", 0, { 1, 1 } },
};

static void test_place(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpSource) source = source_of(place_rows[i].text);
    FpPlace place = fp_source_place_at(source, place_rows[i].offset);
    g_assert_cmpuint(place.line, ==, place_rows[i].place.line);
    g_assert_cmpuint(place.column, ==, place_rows[i].place.column);
}

static void test_load(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("fp-source-XXXXXX", &path, NULL);
    g_assert_cmpint(write(fd, "abc", 3), ==, 3);
    close(fd);
    g_autoptr(FpSource) source = fp_source_load(path, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(fp_source_name(source), ==, path);
    g_assert_cmpuint(g_bytes_get_size(fp_source_bytes(source)), ==, 3);
    g_assert_cmpstr(fp_source_digest(source), ==,
                    "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    g_unlink(path);
}

static void test_load_stdin(void)
{
    g_autoptr(GError) error = NULL;
    int ends[2];
    g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
    g_assert_cmpint(write(ends[1], "abc", 3), ==, 3);
    close(ends[1]);
    g_assert_cmpint(dup2(ends[0], STDIN_FILENO), ==, STDIN_FILENO);
    close(ends[0]);
    g_autoptr(FpSource) source = fp_source_load("-", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(fp_source_name(source), ==, "<stdin>");
    g_assert_cmpuint(g_bytes_get_size(fp_source_bytes(source)), ==, 3);
}

static void test_load_missing(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_source_load("/nonexistent/tree.yaml", &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
}

static void test_references(void)
{
    FpSource *source = source_of("one");
    FpSource *same = fp_source_ref(source);
    fp_source_unref(source);
    g_assert_cmpstr(fp_source_name(same), ==, "tree.yaml");
    fp_source_unref(same);
    fp_source_unref(NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(line_rows); i++) {
        g_autofree char *path = g_strconcat("/base/source/line/", line_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_line);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(place_rows); i++) {
        g_autofree char *path = g_strconcat("/base/source/place/", place_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_place);
    }
    g_test_add_func("/base/source/load/a-file-keeps-its-name-bytes-and-digest", test_load);
    g_test_add_func("/base/source/load/a-dash-reads-standard-input", test_load_stdin);
    g_test_add_func("/base/source/load/a-missing-file-is-not-found", test_load_missing);
    g_test_add_func("/base/source/the-last-reference-frees", test_references);
    return g_test_run();
}
