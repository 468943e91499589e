// SPDX-License-Identifier: Apache-2.0
/* Makes the sample briefs of docs/samples: make-samples FOLDER. One script, one sample in each format;
 * the same bytes each time, of PDF where the same faces are installed. */
#include "fp-brief-render.h"
#include "fp-file.h"
#include "script.h"
#include <stdlib.h>

static const char *const names[] = { "bank-in-the-eu", "software-maker", "ministry" };
static const char *const formats[] = { "md", "html", "pdf" };

G_GNUC_NORETURN
static void fail(const char *what)
{
    g_printerr("make-samples: %s\n", what);
    exit(EXIT_FAILURE);
}

static FpTree *load_tree(void)
{
    static const char *const facts[] = { FACTS, NULL };
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GError) error = NULL;
    FpTree *tree = fp_tree_load(TREE, facts, diagnostics, &error);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    if (tree == NULL)
        fail(error != NULL ? error->message : faults);
    return tree;
}

static void write_brief(const char *folder, const char *name, const FpBrief *brief)
{
    const FpBriefLook look = { .paper = FP_PAPER_A4 };
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        const FpBriefRenderer *renderer = fp_brief_renderer_find(formats[i]);
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = fp_brief_render(renderer, brief, &look, &error);
        g_autofree char *path = g_strconcat(folder, "/", name, renderer->extension, NULL);
        if (bytes == NULL || !fp_file_write(path, g_bytes_get_data(bytes, NULL),
                                            g_bytes_get_size(bytes), FP_FILE_REPLACE, &error))
            fail(error->message);
    }
}

static void make_sample(const char *folder, const char *name, const FpCompiledTree *compiled)
{
    g_autofree char *path = g_strconcat(SCRIPTS, "/", name, ".yaml", NULL);
    g_autoptr(Script) script = script_play(path, compiled);
    const FpAnswerSheet *sheet = fp_session_sheet(script->session);
    const FpDate as_of = fp_session_judging_date(script->session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    g_autoptr(FpBriefAnalyses) analyses =
        fp_brief_analyses_new(compiled, sheet, verdict, as_of, NULL);
    const FpBriefInput input = {
        .sheet = sheet,
        .verdict = verdict,
        .as_of = as_of,
        .session = script->session,
        .session_number = script->number,
        .session_id = script->id,
        .session_digest = script->digest,
        .organisation = script->organisation,
        .who = script->who,
        .analyses = analyses,
    };
    g_autoptr(FpBrief) brief = fp_brief_new(&input);
    write_brief(folder, name, brief);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        fail("name the folder to write to");
    g_autoptr(FpTree) tree = load_tree();
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        make_sample(argv[1], names[i], compiled);
    return EXIT_SUCCESS;
}
