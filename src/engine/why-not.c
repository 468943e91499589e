// SPDX-License-Identifier: Apache-2.0
#include "fp-why-not.h"

static void list_reasons(const FpVerdict *verdict, FpWhyNot *why_not)
{
    size_t *reasons = g_new(size_t, verdict->n_reasons);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        const FpReason *reason = &verdict->reasons[i];
        if (reason->outcome == why_not->outcome && reason->effect->kind != FP_EFFECT_FAVOUR)
            reasons[why_not->n_reasons++] = i;
    }
    why_not->reasons = reasons;
}

static FpWhyNot make_why_not(const FpVerdict *verdict, const FpRank *rank)
{
    FpWhyNot why_not = { .outcome = rank->outcome,
                         .is_ruled_out = rank->is_ruled_out,
                         .has_behind = verdict->outcome != FP_NONE };
    if (why_not.has_behind)
        why_not.behind = verdict->ranking[0].score - rank->score;
    list_reasons(verdict, &why_not);
    return why_not;
}

FpWhyNots *fp_why_nots_new(const FpVerdict *verdict)
{
    FpWhyNots *why_nots = g_new0(FpWhyNots, 1);
    FpWhyNot *items = g_new0(FpWhyNot, verdict->n_ranking);
    for (size_t i = 0; i < verdict->n_ranking; i++) {
        if (verdict->ranking[i].outcome != verdict->outcome)
            items[why_nots->n++] = make_why_not(verdict, &verdict->ranking[i]);
    }
    why_nots->items = items;
    return why_nots;
}

void fp_why_nots_free(FpWhyNots *why_nots)
{
    if (why_nots == NULL)
        return;
    for (size_t i = 0; i < why_nots->n; i++)
        g_free((gpointer)(uintptr_t)why_nots->items[i].reasons);
    g_free((gpointer)(uintptr_t)why_nots->items);
    g_free(why_nots);
}
