// SPDX-License-Identifier: Apache-2.0
// Reducing drops outcomes that cannot win, groups that cannot grow, and the size of leads that
// cannot be caught up.
#include "outlook-walk-private.h"
#include <string.h>

#define DEAD INT32_MIN

void fp_standing_read(const FpWalk *walk, const FpLayer *layer, const int32_t *numbers,
                      FpStanding *standing)
{
    for (size_t i = 0; i < walk->n_outcomes; i++) {
        standing->is_dead[i] = numbers[i] == DEAD;
        standing->scores[i] = standing->is_dead[i] ? 0 : numbers[i];
    }
    memset(standing->points, 0, walk->n_groups * sizeof *standing->points);
    for (size_t i = 0; i < layer->n_groups; i++)
        standing->points[layer->groups[i]] = numbers[walk->n_outcomes + i];
}

void fp_standing_clear(const FpWalk *walk, FpStanding *standing)
{
    memset(standing->scores, 0, walk->n_outcomes * sizeof *standing->scores);
    memset(standing->is_dead, 0, walk->n_outcomes * sizeof *standing->is_dead);
    memset(standing->points, 0, walk->n_groups * sizeof *standing->points);
}

void fp_standing_copy(const FpWalk *walk, const FpStanding *from, FpStanding *to)
{
    memcpy(to->scores, from->scores, walk->n_outcomes * sizeof *to->scores);
    memcpy(to->is_dead, from->is_dead, walk->n_outcomes * sizeof *to->is_dead);
    memcpy(to->points, from->points, walk->n_groups * sizeof *to->points);
}

void fp_standing_fire(const FpCompiledEffect *fired, FpStanding *standing)
{
    const FpEffect *effect = fired->effect;
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        size_t outcome = effect->outcomes[i];
        int32_t points = fired->points;
        if (effect->kind == FP_EFFECT_RULE_OUT) {
            standing->is_dead[outcome] = true;
            continue;
        }
        if (fired->groups != NULL) {
            int32_t *strongest = &standing->points[fired->groups[i]];
            points = MAX(points - *strongest, 0);
            *strongest += points;
        }
        standing->scores[outcome] += effect->kind == FP_EFFECT_FAVOUR ? points : -points;
    }
}

/* What groups can still give and take; groups that cannot grow are set to what they can reach. */
static void look_at_groups(FpWalk *walk, const FpHorizon *horizon, FpStanding *standing)
{
    memset(walk->rise, 0, walk->n_outcomes * sizeof *walk->rise);
    memset(walk->fall, 0, walk->n_outcomes * sizeof *walk->fall);
    for (size_t i = 0; i < walk->n_groups; i++) {
        const FpGroup *group = &walk->compiled->groups[i];
        int32_t more = horizon->group_most[i] - standing->points[i];
        if (more <= 0)
            standing->points[i] = horizon->group_most[i];
        else if (group->kind == FP_EFFECT_FAVOUR)
            walk->rise[group->outcome] += more;
        else
            walk->fall[group->outcome] += more;
    }
}

/* True where an outcome may yet come before another by points, or within the slack behind it. */
static bool can_beat(const FpWalk *walk, const FpHorizon *horizon, const int32_t *scores,
                     size_t outcome, size_t rival)
{
    int32_t lead = scores[outcome] - scores[rival] +
                   horizon->gain[outcome * walk->n_outcomes + rival] + walk->rise[outcome] +
                   walk->fall[rival];
    const size_t *rank = walk->compiled->prefer_rank;
    if (walk->slack >= 0)
        return lead + walk->slack >= 0;
    return lead > 0 || (lead == 0 && rank[outcome] < rank[rival]);
}

/* True where some rival that is in whenever the outcome is in comes before it whatever happens. */
static bool is_beaten(const FpWalk *walk, const FpHorizon *horizon, const FpStanding *standing,
                      size_t outcome)
{
    for (size_t i = 0; i < walk->n_outcomes; i++) {
        if (i != outcome && !standing->is_dead[i] &&
            !horizon->can_be_out[i * walk->n_outcomes + outcome] &&
            !can_beat(walk, horizon, standing->scores, outcome, i))
            return true;
    }
    return false;
}

/* Finds who can still win, in walk->order; returns how many. Who is dead already beats nobody, but
 * one who is found dead here still does: it is in whenever those that it beats are. */
static size_t find_living(FpWalk *walk, const FpHorizon *horizon, FpStanding *standing)
{
    size_t n = 0;
    for (size_t i = 0; i < walk->n_outcomes; i++) {
        if (!standing->is_dead[i] && !is_beaten(walk, horizon, standing, i))
            walk->order[n++] = i;
    }
    memset(standing->is_dead, true, walk->n_outcomes * sizeof *standing->is_dead);
    for (size_t i = 0; i < n; i++)
        standing->is_dead[walk->order[i]] = false;
    return n;
}

/* By score, ties by prefer. Few, and mostly sorted. */
static void sort_living(FpWalk *walk, const int32_t *scores, size_t n)
{
    const size_t *rank = walk->compiled->prefer_rank;
    for (size_t i = 1; i < n; i++) {
        size_t moving = walk->order[i], j = i;
        for (; j > 0; j--) {
            size_t other = walk->order[j - 1];
            if (scores[other] > scores[moving] ||
                (scores[other] == scores[moving] && rank[other] < rank[moving]))
                break;
            walk->order[j] = other;
        }
        walk->order[j] = moving;
    }
}

/* A gap that nobody can close, the same for all standings of these groups. */
static int32_t wide_gap(const FpWalk *walk, const FpHorizon *horizon, size_t n)
{
    int32_t rise = 0, fall = 0;
    for (size_t i = 0; i < n; i++) {
        rise = MAX(rise, walk->rise[walk->order[i]]);
        fall = MAX(fall, walk->fall[walk->order[i]]);
    }
    return horizon->gain_most + rise + fall + MAX(walk->slack, 0) + 1;
}

/* Sets reach[i] to the first place that one at i or after may yet come before; i where there is
 * none before i. */
static void find_reach(FpWalk *walk, const FpHorizon *horizon, const int32_t *scores, size_t n)
{
    for (size_t i = n; i > 0; i--) {
        size_t first = 0, low = i - 1;
        while (first < low &&
               !can_beat(walk, horizon, scores, walk->order[low], walk->order[first]))
            first++;
        walk->reach[low] = i < n ? MIN(first, walk->reach[i]) : first;
    }
}

/* Counts scores down from the first; where all after a place are behind all before it for good, the
 * gap between is made the same whatever it was. */
static void level_scores(FpWalk *walk, const FpHorizon *horizon, int32_t *scores, size_t n)
{
    int32_t gap = wide_gap(walk, horizon, n), was = scores[walk->order[0]], now = 0;
    find_reach(walk, horizon, scores, n);
    for (size_t i = 0; i < n; i++) {
        int32_t *score = &scores[walk->order[i]];
        now -= i > 0 && walk->reach[i] == i ? gap : was - *score;
        was = *score;
        *score = now;
    }
}

static void write_key(FpWalk *walk, const FpLayer *layer, const FpStanding *standing)
{
    for (size_t i = 0; i < walk->n_outcomes; i++)
        walk->key[i] = standing->is_dead[i] ? DEAD : standing->scores[i];
    for (size_t i = 0; i < layer->n_groups; i++) {
        size_t group = layer->groups[i];
        bool matters = !standing->is_dead[walk->compiled->groups[group].outcome];
        walk->key[walk->n_outcomes + i] = matters ? standing->points[group] : 0;
    }
}

static bool settle(FpWalk *walk, const FpLayer *layer, size_t winner)
{
    memset(walk->key, 0, layer->n_numbers * sizeof *walk->key);
    walk->key[0] = (int32_t)winner;
    return true;
}

/* The winner of several that are within the slack, with what its margin is (FpWalk.slack). */
static size_t with_margin(const FpWalk *walk, const int32_t *scores)
{
    bool is_tie = scores[walk->order[0]] == scores[walk->order[1]];
    return walk->order[0] + (walk->n_outcomes + 1) * (is_tie ? 2 : 1);
}

bool fp_standing_reduce(FpWalk *walk, const FpLayer *layer, const FpHorizon *horizon,
                        FpStanding *standing)
{
    look_at_groups(walk, horizon, standing);
    size_t n = find_living(walk, horizon, standing);
    if (n == 0)
        return settle(walk, layer, walk->n_outcomes);
    size_t first = walk->order[0];
    if (n == 1 && !horizon->can_be_out[first * walk->n_outcomes + first])
        return settle(walk, layer, first);
    sort_living(walk, standing->scores, n);
    if (walk->slack >= 0 && layer->question == walk->n_questions)
        return settle(walk, layer, with_margin(walk, standing->scores));
    level_scores(walk, horizon, standing->scores, n);
    if (n == 1) {
        // Alone it needs no points: its groups need not be told apart.
        memset(standing->points, 0, walk->n_groups * sizeof *standing->points);
    }
    write_key(walk, layer, standing);
    return false;
}
