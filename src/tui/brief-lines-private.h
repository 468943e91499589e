// SPDX-License-Identifier: Apache-2.0
/* The brief's own lines, as a screen shows them. */
#pragma once
#include "fp-brief-render.h"
#include "lines-private.h"

/* In front of each line, for the bar beside limits and doubts. */
#define FP_BRIEF_LINES_MARGIN 2
/* As wide as the renderer fills lines, and the margin. */
#define FP_BRIEF_LINES_COLUMNS (96 + FP_BRIEF_LINES_MARGIN)

/* The width to ask the renderer for. */
size_t fp_brief_lines_width(const FpLines *lines);
void fp_brief_lines_add(FpLines *lines, const FpBriefLine *line);
/* A heading in the brief's manner. */
void fp_brief_lines_add_heading(FpLines *lines, const char *text);
