// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static const struct {
    const char *name, *answers, *question, *words;
    FpQuestionState state;
} rows[] = {
    { "one-is-its-label", "water=calm", "How is the water?", "Calm", FP_STATE_ANSWERED },
    { "many-are-joined-in-the-trees-order", "load=hat,cart", "What do you carry?", "A cart; A hat",
      FP_STATE_ANSWERED },
    { "a-number-has-its-unit", "depth=2.50", "How deep is it?", "2.5 m", FP_STATE_ANSWERED },
    { "a-band-is-its-label", "depth=deep", "How deep is it?", "Deep", FP_STATE_ANSWERED },
    { "unknown-is-said", "night=unknown", "Is it night?", "I don't know", FP_STATE_UNKNOWN },
    { "open-has-no-words", "", "Is it night?", NULL, FP_STATE_OPEN },
    { "resting-keeps-its-words", "water=high cold=ice", "Is it cold?", "Ice", FP_STATE_RESTING },
    { "a-follow-up-that-is-asked-is-open", "water=calm", "Is it cold?", NULL, FP_STATE_OPEN },
};

static const FpBriefAnswer *find(const FpBrief *brief, const char *question)
{
    for (size_t i = 0; i < brief->n_answers; i++) {
        if (g_str_equal(brief->answers[i].question, question))
            return &brief->answers[i];
    }
    return NULL;
}

static void test_rows(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Situation) situation = situation_new(rows[i].answers);
        const FpBriefAnswer *answer = find(situation->brief, rows[i].question);
        g_test_message("%s", rows[i].name);
        g_assert_nonnull(answer);
        g_assert_cmpstr(answer->answer, ==, rows[i].words);
        g_assert_cmpint(answer->state, ==, rows[i].state);
    }
}

static void test_what_is_not_asked_is_not_listed(void)
{
    g_autoptr(Situation) situation = situation_new("water=high");
    g_assert_null(find(situation->brief, "Is it cold?"));
    g_assert_cmpuint(situation->brief->n_answers, ==, 4);
}

static void test_a_session_brings_notes_and_who_finds_out(void)
{
    g_autoptr(Situation) situation =
        situation_of_session("answered question=water|answer=still\n"
                             "noted question=water|text=Seen at noon.\n"
                             "unknown question=night|who=Ann|by=2026-12-01");
    const FpBriefAnswer *water = find(situation->brief, "How is the water?");
    const FpBriefAnswer *night = find(situation->brief, "Is it night?");
    g_assert_cmpstr(water->note, ==, "Seen at noon.");
    g_assert_null(water->who);
    g_assert_null(night->note);
    g_assert_cmpstr(night->who, ==, "Ann");
    g_assert_cmpstr(night->by, ==, "2026-12-01");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/answers/every-state-has-its-words", test_rows);
    g_test_add_func("/brief/answers/what-is-not-asked-is-not-listed",
                    test_what_is_not_asked_is_not_listed);
    g_test_add_func("/brief/answers/a-session-brings-notes-and-who-finds-out",
                    test_a_session_brings_notes_and_who_finds_out);
    return g_test_run();
}
