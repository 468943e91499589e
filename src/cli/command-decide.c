// SPDX-License-Identifier: Apache-2.0
// `fingerpost decide`: a verdict from a file of answers.
#include "commands.h"
#include "fp-brief-render.h"
#include "fp-decision.h"
#include "fp-i18n.h"
#include "fp-sheet-read.h"

typedef struct {
    char *tree, *answers, *as_of;
    gboolean json;
} DecideOptions;

static void decide_options_clear(DecideOptions *own)
{
    g_free(own->tree);
    g_free(own->answers);
    g_free(own->as_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DecideOptions, decide_options_clear)

static void print_text(const FpCliOptions *options, const FpCompiledTree *compiled,
                       const FpAnswerSheet *sheet, const FpVerdict *verdict, FpDate as_of)
{
    g_autoptr(FpBriefAnalyses) analyses =
        fp_brief_analyses_new(compiled, sheet, verdict, as_of, NULL);
    const FpBriefInput input = {
        .sheet = sheet, .verdict = verdict, .as_of = as_of, .analyses = analyses
    };
    g_autoptr(FpBrief) brief = fp_brief_new(&input);
    g_autofree char *text = fp_brief_to_text(brief, fp_output_width(), options->ascii);
    fp_print(options, text);
}

static FpDocument *read_answers(const char *path, FpDiagnostics *diagnostics, GError **error)
{
    g_autoptr(FpSource) source = fp_source_load(path, error);
    if (source == NULL)
        return NULL;
    FpDocument *document = fp_document_read(source, diagnostics);
    if (document == NULL)
        fp_diagnostics_to_error(diagnostics, error);
    return document;
}

// The option names the tree; else the sheet does; else it is the usual one.
static FpTree *open_tree(const DecideOptions *own, const FpDocument *document, GError **error)
{
    return own->tree != NULL ? fp_open_tree(own->tree, error)
                             : fp_open_installed_tree(fp_sheet_tree_id(document), error);
}

static bool decide(const FpCliOptions *options, const DecideOptions *own, GError **error)
{
    FpDate as_of;
    if (!fp_open_date(own->as_of, &as_of, error))
        return false;
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document = read_answers(own->answers, diagnostics, error);
    g_autoptr(FpTree) tree = document != NULL ? open_tree(own, document, error) : NULL;
    if (tree == NULL)
        return false;
    g_autoptr(FpAnswerSheet) sheet = fp_sheet_read(tree, document, diagnostics);
    if (sheet == NULL) {
        fp_diagnostics_to_error(diagnostics, error);
        return false;
    }
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    if (own->json) {
        g_autofree char *json = fp_decision_to_json(sheet, verdict, as_of);
        fp_print_bytes(json);
    } else {
        print_text(options, compiled, sheet, verdict, as_of);
    }
    return true;
}

int fp_command_decide(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(DecideOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "answers", 0, 0, G_OPTION_ARG_FILENAME, &own.answers,
          N_("the answer sheet, YAML or JSON; - reads standard input"), N_("FILE") },
        { "tree", 0, 0, G_OPTION_ARG_FILENAME, &own.tree,
          N_("the tree: a file or an installed tree's id; by default the one that the sheet names"),
          N_("FILE-OR-ID") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &own.json, N_("print JSON"), NULL },
        { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &own.as_of, // bytes as they are
          N_("judge the age of facts at this day instead of today"), N_("DATE") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 0, &argc, &argv, &status))
        return status;
    if (own.answers == NULL) {
        fp_complain(options, _("'decide' needs --answers FILE; see 'fingerpost decide --help'"));
        return FP_EXIT_USAGE;
    }
    g_autoptr(GError) error = NULL;
    return decide(options, &own, &error) ? FP_EXIT_DONE : fp_complain_error(options, error);
}
