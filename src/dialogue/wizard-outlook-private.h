// SPDX-License-Identifier: Apache-2.0
/* What the wizard knows of the exact analyses. They come from outside, some time after the answers
 * that they are of; a generation tells which answers those are. */
#pragma once
#include "fp-brief-analyses.h"

typedef struct FpWizard FpWizard;
struct FpWizardScene;

typedef struct {
    uint64_t generation;       /* of the answers; rises with each change of them */
    FpAnswerSheet *sheet;      /* a copy: the answers of this generation */
    FpVerdict *verdict;        /* of them */
    FpBriefAnalyses *analyses; /* of them; NULL: not there yet */
    bool is_shown;             /* the pane is wanted */
    bool told_settled;         /* since it is settled */
    size_t why_not;            /* of the others: whose arithmetic is shown; FP_NONE: none's */
} FpOutlookState;

void fp_outlook_begin(FpWizard *wizard);
void fp_outlook_end(FpWizard *wizard); /* frees what it holds */

/* The session was folded on: other answers make another generation, of which nothing is known yet. */
void fp_outlook_follow(FpWizard *wizard);

/* Of the present answers; NULL: not there yet. */
const FpOutlook *fp_outlook_of(const FpWizard *wizard);
const FpChanges *fp_outlook_changes(const FpWizard *wizard);
/* True where what is open cannot change the path in first place now. */
bool fp_outlook_is_settled(const FpWizard *wizard);
/* True where the session may be finished with questions open. */
bool fp_outlook_can_finish(const FpWizard *wizard);

/* Tells once that it is settled, as soon as nobody is writing or reading the result. */
void fp_outlook_tell(FpWizard *wizard);

/* view-outlook.c */
void fp_scene_make_outlook(struct FpWizardScene *scene, const FpWizard *wizard);
/* view-why-not.c: what would make the path that is looked at win; of FP_PHASE_RESULT. */
void fp_scene_make_why_not(struct FpWizardScene *scene, const FpWizard *wizard);
