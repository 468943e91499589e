// SPDX-License-Identifier: Apache-2.0
/* A tree as a picture: themes as frames, questions with their options, follow-ups where an option leads
 * to them, conditions dotted, outcomes each in a colour and with a letter, so that it reads in print.
 * Beside an option stands what it does: +5 A speaks for outcome A, -3 A against it, x A rules it out. */
#pragma once
#include "fp-tree.h"

char *tree_graph_dot(const FpTree *tree);     /* Graphviz; owned */
char *tree_graph_mermaid(const FpTree *tree); /* Mermaid's flowchart; owned */
