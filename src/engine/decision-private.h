// SPDX-License-Identifier: Apache-2.0
/* The two halves of the decision: the verdict (decision.c) and its analyses (decision-analyses.c). */
#pragma once
#include "fp-json-writer.h"
#include "fp-verdict.h"

/* An option's or band's id; for many the list of them, in tree order. */
void fp_decision_write_options(FpJsonWriter *writer, const FpQuestion *question,
                               FpOptionSet options);
/* An answer's value. */
void fp_decision_write_answer(FpJsonWriter *writer, const FpQuestion *question,
                              const FpAnswer *answer);

/* The keys outlook, changes, why_not, conflicts, stability. */
void fp_decision_write_analyses(FpJsonWriter *writer, const FpAnswerSheet *sheet,
                                const FpVerdict *verdict, FpDate as_of);
