// SPDX-License-Identifier: Apache-2.0
// Finds the action's row in the table of the phase and takes the turn that it makes.
#include "wizard-private.h"

/* Bytes that the number field holds: more than any number, so that a fault can be shown whole. */
#define NUMBER_MAX_BYTES 40

FpWizard *fp_wizard_new(const FpWizardInput *input)
{
    FpWizard *wizard = g_new0(FpWizard, 1);
    wizard->session = input->session;
    wizard->compiled = input->compiled;
    wizard->tree = fp_compiled_tree_tree(input->compiled);
    wizard->language = g_strdup(input->language);
    wizard->folder = g_strdup(input->folder);
    wizard->states = g_new0(FpQuestionState, wizard->tree->n_questions);
    wizard->drafts = g_new0(FpDraft, wizard->tree->n_questions);
    wizard->changes = g_array_new(FALSE, FALSE, sizeof(FpPastAnswer));
    g_array_set_clear_func(wizard->changes, fp_past_answer_clear);
    fp_field_init(&wizard->number, NULL, NUMBER_MAX_BYTES, false);
    fp_field_init(&wizard->note, NULL, FP_EVENT_TEXT_MAX, true);
    fp_filter_init(&wizard->filter);
    fp_compiled_tree_states(wizard->compiled, fp_session_sheet(wizard->session), wizard->states);
    fp_outlook_begin(wizard);
    wizard->stand = (FpStand) { FP_PHASE_RESULT, FP_NONE, false };
    fp_way_stand(wizard, fp_way_first(wizard));
    return wizard;
}

void fp_wizard_free(FpWizard *wizard)
{
    if (wizard == NULL)
        return;
    fp_turn_free(wizard->pending);
    fp_drafts_free(wizard);
    fp_outlook_end(wizard); // and the scene, which shows it
    fp_field_clear(&wizard->number);
    fp_field_clear(&wizard->note);
    fp_form_close(&wizard->form);
    fp_filter_clear(&wizard->filter);
    g_array_unref(wizard->changes);
    g_free(wizard->states);
    g_free(wizard->session_id);
    g_free(wizard->session_digest);
    g_free(wizard->language);
    g_free(wizard->folder);
    g_free(wizard->message);
    g_free(wizard);
}

const FpQuestion *fp_wizard_question(const FpWizard *wizard)
{
    return &wizard->tree->questions[wizard->stand.question];
}

const FpAnswer *fp_wizard_answer(const FpWizard *wizard, size_t question)
{
    return fp_answer_sheet_get(fp_session_sheet(wizard->session), question);
}

const char *fp_wizard_text(const FpWizard *wizard, FpTreeText text)
{
    return fp_tree_text(wizard->tree, text, wizard->language);
}

void fp_wizard_forget_scene(FpWizard *wizard)
{
    fp_scene_free(wizard->scene);
    wizard->scene = NULL;
}

void fp_wizard_tell(FpWizard *wizard, const char *message, bool is_error)
{
    char *copy = g_strdup(message); // the old one may be told again
    g_free(wizard->message);
    wizard->message = copy;
    wizard->message_is_error = is_error;
    fp_wizard_forget_scene(wizard);
}

void fp_wizard_say(FpWizard *wizard, const char *message)
{
    fp_wizard_tell(wizard, message, false);
}

void fp_wizard_refuse(FpWizard *wizard, const char *message)
{
    fp_wizard_tell(wizard, message, true);
}

void fp_wizard_tell_too(FpWizard *wizard, const char *message)
{
    g_autofree char *both = g_strjoin("\n", wizard->message != NULL ? wizard->message : message,
                                      wizard->message != NULL ? message : NULL, NULL);
    fp_wizard_tell(wizard, both, wizard->message != NULL && wizard->message_is_error);
}

static const FpPhaseActions *actions_of_form(const FpForm *form)
{
    if (form->asks_to_replace)
        return &fp_form_replacing_actions;
    return form->is_writing ? &fp_form_writing_actions : &fp_form_actions;
}

static const FpPhaseActions *actions_of(const FpWizard *wizard)
{
    static const FpPhaseActions *const phases[] = {
        [FP_PHASE_QUESTION] = &fp_question_actions,
        [FP_PHASE_REVIEW] = &fp_review_actions,
        [FP_PHASE_RESULT] = &fp_result_actions,
    };
    if (wizard->form.kind != FP_FORM_NONE)
        return actions_of_form(&wizard->form);
    if (wizard->is_editing_note)
        return &fp_note_actions;
    if (wizard->stand.phase == FP_PHASE_RESULT && wizard->outlook.why_not != FP_NONE)
        return &fp_why_not_actions;
    return wizard->filter.is_typing ? &fp_search_actions : phases[wizard->stand.phase];
}

static const FpActionRow *find_row(const FpWizard *wizard, FpActionKind kind)
{
    const FpPhaseActions *actions = actions_of(wizard);
    for (size_t i = 0; i < actions->n; i++) {
        if (actions->rows[i].action == kind)
            return &actions->rows[i];
    }
    return NULL;
}

GPtrArray *fp_wizard_act(FpWizard *wizard, const FpAction *action, int64_t at_ms)
{
    g_assert(wizard->pending == NULL);
    g_autoptr(FpTurn) turn = fp_turn_new(wizard, at_ms);
    GPtrArray *events = turn->events;
    const FpActionRow *row = find_row(wizard, action->kind);
    if (action->kind != FP_ACTION_NONE)
        fp_wizard_say(wizard, NULL);
    if (action->kind != FP_ACTION_QUIT)
        wizard->quit_was_refused = false;
    if (action->kind != FP_ACTION_POINT)
        wizard->pointed = FP_NONE;
    if (row != NULL)
        row->act(wizard, action, turn);
    turn->events = NULL; // the driver's
    if (turn->is_refused)
        g_ptr_array_set_size(events, 0);
    else if (events->len > 0)
        wizard->pending = g_steal_pointer(&turn);
    else
        fp_turn_take(wizard, turn);
    return events;
}

void fp_wizard_commit(FpWizard *wizard)
{
    g_autoptr(FpTurn) turn = g_steal_pointer(&wizard->pending);
    if (turn != NULL)
        fp_turn_take(wizard, turn);
    fp_wizard_forget_scene(wizard);
    fp_outlook_tell(wizard); // it may have come while a note was written
}

void fp_wizard_reject(FpWizard *wizard, const char *message)
{
    g_autoptr(FpTurn) turn = g_steal_pointer(&wizard->pending);
    bool is_done = turn != NULL && turn->is_done;
    if (turn != NULL)
        fp_turn_drop(wizard, turn);
    if (!is_done)
        fp_wizard_say(wizard, NULL);
    if (message != NULL)
        fp_wizard_tell_too(wizard, message);
    wizard->message_is_error = message != NULL;
    fp_wizard_forget_scene(wizard);
}

bool fp_wizard_has_quit(const FpWizard *wizard)
{
    return wizard->has_quit;
}

bool fp_wizard_is_typing(const FpWizard *wizard)
{
    if (wizard->form.kind != FP_FORM_NONE)
        return fp_form_is_typing(&wizard->form);
    return wizard->is_editing_note || wizard->filter.is_typing || fp_draft_is_typing(wizard);
}

void fp_wizard_set_saved(FpWizard *wizard, int64_t number, const char *id, const char *digest)
{
    g_free(wizard->session_id);
    g_free(wizard->session_digest);
    wizard->session_id = g_strdup(id);
    wizard->session_digest = g_strdup(digest);
    wizard->session_number = number;
    fp_wizard_forget_scene(wizard);
}
