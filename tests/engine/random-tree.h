// SPDX-License-Identifier: Apache-2.0
/* Random trees and answer sheets that use every feature of the format. The text is made here and read
 * by the program's own reader; what a sheet means is kept beside it in plain arrays, so that a second
 * reading (reference-engine.h) needs nothing of the engine. */
#pragma once
#include "fp-tree.h"

typedef struct {
    size_t questions_max, outcomes_max, options_max;
} RandomSize;

/* A valid tree. Aborts the test with the reader's complaints where it is refused. out_text: the YAML,
 * owned, for messages; may be NULL. */
FpTree *random_tree_new(GRand *random, RandomSize size, char **out_text);

/* Such a text, changed by a test; NULL where it is no tree any more. */
FpTree *random_tree_read(const char *text);

typedef enum { RAW_NONE, RAW_UNKNOWN, RAW_OPTIONS, RAW_NUMBER } RawKind;

#define RAW_OPTIONS_MAX 100

typedef struct {
    RawKind kind;
    bool chosen[RAW_OPTIONS_MAX]; /* OPTIONS */
    int64_t millionths;           /* NUMBER */
} RawAnswer;

typedef struct {
    RawAnswer *answers; /* one a question */
    char *text;         /* the sheet as YAML or JSON */
    bool is_json, uses_was;
} RandomSheet;

/* A valid sheet. p_answered: how likely a question is to be answered. */
RandomSheet random_sheet_new(GRand *random, const FpTree *tree, double p_answered);
void random_sheet_clear(RandomSheet *sheet);

/* The seed of this run: FINGERPOST_SEED, else a new one; printed, so that a failure can be repeated. */
guint32 random_seed(void);

/* Shows a tree or a sheet in a run that repeats another: the last one shown is the one that fails. */
void random_show(const char *text);
