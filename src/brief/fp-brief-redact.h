// SPDX-License-Identifier: Apache-2.0
/* What is left out of a brief at the wish of who exports it. It is left out as the brief is made, so
 * no renderer can let it through.
 *
 * Terms
 *   notes    what people wrote in their own words: notes, and why they decided as they did
 *   answers  what was answered, and what would tell it: other answers, the phrases of the headline
 *   who      names of people: who finds something out, and who made the page */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum {
    FP_BRIEF_REDACT_NOTES = 1,
    FP_BRIEF_REDACT_ANSWERS = 2,
    FP_BRIEF_REDACT_WHO = 4,
} FpBriefRedact;

/* Reads "notes,answers,who", in any order; blanks around a name do not matter.
 *   out     flags of FpBriefRedact; written on success alone
 *   Errors  FP_ERROR_BAD_INPUT: an empty or unknown name */
bool fp_brief_redact_parse(const char *list, unsigned *out, GError **error);
