// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

static void test_without_a_session_the_tree_gives_the_title(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBrief *brief = situation->brief;
    g_assert_cmpstr(brief->title, ==, "How to get across?");
    g_assert_null(brief->note);
    g_assert_null(brief->session_id);
    g_assert_null(brief->session_digest);
    g_assert_cmpint(brief->session_number, ==, 0);
    g_assert_cmpint(brief->session_ms, ==, 0);
}

static void test_a_session_gives_its_title_note_and_stamp(void)
{
    g_autoptr(Situation) situation = situation_of_session("answered question=load|answer=cart\n"
                                                          "renamed text=With a cart\n"
                                                          "noted text=In a hurry.");
    const FpBrief *brief = situation->brief;
    g_assert_cmpstr(brief->title, ==, "With a cart");
    g_assert_cmpstr(brief->note, ==, "In a hurry.");
    g_assert_cmpstr(brief->session_id, ==, "0123456789abcdef");
    g_assert_cmpstr(brief->session_digest, ==, "sha256:feed");
    g_assert_cmpint(brief->session_number, ==, 7);
    g_assert_cmpint(brief->session_ms, ==, INT64_C(1795424460000));
}

static void test_the_foot_names_tree_digest_and_judging_date(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBrief *brief = situation->brief;
    g_assert_cmpstr(brief->as_of, ==, "2026-11-24");
    g_assert_cmpstr(brief->tree_id, ==, "crossing");
    g_assert_cmpstr(brief->tree_version, ==, "3");
    g_assert_cmpstr(brief->tree_digest, ==, fp_source_digest(situation->tree->source));
}

static void test_the_outcome_has_title_summary_and_score(void)
{
    g_autoptr(Situation) bridge = situation_new("load=cart");
    g_autoptr(Situation) ferry = situation_new("load=goat");
    g_assert_true(bridge->brief->has_outcome);
    g_assert_cmpstr(bridge->brief->outcome, ==, "The bridge");
    g_assert_cmpstr(bridge->brief->outcome_summary, ==, "A walk over the span.");
    g_assert_cmpint(bridge->brief->score, ==, 5);
    g_assert_null(ferry->brief->outcome_summary);
}

static void test_a_brief_outlives_its_session(void)
{
    g_autoptr(Situation) situation = situation_of_session("answered question=load|answer=cart\n"
                                                          "noted text=In a hurry.\n"
                                                          "noted question=load|text=Heavy.");
    g_clear_pointer(&situation->session, fp_session_free);
    g_clear_pointer(&situation->verdict, fp_verdict_free);
    g_clear_pointer(&situation->sheet, fp_answer_sheet_free);
    g_autofree char *text = fp_brief_to_text(situation->brief, 80, false);
    g_assert_nonnull(g_strrstr(text, "In a hurry."));
    g_assert_nonnull(g_strrstr(text, "Heavy."));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/without-a-session-the-tree-gives-the-title",
                    test_without_a_session_the_tree_gives_the_title);
    g_test_add_func("/brief/a-session-gives-its-title-note-and-stamp",
                    test_a_session_gives_its_title_note_and_stamp);
    g_test_add_func("/brief/the-foot-names-tree-digest-and-judging-date",
                    test_the_foot_names_tree_digest_and_judging_date);
    g_test_add_func("/brief/the-outcome-has-title-summary-and-score",
                    test_the_outcome_has_title_summary_and_score);
    g_test_add_func("/brief/a-brief-outlives-its-session", test_a_brief_outlives_its_session);
    return g_test_run();
}
