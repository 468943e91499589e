// SPDX-License-Identifier: Apache-2.0
// `fingerpost resume`: goes on with a session on its stored tree.
#include "asking.h"
#include "commands.h"
#include "fp-i18n.h"

// The newest unfinished session.
static FpRecord *load_last_open(FpHistory *history, GError **error)
{
    g_autoptr(GPtrArray) summaries = fp_history_list(history, 1u << FP_SESSION_OPEN, 0, 1, error);
    if (summaries == NULL)
        return NULL;
    if (summaries->len == 0) {
        g_autofree char *command = fp_history_command(fp_history_path(history), "history");
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("no session is unfinished; '%s' lists them all"), command);
        return NULL;
    }
    const FpSessionSummary *summary = summaries->pdata[0];
    return fp_record_load(history, summary->number, error);
}

int fp_command_resume(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, NULL, 0, 1, &argc, &argv, &status))
        return status;
    if (options->no_save) {
        fp_complain(options, _("'resume' saves what is answered; leave out --no-save, or read the "
                               "session with 'fingerpost show'"));
        return FP_EXIT_USAGE;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_open_history(options, FP_HISTORY_WRITE, &error);
    g_autoptr(FpRecord) record = NULL;
    if (history != NULL)
        record =
            argc == 2 ? fp_open_record(history, argv[1], &error) : load_last_open(history, &error);
    if (record == NULL)
        return fp_complain_error(options, error);
    FpTui *tui = fp_asking_can_have_screens(options) ? fp_asking_open_screens(options) : NULL;
    return fp_asking_run(options, tui, record);
}
