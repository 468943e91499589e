// SPDX-License-Identifier: Apache-2.0
/* What `tree check` found, and the formats in which it is printed.
 * To add a format: findings-NAME.c and a row in findings.c. */
#pragma once
#include "fp-audit.h"
#include "fp-cli.h"
#include "fp-json-writer.h"

/* A file that was checked: it has faults, or a tree and its audit. */
typedef struct {
    char *name;                 /* as it was given; owned */
    FpDiagnostics *diagnostics; /* owned; empty where there is a tree */
    FpTree *tree;               /* owned; NULL where there are faults */
    FpAudit *audit;             /* owned; the same */
} FpChecked;

void fp_checked_free(FpChecked *checked);

/* A finding or a fault, from wherever. Strings are borrowed from what was checked. */
typedef struct {
    const char *code, *summary; /* summary: what findings of the code are */
    FpSeverity severity;
    const char *file;
    FpPlace place;              /* line 0: the whole file */
    const char *message, *mend; /* mend may be NULL */
    const FpSource *source;
    const FpAnswerSheet *witness; /* NULL where there is none */
} FpRow;

typedef struct {
    const GPtrArray *files; /* of FpChecked; borrowed */
    GArray *rows;           /* of FpRow: in the order of files, then of places */
    size_t n_of[3];         /* one a severity */
    FpDate as_of;
} FpFindings;

FpFindings fp_findings_collect(const GPtrArray *files, FpDate as_of);
void fp_findings_clear(FpFindings *findings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpFindings, fp_findings_clear)

typedef struct {
    const char *name;
    void (*print)(const FpCliOptions *options, const FpFindings *findings);
} FpFindingsFormat;

/* NULL after a complaint that names the formats. */
const FpFindingsFormat *fp_findings_format(const FpCliOptions *options, const char *name);

void fp_findings_print_text(const FpCliOptions *options, const FpFindings *findings);
void fp_findings_print_gcc(const FpCliOptions *options, const FpFindings *findings);
void fp_findings_print_json(const FpCliOptions *options, const FpFindings *findings);
void fp_findings_print_sarif(const FpCliOptions *options, const FpFindings *findings);

/* Writes a sheet's answers as an object, as `decide --answers` takes them under `answers`; null for
 * NULL. */
void fp_findings_write_sheet(FpJsonWriter *writer, const FpAnswerSheet *sheet);

/* A share of all sheets as a percentage with two decimals, "25.69"; NULL where it is not exact. Owned. */
char *fp_findings_share(const FpAudit *audit, FpAuditCount count);
