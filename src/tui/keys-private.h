// SPDX-License-Identifier: Apache-2.0
/* Keys, and what else comes in from the terminal, as values.
 *
 * A key is a Unicode code point, a control letter (FP_CTRL('L')), or one of the names below. Keys with
 * Shift, Alt or Ctrl that are not named here are no keys: they are dropped, never typed. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef uint32_t FpKey;

#define FP_CTRL(letter) ((FpKey)((letter)&0x1F))

/* Above Unicode's last code point. */
enum {
    FP_KEY_NONE = 0,
    FP_KEY_ENTER = 0x110000,
    FP_KEY_TAB,
    FP_KEY_BACK_TAB,
    FP_KEY_ESCAPE,
    FP_KEY_BACKSPACE,
    FP_KEY_DELETE,
    FP_KEY_UP,
    FP_KEY_DOWN,
    FP_KEY_LEFT,
    FP_KEY_RIGHT,
    FP_KEY_HOME,
    FP_KEY_END,
    FP_KEY_PAGE_UP,
    FP_KEY_PAGE_DOWN,
};

/* True for a key that types a character. */
static inline bool fp_key_is_text(FpKey key)
{
    return key >= 0x20 && key < FP_KEY_ENTER && key != 0x7F;
}

/* A key's name as the bottom bar and the help show it: "Enter", "Ctrl-P", "j"; arrows as signs unless
 * ascii. Owned. */
char *fp_key_name(FpKey key, bool ascii);
/* The names of several (ended by FP_KEY_NONE) with a separator between; a run of three or more
 * neighbours, like the digits, is told as "1-9". Owned. */
char *fp_key_names(const FpKey *keys, const char *separator, bool ascii);

typedef enum {
    FP_INPUT_KEY,
    FP_INPUT_PASTE,
    FP_INPUT_CLICK,  /* the left button went down */
    FP_INPUT_WHEEL,  /* lines: up is negative */
    FP_INPUT_REDRAW, /* the size changed, or the screen may be spoilt */
    FP_INPUT_NEWS,   /* what fp_terminal_watch() was given is readable */
    FP_INPUT_SIGNAL, /* one that ends the program */
    FP_INPUT_HANGUP, /* the terminal is gone */
} FpInputKind;

typedef struct {
    FpInputKind kind;
    FpKey key;
    int row, column;  /* CLICK, from 0 */
    int lines;        /* WHEEL */
    const char *text; /* PASTE: valid UTF-8; borrowed until the next input is asked for */
    bool was_cut;     /* PASTE: there was more than is kept */
} FpInput;
