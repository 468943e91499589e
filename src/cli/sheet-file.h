// SPDX-License-Identifier: Apache-2.0
/* A sheet of answers in a file, with the tree that it is for. */
#pragma once
#include "fp-answer-sheet.h"

/* path: YAML or JSON, "-" is standard input; NULL: an empty sheet. tree: a file or an installed tree's
 * id; NULL: the one that the sheet names, else the usual one.
 *   out_tree  owned; free it after the sheet
 *   Errors    those of reading; FP_ERROR_FAULTS, whose message holds the faults with their places */
FpAnswerSheet *fp_sheet_file_read(const char *path, const char *tree, FpTree **out_tree,
                                  GError **error);
