// SPDX-License-Identifier: Apache-2.0
// What a type of question makes of toggling, picking and accepting is a row of `types`.
#include "fp-decimal.h"
#include "fp-i18n.h"
#include "list-step-private.h"
#include "wizard-private.h"
#include <string.h>

static bool is_number(const FpWizard *wizard)
{
    return fp_wizard_question(wizard)->type == FP_QUESTION_NUMBER;
}

/* A mark on an option of one goes with the focus, so that the focus alone says what is accepted. */
static void set_focus(FpWizard *wizard, size_t focus)
{
    if (focus != wizard->focus && fp_wizard_question(wizard)->type != FP_QUESTION_MANY)
        wizard->drafts[wizard->stand.question].has_ticks = false;
    wizard->focus = focus;
}

/* On the screen the number field stands above its bands; as a focus it comes after them. */
static void act_move(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    size_t n = fp_wizard_question(wizard)->n_options;
    size_t n_stops = is_number(wizard) ? n + 1 : n;
    size_t stop = is_number(wizard) ? (wizard->focus + 1) % n_stops : wizard->focus;
    fp_list_step(action->kind, n_stops, &stop);
    set_focus(wizard, is_number(wizard) ? (stop + n) % n_stops : stop);
}

static void mark(FpWizard *wizard, size_t option)
{
    FpOptionSet ticks = fp_option_set_of(option);
    FpDraft *draft = &wizard->drafts[wizard->stand.question];
    bool is_marked = draft->has_ticks && fp_option_set_has(draft->ticks, option);
    set_focus(wizard, option);
    if (is_marked)
        draft->has_ticks = false;
    else
        fp_draft_set_ticks(wizard, ticks);
}

/* Without the options that stand alone. */
static FpOptionSet minus_exclusive(const FpQuestion *question, FpOptionSet ticks)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].is_exclusive)
            ticks = fp_option_set_minus(ticks, fp_option_set_of(i));
    }
    return ticks;
}

static void tick(FpWizard *wizard, size_t option)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    FpOptionSet ticks = fp_draft_ticks(wizard), ticked = fp_option_set_of(option);
    if (fp_option_set_has(ticks, option))
        ticks = fp_option_set_minus(ticks, ticked);
    else if (question->options[option].is_exclusive)
        ticks = ticked;
    else
        ticks = fp_option_set_union(minus_exclusive(question, ticks), ticked);
    set_focus(wizard, option);
    fp_draft_set_ticks(wizard, ticks);
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
    tick(wizard, option);
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

/* Why the typed text is no answer, as a message; owned. NULL where it is one. */
static char *fault_of_number(FpWizard *wizard, FpDecimal *out_number)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    const char *typed = wizard->number.text->str;
    g_autofree char *range = fp_number_range(question);
    if (typed[0] == '\0')
        return g_strdup_printf(_("type a number, %s, take one of the ranges, or say that you don't "
                                 "know"),
                               range);
    if (!fp_decimal_parse(typed, FP_DECIMAL_PLAIN, out_number))
        return g_strdup_printf(_("'%s' is no number: write digits, at most 15, and after a point "
                                 "at most 6 more"),
                               typed);
    if (fp_question_find_band(question, *out_number) == FP_NONE)
        return g_strdup_printf(_("'%s' is out of range; it can be %s"), typed, range);
    return NULL;
}

static void accept_number(FpWizard *wizard, FpTurn *turn)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (wizard->focus < question->n_options) {
        accept_one(wizard, turn);
        return;
    }
    FpDecimal number = { 0 };
    g_autofree char *fault = fault_of_number(wizard, &number);
    if (fault != NULL) {
        fp_wizard_refuse(wizard, fault);
        return;
    }
    FpOptionSet band = fp_option_set_of(fp_question_find_band(question, number));
    answer_and_go_on(wizard, turn, (FpAnswer) { FP_ANSWER_NUMBER, band, number });
}

static const struct {
    void (*toggle)(FpWizard *wizard, size_t option);
    void (*pick)(FpWizard *wizard, size_t option, FpTurn *turn);
    void (*accept)(FpWizard *wizard, FpTurn *turn);
} types[] = {
    [FP_QUESTION_ONE] = { mark, pick_one, accept_one },
    [FP_QUESTION_MANY] = { tick, pick_many, accept_many },
    [FP_QUESTION_NUMBER] = { mark, pick_one, accept_number },
};

static void act_toggle(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn G_GNUC_UNUSED)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (wizard->focus < question->n_options)
        types[question->type].toggle(wizard, wizard->focus);
}

static void act_pick(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (action->index < question->n_options) {
        types[question->type].pick(wizard, action->index, turn);
        return;
    }
    g_autofree char *message = g_strdup_printf(
        ngettext("there is %zu option here", "there are %zu options here", question->n_options),
        question->n_options);
    fp_wizard_refuse(wizard, message);
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

/* From the nearest thing outwards: the why, what was entered, the question itself if it was opened
 * from the review. */
static void act_cancel(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    FpDraft *draft = &wizard->drafts[wizard->stand.question];
    if (wizard->shows_why) {
        wizard->shows_why = false;
    } else if (fp_draft_is_untaken(wizard) || draft->has_ticks) {
        fp_draft_drop(wizard, wizard->stand.question);
        turn->enters = true;
    } else if (wizard->stand.returns) {
        fp_way_lead(turn, FP_PHASE_REVIEW);
    }
}

static void act_type(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (!is_number(wizard) || action->text == NULL)
        return;
    g_autofree char *text = g_strstrip(g_strdup(action->text));
    if (text[strspn(text, "0123456789.-")] != '\0') {
        fp_wizard_refuse(wizard, _("a number is written with digits and a point alone, as in 1500 "
                                   "or 0.5"));
        return;
    }
    FpAction digits = { .kind = FP_ACTION_TYPE, .text = text };
    set_focus(wizard, fp_wizard_question(wizard)->n_options);
    if (!fp_field_act(&wizard->number, &digits))
        fp_wizard_refuse(wizard, _("that is longer than any number here: the rest was left out"));
}

static void act_edit(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (!is_number(wizard))
        return;
    set_focus(wizard, fp_wizard_question(wizard)->n_options);
    fp_field_act(&wizard->number, action);
}

static const FpActionRow rows[] = {
    { FP_ACTION_UP, act_move },           { FP_ACTION_DOWN, act_move },
    { FP_ACTION_FIRST, act_move },        { FP_ACTION_LAST, act_move },
    { FP_ACTION_PAGE_UP, act_move },      { FP_ACTION_PAGE_DOWN, act_move },
    { FP_ACTION_PICK, act_pick },         { FP_ACTION_TOGGLE, act_toggle },
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
    { FP_ACTION_END, act_edit },
};
const FpPhaseActions fp_question_actions = { rows, G_N_ELEMENTS(rows) };
