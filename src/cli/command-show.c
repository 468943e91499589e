// SPDX-License-Identifier: Apache-2.0
// `fingerpost show`: a session's recommendation as text: what a person reads first, or all of it.
#include "commands.h"
#include "fp-i18n.h"
#include "leaving.h"
#include "pager.h"
#include "record-brief.h"

static char *rest_hint(const FpRecord *record)
{
    g_autofree char *command = fp_leaving_command(record, "show --full");
    return g_strdup_printf(
        _("\nThe answers, the limits, who can see what, and the sources that the numbers in brackets "
          "stand for: '%s'\n"),
        command);
}

static void print_text(const FpCliOptions *options, const FpRecord *record, bool is_full)
{
    g_autoptr(FpBrief) brief = fp_record_to_brief(record, NULL);
    size_t width = fp_output_width();
    g_autofree char *text = is_full ? fp_brief_to_text(brief, width, options->ascii)
                                    : fp_brief_to_short_text(brief, width, options->ascii);
    g_autofree char *hint = is_full ? g_strdup("") : rest_hint(record);
    g_autofree char *whole = g_strconcat(text, hint, NULL);
    fp_pager_print(options, whole);
}

int fp_command_show(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean json = FALSE, full = FALSE;
    const GOptionEntry entries[] = {
        { "full", 0, 0, G_OPTION_ARG_NONE, &full,
          N_("print all of it: limits, answers, other paths and sources too"), NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("print the decision as JSON"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 1, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_open_history(options, FP_HISTORY_READ, &error);
    g_autoptr(FpRecord) record = history != NULL ? fp_open_record(history, argv[1], &error) : NULL;
    if (record == NULL)
        return fp_complain_error(options, error);
    if (json) {
        g_autofree char *text = fp_record_to_json(record);
        fp_print_bytes(text);
    } else {
        print_text(options, record, full);
    }
    return FP_EXIT_DONE;
}
