// SPDX-License-Identifier: Apache-2.0
/* A small tree with one of everything that a session keeps, and events on it in few words. */
#pragma once
#include "fp-session.h"

/* Monday, 2026-11-23, 09:00 UTC. */
#define SAMPLE_MS INT64_C(1795424400000)

/* The tree `river`: a follow-up, a set with an exclusive option, a number in bands, a rule that rules
 * an outcome out, facts. */
FpTree *sample_tree(void);
/* The same id with other words, for what must not be taken for it. */
FpTree *sample_tree_changed(void);

/* An event with its fields given as "KEY=VALUE" lines: "question=water\nanswer=calm". Lists are
 * separated by commas, and so are pairs. */
FpEvent *sample_event(FpEventKind kind, int64_t at_ms, const char *fields);

/* Applies an event that must be possible. */
void sample_apply(FpSession *session, FpEventKind kind, const char *fields);

/* A session on tree, started, with water=calm, load=stones and weight=120.5 said. */
FpSession *sample_session(const FpTree *tree);
