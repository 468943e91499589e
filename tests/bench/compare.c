// SPDX-License-Identifier: Apache-2.0
#include "compare.h"

#include <glib.h>
#include <stdlib.h>

#include "launch.h"

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int64_t measure(const char *const *arguments, const char *text)
{
    return text != NULL ? launch_until_text(arguments, text) : launch_until_exit(arguments);
}

static void print_times(const char *name, const int64_t sorted[COMPARE_RUNS])
{
    g_print("    %-8s min %7.2f  median %7.2f  max %7.2f ms\n", name, (double)sorted[0] / 1000,
            (double)sorted[COMPARE_RUNS / 2] / 1000, (double)sorted[COMPARE_RUNS - 1] / 1000);
}

bool compare(const Comparison *comparison)
{
    int64_t ours[COMPARE_RUNS], theirs[COMPARE_RUNS];
    for (int i = -COMPARE_WARM_UPS; i < COMPARE_RUNS; i++) {
        int64_t our_time = measure(comparison->ours, comparison->our_text);
        int64_t their_time = measure(comparison->theirs, comparison->their_text);
        if (i >= 0) {
            ours[i] = our_time;
            theirs[i] = their_time;
        }
    }
    qsort(ours, COMPARE_RUNS, sizeof *ours, by_size);
    qsort(theirs, COMPARE_RUNS, sizeof *theirs, by_size);
    double ratio = (double)ours[COMPARE_RUNS / 2] / (double)theirs[COMPARE_RUNS / 2];
    g_print("%s\n", comparison->what);
    print_times("ours", ours);
    print_times("theirs", theirs);
    double our_ms = (double)ours[COMPARE_RUNS / 2] / 1000;
    bool holds = (comparison->bar == 0 || ratio <= comparison->bar) &&
                 (comparison->bar_ms == 0 || our_ms <= comparison->bar_ms);
    g_print("    ratio %.2f", ratio);
    if (comparison->bar != 0)
        g_print(", bar %.1f", comparison->bar);
    if (comparison->bar_ms != 0)
        g_print(", bar %.0f ms", comparison->bar_ms);
    bool has_bar = comparison->bar != 0 || comparison->bar_ms != 0;
    g_print("%s\n\n", !has_bar ? "" : holds ? ": holds" : ": MISSED");
    return holds;
}
