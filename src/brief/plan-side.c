// SPDX-License-Identifier: Apache-2.0
// The side column: the way of the data, who can see what, the other paths, what would change it.
#include "fp-i18n.h"
#include "plan-private.h"
#include "render-words.h"

static PlanSlot *add_side(Planner *planner, const char *name, const char *heading, PlanSlot slot)
{
    slot.slot.name = name;
    slot.slot.heading = heading;
    slot.slot.column = FP_PLAN_COLUMN_SIDE;
    slot.slot.style = FP_PLAN_SIDE;
    return plan_add_slot(planner, slot);
}

/* Who runs a stop, where that is to be told, and its guard; NULL for neither. */
static const char *stop_note(Planner *planner, const FpBriefStop *stop, bool names_runner)
{
    g_autofree char *runner =
        names_runner && stop->run_by != NULL ? words_of_runner(stop->run_by) : NULL;
    g_autofree char *guard =
        stop->condition != 0
            /* Translators: the number of a condition that guards a stop of the picture; short. */
            ? g_strdup_printf(_("condition %zu"), stop->condition)
            : NULL;
    if (runner != NULL && guard != NULL)
        return plan_take(planner, g_strconcat(runner, " · ", guard, NULL));
    return plan_text(planner, runner != NULL ? runner : guard);
}

/* A stop that stands for itself is a box too. */
static void add_alone(Planner *planner, PlanSlot *slot, const FpBriefStop *stop)
{
    const FpPlanItem item = { .kind = FP_PLAN_ITEM_PLACE,
                              .strong = plan_text(planner, stop->at),
                              .note = stop_note(planner, stop, true) };
    plan_add_item(planner, slot, item, no_cites);
}

/* A place that several run names who does at each of its stops. */
static void add_together(Planner *planner, PlanSlot *slot, const FpBriefStop *stops, size_t n)
{
    const char *runner = words_common_runner(stops, n);
    const FpPlanItem place = {
        .kind = FP_PLAN_ITEM_PLACE,
        .strong = plan_text(planner, stops[0].within),
        .note = runner != NULL ? plan_take(planner, words_of_runner(runner)) : NULL,
    };
    plan_add_item(planner, slot, place, no_cites);
    for (size_t i = 0; i < n; i++) {
        const FpPlanItem item = { .kind = FP_PLAN_ITEM_STOP,
                                  .text = plan_text(planner, stops[i].at),
                                  .note = stop_note(planner, &stops[i], runner == NULL) };
        plan_add_item(planner, slot, item, no_cites);
    }
}

static void make_dataflow(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_side(
        planner, "dataflow", words_of_way(brief),
        (PlanSlot) { .n_first = SIZE_MAX, .n_max = SIZE_MAX, .n_lines_max = 2, .rank = 1 });
    for (size_t i = 0, n = 0; i < brief->n_dataflow; i += n) {
        n = words_count_together(&brief->dataflow[i], brief->n_dataflow - i);
        if (brief->dataflow[i].within == NULL)
            add_alone(planner, slot, &brief->dataflow[i]);
        else
            add_together(planner, slot, &brief->dataflow[i], n);
    }
}

static void add_access(Planner *planner, PlanSlot *slot, const FpBriefAccess *access)
{
    const FpPlanItem item = {
        .strong = plan_text(planner, words_of_access(access->has)),
        /* Translators: somebody, and what they can or cannot see; source marks may follow. */
        .text = plan_take(planner, g_strdup_printf(_("%s: %s"), access->who, access->to)),
        .is_warning = access->has == FP_ACCESS_FULL,
    };
    plan_add_item(planner, slot, item, access->cites);
}

/* Who sees all stands first: where the room ends, those who see nothing are left out. */
static void make_access(Planner *planner)
{
    static const FpAccessLevel levels[] = { FP_ACCESS_FULL, FP_ACCESS_LIMITED, FP_ACCESS_NONE };
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_side(planner, "access", words_of_who_sees(brief),
                              (PlanSlot) { .n_first = 3, .n_max = 6, .n_lines_max = 2, .rank = 3 });
    for (size_t level = 0; level < G_N_ELEMENTS(levels); level++) {
        for (size_t i = 0; i < brief->n_access; i++) {
            if (brief->access[i].has == levels[level])
                add_access(planner, slot, &brief->access[i]);
        }
    }
}

/* The first reason against: what rules it out, where something does. */
static void add_other(Planner *planner, PlanSlot *slot, const FpBriefOther *other)
{
    const FpBrief *brief = planner->brief;
    const FpBriefReason *reason = other->n_reasons > 0 ? &brief->reasons[other->reasons[0]] : NULL;
    g_autofree char *rank = words_of_rank(brief, other);
    g_autofree char *because = other->is_ruled_out
                                   /* Translators: why a path is ruled out: a sentence. */
                                   ? g_strdup_printf(_("Ruled out: %s"), reason->because)
                                   : g_strdup(rank);
    const FpPlanItem item = { .strong = plan_text(planner, other->title),
                              .text = plan_text(planner, because) };
    plan_add_item(planner, slot, item, other->is_ruled_out ? reason->cites : no_cites);
}

static void make_others(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_side(planner, "others", _("The other paths"),
                              (PlanSlot) { .n_first = 3, .n_max = 6, .n_lines_max = 4, .rank = 2 });
    for (size_t i = 0; i < brief->n_others; i++)
        add_other(planner, slot, &brief->others[i]);
}

static void make_changes(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_side(planner, "changes", _("What would change it"),
                              (PlanSlot) { .n_first = 2, .n_max = 4, .n_lines_max = 4, .rank = 2 });
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        const FpBriefAlternative *alternative = &brief->alternatives[i];
        for (size_t k = 0; k < alternative->n_ways; k++) {
            const FpPlanItem item = { .strong = plan_text(planner, alternative->outcome != NULL
                                                                       ? alternative->outcome
                                                                       : _("No path")),
                                      .text = plan_text(planner, alternative->ways[k]) };
            plan_add_item(planner, slot, item, no_cites);
        }
    }
    if (brief->n_alternatives == 0 && brief->changes_remark != NULL) {
        const FpPlanItem item = { .text = plan_text(planner, brief->changes_remark) };
        plan_add_item(planner, slot, item, no_cites);
    }
}

static void make_stability(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_side(planner, "stability", _("How firmly it stands"),
                              (PlanSlot) { .n_max = 1, .n_lines_max = 3, .rank = 4 });
    for (size_t i = 0; i < brief->n_stability; i++) {
        const FpPlanItem item = { .text = plan_text(planner, brief->stability[i].text),
                                  .is_warning = brief->stability[i].is_warning };
        plan_add_item(planner, slot, item, no_cites);
    }
}

void plan_make_side(Planner *planner)
{
    make_dataflow(planner);
    make_access(planner);
    make_others(planner);
    make_changes(planner);
    make_stability(planner);
}
