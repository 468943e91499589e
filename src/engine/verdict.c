// SPDX-License-Identifier: Apache-2.0
// The steps of FORMAT §3 in their order: fire, rule out, count groups, score, rank, conditions.
#include "compiled-tree-private.h"
#include <stdlib.h>

/* A verdict and what it points to. */
typedef struct {
    FpVerdict verdict; /* first: a verdict is the address of its storage */
    FpRank *ranking;
    FpReason *reasons;
    FpCondition *requires, *advice;
    FpAsking *askings;
    FpQuestionState *states;
} Storage;

typedef struct {
    const FpCompiledTree *compiled;
    GPtrArray *fired;          /* of const FpCompiledEffect, in tree order */
    GArray *reasons;           /* of FpReason */
    size_t *strongest;         /* a group's strongest reason so far; FP_NONE before the first */
    GArray *requires, *advice; /* of FpCondition */
} Work;

static void collect_fired(Work *work, const FpOptionSet *in_force)
{
    for (size_t i = 0; i < work->compiled->n_blocks; i++) {
        const FpEffectBlock *block = &work->compiled->blocks[i];
        if (!fp_effect_block_is_live(block, in_force))
            continue;
        for (size_t j = 0; j < block->n_effects; j++) {
            if (fp_guard_holds(block->effects[j].when, in_force))
                g_ptr_array_add(work->fired, &block->effects[j]);
        }
    }
}

/* Of a group only the strongest reason counts, the first of equally strong ones. */
static void count_in_group(Work *work, size_t group, size_t index)
{
    FpReason *reasons = (FpReason *)(void *)work->reasons->data;
    size_t strongest = work->strongest[group];
    bool is_stronger = strongest == FP_NONE || reasons[index].points > reasons[strongest].points;
    reasons[index].counted = is_stronger;
    if (!is_stronger)
        return;
    if (strongest != FP_NONE)
        reasons[strongest].counted = false;
    work->strongest[group] = index;
}

static void add_reasons(Work *work, const FpCompiledEffect *fired)
{
    const FpEffect *effect = fired->effect;
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        FpReason reason = { effect, fired->origin, effect->outcomes[i], fired->points, true };
        g_array_append_val(work->reasons, reason);
        if (fired->groups != NULL)
            count_in_group(work, fired->groups[i], work->reasons->len - 1);
    }
}

static bool is_condition(const FpEffect *effect)
{
    return effect->kind == FP_EFFECT_REQUIRE || effect->kind == FP_EFFECT_ADVISE;
}

static void collect_reasons(Work *work)
{
    work->strongest = g_new(size_t, work->compiled->n_groups);
    for (size_t i = 0; i < work->compiled->n_groups; i++)
        work->strongest[i] = FP_NONE;
    for (guint i = 0; i < work->fired->len; i++) {
        const FpCompiledEffect *fired = g_ptr_array_index(work->fired, i);
        if (!is_condition(fired->effect))
            add_reasons(work, fired);
    }
}

/* Scores and what is ruled out, in the order of prefer. */
static void score(const Work *work, FpRank *ranking)
{
    const FpTree *tree = work->compiled->tree;
    for (size_t i = 0; i < tree->n_outcomes; i++)
        ranking[i] = (FpRank) { tree->prefer[i], 0, false };
    for (guint i = 0; i < work->reasons->len; i++) {
        const FpReason *reason = &g_array_index(work->reasons, FpReason, i);
        FpRank *rank = &ranking[work->compiled->prefer_rank[reason->outcome]];
        if (reason->effect->kind == FP_EFFECT_RULE_OUT)
            rank->is_ruled_out = true;
        else if (reason->counted)
            rank->score +=
                reason->effect->kind == FP_EFFECT_FAVOUR ? reason->points : -reason->points;
    }
}

/* True where a is ranked above b; equal ones keep the order that they have. */
static bool is_better(const FpRank *a, const FpRank *b)
{
    if (a->is_ruled_out != b->is_ruled_out)
        return b->is_ruled_out;
    return !a->is_ruled_out && a->score > b->score;
}

static int compare_ranks(const void *a, const void *b, void *prefer_rank)
{
    const FpRank *one = a, *other = b;
    const size_t *places = prefer_rank;
    if (is_better(one, other))
        return -1;
    if (is_better(other, one))
        return 1;
    return places[one->outcome] < places[other->outcome] ? -1 : 1;
}

static void rank(const Work *work, Storage *storage)
{
    FpVerdict *verdict = &storage->verdict;
    const FpTree *tree = work->compiled->tree;
    FpRank *ranking = storage->ranking = g_new(FpRank, tree->n_outcomes);
    score(work, ranking);
    qsort_r(ranking, tree->n_outcomes, sizeof *ranking, compare_ranks, work->compiled->prefer_rank);
    verdict->ranking = ranking;
    verdict->n_ranking = tree->n_outcomes;
    verdict->outcome = ranking[0].is_ruled_out ? FP_NONE : ranking[0].outcome;
    verdict->has_margin = tree->n_outcomes > 1 && !ranking[1].is_ruled_out;
    if (!verdict->has_margin)
        return;
    verdict->margin = ranking[0].score - ranking[1].score;
    verdict->is_tie = verdict->margin == 0;
    verdict->is_close_call = verdict->margin <= tree->close_call;
}

static bool is_asked_of(const FpEffect *effect, size_t outcome)
{
    return is_condition(effect) && fp_effect_covers(effect, outcome);
}

/* Where each condition's askings begin among all of the winner's, and behind the last one their
 * number. */
static size_t *place_askings(const Work *work, size_t outcome)
{
    size_t n_conditions = work->compiled->n_conditions, n = 0;
    size_t *places = g_new0(size_t, n_conditions + 1);
    for (guint i = 0; i < work->fired->len; i++) {
        const FpCompiledEffect *fired = g_ptr_array_index(work->fired, i);
        if (is_asked_of(fired->effect, outcome))
            places[fired->condition]++;
    }
    for (size_t i = 0; i <= n_conditions; i++) {
        size_t n_of_it = places[i];
        places[i] = n;
        n += n_of_it;
    }
    return places;
}

/* Each condition once, where it was asked for first; those that ask for it again join it there. */
static void collect_conditions(Work *work, Storage *storage)
{
    size_t outcome = storage->verdict.outcome;
    if (outcome == FP_NONE)
        return;
    g_autofree size_t *places = place_askings(work, outcome);
    g_autofree size_t *n_filled = g_new0(size_t, work->compiled->n_conditions);
    FpAsking *askings = storage->askings = g_new(FpAsking, places[work->compiled->n_conditions]);
    for (guint i = 0; i < work->fired->len; i++) {
        const FpCompiledEffect *fired = g_ptr_array_index(work->fired, i);
        const FpEffect *effect = fired->effect;
        if (!is_asked_of(effect, outcome))
            continue;
        size_t place = places[fired->condition], n = places[fired->condition + 1] - place;
        FpCondition condition = { effect, fired->origin, askings + place, n };
        if (n_filled[fired->condition] == 0)
            g_array_append_val(effect->kind == FP_EFFECT_REQUIRE ? work->requires : work->advice,
                               condition);
        askings[place + n_filled[fired->condition]++] = (FpAsking) { effect, fired->origin };
    }
}

static Work begin(const FpCompiledTree *compiled)
{
    return (Work) {
        .compiled = compiled,
        .fired = g_ptr_array_new(),
        .reasons = g_array_new(FALSE, FALSE, sizeof(FpReason)),
        .requires = g_array_new(FALSE, FALSE, sizeof(FpCondition)),
        .advice = g_array_new(FALSE, FALSE, sizeof(FpCondition)),
    };
}

/* Hands what was collected to the verdict. */
static void finish(Work *work, Storage *storage)
{
    FpVerdict *verdict = &storage->verdict;
    verdict->n_reasons = work->reasons->len;
    verdict->n_requires = work->requires->len;
    verdict->n_advice = work->advice->len;
    storage->reasons = (FpReason *)(void *)g_array_free(work->reasons, FALSE);
    storage->requires = (FpCondition *)(void *)g_array_free(work->requires, FALSE);
    storage->advice = (FpCondition *)(void *)g_array_free(work->advice, FALSE);
    verdict->reasons = storage->reasons;
    verdict->requires = storage->requires;
    verdict->advice = storage->advice;
    verdict->states = storage->states;
    g_ptr_array_unref(work->fired);
    g_free(work->strongest);
}

FpVerdict *fp_verdict_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet)
{
    size_t n_questions = compiled->tree->n_questions;
    g_autofree FpOptionSet *in_force = g_new(FpOptionSet, n_questions);
    Storage *storage = g_new0(Storage, 1);
    Work work = begin(compiled);
    storage->verdict.tree = compiled->tree;
    storage->states = g_new(FpQuestionState, n_questions);
    fp_applicability_compute(compiled, sheet, storage->states, in_force);
    collect_fired(&work, in_force);
    collect_reasons(&work);
    rank(&work, storage);
    collect_conditions(&work, storage);
    finish(&work, storage);
    return &storage->verdict;
}

void fp_verdict_free(FpVerdict *verdict)
{
    Storage *storage = (Storage *)verdict;
    if (storage == NULL)
        return;
    g_free(storage->ranking);
    g_free(storage->reasons);
    g_free(storage->requires);
    g_free(storage->advice);
    g_free(storage->askings);
    g_free(storage->states);
    g_free(storage);
}

const FpRank *fp_verdict_rank(const FpVerdict *verdict, size_t outcome)
{
    for (size_t i = 0; i < verdict->n_ranking; i++) {
        if (verdict->ranking[i].outcome == outcome)
            return &verdict->ranking[i];
    }
    g_assert_not_reached();
}

bool fp_verdict_requires(const FpVerdict *verdict, size_t control)
{
    for (size_t i = 0; i < verdict->n_requires; i++) {
        if (verdict->requires[i].effect->control == control)
            return true;
    }
    return false;
}
