// SPDX-License-Identifier: Apache-2.0
/* The forms of a wizard: one file opens and accepts each; what they share is in wizard-form.c. */
#pragma once
#include "form-private.h"
#include "fp-action.h"
#include "fp-brief-render.h"

typedef struct FpWizard FpWizard;
typedef struct FpTurn FpTurn;
struct FpWizardScene;

/* Actions that open one. */
void fp_act_find_out(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_decide(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_export(FpWizard *wizard, const FpAction *action, FpTurn *turn);

/* What accepting the last part does. */
void fp_find_out_accept(FpWizard *wizard, FpTurn *turn);
void fp_decide_accept(FpWizard *wizard, FpTurn *turn);
void fp_export_accept(FpWizard *wizard, FpTurn *turn);

/* A field's text without blanks around it; NULL where nothing is left. Owned. */
char *fp_form_text(const FpForm *form, size_t field);

/* An outcome that can be chosen, the recommended one first; FP_NONE, the last: none of them. */
size_t fp_decide_outcome(const FpWizard *wizard, size_t choice);

/* Formats as they can be chosen: that for paper first. */
const FpBriefRenderer *fp_export_format(size_t choice);
/* The place follows the format that was chosen, the format the place that was typed. */
void fp_export_follow_choice(FpWizard *wizard, size_t before);
void fp_export_follow_place(FpWizard *wizard);

/* view-form.c */
void fp_scene_make_form(struct FpWizardScene *scene, const FpWizard *wizard);
