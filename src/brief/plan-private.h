// SPDX-License-Identifier: Apache-2.0
/* A plan in the making: slots with all their items, before the page is fitted.
 *
 * In reading order: plan.c makes and hands out, plan-slots.c, plan-side.c and plan-sources.c say what
 * could stand, plan-measure.c how long it is, plan-fit.c what does stand, plan-shorten.c what is left
 * of a text that is too long; plan-text.c what can be shown of a text at all. */
#pragma once
#include "brief-private.h"
#include "fp-brief-plan.h"

typedef struct {
    FpPlanItem item;    /* note is made last, of aside and marks */
    FpBriefCites cites; /* of sources */
    const char *aside;  /* the note before the source marks; may be NULL */
    const char *whole;  /* the note with all marks; the longest that it can become */
    size_t n_whole;     /* lines of all of it in the size that is tried, one above the maximum at
                           most */
} PlanItem;

/* A slot before it is fitted. */
typedef struct {
    FpPlanSlot slot;       /* items and n_items are filled when all is fitted */
    GArray *items;         /* of PlanItem: all there are */
    size_t n_first, n_max; /* items that it gets before others get more; and what it should get */
    size_t n_lines_max;    /* of one item, before others get more */
    size_t n_shown;
    size_t n_not_made; /* items that could be there besides */
    int rank;          /* 0: served first */
    bool is_minor;     /* its sources are listed after those of the others */
} PlanSlot;

typedef struct {
    FpBriefPlan plan; /* first: the plan handed out is this one */
    const FpBrief *brief;
    GPtrArray *blocks; /* strings and arrays that the plan owns */
    GArray *slots;     /* of PlanSlot */
    const FpPlanSurface *surface;
    double sources_more_pt; /* left to the sources besides a line for each */
    bool has_unshown;  /* letters were left out that can be neither shown nor named one by one */
    bool *is_listed;   /* sources on the page: number n at n - 1 */
    size_t n_head_cut; /* texts shortened in the head */
} Planner;

/* Of an item that cites nothing. */
static const FpBriefCites no_cites = { .n = 0 };

/* Ranks run from 0 to this one, exclusive. */
#define PLAN_N_RANKS 6

static inline PlanSlot *plan_slot(const Planner *planner, size_t i)
{
    return &g_array_index(planner->slots, PlanSlot, i);
}

static inline PlanItem *plan_item(const PlanSlot *slot, size_t i)
{
    return &g_array_index(slot->items, PlanItem, i);
}

static inline const FpPlanStyleRow *plan_style(const Planner *planner, FpPlanStyle style)
{
    return &planner->plan.styles[style];
}

/* text on one line, printable, owned by the plan; NULL stays NULL (plan-text.c). */
const char *plan_text(Planner *planner, const char *text);
const char *plan_take(Planner *planner, char *owned); /* the same, taking it over */
/* The text with its last word, if it is a short one, kept from standing alone on a line. */
const char *plan_bind_last_word(Planner *planner, const char *text);
/* Source marks that stay together, "[1, 3]"; NULL for none. only: flags of the numbers to name, the
 * others are "…"; NULL for all. */
const char *plan_marks(Planner *planner, FpBriefCites cites, const bool *only);

/* A new slot at the end; room as in PlanSlot. Valid until the next one is added. */
PlanSlot *plan_add_slot(Planner *planner, PlanSlot slot);
/* An item with its sources, which are marked in its note, behind what the item has there. */
void plan_add_item(Planner *planner, PlanSlot *slot, FpPlanItem item, FpBriefCites cites);

/* Lines that an item takes in a width, by estimate, on the safe side; at most one above the maximum
 * (plan-measure.c). */
size_t plan_count_lines(const FpPlanStyleRow *style, const FpPlanItem *item, double width_pt);
/* The width of a text on one line. */
double plan_text_width(const FpPlanStyleRow *style, bool is_bold, const char *text);

/* Shortens an item until it keeps its budget: its text first, then what stands around (plan-shorten.c). */
void plan_shorten(Planner *planner, const FpPlanStyleRow *style, FpPlanItem *item, double width_pt);
/* text, or as much as fits on one line, with an ellipsis; counted. */
const char *plan_shorten_line(Planner *planner, FpPlanStyle style, const char *text,
                              double width_pt);

/* Chooses a size, what stands, and in how many lines (plan-fit.c). */
void plan_fit(Planner *planner);
double plan_slot_height(const Planner *planner, const PlanSlot *slot, size_t n_shown);
/* What is left between the columns and the foot, for the sources with their heading. */
double plan_room_below(const Planner *planner);

/* All slots but sources and foot, in reading order (plan-slots.c, plan-side.c). */
void plan_make_top(Planner *planner);
void plan_make_main(Planner *planner);
void plan_make_side(Planner *planner);
/* The sources of what is shown, in the room that is left, and the foot (plan-sources.c). */
void plan_make_sources(Planner *planner);
/* n_cut: texts shortened; n_hidden: items of slots that have no room at all. */
void plan_make_foot(Planner *planner, size_t n_cut, size_t n_hidden);
/* Sources behind what is shown: flags, number n at n - 1; owned by the caller. Minor ones, of slots
 * that leave room to others, are told apart. */
void plan_find_cited(const Planner *planner, bool *out_cited, bool *out_minor);
