// SPDX-License-Identifier: Apache-2.0
// A text that converts as a whole is done in one call; else character by character, each that the
// set lacks through our own table of signs, then GLib's of letters.
#include "fp-text.h"
#include <string.h>

/* Signs that GLib does not know or spells otherwise. As many cells as the sign where that reads
 * well, so that columns hold. */
static const struct {
    gunichar from;
    const char *to;
} signs[] = {
    { 0x00A0, " " },   { 0x00AB, "\"" }, { 0x00B7, "*" },  { 0x00BB, "\"" }, { 0x00D7, "x" },
    { 0x2010, "-" },   { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" },
    { 0x2015, "-" },   { 0x2018, "'" },  { 0x2019, "'" },  { 0x201A, "'" },  { 0x201C, "\"" },
    { 0x201D, "\"" },  { 0x201E, "\"" }, { 0x2020, "+" },  { 0x2022, "*" },  { 0x2026, "..." },
    { 0x202F, " " },   { 0x2032, "'" },  { 0x2033, "\"" }, { 0x2039, "'" },  { 0x203A, "'" },
    { 0x20AC, "EUR" }, { 0x2190, "<" },  { 0x2191, "^" },  { 0x2192, ">" },  { 0x2193, "v" },
    { 0x21D2, ">" },   { 0x2212, "-" },  { 0x2248, "~" },  { 0x2260, "!=" }, { 0x2264, "<=" },
    { 0x2265, ">=" },  { 0x2500, "-" },  { 0x2501, "-" },  { 0x2502, "|" },  { 0x2503, "|" },
    { 0x250C, "+" },   { 0x2510, "+" },  { 0x2514, "+" },  { 0x2518, "+" },  { 0x251C, "+" },
    { 0x2524, "+" },   { 0x252C, "+" },  { 0x2534, "+" },  { 0x253C, "+" },  { 0x2588, "#" },
    { 0x2591, "." },   { 0x2592, ":" },  { 0x2593, "#" },  { 0x25A0, "#" },  { 0x25A1, "[" },
    { 0x25AA, "*" },   { 0x25B2, "^" },  { 0x25B6, ">" },  { 0x25B8, ">" },  { 0x25BA, ">" },
    { 0x25BC, "v" },   { 0x25C0, "<" },  { 0x25C6, "*" },  { 0x25C7, "o" },  { 0x25CB, "o" },
    { 0x25CF, "*" },   { 0x2610, "o" },  { 0x2611, "x" },  { 0x2612, "x" },  { 0x2713, "x" },
    { 0x2714, "x" },   { 0x2717, "-" },  { 0x2718, "-" },  { 0x279C, ">" },  { 0x3000, "  " },
};

static bool is_utf8(const char *charset)
{
    return g_ascii_strcasecmp(charset, "UTF-8") == 0 || g_ascii_strcasecmp(charset, "UTF8") == 0;
}

/* A character in ASCII: by the table, by GLib, or a '?'. Owned. */
static char *spell_in_ascii(const char *character)
{
    gunichar c = g_utf8_get_char(character);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (signs[i].from == c)
            return g_strdup(signs[i].to);
    }
    // What takes no cell of its own (an accent, a joiner) leaves none behind.
    if (fp_text_width(character) == 0)
        return g_strdup("");
    return g_str_to_ascii(character, "C");
}

/* Appends a character in the set of the open converter. */
static void append_converted(GString *out, GIConv converter, const char *character)
{
    size_t n_bytes;
    g_autofree char *converted =
        g_convert_with_iconv(character, -1, converter, NULL, &n_bytes, NULL);
    if (converted == NULL) {
        g_autofree char *spelt = spell_in_ascii(character);
        converted = g_convert_with_iconv(spelt, -1, converter, NULL, &n_bytes, NULL);
        if (converted == NULL) // not even ASCII: no terminal has such a set
            return;
    }
    g_string_append_len(out, converted, (gssize)n_bytes);
}

static char *convert_by_character(const char *text, GIConv converter)
{
    // Composed first: the older sets have letters with their accents alone.
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    GString *out = g_string_new(NULL);
    if (composed == NULL) // not UTF-8
        composed = g_utf8_make_valid(text, -1);
    for (const char *at = composed; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
        char character[7] = { 0 };
        memcpy(character, at, (size_t)(g_utf8_find_next_char(at, NULL) - at));
        append_converted(out, converter, character);
    }
    return g_string_free(out, FALSE);
}

char *fp_text_for_charset(const char *text, const char *charset)
{
    if (is_utf8(charset))
        return g_strdup(text);
    GIConv converter = g_iconv_open(charset, "UTF-8");
    if (converter == (GIConv)-1) // a set that the system does not know
        converter = g_iconv_open("ASCII", "UTF-8");
    g_assert(converter != (GIConv)-1);
    char *converted = g_convert_with_iconv(text, -1, converter, NULL, NULL, NULL);
    if (converted == NULL)
        converted = convert_by_character(text, converter);
    g_iconv_close(converter);
    return converted;
}
