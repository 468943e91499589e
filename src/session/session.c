// SPDX-License-Identifier: Apache-2.0
// Holds the state; fold.c changes it.
#include "fp-config.h"
#include "fp-decision.h"
#include "fp-digest.h"
#include "session-private.h"

const char *fp_session_state_name(FpSessionState state)
{
    static const char *const names[] = {
        [FP_SESSION_OPEN] = "open",
        [FP_SESSION_FINISHED] = "finished",
        [FP_SESSION_DECIDED] = "decided",
    };
    return names[state];
}

FpSession *fp_session_new(const FpTree *tree)
{
    FpSession *session = g_new0(FpSession, 1);
    session->tree = tree;
    session->sheet = fp_answer_sheet_new(tree);
    session->notes = g_new0(char *, tree->n_questions + 1);
    session->who = g_new0(char *, tree->n_questions);
    session->by = g_new0(char *, tree->n_questions);
    session->last_question = FP_NONE;
    session->parents = g_new0(char *, 1);
    session->tags = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(session->tags, NULL);
    return session;
}

static void free_sparse(char **texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_free(texts[i]);
    g_free(texts);
}

void fp_session_free(FpSession *session)
{
    if (session == NULL)
        return;
    size_t n_questions = session->tree->n_questions;
    fp_answer_sheet_free(session->sheet);
    g_free(session->title);
    free_sparse(session->notes, n_questions + 1);
    free_sparse(session->who, n_questions);
    free_sparse(session->by, n_questions);
    fp_event_free(session->finished);
    fp_event_free(session->decided);
    g_strfreev(session->parents);
    g_ptr_array_unref(session->tags);
    g_free(session);
}

static char **copy_sparse(char *const *texts, size_t n)
{
    g_assert(n < G_MAXINT); // far fewer; the compiler would fear for the multiplication
    char **copy = g_new0(char *, n);
    for (size_t i = 0; i < n; i++)
        copy[i] = g_strdup(texts[i]);
    return copy;
}

static void *copy_tag(const void *tag, void *unused G_GNUC_UNUSED)
{
    return g_strdup(tag);
}

FpSession *fp_session_copy(const FpSession *session)
{
    FpSession *copy = g_new(FpSession, 1);
    size_t n_questions = session->tree->n_questions;
    *copy = *session;
    copy->sheet = fp_answer_sheet_copy(session->sheet);
    copy->title = g_strdup(session->title);
    copy->notes = copy_sparse(session->notes, n_questions + 1);
    copy->who = copy_sparse(session->who, n_questions);
    copy->by = copy_sparse(session->by, n_questions);
    copy->finished = session->finished != NULL ? fp_event_copy(session->finished) : NULL;
    copy->decided = session->decided != NULL ? fp_event_copy(session->decided) : NULL;
    copy->parents = g_strdupv(session->parents);
    copy->tags = g_ptr_array_copy(session->tags, copy_tag, NULL);
    return copy;
}

const FpTree *fp_session_tree(const FpSession *session)
{
    return session->tree;
}

const FpAnswerSheet *fp_session_sheet(const FpSession *session)
{
    return session->sheet;
}

FpSessionState fp_session_state(const FpSession *session)
{
    return session->state;
}

size_t fp_session_n_events(const FpSession *session)
{
    return session->n_events;
}

const char *fp_session_title(const FpSession *session)
{
    return session->title;
}

const char *fp_session_note(const FpSession *session, size_t question)
{
    return session->notes[question == FP_NONE ? session->tree->n_questions : question];
}

const char *fp_session_who(const FpSession *session, size_t question)
{
    return session->who[question];
}

const char *fp_session_by(const FpSession *session, size_t question)
{
    return session->by[question];
}

size_t fp_session_last_question(const FpSession *session)
{
    return session->last_question;
}

int64_t fp_session_started_ms(const FpSession *session)
{
    return session->started_ms;
}

int64_t fp_session_last_ms(const FpSession *session)
{
    return session->last_ms;
}

int64_t fp_session_last_answer_ms(const FpSession *session)
{
    return session->last_answer_ms;
}

FpDate fp_session_judging_date(const FpSession *session)
{
    return fp_date_of_stamp(session->last_answer_ms);
}

const FpEvent *fp_session_finished(const FpSession *session)
{
    return session->finished;
}

const FpEvent *fp_session_decided(const FpSession *session)
{
    return session->decided;
}

const char *const *fp_session_tags(const FpSession *session)
{
    return (const char *const *)session->tags->pdata;
}

const char *const *fp_session_parents(const FpSession *session)
{
    return (const char *const *)session->parents;
}

FpEvent *fp_session_new_started(const FpTree *tree, int64_t at_ms)
{
    FpEvent *event = fp_event_new(FP_EVENT_STARTED, at_ms);
    g_autoptr(GStrvBuilder) facts = g_strv_builder_new();
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        g_strv_builder_add(facts, tree->facts_files[i].name);
        g_strv_builder_add(facts, fp_source_digest(tree->facts_files[i].source));
    }
    event->tree = g_strdup(tree->id);
    event->version = g_strdup(tree->version);
    event->tree_digest = g_strdup(fp_source_digest(tree->source));
    event->program = g_strdup("fingerpost " FP_VERSION);
    event->facts = g_strv_builder_end(facts);
    return event;
}

FpEvent *fp_session_new_finished(const FpSession *session, const FpCompiledTree *compiled,
                                 int64_t at_ms)
{
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, session->sheet);
    FpEvent *event = fp_event_new(FP_EVENT_FINISHED, at_ms);
    if (verdict->outcome != FP_NONE)
        event->outcome = g_strdup(session->tree->outcomes[verdict->outcome].id);
    event->engine = g_strdup(FP_ENGINE_VERSION);
    event->verdict = fp_verdict_to_canonical_json(verdict);
    event->verdict_digest = fp_digest_of_text(event->verdict);
    event->as_of = fp_date_to_text(fp_session_judging_date(session));
    return event;
}
