// SPDX-License-Identifier: Apache-2.0
// What an export takes: one in each format, against an empty program; many at once; in memory, where there
// is such a folder, so that no disk is measured.
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "compare.h"
#include "fp-history.h"
#include "launch.h"

enum { SESSIONS = 1000, SEED = 20261124, PEAK_KIB = 40 * 1024, PER_SECOND = 50 };

/* The first sessions have titles of their own; all have answers by chance. */
static const char *const titles[] = { "A bank on AWS", "東京支店の検討", "Rollout 🚀 of 2027" };

static const Comparison comparisons[] = {
    { .what = "export as Markdown, against an empty C program",
      .ours = { FINGERPOST, "export", "1", "--no-save", "-f", "md" },
      .theirs = { EMPTY },
      .bar = 5 },
    { .what = "export as HTML, against an empty C program",
      .ours = { FINGERPOST, "export", "1", "--no-save", "-f", "html" },
      .theirs = { EMPTY },
      .bar = 5 },
    { .what = "export as PDF, against an empty C program",
      .ours = { FINGERPOST, "export", "1", "--no-save", "-f", "pdf" },
      .theirs = { EMPTY },
      .bar_ms = 60 },
    { .what = "export as PDF, the title in Japanese (no bar)",
      .ours = { FINGERPOST, "export", "2", "--no-save", "-f", "pdf" },
      .theirs = { EMPTY } },
    { .what = "export as PDF, an emoji in the title (no bar)",
      .ours = { FINGERPOST, "export", "3", "--no-save", "-f", "pdf" },
      .theirs = { EMPTY } },
};

static void say(FpRecord *record, FpEvent *taken)
{
    g_autoptr(FpEvent) event = taken;
    g_autoptr(GError) error = NULL;
    if (!fp_record_append(record, event, &error))
        g_error("%s", error->message);
}

// An option by chance; of numbers, and once in eight questions, "I don't know".
static FpEvent *answer_by_chance(GRand *random, const FpQuestion *question)
{
    if (question->type == FP_QUESTION_NUMBER || g_rand_int_range(random, 0, 8) == 0)
        return fp_event_new_for_question(FP_EVENT_UNKNOWN, question->id, 1);
    gint32 option = g_rand_int_range(random, 0, (gint32)question->n_options);
    const char *ids[] = { question->options[option].id, NULL };
    return fp_event_new_answered(question->id, ids, 1);
}

static void answer_all(GRand *random, FpRecord *record)
{
    const FpTree *tree = fp_record_tree(record);
    const FpSession *session = fp_record_session(record);
    for (size_t i = 0; i < tree->n_questions; i++) {
        g_autoptr(FpVerdict) verdict =
            fp_verdict_compute(fp_record_compiled(record), fp_session_sheet(session));
        if (verdict->states[i] == FP_STATE_OPEN)
            say(record, answer_by_chance(random, &tree->questions[i]));
    }
    say(record, fp_session_new_finished(session, fp_record_compiled(record), 1));
}

static void make_session(const char *history, GRand *random, int number)
{
    static const char *const facts[] = { FACTS, NULL };
    g_autoptr(GError) error = NULL;
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_load(TREE, facts, diagnostics, &error);
    g_autoptr(FpRecord) record = tree != NULL ? fp_record_start(NULL, tree, 1, &error) : NULL;
    if (record == NULL)
        g_error("no session can be made: %s", error != NULL ? error->message : TREE);
    if (number < (int)G_N_ELEMENTS(titles))
        say(record, fp_event_new_with_text(FP_EVENT_RENAMED, NULL, titles[number], 1));
    answer_all(random, record);
    if (!fp_record_save_elsewhere(record, history, &error))
        g_error("%s", error->message);
}

static bool print_peak(const char *format)
{
    const char *const words[] = { FINGERPOST, "export", "1", "--no-save", "-f", format, NULL };
    long peak_kib = launch_peak_kib(words);
    bool holds = peak_kib <= PEAK_KIB;
    g_print("peak memory of an export as %s: %.1f MiB, bar %d: %s\n", format,
            (double)peak_kib / 1024, PEAK_KIB / 1024, holds ? "holds" : "MISSED");
    return holds;
}

static bool measure_all(const char *folder, const char *format, double bar)
{
    g_autofree char *out = g_build_filename(folder, format, NULL);
    const char *const words[] = { FINGERPOST, "export", "--all", "-f", format, "-o", out, NULL };
    double seconds = (double)launch_until_exit(words) / G_USEC_PER_SEC;
    double per_second = SESSIONS / seconds;
    bool holds = per_second >= bar;
    g_print("%d sessions as %s with --all, on %u processors: %.2f s, %.0f a second", SESSIONS,
            format, g_get_num_processors(), seconds, per_second);
    if (bar == 0)
        g_print("\n");
    else
        g_print(", bar %.0f: %s\n", bar, holds ? "holds" : "MISSED");
    return holds;
}

static void remove_all(const char *path)
{
    const char *name;
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        remove_all(below);
    }
    g_remove(path);
}

int main(void)
{
    if (g_file_test("/dev/shm", G_FILE_TEST_IS_DIR))
        g_setenv("TMPDIR", "/dev/shm", TRUE);
    g_autofree char *folder = g_dir_make_tmp("fingerpost-bench-XXXXXX", NULL);
    g_autofree char *history = g_build_filename(folder, "history.db", NULL);
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_setenv("FINGERPOST_HISTORY", history, TRUE);
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    for (int i = 0; i < SESSIONS; i++)
        make_session(history, random, i);
    bool all_hold = true;
    for (size_t i = 0; i < G_N_ELEMENTS(comparisons); i++)
        all_hold = compare(&comparisons[i]) && all_hold;
    all_hold = print_peak("pdf") && all_hold;
    all_hold = measure_all(folder, "pdf", PER_SECOND) && all_hold;
    all_hold = measure_all(folder, "html", 0) && all_hold;
    remove_all(folder);
    return all_hold ? EXIT_SUCCESS : EXIT_FAILURE;
}
