// SPDX-License-Identifier: Apache-2.0
/* The steps by which an answer is made of words, each with its own error, for readers that know the
 * place of each word. All errors are FP_ERROR_BAD_INPUT. */
#pragma once
#include "fp-answer-sheet.h"

#define FP_UNKNOWN "unknown" /* the word that says "I don't know" */

/* Foreign text as a message may quote it: printable, one line, not long. Owned. */
char *fp_shown_id(const char *text);

/* The option or band with an id, an earlier name included; FP_NONE with the nearest id named. */
size_t fp_answer_find_option(const FpQuestion *question, const char *id, GError **error);

/* Adds an option of a question of many; false where it is there or where one stands alone. */
bool fp_answer_add_option(const FpQuestion *question, size_t option, FpOptionSet *set,
                          GError **error);

/* The answer that a number is; false where it is none or out of range. */
bool fp_answer_from_number(const FpQuestion *question, const char *text, FpDecimalSyntax syntax,
                           FpAnswer *out_answer, GError **error);

/* The answer to a question of one or a number that a word is; not `unknown`. */
bool fp_answer_from_word(const FpQuestion *question, const char *word, FpAnswer *out_answer,
                         GError **error);
