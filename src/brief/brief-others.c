// SPDX-License-Identifier: Apache-2.0
// A page tells first what rules paths out, then compares those in the race point by point. The points
// of a path that is out count for nothing: they are cited behind all else.
#include "brief-private.h"

static void make_other(FpBriefMaker *maker, const FpRank *rank, FpBriefOther *other)
{
    BriefList against = brief_list_reasons(maker, rank->outcome, BRIEF_AGAINST);
    BriefList in_favour = brief_list_reasons(maker, rank->outcome, BRIEF_FOR);
    *other = (FpBriefOther) {
        .title = brief_outcome_title(maker, rank->outcome),
        .outcome_index = rank->outcome,
        .score = rank->score,
        .is_ruled_out = rank->is_ruled_out,
        .reasons = against.indices,
        .n_reasons = against.n,
        .reasons_for = in_favour.indices,
        .n_reasons_for = in_favour.n,
    };
}

/* Those that rule a path out stand first among the reasons against it. */
static size_t count_rule_outs(const FpBriefMaker *maker, const FpBriefOther *other)
{
    size_t n = 0;
    while (n < other->n_reasons && maker->reasons[other->reasons[n]].effect == FP_EFFECT_RULE_OUT)
        n++;
    return n;
}

void brief_make_others(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    FpBriefOther *others = brief_new_array(maker, verdict->n_ranking, sizeof *others);
    size_t n = 0;
    for (size_t i = 0; i < verdict->n_ranking; i++) {
        if (verdict->ranking[i].outcome != verdict->outcome)
            make_other(maker, &verdict->ranking[i], &others[n++]);
    }
    for (size_t i = 0; i < n; i++)
        brief_cite_reasons(maker, others[i].reasons, count_rule_outs(maker, &others[i]));
    maker->brief.others = others;
    maker->brief.n_others = n;
}

static void cite_points(FpBriefMaker *maker, bool of_ruled_out)
{
    for (size_t i = 0; i < maker->brief.n_others; i++) {
        const FpBriefOther *other = &maker->brief.others[i];
        if (other->is_ruled_out != of_ruled_out)
            continue;
        brief_cite_reasons(maker, other->reasons_for, other->n_reasons_for);
        for (size_t k = count_rule_outs(maker, other); k < other->n_reasons; k++)
            brief_cite_reasons(maker, &other->reasons[k], 1);
    }
}

void brief_cite_points(FpBriefMaker *maker)
{
    cite_points(maker, false);
}

void brief_cite_points_of_ruled_out(FpBriefMaker *maker)
{
    maker->brief.n_sources_short = maker->cited->len;
    cite_points(maker, true);
}
