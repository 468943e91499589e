// SPDX-License-Identifier: Apache-2.0
// Ways are read from the questions as they will be when the turn's events are folded.
#include "fp-i18n.h"
#include "wizard-private.h"

static bool is_asked(FpQuestionState state)
{
    return fp_question_state_is_applicable(state);
}

static bool is_open(FpQuestionState state)
{
    return state == FP_STATE_OPEN;
}

/* The first question at or after from whose state is so; FP_NONE. */
static size_t find_from(const FpWizard *wizard, const FpQuestionState *states, size_t from,
                        bool (*is_so)(FpQuestionState state))
{
    for (size_t i = from; i < wizard->tree->n_questions; i++) {
        if (is_so(states[i]))
            return i;
    }
    return FP_NONE;
}

/* The last asked question before a place in the tree; FP_NONE. */
static size_t find_before(const FpQuestionState *states, size_t before)
{
    for (size_t i = before; i > 0; i--) {
        if (is_asked(states[i - 1]))
            return i - 1;
    }
    return FP_NONE;
}

void fp_way_lead(FpTurn *turn, FpPhase phase)
{
    turn->to = (FpStand) { .phase = phase, .question = turn->to.question };
    turn->enters = true;
}

static void lead_to_question(FpTurn *turn, size_t question, bool returns)
{
    turn->to = (FpStand) { FP_PHASE_QUESTION, question, returns };
    turn->enters = true;
}

void fp_way_open(FpWizard *wizard, FpTurn *turn, size_t question, bool returns)
{
    const FpQuestionState *states = fp_turn_states(wizard, turn);
    if (question >= wizard->tree->n_questions || !is_asked(states[question])) {
        fp_wizard_refuse(wizard, _("this question is not asked as things stand: an answer above "
                                   "decides it"));
        return;
    }
    lead_to_question(turn, question, returns);
    if (is_open(states[question]) ||
        fp_session_state(fp_turn_session(wizard, turn)) != FP_SESSION_OPEN)
        return;
    fp_turn_add(wizard, turn,
                fp_event_new_for_question(FP_EVENT_REVISITED, wizard->tree->questions[question].id,
                                          turn->at_ms));
}

/* After the shown question: the next one, else the first that is open, else the result. */
void fp_way_on(FpWizard *wizard, FpTurn *turn)
{
    const FpQuestionState *states = fp_turn_states(wizard, turn);
    if (wizard->stand.returns) {
        fp_way_lead(turn, FP_PHASE_REVIEW);
        return;
    }
    size_t next = find_from(wizard, states, wizard->stand.question + 1, is_asked);
    if (next == FP_NONE)
        next = find_from(wizard, states, 0, is_open);
    if (next == FP_NONE)
        fp_result_show(wizard, turn);
    else
        lead_to_question(turn, next, false);
}

void fp_act_next(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    fp_way_on(wizard, turn);
    if (turn->to.phase != FP_PHASE_QUESTION || turn->to.question != wizard->stand.question)
        return;
    turn->enters = false;
    fp_wizard_refuse(wizard, _("this is the only question still open: answer it, or say that you "
                               "don't know"));
}

void fp_act_back(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    size_t before = find_before(wizard->states, wizard->stand.question);
    if (wizard->stand.returns)
        fp_way_lead(turn, FP_PHASE_REVIEW);
    else if (before != FP_NONE)
        fp_way_open(wizard, turn, before, false);
    else
        fp_wizard_refuse(wizard, _("this is the first question"));
}

static void lead_to_undone(FpWizard *wizard, FpTurn *turn, size_t question)
{
    if (wizard->stand.phase == FP_PHASE_REVIEW) {
        turn->to.question = question; // the review puts its focus there
        turn->enters = true;
    } else if (is_asked(fp_turn_states(wizard, turn)[question])) {
        lead_to_question(turn, question, false);
    } else {
        fp_way_lead(turn, FP_PHASE_REVIEW);
    }
}

void fp_act_undo(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    if (wizard->changes->len == 0) {
        fp_wizard_refuse(wizard, _("there is nothing to undo: no answer was changed since you "
                                   "came here"));
        return;
    }
    const FpPastAnswer *last =
        &g_array_index(wizard->changes, FpPastAnswer, wizard->changes->len - 1);
    fp_turn_undo(wizard, turn);
    lead_to_undone(wizard, turn, last->question);
    fp_wizard_tell_too(wizard, last->before.kind == FP_ANSWER_NONE
                                   ? _("undone: this question is open again")
                                   : _("undone: this answer is what it was before"));
}

void fp_act_go_to(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    bool is_shown =
        wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == action->index;
    if (!is_shown)
        fp_way_open(wizard, turn, action->index, wizard->stand.phase == FP_PHASE_REVIEW);
}

/* Back to the question shown last, in this run or an earlier one. */
void fp_act_questions(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    size_t question = wizard->stand.question;
    if (question == FP_NONE)
        question = fp_session_last_question(wizard->session);
    if (question == FP_NONE || !is_asked(wizard->states[question]))
        question = find_before(wizard->states, wizard->tree->n_questions);
    if (question == FP_NONE)
        fp_wizard_refuse(wizard, _("no question is asked as things stand"));
    else
        fp_way_open(wizard, turn, question, false);
}

void fp_act_review(FpWizard *wizard G_GNUC_UNUSED, const FpAction *action G_GNUC_UNUSED,
                   FpTurn *turn)
{
    fp_way_lead(turn, FP_PHASE_REVIEW);
}

void fp_act_result(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    fp_result_show(wizard, turn);
}

/* What is not accepted yet is told once; the next try leaves. */
void fp_act_quit(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    g_autofree char *warning = wizard->quit_was_refused ? NULL : fp_drafts_warning(wizard);
    turn->quits = warning == NULL;
    if (warning == NULL)
        return;
    wizard->quit_was_refused = true;
    fp_wizard_refuse(wizard, warning);
}

FpStand fp_way_first(const FpWizard *wizard)
{
    size_t open = find_from(wizard, wizard->states, 0, is_open);
    if (fp_session_state(wizard->session) != FP_SESSION_OPEN)
        return (FpStand) { FP_PHASE_RESULT, FP_NONE, false };
    if (open != FP_NONE)
        return (FpStand) { FP_PHASE_QUESTION, open, false };
    return (FpStand) { FP_PHASE_REVIEW, FP_NONE, false };
}

/* The phase's own beginnings: a question's draft and focus, the review's focus. */
void fp_way_stand(FpWizard *wizard, FpStand stand)
{
    if (wizard->stand.phase == FP_PHASE_QUESTION)
        fp_draft_leave(wizard);
    wizard->stand = stand;
    wizard->shows_why = false;
    wizard->outlook.why_not = FP_NONE;
    wizard->shows_whole = false;
    wizard->pointed = FP_NONE;
    fp_filter_end(&wizard->filter);
    if (stand.phase == FP_PHASE_QUESTION)
        fp_draft_enter(wizard);
    if (stand.phase == FP_PHASE_REVIEW)
        wizard->review_focus =
            stand.question != FP_NONE && fp_review_lists(wizard->states, stand.question)
                ? stand.question
                : FP_NONE;
}
