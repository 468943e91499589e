// SPDX-License-Identifier: Apache-2.0
#include "fp-decision.h"
#include "fp-digest.h"
#include "fp-session.h"
#include "sample.h"

static void test_a_copy_goes_its_own_way(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    sample_apply(session, FP_EVENT_TAGGED, "text=one");
    sample_apply(session, FP_EVENT_NOTED, "question=water\ntext=before");
    g_autoptr(FpSession) copy = fp_session_copy(session);
    sample_apply(copy, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    sample_apply(copy, FP_EVENT_NOTED, "question=water\ntext=after");
    sample_apply(copy, FP_EVENT_TAGGED, "text=two");
    g_assert_cmpuint(fp_session_n_events(session), ==, 6);
    g_assert_cmpstr(fp_session_note(session, 0), ==, "before");
    g_assert_null(fp_session_tags(session)[1]);
    g_assert_cmpstr(fp_session_tags(copy)[1], ==, "two");
    g_assert_false(fp_answer_equal(fp_answer_sheet_get(fp_session_sheet(session), 0),
                                   fp_answer_sheet_get(fp_session_sheet(copy), 0)));
    g_clear_pointer(&session, fp_session_free);
    g_assert_cmpstr(fp_session_note(copy, 0), ==, "after");
}

static void test_started_names_the_tree_and_its_facts_by_digest(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpEvent) event = fp_session_new_started(tree, 5);
    g_assert_cmpstr(event->tree, ==, "river");
    g_assert_cmpstr(event->version, ==, "2026.1");
    g_assert_cmpstr(event->tree_digest, ==, fp_source_digest(tree->source));
    g_assert_cmpstr(event->facts[0], ==, "waters");
    g_assert_cmpstr(event->facts[1], ==, fp_source_digest(tree->facts_files[0].source));
    g_assert_true(g_str_has_prefix(event->program, "fingerpost "));
}

static void test_other_facts_are_another_session(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = fp_session_new(tree);
    g_autoptr(FpEvent) event = fp_session_new_started(tree, 5);
    g_free(event->facts[1]);
    event->facts[1] = g_strdup("sha256:00");
    g_autoptr(GError) error = NULL;
    g_assert_false(fp_session_apply(session, event, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
}

static void test_finished_holds_the_verdict_and_its_digest(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpSession) session = sample_session(tree);
    g_autoptr(FpEvent) event = fp_session_new_finished(session, compiled, SAMPLE_MS + 864000000);
    g_autofree char *digest = fp_digest_of_text(event->verdict);
    g_assert_cmpstr(event->outcome, ==, "ford");
    g_assert_cmpstr(event->engine, ==, FP_ENGINE_VERSION);
    g_assert_cmpstr(event->verdict_digest, ==, digest);
    g_assert_cmpstr(event->as_of, ==, "2026-11-23");
    g_assert_true(g_str_has_prefix(event->verdict, "{\"outcome\":\"ford\","));
    g_autofree char *payload = fp_event_payload(event);
    g_autoptr(FpEvent) back = fp_event_from_payload(FP_EVENT_FINISHED, 0, payload, NULL);
    g_assert_cmpstr(back->verdict, ==, event->verdict);
}

static void test_an_empty_session_says_nothing(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = fp_session_new(tree);
    g_assert_cmpuint(fp_session_n_events(session), ==, 0);
    g_assert_true(fp_session_last_question(session) == FP_NONE);
    g_assert_null(fp_session_note(session, FP_NONE));
    g_assert_null(fp_session_tags(session)[0]);
    g_assert_null(fp_session_parents(session)[0]);
    g_assert_cmpstr(fp_session_state_name(fp_session_state(session)), ==, "open");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session/session/a-copy-goes-its-own-way", test_a_copy_goes_its_own_way);
    g_test_add_func("/session/session/started-names-the-tree-and-its-facts-by-digest",
                    test_started_names_the_tree_and_its_facts_by_digest);
    g_test_add_func("/session/session/other-facts-are-another-session",
                    test_other_facts_are_another_session);
    g_test_add_func("/session/session/finished-holds-the-verdict-and-its-digest",
                    test_finished_holds_the_verdict_and_its_digest);
    g_test_add_func("/session/session/an-empty-session-says-nothing",
                    test_an_empty_session_says_nothing);
    return g_test_run();
}
