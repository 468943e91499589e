// SPDX-License-Identifier: Apache-2.0
// Lists of reasons share one array; a list holds indices, strongest first.
#include "brief-private.h"
#include <stdlib.h>

static void make_reason(FpBriefMaker *maker, const FpReason *from, FpBriefReason *to)
{
    const FpEffect *effect = from->effect;
    to->outcome = brief_outcome_title(maker, from->outcome);
    to->outcome_index = from->outcome;
    to->effect = effect->kind;
    to->strength = effect->strength != FP_NONE ? maker->tree->strengths[effect->strength].id : NULL;
    to->points = effect->kind == FP_EFFECT_DISFAVOUR ? -from->points : from->points;
    to->counted = from->counted;
    to->because = brief_tree_text(maker, effect->because);
    if (from->origin.question == FP_NONE)
        return;
    const FpQuestion *question = &maker->tree->questions[from->origin.question];
    to->question = brief_tree_text(maker, question->ask);
    to->answer = brief_tree_text(maker, question->options[from->origin.option].label);
}

static void cite_reasons(FpBriefMaker *maker, const size_t *indices, size_t n)
{
    for (size_t i = 0; i < n; i++)
        maker->reasons[indices[i]].cites =
            brief_cite(maker, &maker->verdict->reasons[indices[i]].effect->cites, NULL);
}

/* Strongest first; of equal ones those that count first, then in tree order. */
static int compare_strength(const void *a, const void *b, void *user_data)
{
    const FpBriefMaker *maker = user_data;
    const FpReason *reasons = maker->verdict->reasons;
    size_t index_a = *(const size_t *)a, index_b = *(const size_t *)b;
    const FpReason *one = &reasons[index_a], *other = &reasons[index_b];
    if (one->points != other->points)
        return one->points > other->points ? -1 : 1;
    // Two strengths of the same points keep together, so that a page can group by strength.
    if (one->effect->strength != other->effect->strength)
        return one->effect->strength < other->effect->strength ? -1 : 1;
    if (one->counted != other->counted)
        return one->counted ? -1 : 1;
    return index_a < index_b ? -1 : 1;
}

static size_t list_reasons(FpBriefMaker *maker, size_t outcome, FpEffectKind effect, size_t *list)
{
    const FpVerdict *verdict = maker->verdict;
    size_t n = 0;
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (verdict->reasons[i].outcome == outcome && verdict->reasons[i].effect->kind == effect)
            list[n++] = i;
    }
    if (n > 1)
        qsort_r(list, n, sizeof *list, compare_strength, maker);
    return n;
}

static void make_other(FpBriefMaker *maker, const FpRank *rank, FpBriefOther *other)
{
    size_t *against = brief_new_array(maker, maker->verdict->n_reasons, sizeof *against);
    size_t *in_favour = brief_new_array(maker, maker->verdict->n_reasons, sizeof *in_favour);
    other->title = brief_outcome_title(maker, rank->outcome);
    other->outcome_index = rank->outcome;
    other->score = rank->score;
    other->is_ruled_out = rank->is_ruled_out;
    size_t n = list_reasons(maker, rank->outcome, FP_EFFECT_RULE_OUT, against);
    n += list_reasons(maker, rank->outcome, FP_EFFECT_DISFAVOUR, against + n);
    other->reasons = against;
    other->n_reasons = n;
    other->reasons_for = in_favour;
    other->n_reasons_for = list_reasons(maker, rank->outcome, FP_EFFECT_FAVOUR, in_favour);
}

static size_t count_rule_outs(const FpBriefMaker *maker, const FpBriefOther *other)
{
    size_t n = 0;
    while (n < other->n_reasons && maker->reasons[other->reasons[n]].effect == FP_EFFECT_RULE_OUT)
        n++;
    return n;
}

// A page tells first what rules paths out, then compares them point by point.
static void cite_others(FpBriefMaker *maker, const FpBriefOther *others, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (others[i].is_ruled_out)
            cite_reasons(maker, others[i].reasons, count_rule_outs(maker, &others[i]));
    }
    for (size_t i = 0; i < n; i++) {
        cite_reasons(maker, others[i].reasons, others[i].n_reasons);
        cite_reasons(maker, others[i].reasons_for, others[i].n_reasons_for);
    }
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
    cite_others(maker, others, n);
    maker->brief.others = others;
    maker->brief.n_others = n;
}

void brief_make_reasons(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    FpBrief *brief = &maker->brief;
    maker->reasons = brief_new_array(maker, verdict->n_reasons, sizeof *maker->reasons);
    for (size_t i = 0; i < verdict->n_reasons; i++)
        make_reason(maker, &verdict->reasons[i], &maker->reasons[i]);
    brief->reasons = maker->reasons;
    brief->n_reasons = verdict->n_reasons;
    if (!brief->has_outcome)
        return;
    size_t *in_favour = brief_new_array(maker, verdict->n_reasons, sizeof *in_favour);
    size_t *against = brief_new_array(maker, verdict->n_reasons, sizeof *against);
    brief->n_reasons_for = list_reasons(maker, verdict->outcome, FP_EFFECT_FAVOUR, in_favour);
    brief->n_reasons_against = list_reasons(maker, verdict->outcome, FP_EFFECT_DISFAVOUR, against);
    brief->reasons_for = in_favour;
    brief->reasons_against = against;
    cite_reasons(maker, in_favour, brief->n_reasons_for);
    cite_reasons(maker, against, brief->n_reasons_against);
}
