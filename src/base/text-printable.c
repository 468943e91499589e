// SPDX-License-Identifier: Apache-2.0
// One walk over the code points with a small memory of the cluster being written. What is not let
// through is written out as a mark, never dropped: who wrote it meant to deceive, or will ask.
#include "fp-text.h"
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

/* Combining marks on one base, and other parts of one cluster (joined emoji, Hangul letters): more
 * would make a cluster that no line holds. The longest joined emoji in use has six such parts. */
enum { MARKS_MAX = 8, PARTS_MAX = 8 };

enum { ZWNJ = 0x200C, ZWJ = 0x200D, KEYCAP = 0x20E3 };

typedef struct {
    GString *out;
    bool keeps_newlines;
    bool has_base;        /* a character that marks may follow was just written */
    bool is_pictographic; /* the cluster so far is an emoji and what extends it */
    ucs4_t last;          /* the last code point written */
    ucs4_t base;          /* the last that is no mark */
    unsigned n_marks, n_parts, n_dropped;
} Printer;

bool fp_text_is_forbidden(gunichar c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool fp_text_is_line(const char *text)
{
    if (!g_utf8_validate(text, -1, NULL))
        return false;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        if (*c == '\n' || *c == '\t' || fp_text_is_forbidden(g_utf8_get_char(c)))
            return false;
    }
    return true;
}

/* Invisible, or changing what stands around it: format characters but the few that are seen (they
 * go before digits: GBP_PREPEND), what fonts leave out by default, separators, noncharacters. */
static bool is_hidden(ucs4_t c)
{
    if (fp_text_is_forbidden(c) || c == 0x2028 || c == 0x2029)
        return true;
    if (uc_is_property_default_ignorable_code_point(c) || uc_is_property_not_a_character(c))
        return true;
    return uc_is_general_category(c, UC_FORMAT) &&
           uc_graphemeclusterbreak_property(c) != GBP_PREPEND;
}

static bool is_emoji(ucs4_t c)
{
    return c >= 0xA9 && uc_is_property_extended_pictographic(c);
}

static bool is_virama(ucs4_t c)
{
    return uc_combining_class(c) == UC_CCC_VR;
}

/* What is drawn on the character before it: accents, and the skin tones and signs alike. */
static bool is_combining(ucs4_t c)
{
    return uc_is_general_category(c, UC_MARK) || uc_graphemeclusterbreak_property(c) == GBP_EXTEND;
}

static bool joins_as_letter(ucs4_t c)
{
    int type = uc_joining_type(c);
    return type != UC_JOINING_TYPE_U && type != UC_JOINING_TYPE_T;
}

static bool is_letter_abroad(ucs4_t c)
{
    return c > 0x7F && (uc_is_general_category(c, UC_LETTER) || uc_is_general_category(c, UC_MARK));
}

/* ZWJ and ZWNJ have work to do between joining letters (Arabic and its kin), at a virama (Indic
 * scripts), and ZWJ between emoji. */
static bool is_working_joiner(const Printer *printer, ucs4_t joiner, ucs4_t next)
{
    // There must be room for what it joins: a joiner whose second side is not let through is none.
    if (!printer->has_base || printer->n_marks + 1 >= MARKS_MAX || printer->n_parts == PARTS_MAX)
        return false;
    if (next == 0 || is_hidden(next))
        return false;
    if (joiner == ZWJ && printer->is_pictographic && is_emoji(next))
        return true;
    if (joins_as_letter(printer->base) && joins_as_letter(next))
        return true;
    return (is_virama(printer->last) || is_virama(next)) && is_letter_abroad(printer->last) &&
           is_letter_abroad(next);
}

/* A variation selector is not seen: it stays where it chooses a form of the character before it. */
static bool is_working_selector(const Printer *printer, ucs4_t selector, ucs4_t next)
{
    if (!printer->has_base || printer->n_marks > 0)
        return false;
    if (selector == 0xFE0E || selector == 0xFE0F)
        return uc_is_property_emoji(printer->last) && (printer->last > 0x7F || next == KEYCAP);
    if (selector >= 0xE0100)
        return uc_is_property_ideographic(printer->last);
    return printer->last > 0x7F;
}

/* Ends the cluster. last: what stands before the next character. */
static void end_cluster(Printer *printer, char last)
{
    if (printer->n_dropped > 0)
        g_string_append_printf(printer->out, "<+%u>", printer->n_dropped);
    printer->has_base = printer->is_pictographic = false;
    printer->n_marks = printer->n_parts = printer->n_dropped = 0;
    printer->last = printer->base = (unsigned char)last;
}

/* Writes what is shown for a character that is not let through. It is no base for what follows. */
static void write_mark(Printer *printer, ucs4_t c)
{
    end_cluster(printer, '>');
    g_string_append_printf(printer->out, "<U+%04X>", c);
}

static void append(Printer *printer, ucs4_t c)
{
    g_string_append_unichar(printer->out, c);
    printer->last = c;
}

/* Writes a combining mark on its base: without one it would sit on whatever is shown before. */
static void write_combining(Printer *printer, ucs4_t c)
{
    if (!printer->has_base) {
        write_mark(printer, c);
    } else if (printer->n_marks == MARKS_MAX) {
        printer->n_dropped++;
    } else {
        printer->n_marks++;
        append(printer, c);
    }
}

/* True where c would be one more part of the cluster before it. */
static bool is_part(const Printer *printer, ucs4_t c)
{
    return !uc_is_grapheme_break(printer->last, c) ||
           (printer->last == ZWJ && printer->is_pictographic && is_emoji(c));
}

/* Writes a character of its own, or one more part of the cluster before it. */
static void write_base(Printer *printer, ucs4_t c)
{
    if (printer->n_dropped > 0)
        end_cluster(printer, '>');
    printer->n_parts = is_part(printer, c) ? printer->n_parts + 1 : 0;
    if (printer->n_parts > PARTS_MAX) {
        write_mark(printer, c);
        return;
    }
    printer->has_base = true;
    printer->n_marks = 0;
    printer->is_pictographic = is_emoji(c);
    printer->base = c;
    append(printer, c);
}

/* Writes ASCII as it stands; the last of it may be a base of what follows. */
static void write_plain(Printer *printer, const char *text, size_t n_bytes)
{
    char last = text[n_bytes - 1];
    end_cluster(printer, last);
    g_string_append_len(printer->out, text, (gssize)n_bytes);
    printer->has_base = last != '\n';
}

/* next: the code point behind, 0 where there is none or it is faulty. */
static bool is_let_through(const Printer *printer, ucs4_t c, ucs4_t next)
{
    if (c == ZWJ || c == ZWNJ)
        return is_working_joiner(printer, c, next);
    if (uc_is_property_variation_selector(c))
        return is_working_selector(printer, c, next);
    return !is_hidden(c);
}

static void write_code_point(Printer *printer, ucs4_t c, ucs4_t next)
{
    if (c == '\t' || c == '\n')
        write_plain(printer, c == '\n' && printer->keeps_newlines ? "\n" : " ", 1);
    else if (!is_let_through(printer, c, next))
        write_mark(printer, c);
    else if (c == ZWJ)
        append(printer, c);
    else if (is_combining(c))
        write_combining(printer, c);
    else
        write_base(printer, c);
}

/* Reads a code point; its bytes, or 0 where the bytes are no valid one. n_bytes: 1 or more. */
static size_t read_code_point(const char *text, size_t n_bytes, ucs4_t *out_c)
{
    int n_read = u8_mbtoucr(out_c, (const uint8_t *)text, n_bytes);
    return n_read > 0 ? (size_t)n_read : 0;
}

static size_t count_plain(const char *text, size_t n_bytes)
{
    size_t n = 0;
    while (n < n_bytes && text[n] >= ' ' && text[n] < 0x7F)
        n++;
    return n;
}

/* Writes what begins at text: a plain run, a code point or a faulty byte. Returns its bytes. */
static size_t write_next(Printer *printer, const char *text, size_t n_bytes)
{
    ucs4_t c, next = 0;
    size_t n_plain = count_plain(text, n_bytes);
    if (n_plain > 0) {
        write_plain(printer, text, n_plain);
        return n_plain;
    }
    size_t n_read = read_code_point(text, n_bytes, &c);
    if (n_read == 0) {
        end_cluster(printer, '>');
        g_string_append_printf(printer->out, "<0x%02X>", (unsigned char)*text);
        return 1;
    }
    if (n_read == n_bytes || read_code_point(text + n_read, n_bytes - n_read, &next) == 0)
        next = 0;
    write_code_point(printer, c, next);
    return n_read;
}

char *fp_text_printable(const char *text, gssize length, FpPrintFlags flags)
{
    size_t n_bytes = length < 0 ? strlen(text) : (size_t)length;
    if (count_plain(text, n_bytes) == n_bytes)
        return g_strndup(text, n_bytes);
    Printer printer = { .out = g_string_sized_new(n_bytes + 16),
                        .keeps_newlines = (flags & FP_PRINT_KEEP_NEWLINES) != 0 };
    for (size_t at = 0; at < n_bytes;)
        at += write_next(&printer, text + at, n_bytes - at);
    end_cluster(&printer, '\0');
    return g_string_free(printer.out, FALSE);
}
