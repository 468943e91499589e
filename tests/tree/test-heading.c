// SPDX-License-Identifier: Apache-2.0
/* The heading alone: the same texts as the whole tree has, or none. */
#include "fp-tree.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *folder;

static char *path_of(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static FpTreeHeading *heading_of(const char *text)
{
    g_autofree char *path = path_of("tree.yaml");
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    FpTreeHeading *heading = fp_tree_heading_load(path);
    g_unlink(path);
    return heading;
}

static void test_same_as_whole(void)
{
    static const char *const folders[] = { "good/elsewhere", NULL };
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpTree) tree = fp_tree_load("good/full.yaml", folders, diagnostics, NULL);
    g_autoptr(FpTreeHeading) heading = fp_tree_heading_load("good/full.yaml");
    g_assert_nonnull(tree);
    g_assert_nonnull(heading);
    g_assert_cmpstr(heading->title, ==, fp_tree_text(tree, tree->title, NULL));
    g_assert_cmpstr(heading->summary, ==, fp_tree_text(tree, tree->summary, NULL));
}

/* One row, one beginning of a file. title NULL: no heading. */
static const struct {
    const char *name, *text, *title, *summary;
} rows[] = {
    { "in-any-order", "summary: S\nid: x\ntitle: T\n", "T", "S" },
    { "quoted-and-folded", "title: \"T: x\"\nsummary: >-\n  a\n  b\n", "T: x", "a b" },
    { "with-a-byte-order-mark", "\xEF\xBB\xBFtitle: T\nsummary: S\n", "T", "S" },
    { "in-brackets", "{title: T, summary: S}", "T", "S" },
    { "not-those-further-down", "outcomes: {title: no, summary: {title: no}}\ntitle: T\nsummary: S",
      "T", "S" },
    { "not-those-in-lists", "a: [title, no, [summary]]\ntitle: T\nsummary: S", "T", "S" },
    { "not-a-key-that-is-a-value", "a: title\nb: summary\ntitle: T\nsummary: S", "T", "S" },
    { "a-fault-behind-it-is-not-seen", "title: T\nsummary: S\nx: [", "T", "S" },
    { "no-summary-in-a-small-file", "title: T\n", NULL, NULL },
    { "no-title", "summary: S\n", NULL, NULL },
    { "an-empty-title", "title: ''\nsummary: S\n", NULL, NULL },
    { "a-title-that-is-a-map", "title: {a: b}\nsummary: S\n", NULL, NULL },
    { "a-fault-before-it", "x: [\ntitle: T\nsummary: S\n", NULL, NULL },
    { "an-alias", "a: *b\ntitle: T\nsummary: S\n", NULL, NULL },
    { "a-list", "- title\n- T\n", NULL, NULL },
    { "a-text", "title", NULL, NULL },
    { "nothing", "", NULL, NULL },
    { "blanks", "\n\n# title\n", NULL, NULL },
    { "no-yaml", "\t{", NULL, NULL },
    { "bytes-that-are-no-text", "title: \xFF\nsummary: S\n", NULL, NULL },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTreeHeading) heading = heading_of(rows[i].text);
    if (rows[i].title == NULL) {
        g_assert_null(heading);
        return;
    }
    g_assert_nonnull(heading);
    g_assert_cmpstr(heading->title, ==, rows[i].title);
    g_assert_cmpstr(heading->summary, ==, rows[i].summary);
}

// Far behind the beginning; only the beginning is read.
static void test_far_behind(void)
{
    g_autofree char *comment = g_strnfill(100000, '#');
    g_autofree char *late = g_strconcat(comment, "\ntitle: T\nsummary: S\n", NULL);
    g_autofree char *half = g_strconcat("title: T\n", comment, "\nsummary: S\n", NULL);
    g_autoptr(FpTreeHeading) none = heading_of(late);
    g_autoptr(FpTreeHeading) title = heading_of(half);
    g_assert_null(none);
    g_assert_nonnull(title);
    g_assert_cmpstr(title->title, ==, "T");
    g_assert_null(title->summary);
}

// A pipe can be read once, and waits for its writer: it is left alone.
static void test_no_file(void)
{
    g_autofree char *fifo = path_of("fifo.yaml");
    g_autofree char *nothing = path_of("nothing.yaml");
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    g_assert_null(fp_tree_heading_load(fifo));
    g_assert_null(fp_tree_heading_load(nothing));
    g_assert_null(fp_tree_heading_load(folder));
    g_assert_null(fp_tree_heading_load("/dev/zero"));
    g_unlink(fifo);
}

static void test_deep(void)
{
    g_autofree char *open = g_strnfill(3000, '[');
    g_autofree char *text = g_strconcat("a: ", open, "\ntitle: T\nsummary: S\n", NULL);
    g_autoptr(FpTreeHeading) heading = heading_of(text);
    g_assert_null(heading);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autofree char *sources = g_test_build_filename(G_TEST_DIST, "tree", NULL);
    g_assert_cmpint(g_chdir(sources), ==, 0);
    folder = g_dir_make_tmp("fp-heading-XXXXXX", NULL);
    g_test_add_func("/tree/heading/same-as-the-whole-tree-has", test_same_as_whole);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/tree/heading/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/tree/heading/far-behind", test_far_behind);
    g_test_add_func("/tree/heading/no-file", test_no_file);
    g_test_add_func("/tree/heading/deep", test_deep);
    int status = g_test_run();
    g_rmdir(folder);
    g_free(folder);
    return status;
}
