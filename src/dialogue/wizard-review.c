// SPDX-License-Identifier: Apache-2.0
// The focus is a question, not a row: rows come and go with answers, and the focus stays.
#include "fp-i18n.h"
#include "wizard-private.h"

bool fp_review_lists(const FpQuestionState *states, size_t question)
{
    return states[question] != FP_STATE_NOT_APPLICABLE;
}

/* Rows above a question; with FP_NONE all of them: the last row is that of the recommendation. */
static size_t row_of(const FpWizard *wizard, size_t question)
{
    size_t row = 0;
    for (size_t i = 0; i < MIN(question, wizard->tree->n_questions); i++)
        row += fp_review_lists(wizard->states, i) ? 1 : 0;
    return row;
}

static size_t question_of(const FpWizard *wizard, size_t row)
{
    for (size_t i = 0; i < wizard->tree->n_questions; i++) {
        if (fp_review_lists(wizard->states, i) && row-- == 0)
            return i;
    }
    return FP_NONE;
}

size_t fp_review_row(const FpWizard *wizard)
{
    return row_of(wizard, wizard->review_focus);
}

void fp_review_follow(FpWizard *wizard)
{
    while (wizard->review_focus != FP_NONE &&
           !fp_review_lists(wizard->states, wizard->review_focus)) {
        size_t next = wizard->review_focus + 1;
        wizard->review_focus = next < wizard->tree->n_questions ? next : FP_NONE;
    }
}

static void act_move(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    fp_wizard_step(wizard, action->kind);
}

/* FP_NONE: the row of the recommendation. */
static void open_row(FpWizard *wizard, FpTurn *turn, size_t question)
{
    if (question == FP_NONE)
        fp_result_show(wizard, turn);
    else
        fp_way_open(wizard, turn, question, true);
}

static void act_accept(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    open_row(wizard, turn, wizard->review_focus);
}

static void act_pick(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    if (action->index > row_of(wizard, FP_NONE))
        fp_wizard_refuse(wizard, _("there is no such row"));
    else
        open_row(wizard, turn, question_of(wizard, action->index));
}

void fp_review_point(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    bool is_row = action->index <= row_of(wizard, FP_NONE);
    if (!is_row || action->index == fp_review_row(wizard))
        act_pick(wizard, action, turn);
    else
        wizard->review_focus = question_of(wizard, action->index);
}

/* From the search outwards. */
static void act_cancel(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    if (fp_filter_is_on(&wizard->filter))
        fp_filter_end(&wizard->filter);
    else
        fp_act_questions(wizard, action, turn);
}

/* Resting answers too can be taken back. */
static void act_clear(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    size_t question = wizard->review_focus;
    if (question == FP_NONE || wizard->states[question] == FP_STATE_OPEN)
        fp_wizard_refuse(wizard, _("there is no answer here to take back"));
    else
        fp_turn_answer(wizard, turn, question, (FpAnswer) { .kind = FP_ANSWER_NONE });
}

static const FpActionRow rows[] = {
    { FP_ACTION_UP, act_move },           { FP_ACTION_DOWN, act_move },
    { FP_ACTION_FIRST, act_move },        { FP_ACTION_LAST, act_move },
    { FP_ACTION_PAGE_UP, act_move },      { FP_ACTION_PAGE_DOWN, act_move },
    { FP_ACTION_PICK, act_pick },         { FP_ACTION_ACCEPT, act_accept },
    { FP_ACTION_POINT, fp_review_point }, { FP_ACTION_SEARCH, fp_act_search },
    { FP_ACTION_BACK, fp_act_questions }, { FP_ACTION_CANCEL, act_cancel },
    { FP_ACTION_CLEAR, act_clear },       { FP_ACTION_RESULT, fp_act_result },
    { FP_ACTION_GO_TO, fp_act_go_to },    { FP_ACTION_UNDO, fp_act_undo },
    { FP_ACTION_QUIT, fp_act_quit },      { FP_ACTION_OUTLOOK, fp_act_outlook },
    { FP_ACTION_FINISH, fp_act_finish },  { FP_ACTION_FIND_OUT, fp_act_find_out },
};
const FpPhaseActions fp_review_actions = { rows, G_N_ELEMENTS(rows) };
