// SPDX-License-Identifier: Apache-2.0
// libunistring says where a line may break (UAX #14); lines are filled greedily with what stands
// between two such places, here called a piece: a word and the spaces behind it.
#include "fp-text.h"
#include <string.h>
#include <unilbrk.h>

/* The line being filled, as a part of the paragraph. */
typedef struct {
    GStrvBuilder *lines;
    size_t width;       /* cells allowed */
    const char *start;  /* of the line */
    const char *end;    /* of what is on it, trailing spaces left out; start where it is empty */
    size_t used, blank; /* cells up to end, and of the spaces behind it */
} Filler;

static void add_line(GStrvBuilder *lines, const char *start, const char *end)
{
    g_autofree char *line = g_strndup(start, (size_t)(end - start));
    g_strv_builder_add(lines, line);
}

/* Ends the line, if it has anything on it, and begins the next one at start. */
static void begin_line(Filler *filler, const char *start)
{
    if (filler->end > filler->start)
        add_line(filler->lines, filler->start, filler->end);
    filler->start = filler->end = start;
    filler->used = filler->blank = 0;
}

static const char *trim_end(const char *start, const char *end)
{
    while (end > start && end[-1] == ' ')
        end--;
    return end;
}

static size_t width_of(const char *start, const char *end)
{
    g_autofree char *text = g_strndup(start, (size_t)(end - start));
    return fp_text_width(text);
}

/* Puts a word that no line holds on lines of its own, and leaves the last of them open. */
static void cut_word(Filler *filler, const char *start, const char *end)
{
    g_autofree char *word = g_strndup(start, (size_t)(end - start));
    for (size_t at = 0; word[at] != '\0';) {
        size_t n_bytes = fp_text_fit(word + at, filler->width);
        // A cluster wider than the whole line stands alone: each turn takes one at least.
        if (n_bytes == 0)
            n_bytes = fp_text_next(word + at, 0);
        begin_line(filler, start + at);
        filler->end = trim_end(start + at, start + at + n_bytes);
        filler->used = width_of(filler->start, filler->end);
        at += n_bytes;
        // The rules keep some spaces inside a word, as one behind a bracket.
        while (word[at] == ' ' && fp_text_next(word, at) == at + 1)
            at++;
    }
}

/* Adds a piece to the line, or to a new one where it does not fit. */
static void add_piece(Filler *filler, const char *start, const char *end)
{
    const char *word_end = trim_end(start, end);
    size_t n_blank = (size_t)(end - word_end);
    size_t word_width = width_of(start, word_end);
    if (word_end > start) {
        size_t before = filler->used + filler->blank;
        if (before + word_width > filler->width)
            begin_line(filler, start);
        if (word_width > filler->width) {
            cut_word(filler, start, word_end);
        } else {
            filler->used += filler->blank + word_width;
            filler->end = word_end;
        }
        filler->blank = 0;
    }
    filler->blank += n_blank;
}

/* Fills lines with a paragraph, which has no line feed. At least one line. */
static void wrap_paragraph(GStrvBuilder *lines, const char *text, size_t n_bytes, size_t width)
{
    Filler filler = { .lines = lines, .width = width, .start = text, .end = text };
    g_autofree char *breaks = g_strnfill(n_bytes, UC_BREAK_PROHIBITED);
    g_autofree char *paragraph = g_strndup(text, n_bytes);
    u8_possible_linebreaks((const uint8_t *)text, n_bytes, "UTF-8", breaks);
    size_t piece = 0;
    for (size_t at = 0; at < n_bytes;) {
        // Only between clusters: the rules let a line break before a mark that stands on a space.
        at = fp_text_next(paragraph, at);
        if (at < n_bytes && breaks[at] != UC_BREAK_POSSIBLE)
            continue;
        add_piece(&filler, text + piece, text + at);
        piece = at;
    }
    add_line(lines, filler.start, filler.end);
}

char **fp_text_wrap(const char *text, size_t width)
{
    g_autoptr(GStrvBuilder) lines = g_strv_builder_new();
    for (;;) {
        size_t n_bytes = strcspn(text, "\n");
        wrap_paragraph(lines, text, n_bytes, MAX(width, 1));
        // A line feed ends a line; behind the last one no other begins.
        if (text[n_bytes] == '\0' || text[n_bytes + 1] == '\0')
            break;
        text += n_bytes + 1;
    }
    return g_strv_builder_end(lines);
}
