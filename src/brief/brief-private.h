// SPDX-License-Identifier: Apache-2.0
/* A brief in the making: what it is made of, the memory that it will own, and its parts.
 *
 * Sources get their numbers when they are first cited, so the order of the parts in brief.c is the
 * order in which the text shows them. */
#pragma once
#include "fp-brief.h"

/* Up to so many open questions are named one by one among the steps. */
#define BRIEF_OPEN_NAMED_MAX 3

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
FpBriefCites brief_cite_all(FpBriefMaker *maker, const GPtrArray *lists); /* of const FpCites * */

const char *brief_question_text(const FpBriefMaker *maker, size_t question);

size_t brief_count_questions(const FpVerdict *verdict, FpQuestionState state);
size_t brief_count_ruled_out(const FpVerdict *verdict);
size_t brief_count_not_known(const FpVerdict *verdict); /* questions open or unknown */
bool brief_is_nothing_known(const FpVerdict *verdict);  /* they are all open or unknown */

/* The path whose conditions, steps and limits are told. NULL where there is none, and where nothing
 * is known yet: what such a path asks for would read as a recommendation. */
const FpOutcome *brief_path(const FpBriefMaker *maker);

/* What is left out at the wish of who exports it (brief-redact.c). */
bool brief_is_redacted(const FpBriefMaker *maker, FpBriefRedact flag);
/* A copy of what somebody said, owned by the brief; NULL where it is left out, or nothing. */
const char *brief_keep_words(FpBriefMaker *maker, FpBriefRedact flag, const char *words);
void brief_make_redacted(FpBriefMaker *maker);

/* How the winner stands to the others. */
typedef enum {
    BRIEF_STANDS_CLEAR,
    BRIEF_STANDS_CLOSE,
    BRIEF_STANDS_TIED,    /* equal scores: the tree's `prefer` settled it */
    BRIEF_STANDS_LAST,    /* all others are ruled out */
    BRIEF_STANDS_SINGLE,  /* the tree has one outcome */
    BRIEF_STANDS_NOWHERE, /* no path */
} BriefStanding;
BriefStanding brief_find_standing(const FpVerdict *verdict);

typedef enum { BRIEF_FOR, BRIEF_AGAINST } BriefSide;
typedef struct {
    const size_t *indices; /* of reasons; owned by the brief */
    size_t n;
} BriefList;
/* The reasons on one side of an outcome, what rules it out first, then the strongest. */
BriefList brief_list_reasons(FpBriefMaker *maker, size_t outcome, BriefSide side);
void brief_cite_reasons(FpBriefMaker *maker, const size_t *indices, size_t n);

/* An answer that stands behind a verdict, and how much it does (brief-causes.c). */
typedef struct {
    size_t question, option;
    size_t weight; /* paths that it rules out, or points that it takes from the winner */
} BriefCause;

/* The answers that rule paths out, and those that speak against the winner: arrays of BriefCause,
 * owned by the caller, the heaviest first, then in tree order. What rules do is no answer's. */
GArray *brief_find_ruling(const FpVerdict *verdict);
GArray *brief_find_against(const FpVerdict *verdict);
/* How many of the ruling ones to look at, from the first on: those that alone rule out all that is
 * out; all of them where none does. */
size_t brief_count_deciding(const FpVerdict *verdict, const GArray *ruling);

/* Owned by the caller: an answer with its question, or the question alone where answers are left
 * out; the first n causes as a list in words. */
char *brief_name_answer(const FpBriefMaker *maker, const BriefCause *cause);
char *brief_name_answers(const FpBriefMaker *maker, const GArray *causes, size_t n);

/* The same of what the sheet says to a question, with all that was chosen. */
char *brief_name_said(const FpBriefMaker *maker, size_t question);

/* Owned by the caller (brief-names.c). names: of const char *; the first few are named. */
char *brief_join_names(const GPtrArray *names);
/* All of them: as a list, and as alternatives ("a, b or c"). */
char *brief_join_all(const GPtrArray *names);
char *brief_join_alternatives(const GPtrArray *names);
char *brief_join_sentences(const char *text, const char *sentence);

/* The parts, one file each where no other is named (brief-NAME.c). */
void brief_make_conditions(FpBriefMaker *maker);
void brief_make_reasons(FpBriefMaker *maker); /* all of them, and the winner's two lists */
void brief_make_steps(FpBriefMaker *maker);
void brief_make_notices(FpBriefMaker *maker); /* limits and advice; in brief-conditions.c */
/* The other paths (brief-others.c), after the reasons. What rules them out is cited as they are
 * made, their points later: those of paths in the race, and last those of paths that are out. */
void brief_make_others(FpBriefMaker *maker);
void brief_cite_points(FpBriefMaker *maker);
void brief_cite_points_of_ruled_out(FpBriefMaker *maker);
void brief_make_ways(FpBriefMaker *maker); /* access and data flow */
void brief_make_answers(FpBriefMaker *maker);
/* What the analyses found, each in its part of the brief (brief-outlook.c, brief-changes.c,
 * brief-conflicts.c, brief-stability.c). */
void brief_make_outlook(
    FpBriefMaker *maker); /* before the headline, which reads whether it is settled */
void brief_make_changes(FpBriefMaker *maker);
void brief_make_conflicts(FpBriefMaker *maker);
void brief_make_stability(FpBriefMaker *maker);
/* What the answers still missing can change, in sentences; NULL where none is missing. Owned by the
 * caller. */
char *brief_say_outlook(const FpBriefMaker *maker);
void brief_make_headline(FpBriefMaker *maker); /* after the conditions */
void brief_make_sureness(FpBriefMaker *maker);
void brief_make_decided(FpBriefMaker *maker); /* in brief-headline.c */
void brief_make_sources(FpBriefMaker *maker); /* last: all has been cited */
