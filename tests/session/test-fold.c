// SPDX-License-Identifier: Apache-2.0
#include "fp-session.h"
#include "sample.h"
#include <string.h>

/* What stands before the event: an empty session, or sample_session(), gone on to finished or decided. */
typedef enum { EMPTY, OPEN, FINISHED, DECIDED } Before;

static FpSession *session_before(const FpTree *tree, Before before)
{
    if (before == EMPTY)
        return fp_session_new(tree);
    FpSession *session = sample_session(tree);
    if (before >= FINISHED) {
        g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
        g_autoptr(FpEvent) finished = fp_session_new_finished(session, compiled, SAMPLE_MS + 9000);
        g_assert_true(fp_session_apply(session, finished, NULL));
    }
    if (before == DECIDED)
        sample_apply(session, FP_EVENT_DECIDED, "outcome=bridge\ntext=It is dry.");
    return session;
}

static const struct {
    const char *name;
    Before before;
    FpEventKind kind;
    const char *fields, *says; /* says: NULL where it is possible */
} rows[] = {
    { "nothing-comes-before-started", EMPTY, FP_EVENT_ANSWERED, "question=water\nanswer=calm",
      "must start first" },
    { "another-trees-start-is-refused", EMPTY, FP_EVENT_STARTED,
      "tree=sea\nversion=1\ntree_digest=x\nprogram=p", "another tree, 'sea'" },
    { "another-text-of-the-tree-is-refused", EMPTY, FP_EVENT_STARTED,
      "tree=river\nversion=1\ntree_digest=sha256:00\nprogram=p", "'sha256:00'" },
    { "a-session-starts-once", OPEN, FP_EVENT_STARTED,
      "tree=river\nversion=1\ntree_digest=sha256:00\nprogram=p", "only the first" },
    { "an-answer-is-taken", OPEN, FP_EVENT_ANSWERED, "question=water\nanswer=high", NULL },
    { "an-unknown-question-is-named", OPEN, FP_EVENT_ANSWERED, "question=wind\nanswer=calm",
      "no question 'wind'" },
    { "an-unknown-option-is-named", OPEN, FP_EVENT_ANSWERED, "question=water\nanswer=wavy",
      "wavy" },
    { "an-old-name-finds-its-option", OPEN, FP_EVENT_ANSWERED, "question=load\nanswer=straw",
      NULL },
    { "two-answers-to-a-question-of-one-are-refused", OPEN, FP_EVENT_ANSWERED,
      "question=water\nanswer=calm,high", "" },
    { "an-exclusive-option-stands-alone", OPEN, FP_EVENT_ANSWERED,
      "question=load\nanswer=hay,nothing", "" },
    { "a-number-in-range-is-taken", OPEN, FP_EVENT_ANSWERED, "question=weight\nanswer=1000", NULL },
    { "a-band-alone-is-taken", OPEN, FP_EVENT_ANSWERED, "question=weight\nanswer=light", NULL },
    { "a-number-out-of-range-is-refused", OPEN, FP_EVENT_ANSWERED, "question=weight\nanswer=1001",
      "" },
    { "unknown-is-no-answer", OPEN, FP_EVENT_ANSWERED, "question=water\nanswer=unknown",
      "'unknown'" },
    { "an-answer-to-a-question-not-asked-rests", OPEN, FP_EVENT_ANSWERED,
      "question=cold\nanswer=ice", NULL },
    { "unknown-takes-who-and-by", OPEN, FP_EVENT_UNKNOWN, "question=water\nwho=Ann\nby=2026-12-01",
      NULL },
    { "a-day-that-is-none-is-refused", OPEN, FP_EVENT_UNKNOWN, "question=water\nby=2026-02-30",
      "'2026-02-30'" },
    { "a-month-is-no-day", OPEN, FP_EVENT_UNKNOWN, "question=water\nby=2026-02", "'2026-02'" },
    { "an-answer-can-be-cleared", OPEN, FP_EVENT_CLEARED, "question=water", NULL },
    { "a-question-can-be-revisited", OPEN, FP_EVENT_REVISITED, "question=water", NULL },
    { "an-unknown-question-cannot-be-revisited", OPEN, FP_EVENT_REVISITED, "question=wind",
      "'wind'" },
    { "a-note-may-have-several-lines", OPEN, FP_EVENT_NOTED, "question=water\ntext=a b", NULL },
    { "a-note-on-no-such-question-is-refused", OPEN, FP_EVENT_NOTED, "question=wind\ntext=a",
      "'wind'" },
    { "an-open-session-cannot-be-decided", OPEN, FP_EVENT_DECIDED, "outcome=ford",
      "finish it first" },
    { "an-open-session-cannot-be-reopened", OPEN, FP_EVENT_REOPENED, "", "finish it first" },
    { "a-verdict-with-another-digest-is-refused", OPEN, FP_EVENT_FINISHED,
      "outcome=ford\nengine=1\nverdict_digest=sha256:00\nas_of=2026-11-24\nverdict={}",
      "'sha256:00'" },
    { "a-finished-session-takes-no-answer", FINISHED, FP_EVENT_ANSWERED,
      "question=water\nanswer=high", "reopen it first" },
    { "a-finished-session-takes-no-unknown", FINISHED, FP_EVENT_UNKNOWN, "question=water",
      "reopen it first" },
    { "a-finished-session-clears-nothing", FINISHED, FP_EVENT_CLEARED, "question=water",
      "reopen it first" },
    { "a-session-finishes-once", FINISHED, FP_EVENT_FINISHED,
      "outcome=ford\nengine=1\nverdict_digest=sha256:00\nas_of=2026-11-24\nverdict={}",
      "reopen it first" },
    { "a-finished-session-can-be-noted", FINISHED, FP_EVENT_NOTED, "text=Seen by all.", NULL },
    { "a-finished-session-can-be-exported", FINISHED, FP_EVENT_EXPORTED, "text=pdf", NULL },
    { "a-finished-session-can-be-reopened", FINISHED, FP_EVENT_REOPENED, "", NULL },
    { "people-may-choose-otherwise", FINISHED, FP_EVENT_DECIDED, "outcome=ferry\ntext=Why not.",
      NULL },
    { "people-may-choose-no-path", FINISHED, FP_EVENT_DECIDED, "text=We stay.", NULL },
    { "a-choice-that-the-tree-lacks-is-refused", FINISHED, FP_EVENT_DECIDED, "outcome=swim",
      "'swim'" },
    { "a-decision-can-be-taken-again", DECIDED, FP_EVENT_DECIDED, "outcome=ferry", NULL },
    { "a-decided-session-can-be-reopened", DECIDED, FP_EVENT_REOPENED, "", NULL },
    { "a-decided-session-takes-no-answer", DECIDED, FP_EVENT_ANSWERED,
      "question=water\nanswer=high", "reopen it first" },
    { "a-title-is-taken", OPEN, FP_EVENT_RENAMED, "text=Tuesday", NULL },
    { "a-title-with-a-tab-is-refused", OPEN, FP_EVENT_RENAMED, "text=a\tb", "one line" },
    { "a-title-with-an-escape-is-refused", OPEN, FP_EVENT_RENAMED, "text=a\x1b[2J",
      "control character" },
    { "a-title-that-is-not-utf-8-is-refused", OPEN, FP_EVENT_RENAMED, "text=\xff", "UTF-8" },
    { "an-empty-tag-is-refused", OPEN, FP_EVENT_TAGGED, "text=", "cannot be empty" },
    { "a-field-of-another-kind-is-refused", OPEN, FP_EVENT_CLEARED, "question=water\ntext=x",
      "'text' does not belong" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = session_before(tree, rows[i].before);
    g_autoptr(FpEvent) event = sample_event(rows[i].kind, SAMPLE_MS, rows[i].fields);
    g_autoptr(GError) error = NULL;
    size_t n_before = fp_session_n_events(session);
    bool is_possible = fp_session_apply(session, event, &error);
    g_assert_cmpuint(fp_session_n_events(session), ==, n_before + is_possible);
    if (rows[i].says == NULL) {
        g_assert_no_error(error);
        return;
    }
    g_assert_false(is_possible);
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    g_assert_nonnull(strstr(error->message, rows[i].says));
}

static FpAnswerKind kind_of(const FpSession *session, const char *question)
{
    size_t index = fp_tree_find_question(fp_session_tree(session), question);
    return fp_answer_sheet_get(fp_session_sheet(session), index)->kind;
}

static void test_what_was_refused_leaves_no_trace(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    g_autoptr(FpEvent) event =
        sample_event(FP_EVENT_UNKNOWN, SAMPLE_MS + 99999, "question=water\nwho=Ann\nby=soon");
    g_assert_false(fp_session_apply(session, event, NULL));
    g_assert_cmpint(kind_of(session, "water"), ==, FP_ANSWER_OPTIONS);
    g_assert_null(fp_session_who(session, 0));
    g_assert_cmpint(fp_session_last_ms(session), ==, SAMPLE_MS + 3000);
    g_assert_cmpuint(fp_session_n_events(session), ==, 4);
}

static void test_an_answer_takes_the_unknown_with_its_person_back(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    sample_apply(session, FP_EVENT_UNKNOWN, "question=water\nwho=Ann\nby=2026-12-01");
    g_assert_cmpint(kind_of(session, "water"), ==, FP_ANSWER_UNKNOWN);
    g_assert_cmpstr(fp_session_who(session, 0), ==, "Ann");
    g_assert_cmpstr(fp_session_by(session, 0), ==, "2026-12-01");
    sample_apply(session, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    g_assert_null(fp_session_who(session, 0));
    g_assert_null(fp_session_by(session, 0));
    sample_apply(session, FP_EVENT_CLEARED, "question=water");
    g_assert_cmpint(kind_of(session, "water"), ==, FP_ANSWER_NONE);
}

static void test_reopening_takes_verdict_and_decision_out_of_force(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = session_before(tree, DECIDED);
    g_assert_cmpint(fp_session_state(session), ==, FP_SESSION_DECIDED);
    g_assert_cmpstr(fp_session_finished(session)->outcome, ==, "ford");
    g_assert_cmpstr(fp_session_decided(session)->outcome, ==, "bridge");
    sample_apply(session, FP_EVENT_REOPENED, "");
    g_assert_cmpint(fp_session_state(session), ==, FP_SESSION_OPEN);
    g_assert_null(fp_session_finished(session));
    g_assert_null(fp_session_decided(session));
    g_assert_cmpint(kind_of(session, "water"), ==, FP_ANSWER_OPTIONS);
}

static void test_notes_title_and_tags_are_kept_apart(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    sample_apply(session, FP_EVENT_NOTED, "text=of the whole");
    sample_apply(session, FP_EVENT_NOTED, "question=load\ntext=of one");
    sample_apply(session, FP_EVENT_RENAMED, "text=Tuesday");
    sample_apply(session, FP_EVENT_TAGGED, "text=b");
    sample_apply(session, FP_EVENT_TAGGED, "text=a");
    sample_apply(session, FP_EVENT_TAGGED, "text=b");
    size_t load = fp_tree_find_question(tree, "load");
    g_assert_cmpstr(fp_session_note(session, FP_NONE), ==, "of the whole");
    g_assert_cmpstr(fp_session_note(session, load), ==, "of one");
    g_assert_cmpstr(fp_session_title(session), ==, "Tuesday");
    g_autofree char *tags = g_strjoinv(" ", (char **)(void *)fp_session_tags(session));
    g_assert_cmpstr(tags, ==, "b a");
    sample_apply(session, FP_EVENT_NOTED, "question=load\ntext=");
    sample_apply(session, FP_EVENT_RENAMED, "text=");
    g_assert_null(fp_session_note(session, load));
    g_assert_null(fp_session_title(session));
}

static void test_the_judging_date_is_the_utc_day_of_the_last_answer(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    int64_t midnight = INT64_C(1795478400000); // 2026-11-24
    static const FpEventKind kinds[] = { FP_EVENT_ANSWERED, FP_EVENT_NOTED };
    static const char *const fields[] = { "question=water\nanswer=high", "text=later" };
    for (size_t i = 0; i < 2; i++) {
        g_autoptr(FpEvent) event =
            sample_event(kinds[i], midnight - 1 + (int64_t)i * 864000000, fields[i]);
        g_assert_true(fp_session_apply(session, event, NULL));
    }
    g_autofree char *date = fp_date_to_text(fp_session_judging_date(session));
    g_assert_cmpstr(date, ==, "2026-11-23");
}

static void test_a_clock_that_goes_back_changes_no_order(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = sample_session(tree);
    g_autoptr(FpEvent) event = sample_event(FP_EVENT_ANSWERED, -5, "question=water\nanswer=high");
    g_assert_true(fp_session_apply(session, event, NULL));
    g_assert_cmpint(fp_session_last_ms(session), ==, -5);
    g_assert_cmpint(fp_session_last_answer_ms(session), ==, -5);
    g_assert_cmpint(fp_session_started_ms(session), ==, SAMPLE_MS);
}

static void test_a_fork_knows_its_parents(void)
{
    g_autoptr(FpTree) tree = sample_tree();
    g_autoptr(FpSession) session = fp_session_new(tree);
    g_autoptr(FpEvent) first = fp_session_new_started(tree, SAMPLE_MS);
    first->kind = FP_EVENT_FORKED;
    first->parents = g_strsplit("aa,bb", ",", -1);
    g_assert_true(fp_session_apply(session, first, NULL));
    g_assert_cmpstr(fp_session_parents(session)[1], ==, "bb");
    g_assert_null(fp_session_parents(session)[2]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/session/fold/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/session/fold/what-was-refused-leaves-no-trace",
                    test_what_was_refused_leaves_no_trace);
    g_test_add_func("/session/fold/an-answer-takes-the-unknown-with-its-person-back",
                    test_an_answer_takes_the_unknown_with_its_person_back);
    g_test_add_func("/session/fold/reopening-takes-verdict-and-decision-out-of-force",
                    test_reopening_takes_verdict_and_decision_out_of_force);
    g_test_add_func("/session/fold/notes-title-and-tags-are-kept-apart",
                    test_notes_title_and_tags_are_kept_apart);
    g_test_add_func("/session/fold/the-judging-date-is-the-utc-day-of-the-last-answer",
                    test_the_judging_date_is_the_utc_day_of_the_last_answer);
    g_test_add_func("/session/fold/a-clock-that-goes-back-changes-no-order",
                    test_a_clock_that_goes_back_changes_no_order);
    g_test_add_func("/session/fold/a-fork-knows-its-parents", test_a_fork_knows_its_parents);
    return g_test_run();
}
