// SPDX-License-Identifier: Apache-2.0
#include "theme-private.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

/* One row, one style: with colours, and without. A pair has its style's number, one up: 0 is ncurses'. */
static const struct {
    attr_t attributes;
    int colour; /* -1: the terminal's own */
    attr_t plain;
} styles[] = {
    [FP_STYLE_TEXT] = { A_NORMAL, -1, A_NORMAL },
    [FP_STYLE_DIM] = { A_DIM, -1, A_NORMAL },
    [FP_STYLE_STRONG] = { A_BOLD, -1, A_BOLD },
    [FP_STYLE_FOCUS] = { A_BOLD, -1, A_BOLD },
    [FP_STYLE_ACCENT] = { A_BOLD, COLOR_CYAN, A_BOLD },
    [FP_STYLE_GOOD] = { A_NORMAL, COLOR_GREEN, A_BOLD },
    [FP_STYLE_UNSURE] = { A_NORMAL, COLOR_MAGENTA, A_BOLD },
    [FP_STYLE_ERROR] = { A_BOLD, COLOR_RED, A_BOLD },
    [FP_STYLE_FIELD] = { A_UNDERLINE, -1, A_UNDERLINE },
    [FP_STYLE_RULE] = { A_DIM, -1, A_NORMAL },
};
static_assert(G_N_ELEMENTS(styles) == FP_STYLE_COUNT, "a row for each style");

static const struct {
    const char *sign, *ascii;
} marks[] = {
    [FP_MARK_FOCUS] = { "›", ">" },     [FP_MARK_ONE_OFF] = { "○", "( )" },
    [FP_MARK_ONE_ON] = { "●", "(x)" },  [FP_MARK_MANY_OFF] = { "□", "[ ]" },
    [FP_MARK_MANY_ON] = { "■", "[x]" }, [FP_MARK_ANSWERED] = { "✓", "*" },
    [FP_MARK_UNKNOWN] = { "?", "?" },   [FP_MARK_OPEN] = { "·", "-" },
    [FP_MARK_RESTING] = { "~", "~" },   [FP_MARK_ERROR] = { "!", "!" },
    [FP_MARK_TOLD] = { "·", "-" },      [FP_MARK_DOT] = { "·", "-" },
    [FP_MARK_LINE] = { "─", "-" },      [FP_MARK_LINE_DONE] = { "━", "=" },
    [FP_MARK_WALL] = { "│", "|" },      [FP_MARK_SCROLL] = { "┃", "#" },
};
static_assert(G_N_ELEMENTS(marks) == FP_MARK_COUNT, "a row for each mark");

static bool start_colours(void)
{
    if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
        return false;
    for (int i = 0; i < FP_STYLE_COUNT; i++)
        init_extended_pair(i + 1, styles[i].colour, -1);
    return true;
}

FpTuiTheme fp_theme_new(bool no_color, bool ascii, const char *terminal_type)
{
    // The Linux console's fonts have lines, but hardly one of the marks.
    bool lacks_marks = terminal_type != NULL && strcmp(terminal_type, "linux") == 0;
    return (FpTuiTheme) { .has_colours = !no_color && start_colours(),
                          .ascii = ascii || lacks_marks };
}

attr_t fp_theme_attributes(const FpTuiTheme *theme, FpStyle style)
{
    return theme->has_colours ? styles[style].attributes : styles[style].plain;
}

int fp_theme_pair(const FpTuiTheme *theme, FpStyle style)
{
    return theme->has_colours && styles[style].colour >= 0 ? (int)style + 1 : 0;
}

const char *fp_theme_mark(const FpTuiTheme *theme, FpMark mark)
{
    return theme->ascii ? marks[mark].ascii : marks[mark].sign;
}
