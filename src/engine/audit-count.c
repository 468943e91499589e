// SPDX-License-Identifier: Apache-2.0
// The outlook's walk from an empty sheet: who wins on how many sheets, how close. Where a walk cannot
// carry all states it goes on with those that are settled: what they come to is the least, the rest
// of all sheets, which are then counted by a walk of their own, on top is the most.
#include "audit-private.h"
#include "outlook-walk-private.h"

#define SPARE_WORK UINT64_C(100000000) /* for going on with settled states */

typedef struct {
    FpCount *wins; /* owned; as fp_walk_count_wins() has them */
    bool is_exact;
    char *entangled_by; /* owned */
} Counted;

static void counted_clear(Counted *counted)
{
    g_free(counted->wins);
    g_free(counted->entangled_by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Counted, counted_clear)

static Counted count(FpAuditing *auditing, int32_t slack, bool counts_all_alike, uint64_t work)
{
    FpBudget budget = { MIN(work, auditing->limits.work), auditing->limits.cancel };
    uint64_t given = budget.work_left;
    g_autoptr(FpWalk) walk = fp_walk_new(auditing->compiled, auditing->empty, &budget);
    walk->memory_max = auditing->limits.memory_bytes;
    walk->spare = (FpBudget) { SPARE_WORK, auditing->limits.cancel };
    walk->slack = slack;
    walk->counts_all_alike = counts_all_alike;
    Counted counted = { g_new0(FpCount, 3 * (auditing->tree->n_outcomes + 1)), false, NULL };
    if (fp_walk_run(walk)) {
        fp_walk_count_wins(walk, counted.wins);
        counted.is_exact = !walk->is_dropping;
    }
    counted.entangled_by = g_strdup(walk->entangled_by);
    if (slack < 0 && !counts_all_alike)
        auditing->audit->n_states = walk->n_states;
    auditing->limits.work -= given - budget.work_left;
    return counted;
}

static FpCount minus(FpCount all, FpCount some)
{
    return all == FP_COUNT_MAX ? FP_COUNT_MAX : all - MIN(all, some);
}

static FpCount sum(const FpCount *counts, size_t n)
{
    FpCount all = 0;
    for (size_t i = 0; i < n; i++)
        all = fp_count_add(all, counts[i]);
    return all;
}

/* What whether is known sets bounds too. */
static void bound(FpAuditCount *count, FpCount at_least, FpCount at_most)
{
    count->at_least = at_least;
    count->at_most = at_most;
    if (count->exists == FP_EXISTS_YES)
        count->at_least = MAX(count->at_least, 1);
    if (count->exists == FP_EXISTS_NO)
        count->at_least = count->at_most = 0;
}

/* All sheets, whoever wins. */
static void count_sheets(FpAuditing *auditing, const Counted *wins)
{
    FpAudit *audit = auditing->audit;
    FpCount known = sum(wins->wins, auditing->tree->n_outcomes + 1);
    audit->sheets_at_least = audit->sheets_at_most = known;
    if (wins->is_exact)
        return;
    g_auto(Counted) all = count(auditing, -1, true, auditing->limits.work / 4);
    audit->sheets_at_least = MAX(all.wins[0], known);
    audit->sheets_at_most = all.is_exact ? all.wins[0] : FP_COUNT_MAX;
    audit->entangled_by = g_strdup(wins->entangled_by);
}

static void bound_winners(FpAuditing *auditing, const Counted *counted)
{
    size_t n = auditing->tree->n_outcomes + 1;
    FpCount unknown =
        counted->is_exact ? 0 : minus(auditing->audit->sheets_at_most, sum(counted->wins, n));
    for (size_t i = 0; i < n; i++)
        bound(&auditing->outcomes[i].count, counted->wins[i],
              fp_count_add(counted->wins[i], unknown));
}

static void bound_close(FpAuditing *auditing, const Counted *counted)
{
    size_t n = auditing->tree->n_outcomes + 1;
    FpCount close = sum(counted->wins + n, n), ties = sum(counted->wins + 2 * n, n);
    FpCount unknown =
        counted->is_exact ? 0 : minus(auditing->audit->sheets_at_most, sum(counted->wins, 3 * n));
    close = fp_count_add(close, ties);
    bound(&auditing->ties, ties, fp_count_add(ties, unknown));
    bound(&auditing->close_calls, close, fp_count_add(close, unknown));
}

void fp_audit_count(FpAuditing *auditing)
{
    uint64_t work = auditing->limits.work_count;
    g_auto(Counted) wins = count(auditing, -1, false, work);
    count_sheets(auditing, &wins);
    bound_winners(auditing, &wins);
    // What is too much for telling winners apart is too much for telling margins too.
    g_auto(Counted) close =
        count(auditing, auditing->tree->close_call, false, wins.is_exact ? work : 0);
    bound_close(auditing, &close);
}
