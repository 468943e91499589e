// SPDX-License-Identifier: Apache-2.0
// One function a key of FORMAT §4, in its order. Each analysis has a budget of its own, so that one that
// is not decided leaves the others as they are; what is not decided is the text "undecided".
#include "decision-private.h"
#include "fp-changes.h"
#include "fp-conflicts.h"
#include "fp-outlook.h"
#include "fp-stability.h"
#include "fp-why-not.h"

#define UNDECIDED "undecided"

static const char *outcome_id(const FpTree *tree, size_t outcome)
{
    return outcome == FP_NONE ? NULL : tree->outcomes[outcome].id;
}

/* Sheets that are not counted are null; those past 2^127 are null with a least number. */
static void write_sheets(FpJsonWriter *writer, FpCount sheets, bool is_counted)
{
    g_autofree char *text = fp_count_to_text(sheets);
    bool is_exact = is_counted && fp_count_is_exact(sheets);
    fp_json_key_string(writer, "sheets", is_exact ? text : NULL);
    if (is_counted && !is_exact)
        fp_json_key_string(writer, "sheets_at_least", text);
}

static void write_winners(FpJsonWriter *writer, const FpTree *tree, const FpOutlook *outlook)
{
    fp_json_key(writer, "winners");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < outlook->n_winners; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "outcome", outcome_id(tree, outlook->winners[i].outcome));
        write_sheets(writer, outlook->winners[i].sheets, outlook->is_counted);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_outlook(FpJsonWriter *writer, const FpCompiledTree *compiled,
                          const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpOutlook) outlook = fp_outlook_compute(compiled, sheet, &budget);
    fp_json_key(writer, "outlook");
    fp_json_begin_object(writer);
    fp_json_key_bool(writer, "complete", outlook->is_complete);
    fp_json_key_bool(writer, "settled", outlook->is_settled);
    fp_json_key_bool(writer, "undecided", outlook->is_undecided);
    write_winners(writer, tree, outlook);
    fp_json_key(writer, "worth_asking");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < outlook->n_worth_asking; i++)
        fp_json_string(writer, tree->questions[outlook->worth_asking[i]].id);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

static void write_change(FpJsonWriter *writer, const FpAnswerSheet *sheet, const FpChange *change)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    fp_json_begin_object(writer);
    fp_json_key(writer, "change");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < change->n_steps; i++) {
        const FpQuestion *question = &tree->questions[change->steps[i].question];
        const FpAnswer *from = fp_answer_sheet_get(sheet, change->steps[i].question);
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "question", question->id);
        fp_json_key(writer, "from");
        fp_decision_write_options(writer, question, from->options);
        fp_json_key(writer, "to");
        fp_decision_write_options(writer, question, change->steps[i].to);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_key_string(writer, "outcome", outcome_id(tree, change->outcome));
    fp_json_end_object(writer);
}

static void write_changes(FpJsonWriter *writer, const FpCompiledTree *compiled,
                          const FpAnswerSheet *sheet)
{
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpChanges) changes = fp_changes_find(compiled, sheet, &budget);
    fp_json_key(writer, "changes");
    if (changes->is_undecided) {
        fp_json_string(writer, UNDECIDED);
        return;
    }
    fp_json_begin_array(writer);
    for (size_t i = 0; i < changes->n; i++)
        write_change(writer, sheet, &changes->items[i]);
    fp_json_end_array(writer);
}

static void write_why_not(FpJsonWriter *writer, const FpTree *tree, const FpWhyNot *why_not)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "outcome", outcome_id(tree, why_not->outcome));
    fp_json_key_bool(writer, "ruled_out", why_not->is_ruled_out);
    fp_json_key(writer, "behind");
    if (why_not->has_behind)
        fp_json_integer(writer, why_not->behind);
    else
        fp_json_null(writer);
    fp_json_key(writer, "reasons");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < why_not->n_reasons; i++)
        fp_json_integer(writer, (int64_t)why_not->reasons[i]);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

static void write_why_nots(FpJsonWriter *writer, const FpVerdict *verdict)
{
    g_autoptr(FpWhyNots) why_nots = fp_why_nots_new(verdict);
    fp_json_key(writer, "why_not");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < why_nots->n; i++)
        write_why_not(writer, verdict->tree, &why_nots->items[i]);
    fp_json_end_array(writer);
}

static void write_conflict(FpJsonWriter *writer, const FpAnswerSheet *sheet,
                           const FpConflict *conflict)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    fp_json_begin_object(writer);
    for (size_t i = 0; i < conflict->n_questions; i++) {
        size_t question = conflict->questions[i];
        fp_json_key(writer, tree->questions[question].id);
        fp_decision_write_answer(writer, &tree->questions[question],
                                 fp_answer_sheet_get(sheet, question));
    }
    fp_json_end_object(writer);
}

static void write_conflicts(FpJsonWriter *writer, const FpCompiledTree *compiled,
                            const FpAnswerSheet *sheet)
{
    FpBudget budget = { .work_left = FP_BUDGET_DEFAULT };
    g_autoptr(FpConflicts) conflicts = fp_conflicts_find(compiled, sheet, &budget);
    fp_json_key(writer, "conflicts");
    if (conflicts->is_undecided) {
        fp_json_string(writer, UNDECIDED);
        return;
    }
    fp_json_begin_array(writer);
    for (size_t i = 0; i < conflicts->n; i++)
        write_conflict(writer, sheet, &conflicts->items[i]);
    fp_json_end_array(writer);
}

static void write_range(FpJsonWriter *writer, const FpStrength *strength, FpPointsRange range)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "strength", strength->id);
    fp_json_key_integer(writer, "points", strength->points);
    fp_json_key_integer(writer, "from", range.from);
    fp_json_key(writer, "to");
    if (range.to < FP_POINTS_MAX)
        fp_json_integer(writer, range.to);
    else
        fp_json_null(writer);
    fp_json_end_object(writer);
}

static void write_stability(FpJsonWriter *writer, const FpCompiledTree *compiled,
                            const FpAnswerSheet *sheet, const FpVerdict *verdict, FpDate as_of)
{
    g_autoptr(FpStability) stability = fp_stability_compute(compiled, sheet, verdict, as_of);
    fp_json_key(writer, "stability");
    fp_json_begin_object(writer);
    fp_json_key(writer, "strengths");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < stability->n_strengths; i++)
        write_range(writer, &verdict->tree->strengths[i], stability->strengths[i]);
    fp_json_end_array(writer);
    fp_json_key_bool(writer, "stands_without_stale", stability->stands_without_stale);
    fp_json_end_object(writer);
}

void fp_decision_write_analyses(FpJsonWriter *writer, const FpAnswerSheet *sheet,
                                const FpVerdict *verdict, FpDate as_of)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(verdict->tree);
    write_outlook(writer, compiled, sheet);
    write_changes(writer, compiled, sheet);
    write_why_nots(writer, verdict);
    write_conflicts(writer, compiled, sheet);
    write_stability(writer, compiled, sheet, verdict, as_of);
}
