// SPDX-License-Identifier: Apache-2.0
// What fires does not hang on points: for each strength the fired reasons are gathered once into
// what each outcome has apart from it, and how often it has it.
#include "fp-stability.h"
#include "winner-private.h"
#include <string.h>

/* Reasons of one counts_as group, as far as they matter to one strength. */
typedef struct {
    size_t outcome;
    int sign;
    int others;       /* the strongest of other strengths; 0: none */
    bool is_of_group; /* the strength is in it */
} Group;

typedef struct {
    const FpVerdict *verdict;
    GArray *groups;        /* of Group: those that have a reason */
    size_t *reason_groups; /* one a reason: its group in groups; FP_NONE where it has none */
    int64_t *fixed;        /* one an outcome: points of other strengths */
    int64_t *times;        /* one an outcome: how often it has the strength, groups aside */
    int64_t *scores;       /* one an outcome */
} Work;

static int sign_of(const FpReason *reason)
{
    return reason->effect->kind == FP_EFFECT_FAVOUR ? 1 : -1;
}

/* Reasons of one group have its name, outcome and direction in common. */
static void find_groups(Work *work)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < work->verdict->n_reasons; i++) {
        const FpReason *reason = &work->verdict->reasons[i];
        work->reason_groups[i] = FP_NONE;
        if (reason->effect->counts_as == NULL)
            continue;
        g_autofree char *key = g_strdup_printf("%zu %d %s", reason->outcome, sign_of(reason),
                                               reason->effect->counts_as);
        gpointer number = g_hash_table_lookup(known, key);
        if (number == NULL) {
            Group group = { .outcome = reason->outcome, .sign = sign_of(reason) };
            g_array_append_val(work->groups, group);
            number = GUINT_TO_POINTER(work->groups->len);
            g_hash_table_insert(known, g_steal_pointer(&key), number);
        }
        work->reason_groups[i] = GPOINTER_TO_UINT(number) - 1;
    }
}

static void take_reason(Work *work, size_t index, size_t strength)
{
    const FpReason *reason = &work->verdict->reasons[index];
    bool is_of_it = reason->effect->strength == strength;
    if (reason->effect->strength == FP_NONE)
        return;
    if (work->reason_groups[index] != FP_NONE) {
        Group *group = &g_array_index(work->groups, Group, work->reason_groups[index]);
        group->is_of_group |= is_of_it;
        group->others = is_of_it ? group->others : MAX(group->others, reason->points);
    } else if (is_of_it) {
        work->times[reason->outcome] += sign_of(reason);
    } else {
        work->fixed[reason->outcome] += (int64_t)sign_of(reason) * reason->points;
    }
}

static void gather(Work *work, size_t strength)
{
    size_t n_outcomes = work->verdict->n_ranking;
    memset(work->fixed, 0, n_outcomes * sizeof *work->fixed);
    memset(work->times, 0, n_outcomes * sizeof *work->times);
    for (guint i = 0; i < work->groups->len; i++) {
        Group *group = &g_array_index(work->groups, Group, i);
        group->others = 0;
        group->is_of_group = false;
    }
    for (size_t i = 0; i < work->verdict->n_reasons; i++)
        take_reason(work, i, strength);
}

static void score(Work *work, int points)
{
    for (size_t i = 0; i < work->verdict->n_ranking; i++)
        work->scores[i] = work->fixed[i] + work->times[i] * points;
    for (guint i = 0; i < work->groups->len; i++) {
        const Group *group = &g_array_index(work->groups, Group, i);
        int strongest = group->is_of_group ? MAX(group->others, points) : group->others;
        work->scores[group->outcome] += (int64_t)group->sign * strongest;
    }
}

/* What is ruled out does not hang on points: the outcome is the same where it beats the rest. */
static bool stands(Work *work, const size_t *prefer_rank, int points)
{
    size_t winner = work->verdict->outcome;
    score(work, points);
    for (size_t i = 0; winner != FP_NONE && i < work->verdict->n_ranking; i++) {
        const FpRank *rank = &work->verdict->ranking[i];
        int64_t lead = work->scores[winner] - work->scores[rank->outcome];
        if (rank->is_ruled_out || rank->outcome == winner)
            continue;
        if (lead < 0 || (lead == 0 && prefer_rank[rank->outcome] < prefer_rank[winner]))
            return false;
    }
    return true;
}

static bool is_used(const FpVerdict *verdict, size_t strength)
{
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (verdict->reasons[i].effect->strength == strength)
            return true;
    }
    return false;
}

static FpPointsRange find_range(Work *work, const size_t *prefer_rank, size_t strength)
{
    int own = work->verdict->tree->strengths[strength].points;
    FpPointsRange range = { own, own };
    if (!is_used(work->verdict, strength))
        return (FpPointsRange) { 1, FP_POINTS_MAX };
    gather(work, strength);
    while (range.from > 1 && stands(work, prefer_rank, range.from - 1))
        range.from--;
    while (range.to < FP_POINTS_MAX && stands(work, prefer_rank, range.to + 1))
        range.to++;
    return range;
}

static const FpPointsRange *find_ranges(const FpCompiledTree *compiled, const FpVerdict *verdict)
{
    size_t n = verdict->n_ranking, n_strengths = verdict->tree->n_strengths;
    FpPointsRange *ranges = g_new(FpPointsRange, n_strengths);
    g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
    g_autofree size_t *reason_groups = g_new(size_t, verdict->n_reasons);
    g_autofree int64_t *numbers = g_new(int64_t, 3 * n);
    Work work = { verdict, groups, reason_groups, numbers, numbers + n, numbers + 2 * n };
    find_groups(&work);
    for (size_t i = 0; i < n_strengths; i++)
        ranges[i] = find_range(&work, compiled->prefer_rank, i);
    return ranges;
}

static bool cites_stale(const FpEffect *effect, FpDate as_of)
{
    for (size_t i = 0; i < effect->cites.n; i++) {
        if (fp_fact_is_stale(effect->cites.items[i].fact, as_of))
            return true;
    }
    return false;
}

static bool stands_without_stale(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                                 size_t outcome, FpDate as_of)
{
    g_autoptr(FpWinnerFinder) finder = fp_winner_finder_new(compiled, sheet);
    finder->is_dropped = g_new(bool, compiled->n_effects);
    for (size_t i = 0; i < compiled->n_effects; i++)
        finder->is_dropped[i] = cites_stale(compiled->effects[i].effect, as_of);
    return fp_winner_find(finder) == outcome;
}

FpStability *fp_stability_compute(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                                  const FpVerdict *verdict, FpDate as_of)
{
    FpStability *stability = g_new(FpStability, 1);
    stability->strengths = find_ranges(compiled, verdict);
    stability->n_strengths = verdict->tree->n_strengths;
    stability->stands_without_stale =
        stands_without_stale(compiled, sheet, verdict->outcome, as_of);
    return stability;
}

void fp_stability_free(FpStability *stability)
{
    if (stability == NULL)
        return;
    g_free((gpointer)(uintptr_t)stability->strengths);
    g_free(stability);
}
