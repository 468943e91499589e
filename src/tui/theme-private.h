// SPDX-License-Identifier: Apache-2.0
/* Few colours with meaning, and the marks and lines.
 *
 * Words to be read keep the terminal's own foreground, so that light and dark backgrounds serve alike;
 * colour is for marks, and what it tells a character or a word tells too. */
#pragma once
#include <curses.h>
#include <stdbool.h>

typedef enum {
    FP_STYLE_TEXT,
    FP_STYLE_DIM,    /* what may be left unread: help, sources, where one is */
    FP_STYLE_STRONG, /* what is read first */
    FP_STYLE_FOCUS,  /* words of what the next key acts on */
    FP_STYLE_ACCENT, /* marks of it, and of progress */
    FP_STYLE_GOOD,   /* answered */
    FP_STYLE_UNSURE, /* "I don't know", a close call */
    FP_STYLE_ERROR,  /* the mark of what went wrong */
    FP_STYLE_FIELD,  /* where text is typed */
    FP_STYLE_RULE,   /* lines */
    FP_STYLE_COUNT
} FpStyle;

typedef enum {
    FP_MARK_FOCUS,
    FP_MARK_ONE_OFF,
    FP_MARK_ONE_ON,
    FP_MARK_MANY_OFF,
    FP_MARK_MANY_ON,
    FP_MARK_ANSWERED,
    FP_MARK_UNKNOWN,
    FP_MARK_OPEN,
    FP_MARK_RESTING,
    FP_MARK_ERROR,
    FP_MARK_TOLD,
    FP_MARK_DOT,  /* between words on a line */
    FP_MARK_LINE, /* across */
    FP_MARK_LINE_DONE,
    FP_MARK_WALL,   /* down */
    FP_MARK_SCROLL, /* down: the part that is shown */
    FP_MARK_COUNT
} FpMark;

typedef struct {
    bool has_colours; /* else bold, reverse and underline alone */
    bool ascii;
} FpTuiTheme;

/* Call once the terminal is open. terminal_type: TERM. */
FpTuiTheme fp_theme_new(bool no_color, bool ascii, const char *terminal_type);

/* Attributes and colour pair of a style. */
attr_t fp_theme_attributes(const FpTuiTheme *theme, FpStyle style);
int fp_theme_pair(const FpTuiTheme *theme, FpStyle style);

const char *fp_theme_mark(const FpTuiTheme *theme, FpMark mark);
