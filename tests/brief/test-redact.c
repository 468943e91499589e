// SPDX-License-Identifier: Apache-2.0
// What is left out stands in no format; what is not, does.
#include "situation.h"
#include <string.h>

static const char events[] = "answered question=water|answer=high\n"
                             "noted question=water|text=NOTE-ON-WATER\n"
                             "answered question=load|answer=barrow,stones\n"
                             "unknown question=depth|who=FINDER|by=2026-12-01\n"
                             "answered question=night|answer=no\n"
                             "noted text=NOTE-ON-ALL\n"
                             "finished\n"
                             "decided outcome=ferry|text=NOTE-ON-DECISION";

static const struct {
    const char *text;
    unsigned flag;
} words[] = {
    { "NOTE-ON-WATER", FP_BRIEF_REDACT_NOTES },
    { "NOTE-ON-ALL", FP_BRIEF_REDACT_NOTES },
    { "NOTE-ON-DECISION", FP_BRIEF_REDACT_NOTES },
    { "High", FP_BRIEF_REDACT_ANSWERS },
    { "A barrow", FP_BRIEF_REDACT_ANSWERS },
    { "Stones", FP_BRIEF_REDACT_ANSWERS },
    { "FINDER", FP_BRIEF_REDACT_WHO },
    { "AUTHOR", FP_BRIEF_REDACT_WHO },
};

static FpBrief *make_brief(const Situation *situation, const FpBriefAnalyses *analyses,
                           unsigned redact)
{
    const FpBriefInput input = {
        .sheet = situation->sheet,
        .verdict = situation->verdict,
        .as_of = { .year = 2026, .month = 11, .day = 24 },
        .analyses = analyses,
        .session = situation->session,
        .organisation = "The town",
        .who = "AUTHOR",
        .redact = redact,
    };
    return fp_brief_new(&input);
}

/* All formats that are texts; the web page holds the plan of the printed page too. */
static char *render_all(const FpBrief *brief)
{
    const FpBriefLook look = { .paper = FP_PAPER_A4 };
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        if (fp_brief_renderers[i].draw != NULL)
            continue;
        g_autoptr(GBytes) bytes = fp_brief_render(&fp_brief_renderers[i], brief, &look, NULL);
        g_string_append(all, g_bytes_get_data(bytes, NULL));
    }
    return g_string_free(all, FALSE);
}

static void test_what_is_left_out_stands_nowhere(void)
{
    const FpDate as_of = { .year = 2026, .month = 11, .day = 24 };
    g_autoptr(Situation) situation = situation_of_session(events);
    g_autoptr(FpBriefAnalyses) analyses = fp_brief_analyses_new(
        situation->compiled, situation->sheet, situation->verdict, as_of, NULL);
    for (unsigned redact = 0; redact < 8; redact++) {
        g_autoptr(FpBrief) brief = make_brief(situation, analyses, redact);
        g_autofree char *all = render_all(brief);
        g_assert_true((brief->redacted != NULL) == (redact != 0));
        for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
            bool is_there = strstr(all, words[i].text) != NULL;
            if (is_there == ((redact & words[i].flag) != 0))
                g_error("'%s' with %u: %s", words[i].text, redact, is_there ? "told" : "missing");
        }
    }
}

static void test_what_stands_in_its_place_is_said(void)
{
    g_autoptr(Situation) situation = situation_of_session(events);
    g_autoptr(FpBrief) brief =
        make_brief(situation, NULL, FP_BRIEF_REDACT_ANSWERS | FP_BRIEF_REDACT_WHO);
    g_autofree char *text = fp_brief_to_text(brief, 80, true);
    g_assert_cmpstr(
        brief->redacted, ==,
        "Left out at the wish of whoever exported this page: answers; names of people.");
    g_assert_nonnull(strstr(text, "  How is the water?\n    (left out)\n"));
    g_assert_nonnull(strstr(text, "I don't know\n    To be found out by 2026-12-01.\n"));
}

/* Without a day nothing is left to say of a finder, but there is one. */
static void test_who_is_left_out_is_not_nobody(void)
{
    g_autoptr(Situation) situation = situation_of_session("unknown question=depth|who=FINDER");
    g_autoptr(FpBrief) with = make_brief(situation, NULL, 0);
    g_autoptr(FpBrief) without = make_brief(situation, NULL, FP_BRIEF_REDACT_WHO);
    g_autofree char *told = fp_brief_to_text(with, 80, true);
    g_autofree char *left_out = fp_brief_to_text(without, 80, true);
    g_assert_nonnull(strstr(told, "  - How deep is it?\n    FINDER finds out.\n"));
    g_assert_nonnull(strstr(left_out, "  - How deep is it?\n    (left out)\n"));
    g_assert_null(strstr(left_out, "nobody is named"));
}

/* Conflicts and checks name the question whose answer they do not tell. */
static void test_a_question_stands_for_its_answer(void)
{
    g_autoptr(Situation) situation = situation_new("water=flood load=hat depth=deep night=no");
    g_autoptr(FpBrief) brief = make_brief(situation, NULL, FP_BRIEF_REDACT_ANSWERS);
    g_assert_null(strstr(brief->sureness, "A flood"));
    g_assert_nonnull(strstr(brief->sureness, "the one to \"How is the water?\""));
}

static void test_a_headline_tells_no_answer_that_is_left_out(void)
{
    g_autoptr(Situation) situation = situation_with_a_phrase();
    for (unsigned redact = 0; redact < 8; redact++) {
        g_autoptr(FpBrief) brief = make_brief(situation, NULL, redact);
        g_autofree char *all = render_all(brief);
        g_assert_nonnull(strstr(all, "Walk over the bridge"));
        g_assert_cmpint(strstr(all, "PHRASE") == NULL, ==, (redact & FP_BRIEF_REDACT_ANSWERS) != 0);
    }
}

static const struct {
    const char *list;
    unsigned flags; /* 0: refused */
} lists[] = {
    { "notes", FP_BRIEF_REDACT_NOTES },
    { "notes,answers,who", 7 },
    { " who , notes ", FP_BRIEF_REDACT_WHO | FP_BRIEF_REDACT_NOTES },
    { "", 0 },
    { "notes,", 0 },
    { "note", 0 },
    { "Notes", 0 },
};

static void test_lists(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autoptr(GError) error = NULL;
        unsigned flags = 99;
        bool is_read = fp_brief_redact_parse(lists[i].list, &flags, &error);
        g_assert_cmpint(is_read, ==, lists[i].flags != 0);
        g_assert_cmpuint(flags, ==, is_read ? lists[i].flags : 99);
        if (!is_read)
            g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    }
}

static void test_a_wrong_name_gets_the_right_ones(void)
{
    g_autoptr(GError) error = NULL;
    unsigned flags;
    g_assert_false(fp_brief_redact_parse("anwsers", &flags, &error));
    g_assert_cmpstr(error->message, ==,
                    "cannot leave out 'anwsers', only notes, answers and who; did you mean "
                    "'answers'?");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/redact/what-is-left-out-stands-nowhere",
                    test_what_is_left_out_stands_nowhere);
    g_test_add_func("/brief/redact/what-stands-in-its-place-is-said",
                    test_what_stands_in_its_place_is_said);
    g_test_add_func("/brief/redact/who-is-left-out-is-not-nobody",
                    test_who_is_left_out_is_not_nobody);
    g_test_add_func("/brief/redact/a-question-stands-for-its-answer",
                    test_a_question_stands_for_its_answer);
    g_test_add_func("/brief/redact/a-headline-tells-no-answer-that-is-left-out",
                    test_a_headline_tells_no_answer_that_is_left_out);
    g_test_add_func("/brief/redact/lists", test_lists);
    g_test_add_func("/brief/redact/a-wrong-name-gets-the-right-ones",
                    test_a_wrong_name_gets_the_right_ones);
    return g_test_run();
}
