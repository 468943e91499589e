// SPDX-License-Identifier: Apache-2.0
// Nothing is said to be saved that was not found in the file a moment ago.
#include "leaving.h"

#include <inttypes.h>

#include "fp-i18n.h"
#include "plain.h"

char *fp_leaving_command(const FpRecord *record, const char *command)
{
    g_autofree char *words = g_strdup_printf("%s %" PRId64, command, fp_record_number(record));
    return fp_history_command(fp_record_history_path(record), words);
}

static void print_saved(const FpCliOptions *options, const FpRecord *record)
{
    bool is_open = fp_session_state(fp_record_session(record)) == FP_SESSION_OPEN;
    g_autofree char *command = fp_leaving_command(record, is_open ? "resume" : "show --full");
    g_autofree char *text = g_strdup_printf(
        is_open ? _("Saved as session %" PRId64 "; '%s' goes on with it.\n")
                : _("Saved as session %" PRId64 "; '%s' prints the whole recommendation.\n"),
        fp_record_number(record), command);
    fp_print(options, text);
}

/* True where the session stands in another file now. */
static bool save_elsewhere(const FpCliOptions *options, FpRecord *record)
{
    for (;;) {
        g_autofree char *path = fp_plain_read_answer(
            options, _("Another file to save this session in (Enter: none): "));
        g_autoptr(GError) error = NULL;
        if (path == NULL || *path == '\0')
            return false;
        if (fp_record_save_elsewhere(record, path, &error))
            return true;
        fp_complain_error(options, error);
    }
}

static int tell_lost(const FpCliOptions *options, const FpRecord *record)
{
    size_t n = fp_record_n_unsaved(record);
    g_autofree char *text =
        n == 0
            ? g_strdup(_("this session is in no file that can be found"))
            : g_strdup_printf(ngettext("the last entry of this session is saved nowhere",
                                       "the last %zu entries of this session are saved nowhere", n),
                              n);
    fp_complain(options, text);
    return FP_EXIT_HISTORY;
}

int fp_leaving_tell(const FpCliOptions *options, FpRecord *record, bool may_ask)
{
    g_autoptr(GError) error = NULL;
    FpSaving saving = fp_record_saving(record);
    if (saving == FP_SAVING_OFF || saving == FP_SAVING_WAITS) {
        fp_print(options, saving == FP_SAVING_OFF
                              ? _("Nothing was kept of this session.\n")
                              : _("Nothing was answered, so no session was saved.\n"));
        return FP_EXIT_DONE;
    }
    if (!fp_record_save(record, &error)) {
        fp_complain_error(options, error);
        if (!may_ask || !save_elsewhere(options, record))
            return tell_lost(options, record);
    }
    print_saved(options, record);
    return FP_EXIT_DONE;
}
