// SPDX-License-Identifier: Apache-2.0
/* session: what happened, as events, and what they add up to. Pure: no clock, no files, no SQL.
 *
 * May use       engine, tree, base
 * May not use   the history's tables, a terminal, the clock (callers pass stamps)
 * In reading order
 *   fp-event.h    the kinds of events and their payloads
 *   fp-session.h  the fold: a session's state after its events
 *   fp-chain.h    the hash chain over a session's events
 * and behind them: event.c, event-check.c, event-read.c (payloads), fold.c (what an event does),
 *               session.c (the state, read)
 * To add one    an event kind: an enum value and a row in event.c, its effect in fold.c,
 *               tests/session/test-event.c and test-fold.c
 *
 * A session is an append-only log; its state is a fold over it. What was taken back is an event too. */
#pragma once
#include "fp-event.h"
#include "fp-verdict.h"

typedef enum {
    FP_SESSION_OPEN,     /* being answered (or reopened) */
    FP_SESSION_FINISHED, /* a verdict is recorded */
    FP_SESSION_DECIDED,  /* the people's own choice is recorded beside it */
} FpSessionState;
const char *fp_session_state_name(FpSessionState state); /* "open", not translated: for JSON, SQL */

typedef struct FpSession FpSession;

/* An empty session on a tree, before its first event. tree is borrowed and must outlive it. */
FpSession *fp_session_new(const FpTree *tree);
void fp_session_free(FpSession *session); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpSession, fp_session_free)

FpSession *fp_session_copy(const FpSession *session);

/* Folds an event in. The first must be `started` (or `forked`), for this tree's id; later ones must be
 * possible: a known question, a valid answer, answers while open alone, finished once until reopened.
 *   Returns  false with FP_ERROR_BAD_INPUT, the session unchanged */
bool fp_session_apply(FpSession *session, const FpEvent *event, GError **error);

const FpTree *fp_session_tree(const FpSession *session);
const FpAnswerSheet *fp_session_sheet(const FpSession *session);
FpSessionState fp_session_state(const FpSession *session);
size_t fp_session_n_events(const FpSession *session);
const char *fp_session_title(const FpSession *session);                 /* NULL: none given */
const char *fp_session_note(const FpSession *session, size_t question); /* NULL: none;
                                                                              FP_NONE: of the whole */
const char *fp_session_who(const FpSession *session, size_t question);  /* will find out; NULL */
const char *fp_session_by(const FpSession *session, size_t question);   /* YYYY-MM-DD; NULL */
size_t fp_session_last_question(const FpSession *session); /* last answered or visited; FP_NONE */
int64_t fp_session_started_ms(const FpSession *session);
int64_t fp_session_last_ms(const FpSession *session);        /* of the last event */
int64_t fp_session_last_answer_ms(const FpSession *session); /* of answered, unknown, cleared; or
                                                                started where there is none */
/* The UTC day of the last answer: the judging date of a session (FORMAT §1, facts). */
FpDate fp_session_judging_date(const FpSession *session);
const FpEvent *fp_session_finished(const FpSession *session); /* the event in force; NULL: none */
const FpEvent *fp_session_decided(const FpSession *session);  /* likewise */
const char *const *fp_session_tags(const FpSession *session); /* NULL-terminated, in order given */

/* The ids of the sessions that this one was forked from; NULL-terminated; none where it was started. */
const char *const *fp_session_parents(const FpSession *session);

/* The `started` event of a tree: its names and digests, this program's version. */
FpEvent *fp_session_new_started(const FpTree *tree, int64_t at_ms);
/* The `finished` event of a session as it stands: its verdict, judged by the day of its last answer.
 * compiled: of the session's tree. */
FpEvent *fp_session_new_finished(const FpSession *session, const FpCompiledTree *compiled,
                                 int64_t at_ms);
