// SPDX-License-Identifier: Apache-2.0
// Whether screens are possible is asked of terminfo, without touching the terminal.
#include "fp-i18n.h"
#include "fp-text.h"
#include "fp-tui.h"

#include <curses.h>
#include <stdlib.h>
#include <unistd.h>

/* Last: it makes macros of words like `columns`. */
#include <term.h>

static char *no_terminal(void)
{
    return g_strdup(_("standard input or output is no terminal; asking line by line"));
}

static char *no_type(void)
{
    return g_strdup(_("TERM is not set; asking line by line (for screens, set it to your "
                      "terminal's type, such as xterm-256color)"));
}

static char *unknown_type(const char *type)
{
    g_autofree char *printable = fp_text_printable(type, -1, FP_PRINT_ONE_LINE);
    return g_strdup_printf(
        _("terminal type '%s' is unknown here; asking line by line (for screens, "
          "install the package ncurses-term or set TERM=xterm-256color)"),
        printable);
}

static char *poor_type(const char *type)
{
    g_autofree char *printable = fp_text_printable(type, -1, FP_PRINT_ONE_LINE);
    return g_strdup_printf(_("terminal type '%s' cannot place the cursor; asking line by line"),
                           printable);
}

/* What the type cannot do, in words; NULL where it can do all that is needed. */
static char *fault_of_type(const char *type)
{
    int status;
    if (setupterm(type, STDOUT_FILENO, &status) == ERR)
        return unknown_type(type);
    const char *places = tigetstr("cup"), *clears = tigetstr("clear");
    bool is_rich = places != NULL && places != (const char *)-1 && clears != NULL &&
                   clears != (const char *)-1 && tigetflag("hc") <= 0;
    del_curterm(cur_term);
    return is_rich ? NULL : poor_type(type);
}

bool fp_tui_is_possible(char **out_reason)
{
    const char *type = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        *out_reason = no_terminal();
    else if (type == NULL || *type == '\0')
        *out_reason = no_type();
    else
        *out_reason = fault_of_type(type);
    return *out_reason == NULL;
}
