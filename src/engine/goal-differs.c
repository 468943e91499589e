// SPDX-License-Identifier: Apache-2.0
// On a tree of two worlds (two-worlds-private.h): an outcome wins in the first world, and in the second
// another one beats it, or leads it by so much that the margin is smaller than in the first.
// Bound: both leads on their own, each as goal-wins.c bounds it.
#include "goal-wins-private.h"

static bool is_relevant(const FpSearch *search, const FpEffect *effect)
{
    return fp_goal_wins.is_relevant(search, effect);
}

static size_t n_scratch(const FpCompiledTree *compiled)
{
    return fp_leads_n_scratch(compiled) + compiled->tree->n_outcomes;
}

/* The outcome's second self. */
static size_t other_self(const FpSearch *search)
{
    return search->outcome + search->n_world;
}

/* By how much `beaten_by` leads the outcome in the second world, beyond what is needed. */
static int64_t lead_back(const FpSearch *search)
{
    size_t self = other_self(search), rival = search->beaten_by;
    if (search->by_margin)
        return search->scores[rival] - search->scores[self];
    return fp_lead_to_spare(search, rival, self) + search->slack;
}

/* What must not be negative for a rival of the first world that is in. */
static int64_t spare_on(const FpSearch *search, size_t rival)
{
    return fp_lead_to_spare(search, search->outcome, rival);
}

/* The same for the margin: the first world's lead on it is greater than the second's on beaten_by. */
static int64_t margin_spare(const FpSearch *search, size_t rival, int64_t back)
{
    return search->scores[search->outcome] - search->scores[rival] + back - 1;
}

static bool can_be_reached(FpSearch *search, int64_t *out_merit)
{
    FpLeads leads;
    int64_t *at_most = search->scratch + fp_leads_n_scratch(search->compiled);
    int64_t merit = INT64_MAX, back = 0;
    if (search->outs[search->outcome] || search->outs[search->beaten_by])
        return false;
    if (!fp_leads_look(search, search->outcome, &leads))
        return false;
    for (size_t i = 0; i < search->n_world; i++) {
        bool binds = i != search->outcome && !search->outs[i] && !leads.can_be_out[i];
        at_most[i] = binds ? leads.lead_more[i] : INT64_MAX;
        if (binds)
            merit = MIN(merit, spare_on(search, i) + leads.lead_more[i]);
    }
    if (merit < 0 || !fp_leads_look(search, search->beaten_by, &leads))
        return false;
    back = lead_back(search) + leads.lead_more[other_self(search)];
    if (!search->by_margin)
        merit = MIN(merit, back);
    for (size_t i = 0; search->by_margin && i < search->n_world; i++) {
        if (at_most[i] != INT64_MAX)
            merit = MIN(merit, margin_spare(search, i, back) + at_most[i]);
    }
    *out_merit = merit;
    return merit >= 0;
}

static bool is_reached(const FpSearch *search)
{
    int64_t back = lead_back(search);
    if (search->outs[search->outcome] || search->outs[search->beaten_by])
        return false;
    for (size_t i = 0; i < search->n_world; i++) {
        if (i == search->outcome || search->outs[i])
            continue;
        if (spare_on(search, i) < 0 || (search->by_margin && margin_spare(search, i, back) < 0))
            return false;
    }
    return search->by_margin || back >= 0;
}

static int64_t standing(const FpSearch *search, size_t outcome)
{
    if (outcome == search->outcome)
        return -search->outs[outcome];
    if (outcome < search->n_world)
        return search->outs[outcome] ? INT64_MAX : spare_on(search, outcome);
    if (outcome == search->beaten_by)
        return search->outs[outcome] ? INT64_MIN : lead_back(search);
    return 0;
}

const FpGoal fp_goal_differs = {
    .is_relevant = is_relevant,
    .can_be_reached = can_be_reached,
    .is_reached = is_reached,
    .standing = standing,
    .n_scratch = n_scratch,
};
