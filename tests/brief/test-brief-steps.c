// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

/* "Go. (you) | …" */
static char *show_steps(const FpBrief *brief)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        const FpBriefStep *step = &brief->next_steps[i];
        g_string_append_printf(text, "%s%s", i > 0 ? " | " : "", step->what);
        if (step->owner != NULL)
            g_string_append_printf(text, " (%s)", step->owner);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *answers, *steps;
} rows[] = {
    { "a-settled-path-has-its-own-steps", "water=still load=cart depth=deep night=no",
      "Ask when it opens. (you) | Go." },
    { "an-unknown-is-to-be-found-out-first", "water=still load=cart depth=deep night=unknown",
      "Find out: Is it night? | Ask when it opens. (you) | Go." },
    { "open-questions-are-one-step", "load=cart",
      "Answer the 3 questions that are still open. | Ask when it opens. (you) | Go." },
    { "before-any-answer-answering-is-the-step", "",
      "Answer the 4 questions that are still open." },
    { "without-a-path-go-back-to-the-answers", "water=flood load=hat depth=deep night=no",
      "Go back to the answers that rule paths out or speak against them, with those who gave them: is "
      "each as firm as it was given?" },
    { "a-last-path-left-asks-the-same", "water=high load=goat depth=deep night=no",
      "Go back to the answers that rule paths out or speak against them, with those who gave them: is "
      "each as firm as it was given?" },
    { "a-winner-below-zero-asks-the-same", "water=still load=stones depth=deep night=unknown",
      "Go back to the answers that rule paths out or speak against them, with those who gave them: is "
      "each as firm as it was given? | Find out: Is it night? | Ask when it opens. (you) | Go." },
};

static void test_rows(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Situation) situation = situation_new(rows[i].answers);
        g_autofree char *steps = show_steps(situation->brief);
        g_test_message("%s", rows[i].name);
        g_assert_cmpstr(steps, ==, rows[i].steps);
    }
}

static void test_an_unknown_names_who_finds_out_and_by_when(void)
{
    g_autoptr(Situation) situation =
        situation_of_session("answered question=water|answer=still\n"
                             "answered question=load|answer=goat\n"
                             "unknown question=depth|who=Ann|by=2026-12-01\n"
                             "unknown question=night|by=2026-12-02");
    g_autofree char *steps = show_steps(situation->brief);
    g_assert_cmpstr(steps, ==,
                    "Find out by 2026-12-01: How deep is it? (Ann) | "
                    "Find out by 2026-12-02: Is it night?");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/steps/what-could-change-the-verdict-stands-first", test_rows);
    g_test_add_func("/brief/steps/an-unknown-names-who-finds-out-and-by-when",
                    test_an_unknown_names_who_finds_out_and_by_when);
    return g_test_run();
}
