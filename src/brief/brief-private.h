// SPDX-License-Identifier: Apache-2.0
/* A brief in the making: what it is made of, the memory that it will own, and its parts.
 *
 * Sources get their numbers when they are first cited, so the order of the parts in brief.c is the
 * order in which the text shows them. */
#pragma once
#include "fp-brief.h"

typedef struct FpBriefMaker FpBriefMaker;
struct FpBriefMaker {
    FpBrief brief; /* first: the brief handed out is this one */
    const FpBriefInput *input;
    const FpTree *tree;
    const FpVerdict *verdict;
    FpBriefReason *reasons; /* brief.reasons, while their sources get numbers */
    GPtrArray *blocks;      /* arrays and strings that the brief owns */
    GPtrArray *cited;       /* const FpFact *: number n stands at n - 1 */
    GHashTable *numbers;    /* fact to its number */
    GHashTable *cites;      /* FpCites to their numbers, FpBriefCites */
};

/* Zeroed room for n items, owned by the brief. NULL where n is 0. */
void *brief_new_array(FpBriefMaker *maker, size_t n, size_t item_bytes);
/* Takes a string over for the brief; NULL stays NULL. */
const char *brief_keep(FpBriefMaker *maker, char *owned);
/* A text of the tree in the brief's language; NULL where the tree has none. */
const char *brief_tree_text(const FpBriefMaker *maker, FpTreeText text);
const char *brief_outcome_title(const FpBriefMaker *maker, size_t outcome);

/* Numbers of the sources cited; new ones get the next numbers. */
FpBriefCites brief_cite(FpBriefMaker *maker, const FpCites *cites);
FpBriefCites brief_cite_both(FpBriefMaker *maker, const FpCites *cites, const FpCites *more);

const char *brief_question_text(const FpBriefMaker *maker, size_t question);

size_t brief_count_questions(const FpVerdict *verdict, FpQuestionState state);
size_t brief_count_ruled_out(const FpVerdict *verdict);
size_t brief_count_not_known(const FpVerdict *verdict); /* questions open or unknown */
bool brief_is_nothing_known(const FpVerdict *verdict);  /* they are all open or unknown */

/* The path whose conditions, steps and limits are told. NULL where there is none, and where nothing
 * is known yet: what such a path asks for would read as a recommendation. */
const FpOutcome *brief_path(const FpBriefMaker *maker);

/* The parts, one file each where no other is named (brief-NAME.c). */
void brief_make_reasons(FpBriefMaker *maker); /* all of them, and the winner's two lists */
void brief_make_conditions(FpBriefMaker *maker);
void brief_make_steps(FpBriefMaker *maker);
void brief_make_notices(FpBriefMaker *maker); /* limits and advice; in brief-conditions.c */
void brief_make_others(FpBriefMaker *maker);  /* in brief-reasons.c; after the reasons */
void brief_make_ways(FpBriefMaker *maker);    /* data flow and access */
void brief_make_answers(FpBriefMaker *maker);
void brief_make_headline(FpBriefMaker *maker); /* after the conditions; sureness, decided too */
void brief_make_sources(FpBriefMaker *maker);  /* last: all has been cited */
