// SPDX-License-Identifier: Apache-2.0
// The start and a decision, against other programs.
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "compare.h"

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

int main(void)
{
    // A history of its own, made anew: the person's is left alone.
    g_autofree char *folder = g_dir_make_tmp("fingerpost-bench-XXXXXX", NULL);
    g_autofree char *history = g_build_filename(folder, "history.db", NULL);
    g_setenv("FINGERPOST_HISTORY", history, TRUE);
    g_setenv("TERM", "xterm-256color", TRUE);
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    g_print("%d runs of each, in turn, after %d that are not counted\n\n", COMPARE_RUNS,
            COMPARE_WARM_UPS);
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
