// SPDX-License-Identifier: Apache-2.0
/* Lines of at most a width: hanging indents, headings, blank lines between sections.
 *
 * Every text goes through fp_text_printable() here, so callers pass foreign text as it is. */
#pragma once
#include "fp-brief-render.h"

typedef struct {
    GPtrArray *lines; /* FpBriefLine *, owned */
    size_t width;     /* cells */
    bool is_ascii;
    bool keeps_addresses; /* a line with an address or a digest is not broken, however long */
} FpLineWriter;

/* A blank line, unless the page starts here or the last line is blank already. */
void line_writer_blank(FpLineWriter *writer);
/* A section's name, with a blank line before it. */
void line_writer_heading(FpLineWriter *writer, const char *text);
/* text after indent spaces and a mark; the lines that follow hang under its first word. Where the
 * width leaves too little room the indent gives way. mark: "" for none. */
void line_writer_item(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                      const char *text);
/* The same with line feeds kept: notes, summaries. */
void line_writer_prose(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                       const char *text);
/* One line as it is, printable already; takes it over. Cut where it is too long. */
void line_writer_raw(FpLineWriter *writer, FpLineStyle style, char *line);
