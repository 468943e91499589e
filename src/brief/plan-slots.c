// SPDX-License-Identifier: Apache-2.0
// The head of the page and its main column: what to do, how sure, why, on which conditions, what next.
// The sources of reasons and limits are on the page; those of conditions and steps where room is left.
#include "fp-i18n.h"
#include "plan-private.h"
#include "render-words.h"
#include <string.h>

/* Who has to do it, set apart by a dot; NULL for nobody. */
static const char *owner_note(Planner *planner, const char *owner)
{
    return owner != NULL ? plan_take(planner, g_strconcat("·\u00A0", owner, NULL)) : NULL;
}

static void add_top(Planner *planner, const char *name, FpPlanStyle style, const char *text,
                    size_t n_lines_max, bool is_warning)
{
    PlanSlot *slot = plan_add_slot(
        planner,
        (PlanSlot) { .slot = { .name = name, .column = FP_PLAN_COLUMN_TOP, .style = style },
                     .n_lines_max = n_lines_max });
    const FpPlanItem item = { .text = plan_text(planner, text), .is_warning = is_warning };
    plan_add_item(planner, slot, item, no_cites);
}

/* What the people chose, in bold behind a bar. */
static void make_decided(Planner *planner)
{
    if (planner->brief->decided == NULL)
        return;
    PlanSlot *slot = plan_add_slot(planner, (PlanSlot) { .slot = { .name = "decided",
                                                                   .column = FP_PLAN_COLUMN_TOP,
                                                                   .style = FP_PLAN_LEAD,
                                                                   .mark_pt = 10 },
                                                         .n_lines_max = 3 });
    const FpPlanItem item = { .strong = plan_text(planner, planner->brief->decided) };
    plan_add_item(planner, slot, item, no_cites);
}

/* Two texts with a dot between; the one that is there where the other is not. */
static const char *join(Planner *planner, const char *first, const char *second)
{
    return first != NULL ? plan_take(planner, g_strconcat(first, " · ", second, NULL)) : second;
}

/* The organisation and the title at the left, the author and the day at the right. */
static void make_head(Planner *planner)
{
    FpBriefPlan *plan = &planner->plan;
    const double width = fp_plan_column_width(FP_PLAN_COLUMN_TOP);
    const FpPlanStyleRow *style = plan_style(planner, FP_PLAN_KICKER);
    const char *day = plan_text(planner, planner->brief->as_of);
    const char *who = plan_text(planner, planner->brief->who);
    double logo = plan->logo != NULL ? FP_PLAN_LOGO_WIDTH_PT + FP_PLAN_GAP_PT : 0;
    if (who != NULL)
        who = plan_shorten_line(planner, FP_PLAN_KICKER, who,
                                width / 3 - plan_text_width(style, false, day));
    plan->date = join(planner, who, day);
    plan->kicker = plan_shorten_line(
        planner, FP_PLAN_KICKER, join(planner, plan->organisation, plan->title),
        width - logo - FP_PLAN_GUTTER_PT - plan_text_width(style, false, plan->date));
    plan->head_pt = MAX(style->line_pt, plan->logo != NULL ? FP_PLAN_LOGO_HEIGHT_PT : 0);
}

/* To the second: readers of dates in a file know no parts of it. Without a session the day alone is
 * known; a date without a day is never a judging date. */
static char *say_created(const FpBrief *brief)
{
    g_autofree char *stamp = fp_stamp_to_text(brief->session_ms);
    if (brief->session_ms == 0)
        return g_strdup_printf("%sT00:00:00Z", brief->as_of);
    return g_strdup_printf("%.*sZ", (int)strcspn(stamp, "."), stamp);
}

static void make_properties(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    FpBriefPlan *plan = &planner->plan;
    plan->title = plan_text(planner, brief->title);
    plan->organisation = plan_text(planner, brief->organisation);
    plan->author = plan_text(planner, brief->who != NULL ? brief->who : brief->organisation);
    plan->badge = plan_text(planner, brief->badge);
    plan->is_sure = brief->is_sure;
    plan->language = plan_text(planner, brief->language);
    plan->created = plan_take(planner, say_created(brief));
}

void plan_make_top(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    make_properties(planner);
    make_head(planner);
    add_top(planner, "headline", FP_PLAN_HEADLINE, brief->headline, 2, false);
    add_top(planner, "sureness", FP_PLAN_LEAD, brief->sureness, 4, !brief->is_sure);
    make_decided(planner);
}

static PlanSlot *add_main(Planner *planner, const char *name, const char *heading, PlanSlot slot)
{
    slot.slot.name = name;
    slot.slot.heading = heading;
    slot.slot.column = FP_PLAN_COLUMN_MAIN;
    slot.slot.style = FP_PLAN_BODY;
    return plan_add_slot(planner, slot);
}

/* Reasons that do not count are left to the whole brief: they change no sum. */
static void add_reasons(Planner *planner, PlanSlot *slot, const size_t *indices, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const FpBriefReason *reason = &planner->brief->reasons[indices[i]];
        if (!reason->counted)
            continue;
        const FpPlanItem item = {
            .mark = plan_take(planner, g_strdup_printf("%+d", reason->points)),
            .text = plan_text(planner, reason->because),
        };
        plan_add_item(planner, slot, item, reason->cites);
    }
}

static void make_reasons(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(
        planner, "reasons", _("Why"),
        (PlanSlot) {
            .n_first = 3, .n_max = 5, .n_lines_max = 3, .rank = 0, .slot = { .mark_pt = 20 } });
    add_reasons(planner, slot, brief->reasons_for, brief->n_reasons_for);
    slot = add_main(
        planner, "against", _("What speaks against it"),
        (PlanSlot) {
            .n_first = 1, .n_max = 2, .n_lines_max = 3, .rank = 2, .slot = { .mark_pt = 20 } });
    add_reasons(planner, slot, brief->reasons_against, brief->n_reasons_against);
}

static void make_conflicts(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(planner, "conflicts", _("What alone leaves no path"),
                              (PlanSlot) { .n_first = 3, .n_max = 6, .n_lines_max = 3, .rank = 0 });
    for (size_t i = 0; i < brief->n_conflicts; i++) {
        const FpPlanItem item = { .text = plan_text(planner, brief->conflicts[i]) };
        plan_add_item(planner, slot, item, no_cites);
    }
}

static void make_conditions(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(planner, "conditions", words_of_conditions(brief),
                              (PlanSlot) { .n_first = 6,
                                           .n_max = 12,
                                           .n_lines_max = 2,
                                           .rank = 1,
                                           .is_minor = true,
                                           .slot = { .mark_pt = 14 } });
    for (size_t i = 0; i < brief->n_conditions; i++) {
        const FpBriefCondition *condition = &brief->conditions[i];
        const FpPlanItem item = { .kind = FP_PLAN_ITEM_CHECK,
                                  .text = plan_take(
                                      planner, g_strdup_printf("%zu. %s", i + 1, condition->title)),
                                  .note = owner_note(planner, condition->owner) };
        plan_add_item(planner, slot, item, condition->cites);
    }
}

/* Somebody is named who finds one out, or a day is. */
static bool has_finders(const FpBrief *brief)
{
    for (size_t i = 0; i < brief->n_open; i++) {
        const FpBriefAnswer *answer = &brief->answers[brief->open[i]];
        if (answer->who != NULL || answer->by != NULL)
            return true;
    }
    return false;
}

/* A few questions without a finder are named among the steps alone; else they have a slot. */
static bool has_open_slot(const FpBrief *brief)
{
    size_t n_open = 0;
    for (size_t i = 0; i < brief->n_open; i++)
        n_open += brief->answers[brief->open[i]].state == FP_STATE_OPEN;
    return n_open > BRIEF_OPEN_NAMED_MAX || brief->n_open - n_open > BRIEF_OPEN_NAMED_MAX ||
           has_finders(brief);
}

static void make_steps(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    const bool has_slot_for_questions = has_open_slot(brief);
    PlanSlot *slot = add_main(planner, "steps", _("What to do next"),
                              (PlanSlot) { .n_first = 3,
                                           .n_max = 8,
                                           .n_lines_max = 3,
                                           .rank = 2,
                                           .is_minor = true,
                                           .slot = { .mark_pt = 14 } });
    size_t number = 0;
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        const FpBriefStep *step = &brief->next_steps[i];
        if (step->is_question && has_slot_for_questions)
            continue;
        const FpPlanItem item = { .mark = plan_take(planner, g_strdup_printf("%zu.", ++number)),
                                  .text = plan_text(planner, step->what),
                                  .note = owner_note(planner, step->owner) };
        plan_add_item(planner, slot, item, step->cites);
    }
}

/* Who finds it out by when; of a question that was not answered yet nothing, where nobody does. */
static const char *finder_note(Planner *planner, const FpBriefAnswer *answer)
{
    g_autofree char *finder =
        answer->state == FP_STATE_UNKNOWN ? words_of_open(answer) : words_of_finder(answer);
    return owner_note(planner, finder);
}

/* In the order that the brief has them. */
static void make_open(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    if (!has_open_slot(brief))
        return;
    PlanSlot *slot = add_main(
        planner, "open", words_of_open_heading(brief),
        (PlanSlot) {
            .n_first = 3, .n_max = 20, .n_lines_max = 2, .rank = 2, .slot = { .mark_pt = 14 } });
    for (size_t i = 0; i < brief->n_open; i++) {
        const FpBriefAnswer *answer = &brief->answers[brief->open[i]];
        const FpPlanItem item = { .kind = FP_PLAN_ITEM_CHECK,
                                  .text = plan_text(planner, answer->question),
                                  .note = finder_note(planner, answer) };
        plan_add_item(planner, slot, item, no_cites);
    }
}

static void make_limits(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(planner, "limits", words_of_limits(brief),
                              (PlanSlot) { .n_first = 1, .n_max = 3, .n_lines_max = 3, .rank = 3 });
    for (size_t i = 0; i < brief->n_limits; i++) {
        const FpPlanItem item = { .text = plan_text(planner, brief->limits[i].text) };
        plan_add_item(planner, slot, item, brief->limits[i].cites);
    }
}

static void make_advice(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(planner, "advice", _("Worth knowing"),
                              (PlanSlot) { .n_max = 1, .n_lines_max = 3, .rank = 4 });
    for (size_t i = 0; i < brief->n_advice; i++) {
        const FpPlanItem item = { .text = plan_text(planner, brief->advice[i].text) };
        plan_add_item(planner, slot, item, brief->advice[i].cites);
    }
}

static void make_notes(Planner *planner)
{
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = add_main(planner, "notes", _("What was noted"),
                              (PlanSlot) { .n_max = 2, .n_lines_max = 2, .rank = 4 });
    if (brief->note != NULL) {
        const FpPlanItem item = { .text = plan_text(planner, brief->note) };
        plan_add_item(planner, slot, item, no_cites);
    }
    for (size_t i = 0; i < brief->n_answers; i++) {
        const FpBriefAnswer *answer = &brief->answers[i];
        if (answer->note == NULL)
            continue;
        const FpPlanItem item = { .strong = plan_text(planner, answer->question),
                                  .text = plan_text(planner, answer->note) };
        plan_add_item(planner, slot, item, no_cites);
    }
}

void plan_make_main(Planner *planner)
{
    make_conflicts(planner);
    make_reasons(planner);
    make_conditions(planner);
    make_limits(planner);
    make_steps(planner);
    make_open(planner);
    make_advice(planner);
    make_notes(planner);
}
