// SPDX-License-Identifier: Apache-2.0
// What could stand, what does, and then each text in what room it got.
#include "fp-i18n.h"
#include "plan-private.h"

/* For which the foot keeps room before it is known how many texts are cut, and left out. */
#define FOOT_COUNT_EXPECTED 88

PlanSlot *plan_add_slot(Planner *planner, PlanSlot slot)
{
    slot.items = g_array_new(FALSE, FALSE, sizeof(PlanItem));
    g_array_append_val(planner->slots, slot);
    return plan_slot(planner, planner->slots->len - 1);
}

static const char *add_marks(Planner *planner, const char *aside, const char *marks)
{
    if (aside == NULL || marks == NULL)
        return aside != NULL ? aside : marks;
    char *note = g_strconcat(aside, fp_plan_joint(marks), marks, NULL);
    g_ptr_array_add(planner->blocks, note);
    return note;
}

void plan_add_item(Planner *planner, PlanSlot *slot, FpPlanItem item, FpBriefCites cites)
{
    const char *whole = add_marks(planner, item.note, plan_marks(planner, cites, NULL));
    if (whole == NULL)
        item.text = plan_bind_last_word(planner, item.text);
    const PlanItem made = { .item = item, .cites = cites, .aside = item.note, .whole = whole };
    g_array_append_val(slot->items, made);
}

static size_t finish_items(Planner *planner, PlanSlot *slot)
{
    size_t n_cut = 0;
    for (size_t i = 0; i < slot->n_shown; i++) {
        PlanItem *item = plan_item(slot, i);
        const char *marks = plan_marks(planner, item->cites, planner->is_listed);
        item->item.note = add_marks(planner, item->aside, marks);
        plan_shorten(planner, plan_style(planner, slot->slot.style), &item->item,
                     fp_plan_item_width(&planner->plan, &slot->slot, &item->item));
        n_cut += item->item.is_cut;
    }
    return n_cut;
}

/* Where a slot is there, its heading says what it lacks. */
static size_t count_hidden(const Planner *planner)
{
    size_t n = 0;
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = plan_slot(planner, i);
        n += slot->n_shown == 0 ? slot->items->len : 0;
    }
    return n;
}

/* The foot, the last slot, says how many texts were cut before it. */
static void finish_texts(Planner *planner)
{
    size_t n_cut = planner->n_head_cut;
    for (guint i = 0; i + 1 < planner->slots->len; i++)
        n_cut += finish_items(planner, plan_slot(planner, i));
    PlanSlot *foot = plan_slot(planner, planner->slots->len - 1);
    size_t n_lines = plan_item(foot, 0)->item.n_lines;
    plan_make_foot(planner, n_cut, count_hidden(planner));
    plan_item(foot, 0)->item.n_lines = n_lines;
    finish_items(planner, foot);
}

static void finish_slot(Planner *planner, PlanSlot *slot, FpPlanSlot *out)
{
    size_t n_more = slot->items->len - slot->n_shown + slot->n_not_made;
    FpPlanItem *items = g_new(FpPlanItem, slot->n_shown + 1);
    g_ptr_array_add(planner->blocks, items);
    for (size_t i = 0; i < slot->n_shown; i++)
        items[i] = plan_item(slot, i)->item;
    *out = slot->slot;
    out->items = items;
    out->n_items = slot->n_shown;
    g_array_unref(slot->items);
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
    finish_texts(planner);
    for (guint i = 0; i < planner->slots->len; i++) {
        finish_slot(planner, plan_slot(planner, i), &slots[planner->plan.n_slots]);
        planner->plan.n_slots += slots[planner->plan.n_slots].n_items > 0;
    }
    planner->plan.slots = slots;
    g_array_unref(planner->slots);
    g_clear_pointer(&planner->is_listed, g_free);
    planner->brief = NULL;
    planner->surface = NULL;
}

/* Below the columns: the sources, which are filled in last, and the foot. */
static void add_end(Planner *planner)
{
    plan_add_slot(planner, (PlanSlot) { .slot = { .name = "sources",
                                                  .heading = _("Sources"),
                                                  .column = FP_PLAN_COLUMN_BOTTOM,
                                                  .style = FP_PLAN_SMALL,
                                                  .mark_pt = 20 },
                                        .n_lines_max = 1 });
    plan_add_slot(planner, (PlanSlot) { .slot = { .name = "foot",
                                                  .column = FP_PLAN_COLUMN_FOOT,
                                                  .style = FP_PLAN_SMALL },
                                        .n_lines_max = FP_PLAN_LINES_MAX });
    plan_make_foot(planner, FOOT_COUNT_EXPECTED, FOOT_COUNT_EXPECTED);
}

FpBriefPlan *fp_brief_plan_new(const FpBrief *brief, const FpBriefLook *look,
                               const FpPlanSurface *surface)
{
    Planner *planner = g_new0(Planner, 1);
    planner->brief = brief;
    planner->surface = surface;
    planner->plan.height_pt = surface->height_pt;
    planner->blocks = g_ptr_array_new_with_free_func(g_free);
    planner->slots = g_array_new(FALSE, FALSE, sizeof(PlanSlot));
    planner->is_listed = g_new0(bool, brief->n_sources + 1);
    planner->plan.styles = fp_plan_styles[0];
    planner->plan.logo = look->logo;
    plan_make_top(planner);
    plan_make_main(planner);
    plan_make_side(planner);
    add_end(planner);
    plan_fit(planner);
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
