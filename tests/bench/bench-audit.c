// SPDX-License-Identifier: Apache-2.0
// How long an audit takes and what it leaves undecided: of the shipped tree, of random trees with fixed
// seeds, of one that hides a satisfiability problem. Bars are in seconds of this machine's processor.
#include "audit-trees.h"
#include "fp-audit.h"
#include "outlook-walk-private.h"
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { SEEDS = 20 };

/* Of the processor, so that what else runs does not count. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double peak_mebibytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool tell(const char *what, double value, double bar)
{
    bool holds = value <= bar;
    g_print("    %s %.3f s, bar %.1f: %s\n", what, value, bar, holds ? "holds" : "MISSED");
    return holds;
}

static const FpDate today = { 2026, 11, 24 };

static size_t count_undecided(const FpAudit *audit)
{
    size_t n = 0;
    for (size_t i = 0; i < audit->n; i++)
        n += audit->items[i].code == FP_FINDING_UNDECIDED;
    return n;
}

static bool is_counted(const FpAudit *audit)
{
    for (size_t i = 0; i < audit->n_outcomes; i++) {
        if (audit->outcomes[i].count.at_least != audit->outcomes[i].count.at_most)
            return false;
    }
    return true;
}

static bool measure_shipped(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    const char *const folders[] = { FACTS, NULL };
    g_autoptr(FpTree) tree = fp_tree_load(TREE, folders, diagnostics, NULL);
    if (tree == NULL)
        g_error("the shipped tree cannot be read");
    double start = now();
    g_autoptr(FpAudit) audit = fp_audit_new(tree, today, FP_AUDIT_LIMITS_DEFAULT);
    double taken = now() - start;
    g_print("the shipped tree, whether and how many\n");
    bool is_whole = count_undecided(audit) == 0 && is_counted(audit);
    g_print("    %s\n", is_whole ? "all decided, all counted" : "NOT all decided and counted");
    return tell("audit", taken, 1) && is_whole;
}

/* Counting alone: how many sheets each outcome wins. */
static bool count(const FpTree *tree, double *out_taken, size_t *out_states)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) empty = fp_answer_sheet_new(tree);
    FpBudget budget = { .work_left = FP_AUDIT_LIMITS_DEFAULT.work_count };
    double start = now();
    g_autoptr(FpWalk) walk = fp_walk_new(compiled, empty, &budget);
    walk->memory_max = (size_t)256 << 20;
    bool is_exact = fp_walk_run(walk) && !walk->is_dropping;
    *out_taken = now() - start;
    *out_states = walk->n_states;
    return is_exact;
}

static bool measure_counts(void)
{
    const TreeShape shape = { 14, 4, 5, 2, 0 };
    double taken[SEEDS];
    size_t n_exact = 0, n_states, most = 0;
    for (uint64_t i = 0; i < SEEDS; i++) {
        g_autoptr(FpTree) tree = audit_tree_new(shape, i + 1);
        n_exact += count(tree, &taken[i], &n_states);
        most = MAX(most, n_states);
    }
    qsort(taken, SEEDS, sizeof *taken, by_size);
    g_print("14 questions of 4 options, 5 outcomes, 2 effects an option, seeds 1 to %d: counts\n",
            SEEDS);
    g_print("    exact of %zu, at most %zu states, peak %.0f MiB\n", n_exact, most,
            peak_mebibytes());
    bool holds = tell("median", taken[SEEDS / 2], 1);
    holds = tell("worst", taken[SEEDS - 1], 1) && holds;
    return holds && n_exact == SEEDS && peak_mebibytes() <= 256;
}

typedef struct {
    double median, worst;
    size_t n_undecided, n_counted;
} Measured;

static Measured measure_audits(TreeShape shape, size_t n_seeds)
{
    double taken[SEEDS];
    Measured measured = { 0 };
    for (size_t i = 0; i < n_seeds; i++) {
        g_autoptr(FpTree) tree = audit_tree_new(shape, i + 1);
        double start = now();
        g_autoptr(FpAudit) audit = fp_audit_new(tree, today, FP_AUDIT_LIMITS_DEFAULT);
        taken[i] = now() - start;
        measured.n_undecided += count_undecided(audit) > 0;
        measured.n_counted += is_counted(audit);
    }
    qsort(taken, n_seeds, sizeof *taken, by_size);
    measured.median = taken[n_seeds / 2];
    measured.worst = taken[n_seeds - 1];
    return measured;
}

static bool measure_whether(void)
{
    Measured measured = measure_audits((TreeShape) { 60, 4, 5, 1, 20 }, SEEDS);
    g_print("60 questions of 4 options, 5 outcomes, 1 effect an option, 1 in 5 guarded, seeds 1 to "
            "%d: the whole audit\n",
            SEEDS);
    g_print("    trees with anything undecided: %zu; counted: %zu\n", measured.n_undecided,
            measured.n_counted);
    bool holds = tell("median", measured.median, 5);
    holds = tell("worst", measured.worst, 5) && holds;
    return holds && measured.n_undecided == 0;
}

static void measure_growth(void)
{
    g_print("growth: the same with fewer questions, seeds 1 to 5 (no bar)\n");
    for (size_t n = 10; n <= 60; n += 10) {
        Measured measured = measure_audits((TreeShape) { n, 4, 5, 1, 20 }, 5);
        g_print("    %2zu questions: median %.3f s, worst %.3f s, counted %zu of 5\n", n,
                measured.median, measured.worst, measured.n_counted);
    }
}

static bool measure_clauses(void)
{
    g_autoptr(FpTree) tree = audit_tree_of_clauses(60, 255, 1);
    double start = now();
    g_autoptr(FpAudit) audit = fp_audit_new(tree, today, FP_AUDIT_LIMITS_DEFAULT);
    g_print("60 variables, 255 clauses: whether the first outcome wins %s\n",
            audit->outcomes[0].count.exists == FP_EXISTS_UNDECIDED ? "is undecided" : "is decided");
    g_print("    other things undecided: %s\n", count_undecided(audit) > 0 ? "yes" : "no");
    return tell("ends in", now() - start, 30);
}

int main(void)
{
    bool all_hold = measure_shipped();
    all_hold = measure_counts() && all_hold;
    all_hold = measure_whether() && all_hold;
    measure_growth();
    all_hold = measure_clauses() && all_hold;
    return all_hold ? EXIT_SUCCESS : EXIT_FAILURE;
}
