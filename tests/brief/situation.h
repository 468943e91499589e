// SPDX-License-Identifier: Apache-2.0
/* Briefs of situations told in one line: a tree about crossing a river, and answers to it. */
#pragma once
#include "fp-brief-render.h"

typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
    FpSession *session; /* NULL where the answers come from no session */
    FpAnswerSheet *sheet;
    FpVerdict *verdict;
    FpBriefAnalyses *analyses; /* NULL unless is_analysed */
    bool is_analysed;
    FpBrief *brief;
} Situation;

/* A sheet's answers: "water=calm load=cart,hat depth=2.5 night=unknown". Judged as of 2026-11-24. */
Situation *situation_new(const char *answers);
/* The same on another tree. yaml may name the facts of `waters`. */
Situation *situation_of(const char *yaml, const char *answers);
/* With all that the engine finds about the verdict. yaml: NULL for the crossing. */
Situation *situation_analysed(const char *yaml, const char *answers);
/* From a session whose events come line by line, each a kind and then "KEY=VALUE" fields separated
 * by "|": "unknown question=night|who=Ann". Its first event, `started`, is not named. */
Situation *situation_of_session(const char *events);

void situation_free(Situation *situation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Situation, situation_free)

/* The tree of a YAML that has no faults; owned. */
FpTree *situation_read_tree(const char *yaml);

/* A tree whose headline says what was answered: the phrase is PHRASE. */
Situation *situation_with_a_phrase(void);

const char *situation_yaml(void); /* the crossing's */
/* The crossing's YAML with each `from` replaced by `to`: for texts that are not to be trusted. */
char *situation_yaml_with(const char *from, const char *to);

/* The crossing's YAML with random texts, as far as the format lets them in, in place of many. */
char *situation_yaml_random(GRand *random);

/* A text of up to max pieces of every kind: words, wide ones, marks, controls, brackets. */
char *random_text(GRand *random, int max);
