// SPDX-License-Identifier: Apache-2.0
/* Text on a grid of cells, and text that is not trusted.
 *
 * A cell is a terminal column. Widths follow libunistring's Unicode tables for the whole program
 * (the C library's differ). Units of cutting and of cursor movement are grapheme clusters.
 * All text here is valid UTF-8 unless a function says otherwise. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum {
    FP_PRINT_ONE_LINE = 0,      /* line feeds and tabs become a space */
    FP_PRINT_KEEP_NEWLINES = 1, /* line feeds stay */
} FpPrintFlags;

/* Makes text that comes from outside safe to show: C0 and C1 controls, DEL, bidirectional controls
 * (U+061C, U+200E/F, U+202A-E, U+2066-9), zero-width and other invisible format characters (U+00AD,
 * U+200B, U+2060-U+2064, U+FEFF, tags U+E0000-E007F, line and paragraph separators) become visible
 * marks as <U+202E>; ZWJ and ZWNJ stay only between characters that join, a variation selector only
 * where it chooses a form, a combining mark only on a base. A tab is a space always. Invalid UTF-8
 * becomes <0xFF>. At most eight combining marks follow a base; more are dropped and shown as one
 * mark <+N>.
 *   length   in bytes, or -1 for a NUL-terminated text; NUL bytes become <U+0000>
 *   Returns  owned by the caller; valid UTF-8 that moves no cursor and reorders nothing; made
 *            printable again, it stays as it is */
char *fp_text_printable(const char *text, gssize length, FpPrintFlags flags);

/* C0 but LF and TAB, DEL, C1, bidirectional embeddings, overrides, isolates. For the tree reader, which
 * refuses these once decoded, and leaves the rest of what is marked above to be shown. */
bool fp_text_is_forbidden(gunichar c);
/* True for one line of UTF-8 without those, LF and TAB: what a title or a name can be. */
bool fp_text_is_line(const char *text);

/* True for an id of the format: a-z, 0-9 and '-', which is not first, at most 64 bytes. So an id is
 * never a path of its own. */
bool fp_text_is_id(const char *text);

/* Cells that text takes on one line. Controls count 0: print it first. An emoji of several code
 * points takes 2, as a flag does. */
size_t fp_text_width(const char *text);

/* The byte offset of the next or previous grapheme cluster's border; stays at the ends. */
size_t fp_text_next(const char *text, size_t offset);
size_t fp_text_previous(const char *text, size_t offset);

/* The longest start of text that takes at most width cells, in bytes; never splits a cluster. */
size_t fp_text_fit(const char *text, size_t width);

/* text, or as much of it as fits with "…" (ellipsis; "..." where ascii) at its end. Owned. */
char *fp_text_ellipsize(const char *text, size_t width, bool ascii);

/* text and spaces up to width cells; cut as ellipsize does where it is too long. Owned. */
char *fp_text_pad(const char *text, size_t width, bool ascii);

/* Breaks text into lines of at most width cells by Unicode's line breaking; a word that is too long
 * is cut at clusters; LF breaks, and one at the end adds no line; trailing spaces are dropped.
 * width 0 counts as 1. A cluster that is wider than width stands alone on its line.
 *   Returns  a NULL-terminated vector with at least one line; free with g_strfreev() */
char **fp_text_wrap(const char *text, size_t width);

/* text in another character set for a terminal that is not UTF-8: what the set lacks is
 * transliterated (dashes, quotes, ticks to ASCII), else '?'. charset: nl_langinfo(CODESET).
 * Returns bytes in charset, NUL-terminated; owned. A copy where charset is UTF-8. */
char *fp_text_for_charset(const char *text, const char *charset);
