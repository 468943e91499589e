// SPDX-License-Identifier: Apache-2.0
/* The pieces of a Markdown page. All text is escaped here; what is formatted is escaped whole. */
#pragma once
#include "fp-brief.h"

/* Where the lines of an item go on; enough for "99. " too, since a first line may be wider. */
#define MARKDOWN_ITEM_INDENT 4

void markdown_add(GString *page, const char *format, ...) G_GNUC_PRINTF(2, 3);
void markdown_add_strong(GString *page, const char *text);
void markdown_add_heading(GString *page, int level, const char *text);
void markdown_add_cites(GString *page, FpBriefCites cites);

/* An item's first line, without its line feed. */
void markdown_add_bullet(GString *page, const char *format, ...) G_GNUC_PRINTF(2, 3);
void markdown_add_number(GString *page, size_t number);
/* One more line of an item, after a hard line break. */
void markdown_add_line(GString *page, const char *format, ...) G_GNUC_PRINTF(2, 3);
void markdown_add_strong_line(GString *page, const char *text);

/* "More Information": next steps, way of the data, access, sources, foot (markdown-more.c). */
void markdown_write_more(GString *page, const FpBrief *brief);

/* What leaves no path, what would change the outcome, how firmly it stands (markdown-analyses.c). */
void markdown_write_analyses(GString *page, const FpBrief *brief);
