// SPDX-License-Identifier: Apache-2.0
/* A session's state, for session.c that holds it and fold.c that changes it. */
#pragma once
#include "fp-session.h"

struct FpSession {
    const FpTree *tree;
    FpAnswerSheet *sheet;
    FpSessionState state;
    size_t n_events;
    char *title;
    char **notes;     /* one a question, and the whole session's last: n_questions + 1, sparse */
    char **who, **by; /* one a question, sparse */
    size_t last_question;
    int64_t started_ms, last_ms, last_answer_ms;
    FpEvent *finished, *decided; /* NULL where none is in force */
    char **parents;
    GPtrArray *tags; /* of char *, NULL-terminated */
};
