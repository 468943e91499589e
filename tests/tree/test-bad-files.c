// SPDX-License-Identifier: Apache-2.0
/* Every wrong file in bad/ is refused with exactly the text of its NAME.expected. Files that end in
 * .yaml are read as trees, .json as answer sheets are; bad/facts/ holds what the trees use.
 *
 * To add one, write it, run with FINGERPOST_WRITE_EXPECTED=1 and read what was written: does it say
 * what is wrong, where, and the mend? */
#include "fp-error.h"
#include "fp-node.h"
#include "fp-tree.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_faults(const char *path)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    if (g_str_has_suffix(path, ".json")) {
        g_autoptr(GError) error = NULL;
        g_autoptr(FpSource) source = fp_source_load(path, &error);
        g_assert_no_error(error);
        fp_document_free(fp_document_read_json(source, diagnostics));
    } else {
        g_assert_null(fp_tree_load(path, NULL, diagnostics, NULL));
    }
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), >, 0);
    return fp_diagnostics_to_text(diagnostics);
}

static void test_file(const void *data)
{
    const char *name = data;
    g_autofree char *path = g_build_filename("bad", name, NULL);
    g_autofree char *stem = g_strndup(path, (size_t)(strrchr(path, '.') - path));
    g_autofree char *expected_path = g_strconcat(stem, ".expected", NULL);
    g_autofree char *faults = read_faults(path), *expected = NULL;
    g_autoptr(GError) error = NULL;
    if (g_getenv("FINGERPOST_WRITE_EXPECTED") != NULL)
        g_file_set_contents(expected_path, faults, -1, &error);
    g_assert_no_error(error);
    g_file_get_contents(expected_path, &expected, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(faults, ==, expected);
}

/* A path that is no file to read: an error that names it once, and no fault of a file. */
static void assert_refused(const char *path, FpErrorCode code)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_tree_load(path, NULL, diagnostics, &error));
    g_assert_error(error, FP_ERROR, (int)code);
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, 0);
    const char *named = strstr(error->message, path);
    g_assert_nonnull(named);
    g_assert_null(strstr(named + strlen(path), path));
}

static void test_no_file(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("fp-bad-files-XXXXXX", &error);
    g_assert_no_error(error);
    g_autofree char *fifo = g_build_filename(folder, "fifo.yaml", NULL);
    g_autofree char *nothing = g_build_filename(folder, "nothing.yaml", NULL);
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    assert_refused(fifo, FP_ERROR_IO);
    assert_refused(nothing, FP_ERROR_NOT_FOUND);
    assert_refused(folder, FP_ERROR_IO);
    assert_refused("/dev/zero", FP_ERROR_IO);
    g_unlink(fifo);
    g_rmdir(folder);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *list_files(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) folder = g_dir_open("bad", 0, NULL);
    g_assert_nonnull(folder);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
        if (g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".json"))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    // Messages then say bad/NAME.yaml wherever the sources are.
    g_autofree char *here = g_test_build_filename(G_TEST_DIST, "tree", NULL);
    g_assert_cmpint(chdir(here), ==, 0);
    g_autoptr(GPtrArray) names = list_files();
    g_assert_cmpuint(names->len, >=, 80);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_strconcat("/tree/bad-files/", g_ptr_array_index(names, i), NULL);
        g_test_add_data_func(path, g_ptr_array_index(names, i), test_file);
    }
    g_test_add_func("/tree/bad-files/what-is-no-file-is-refused", test_no_file);
    return g_test_run();
}
