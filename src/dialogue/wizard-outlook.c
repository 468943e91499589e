// SPDX-License-Identifier: Apache-2.0
// Analyses of other answers than the present ones are dropped: what is shown is always of what was
// said, or is not there yet.
#include "fp-i18n.h"
#include "wizard-private.h"

/* The answers of a new generation. */
static void take_answers(FpWizard *wizard)
{
    FpOutlookState *outlook = &wizard->outlook;
    outlook->generation++;
    outlook->sheet = fp_answer_sheet_copy(fp_session_sheet(wizard->session));
    outlook->verdict = fp_verdict_compute(wizard->compiled, outlook->sheet);
    outlook->why_not = FP_NONE;
}

static void drop_answers(FpWizard *wizard)
{
    FpOutlookState *outlook = &wizard->outlook;
    fp_wizard_forget_scene(wizard); // it shows them
    g_clear_pointer(&outlook->analyses, fp_brief_analyses_free);
    g_clear_pointer(&outlook->verdict, fp_verdict_free);
    g_clear_pointer(&outlook->sheet, fp_answer_sheet_free);
}

void fp_outlook_begin(FpWizard *wizard)
{
    take_answers(wizard);
}

void fp_outlook_end(FpWizard *wizard)
{
    drop_answers(wizard);
}

static bool has_same_answers(const FpTree *tree, const FpAnswerSheet *one,
                             const FpAnswerSheet *other)
{
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (!fp_answer_equal(fp_answer_sheet_get(one, i), fp_answer_sheet_get(other, i)))
            return false;
    }
    return true;
}

void fp_outlook_follow(FpWizard *wizard)
{
    const FpAnswerSheet *sheet = fp_session_sheet(wizard->session);
    if (has_same_answers(wizard->tree, wizard->outlook.sheet, sheet))
        return;
    drop_answers(wizard);
    take_answers(wizard);
}

uint64_t fp_wizard_generation(const FpWizard *wizard)
{
    return wizard->outlook.generation;
}

const FpOutlook *fp_outlook_of(const FpWizard *wizard)
{
    const FpBriefAnalyses *analyses = wizard->outlook.analyses;
    return analyses != NULL ? fp_brief_analyses_outlook(analyses) : NULL;
}

const FpChanges *fp_outlook_changes(const FpWizard *wizard)
{
    const FpBriefAnalyses *analyses = wizard->outlook.analyses;
    return analyses != NULL ? fp_brief_analyses_changes(analyses) : NULL;
}

bool fp_outlook_is_settled(const FpWizard *wizard)
{
    const FpOutlook *outlook = fp_outlook_of(wizard);
    return outlook != NULL && outlook->is_settled &&
           outlook->winners[0].outcome == wizard->outlook.verdict->outcome;
}

bool fp_outlook_can_finish(const FpWizard *wizard)
{
    return fp_outlook_is_settled(wizard) && fp_session_state(wizard->session) == FP_SESSION_OPEN &&
           fp_result_count_open(wizard, wizard->states) > 0;
}

static bool has_answer(const FpWizard *wizard)
{
    for (size_t i = 0; i < wizard->tree->n_questions; i++) {
        if (wizard->states[i] == FP_STATE_ANSWERED)
            return true;
    }
    return false;
}

static const char *settled_in_words(const FpWizard *wizard)
{
    if (fp_outlook_of(wizard)->winners[0].outcome == FP_NONE)
        return _("settled: no path is left, whatever else you answer; finish, or go on");
    return _("settled: what is open can change conditions, not the path; finish, or go on");
}

void fp_outlook_tell(FpWizard *wizard)
{
    FpOutlookState *outlook = &wizard->outlook;
    if (!fp_outlook_is_settled(wizard))
        outlook->told_settled = false;
    if (outlook->told_settled || !fp_outlook_can_finish(wizard) || !has_answer(wizard) ||
        fp_wizard_is_typing(wizard) || wizard->stand.phase == FP_PHASE_RESULT)
        return;
    outlook->told_settled = true;
    fp_wizard_tell_too(wizard, settled_in_words(wizard));
}

void fp_wizard_take_analyses(FpWizard *wizard, FpBriefAnalyses *analyses, uint64_t generation)
{
    if (generation != wizard->outlook.generation) {
        fp_brief_analyses_free(analyses);
        return;
    }
    fp_brief_analyses_free(wizard->outlook.analyses);
    wizard->outlook.analyses = analyses;
    fp_wizard_forget_scene(wizard);
    fp_outlook_tell(wizard);
}

void fp_act_outlook(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                    FpTurn *turn G_GNUC_UNUSED)
{
    wizard->outlook.is_shown = !wizard->outlook.is_shown;
}

static const char *why_not_to_finish(const FpWizard *wizard)
{
    if (fp_session_state(wizard->session) != FP_SESSION_OPEN)
        return _("this session is finished already");
    if (fp_outlook_of(wizard) == NULL)
        return _("whether the answers left can change the path is still being worked out");
    if (fp_outlook_of(wizard)->is_undecided)
        return _("too much hangs together to say whether the answers left can change the path; go "
                 "on, or press s for the result so far");
    if (!fp_outlook_is_settled(wizard))
        return _("the answers left can still change the path; go on, or press s for the result so "
                 "far");
    return NULL;
}

void fp_act_finish(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    const char *fault = why_not_to_finish(wizard);
    if (fault != NULL)
        fp_wizard_refuse(wizard, fault);
    else
        fp_result_finish(wizard, turn);
}
