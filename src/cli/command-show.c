// SPDX-License-Identifier: Apache-2.0
// `fingerpost show`: a session's whole recommendation as text, with its sources.
#include "commands.h"
#include "fp-i18n.h"
#include "record-brief.h"

int fp_command_show(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
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
        return FP_EXIT_DONE;
    }
    g_autoptr(FpBrief) brief = fp_record_to_brief(record);
    g_autofree char *text = fp_brief_to_text(brief, fp_output_width(), options->ascii);
    fp_print(options, text);
    return FP_EXIT_DONE;
}
