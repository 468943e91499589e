// SPDX-License-Identifier: Apache-2.0
/* The mark of a question's state, the same wherever a question is listed; the help tells what they mean. */
#pragma once
#include "fp-compiled-tree.h"
#include "theme-private.h"

typedef struct {
    FpMark mark;
    FpStyle style;
    const char *meaning; /* N_() */
} FpStateMark;

const FpStateMark *fp_state_mark(FpQuestionState state);
