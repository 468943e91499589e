// SPDX-License-Identifier: Apache-2.0
/* Judges the bytes that a program sends to its terminal, one by one: only what stands in a short list
 * may be sent (cursor, erasing, SGR, alternate screen, keypad, bracketed paste, mouse, title stack),
 * and no text that reorders or hides what stands around it. Anything else is a fault that stays. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Judge Judge;

/* What the program has switched on and not off again. */
typedef struct {
    bool application_cursor, application_keypad;
    bool alternate_screen, cursor_hidden;
    bool bracketed_paste, mouse;
} JudgedModes;

Judge *judge_new(bool is_utf8); /* not UTF-8: no byte above 0x7E may be sent */
void judge_free(Judge *judge);  /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Judge, judge_free)

void judge_take(Judge *judge, char byte);

const char *judge_fault(const Judge *judge);  /* NULL: none; in words, with the sequence */
bool judge_saw_colour(const Judge *judge);    /* a colour was set other than the default */
bool judge_saw_sequences(const Judge *judge); /* an escape or control sequence of any kind */
JudgedModes judge_modes(const Judge *judge);
