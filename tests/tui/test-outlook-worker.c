// SPDX-License-Identifier: Apache-2.0
/* The thread that makes the analyses. Built with -Db_sanitize=thread this is where a race would show. */
#include "outlook-worker-private.h"
#include "play.h"
#include <poll.h>

/* Of so many questions that a search is under way when the next sheet is asked for. */
#define N_QUESTIONS 14
#define N_SHEETS    40

static FpTree *large_tree(void)
{
    g_autoptr(GString) yaml =
        g_string_new("fingerpost: 1\nid: large\nversion: '1'\ntitle: Large\n"
                     "language: en\nstrengths: {strong: 7, slight: 1}\n"
                     "prefer: [a, b, c]\n"
                     "outcomes: {a: {title: a}, b: {title: b}, c: {title: c}}\n"
                     "questions:\n");
    for (int i = 0; i < N_QUESTIONS; i++)
        g_string_append_printf(
            yaml,
            "  - id: q%d\n    ask: Question %d?\n    type: one\n    options:\n"
            "      - {id: x, label: X, effects: [{favour: a, strength: strong, because: X.}]}\n"
            "      - {id: y, label: Y, effects: [{favour: b, strength: slight, because: Y.}]}\n"
            "      - {id: z, label: Z, effects: [{favour: c, strength: strong, because: Z.}]}\n",
            i, i);
    return play_tree(yaml->str);
}

static void wait_for_news(const FpOutlookWorker *worker)
{
    struct pollfd news = { .fd = fp_outlook_worker_fd(worker), .events = POLLIN };
    g_assert_cmpint(poll(&news, 1, 60 * 1000), ==, 1);
}

static void answer(FpAnswerSheet *sheet, size_t question, size_t option)
{
    fp_answer_sheet_set(
        sheet, question,
        (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = fp_option_set_of(option) });
}

typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
    FpAnswerSheet *sheet;
    FpOutlookWorker *worker;
} Fixture;

static void set_up(Fixture *fixture, const void *data G_GNUC_UNUSED)
{
    g_autoptr(GError) error = NULL;
    fixture->tree = large_tree();
    fixture->compiled = fp_compiled_tree_new(fixture->tree);
    fixture->sheet = fp_answer_sheet_new(fixture->tree);
    fixture->worker = fp_outlook_worker_new(fixture->compiled, &error);
    g_assert_no_error(error);
}

static void tear_down(Fixture *fixture, const void *data G_GNUC_UNUSED)
{
    fp_outlook_worker_free(fixture->worker);
    fp_answer_sheet_free(fixture->sheet);
    fp_compiled_tree_free(fixture->compiled);
    fp_tree_free(fixture->tree);
}

static void ask(Fixture *fixture, uint64_t generation)
{
    FpDate as_of = { .year = 2026, .month = 1, .day = 1 };
    fp_outlook_worker_ask(fixture->worker, fixture->sheet, as_of, generation);
}

static void test_answers_what_was_asked(Fixture *fixture, const void *data G_GNUC_UNUSED)
{
    uint64_t generation = 0;
    for (size_t i = 0; i < N_QUESTIONS; i++)
        answer(fixture->sheet, i, 0);
    ask(fixture, 7);
    wait_for_news(fixture->worker);
    g_autoptr(FpBriefAnalyses) analyses = fp_outlook_worker_take(fixture->worker, &generation);
    g_assert_cmpuint(generation, ==, 7);
    g_assert_true(fp_brief_analyses_outlook(analyses)->is_settled);
    g_assert_cmpuint(fp_brief_analyses_outlook(analyses)->winners[0].outcome, ==, 0);
    g_assert_null(fp_outlook_worker_take(fixture->worker, &generation)); // once
}

/* However fast sheets come, what is taken is of the one before it at the latest, and of the last in
 * the end. The sheet goes on being changed while a copy of it is searched. */
static void test_the_latest_sheet_wins(Fixture *fixture, const void *data G_GNUC_UNUSED)
{
    uint64_t generation = 0;
    for (uint64_t i = 1; i <= N_SHEETS; i++) {
        answer(fixture->sheet, i % N_QUESTIONS, i % 3);
        ask(fixture, i);
        g_autoptr(FpBriefAnalyses) early = fp_outlook_worker_take(fixture->worker, &generation);
        g_assert_true(early == NULL || generation == i);
    }
    for (generation = 0; generation != N_SHEETS;) {
        wait_for_news(fixture->worker);
        g_autoptr(FpBriefAnalyses) analyses = fp_outlook_worker_take(fixture->worker, &generation);
        if (analyses != NULL)
            g_assert_cmpuint(generation, ==, N_SHEETS);
        else
            generation = 0; // woken for one that was dropped since
    }
}

/* What is under way and what was not taken go with the worker. */
static void test_ends_in_the_middle(Fixture *fixture, const void *data G_GNUC_UNUSED)
{
    for (uint64_t i = 1; i <= N_SHEETS / 4; i++) {
        answer(fixture->sheet, i % N_QUESTIONS, i % 3);
        ask(fixture, i);
        fp_outlook_worker_free(fixture->worker);
        fixture->worker = fp_outlook_worker_new(fixture->compiled, NULL);
        g_assert_nonnull(fixture->worker);
    }
    answer(fixture->sheet, 0, 1);
    ask(fixture, 1);
    wait_for_news(fixture->worker);
}

static void add(const char *path, void (*test)(Fixture *fixture, const void *data))
{
    g_test_add(path, Fixture, NULL, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/tui/outlook-worker/answers-what-was-asked", test_answers_what_was_asked);
    add("/tui/outlook-worker/the-latest-sheet-wins", test_the_latest_sheet_wins);
    add("/tui/outlook-worker/ends-in-the-middle", test_ends_in_the_middle);
    return g_test_run();
}
