// SPDX-License-Identifier: Apache-2.0
// Every slot first gets one item, then what it needs to be understood, then what room is left, each
// time by rank; a column that is full gives no more.
#include "fp-i18n.h"
#include "fp-text.h"
#include "plan-private.h"

// No text below 8.5 pt: what is smaller is not read on paper.
const FpPlanStyleRow fp_plan_styles[FP_PLAN_N_STYLES] = {
    [FP_PLAN_KICKER] = { 8.5, 11, false, "kicker" },
    [FP_PLAN_HEADLINE] = { 18, 22, true, "headline" },
    [FP_PLAN_LEAD] = { 10, 13.5, false, "lead" },
    [FP_PLAN_HEADING] = { 8.5, 15, true, "heading" },
    [FP_PLAN_BODY] = { 9, 11.7, false, "body" },
    [FP_PLAN_SMALL] = { 8.5, 10.8, false, "small" },
};

/* Rows of sources below the columns, two a row, and of the foot. */
#define SOURCE_ROWS_MAX 6
#define FOOT_LINES_MAX  2

/* Above and below the lines of a box. */
#define BOX_PADDING_PT 9.0

const char *plan_take(Planner *planner, char *owned)
{
    if (owned == NULL)
        return NULL;
    g_autofree char *given = g_strstrip(owned);
    char *text = fp_text_printable(given, -1, FP_PRINT_ONE_LINE);
    g_ptr_array_add(planner->blocks, text);
    return text;
}

const char *plan_text(Planner *planner, const char *text)
{
    return plan_take(planner, g_strdup(text));
}

PlanSlot *plan_add_slot(Planner *planner, PlanSlot slot)
{
    slot.items = g_array_new(FALSE, FALSE, sizeof(FpPlanItem));
    slot.cites = g_array_new(FALSE, FALSE, sizeof(FpBriefCites));
    g_array_append_val(planner->slots, slot);
    return &g_array_index(planner->slots, PlanSlot, planner->slots->len - 1);
}

void plan_add_item(PlanSlot *slot, FpPlanItem item, FpBriefCites cites)
{
    const char *const parts[] = { item.strong, item.text, item.note };
    g_autoptr(GString) whole = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i] != NULL)
            g_string_append_printf(whole, "%s%s", whole->len > 0 ? " " : "", parts[i]);
    }
    double width_pt = fp_plan_column_width(slot->slot.column) - slot->slot.mark_pt;
    bool is_boxed = item.kind == FP_PLAN_ITEM_PLACE || item.kind == FP_PLAN_ITEM_STOP;
    if (slot->slot.style == FP_PLAN_HEADLINE)
        width_pt -= FP_PLAN_BADGE_PT;
    size_t n_lines = plan_count_lines(whole->str, slot->slot.style,
                                      is_boxed ? width_pt - 2 * FP_PLAN_BOX_PT : width_pt);
    item.n_lines = MIN(n_lines, slot->n_lines_max);
    item.is_cut = n_lines > slot->n_lines_max;
    g_array_append_val(slot->items, item);
    g_array_append_val(slot->cites, cites);
}

void plan_show_all(Planner *planner)
{
    PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, planner->slots->len - 1);
    slot->n_shown = slot->items->len;
}

double plan_item_height(const PlanSlot *slot, const FpPlanItem *item)
{
    double height = (double)item->n_lines * fp_plan_styles[slot->slot.style].line_pt;
    if (item->kind == FP_PLAN_ITEM_PLACE)
        height += BOX_PADDING_PT + FP_PLAN_ARROW_PT;
    return height + (item->kind == FP_PLAN_ITEM_STOP ? 0 : FP_PLAN_AIR_PT);
}

static double slot_height(const PlanSlot *slot, size_t n_shown)
{
    if (n_shown == 0)
        return 0;
    double height =
        slot->slot.heading != NULL ? FP_PLAN_GAP_PT + fp_plan_styles[FP_PLAN_HEADING].line_pt : 0;
    for (size_t i = 0; i < n_shown; i++)
        height += plan_item_height(slot, &g_array_index(slot->items, FpPlanItem, i));
    return height;
}

/* Of a column with one slot given another number of items. */
static double column_height(const Planner *planner, FpPlanColumn column, const PlanSlot *changed,
                            size_t n_shown)
{
    double height = 0;
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, i);
        if (slot->slot.column == column)
            height += slot_height(slot, slot == changed ? n_shown : slot->n_shown);
    }
    return height;
}

static double room_for_columns(const Planner *planner)
{
    double small = fp_plan_styles[FP_PLAN_SMALL].line_pt;
    double bottom =
        FP_PLAN_GAP_PT + fp_plan_styles[FP_PLAN_HEADING].line_pt + SOURCE_ROWS_MAX * (small + 2);
    double foot = FP_PLAN_GAP_PT + FOOT_LINES_MAX * small;
    double head = fp_plan_styles[FP_PLAN_KICKER].line_pt + FP_PLAN_GAP_PT;
    double top = column_height(planner, FP_PLAN_COLUMN_TOP, NULL, 0);
    return FP_PLAN_HEIGHT_PT - 2 * FP_PLAN_MARGIN_PT - head - top - bottom - foot;
}

/* Items that stand together: all stops of a box come with its place. */
static size_t next_number(const PlanSlot *slot)
{
    size_t n = slot->n_shown + 1;
    while (n < slot->items->len &&
           g_array_index(slot->items, FpPlanItem, n).kind == FP_PLAN_ITEM_STOP)
        n++;
    return n;
}

static void grow(Planner *planner, PlanSlot *slot, size_t n_wanted, double room)
{
    while (slot->n_shown < MIN(n_wanted, slot->items->len)) {
        size_t n = next_number(slot);
        if (column_height(planner, slot->slot.column, slot, n) > room)
            return;
        slot->n_shown = n;
    }
}

static void grow_all(Planner *planner, FpPlanColumn column, int pass, double room)
{
    for (int rank = 0; rank < 10; rank++) {
        for (guint i = 0; i < planner->slots->len; i++) {
            PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, i);
            size_t n_wanted = pass == 0 ? 1 : pass == 1 ? slot->n_first : slot->n_max;
            if (slot->rank == rank && slot->slot.column == column)
                grow(planner, slot, n_wanted, room);
        }
    }
}

static void fit(Planner *planner)
{
    static const FpPlanColumn columns[] = { FP_PLAN_COLUMN_MAIN, FP_PLAN_COLUMN_SIDE };
    double room = room_for_columns(planner);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        for (int pass = 0; pass < 3; pass++)
            grow_all(planner, columns[i], pass, room);
    }
}

static void finish_slot(Planner *planner, PlanSlot *slot, FpPlanSlot *out)
{
    size_t n_more = slot->items->len - slot->n_shown;
    *out = slot->slot;
    out->items = (const FpPlanItem *)(void *)slot->items->data;
    out->n_items = slot->n_shown;
    g_array_unref(slot->cites);
    g_ptr_array_add(planner->blocks, g_array_free(slot->items, FALSE));
    if (n_more == 0)
        return;
    char *left_out = g_strdup_printf(
        /* Translators: how many items more than the page shows; short. */
        ngettext("%zu more in the whole brief", "%zu more in the whole brief", n_more), n_more);
    out->left_out = plan_take(planner, left_out);
}

static void finish(Planner *planner)
{
    FpPlanSlot *slots = g_new0(FpPlanSlot, planner->slots->len);
    g_ptr_array_add(planner->blocks, slots);
    for (guint i = 0; i < planner->slots->len; i++) {
        PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, i);
        finish_slot(planner, slot, &slots[planner->plan.n_slots]);
        planner->plan.n_slots += slots[planner->plan.n_slots].n_items > 0;
    }
    planner->plan.slots = slots;
    g_array_unref(planner->slots);
    planner->brief = NULL;
}

FpBriefPlan *fp_brief_plan_new(const FpBrief *brief, const FpBriefLook *look)
{
    Planner *planner = g_new0(Planner, 1);
    planner->brief = brief;
    planner->blocks = g_ptr_array_new_with_free_func(g_free);
    planner->slots = g_array_new(FALSE, FALSE, sizeof(PlanSlot));
    planner->plan.styles = fp_plan_styles;
    planner->plan.logo = look->logo;
    plan_make_top(planner);
    plan_make_main(planner);
    plan_make_side(planner);
    fit(planner);
    plan_make_sources(planner);
    finish(planner);
    return &planner->plan;
}

void fp_brief_plan_free(FpBriefPlan *plan)
{
    Planner *planner = (Planner *)plan; // the plan is its first member
    if (planner == NULL)
        return;
    g_ptr_array_unref(planner->blocks);
    g_free(planner);
}
