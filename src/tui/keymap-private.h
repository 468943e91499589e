// SPDX-License-Identifier: Apache-2.0
/* One row, one thing that keys do. Dispatch, the bottom bar and the help screen all read the rows; what
 * they show is what works.
 *
 * A screen has several tables; a key in an earlier one hides the same key in those after it (in a number
 * field Backspace erases, elsewhere it goes back). */
#pragma once
#include "fp-action.h"
#include "keys-private.h"

typedef struct FpShown FpShown;
typedef struct FpScreen FpScreen;
typedef struct FpCanvas FpCanvas;

/* What a key does besides dialogue's actions: it concerns the screen alone. */
typedef enum {
    FP_LOCAL_NONE,
    FP_LOCAL_HELP,  /* show the keys of this screen */
    FP_LOCAL_CLOSE, /* back from there */
    FP_LOCAL_REDRAW,
    FP_LOCAL_SCROLL,      /* by `amount` lines */
    FP_LOCAL_SCROLL_PAGE, /* by `amount` halves of a page */
    FP_LOCAL_SCROLL_STOP, /* to the next section, or, where `amount` is -1, the one before */
    FP_LOCAL_SCROLL_END,  /* to the beginning or the end: the sign of `amount` */
} FpLocal;

/* A list of keys as a constant. */
#define FP_KEYS(...) ((const FpKey[]) { __VA_ARGS__, FP_KEY_NONE })

typedef struct {
    const FpKey *keys; /* ended by FP_KEY_NONE. PICK: the place of the key is the option's index */
    const char *word;  /* N_(), in the bottom bar; NULL: not there */
    const char *help;  /* N_(), a sentence */
    FpActionKind action;
    FpLocal local;
    const char *text; /* TYPE: NULL for the key's own character */
    int amount;
    int rank;              /* in the bar: where room is short, higher numbers go first */
    const FpKey *bar_keys; /* shown there; NULL: the first of keys */
    bool (*applies)(const FpShown *shown, const FpCanvas *drawn); /* in the bar now; NULL: always */
} FpKeyRow;

typedef struct {
    const char *title; /* N_(), in the help */
    const FpKeyRow *rows;
    size_t n_rows;
} FpKeyTable;

/* Tables that several screens share. */
extern const FpKeyTable fp_keys_moving;  /* the focus in a list */
extern const FpKeyTable fp_keys_reading; /* through a text that has no focus */
extern const FpKeyTable fp_keys_line;    /* a line of text that is edited: search-line.c */
extern const FpKeyTable fp_keys_longer;  /* texts beside a list, longer than their part */
extern const FpKeyTable fp_keys_always;

/* The row that a key stands in on a screen, or NULL. out_place: of the key in the row; may be NULL. */
const FpKeyRow *fp_keymap_find(const FpScreen *screen, FpKey key, size_t *out_place);

/* The keys of a row that no earlier table hides, ended by FP_KEY_NONE; owned (g_free). */
FpKey *fp_keymap_visible_keys(const FpScreen *screen, const FpKeyRow *row);
