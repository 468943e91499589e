// SPDX-License-Identifier: Apache-2.0
#include "state-marks-private.h"

#include "fp-i18n.h"

static const FpStateMark marks[] = {
    [FP_STATE_NOT_APPLICABLE] = { FP_MARK_OPEN, FP_STYLE_DIM, N_("not asked") },
    [FP_STATE_RESTING] = { FP_MARK_RESTING, FP_STYLE_DIM,
                           N_("not asked now: its answer rests, and counts again when it is") },
    [FP_STATE_OPEN] = { FP_MARK_OPEN, FP_STYLE_DIM, N_("still open") },
    [FP_STATE_UNKNOWN] = { FP_MARK_UNKNOWN, FP_STYLE_UNSURE, N_("answered with \"I don't know\"") },
    [FP_STATE_ANSWERED] = { FP_MARK_ANSWERED, FP_STYLE_GOOD, N_("answered") },
};

const FpStateMark *fp_state_mark(FpQuestionState state)
{
    return &marks[state];
}
