// SPDX-License-Identifier: Apache-2.0
/* A second reading of FORMAT §3.7 to §3.11 by going through everything, for small trees. */
#pragma once
#include "fp-answer-sheet.h"
#include "reference-engine.h"

/* The sheet of raw answers. Owned by the caller. */
FpAnswerSheet *reference_sheet(const FpTree *tree, const RawAnswer *answers);

/* A completion, and who wins on it. */
typedef struct {
    RawAnswer *answers; /* one a question; NONE where it is not asked and nothing was said */
    bool *is_asked;     /* one a question */
    size_t winner;      /* n_outcomes: no path */
} ReferenceCompletion;

/* All completions (FORMAT §3.7), of ReferenceCompletion; NULL where there are more than max. */
GArray *reference_completions(const FpTree *tree, const RawAnswer *answers, size_t max);

/* The questions worth asking, as fp-outlook.h defines them: indices, an owned array. */
size_t *reference_worth_asking(const FpTree *tree, const RawAnswer *answers,
                               const GArray *completions, size_t *out_n);
