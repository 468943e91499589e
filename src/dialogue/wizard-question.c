// SPDX-License-Identifier: Apache-2.0
// What a type of question makes of toggling, picking, pointing and accepting is a row of `types`.
#include "fp-i18n.h"
#include "list-step-private.h"
#include "number-read-private.h"
#include "wizard-private.h"

static bool is_number(const FpWizard *wizard)
{
    return fp_wizard_question(wizard)->type == FP_QUESTION_NUMBER;
}

/* On the screen the number field stands above its bands; as a focus it comes after them. */
static void move_by_number(FpWizard *wizard, FpActionKind action)
{
    size_t n = fp_wizard_question(wizard)->n_options, n_stops = n + 1;
    size_t stop = (wizard->focus + 1) % n_stops;
    fp_list_step(action, n_stops, &stop);
    fp_choose_focus(wizard, (stop + n) % n_stops);
}

static void act_move(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (is_number(wizard))
        move_by_number(wizard, action->kind);
    else
        fp_wizard_step(wizard, action->kind);
}

static void answer_and_go_on(FpWizard *wizard, FpTurn *turn, FpAnswer answer)
{
    fp_turn_answer(wizard, turn, wizard->stand.question, answer);
    fp_way_on(wizard, turn);
}

static void answer_options(FpWizard *wizard, FpTurn *turn, FpOptionSet options)
{
    answer_and_go_on(wizard, turn, (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = options });
}

static void pick_one(FpWizard *wizard, size_t option, FpTurn *turn)
{
    answer_options(wizard, turn, fp_option_set_of(option));
}

static void pick_many(FpWizard *wizard, size_t option, FpTurn *turn G_GNUC_UNUSED)
{
    fp_choose_tick(wizard, option);
}

/* The first click marks, so that a slip or a double click answers no more than it shows. */
static void point_at_one(FpWizard *wizard, size_t option, FpTurn *turn)
{
    bool is_marked = fp_choose_is_marked(wizard, option) || wizard->pointed == option;
    if (is_marked && wizard->focus == option) {
        pick_one(wizard, option, turn);
        return;
    }
    fp_choose_mark(wizard, option);
    wizard->pointed = option;
    fp_wizard_say(wizard, _("marked: once more, or Enter, answers with it"));
}

static void accept_one(FpWizard *wizard, FpTurn *turn)
{
    answer_options(wizard, turn, fp_option_set_of(wizard->focus));
}

static void accept_many(FpWizard *wizard, FpTurn *turn)
{
    FpOptionSet ticks = fp_draft_ticks(wizard);
    if (fp_option_set_is_empty(ticks))
        fp_wizard_refuse(wizard, _("nothing is ticked: tick what applies, or say that you don't "
                                   "know"));
    else
        answer_options(wizard, turn, ticks);
}

static void accept_number(FpWizard *wizard, FpTurn *turn)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    const char *typed = wizard->number.text->str;
    if (wizard->focus < question->n_options) {
        accept_one(wizard, turn);
        return;
    }
    FpNumberReading reading = fp_number_read(question, typed);
    g_autofree char *fault = fp_number_fault(question, &reading, typed);
    if (fault != NULL)
        fp_wizard_refuse(wizard, fault);
    else
        answer_and_go_on(
            wizard, turn,
            (FpAnswer) { FP_ANSWER_NUMBER, fp_option_set_of(reading.band), reading.number });
}

static const struct {
    void (*toggle)(FpWizard *wizard, size_t option);
    void (*pick)(FpWizard *wizard, size_t option, FpTurn *turn);
    void (*point)(FpWizard *wizard, size_t option, FpTurn *turn);
    void (*accept)(FpWizard *wizard, FpTurn *turn);
} types[] = {
    [FP_QUESTION_ONE] = { fp_choose_mark, pick_one, point_at_one, accept_one },
    [FP_QUESTION_MANY] = { fp_choose_tick, pick_many, pick_many, accept_many },
    [FP_QUESTION_NUMBER] = { fp_choose_mark, pick_one, point_at_one, accept_number },
};

static void act_toggle(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn G_GNUC_UNUSED)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (wizard->focus < question->n_options)
        types[question->type].toggle(wizard, wizard->focus);
}

/* Whether there is such an option in view; says so where there is none. */
static bool is_there(FpWizard *wizard, size_t option)
{
    size_t n = fp_wizard_question(wizard)->n_options;
    if (option >= n) {
        g_autofree char *message = g_strdup_printf(
            ngettext("there is %zu option here", "there are %zu options here", n), n);
        fp_wizard_refuse(wizard, message);
    } else if (!fp_wizard_shows(wizard, option)) {
        fp_wizard_refuse(wizard, _("the search leaves this option out: Esc shows them all"));
    }
    return option < n && fp_wizard_shows(wizard, option);
}

static void act_pick(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    if (is_there(wizard, action->index))
        types[fp_wizard_question(wizard)->type].pick(wizard, action->index, turn);
}

void fp_question_point(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (is_number(wizard) && action->index == question->n_options)
        fp_choose_focus(wizard, action->index);
    else if (is_there(wizard, action->index))
        types[question->type].point(wizard, action->index, turn);
}

static void act_accept(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    types[fp_wizard_question(wizard)->type].accept(wizard, turn);
}

static void act_unknown(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    answer_and_go_on(wizard, turn, (FpAnswer) { .kind = FP_ANSWER_UNKNOWN });
}

static void act_clear(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    bool has_answer = wizard->states[wizard->stand.question] != FP_STATE_OPEN;
    if (!has_answer && !fp_draft_is_untaken(wizard)) {
        fp_wizard_refuse(wizard, _("there is no answer here to take back"));
        return;
    }
    fp_turn_answer(wizard, turn, wizard->stand.question, (FpAnswer) { .kind = FP_ANSWER_NONE });
    turn->enters = true;
}

static void act_why(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                    FpTurn *turn G_GNUC_UNUSED)
{
    if (fp_wizard_question(wizard)->why.source == NULL)
        fp_wizard_refuse(wizard, _("the tree does not say why this is asked"));
    else
        wizard->shows_why = !wizard->shows_why;
}

static void act_note(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                     FpTurn *turn G_GNUC_UNUSED)
{
    fp_note_begin(wizard);
}

/* From the nearest thing outwards: the search, the why, what was entered, the question itself if it was opened
 * from the review. */
static void act_cancel(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    const FpDraft *draft = fp_draft_shown(wizard);
    if (fp_filter_is_on(&wizard->filter)) {
        fp_filter_end(&wizard->filter);
    } else if (wizard->shows_why) {
        wizard->shows_why = false;
    } else if (fp_draft_is_untaken(wizard) || draft->has_ticks) {
        fp_draft_drop(wizard, wizard->stand.question);
        turn->enters = true;
    } else if (wizard->stand.returns) {
        fp_way_lead(turn, FP_PHASE_REVIEW);
    }
}

/* Every character goes into the field, where it can be seen; how it is read stands below, and what is
 * no number is told when it is accepted. Nothing that was typed is left out unseen. */
static void act_type(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (!is_number(wizard) || action->text == NULL)
        return;
    g_autofree char *text = g_strdup(action->text);
    bool is_pasted = g_utf8_strlen(text, -1) > 1;
    if (is_pasted || wizard->number.cursor == 0)
        g_strstrip(text); // a blank alone may part groups of digits
    FpAction typed = { .kind = FP_ACTION_TYPE, .text = text };
    fp_choose_focus(wizard, fp_wizard_question(wizard)->n_options);
    if (!fp_field_act(&wizard->number, &typed))
        fp_wizard_refuse(wizard, _("that is longer than any number here: the rest was left out"));
}

static void act_edit(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (!is_number(wizard))
        return;
    fp_choose_focus(wizard, fp_wizard_question(wizard)->n_options);
    fp_field_act(&wizard->number, action);
}

static const FpActionRow rows[] = {
    { FP_ACTION_UP, act_move },           { FP_ACTION_DOWN, act_move },
    { FP_ACTION_FIRST, act_move },        { FP_ACTION_LAST, act_move },
    { FP_ACTION_PAGE_UP, act_move },      { FP_ACTION_PAGE_DOWN, act_move },
    { FP_ACTION_PICK, act_pick },         { FP_ACTION_POINT, fp_question_point },
    { FP_ACTION_TOGGLE, act_toggle },     { FP_ACTION_SEARCH, fp_act_search },
    { FP_ACTION_ACCEPT, act_accept },     { FP_ACTION_BACK, fp_act_back },
    { FP_ACTION_NEXT, fp_act_next },      { FP_ACTION_UNKNOWN, act_unknown },
    { FP_ACTION_CLEAR, act_clear },       { FP_ACTION_WHY, act_why },
    { FP_ACTION_NOTE, act_note },         { FP_ACTION_REVIEW, fp_act_review },
    { FP_ACTION_RESULT, fp_act_result },  { FP_ACTION_GO_TO, fp_act_go_to },
    { FP_ACTION_UNDO, fp_act_undo },      { FP_ACTION_CANCEL, act_cancel },
    { FP_ACTION_QUIT, fp_act_quit },      { FP_ACTION_TYPE, act_type },
    { FP_ACTION_ERASE, act_edit },        { FP_ACTION_DELETE, act_edit },
    { FP_ACTION_ERASE_WORD, act_edit },   { FP_ACTION_ERASE_TO_START, act_edit },
    { FP_ACTION_ERASE_TO_END, act_edit }, { FP_ACTION_LEFT, act_edit },
    { FP_ACTION_RIGHT, act_edit },        { FP_ACTION_HOME, act_edit },
    { FP_ACTION_END, act_edit },          { FP_ACTION_OUTLOOK, fp_act_outlook },
    { FP_ACTION_FINISH, fp_act_finish },  { FP_ACTION_FIND_OUT, fp_act_find_out },
};
const FpPhaseActions fp_question_actions = { rows, G_N_ELEMENTS(rows) };
