// SPDX-License-Identifier: Apache-2.0
#include "fp-coverage.h"
#include "small-tree.h"

static const char tree_text[] =
    "always: [{advise: first}]\n"
    "questions:\n"
    "  - id: q\n"
    "    ask: Q?\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: a, label: A, effects: [{favour: o1, strength: strong, because: x}]}\n"
    "      - {id: b, label: B}\n"
    "  - id: n\n"
    "    ask: N?\n"
    "    type: number\n"
    "    when: {q: a}\n"
    "    bands:\n"
    "      - {id: few, label: Few, below: 10, effects: [{advise: few, when: {q: b}}]}\n"
    "      - {id: more, label: More}\n"
    "rules:\n"
    "  - {id: r, when: {q: b}, effects: [{advise: rule}, {advise: never, when: {q: a}}]}\n";

/* What is reached in tree order, an x for each thing that is; always's effect comes first. */
static const struct {
    const char *name, *answers, *reached;
} rows[] = {
    { "nothing-said-reaches-always", "{}", "x---------" },
    { "an-option-and-its-effect", "{q: a}", "xxx-------" },
    { "a-rule-and-an-effect-of-it", "{q: b}", "x--x---xx-" },
    { "a-band-by-its-number", "{q: a, n: 9.5}", "xxx-x-----" },
    { "a-band-by-its-id", "{q: a, n: more}", "xxx---x---" },
    { "a-resting-answer-reaches-nothing", "{q: b, n: 3}", "x--x---xx-" },
};

static void test_reached(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_of(2, tree_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autofree char *text =
        g_strdup_printf("cases: [{name: n, answers: %s, expect: {}}]\n", rows[row].answers);
    g_autoptr(FpDocument) document = small_document(text, false, diagnostics);
    g_autoptr(FpCases) cases =
        fp_cases_read(tree, fp_document_source(document),
                      fp_node_get(fp_document_root(document), "cases"), diagnostics);
    const FpCases *lists[] = { cases };
    g_autoptr(FpCoverage) coverage = fp_coverage_compute(compiled, lists, 1);
    g_autoptr(GString) reached = g_string_new(NULL);
    for (size_t i = 0; i < coverage->n; i++)
        g_string_append_c(reached, coverage->items[i].is_reached ? 'x' : '-');
    g_assert_cmpstr(reached->str, ==, rows[row].reached);
    g_assert_cmpuint(coverage->totals[FP_COVERED_OPTION], ==, 4);
    g_assert_cmpuint(coverage->totals[FP_COVERED_RULE], ==, 1);
    g_assert_cmpuint(coverage->totals[FP_COVERED_EFFECT], ==, 5);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/coverage/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_reached);
    }
    return g_test_run();
}
