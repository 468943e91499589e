// SPDX-License-Identifier: Apache-2.0
/* What a wizard's screen must show, as values. Texts come from the tree as they are: who draws them
 * makes them printable. Strings are borrowed from the tree, the wizard or this view. */
#pragma once
#include "fp-brief.h"
#include "fp-field.h"
#include "fp-view-form.h"
#include "fp-view-outlook.h"

typedef enum { FP_PHASE_QUESTION, FP_PHASE_REVIEW, FP_PHASE_RESULT } FpPhase;

typedef struct {
    const char *id;           /* of the option or band */
    const char *label, *help; /* help may be NULL */
    bool is_chosen;           /* ticked or marked now, or the answer in force (a band: itself, not a
                                 number in it) */
    bool is_exclusive;
    bool is_shown; /* else a search leaves it out */
} FpViewOption;

/* A question in the pane of themes and in the review. */
typedef struct {
    size_t question; /* index into the tree's questions */
    const char *ask;
    FpQuestionState state;
    bool is_current;
    size_t depth; /* follow-ups stand under their parent */
    char *answer; /* in words: labels joined, a number with its unit, "I don't know", with who finds
                     out by when; NULL: open */
    const char *note; /* may be NULL */
    bool turns;       /* another answer here alone would change the outcome */
    bool has_draft;   /* something was ticked, marked or typed there that is no answer yet */
    bool is_shown;    /* else a search leaves it out */
} FpViewRow;

/* A run of rows under one theme. Rows keep tree order: a theme that the tree comes back to is there
 * twice, one without rows not at all. */
typedef struct {
    const char *title; /* NULL: questions without a theme */
    bool is_current;
    size_t first_row, n_rows;    /* into rows: applicable and resting ones */
    size_t n_applicable, n_said; /* said: answered or unknown */
} FpViewTheme;

/* At the result: why another path did not come first. */
typedef struct {
    size_t other;            /* of the brief's others; FP_NONE: the whole brief is shown */
    const char *changes;     /* how other answers would make it come first, or that they would not;
                                may be NULL */
    const char *const *ways; /* where changes is followed by a list */
    size_t n_ways;
    char *outlook; /* what answers still missing can do; NULL: none are */
} FpViewWhyNot;

typedef struct {
    FpPhase phase;
    const char *tree_title;
    const FpViewTheme *themes;
    size_t n_themes;
    const FpViewRow *rows; /* all applicable questions and resting answers, in tree order */
    size_t n_rows;
    size_t n_applicable, n_said; /* progress; n_applicable may grow with the answers */

    FpViewOutlook outlook; /* on every phase */
    bool shows_outlook;    /* a person wants to see it beside the questions */

    /* FP_PHASE_QUESTION */
    size_t question;                /* index into the tree's questions */
    size_t position;                /* from 1, among the applicable ones */
    const char *theme;              /* may be NULL */
    const char *ask, *why;          /* why may be NULL */
    FpBriefCites why_cites;         /* unused numbers: n is how many sources the why has */
    const char *const *why_sources; /* "claim (publisher, as of 2026-08)", NULL-terminated */
    bool shows_why;
    FpQuestionType type;
    FpQuestionState state;
    const char *unit;            /* number; may be NULL */
    char *range;                 /* number: "0 or more", "from 1 to 20"; else NULL */
    const FpViewOption *options; /* options, or a number's bands */
    size_t n_options;
    size_t focus; /* an option's index; n_options: the number field, which stands above its bands */
    const FpField *field; /* the number field, or the note while it is edited; else NULL */
    bool is_editing_note; /* the field is the note: every key types */
    char *reading; /* number: how what is typed is understood, or that it is no number yet; NULL:
                             nothing is typed */
    bool reading_is_fault;
    bool is_typing_number; /* the field has the focus and a number that is begun: every key types */
    bool has_draft;        /* what is ticked, marked or typed is not accepted yet */
    const char *note;      /* may be NULL */

    /* FP_PHASE_QUESTION and FP_PHASE_REVIEW: a search in the list; NULL: none */
    const FpField *search;
    bool is_searching; /* its words are being typed: every key types */
    size_t n_shown;    /* options or questions that it leaves in view */

    /* FP_PHASE_REVIEW: rows, and after them one more row that shows the recommendation */
    size_t review_focus; /* n_rows: that last row */

    /* FP_PHASE_RESULT */
    const FpBrief *brief;
    bool shows_whole; /* all of it; else what is read first */
    bool can_decide;  /* the session is finished: what was decided can be recorded */
    FpViewWhyNot why_not;

    FpViewForm form; /* on every phase: what is shown while one is open */

    const char *message; /* what to tell now: a refusal, that a history is not kept; or NULL */
    bool message_is_error;
} FpView;
