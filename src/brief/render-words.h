// SPDX-License-Identifier: Apache-2.0
/* Words that all renderers share: what is counted, ranked, guarded, found out. In the program's
 * language, not escaped; owned by the caller where they are not const. */
#pragma once
#include "fp-brief.h"

/* The arithmetic of the winner's points, and of another outcome's: "5 + 3 - 1 = 7", "5", "0". */
char *words_of_score(const FpBrief *brief);
char *words_of_other_score(const FpBrief *brief, const FpBriefOther *other);

/* Where another outcome stands: "ruled out", "7 points behind". */
char *words_of_rank(const FpBrief *brief, const FpBriefOther *other);

const char *words_of_access(FpAccessLevel level); /* "none", "limited", "full" */

/* The same as a sentence with who and what. */
char *words_of_access_to(const FpBriefAccess *access);

/* True where a path has points, counted or not. */
bool words_has_points(const FpBrief *brief, const FpBriefOther *other);

/* The question and the answer that led to a reason, "Cloud? → AWS"; NULL where a rule did, or none. */
char *words_of_origin(const FpBriefReason *reason, bool ascii);

/* Which reason counts in the place of one that does not; a sentence. */
char *words_of_counted_by(const FpBrief *brief, const FpBriefReason *reason, bool ascii);

/* Who runs a stop, or a place: "run by: Your own staff". */
char *words_of_runner(const char *who);

/* How many stops from the first one on, of n, stand within the same place: at least one. */
size_t words_count_together(const FpBriefStop *stops, size_t n);
/* Who runs all of these stops; NULL where they differ or nobody is named. */
const char *words_common_runner(const FpBriefStop *stops, size_t n);

/* Headings over what is told of the recommended path, which people may not have chosen: conditions,
 * limits, who can see what, the way of the data. */
const char *words_of_conditions(const FpBrief *brief);
const char *words_of_limits(const FpBrief *brief);
const char *words_of_who_sees(const FpBrief *brief);
const char *words_of_way(const FpBrief *brief);

/* How a stop is guarded; NULL where it is not. */
char *words_of_guard(const FpBriefStop *stop);

/* Who finds out an unknown, and by when; NULL where nothing is known of that. */
char *words_of_finder(const FpBriefAnswer *answer);

/* The same of a question without an answer, with words for nobody too, and for a name left out. */
char *words_of_open(const FpBriefAnswer *answer);

/* The heading over the open questions: their order tells nothing where none is worth more. */
const char *words_of_open_heading(const FpBrief *brief);

/* Whom the page is for and who made it, as a sentence; NULL where neither is known. */
char *words_of_maker(const FpBrief *brief);

/* What a reference is: "Publisher, Title (2026-07): section 3", without its address. */
char *words_of_reference(const FpFactSourceRef *ref);

/* What was said to a question, whatever its state. */
char *words_of_answer(const FpBriefAnswer *answer);

/* The numbers of sources behind a text, " [1, 3]"; "" where nothing is cited. */
char *words_of_cites(FpBriefCites cites);
