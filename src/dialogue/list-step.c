// SPDX-License-Identifier: Apache-2.0
// A page is a fixed number of rows: how many a screen shows is not known here.
#include "list-step-private.h"
#include <glib.h>

#define PAGE_ROWS 10
#define WHOLE     1000000 /* longer than any list */

static const struct {
    FpActionKind action;
    gssize step;
} steps[] = {
    { FP_ACTION_UP, -1 },
    { FP_ACTION_DOWN, 1 },
    { FP_ACTION_PAGE_UP, -PAGE_ROWS },
    { FP_ACTION_PAGE_DOWN, PAGE_ROWS },
    { FP_ACTION_FIRST, -WHOLE },
    { FP_ACTION_LAST, WHOLE },
};

bool fp_list_step(FpActionKind action, size_t n, size_t *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(steps) && n > 0; i++) {
        if (steps[i].action != action)
            continue;
        *at = (size_t)CLAMP((gssize)*at + steps[i].step, 0, (gssize)n - 1);
        return true;
    }
    return false;
}
