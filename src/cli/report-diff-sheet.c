// SPDX-License-Identifier: Apache-2.0
#include "report-diff.h"

typedef struct {
    const FpTree *trees[2];
    const FpAnswerSheet *sheets[2];
} Pair;

static bool is_answered(const FpAnswerSheet *sheet, size_t question)
{
    return fp_answer_sheet_get(sheet, question)->kind != FP_ANSWER_NONE;
}

/* The newer tree's question that answers alike. */
static size_t find_newer(const Pair *pair, size_t question)
{
    size_t newer = fp_tree_find_question(pair->trees[1], pair->trees[0]->questions[question].id);
    if (newer != FP_NONE && is_answered(pair->sheets[1], newer))
        return newer;
    for (size_t i = 0; i < pair->trees[1]->n_questions; i++) {
        if (is_answered(pair->sheets[1], i) &&
            fp_tree_find_question(pair->trees[0], pair->trees[1]->questions[i].id) == question)
            return i;
    }
    return FP_NONE;
}

static const char *shared_option(const FpQuestion *older, const FpQuestion *newer, const char *id)
{
    size_t option = fp_question_find_option(older, id);
    if (fp_question_find_option(newer, id) != FP_NONE)
        return id;
    for (size_t i = 0; i < newer->n_options; i++) {
        if (fp_question_find_option(older, newer->options[i].id) == option)
            return newer->options[i].id;
    }
    return id;
}

static void visit_answer(const Pair *pair, size_t question, FpSharedAnswerVisitor visit,
                         void *user_data)
{
    const FpQuestion *older = &pair->trees[0]->questions[question], *newer = older;
    const FpAnswer *answer = fp_answer_sheet_get(pair->sheets[0], question);
    size_t other = find_newer(pair, question);
    g_auto(GStrv) ids = fp_answer_to_ids(older, answer);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    bool is_number = answer->kind == FP_ANSWER_NUMBER;
    if (other != FP_NONE)
        newer = &pair->trees[1]->questions[other];
    for (size_t i = 0; ids[i] != NULL; i++) {
        const char *name = is_number ? ids[i] : shared_option(older, newer, ids[i]);
        g_ptr_array_add(names, (gpointer)(uintptr_t)name);
    }
    g_ptr_array_add(names, NULL);
    bool is_known = fp_tree_find_question(pair->trees[1], older->id) != FP_NONE;
    visit(is_known ? older->id : newer->id, older->type, is_number,
          (const char *const *)(void *)names->pdata, user_data);
}

void fp_diff_for_each_answer(const FpTreeDiff *diff, const FpDecisionChange *change,
                             FpSharedAnswerVisitor visit, void *user_data)
{
    const Pair pair = { { diff->before, diff->after },
                        { change->witness_before, change->witness_after } };
    for (size_t i = 0; i < diff->before->n_questions; i++) {
        if (is_answered(change->witness_before, i))
            visit_answer(&pair, i, visit, user_data);
    }
}
