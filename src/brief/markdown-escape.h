// SPDX-License-Identifier: Apache-2.0
/* Foreign text inside Markdown, so that it renders as itself (CommonMark 0.30, and GitHub's tables,
 * strikethrough, autolinks and mathematics).
 *
 * What is not undone: GitHub turns @names, #numbers, e-mail addresses and :emoji: into links and
 * pictures after Markdown is rendered; no escape reaches that, and the words stay readable. */
#pragma once
#include <glib.h>

/* text on one line, safe anywhere in a paragraph, a list item, a heading or a table's cell.
 * Unprintable characters become visible marks, runs of spaces one space. Owned. */
char *markdown_escape(const char *text);

/* The same with line feeds as hard line breaks; the lines that follow start with indent spaces. */
char *markdown_escape_lines(const char *text, size_t indent);

/* "<https://...>" with all but unreserved and delimiting ASCII percent-encoded; NULL where url is
 * neither http nor https. Owned. */
char *markdown_link(const char *url);
