// SPDX-License-Identifier: Apache-2.0
/* The audit of a whole tree: what its author should know before anyone uses it. Exact: a finding has a
 * sheet that shows it or is proved, and what could not be decided is said to be so.
 *
 * Terms
 *   decision   of a complete sheet: the winner, what is ruled out, the controls required, the advice
 *   matters    an effect matters where some complete sheet is decided otherwise without it; so does an
 *              option or a question, where its effects, its follow-ups and all guards that read it
 *              are as if it had not been chosen or answered
 *   finding    something that its author would want to mend or, where it is meant, to allow
 * Severity
 *   warning    true of the tree and most likely not meant
 *   note       worth knowing; often meant
 *   An error is a fault of the file, which is the reader's to tell (fp-diagnostics.h). */
#pragma once
#include "fp-budget.h"
#include "fp-compiled-tree.h"
#include "fp-count.h"
#include "fp-exists.h"

typedef enum {
    FP_FINDING_NEVER_WINS,         /* an outcome wins on no complete sheet */
    FP_FINDING_NO_PATH,            /* on some sheet every outcome is ruled out */
    FP_FINDING_NEVER_ASKED,        /* a question is asked on no sheet */
    FP_FINDING_NEVER_CHOSEN,       /* a band that no number of the question falls into */
    FP_FINDING_NEVER_MATTERS,      /* an effect, option or question changes no decision */
    FP_FINDING_MARGIN_ONLY,        /* the same, but it moves the margin */
    FP_FINDING_NEUTRAL_OPTION,     /* an option without effect, follow-up or reader */
    FP_FINDING_GUARD_NEVER_TRUE,   /* a `when` holds on no sheet, complete or not */
    FP_FINDING_GUARD_ALWAYS_TRUE,  /* it holds wherever it is read, on every sheet */
    FP_FINDING_ONLY_WHILE_UNKNOWN, /* it holds on no complete sheet, but on others */
    FP_FINDING_UNCITED,            /* a claim without a citation */
    FP_FINDING_UNUSED_FACT,        /* a fact that nothing cites */
    FP_FINDING_STALE_FACT,         /* a fact past its review_by on the judging date */
    FP_FINDING_ALLOWS_NOTHING,     /* an entry of `allow` that fits no finding */
    FP_FINDING_UNDECIDED,          /* the budget ended first: nothing is claimed */
    FP_FINDING_COUNT,
} FpFindingCode;

/* "never-wins": what `allow` and every output call it. */
const char *fp_finding_name(FpFindingCode code);
/* A sentence that says what findings of this code are. Translated; borrowed. */
const char *fp_finding_summary(FpFindingCode code);

typedef enum { FP_SEVERITY_ERROR, FP_SEVERITY_WARNING, FP_SEVERITY_NOTE } FpSeverity;
const char *fp_severity_name(FpSeverity severity); /* "warning" */

typedef struct {
    FpFindingCode code;
    FpSeverity severity;
    FpSource *source; /* the tree's or a facts file; borrowed from the tree */
    FpPlace place;
    const char *at; /* outcome, question, question/option, rule or fact; NULL: the whole tree */
    const char *message;          /* what is so, as fp-error.h has messages */
    const char *mend;             /* NULL where there is nothing to say */
    const FpAnswerSheet *witness; /* a sheet that shows it; NULL where it is proved of all sheets */
} FpFinding;

/* On how many sheets. */
typedef struct {
    FpExists exists;           /* whether there is one at all */
    FpCount at_least, at_most; /* equal: exact. FP_COUNT_MAX stands for more than can be counted */
    FpAnswerSheet *witness;    /* NULL where there is none, or none was found */
} FpAuditCount;

typedef struct {
    FpAuditCount count; /* the witness may leave questions open: it has few answers */
    bool is_shortest;   /* no sheet of fewer answers has this outcome: proved */
} FpAuditOutcome;

typedef struct {
    const FpFinding *items; /* by source, then by place */
    size_t n;
    size_t n_allowed; /* findings that `allow` takes away */

    FpCount sheets_at_least, sheets_at_most;
    const FpAuditOutcome *outcomes; /* one an outcome of the tree; the last is for no path */
    size_t n_outcomes;              /* that one included */
    FpAuditCount ties, close_calls; /* a tie is a close call too */
    const char
        *entangled_by; /* where counting ended: the question whose answers keep most states apart;
                               * NULL where all is counted, or where it is points that do */
    size_t n_states;   /* in which who wins was counted */
} FpAudit;

typedef struct {
    uint64_t work_each; /* budget for each thing to be decided, in FpBudget's units */
    uint64_t work;      /* for all of them together */
    uint64_t
        work_count; /* of them, for counting who wins on how many sheets, and the same for ties */
    size_t memory_bytes;       /* for counting */
    const atomic_bool *cancel; /* may be NULL */
} FpAuditLimits;

#define FP_AUDIT_LIMITS_DEFAULT                                                                    \
    ((FpAuditLimits) { UINT64_C(50000000), UINT64_C(500000000), UINT64_C(30000000),                \
                       (size_t)512 << 20, NULL })

/* Audits a tree.
 *   tree          borrowed; must outlive the result
 *   judging_date  for stale facts
 *   Returns       the audit, owned by the caller
 *   Source        docs/verdict.md, "The audit of a tree" */
FpAudit *fp_audit_new(const FpTree *tree, FpDate judging_date, FpAuditLimits limits);
void fp_audit_free(FpAudit *audit); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpAudit, fp_audit_free)
