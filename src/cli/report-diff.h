// SPDX-License-Identifier: Apache-2.0
/* What `tree diff` prints. */
#pragma once
#include "fp-cli.h"
#include "fp-tree-diff.h"

/* For people; not made printable. Owned. */
char *fp_report_diff(const FpTreeDiff *diff, size_t width);
/* Owned. */
char *fp_report_diff_json(const FpTreeDiff *diff);

/* report-diff-sheet.c: calls visit for each answer of a change's sheet, in names that both trees find:
 * the older where the newer knows it, else the newer. ids: NULL-terminated. */
typedef void (*FpSharedAnswerVisitor)(const char *question, FpQuestionType type, bool is_number,
                                      const char *const *ids, void *user_data);
void fp_diff_for_each_answer(const FpTreeDiff *diff, const FpDecisionChange *change,
                             FpSharedAnswerVisitor visit, void *user_data);
