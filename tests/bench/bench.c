// SPDX-License-Identifier: Apache-2.0
// Ratios against another program in the same run, in turn (A B A B …), so that a machine whose speed
// drifts moves both. One row, one comparison; the bar is on the ratio of the medians.
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdlib.h>

#include "launch.h"

enum { RUNS = 60, WARM_UPS = 3, ARGUMENTS_MAX = 8 };

typedef struct {
    const char *what;
    const char *const ours[ARGUMENTS_MAX], *const theirs[ARGUMENTS_MAX];
    const char *our_text, *their_text; /* waited for on a terminal; NULL: until the program ends */
    double bar;
} Comparison;

static const Comparison comparisons[] = {
    { .what = "start to first screen, against dialog",
      .ours = { FINGERPOST, "ask" },
      .theirs = { "dialog", "--msgbox", "the first screen of dialog", "8", "60" },
      .our_text = "Begin with the first question",
      .their_text = "the first screen of dialog",
      .bar = 1.5 },
    { .what = "decide --json, against an empty C program",
      .ours = { FINGERPOST, "decide", "--answers", ANSWERS, "--json" },
      .theirs = { EMPTY },
      .bar = 12 },
    { .what = "--version, against an empty C program (no bar)",
      .ours = { FINGERPOST, "--version" },
      .theirs = { EMPTY } },
};

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int64_t measure(const char *const *arguments, const char *text)
{
    return text != NULL ? launch_until_text(arguments, text) : launch_until_exit(arguments);
}

static void print_times(const char *name, const int64_t sorted[RUNS])
{
    g_print("    %-8s min %7.2f  median %7.2f  max %7.2f ms\n", name, (double)sorted[0] / 1000,
            (double)sorted[RUNS / 2] / 1000, (double)sorted[RUNS - 1] / 1000);
}

// Returns false where the bar is missed.
static bool compare(const Comparison *comparison)
{
    int64_t ours[RUNS], theirs[RUNS];
    for (int i = -WARM_UPS; i < RUNS; i++) {
        int64_t our_time = measure(comparison->ours, comparison->our_text);
        int64_t their_time = measure(comparison->theirs, comparison->their_text);
        if (i >= 0) {
            ours[i] = our_time;
            theirs[i] = their_time;
        }
    }
    qsort(ours, RUNS, sizeof *ours, by_size);
    qsort(theirs, RUNS, sizeof *theirs, by_size);
    double ratio = (double)ours[RUNS / 2] / (double)theirs[RUNS / 2];
    g_print("%s\n", comparison->what);
    print_times("ours", ours);
    print_times("theirs", theirs);
    bool holds = comparison->bar == 0 || ratio <= comparison->bar;
    if (comparison->bar == 0)
        g_print("    ratio %.2f\n\n", ratio);
    else
        g_print("    ratio %.2f, bar %.1f: %s\n\n", ratio, comparison->bar,
                holds ? "holds" : "MISSED");
    return holds;
}

int main(void)
{
    // A history of its own, made anew: the person's is left alone.
    g_autofree char *folder = g_dir_make_tmp("fingerpost-bench-XXXXXX", NULL);
    g_autofree char *history = g_build_filename(folder, "history.db", NULL);
    g_setenv("FINGERPOST_HISTORY", history, TRUE);
    g_setenv("TERM", "xterm-256color", TRUE);
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    g_print("%d runs of each, in turn, after %d that are not counted\n\n", RUNS, WARM_UPS);
    bool all_hold = true;
    for (size_t i = 0; i < G_N_ELEMENTS(comparisons); i++)
        all_hold = compare(&comparisons[i]) && all_hold;
    static const char *const endings[] = { "", "-wal", "-shm" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *file = g_strconcat(history, endings[i], NULL);
        g_remove(file);
    }
    g_rmdir(folder);
    return all_hold ? EXIT_SUCCESS : EXIT_FAILURE;
}
