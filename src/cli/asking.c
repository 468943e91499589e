// SPDX-License-Identifier: Apache-2.0
// Chooses between screens and plain mode, and leaves one line on the terminal afterwards.
#include "asking.h"

#include <unistd.h>

#include "fp-brief.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "leaving.h"
#include "plain.h"
#include "record-brief.h"

bool fp_asking_can_have_screens(const FpCliOptions *options)
{
    g_autofree char *reason = NULL;
    if (options->plain)
        return false;
    if (fp_tui_is_possible(&reason))
        return true;
    if (isatty(STDIN_FILENO))
        fp_complain(options, reason);
    return false;
}

FpTui *fp_asking_open_screens(const FpCliOptions *options)
{
    const FpTuiOptions tui_options = {
        .no_color = options->no_color,
        .ascii = options->ascii,
        .mouse = !options->no_mouse,
        .charset = options->charset,
    };
    g_autoptr(GError) error = NULL;
    FpTui *tui = fp_tui_open(&tui_options, &error);
    if (tui == NULL)
        fp_complain(options, error->message);
    return tui;
}

// A program that vanishes with its screens would take the answer with it.
static void print_headline(const FpCliOptions *options, const FpRecord *record)
{
    if (fp_session_state(fp_record_session(record)) == FP_SESSION_OPEN)
        return;
    g_autofree char *headline = fp_record_headline(record);
    g_autofree char *printable = fp_text_printable(headline, -1, FP_PRINT_ONE_LINE);
    g_autofree char *line = g_strconcat(printable, "\n", NULL);
    fp_print(options, line);
}

int fp_asking_run(const FpCliOptions *options, FpTui *tui, FpRecord *record)
{
    if (tui == NULL)
        return fp_plain_run(options, record);
    FpTuiEnd end = fp_tui_run_session(tui, record, NULL);
    int signal = fp_tui_signal(tui);
    fp_tui_close(tui);
    if (end == FP_TUI_HANGUP)
        return FP_EXIT_DONE;
    print_headline(options, record);
    bool is_signalled = end == FP_TUI_SIGNALLED;
    int status = fp_leaving_tell(options, record, !is_signalled && isatty(STDIN_FILENO));
    return is_signalled && status == FP_EXIT_DONE ? 128 + signal : status;
}
