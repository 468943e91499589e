// SPDX-License-Identifier: Apache-2.0
// Who finds out what nobody knows, and by when: an "I don't know" that is a next step.
#include "fp-i18n.h"
#include "wizard-private.h"

enum { WHO, BY, N_FIELDS };

/* The question that is looked at; FP_NONE: the row of the recommendation. */
static size_t question_of(const FpWizard *wizard)
{
    return wizard->stand.phase == FP_PHASE_REVIEW ? wizard->review_focus : wizard->stand.question;
}

void fp_act_find_out(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                     FpTurn *turn G_GNUC_UNUSED)
{
    size_t question = question_of(wizard);
    FpQuestionState state = question != FP_NONE ? wizard->states[question] : FP_STATE_RESTING;
    if (state != FP_STATE_UNKNOWN && state != FP_STATE_OPEN) {
        fp_wizard_refuse(wizard, _("who finds out is asked where nobody knows: here is an answer, "
                                   "or no question"));
        return;
    }
    fp_form_open(&wizard->form, FP_FORM_FIND_OUT, 0, N_FIELDS, FP_EVENT_TEXT_MAX);
    wizard->form_question = question;
    fp_field_set(&wizard->form.fields[WHO], fp_session_who(wizard->session, question));
    fp_field_set(&wizard->form.fields[BY], fp_session_by(wizard->session, question));
}

static bool is_day(const char *text)
{
    FpDate date;
    return fp_date_parse(text, &date) && date.day != 0;
}

static void refuse_day(FpWizard *wizard, const char *text)
{
    g_autofree char *message = g_strdup_printf(
        _("'%s' is no day; write it as YYYY-MM-DD, or leave the field empty"), text);
    wizard->form.focus = BY;
    fp_wizard_refuse(wizard, message);
}

static FpEvent *new_unknown(const FpWizard *wizard, const char *who, const char *by, int64_t at_ms)
{
    const char *id = wizard->tree->questions[wizard->form_question].id;
    FpEvent *event = fp_event_new_for_question(FP_EVENT_UNKNOWN, id, at_ms);
    event->who = g_strdup(who);
    event->by = g_strdup(by);
    return event;
}

static bool stands_already(const FpWizard *wizard, const char *who, const char *by)
{
    size_t question = wizard->form_question;
    return fp_wizard_answer(wizard, question)->kind == FP_ANSWER_UNKNOWN &&
           g_strcmp0(who, fp_session_who(wizard->session, question)) == 0 &&
           g_strcmp0(by, fp_session_by(wizard->session, question)) == 0;
}

void fp_find_out_accept(FpWizard *wizard, FpTurn *turn)
{
    g_autofree char *who = fp_form_text(&wizard->form, WHO);
    g_autofree char *by = fp_form_text(&wizard->form, BY);
    if (by != NULL && !is_day(by)) {
        refuse_day(wizard, by);
        return;
    }
    turn->ends_form = true;
    if (!stands_already(wizard, who, by))
        fp_turn_change(wizard, turn, wizard->form_question,
                       new_unknown(wizard, who, by, turn->at_ms));
    if (wizard->stand.phase == FP_PHASE_QUESTION)
        fp_way_on(wizard, turn);
}
