// SPDX-License-Identifier: Apache-2.0
/* A plan in the making: slots with all their items, before the page is fitted. */
#pragma once
#include "brief-private.h"
#include "fp-brief-plan.h"

/* A slot before it is fitted. */
typedef struct {
    FpPlanSlot slot;       /* items and n_items are filled when all is fitted */
    GArray *items;         /* of FpPlanItem: all there are */
    size_t n_first, n_max; /* items that it gets before others get more; and at most */
    size_t n_lines_max;    /* of one item */
    size_t n_shown;
    int rank;      /* 0: served first */
    GArray *cites; /* of FpBriefCites, one an item; for the sources of what is shown */
} PlanSlot;

typedef struct {
    FpBriefPlan plan; /* first: the plan handed out is this one */
    const FpBrief *brief;
    GPtrArray *blocks; /* strings and arrays that the plan owns */
    GArray *slots;     /* of PlanSlot */
} Planner;

/* text on one line, printable, owned by the plan; NULL stays NULL. */
const char *plan_text(Planner *planner, const char *text);
const char *plan_take(Planner *planner, char *owned); /* the same, taking it over */

/* A new slot at the end; room as in PlanSlot. Valid until the next one is added. */
PlanSlot *plan_add_slot(Planner *planner, PlanSlot slot);
/* An item whose budget is found by its length. */
void plan_add_item(PlanSlot *slot, FpPlanItem item, FpBriefCites cites);

double plan_item_height(const PlanSlot *slot, const FpPlanItem *item);
/* Lines that a text takes in a width, by estimate, on the safe side (plan-measure.c). */
size_t plan_count_lines(const char *text, FpPlanStyle style, double width_pt);

/* Puts all items of the last slot on the page; for slots that are not fitted. */
void plan_show_all(Planner *planner);

/* All slots but sources and foot, in reading order (plan-slots.c, plan-side.c). */
void plan_make_top(Planner *planner);
void plan_make_main(Planner *planner);
void plan_make_side(Planner *planner);
/* The sources of what is shown, and the foot (plan-sources.c); after the fitting. */
void plan_make_sources(Planner *planner);
