// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree diff`: what changed from one tree to another, in what they say and what they decide.
#include "fp-i18n.h"
#include "report-diff.h"
#include "tree-commands.h"

/* Some tens of seconds at the very most; the room ends earlier. */
#define DIFF_WORK UINT64_C(2000000000)

/* A question or an option that one tree alone has is on no sheet that is valid in both. */
static bool has_same_sheets(const FpTreeDiff *diff)
{
    for (size_t i = 0; i < diff->n_changes; i++) {
        FpThing thing = diff->changes[i].thing;
        if (diff->changes[i].kind != FP_TREE_CHANGED &&
            (thing == FP_THING_QUESTION || thing == FP_THING_OPTION))
            return false;
    }
    return true;
}

static bool decides_the_same(const FpTreeDiff *diff)
{
    bool is_same = diff->status == FP_DECISIONS_SAME ||
                   (diff->status == FP_DECISIONS_COUNTED && diff->changed == 0);
    return is_same && has_same_sheets(diff);
}

int fp_command_tree_diff(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean json = FALSE, exit_code = FALSE;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("print JSON"), NULL },
        { "exit-code", 0, 0, G_OPTION_ARG_NONE, &exit_code,
          N_("end with status 1 unless every decision is the same"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 2, 2, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpTree) before = fp_open_tree(argv[1], &error);
    g_autoptr(FpTree) after = before != NULL ? fp_open_tree(argv[2], &error) : NULL;
    if (after == NULL)
        return fp_complain_error(options, error);
    FpBudget budget = { .work_left = DIFF_WORK };
    g_autoptr(FpTreeDiff) diff = fp_tree_diff_new(before, after, &budget);
    if (json) {
        g_autofree char *text = fp_report_diff_json(diff);
        fp_print_bytes(text);
    } else {
        g_autofree char *text = fp_report_diff(diff, fp_output_width());
        fp_print_printable(options, text);
    }
    return exit_code && !decides_the_same(diff) ? FP_EXIT_SHORT : FP_EXIT_DONE;
}
