// SPDX-License-Identifier: Apache-2.0
// On random trees and sheets the engine and the plain second reading say the same, to the byte.
#include "fp-decision.h"
#include "fp-sheet-read.h"
#include "reference-engine.h"
#include <string.h>

enum { TREES = 2000, SHEETS_PER_TREE = 2 };

static FpAnswerSheet *read_sheet(const FpTree *tree, const RandomSheet *sheet)
{
    g_autoptr(GBytes) bytes = g_bytes_new(sheet->text, strlen(sheet->text));
    g_autoptr(FpSource) source = fp_source_new("sheet", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document = sheet->is_json ? fp_document_read_json(source, diagnostics)
                                                    : fp_document_read_yaml(source, diagnostics);
    FpAnswerSheet *read = document == NULL ? NULL : fp_sheet_read(tree, document, diagnostics);
    if (read == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("a random sheet was refused:\n%s", faults);
    }
    return read;
}

static char *list_in_state(const FpVerdict *verdict, FpQuestionState state)
{
    GString *ids = g_string_new(NULL);
    for (size_t i = 0; i < verdict->tree->n_questions; i++) {
        if (verdict->states[i] == state)
            g_string_append_printf(ids, "%s,", verdict->tree->questions[i].id);
    }
    return g_string_free(ids, FALSE);
}

static void check_sheet(const FpCompiledTree *compiled, const RandomSheet *sheet, size_t *seen)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    g_autoptr(FpAnswerSheet) read = read_sheet(tree, sheet);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, read);
    g_autofree char *json = fp_verdict_to_canonical_json(verdict);
    g_autofree char *open = list_in_state(verdict, FP_STATE_OPEN);
    g_autofree char *resting = list_in_state(verdict, FP_STATE_RESTING);
    ReferenceDecision reference = reference_decide(tree, sheet->answers, seen);
    g_assert_cmpstr(json, ==, reference.verdict_json);
    g_assert_cmpstr(open, ==, reference.open);
    g_assert_cmpstr(resting, ==, reference.resting);
    reference_decision_clear(&reference);
}

static void check_tree(GRand *random, size_t *seen, size_t *n_with_was)
{
    static const RandomSize size = { .questions_max = 10, .outcomes_max = 5, .options_max = 5 };
    g_autofree char *text = NULL;
    g_autoptr(FpTree) tree = random_tree_new(random, size, &text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    random_show(text);
    for (int i = 0; i < SHEETS_PER_TREE; i++) {
        RandomSheet sheet = random_sheet_new(random, tree, i == 0 ? 1.0 : 0.8);
        random_show(sheet.text);
        *n_with_was += sheet.uses_was;
        check_sheet(compiled, &sheet, seen);
        random_sheet_clear(&sheet);
    }
}

static void test_same_as_the_second_reading(void)
{
    GRand *random = g_rand_new_with_seed(random_seed());
    size_t seen[SEEN_COUNT] = { 0 }, n_with_was = 0;
    for (int i = 0; i < TREES; i++)
        check_tree(random, seen, &n_with_was);
    for (Seen what = 0; what < SEEN_COUNT; what++) {
        g_test_message("%zu times: %s", seen[what], seen_names[what]);
        if (seen[what] == 0)
            g_error("no random tree and sheet had %s", seen_names[what]);
    }
    g_assert_cmpuint(n_with_was, >, 0);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/verdict/is-the-same-as-a-second-reading-of-the-format",
                    test_same_as_the_second_reading);
    return g_test_run();
}
