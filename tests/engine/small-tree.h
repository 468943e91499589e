// SPDX-License-Identifier: Apache-2.0
/* Trees and sheets from text in a test. */
#pragma once
#include "fp-compiled-tree.h"
#include "fp-node.h"

/* The tree `journey`: three ways to travel, every type of question, a follow-up, rules, facts. */
extern const char journey_text[];

/* A tree from YAML; the test ends with the faults where there are any. Facts: those of `journey`. */
FpTree *small_tree_read(const char *text);

/* A tree from the middle of it: what follows questions, options o1, o2, … and strengths strong 5,
 * moderate 3, slight 1 in the file: `questions:` and on. */
FpTree *small_tree_of(size_t n_outcomes, const char *rest);

/* A sheet from a flow mapping of answers: "{weather: wet}". It must be good. */
FpAnswerSheet *small_sheet(const FpTree *tree, const char *answers);

/* A document from text: JSON where is_json. */
FpDocument *small_document(const char *text, bool is_json, FpDiagnostics *diagnostics);
