// SPDX-License-Identifier: Apache-2.0
// The result can be looked at any time; it is recorded once nothing is open, an "I don't know"
// being something said, or once what is open cannot change the path and the person leaves it at that.
// Scrolling is the screen's own.
#include "fp-i18n.h"
#include "wizard-private.h"

size_t fp_result_count_open(const FpWizard *wizard, const FpQuestionState *states)
{
    size_t n = 0;
    for (size_t i = 0; i < wizard->tree->n_questions; i++)
        n += states[i] == FP_STATE_OPEN ? 1 : 0;
    return n;
}

static void say_what_is_open(FpWizard *wizard, size_t n_open)
{
    g_autofree char *message = g_strdup_printf(
        ngettext("this is where it points so far: %zu question is still open",
                 "this is where it points so far: %zu questions are still open", n_open),
        n_open);
    fp_wizard_say(wizard, message);
}

static void say_what_was_left(FpWizard *wizard, size_t n_open)
{
    g_autofree char *message = g_strdup_printf(
        ngettext("finished; %zu open question can change conditions, not the path",
                 "finished; %zu open questions can change conditions, not the path", n_open),
        n_open);
    fp_wizard_say(wizard, message);
}

void fp_result_show(FpWizard *wizard, FpTurn *turn)
{
    const FpSession *session = fp_turn_session(wizard, turn);
    size_t n_open = fp_result_count_open(wizard, fp_turn_states(wizard, turn));
    bool is_recorded = fp_session_state(session) != FP_SESSION_OPEN;
    fp_way_lead(turn, FP_PHASE_RESULT);
    if (n_open > 0 && !is_recorded)
        say_what_is_open(wizard, n_open);
    else if (n_open > 0)
        say_what_was_left(wizard, n_open);
    else if (!is_recorded)
        fp_turn_add(wizard, turn, fp_session_new_finished(session, wizard->compiled, turn->at_ms));
}

void fp_result_finish(FpWizard *wizard, FpTurn *turn)
{
    fp_way_lead(turn, FP_PHASE_RESULT);
    say_what_was_left(wizard, fp_result_count_open(wizard, wizard->states));
    fp_turn_add(wizard, turn,
                fp_session_new_finished(wizard->session, wizard->compiled, turn->at_ms));
}

static void act_whole(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                      FpTurn *turn G_GNUC_UNUSED)
{
    wizard->shows_whole = !wizard->shows_whole;
}

static const FpActionRow rows[] = {
    { FP_ACTION_BACK, fp_act_questions }, { FP_ACTION_CANCEL, fp_act_questions },
    { FP_ACTION_REVIEW, fp_act_review },  { FP_ACTION_GO_TO, fp_act_go_to },
    { FP_ACTION_UNDO, fp_act_undo },      { FP_ACTION_WHY_NOT, fp_act_why_not },
    { FP_ACTION_FINISH, fp_act_finish },  { FP_ACTION_QUIT, fp_act_quit },
    { FP_ACTION_WHOLE, act_whole },       { FP_ACTION_DECIDE, fp_act_decide },
    { FP_ACTION_EXPORT, fp_act_export },
};
const FpPhaseActions fp_result_actions = { rows, G_N_ELEMENTS(rows) };
