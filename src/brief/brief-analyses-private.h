// SPDX-License-Identifier: Apache-2.0
/* The analyses, for the parts of a brief that tell of them. */
#pragma once
#include "fp-brief-analyses.h"
#include "fp-changes.h"
#include "fp-conflicts.h"
#include "fp-outlook.h"
#include "fp-stability.h"

struct FpBriefAnalyses {
    FpOutlook *outlook;
    FpChanges *changes;
    FpConflicts *conflicts;
    FpStability *stability;
};
