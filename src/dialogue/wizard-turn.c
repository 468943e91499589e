// SPDX-License-Identifier: Apache-2.0
// A turn folds its events into a copy of the session as they are added: where to go next and what a
// verdict would be are read from there, and no event is proposed that the session would refuse.
#include "fp-i18n.h"
#include "wizard-private.h"

FpTurn *fp_turn_new(FpWizard *wizard, int64_t at_ms)
{
    FpTurn *turn = g_new0(FpTurn, 1);
    turn->events = g_ptr_array_new_with_free_func((GDestroyNotify)fp_event_free);
    turn->at_ms = at_ms;
    turn->to = wizard->stand;
    turn->taken = FP_NONE;
    turn->change.question = FP_NONE;
    return turn;
}

void fp_past_answer_clear(void *past)
{
    g_free(((FpPastAnswer *)past)->who);
    g_free(((FpPastAnswer *)past)->by);
}

void fp_turn_free(FpTurn *turn)
{
    if (turn == NULL)
        return;
    fp_past_answer_clear(&turn->change);
    if (turn->events != NULL)
        g_ptr_array_unref(turn->events);
    fp_session_free(turn->session);
    g_free(turn->states);
    g_free(turn);
}

const FpSession *fp_turn_session(const FpWizard *wizard, const FpTurn *turn)
{
    return turn->session != NULL ? turn->session : wizard->session;
}

const FpQuestionState *fp_turn_states(const FpWizard *wizard, const FpTurn *turn)
{
    return turn->states != NULL ? turn->states : wizard->states;
}

void fp_turn_add(FpWizard *wizard, FpTurn *turn, FpEvent *event)
{
    g_autoptr(FpEvent) owned = event;
    g_autoptr(GError) error = NULL;
    if (turn->session == NULL)
        turn->session = fp_session_copy(wizard->session);
    if (!fp_session_apply(turn->session, owned, &error)) {
        fp_wizard_refuse(wizard, error->message);
        turn->is_refused = true;
        return;
    }
    g_ptr_array_add(turn->events, g_steal_pointer(&owned));
    if (turn->states == NULL)
        turn->states = g_new(FpQuestionState, wizard->tree->n_questions);
    fp_compiled_tree_states(wizard->compiled, fp_session_sheet(turn->session), turn->states);
}

static FpEvent *event_of_answer(const FpQuestion *question, const FpAnswer *answer, int64_t at_ms)
{
    if (answer->kind == FP_ANSWER_NONE)
        return fp_event_new_for_question(FP_EVENT_CLEARED, question->id, at_ms);
    if (answer->kind == FP_ANSWER_UNKNOWN)
        return fp_event_new_for_question(FP_EVENT_UNKNOWN, question->id, at_ms);
    g_auto(GStrv) ids = fp_answer_to_ids(question, answer);
    return fp_event_new_answered(question->id, (const char *const *)ids, at_ms);
}

static FpPastAnswer answer_now(const FpWizard *wizard, size_t question)
{
    return (FpPastAnswer) { question, *fp_wizard_answer(wizard, question),
                            g_strdup(fp_session_who(wizard->session, question)),
                            g_strdup(fp_session_by(wizard->session, question)) };
}

/* What was decided, was decided on other answers. */
static void reopen(FpWizard *wizard, FpTurn *turn)
{
    bool is_decided = fp_session_decided(wizard->session) != NULL;
    fp_turn_add(wizard, turn, fp_event_new(FP_EVENT_REOPENED, turn->at_ms));
    if (is_decided)
        fp_wizard_say(wizard,
                      _("the decision that was recorded is taken back with this change; d at "
                        "the result records it anew"));
}

void fp_turn_change(FpWizard *wizard, FpTurn *turn, size_t question, FpEvent *event)
{
    turn->taken = question;
    turn->change = answer_now(wizard, question);
    if (fp_session_state(wizard->session) != FP_SESSION_OPEN)
        reopen(wizard, turn);
    fp_turn_add(wizard, turn, event);
}

void fp_turn_answer(FpWizard *wizard, FpTurn *turn, size_t question, FpAnswer answer)
{
    turn->taken = question;
    if (!fp_answer_equal(fp_wizard_answer(wizard, question), &answer))
        fp_turn_change(wizard, turn, question,
                       event_of_answer(&wizard->tree->questions[question], &answer, turn->at_ms));
}

void fp_turn_undo(FpWizard *wizard, FpTurn *turn)
{
    const FpPastAnswer *last =
        &g_array_index(wizard->changes, FpPastAnswer, wizard->changes->len - 1);
    FpEvent *event =
        event_of_answer(&wizard->tree->questions[last->question], &last->before, turn->at_ms);
    event->who = g_strdup(last->who);
    event->by = g_strdup(last->by);
    turn->is_undo = true;
    fp_turn_change(wizard, turn, last->question, event);
}

static bool is_as_it_was(const FpWizard *wizard, const FpPastAnswer *past)
{
    return fp_answer_equal(fp_wizard_answer(wizard, past->question), &past->before) &&
           g_strcmp0(fp_session_who(wizard->session, past->question), past->who) == 0 &&
           g_strcmp0(fp_session_by(wizard->session, past->question), past->by) == 0;
}

/* Keeps the list of changes true, however many of the turn's events came through. */
static void note_change(FpWizard *wizard, const FpTurn *turn)
{
    if (turn->change.question == FP_NONE)
        return;
    if (!turn->is_undo) {
        FpPastAnswer change = turn->change;
        change.who = g_strdup(change.who);
        change.by = g_strdup(change.by);
        if (is_as_it_was(wizard, &change))
            fp_past_answer_clear(&change);
        else
            g_array_append_val(wizard->changes, change);
        return;
    }
    guint last = wizard->changes->len - 1;
    if (is_as_it_was(wizard, &g_array_index(wizard->changes, FpPastAnswer, last)))
        g_array_set_size(wizard->changes, last);
}

/* ---- Answers that rest now, or count again ---- */

static bool is_said(FpQuestionState state)
{
    return state == FP_STATE_ANSWERED || state == FP_STATE_UNKNOWN;
}

/* How many answers went from one of resting and counting to the other; the first one's question. */
static size_t count_moved(const FpWizard *wizard, const FpQuestionState *before, bool to_rest,
                          size_t *out_first)
{
    size_t n = 0;
    for (size_t i = wizard->tree->n_questions; i > 0; i--) {
        FpQuestionState was = before[i - 1], is = wizard->states[i - 1];
        bool moved = to_rest ? is_said(was) && is == FP_STATE_RESTING
                             : was == FP_STATE_RESTING && is_said(is);
        if (!moved)
            continue;
        *out_first = i - 1;
        n++;
    }
    return n;
}

static void tell_moved(FpWizard *wizard, const FpQuestionState *before)
{
    size_t first = 0;
    size_t n = count_moved(wizard, before, true, &first);
    if (n > 0) {
        g_autofree char *message = g_strdup_printf(
            ngettext("%zu answer rests now, kept but not counted: '%s'",
                     "%zu answers rest now, kept but not counted: '%s' and more", n),
            n, fp_wizard_text(wizard, wizard->tree->questions[first].ask));
        fp_wizard_tell_too(wizard, message);
    }
    n = count_moved(wizard, before, false, &first);
    if (n > 0) {
        g_autofree char *message = g_strdup_printf(
            ngettext("%zu answer counts again: '%s'", "%zu answers count again: '%s' and more", n),
            n, fp_wizard_text(wizard, wizard->tree->questions[first].ask));
        fp_wizard_tell_too(wizard, message);
    }
}

static void follow_session(FpWizard *wizard)
{
    fp_compiled_tree_states(wizard->compiled, fp_session_sheet(wizard->session), wizard->states);
    fp_review_follow(wizard);
    fp_outlook_follow(wizard);
}

void fp_turn_take(FpWizard *wizard, const FpTurn *turn)
{
    g_autofree FpQuestionState *before =
        g_memdup2(wizard->states, wizard->tree->n_questions * sizeof *wizard->states);
    note_change(wizard, turn);
    follow_session(wizard);
    if (turn->taken != FP_NONE)
        fp_draft_drop(wizard, turn->taken);
    if (turn->ends_note)
        wizard->is_editing_note = false;
    if (turn->ends_form)
        fp_form_close(&wizard->form);
    if (turn->enters)
        fp_way_stand(wizard, turn->to);
    tell_moved(wizard, before);
    wizard->has_quit = wizard->has_quit || turn->quits;
}

void fp_turn_drop(FpWizard *wizard, const FpTurn *turn)
{
    note_change(wizard, turn);
    follow_session(wizard);
    wizard->quit_was_refused = wizard->quit_was_refused || turn->quits;
    // A question may have gone with a change that did come through.
    if (wizard->stand.phase == FP_PHASE_QUESTION &&
        !fp_question_state_is_applicable(wizard->states[wizard->stand.question]))
        fp_way_stand(wizard, fp_way_first(wizard));
}
