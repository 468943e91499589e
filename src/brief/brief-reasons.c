// SPDX-License-Identifier: Apache-2.0
// Reasons stand in one array, in tree order; lists hold indices into it.
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
            brief_cite(maker, &maker->verdict->reasons[indices[i]].effect->cites);
}

/* What rules out first, then the strongest; of equal ones those that count, then in tree order. */
static int compare_weight(const void *a, const void *b, void *user_data)
{
    const FpBriefMaker *maker = user_data;
    size_t index_a = *(const size_t *)a, index_b = *(const size_t *)b;
    const FpReason *one = &maker->verdict->reasons[index_a];
    const FpReason *other = &maker->verdict->reasons[index_b];
    if (one->effect->kind != other->effect->kind)
        return one->effect->kind > other->effect->kind ? -1 : 1; // favours never stand with others
    if (one->points != other->points)
        return one->points > other->points ? -1 : 1;
    // Two strengths of the same points keep together, so that a page can group by strength.
    if (one->effect->strength != other->effect->strength)
        return one->effect->strength < other->effect->strength ? -1 : 1;
    if (one->counted != other->counted)
        return one->counted ? -1 : 1;
    return index_a < index_b ? -1 : 1;
}

typedef enum { SPEAKS_FOR, SPEAKS_AGAINST } Side;

static bool is_on_side(const FpReason *reason, size_t outcome, Side side)
{
    return reason->outcome == outcome &&
           (reason->effect->kind == FP_EFFECT_FAVOUR) == (side == SPEAKS_FOR);
}

typedef struct {
    const size_t *indices;
    size_t n;
} List;

/* The reasons on one side of an outcome. */
static List list_reasons(FpBriefMaker *maker, size_t outcome, Side side)
{
    const FpVerdict *verdict = maker->verdict;
    size_t n = 0, n_filled = 0;
    for (size_t i = 0; i < verdict->n_reasons; i++)
        n += is_on_side(&verdict->reasons[i], outcome, side);
    size_t *indices = brief_new_array(maker, n, sizeof *indices);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (is_on_side(&verdict->reasons[i], outcome, side))
            indices[n_filled++] = i;
    }
    if (n > 1)
        qsort_r(indices, n, sizeof *indices, compare_weight, maker);
    return (List) { .indices = indices, .n = n };
}

static void make_other(FpBriefMaker *maker, const FpRank *rank, FpBriefOther *other)
{
    List against = list_reasons(maker, rank->outcome, SPEAKS_AGAINST);
    List in_favour = list_reasons(maker, rank->outcome, SPEAKS_FOR);
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
    for (size_t i = 0; i < n; i++)
        cite_reasons(maker, others[i].reasons, count_rule_outs(maker, &others[i]));
    for (size_t i = 0; i < n; i++) {
        size_t n_told = count_rule_outs(maker, &others[i]);
        if (n_told < others[i].n_reasons)
            cite_reasons(maker, others[i].reasons + n_told, others[i].n_reasons - n_told);
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

static void list_for_winner(FpBriefMaker *maker, size_t outcome)
{
    FpBrief *brief = &maker->brief;
    List in_favour = list_reasons(maker, outcome, SPEAKS_FOR);
    List against = list_reasons(maker, outcome, SPEAKS_AGAINST);
    cite_reasons(maker, in_favour.indices, in_favour.n);
    cite_reasons(maker, against.indices, against.n);
    brief->reasons_for = in_favour.indices;
    brief->n_reasons_for = in_favour.n;
    brief->reasons_against = against.indices;
    brief->n_reasons_against = against.n;
}

void brief_make_reasons(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    maker->reasons = brief_new_array(maker, verdict->n_reasons, sizeof *maker->reasons);
    for (size_t i = 0; i < verdict->n_reasons; i++)
        make_reason(maker, &verdict->reasons[i], &maker->reasons[i]);
    maker->brief.reasons = maker->reasons;
    maker->brief.n_reasons = verdict->n_reasons;
    if (maker->brief.has_outcome)
        list_for_winner(maker, verdict->outcome);
}
