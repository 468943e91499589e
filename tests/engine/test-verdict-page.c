// SPDX-License-Identifier: Apache-2.0
// The tree and the cases that docs/verdict.md shows are real: the cases hold on the tree.
#include "fp-case.h"
#include "small-tree.h"
#include <string.h>

/* The n-th block of YAML on the page, from 0. */
static char *read_block(size_t n)
{
    g_autofree char *path =
        g_build_filename(g_getenv("FINGERPOST_SOURCE_ROOT"), "docs", "verdict.md", NULL);
    g_autofree char *page = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &page, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) blocks = g_strsplit(page, "```yaml\n", -1);
    g_assert_cmpuint(g_strv_length(blocks), >, n + 1);
    const char *end = strstr(blocks[n + 1], "```\n");
    g_assert_nonnull(end);
    return g_strndup(blocks[n + 1], (gsize)(end - blocks[n + 1]));
}

static FpCases *load_cases(const FpTree *tree, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(FpSource) source = fp_source_new("verdict.md", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpCases *cases = fp_cases_load(tree, source, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, "");
    return cases;
}

static void test_the_pages_cases_hold(void)
{
    g_autofree char *tree_text = read_block(0);
    g_autofree char *cases_text = read_block(3);
    g_autoptr(FpTree) tree = small_tree_read(tree_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpCases) cases = load_cases(tree, cases_text);
    g_assert_cmpuint(fp_cases_count(cases), >, 3);
    for (size_t i = 0; i < fp_cases_count(cases); i++) {
        g_auto(FpCaseResult) result = fp_case_run(cases, i, compiled);
        g_test_message("%s", result.name);
        g_assert_true(result.passed);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/verdict/the-cases-on-its-page-hold", test_the_pages_cases_hold);
    return g_test_run();
}
