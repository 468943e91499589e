// SPDX-License-Identifier: Apache-2.0
// What the people chose in the end, and why: beside the recommendation, never in its place.
#include "fp-i18n.h"
#include "wizard-private.h"

enum { WHY, N_FIELDS };

size_t fp_decide_outcome(const FpWizard *wizard, size_t choice)
{
    const FpVerdict *verdict = wizard->outlook.verdict;
    return choice < verdict->n_ranking ? verdict->ranking[choice].outcome : FP_NONE;
}

static size_t choice_of(const FpWizard *wizard, const FpEvent *decided)
{
    size_t outcome =
        decided->outcome != NULL ? fp_tree_find_outcome(wizard->tree, decided->outcome) : FP_NONE;
    size_t choice = 0;
    while (fp_decide_outcome(wizard, choice) != outcome)
        choice++;
    return choice;
}

static void refuse_while_open(FpWizard *wizard)
{
    size_t n = fp_result_count_open(wizard, wizard->states);
    g_autofree char *message = g_strdup_printf(
        ngettext("a decision is recorded once the session is finished: %zu question is open, "
                 "b goes back to it",
                 "a decision is recorded once the session is finished: %zu questions are open, "
                 "b goes back to them",
                 n),
        n);
    fp_wizard_refuse(wizard, message);
}

void fp_act_decide(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                   FpTurn *turn G_GNUC_UNUSED)
{
    const FpVerdict *verdict = wizard->outlook.verdict;
    const FpEvent *decided = fp_session_decided(wizard->session);
    if (fp_session_state(wizard->session) == FP_SESSION_OPEN) {
        refuse_while_open(wizard);
        return;
    }
    fp_form_open(&wizard->form, FP_FORM_DECISION, verdict->n_ranking + 1, N_FIELDS,
                 FP_EVENT_TEXT_MAX);
    wizard->form.choice = verdict->outcome != FP_NONE ? 0 : verdict->n_ranking;
    if (decided == NULL)
        return;
    wizard->form.choice = choice_of(wizard, decided);
    fp_field_set(&wizard->form.fields[WHY], decided->text);
}

static bool stands_already(const FpWizard *wizard, const char *outcome, const char *why)
{
    const FpEvent *decided = fp_session_decided(wizard->session);
    return decided != NULL && g_strcmp0(decided->outcome, outcome) == 0 &&
           g_strcmp0(decided->text, why) == 0;
}

void fp_decide_accept(FpWizard *wizard, FpTurn *turn)
{
    size_t outcome = fp_decide_outcome(wizard, wizard->form.choice);
    const char *id = outcome != FP_NONE ? wizard->tree->outcomes[outcome].id : NULL;
    g_autofree char *why = fp_form_text(&wizard->form, WHY);
    turn->ends_form = true;
    if (stands_already(wizard, id, why))
        return;
    FpEvent *event = fp_event_new(FP_EVENT_DECIDED, turn->at_ms);
    event->outcome = g_strdup(id);
    event->text = g_strdup(why);
    fp_turn_add(wizard, turn, event);
    fp_wizard_say(wizard, _("recorded: the decision stands beside the recommendation"));
}
