// SPDX-License-Identifier: Apache-2.0
#include "characters-private.h"

#include <errno.h>

void fp_characters_init(FpCharacters *characters, const char *charset)
{
    bool is_utf8 = g_ascii_strcasecmp(charset, "UTF-8") == 0;
    characters->converter = is_utf8 ? (GIConv)-1 : g_iconv_open("UTF-8", charset);
    characters->n_bytes = 0;
}

void fp_characters_clear(FpCharacters *characters)
{
    if (characters->converter != (GIConv)-1)
        g_iconv_close(characters->converter);
    characters->converter = (GIConv)-1;
}

/* As g_utf8_get_char_validated(): -2 where more is to come, -1 where the bytes are no character. */
static gunichar read_character(FpCharacters *characters)
{
    if (characters->converter == (GIConv)-1)
        return g_utf8_get_char_validated(characters->bytes, (gssize)characters->n_bytes);
    char utf8[16], *in = characters->bytes, *out = utf8;
    size_t n_in = characters->n_bytes, n_out = sizeof utf8;
    if (g_iconv(characters->converter, &in, &n_in, &out, &n_out) == (size_t)-1)
        return errno == EINVAL ? (gunichar)-2 : (gunichar)-1;
    return g_utf8_get_char_validated(utf8, out - utf8);
}

FpCharacterState fp_characters_take(FpCharacters *characters, char byte, gunichar *out_character)
{
    characters->bytes[characters->n_bytes++] = byte;
    gunichar c = read_character(characters);
    bool is_full = characters->n_bytes == sizeof characters->bytes;
    if (c == (gunichar)-2 && !is_full)
        return FP_CHARACTER_BEGUN;
    characters->n_bytes = 0;
    if (c == (gunichar)-1 || c == (gunichar)-2)
        return FP_CHARACTER_BROKEN;
    *out_character = c;
    return FP_CHARACTER_WHOLE;
}
