// SPDX-License-Identifier: Apache-2.0
// The way of the data on the winner's path, and who can see what on it.
#include "brief-private.h"

static size_t number_among_conditions(const FpVerdict *verdict, size_t control)
{
    for (size_t i = 0; i < verdict->n_requires; i++) {
        if (verdict->requires[i].effect->control == control)
            return i + 1;
    }
    return 0;
}

static void make_dataflow(FpBriefMaker *maker, const FpOutcome *outcome)
{
    FpBriefStop *stops = brief_new_array(maker, outcome->n_dataflow, sizeof *stops);
    for (size_t i = 0; i < outcome->n_dataflow; i++) {
        const FpStop *from = &outcome->dataflow[i];
        stops[i].at = brief_tree_text(maker, from->at);
        stops[i].within = brief_tree_text(maker, from->within);
        stops[i].run_by = brief_tree_text(maker, from->run_by);
        if (from->control == FP_NONE)
            continue;
        stops[i].control = brief_tree_text(maker, maker->tree->controls[from->control].title);
        stops[i].condition = number_among_conditions(maker->verdict, from->control);
    }
    maker->brief.dataflow = stops;
    maker->brief.n_dataflow = outcome->n_dataflow;
}

static void make_access(FpBriefMaker *maker, const FpOutcome *outcome)
{
    FpBriefAccess *access = brief_new_array(maker, outcome->n_access, sizeof *access);
    for (size_t i = 0; i < outcome->n_access; i++) {
        const FpAccess *from = &outcome->access[i];
        access[i].who = brief_tree_text(maker, from->who);
        access[i].to = brief_tree_text(maker, from->to);
        access[i].has = from->has;
        access[i].cites = brief_cite(maker, &from->cites);
    }
    maker->brief.access = access;
    maker->brief.n_access = outcome->n_access;
}

void brief_make_ways(FpBriefMaker *maker)
{
    const FpOutcome *outcome = brief_path(maker);
    if (outcome == NULL)
        return;
    make_access(maker, outcome);
    make_dataflow(maker, outcome);
}
