// SPDX-License-Identifier: Apache-2.0
/* Events: the kinds of things that happen in a session, each with its payload.
 *
 * A payload is canonical JSON: the fields that its kind has, in the order of FpEventField, absent ones
 * left out. Which fields a kind has is a table row in event.c; the reader refuses others. */
#pragma once
#include "fp-error.h"
#include <stdbool.h>
#include <stdint.h>

typedef enum {
    FP_EVENT_STARTED,   /* tree, version, tree_digest, facts, program */
    FP_EVENT_ANSWERED,  /* question, answer */
    FP_EVENT_UNKNOWN,   /* question, who, by */
    FP_EVENT_CLEARED,   /* question */
    FP_EVENT_REVISITED, /* question: gone back to */
    FP_EVENT_NOTED,     /* question (none: the whole session), text ("" takes the note away) */
    FP_EVENT_FINISHED,  /* outcome, engine, verdict_digest, verdict, as_of */
    FP_EVENT_DECIDED,   /* outcome, text: why */
    FP_EVENT_REOPENED,  /* nothing */
    FP_EVENT_FORKED,    /* as started, and parents, text: at which event */
    FP_EVENT_EXPORTED,  /* text: the format */
    FP_EVENT_RENAMED,   /* text: the title */
    FP_EVENT_TAGGED,    /* text: the tag */
    FP_EVENT_COUNT
} FpEventKind;

const char *fp_event_kind_name(FpEventKind kind); /* "answered": for SQL, JSON and chains */
bool fp_event_kind_parse(const char *name, FpEventKind *out_kind);
/* True where the kind changes what a brief says (not exported, renamed, tagged, revisited). */
bool fp_event_kind_is_content(FpEventKind kind);

/* An event. Fields that its kind does not have are NULL. Owned strings. */
typedef struct {
    FpEventKind kind;
    int64_t
        at_ms; /* UTC, since 1970; stamps may go back when a clock does: order is the sequence */
    char *question;
    char **answer; /* option ids, a band id alone, or a number alone as text; never "unknown" */
    char *who, *by;
    char *text;
    char *outcome; /* finished, decided: an outcome id; NULL is no path */
    char *engine, *verdict_digest, *as_of;
    char *verdict; /* canonical JSON of the verdict */
    char *tree, *version, *tree_digest, *program;
    char **facts;   /* name, digest, name, digest, …; NULL-terminated */
    char **parents; /* session ids */
} FpEvent;

FpEvent *fp_event_new(FpEventKind kind, int64_t at_ms);
FpEvent *fp_event_copy(const FpEvent *event);
void fp_event_free(FpEvent *event); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpEvent, fp_event_free)

/* Shorthands for the commonest. answer: NULL-terminated ids, copied. */
FpEvent *fp_event_new_answered(const char *question, const char *const *answer, int64_t at_ms);
FpEvent *fp_event_new_for_question(FpEventKind kind, const char *question, int64_t at_ms);
FpEvent *fp_event_new_with_text(FpEventKind kind, const char *question, const char *text,
                                int64_t at_ms);

/* The payload as canonical JSON; owned. */
char *fp_event_payload(const FpEvent *event);
/* An event from its kind, stamp and payload.
 *   Errors  FP_ERROR_BAD_INPUT: not JSON, a field missing, unknown or of a wrong type */
FpEvent *fp_event_from_payload(FpEventKind kind, int64_t at_ms, const char *payload,
                               GError **error);

/* A note, a title or a reason has at most this many bytes; longer ones are refused by the caller. */
#define FP_EVENT_TEXT_MAX ((size_t)8 * 1024)
