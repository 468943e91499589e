// SPDX-License-Identifier: Apache-2.0
/* The decision as JSON: what `decide --json` prints (FORMAT §4) and what a finished session keeps. */
#pragma once
#include "fp-json-writer.h"
#include "fp-verdict.h"

/* Which engine computed a stored verdict. Raised when the same sheet could get another verdict. */
#define FP_ENGINE_VERSION "1"

/* The whole document of FORMAT §4, pretty: the verdict with all analyses, each with a budget of
 * FP_BUDGET_DEFAULT. Owned by the caller. */
char *fp_decision_to_json(const FpAnswerSheet *sheet, const FpVerdict *verdict, FpDate as_of);

/* A sheet's answers alone, as the object under "answers". */
void fp_decision_write_answers(FpJsonWriter *writer, const FpAnswerSheet *sheet);

/* The verdict alone (the object under "verdict"), canonical: no spaces, one line. Owned. */
char *fp_verdict_to_canonical_json(const FpVerdict *verdict);
