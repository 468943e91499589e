// SPDX-License-Identifier: Apache-2.0
#include "fp-answer-sheet.h"

struct FpAnswerSheet {
    const FpTree *tree;
    FpAnswer answers[]; /* one a question */
};

static size_t size_of(const FpTree *tree)
{
    return sizeof(FpAnswerSheet) + tree->n_questions * sizeof(FpAnswer);
}

FpAnswerSheet *fp_answer_sheet_new(const FpTree *tree)
{
    FpAnswerSheet *sheet = g_malloc0(size_of(tree));
    sheet->tree = tree;
    return sheet;
}

FpAnswerSheet *fp_answer_sheet_copy(const FpAnswerSheet *sheet)
{
    return g_memdup2(sheet, size_of(sheet->tree));
}

void fp_answer_sheet_free(FpAnswerSheet *sheet)
{
    g_free(sheet);
}

const FpTree *fp_answer_sheet_tree(const FpAnswerSheet *sheet)
{
    return sheet->tree;
}

const FpAnswer *fp_answer_sheet_get(const FpAnswerSheet *sheet, size_t question)
{
    g_assert(question < sheet->tree->n_questions);
    return &sheet->answers[question];
}

void fp_answer_sheet_set(FpAnswerSheet *sheet, size_t question, FpAnswer answer)
{
    g_assert(question < sheet->tree->n_questions);
    sheet->answers[question] = answer;
}
