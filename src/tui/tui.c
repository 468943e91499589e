// SPDX-License-Identifier: Apache-2.0
#include "loop-private.h"

#include <stdlib.h>

FpTui *fp_tui_open(const FpTuiOptions *options, GError **error)
{
    g_autoptr(FpTerminal) terminal = fp_terminal_open(options, error);
    if (terminal == NULL)
        return NULL;
    FpTui *tui = g_new0(FpTui, 1);
    bool is_utf8 = g_ascii_strcasecmp(options->charset, "UTF-8") == 0;
    FpTuiTheme theme = fp_theme_new(options->no_color, options->ascii || !is_utf8, getenv("TERM"));
    fp_canvas_init(&tui->canvas, theme, options->charset);
    tui->terminal = g_steal_pointer(&terminal);
    return tui;
}

void fp_tui_close(FpTui *tui)
{
    if (tui == NULL)
        return;
    fp_terminal_close(tui->terminal);
    fp_canvas_clear(&tui->canvas);
    g_free(tui);
}

int fp_tui_signal(const FpTui *tui)
{
    return fp_terminal_signal(tui->terminal);
}
