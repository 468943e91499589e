// SPDX-License-Identifier: Apache-2.0
/* How a tree is audited, for this folder.
 *
 * The way: many sheets are tried first (audit-tries.c), for what one sheet shows needs no proof; what
 * none of them has shown is decided by search (audit-guards.c, audit-matters.c, audit-outcomes.c);
 * how many sheets there are is counted (audit-count.c); claims and facts are looked through
 * (audit-claims.c); then `allow` takes away what it names (audit-allow.c). */
#pragma once
#include "audit-points-private.h"
#include "audit-without-private.h"
#include "compiled-tree-private.h"
#include "formula-private.h"
#include "fp-audit.h"

/* What is known of a guard, or of whether something happens. */
typedef struct {
    bool is_met;   /* some sheet shows that it holds */
    bool is_unmet; /* some sheet shows that it does not where it is read */
} FpShown;

/* Of an effect, an option or a question. */
typedef struct {
    bool matters, moves_margin; /* some sheet shows it */
} FpWeight;

typedef struct {
    FpWeight *options; /* one an option */
    FpWeight whole;
    FpShown when; /* read where its parent's option is chosen */
    bool is_dead; /* proved: never asked on a complete sheet */
} FpQuestionShown;

typedef struct {
    FpWeight weight;
    FpShown when;     /* read where its option is chosen, or its rule's guard holds */
    bool never_fires; /* proved, on complete sheets */
} FpEffectShown;

typedef struct {
    const FpTree *tree;
    const FpCompiledTree *compiled;
    FpAuditLimits limits; /* work: what is left of it */
    FpDate judging_date;
    FpAudit *audit;   /* being made */
    GArray *findings; /* of FpFinding */
    FpAnswerSheet *empty;
    FpOptionSet *read;          /* one a question: options on which guards or follow-ups hang */
    FpEffectShown *effects;     /* one a compiled effect */
    FpQuestionShown *questions; /* one a question */
    FpShown *rules;             /* one a rule: its guard */
    FpAuditOutcome *outcomes;   /* one an outcome, and no path */
    bool *never_wins;           /* one an outcome: proved */
    FpAuditCount ties, close_calls;
    size_t n_undecided[FP_FINDING_COUNT];
    FpPointsWalk *points; /* NULL: not made, or too large */
    bool is_points_tried;
} FpAuditing;

/* ---- Findings (audit.c) ---- */

/* Where a finding stands and by what `allow` names it. at: taken over; NULL for the whole tree. */
typedef struct {
    FpSource *source;
    FpPlace place;
    char *at;
} FpFindingPlace;

FpFindingPlace fp_place_of_outcome(const FpAuditing *auditing, size_t outcome);
FpFindingPlace fp_place_of_question(const FpAuditing *auditing, size_t question);
FpFindingPlace fp_place_of_option(const FpAuditing *auditing, size_t question, size_t option);
FpFindingPlace fp_place_of_origin(const FpAuditing *auditing, FpOrigin origin,
                                  const FpEffect *effect, FpPlace place);

/* Adds a finding. message, witness: taken over; mend: translated, borrowed; witness may be NULL. */
void fp_audit_add(FpAuditing *auditing, FpFindingCode code, FpSeverity severity,
                  FpFindingPlace place, char *message, const char *mend, FpAnswerSheet *witness);

/* A budget for one thing to decide, taken from the whole; give back what is left. */
FpBudget fp_audit_lend(FpAuditing *auditing);
void fp_audit_give_back(FpAuditing *auditing, const FpBudget *lent);
/* Notes that something could not be decided. */
void fp_audit_note_undecided(FpAuditing *auditing, FpFindingCode code);

/* audit-guards.c: is there a sheet on which a formula holds? A complete one, or with may_be_unknown
 * any.
 *   out_witness  may be NULL; set on YES alone, owned by the caller */
FpExists fp_audit_seek(FpAuditing *auditing, const FpFormula *formula, bool may_be_unknown,
                       FpAnswerSheet **out_witness);

/* ---- The steps ---- */

void fp_audit_try_sheets(FpAuditing *auditing);
/* Tries sheets for one effect, or for its whole option.
 *   firing    a sheet on which it fires
 *   is_fixed  one a question: true where its answer on that sheet is kept
 *   weight    raised */
void fp_audit_try_effect(FpAuditing *auditing, size_t effect, const FpAnswerSheet *firing,
                         const bool *is_fixed, bool whole_option, FpWeight *weight);
void fp_audit_outcomes(FpAuditing *auditing);
void fp_audit_guards(FpAuditing *auditing);
void fp_audit_matters(FpAuditing *auditing);
void fp_audit_count(FpAuditing *auditing);
void fp_audit_claims(FpAuditing *auditing);
void fp_audit_allow(FpAuditing *auditing);

/* audit-shortest.c: a sheet of few answers on which the outcome leads.
 *   outcome      FP_NONE: on which there is no path
 *   complete     a sheet on which it does
 *   out_is_shortest  no sheet of fewer answers does */
FpAnswerSheet *fp_audit_shorten(FpAuditing *auditing, size_t outcome, const FpAnswerSheet *complete,
                                bool *out_is_shortest);

/* audit-read.c: the options on which guards or follow-ups hang, one set a question. Owned. */
FpOptionSet *fp_audit_find_read(const FpTree *tree);
/* True where an option has an effect, or guards or follow-ups hang on it. */
bool fp_audit_has_consequence(const FpAuditing *auditing, size_t question, size_t option);
