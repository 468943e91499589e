// SPDX-License-Identifier: Apache-2.0
/* Rows of one table of the index for one session, and what they are made of. */
#pragma once
#include "fp-node.h"
#include "index-private.h"

struct FpIndex {
    const FpSession *session;
    FpQuestionState *states; /* one a question */
    FpDocument *verdict;     /* the verdict in force as it was recorded; NULL: none */
};

/* Rows without their first column, the session's number. */
typedef struct {
    GArray *values; /* of FpSqlValue, row after row */
    GStringChunk *texts;
} FpIndexRows;

void fp_index_add_integer(FpIndexRows *rows, int64_t integer);
void fp_index_add_text(FpIndexRows *rows, const char *text); /* copied; NULL is NULL */

/* One function a table. */
void fp_index_list_parents(const FpIndex *index, FpIndexRows *rows);
void fp_index_list_answers(const FpIndex *index, FpIndexRows *rows);
void fp_index_list_verdict(const FpIndex *index, FpIndexRows *rows);
void fp_index_list_reasons(const FpIndex *index, FpIndexRows *rows);
void fp_index_list_citations(const FpIndex *index, FpIndexRows *rows);
