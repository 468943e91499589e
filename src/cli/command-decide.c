// SPDX-License-Identifier: Apache-2.0
// `fingerpost decide`: a verdict from a file of answers.
#include "commands.h"
#include "explanation.h"
#include "fp-brief-render.h"
#include "fp-decision.h"
#include "fp-i18n.h"
#include "sheet-file.h"

typedef struct {
    char *tree, *answers, *as_of;
    gboolean json, explain;
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

static int decide(const FpCliOptions *options, const DecideOptions *own, FpDate as_of)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) tree = NULL;
    g_autoptr(FpAnswerSheet) sheet = fp_sheet_file_read(own->answers, own->tree, &tree, &error);
    if (sheet == NULL)
        return fp_complain_error(options, error);
    if (own->explain)
        return fp_explanation_print(options, sheet, NULL, own->json);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    if (own->json) {
        g_autofree char *json = fp_decision_to_json(sheet, verdict, as_of);
        fp_print_bytes(json);
    } else {
        print_text(options, compiled, sheet, verdict, as_of);
    }
    return FP_EXIT_DONE;
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
        { "explain", 0, 0, G_OPTION_ARG_NONE, &own.explain,
          N_("tell of each effect whether it fired, and if not, what kept it"), NULL },
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
    FpDate as_of;
    g_autoptr(GError) error = NULL;
    return fp_open_date(own.as_of, &as_of, &error) ? decide(options, &own, as_of)
                                                   : fp_complain_error(options, error);
}
