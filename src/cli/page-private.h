// SPDX-License-Identifier: Apache-2.0
/* Lines of a tree's page, and its parts. */
#pragma once
#include "tree-page.h"

typedef struct {
    const FpTree *tree;
    const FpTreePageOptions *options;
    GString *text;
    GHashTable *cited; /* const FpFact *, a set: those that the page names */
} Page;

/* text after indent cells and a mark; lines that follow hang under its first word. Blank text adds
 * nothing; text NULL neither. mark: "" for none. */
void page_item(Page *page, size_t indent, const char *mark, const char *text);
/* What a brief's headline says; text: NULL adds nothing. */
void page_headline(Page *page, size_t indent, const char *text);
void page_blank(Page *page); /* unless the last line is blank */
void page_heading(Page *page, const char *text);

/* A line as it is: an address, which must stay whole. */
void page_raw(Page *page, size_t indent, const char *text);
/* A guard as a sentence, or where it has many parts as a list of them. one: the sentence's beginning
 * ("Asked when"); any and all: the list's ("Asked when one of these holds:"). */
void page_guard(Page *page, size_t indent, const FpGuard *guard, const char *one, const char *any,
                const char *all);

/* text with the facts that it cites in brackets behind it, and remembers these. */
void page_item_cited(Page *page, size_t indent, const char *mark, const char *text, FpCites cites);
/* Each effect with its guard, its reason and its facts. */
void page_effects(Page *page, size_t indent, FpEffects effects);
void page_outcomes(Page *page);
void page_controls(Page *page);
void page_facts(Page *page); /* those that were cited */
