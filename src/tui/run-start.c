// SPDX-License-Identifier: Apache-2.0
#include "loop-private.h"

typedef struct {
    FpStart *start;
    FpStartStep step;
    FpTuiSettle settle; // NULL: none, or done
    void *settle_data;
    bool has_failed;
} Run;

static void show(void *data, FpShown *out_shown)
{
    const Run *run = data;
    out_shown->start = run->start;
    out_shown->screen =
        fp_start_is_searching(run->start) ? &fp_screen_start_search : &fp_screen_start;
}

static bool settle(void *data)
{
    Run *run = data;
    FpTuiSettle pending = run->settle;
    run->settle = NULL;
    run->has_failed = pending != NULL && !pending(run->settle_data);
    return pending != NULL;
}

static bool act(void *data, const FpAction *action)
{
    Run *run = data;
    run->step = fp_start_act(run->start, action);
    return false;
}

static void tell(void *data, const char *message)
{
    const Run *run = data;
    fp_start_tell(run->start, message);
}

static bool is_over(void *data)
{
    const Run *run = data;
    return run->has_failed || run->step != FP_START_STAYS;
}

FpTuiEnd fp_tui_run_start(FpTui *tui, FpStart *start, FpTuiSettle wanted, void *settle_data,
                          FpStartStep *out_step)
{
    Run run = { start, FP_START_STAYS, wanted, settle_data, false };
    const FpPlay play = { .data = &run,
                          .show = show,
                          .act = act,
                          .is_over = is_over,
                          .tell = tell,
                          .settle = settle,
                          .takes_typed_ahead = true };
    FpTuiEnd end = fp_loop_run(tui, &play);
    *out_step = run.step;
    return end;
}
