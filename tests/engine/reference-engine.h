// SPDX-License-Identifier: Apache-2.0
/* A second reading of FORMAT §2 and §3, slow and plain: it shares the tree's model with the program
 * and nothing else. Where the two differ, one of them has a defect. */
#pragma once
#include "random-tree.h"

/* Things of the format that a run must have met, counted as they are met. */
typedef enum {
    SEEN_NO_PATH,
    SEEN_TIE,
    SEEN_CLOSE_CALL,
    SEEN_NO_RUNNER_UP,
    SEEN_NEGATIVE_SCORE,
    SEEN_NOT_COUNTED,          /* a reason for which a stronger one of its group stands */
    SEEN_STRONGER_COMES_LATER, /* in a group, after a weaker one */
    SEEN_EQUAL_IN_GROUP,
    SEEN_SEVERAL_OUTCOMES, /* a reason of an effect on several */
    SEEN_RESTING,
    SEEN_RESTING_UNKNOWN,
    SEEN_UNKNOWN,
    SEEN_OPEN,
    SEEN_COMPLETE,
    SEEN_FOLLOW_UP,  /* applicable */
    SEEN_WHEN_FALSE, /* a question's guard, its parent chosen */
    SEEN_ATOM_ONE,   /* an atom of each form that holds */
    SEEN_ATOM_ANY_OF,
    SEEN_ATOM_ALL_OF,
    SEEN_ATOM_BAND,
    SEEN_ATOM_NOT_IN_FORCE, /* false because its question is open, unknown or not applicable */
    SEEN_GUARD_ALL,         /* a guard of each kind that holds */
    SEEN_GUARD_ANY,
    SEEN_GUARD_NOT,
    SEEN_EFFECT_WHEN_FALSE,
    SEEN_EFFECT_READS_OWN_QUESTION,
    SEEN_ALWAYS_GUARDED, /* an effect of `always` with a guard that holds */
    SEEN_RULE_FIRED,
    SEEN_RULE_NOT_FIRED,
    SEEN_MANY_OF_SEVERAL,
    SEEN_EXCLUSIVE,
    SEEN_NUMBER,
    SEEN_NUMBER_AT_BELOW, /* equal to the end of a band: it falls in the next */
    SEEN_NUMBER_NEGATIVE,
    SEEN_BAND_BY_ID,
    SEEN_REQUIRE,
    SEEN_REQUIRE_TWICE, /* asked for by two effects, listed once */
    SEEN_REQUIRE_FOR_ANOTHER,
    SEEN_ADVICE,
    SEEN_COUNT,
} Seen;
extern const char *const seen_names[SEEN_COUNT];

typedef struct {
    char *verdict_json;   /* the object under "verdict" of FORMAT §4, with no spaces */
    char *open, *resting; /* ids, a comma after each */
    size_t outcome;       /* FP_NONE: no path */
} ReferenceDecision;

/* seen: SEEN_COUNT counters, raised; may be NULL. */
ReferenceDecision reference_decide(const FpTree *tree, const RawAnswer *answers, size_t *seen);
void reference_decision_clear(ReferenceDecision *decision);

/* Goes through all completions (FORMAT §3.7). out_wins: on how many each outcome wins; the last of the
 * n_outcomes + 1 is for no path. False where there are more than max. */
bool reference_outlook(const FpTree *tree, const RawAnswer *answers, size_t max, size_t *out_wins);

/* Which questions are asked. out_applicable: one a question. */
void reference_applicable(const FpTree *tree, const RawAnswer *answers, bool *out_applicable);

/* Who wins on a sheet as it stands; FP_NONE: no path. */
size_t reference_winner(const FpTree *tree, const RawAnswer *answers);
