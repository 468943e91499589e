// SPDX-License-Identifier: Apache-2.0
/* Answer sheets: what was said to each question of a tree, and what that makes of each question.
 *
 * A sheet keeps what was said even where its question is not applicable: such an answer rests
 * (FORMAT §2) and is in force again when the question returns. */
#pragma once
#include "fp-option-set.h"
#include "fp-tree.h"

typedef enum {
    FP_ANSWER_NONE,    /* not mentioned */
    FP_ANSWER_UNKNOWN, /* "I don't know" */
    FP_ANSWER_OPTIONS, /* one option, or for many a non-empty set; a band named by its id too */
    FP_ANSWER_NUMBER,  /* a number; options holds its band */
} FpAnswerKind;

/* A value; compare with fp_answer_equal(). */
typedef struct {
    FpAnswerKind kind;
    FpOptionSet options;
    FpDecimal number;
} FpAnswer;

bool fp_answer_equal(const FpAnswer *a, const FpAnswer *b);

/* The answer that the ids say. ids: option or band ids (`was` too), `unknown` alone, or for a number
 * question a decimal; n_ids at least 1.
 *   Returns  false with FP_ERROR_BAD_INPUT naming the culprit and the nearest id: an unknown id, one
 *            twice, several for a question of one, an exclusive one beside others, a number that is
 *            none or out of range (the message names the range) */
bool fp_answer_from_ids(const FpQuestion *question, const char *const *ids, size_t n_ids,
                        FpAnswer *out_answer, GError **error);

/* True where the options may stand together: not empty, one alone unless `many`, an exclusive one
 * alone. */
bool fp_answer_options_are_valid(const FpQuestion *question, FpOptionSet options);

/* The ids of an answer in option order, or the shortest number, or {"unknown"}; an empty vector for
 * none. Owned: g_strfreev(). */
char **fp_answer_to_ids(const FpQuestion *question, const FpAnswer *answer);

typedef struct FpAnswerSheet FpAnswerSheet;

FpAnswerSheet *fp_answer_sheet_new(const FpTree *tree); /* all NONE; tree is borrowed */
FpAnswerSheet *fp_answer_sheet_copy(const FpAnswerSheet *sheet);
void fp_answer_sheet_free(FpAnswerSheet *sheet); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpAnswerSheet, fp_answer_sheet_free)

const FpTree *fp_answer_sheet_tree(const FpAnswerSheet *sheet);
const FpAnswer *fp_answer_sheet_get(const FpAnswerSheet *sheet, size_t question);
void fp_answer_sheet_set(FpAnswerSheet *sheet, size_t question, FpAnswer answer); /* NONE clears */

/* What a sheet makes of a question (FORMAT §2). */
typedef enum {
    FP_STATE_NOT_APPLICABLE, /* not asked, and nothing was said */
    FP_STATE_RESTING,        /* not asked, but something was said: kept */
    FP_STATE_OPEN,           /* asked, nothing said */
    FP_STATE_UNKNOWN,        /* asked, "I don't know" */
    FP_STATE_ANSWERED,       /* asked and answered */
} FpQuestionState;

static inline bool fp_question_state_is_applicable(FpQuestionState state)
{
    return state >= FP_STATE_OPEN;
}
