// SPDX-License-Identifier: Apache-2.0
// A session's tree never changes, so that what is kept by the numbers of questions and options holds
// for the session as it is loaded anew.
#include "fp-i18n.h"
#include "wizard-private.h"

struct FpWizardBefore {
    FpAnswer *answers; /* one a question: a sheet would look into the tree that goes */
    size_t late;       /* the question whose answer came too late; FP_NONE */
    FpAnswer answer;   /* that answer */
    size_t decided;    /* the outcome chosen in the form of the decision */
};

void fp_wizard_let_go(FpWizard *wizard)
{
    struct FpWizardBefore *before = g_new0(struct FpWizardBefore, 1);
    g_autoptr(FpTurn) turn = g_steal_pointer(&wizard->pending);
    before->answers = g_new(FpAnswer, wizard->tree->n_questions);
    for (size_t i = 0; i < wizard->tree->n_questions; i++)
        before->answers[i] = *fp_answer_sheet_get(wizard->outlook.sheet, i);
    before->late = FP_NONE;
    if (turn != NULL && turn->change.question != FP_NONE && turn->session != NULL) {
        before->late = turn->change.question;
        before->answer = *fp_answer_sheet_get(fp_session_sheet(turn->session), before->late);
    }
    if (wizard->form.kind == FP_FORM_DECISION)
        before->decided = fp_decide_outcome(wizard, wizard->form.choice);
    wizard->before = before;
    fp_outlook_end(wizard);
}

/* ---- What was entered ---- */

static bool mark(FpWizard *wizard, size_t question, FpAnswer answer)
{
    if (answer.kind != FP_ANSWER_OPTIONS ||
        !fp_question_state_is_applicable(wizard->states[question]))
        return false;
    wizard->drafts[question].has_ticks = true;
    wizard->drafts[question].ticks = answer.options;
    if (wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == question)
        wizard->focus = fp_option_set_first(answer.options);
    return true;
}

static bool is_one_of(const FpAction *action, const FpActionKind *kinds, size_t n)
{
    bool is_one = false;
    for (size_t i = 0; action != NULL && i < n; i++)
        is_one = is_one || action->kind == kinds[i];
    return is_one;
}

static bool is_entry(const FpWizard *wizard, const FpAction *action)
{
    static const FpActionKind entries[] = { FP_ACTION_PICK, FP_ACTION_POINT, FP_ACTION_ACCEPT,
                                            FP_ACTION_UNKNOWN, FP_ACTION_CLEAR };
    return is_one_of(action, entries, G_N_ELEMENTS(entries)) &&
           wizard->stand.phase == FP_PHASE_QUESTION;
}

/* No answer, and no mere move either. */
static bool is_deed(const FpAction *action)
{
    static const FpActionKind deeds[] = { FP_ACTION_UNDO, FP_ACTION_FINISH, FP_ACTION_FIND_OUT,
                                          FP_ACTION_NOTE, FP_ACTION_REPLACE };
    return is_one_of(action, deeds, G_N_ELEMENTS(deeds));
}

/* True where something stands at the shown question that Enter takes. */
static bool holds_entry(const FpWizard *wizard)
{
    if (fp_wizard_question(wizard)->type == FP_QUESTION_NUMBER)
        return wizard->number.text->len > 0;
    return fp_option_set_count(fp_draft_ticks(wizard)) > 0;
}

static bool keep_late_pick(FpWizard *wizard, size_t option)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (option >= question->n_options)
        return false;
    if (question->type != FP_QUESTION_MANY)
        return mark(wizard, wizard->stand.question,
                    (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = fp_option_set_of(option) });
    if (!fp_question_state_is_applicable(wizard->states[wizard->stand.question]))
        return false;
    fp_choose_tick(wizard, option);
    return holds_entry(wizard);
}

/* True where the answer that was given stands there to be accepted. */
static bool keep_late_answer(FpWizard *wizard, const FpAction *untaken)
{
    const struct FpWizardBefore *before = wizard->before;
    bool is_question = wizard->stand.phase == FP_PHASE_QUESTION;
    if (before->late != FP_NONE)
        return mark(wizard, before->late, before->answer) ||
               (before->answer.kind == FP_ANSWER_NUMBER && is_question);
    if (!is_entry(wizard, untaken))
        return false;
    if (untaken->kind == FP_ACTION_PICK)
        return keep_late_pick(wizard, untaken->index);
    return untaken->kind == FP_ACTION_ACCEPT && holds_entry(wizard);
}

/* A form that has lost what it was of. */
static void follow_form(FpWizard *wizard)
{
    FpForm *form = &wizard->form;
    FpQuestionState state =
        form->kind == FP_FORM_FIND_OUT ? wizard->states[wizard->form_question] : FP_STATE_OPEN;
    bool is_closed =
        form->kind == FP_FORM_DECISION && fp_session_state(wizard->session) == FP_SESSION_OPEN;
    // The question of the file went with what was said then: it is to be asked anew.
    form->asks_to_replace = false;
    form->is_writing = false;
    if (is_closed || (state != FP_STATE_OPEN && state != FP_STATE_UNKNOWN)) {
        fp_form_close(form);
        return;
    }
    if (form->kind != FP_FORM_DECISION)
        return;
    for (size_t i = 0; i < form->n_choices; i++) {
        if (fp_decide_outcome(wizard, i) == wizard->before->decided)
            form->choice = i;
    }
}

/* ---- Where to stand ---- */

/* The question that was shown may not be asked any more. */
static void follow_stand(FpWizard *wizard)
{
    fp_review_follow(wizard);
    if (wizard->stand.phase != FP_PHASE_QUESTION ||
        fp_question_state_is_applicable(wizard->states[wizard->stand.question]))
        return;
    wizard->is_editing_note = false;
    fp_way_stand(wizard, (FpStand) { FP_PHASE_REVIEW, FP_NONE, false });
}

/* ---- What is told ---- */

static bool is_changed(const FpWizard *wizard, size_t question)
{
    return !fp_answer_equal(&wizard->before->answers[question], fp_wizard_answer(wizard, question));
}

/* Answers that are other ones now; out_first: the shown question's where it is among them. */
static size_t count_changed(const FpWizard *wizard, size_t *out_first)
{
    size_t n = 0;
    *out_first = FP_NONE;
    for (size_t i = 0; i < wizard->tree->n_questions; i++) {
        if (!is_changed(wizard, i))
            continue;
        bool is_shown = wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == i;
        if (*out_first == FP_NONE || is_shown)
            *out_first = i;
        n++;
    }
    return n;
}

static char *changes_in_words(const FpWizard *wizard)
{
    size_t first, n = count_changed(wizard, &first);
    if (n == 0)
        return g_strdup(_("this session went on in another instance: the answers are the same"));
    const char *ask = fp_wizard_text(wizard, wizard->tree->questions[first].ask);
    return g_strdup_printf(
        /* Translators: a count of answers, and a question. */
        ngettext(
            "this session went on in another instance: %zu answer is another one now, to '%s'",
            "this session went on in another instance: %zu answers are other ones now, to '%s' "
            "and more",
            n),
        n, ask);
}

static void tell(FpWizard *wizard, bool is_kept, bool was_entered, const char *lost)
{
    g_autofree char *changes = changes_in_words(wizard);
    fp_wizard_refuse(wizard, changes);
    if (is_kept)
        fp_wizard_tell_too(wizard,
                           _("your last entry is not saved: it stands here, and Enter takes "
                             "it"));
    else if (was_entered)
        fp_wizard_tell_too(wizard, _("your last entry is not saved: give it again if it still "
                                     "holds"));
    if (lost == NULL)
        return;
    /* Translators: a text that a person was writing. */
    g_autofree char *message = g_strdup_printf(_("what you were writing is not kept: '%s'"), lost);
    fp_wizard_tell_too(wizard, message);
}

/* A text that is being written; NULL: none. */
static char *written_text(const FpWizard *wizard)
{
    const FpForm *form = &wizard->form;
    if (form->kind == FP_FORM_DECISION || form->kind == FP_FORM_FIND_OUT)
        return fp_form_text(form, 0);
    return wizard->is_editing_note ? g_strdup(wizard->note.text->str) : NULL;
}

void fp_wizard_take_up(FpWizard *wizard, const FpSession *session, const FpCompiledTree *compiled,
                       const FpAction *untaken)
{
    wizard->session = session;
    wizard->compiled = compiled;
    wizard->tree = fp_compiled_tree_tree(compiled);
    fp_compiled_tree_states(compiled, fp_session_sheet(session), wizard->states);
    fp_outlook_begin(wizard);
    g_array_set_size(wizard->changes, 0); // undone, they would undo the other instance's
    g_autofree char *written = written_text(wizard);
    bool was_entered =
        wizard->before->late != FP_NONE || is_entry(wizard, untaken) || is_deed(untaken);
    follow_form(wizard);
    follow_stand(wizard);
    bool is_kept = keep_late_answer(wizard, untaken);
    bool is_written = wizard->is_editing_note || wizard->form.kind != FP_FORM_NONE;
    tell(wizard, is_kept || (is_written && untaken == NULL), was_entered,
         is_written ? NULL : written);
    g_free(wizard->before->answers);
    g_clear_pointer(&wizard->before, g_free);
}
