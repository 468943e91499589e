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

static size_t count_before(const FpList *list, size_t end)
{
    size_t n = 0;
    for (size_t i = 0; i < end; i++)
        n += list->shows(list->data, i) ? 1 : 0;
    return n;
}

size_t fp_list_count_shown(const FpList *list)
{
    return count_before(list, list->n);
}

/* The item at a place among those shown; the list has it. */
static size_t item_at(const FpList *list, size_t place)
{
    size_t i = 0;
    while (!list->shows(list->data, i) || place-- > 0)
        i++;
    return i;
}

bool fp_list_step_shown(FpActionKind action, const FpList *list, size_t *at)
{
    size_t place = count_before(list, *at);
    if (!fp_list_step(action, fp_list_count_shown(list), &place))
        return false;
    *at = item_at(list, place);
    return true;
}

void fp_list_follow_search(const FpList *list, size_t *at)
{
    bool is_shown = *at < list->n && list->shows(list->data, *at);
    if (!is_shown && fp_list_count_shown(list) > 0)
        *at = item_at(list, 0);
}
