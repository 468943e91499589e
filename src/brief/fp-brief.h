// SPDX-License-Identifier: Apache-2.0
/* brief: the recommendation as one structure, built once; renderers only render it.
 *
 * May use       session (and below)
 * May not use   the history, a terminal, files
 * In reading order
 *   fp-brief.h           the structure and how it is built
 *   fp-brief-analyses.h  what the engine finds about a verdict, in one value
 *   fp-brief-redact.h    what is left out at the wish of who exports it
 *   brief-private.h      a brief in the making: its memory and its parts
 *   brief.c              assembly; brief-*.c: one part of it each, headline to sources
 *   fp-brief-render.h    the table of renderers; lines for a screen
 *   line-writer.c        lines of a width; text-*.c: the sections of the text, in its order in
 *                        render-text.c
 *   markdown-escape.c    foreign text inside Markdown; render-markdown.c: the decision record
 *   html-page.c          the same for web pages; render-html.c: the page on screen
 *   fp-brief-plan.h      the one page for paper: slots with budgets of lines in a size of type;
 *                        html-plan.c draws it, and the module in pdf/
 *   fp-brief-look.h      paper and logo; brief-logo.c and logo-svg.c refuse a bad one
 *   render-json.c, render-csv.c: for programs and spreadsheets
 * To add one           a renderer: render-NAME.c, a row in renderers.c, tests/brief/test-render-NAME.c
 *                      a part of the brief: brief-NAME.c, a line in brief.c and in each renderer
 *
 * All strings are in the brief's language, owned by it, and not yet escaped: renderers escape. */
#pragma once
#include "fp-brief-analyses.h"
#include "fp-brief-redact.h"
#include "fp-session.h"

typedef struct {
    const size_t *numbers; /* of sources, from 1, rising */
    size_t n;
} FpBriefCites;

/* A sentence with its sources. */
typedef struct {
    const char *text;
    FpBriefCites cites;
} FpBriefItem;

typedef struct {
    const char *text;
    FpBriefCites cites;
    const FpBriefItem *because; /* why it is given here; none where the tree does not say */
    size_t n_because;
} FpBriefAdvice;

typedef struct {
    const char *outcome; /* title of the outcome that it speaks of */
    size_t outcome_index;
    FpEffectKind effect;
    const char *strength; /* the tree's name of it; NULL for rule_out */
    int points;           /* signed: negative where it speaks against; 0 for rule_out */
    bool counted;
    size_t counted_by; /* index of the reason that counts in its place; FP_NONE where it counts */
    const char *because;
    const char *question,
        *answer; /* the question's text and the answer's label that led to it; NULL for
                                      `always` and rules, and where answers are left out */
    FpBriefCites cites;
} FpBriefReason;

typedef struct {
    const char *title, *how, *owner; /* how and owner may be NULL */
    FpBriefCites cites;
    const FpBriefItem
        *because; /* all that asked for it and said why, each text once, in tree order */
    size_t n_because;
} FpBriefCondition;

typedef struct {
    const char *title;
    size_t outcome_index;
    int64_t score;
    bool is_ruled_out;
    const size_t *reasons; /* indices into reasons: those that rule it out, then those against it,
                              strongest first */
    size_t n_reasons;
    const size_t *reasons_for; /* indices: for it, strongest first */
    size_t n_reasons_for;
} FpBriefOther;

/* What other answers would make of the verdict: another path, and the ways to it. */
typedef struct {
    const char *outcome;     /* its title; NULL: no path would be left */
    size_t outcome_index;    /* FP_NONE: no path */
    const char *intro;       /* the sentence before the ways; ends with a colon */
    const char *const *ways; /* in words, each other answers to one question, or to two at once:
                                "\"None\" instead of \"AWS\" to \"Which approvals?\"" */
    size_t n_ways;
} FpBriefAlternative;

/* A sentence about the verdict as a whole. */
typedef struct {
    const char *text;
    bool is_warning;
} FpBriefRemark;

typedef struct {
    const char *question;
    size_t question_index;
    const char *answer;   /* in words; "I don't know"; NULL while open, and where answers are left
                             out, but for "I don't know" */
    const char *note;     /* may be NULL */
    const char *who, *by; /* of an unknown; may be NULL */
    bool is_who_left_out; /* somebody is named who finds out, but not on this page */
    FpQuestionState state;
} FpBriefAnswer;

typedef struct {
    const char *who, *to;
    FpAccessLevel has;
    FpBriefCites cites;
} FpBriefAccess;

typedef struct {
    const char *at, *within, *run_by, *control; /* all but at may be NULL; control: its title */
    size_t condition; /* the control's number among the conditions, from 1; 0: not required here */
} FpBriefStop;

typedef struct {
    const char *what, *owner; /* owner may be NULL */
    FpBriefCites cites;
    bool is_question; /* asks one of the open questions, by name */
} FpBriefStep;

/* A fact as a numbered source: the claim and where it stands. */
typedef struct {
    size_t number;
    const char *fact_id, *claim;
    const char *note;              /* what else to know of the fact; may be NULL */
    const char *as_of, *review_by; /* dates as text */
    bool is_stale, is_secondary;
    const char *confidence; /* high, medium, low: in the brief's language */
    const FpFactSourceRef *refs;
    size_t n_refs;
} FpBriefSource;

typedef struct {
    const char *title;              /* of the session, or of the tree */
    const char *organisation, *who; /* whom the page is for, and who made it; may be NULL */
    const char *redacted; /* a sentence: what was left out at whose wish; NULL where nothing was */
    const char *headline; /* one sentence: what to do */
    const char *badge;    /* how sure, in one to three words: "Clear", "Close call" */
    const char *sureness; /* a few sentences: clear, close call, tie, nothing fits well, no path,
                             how much is still open */
    bool is_sure;         /* a clear lead of a path that fits, which nothing open or unknown can
                             take away */
    bool is_settled; /* the same path wins whatever the answers to what is open or unknown; true
                             where nothing is; false where it was not looked at */
    bool is_nothing_known; /* no question is answered: what comes first is no recommendation */
    bool has_outcome;
    size_t outcome_index; /* this and the next three are meaningful where has_outcome */
    const char *outcome, *outcome_summary; /* the summary may be NULL */
    int64_t score;
    const FpBriefReason *reasons; /* all, in tree order */
    size_t n_reasons;
    const size_t *reasons_for; /* indices: for the winner, strongest first */
    size_t n_reasons_for;
    const size_t *reasons_against; /* indices: against the winner, strongest first */
    size_t n_reasons_against;
    const FpBriefCondition *conditions;
    size_t n_conditions;
    const FpBriefAdvice *advice;
    size_t n_advice;
    const FpBriefOther *others; /* the other outcomes, in ranking order */
    size_t n_others;
    /* From the analyses; all empty where the brief was made without. */
    const size_t *can_win; /* while it is not settled: outcomes that can still win, FP_NONE for no
                              path, in the order of `prefer` */
    size_t n_can_win;
    const size_t *worth_asking; /* questions, the most telling first */
    size_t n_worth_asking;
    const char *changes_remark;             /* where no alternative is listed: why; else NULL */
    const FpBriefAlternative *alternatives; /* by outcome, in the order of `prefer` */
    size_t n_alternatives;
    const char *const *conflicts; /* no path: the smallest sets of answers that leave none, each a
                                     list in words */
    size_t n_conflicts;
    const FpBriefRemark *stability; /* how firmly the outcome stands */
    size_t n_stability;

    const FpBriefItem *limits;
    size_t n_limits;
    const FpBriefStop *dataflow;
    size_t n_dataflow;
    const FpBriefAccess *access;
    size_t n_access;
    const FpBriefStep *next_steps;
    size_t n_next_steps;
    const FpBriefAnswer
        *answers; /* every applicable question and every resting answer, tree order */
    size_t n_answers;
    const size_t *open; /* indices into answers: those without an answer, the most telling first */
    size_t n_open;
    const char *note;    /* on the whole session; may be NULL */
    const char *decided; /* what the people chose in the end, and why, as a sentence; may be NULL */
    const char *chosen;  /* the path that they chose against the recommendation: its title; NULL
                            where they followed it, chose none or did not decide */
    bool is_decided_otherwise;
    const FpBriefSource *sources; /* numbered in the order in which the brief first cites them */
    size_t n_sources;
    size_t n_sources_short; /* the first ones: all but those cited only by points that do not count,
                               of paths that are ruled out; for a page that leaves these out */
    const char *as_of;      /* the judging date's text */
    const char *tree_id, *tree_version, *tree_digest;
    const char *language;                    /* of the tree's texts */
    const char *session_id, *session_digest; /* NULL where there is no session */
    int64_t session_number;                  /* 0 where there is none */
    int64_t session_ms;                      /* stamp of the last answer; 0 where there is none */
} FpBrief;

/* What a brief is made of. */
typedef struct {
    const FpAnswerSheet *sheet;
    const FpVerdict *verdict;
    FpDate as_of;
    const FpSession *session;                /* may be NULL: `decide` has none */
    int64_t session_number;                  /* 0: none */
    const char *session_id, *session_digest; /* NULL: none */
    const char *language;                    /* of the tree's texts; NULL: the tree's own */
    const char *organisation, *who;          /* of the page; NULL: none */
    unsigned redact;                         /* flags of FpBriefRedact; 0: nothing is left out */
    const FpBriefAnalyses
        *analyses; /* of this sheet and verdict; NULL: not made (yet). Borrowed for
                                        the call alone */
} FpBriefInput;

/* Builds a brief; never fails. It borrows from the tree: free the brief first. */
FpBrief *fp_brief_new(const FpBriefInput *input);
void fp_brief_free(FpBrief *brief); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpBrief, fp_brief_free)

/* An answer in words, as a brief has it: labels, a number with its unit, "I don't know"; NULL for
 * none. language: as in FpBriefInput. Owned by the caller. */
char *fp_brief_answer_in_words(const FpTree *tree, size_t question, const FpAnswer *answer,
                               const char *language);
