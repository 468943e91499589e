// SPDX-License-Identifier: Apache-2.0
// For each size from the largest on: every slot first gets one item, then what it needs to be understood;
// the sources get second lines; then slots get what they should have, and shortened texts more lines,
// each time by rank and as long as the page holds it. The first size that leaves nothing wanting is
// taken, else the last; there what room is left goes to what was more than should be.
#include "plan-private.h"

/* From the largest to the smallest. */
const FpPlanStyleRow fp_plan_styles[FP_PLAN_N_SIZES][FP_PLAN_N_STYLES] = {
    {
        [FP_PLAN_KICKER] = { 8.5, 11, false, "kicker" },
        [FP_PLAN_HEADLINE] = { 20, 24, true, "headline" },
        [FP_PLAN_LEAD] = { 10.5, 14.5, false, "lead" },
        [FP_PLAN_HEADING] = { 9, 15.5, true, "name" },
        [FP_PLAN_BODY] = { 10, 13, false, "body" },
        [FP_PLAN_SIDE] = { 9.5, 12.3, false, "side" },
        [FP_PLAN_SMALL] = { 8.5, 10.8, false, "small" },
    },
    {
        [FP_PLAN_KICKER] = { 8.5, 11, false, "kicker" },
        [FP_PLAN_HEADLINE] = { 19, 23, true, "headline" },
        [FP_PLAN_LEAD] = { 10, 13.5, false, "lead" },
        [FP_PLAN_HEADING] = { 9, 15.5, true, "name" },
        [FP_PLAN_BODY] = { 9.5, 12.4, false, "body" },
        [FP_PLAN_SIDE] = { 9, 11.7, false, "side" },
        [FP_PLAN_SMALL] = { 8.5, 10.8, false, "small" },
    },
    {
        [FP_PLAN_KICKER] = { 8.5, 11, false, "kicker" },
        [FP_PLAN_HEADLINE] = { 18, 22, true, "headline" },
        [FP_PLAN_LEAD] = { 9.5, 13, false, "lead" },
        [FP_PLAN_HEADING] = { 8.5, 15, true, "name" },
        [FP_PLAN_BODY] = { 9, 11.7, false, "body" },
        [FP_PLAN_SIDE] = { 8.5, 11, false, "side" },
        [FP_PLAN_SMALL] = { 8.5, 10.8, false, "small" },
    },
    {
        [FP_PLAN_KICKER] = { 8.5, 11, false, "kicker" },
        [FP_PLAN_HEADLINE] = { 17, 20.5, true, "headline" },
        [FP_PLAN_LEAD] = { 9, 12, false, "lead" },
        [FP_PLAN_HEADING] = { 8.5, 14.5, true, "name" },
        [FP_PLAN_BODY] = { 8.5, 11, false, "body" },
        [FP_PLAN_SIDE] = { 8.5, 10.8, false, "side" },
        [FP_PLAN_SMALL] = { 8.5, 10.8, false, "small" },
    },
};

/* Rows of sources, two a row, for which the columns leave room; more where they need less. */
#define SOURCE_ROWS 6

/* Above and below the lines of a box. */
#define BOX_PADDING_PT 7.0

static double item_height(const Planner *planner, const PlanSlot *slot, const FpPlanItem *item)
{
    double height = (double)item->n_lines * plan_style(planner, slot->slot.style)->line_pt;
    if (item->kind == FP_PLAN_ITEM_PLACE)
        return height + BOX_PADDING_PT + FP_PLAN_ARROW_PT;
    return height + (item->kind == FP_PLAN_ITEM_STOP ? 0 : FP_PLAN_AIR_PT);
}

static double heading_height(const Planner *planner)
{
    return FP_PLAN_GAP_PT + plan_style(planner, FP_PLAN_HEADING)->line_pt;
}

double plan_slot_height(const Planner *planner, const PlanSlot *slot, size_t n_shown)
{
    if (n_shown == 0)
        return 0;
    double height = slot->slot.heading != NULL ? heading_height(planner) : 0;
    for (size_t i = 0; i < n_shown; i++)
        height += item_height(planner, slot, &plan_item(slot, i)->item);
    // No arrow leads to the first box; below the last one is air.
    bool is_picture = plan_item(slot, 0)->item.kind == FP_PLAN_ITEM_PLACE;
    return is_picture ? height - FP_PLAN_ARROW_PT + FP_PLAN_AIR_PT : height;
}

static double column_height(const Planner *planner, FpPlanColumn column)
{
    double height = 0;
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = plan_slot(planner, i);
        if (slot->slot.column == column)
            height += plan_slot_height(planner, slot, slot->n_shown);
    }
    return height;
}

double plan_room_below(const Planner *planner)
{
    double columns = MAX(column_height(planner, FP_PLAN_COLUMN_MAIN),
                         column_height(planner, FP_PLAN_COLUMN_SIDE));
    return planner->plan.height_pt - 2 * FP_PLAN_MARGIN_PT - planner->plan.head_pt -
           FP_PLAN_RULE_PT - column_height(planner, FP_PLAN_COLUMN_TOP) - columns -
           column_height(planner, FP_PLAN_COLUMN_FOOT) - FP_PLAN_GAP_PT;
}

static size_t count_major(const Planner *planner)
{
    size_t n_sources = planner->brief->n_sources, n = 0;
    g_autofree bool *is_cited = g_new0(bool, n_sources + 1);
    g_autofree bool *is_minor = g_new0(bool, n_sources + 1);
    plan_find_cited(planner, is_cited, is_minor);
    for (size_t i = 0; i < n_sources; i++)
        n += is_cited[i];
    return n;
}

static double sources_height(const Planner *planner, size_t n)
{
    double row = plan_style(planner, FP_PLAN_SMALL)->line_pt + FP_PLAN_AIR_PT;
    return n == 0 ? 0 : heading_height(planner) + (double)((n + 1) / 2) * row;
}

static bool page_holds(const Planner *planner)
{
    size_t n = MIN(count_major(planner), 2 * SOURCE_ROWS);
    return sources_height(planner, n) + planner->sources_more_pt <= plan_room_below(planner);
}

/* Leaves room for a second line of each source, as far as there is any. */
static void widen_sources(Planner *planner)
{
    size_t n = MIN(count_major(planner), 2 * SOURCE_ROWS);
    double room = plan_room_below(planner) - sources_height(planner, n);
    double wanted = (double)((n + 1) / 2) * plan_style(planner, FP_PLAN_SMALL)->line_pt;
    planner->sources_more_pt = CLAMP(room, 0, wanted);
}

/* Items that stand together: all stops of a box come with its place. */
static size_t next_number(const PlanSlot *slot)
{
    size_t n = slot->n_shown + 1;
    while (n < slot->items->len && plan_item(slot, n)->item.kind == FP_PLAN_ITEM_STOP)
        n++;
    return n;
}

static void grow(Planner *planner, PlanSlot *slot, size_t n_wanted)
{
    while (slot->n_shown < MIN(n_wanted, slot->items->len)) {
        size_t before = slot->n_shown;
        slot->n_shown = next_number(slot);
        if (page_holds(planner))
            continue;
        slot->n_shown = before;
        return;
    }
}

typedef enum { PASS_ONE, PASS_FIRST, PASS_WANTED, PASS_ALL } Pass;

static size_t wanted_in(const PlanSlot *slot, Pass pass)
{
    switch (pass) {
    case PASS_ONE:
        return 1;
    case PASS_FIRST:
        return slot->n_first;
    case PASS_WANTED:
        return slot->n_max;
    case PASS_ALL:
        break;
    }
    return SIZE_MAX;
}

static void grow_all(Planner *planner, Pass pass)
{
    for (int rank = 0; rank < PLAN_N_RANKS; rank++) {
        for (guint i = 0; i < planner->slots->len; i++) {
            PlanSlot *slot = plan_slot(planner, i);
            if (slot->rank == rank && slot->slot.column != FP_PLAN_COLUMN_FOOT)
                grow(planner, slot, wanted_in(slot, pass));
        }
    }
}

/* All the lines that an item lacks, or as many as there is room for. */
static void widen(Planner *planner, FpPlanItem *item, size_t n_whole, bool in_part)
{
    size_t before = item->n_lines, wanted = MIN(n_whole, FP_PLAN_LINES_MAX);
    if (wanted <= before)
        return;
    item->n_lines = wanted;
    while (!page_holds(planner) && item->n_lines > before)
        item->n_lines = in_part ? item->n_lines - 1 : before;
}

static void widen_all(Planner *planner, bool in_part)
{
    for (int rank = 0; rank < PLAN_N_RANKS; rank++) {
        for (guint i = 0; i < planner->slots->len; i++) {
            PlanSlot *slot = plan_slot(planner, i);
            for (size_t k = 0; slot->rank == rank && k < slot->n_shown; k++)
                widen(planner, &plan_item(slot, k)->item, plan_item(slot, k)->n_whole, in_part);
        }
    }
}

static void measure_slot(Planner *planner, PlanSlot *slot)
{
    bool is_fixed = slot->slot.column == FP_PLAN_COLUMN_TOP;
    for (guint i = 0; i < slot->items->len; i++) {
        PlanItem *item = plan_item(slot, i);
        FpPlanItem whole = item->item;
        double width = fp_plan_item_width(&planner->plan, &slot->slot, &whole);
        whole.note = item->whole;
        item->n_whole = plan_count_lines(plan_style(planner, slot->slot.style), &whole, width);
        item->item.n_lines = MIN(item->n_whole, slot->n_lines_max);
    }
    slot->n_shown = is_fixed || slot->slot.column == FP_PLAN_COLUMN_FOOT ? slot->items->len : 0;
}

static bool is_complete(const Planner *planner)
{
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = plan_slot(planner, i);
        if (slot->n_shown < MIN(slot->n_max, slot->items->len))
            return false;
        for (size_t k = 0; k < slot->n_shown; k++) {
            if (plan_item(slot, k)->n_whole > plan_item(slot, k)->item.n_lines)
                return false;
        }
    }
    return sources_height(planner, count_major(planner)) <= plan_room_below(planner);
}

static void fit_size(Planner *planner, size_t size)
{
    planner->plan.size = size;
    planner->plan.styles = fp_plan_styles[size];
    planner->plan.badge_pt =
        plan_text_width(plan_style(planner, FP_PLAN_KICKER), true, planner->plan.badge) +
        2 * FP_PLAN_PILL_PT + FP_PLAN_GUTTER_PT / 2;
    for (guint i = 0; i < planner->slots->len; i++)
        measure_slot(planner, plan_slot(planner, i));
    planner->sources_more_pt = 0;
    grow_all(planner, PASS_ONE);
    grow_all(planner, PASS_FIRST);
    widen_sources(planner);
    grow_all(planner, PASS_WANTED);
    widen_all(planner, false);
}

void plan_fit(Planner *planner)
{
    for (size_t size = 0; size < FP_PLAN_N_SIZES; size++) {
        fit_size(planner, size);
        if (is_complete(planner))
            break;
    }
    widen_all(planner, true);
    grow_all(planner, PASS_ALL);
    widen_all(planner, true);
}
