// SPDX-License-Identifier: Apache-2.0
#include "brief-analyses-private.h"

FpBriefAnalyses *fp_brief_analyses_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                                       const FpVerdict *verdict, FpDate as_of,
                                       const atomic_bool *cancel)
{
    // A budget each, so that one that is not decided leaves the others as they are.
    FpBudget outlook = { FP_BUDGET_DEFAULT, cancel }, changes = outlook, conflicts = outlook;
    FpBriefAnalyses *analyses = g_new(FpBriefAnalyses, 1);
    *analyses = (FpBriefAnalyses) {
        .outlook = fp_outlook_compute(compiled, sheet, &outlook),
        .changes = fp_changes_find(compiled, sheet, &changes),
        .conflicts = fp_conflicts_find(compiled, sheet, &conflicts),
        .stability = fp_stability_compute(compiled, sheet, verdict, as_of),
    };
    return analyses;
}

void fp_brief_analyses_free(FpBriefAnalyses *analyses)
{
    if (analyses == NULL)
        return;
    fp_outlook_free(analyses->outlook);
    fp_changes_free(analyses->changes);
    fp_conflicts_free(analyses->conflicts);
    fp_stability_free(analyses->stability);
    g_free(analyses);
}

const FpOutlook *fp_brief_analyses_outlook(const FpBriefAnalyses *analyses)
{
    return analyses->outlook;
}

const FpChanges *fp_brief_analyses_changes(const FpBriefAnalyses *analyses)
{
    return analyses->changes;
}
