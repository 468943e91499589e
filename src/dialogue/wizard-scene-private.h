// SPDX-License-Identifier: Apache-2.0
/* A view in the making, with what it owns. The parts of the view are made by one file each. */
#pragma once
#include "wizard-private.h"

typedef struct FpWizardScene {
    FpView view;
    GArray *themes, *rows, *options; /* FpViewTheme, FpViewRow, FpViewOption */
    GArray *paths;                   /* FpViewPath */
    GPtrArray *why_sources;          /* char *, NULL-terminated */
    GArray *choices;                 /* FpViewChoice */
    FpViewFormField form_fields[FP_FORM_FIELDS_MAX];
    char *form_help;
    FpBrief *brief;
} FpWizardScene;

/* view-rows.c: rows, themes, progress. */
void fp_scene_make_rows(FpWizardScene *scene, const FpWizard *wizard);
/* view-question.c: all of FP_PHASE_QUESTION. */
void fp_scene_make_question(FpWizardScene *scene, const FpWizard *wizard);
