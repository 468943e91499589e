// SPDX-License-Identifier: Apache-2.0
/* Bytes above ASCII to characters, in the terminal's charset. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    GIConv converter; /* (GIConv)-1 where the charset is UTF-8 */
    char bytes[8];    /* the beginning of a character of several bytes */
    size_t n_bytes;
} FpCharacters;

void fp_characters_init(FpCharacters *characters, const char *charset);
void fp_characters_clear(FpCharacters *characters);

typedef enum {
    FP_CHARACTER_WHOLE,
    FP_CHARACTER_BEGUN,  /* more bytes are to come */
    FP_CHARACTER_BROKEN, /* the bytes so far are none; the last may begin another one */
} FpCharacterState;

FpCharacterState fp_characters_take(FpCharacters *characters, char byte, gunichar *out_character);
/* Drops what has begun. */
static inline void fp_characters_forget(FpCharacters *characters)
{
    characters->n_bytes = 0;
}
