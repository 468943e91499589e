// SPDX-License-Identifier: Apache-2.0
#include "loop-private.h"

typedef struct {
    FpStart *start;
    FpStartStep step;
} Run;

static void show(void *data, FpShown *out_shown)
{
    const Run *run = data;
    out_shown->start = run->start;
    out_shown->screen =
        fp_start_is_searching(run->start) ? &fp_screen_start_search : &fp_screen_start;
}

static bool act(void *data, const FpAction *action)
{
    Run *run = data;
    run->step = fp_start_act(run->start, action);
    return false;
}

static bool is_over(void *data)
{
    const Run *run = data;
    return run->step != FP_START_STAYS;
}

FpTuiEnd fp_tui_run_start(FpTui *tui, FpStart *start, FpStartStep *out_step)
{
    Run run = { start, FP_START_STAYS };
    const FpPlay play = { .data = &run, .show = show, .act = act, .is_over = is_over };
    FpTuiEnd end = fp_loop_run(tui, &play);
    *out_step = run.step;
    return end;
}
