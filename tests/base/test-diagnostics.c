// SPDX-License-Identifier: Apache-2.0
#include "fp-diagnostics.h"
#include "fp-error.h"
#include "fp-text.h"
#include <string.h>

static FpSource *source_of(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new(name, bytes);
}

/* One fault "wrong" in one line of text. */
static const struct {
    const char *name, *file, *text;
    FpPlace place;
    const char *mend, *shown;
} rows[] = {
    { "the-caret-stands-under-the-column",
      "t.yaml",
      "a: b\nprefer: [bedrok]\n",
      { 2, 10 },
      NULL,
      "t.yaml:2:10: wrong\n    prefer: [bedrok]\n             ^\n" },
    { "the-mend-comes-last",
      "t.yaml",
      "a: b\n",
      { 1, 4 },
      "write c",
      "t.yaml:1:4: wrong\n    a: b\n       ^\n    mend: write c\n" },
    { "line-zero-is-the-whole-file",
      "t.yaml",
      "a: b\n",
      { 0, 0 },
      "write c",
      "t.yaml: wrong\n    mend: write c\n" },
    { "an-empty-line-is-not-shown", "t.yaml", "a:\n", { 2, 1 }, NULL, "t.yaml:2:1: wrong\n" },
    { "a-line-past-the-end-is-not-shown", "t.yaml", "a:\n", { 9, 1 }, NULL, "t.yaml:9:1: wrong\n" },
    { "the-caret-may-stand-behind-the-line",
      "t.yaml",
      "a: b\n",
      { 1, 5 },
      NULL,
      "t.yaml:1:5: wrong\n    a: b\n        ^\n" },
    { "a-column-past-the-line-is-its-end",
      "t.yaml",
      "a: b\n",
      { 1, 50 },
      NULL,
      "t.yaml:1:50: wrong\n    a: b\n        ^\n" },
    { "wide-characters-move-the-caret-by-their-cells",
      "t.yaml",
      "漢字: e\u0301x\n",
      { 1, 7 },
      NULL,
      "t.yaml:1:7: wrong\n    漢字: e\u0301x\n           ^\n" },
    { "what-is-hidden-is-marked-and-moves-the-caret",
      "t.yaml",
      "a\u202E: b\n",
      { 1, 5 },
      NULL,
      "t.yaml:1:5: wrong\n    a<U+202E>: b\n               ^\n" },
    { "tabs-are-one-cell",
      "t.yaml",
      "\ta\n",
      { 1, 2 },
      NULL,
      "t.yaml:1:2: wrong\n     a\n     ^\n" },
    { "a-file-name-is-made-harmless",
      "\x1B[2J.yaml",
      "a\n",
      { 1, 1 },
      NULL,
      "<U+001B>[2J.yaml:1:1: wrong\n    a\n    ^\n" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of(rows[i].file, rows[i].text);
    fp_diagnostics_add(diagnostics, source, rows[i].place, rows[i].mend, "%s", "wrong");
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(text, ==, rows[i].shown);
}

static void test_order(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) tree = source_of("tree", "");
    g_autoptr(FpSource) facts = source_of("facts", "");
    fp_diagnostics_add(diagnostics, tree, (FpPlace) { 9, 2 }, NULL, "d");
    fp_diagnostics_add(diagnostics, facts, (FpPlace) { 1, 1 }, NULL, "e");
    fp_diagnostics_add(diagnostics, tree, (FpPlace) { 2, 7 }, NULL, "b");
    fp_diagnostics_add(diagnostics, tree, (FpPlace) { 2, 7 }, NULL, "c");
    fp_diagnostics_add(diagnostics, tree, (FpPlace) { 0, 0 }, NULL, "a");
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(text, ==, "tree: a\ntree:2:7: b\ntree:2:7: c\ntree:9:2: d\nfacts:1:1: e\n");
    g_assert_cmpstr(fp_diagnostics_get(diagnostics, 4)->message, ==, "e");
    g_assert_true(fp_diagnostics_get(diagnostics, 4)->source == facts);
    g_assert_null(fp_diagnostics_get(diagnostics, 5));
}

static void test_repeats(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of("tree", "");
    for (unsigned i = 0; i < 3; i++) {
        fp_diagnostics_add(diagnostics, source, (FpPlace) { 2, 7 }, NULL, "first");
        fp_diagnostics_add(diagnostics, source, (FpPlace) { 2, 7 }, NULL, "second");
    }
    fp_diagnostics_add(diagnostics, source, (FpPlace) { 2, 8 }, NULL, "first");
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, 3);
}

static void test_many(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of("tree", "");
    for (unsigned line = 1; line <= FP_DIAGNOSTICS_MAX + 30; line++)
        fp_diagnostics_add(diagnostics, source, (FpPlace) { line, 1 }, NULL, "wrong");
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, FP_DIAGNOSTICS_MAX + 30);
    g_assert_null(fp_diagnostics_get(diagnostics, FP_DIAGNOSTICS_MAX));
    g_assert_true(g_str_has_suffix(text, "tree:200:1: wrong\nand 30 more faults\n"));
}

static void test_none(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(text, ==, "");
    fp_diagnostics_free(NULL);
}

static void test_error(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of("tree", "");
    fp_diagnostics_add(diagnostics, source, (FpPlace) { 0, 0 }, NULL, "100%% wrong");
    fp_diagnostics_to_error(diagnostics, &error);
    g_assert_error(error, FP_ERROR, FP_ERROR_FAULTS);
    g_assert_cmpstr(error->message, ==, "tree: 100% wrong");
}

/* However long the line and wherever the fault, the excerpt fits and the caret hits. */
static void test_long_line(void)
{
    g_autofree char *filler = g_strnfill(5000, 'x');
    g_autofree char *line = g_strconcat(filler, "!", filler, NULL);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of("tree", line);
    fp_diagnostics_add(diagnostics, source, (FpPlace) { 1, 5001 }, NULL, "wrong");
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_assert_cmpuint(fp_text_width(lines[1]), <=, 100);
    g_assert_cmpuint(strcspn(lines[1], "!"), ==, strcspn(lines[2], "^"));
    g_assert_true(g_str_has_prefix(lines[1], "    ...x"));
    g_assert_true(g_str_has_suffix(lines[1], "x..."));
}

/* Faults of several lines and files, some at one place, some past the end of a line. */
static void test_excerpts_in_a_row(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) tree = source_of("tree", "äb\n\ncd\n");
    g_autoptr(FpSource) facts = source_of("facts", "e\n");
    const FpPlace places[] = {
        { 1, 1 }, { 1, 2 }, { 1, 2 }, { 1, 9 }, { 2, 1 }, { 3, 2 }, { 9, 1 }
    };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        fp_diagnostics_add(diagnostics, tree, places[i], NULL, "%zu", i);
    fp_diagnostics_add(diagnostics, facts, (FpPlace) { 3, 1 }, NULL, "7");
    fp_diagnostics_add(diagnostics, facts, (FpPlace) { 1, 1 }, NULL, "8");
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(text, ==,
                    "tree:1:1: 0\n    äb\n    ^\ntree:1:2: 1\n    äb\n     ^\n"
                    "tree:1:2: 2\n    äb\n     ^\ntree:1:9: 3\n    äb\n      ^\n"
                    "tree:2:1: 4\ntree:3:2: 5\n    cd\n     ^\ntree:9:1: 6\n"
                    "facts:1:1: 8\n    e\n    ^\nfacts:3:1: 7\n");
}

/* The largest file in one line: all excerpts together cost no more than one way along it. */
static void test_speed(void)
{
    g_autofree char *line = g_strnfill(FP_SOURCE_MAX_BYTES, 'x');
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = source_of("tree", line);
    for (unsigned i = 1; i <= FP_DIAGNOSTICS_MAX; i++)
        fp_diagnostics_add(diagnostics, source, (FpPlace) { 1, i * 5000 }, NULL, "wrong");
    g_test_timer_start();
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_true(g_str_has_suffix(text, "^\n"));
    // Some 0.1 s without sanitizers; the bound is for a slow machine with them.
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 10.0);
}

static void test_source_outlives(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpSource *source = source_of("tree", "a\n");
    fp_diagnostics_add(diagnostics, source, (FpPlace) { 1, 1 }, NULL, "wrong");
    fp_source_unref(source);
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(text, ==, "tree:1:1: wrong\n    a\n    ^\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/diagnostics/text/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/base/diagnostics/a-long-line-is-cut-around-the-fault", test_long_line);
    g_test_add_func("/base/diagnostics/excerpts-in-a-row-are-each-its-own", test_excerpts_in_a_row);
    g_test_add_func("/base/diagnostics/a-megabyte-in-one-line-is-shown-at-once", test_speed);
    g_test_add_func("/base/diagnostics/faults-come-in-file-order", test_order);
    g_test_add_func("/base/diagnostics/a-repeated-fault-is-told-once", test_repeats);
    g_test_add_func("/base/diagnostics/past-the-limit-faults-are-counted", test_many);
    g_test_add_func("/base/diagnostics/no-faults-are-no-text", test_none);
    g_test_add_func("/base/diagnostics/an-error-has-no-last-line-feed", test_error);
    g_test_add_func("/base/diagnostics/a-source-lives-as-long-as-its-faults", test_source_outlives);
    return g_test_run();
}
