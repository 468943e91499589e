// SPDX-License-Identifier: Apache-2.0
// What the winner asks for, what it does not give, and what else is worth knowing.
#include "brief-private.h"

static void make_condition(FpBriefMaker *maker, const FpCondition *from, FpBriefCondition *to)
{
    const FpControl *control = &maker->tree->controls[from->effect->control];
    to->title = brief_tree_text(maker, control->title);
    to->how = brief_tree_text(maker, control->how);
    to->owner = brief_tree_text(maker, control->owner);
    to->because = brief_tree_text(maker, from->effect->because);
    to->cites = brief_cite_both(maker, &control->cites, &from->effect->cites);
}

void brief_make_conditions(FpBriefMaker *maker)
{
    size_t n = brief_path(maker) != NULL ? maker->verdict->n_requires : 0;
    FpBriefCondition *conditions = brief_new_array(maker, n, sizeof *conditions);
    for (size_t i = 0; i < n; i++)
        make_condition(maker, &maker->verdict->requires[i], &conditions[i]);
    maker->brief.conditions = conditions;
    maker->brief.n_conditions = n;
}

static void make_limits(FpBriefMaker *maker)
{
    const FpOutcome *outcome = brief_path(maker);
    if (outcome == NULL)
        return;
    FpBriefItem *limits = brief_new_array(maker, outcome->n_limits, sizeof *limits);
    for (size_t i = 0; i < outcome->n_limits; i++) {
        limits[i].text = brief_tree_text(maker, outcome->limits[i].text);
        limits[i].cites = brief_cite(maker, &outcome->limits[i].cites);
    }
    maker->brief.limits = limits;
    maker->brief.n_limits = outcome->n_limits;
}

static void make_advice(FpBriefMaker *maker)
{
    size_t n = brief_path(maker) != NULL ? maker->verdict->n_advice : 0;
    FpBriefItem *advice = brief_new_array(maker, n, sizeof *advice);
    for (size_t i = 0; i < n; i++) {
        const FpEffect *effect = maker->verdict->advice[i].effect;
        advice[i].text = brief_tree_text(maker, effect->advice);
        advice[i].because = brief_tree_text(maker, effect->because);
        advice[i].cites = brief_cite(maker, &effect->cites);
    }
    maker->brief.advice = advice;
    maker->brief.n_advice = n;
}

void brief_make_notices(FpBriefMaker *maker)
{
    make_limits(maker);
    make_advice(maker);
}
