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
    { "few-open-questions-are-named", "load=cart",
      "Answer what is still open: How is the water? | Answer what is still open: How deep is it? | "
      "Answer what is still open: Is it night? | Ask when it opens. (you) | Go." },
    { "before-any-answer-answering-is-the-step", "",
      "Answer the 4 questions that are still open." },
    { "without-a-path-go-back-to-the-answers", "water=flood load=hat depth=deep night=no",
      "Check this answer, which rules out 3 paths: \"A flood\" to \"How is the water?\"." },
    { "a-last-path-left-has-its-answers-checked", "water=high load=goat depth=deep night=no",
      "Check this answer, which rules out 1 path: \"High\" to \"How is the water?\". | "
      "Check this answer, which rules out 1 path: \"A goat\" to \"What do you carry?\"." },
    { "what-alone-rules-the-rest-out-is-enough", "water=fast load=wolf depth=deep night=no",
      "Check this answer, which rules out 2 paths: \"Fast\" to \"How is the water?\". | "
      "Ask when it opens. (you) | Go." },
    { "a-winner-below-zero-has-what-speaks-against-it-checked",
      "water=high load=stones depth=deep night=unknown",
      "Check this answer, which takes 3 points from the path in first place: \"Stones\" to \"What do "
      "you carry?\". | Check this answer, which rules out 1 path: \"High\" to \"How is the water?\". | "
      "Find out: Is it night? | Ask when it opens. (you) | Go." },
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

static const char rules_yaml[] =
    "fingerpost: 1\n"
    "id: rules\n"
    "version: '1'\n"
    "title: Go?\n"
    "language: en\n"
    "strengths: {}\n"
    "prefer: [go]\n"
    "outcomes: {go: {title: Go}}\n"
    "questions:\n"
    "  - {id: sky, ask: Sky?, type: one, options: [{id: blue, label: Blue}, {id: grey, label: Grey}]}\n"
    "rules:\n"
    "  - {id: rain, when: {sky: grey}, effects: [{rule_out: go, because: Rain.}]}\n";

static void test_what_rules_rule_out_is_no_answers_alone(void)
{
    g_autoptr(Situation) situation = situation_of(rules_yaml, "sky=grey");
    g_autofree char *steps = show_steps(situation->brief);
    g_assert_cmpstr(steps, ==,
                    "Go back to the answers that rules read together: is each as firm as it was "
                    "given?");
    g_assert_cmpstr(situation->brief->sureness, ==,
                    "Rules on several answers together rule the paths out; each is listed with its "
                    "reason.");
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
    g_test_add_func("/brief/steps/what-rules-rule-out-is-no-answers-alone",
                    test_what_rules_rule_out_is_no_answers_alone);
    g_test_add_func("/brief/steps/an-unknown-names-who-finds-out-and-by-when",
                    test_an_unknown_names_who_finds_out_and_by_when);
    return g_test_run();
}
