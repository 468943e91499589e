// SPDX-License-Identifier: Apache-2.0
/* What the pictures of a tree share, whatever draws them. */
#pragma once
#include "tree-graph.h"

/* "A", "B" … "Z", "AA": an outcome's letter. Owned. */
char *graph_letter(size_t outcome);
/* Its colour: light enough for dark text, apart from its neighbours in grey too. "#rrggbb". */
const char *graph_colour(size_t outcome);

/* What effects do, in one mark an outcome: "+5 A", "-3 B", "x C"; in parentheses where a condition must
 * hold besides. */
typedef struct {
    size_t outcome;
    char *text;
} GraphMark;
GArray *graph_marks(const FpTree *tree, FpEffects effects); /* of GraphMark; owned */
/* The ids of the controls that effects require, with ", " between; NULL where none. Owned. */
char *graph_required(const FpTree *tree, FpEffects effects);

/* What a guard reads: one edge a question, with all that is asked of it: "aws, mixed", "not public". */
typedef struct {
    size_t question;
    char *label;
} GraphRead;
GArray *graph_reads(const FpTree *tree, const FpGuard *guard); /* of GraphRead; owned */

/* "one of", "several of", "a number (days) in". Owned. */
char *graph_kind(const FpTree *tree, const FpQuestion *question);

/* The key to the picture, a sentence. */
const char *graph_key(void);

/* The outermost question's theme decides the frame that a question stands in. Themes in the order of
 * asking: true where this question is the first of its theme. FP_NONE is a theme as well. */
size_t graph_frame(const FpTree *tree, size_t question);
bool graph_is_first_of_frame(const FpTree *tree, size_t question);
