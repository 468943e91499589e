// SPDX-License-Identifier: Apache-2.0
/* Answer sheets from YAML or JSON (FORMAT §2): {tree: ID, answers: {QUESTION: ANSWER}}. */
#pragma once
#include "fp-answer-sheet.h"
#include "fp-node.h"

/* The id under `tree`, or NULL where the sheet names none. For finding the tree before reading on.
 * Borrowed from the document. */
const char *fp_sheet_tree_id(const FpDocument *document);

/* Reads a sheet. Every fault (another tree's id, an unknown key, question, option or band, a number
 * out of range, an empty scalar, JSON's true and false, …) is added with its place and the nearest
 * name. Returns NULL where there was any. */
FpAnswerSheet *fp_sheet_read(const FpTree *tree, const FpDocument *document,
                             FpDiagnostics *diagnostics);

/* The same for the mapping of answers alone, as cases have it. */
FpAnswerSheet *fp_sheet_read_answers(const FpTree *tree, FpSource *source, const FpNode *answers,
                                     FpDiagnostics *diagnostics);
