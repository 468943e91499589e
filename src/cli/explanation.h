// SPDX-License-Identifier: Apache-2.0
/* For effects of a tree whether they fired, and if not, what kept them: as a page and as JSON. Shared
 * by `decide --explain` and `tree explain`. */
#pragma once
#include "fp-cli.h"
#include "fp-explain.h"

typedef struct {
    const FpAnswerSheet *sheet;
    FpExplanations *explanations;
    bool *is_wanted; /* one an explanation */
} FpExplanationPage;

char *fp_explanation_to_text(const FpExplanationPage *page, size_t width); /* owned */
char *fp_explanation_to_json(const FpExplanationPage *page);               /* owned */

/* Prints one; the exit status. id: of a question, "QUESTION.OPTION", an option, an outcome, a control or a
 * rule: the effects of what has that id, and those on an outcome or for a control; NULL: all. An unknown
 * one is told with the nearest. */
int fp_explanation_print(const FpCliOptions *options, const FpAnswerSheet *sheet, const char *id,
                         bool is_json);
