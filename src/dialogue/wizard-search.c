// SPDX-License-Identifier: Apache-2.0
// One search serves the options of a question and the rows of the review; it ends with either.
#include "fp-i18n.h"
#include "list-step-private.h"
#include "wizard-private.h"

static bool is_review(const FpWizard *wizard)
{
    return wizard->stand.phase == FP_PHASE_REVIEW;
}

static bool shows_option(const FpWizard *wizard, size_t i)
{
    const FpOption *option = &fp_wizard_question(wizard)->options[i];
    return fp_filter_lets(&wizard->filter, fp_wizard_text(wizard, option->label),
                          fp_wizard_text(wizard, option->help));
}

/* The row behind the last question is that of the recommendation. */
static bool shows_row(const FpWizard *wizard, size_t i)
{
    if (i == wizard->tree->n_questions)
        return true;
    if (!fp_review_lists(wizard->states, i))
        return false;
    if (!fp_filter_is_on(&wizard->filter))
        return true;
    g_autofree char *answer =
        fp_brief_answer_in_words(wizard->tree, i, fp_wizard_answer(wizard, i), wizard->language);
    return fp_filter_lets(&wizard->filter, fp_wizard_text(wizard, wizard->tree->questions[i].ask),
                          answer);
}

bool fp_wizard_shows(const FpWizard *wizard, size_t item)
{
    return is_review(wizard) ? shows_row(wizard, item) : shows_option(wizard, item);
}

static bool shows(const void *data, size_t item)
{
    return fp_wizard_shows(data, item);
}

static FpList list_of(const FpWizard *wizard)
{
    size_t n =
        is_review(wizard) ? wizard->tree->n_questions + 1 : fp_wizard_question(wizard)->n_options;
    return (FpList) { n, shows, wizard };
}

static size_t get_focus(const FpWizard *wizard)
{
    if (!is_review(wizard))
        return wizard->focus;
    return MIN(wizard->review_focus, wizard->tree->n_questions);
}

static void set_focus(FpWizard *wizard, size_t item)
{
    if (!is_review(wizard))
        fp_choose_focus(wizard, item);
    else
        wizard->review_focus = item < wizard->tree->n_questions ? item : FP_NONE;
}

void fp_wizard_step(FpWizard *wizard, FpActionKind action)
{
    FpList list = list_of(wizard);
    size_t at = get_focus(wizard);
    if (fp_list_step_shown(action, &list, &at))
        set_focus(wizard, at);
}

size_t fp_wizard_count_shown(const FpWizard *wizard)
{
    FpList list = list_of(wizard);
    return fp_list_count_shown(&list) - (is_review(wizard) ? 1 : 0);
}

void fp_act_search(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                   FpTurn *turn G_GNUC_UNUSED)
{
    bool is_options = wizard->stand.phase == FP_PHASE_QUESTION;
    const FpQuestion *question = is_options ? fp_wizard_question(wizard) : NULL;
    if (is_options &&
        (question->type == FP_QUESTION_NUMBER || question->n_options < FP_SEARCH_MIN_ITEMS))
        fp_wizard_refuse(wizard, _("this list is short: there is nothing to search for"));
    else
        fp_filter_begin(&wizard->filter);
}

/* ---- While its words are typed ---- */

static void act_edit(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    FpList list = list_of(wizard);
    bool is_behind = is_review(wizard) && wizard->review_focus == FP_NONE;
    size_t at = is_behind ? FP_NONE : get_focus(wizard); // what is found comes before that row
    fp_field_act(&wizard->filter.words, action);
    if (fp_wizard_count_shown(wizard) == 0)
        return; // stays where it was until something is found
    fp_list_follow_search(&list, &at);
    set_focus(wizard, at);
}

static void act_move(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    fp_wizard_step(wizard, action->kind);
}

static void act_accept(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn G_GNUC_UNUSED)
{
    if (fp_wizard_count_shown(wizard) > 0)
        wizard->filter.is_typing = false;
    else
        fp_wizard_refuse(wizard, _("nothing here has these words: Esc shows all again"));
}

static void act_cancel(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn G_GNUC_UNUSED)
{
    fp_filter_end(&wizard->filter);
}

static void act_point(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    wizard->filter.is_typing = false;
    if (is_review(wizard))
        fp_review_point(wizard, action, turn);
    else
        fp_question_point(wizard, action, turn);
}

static const FpActionRow rows[] = {
    { FP_ACTION_ACCEPT, act_accept },
    { FP_ACTION_CANCEL, act_cancel },
    { FP_ACTION_QUIT, fp_act_quit },
    { FP_ACTION_POINT, act_point },
    { FP_ACTION_UP, act_move },
    { FP_ACTION_DOWN, act_move },
    { FP_ACTION_PAGE_UP, act_move },
    { FP_ACTION_PAGE_DOWN, act_move },
    { FP_ACTION_TYPE, act_edit },
    { FP_ACTION_ERASE, act_edit },
    { FP_ACTION_DELETE, act_edit },
    { FP_ACTION_ERASE_WORD, act_edit },
    { FP_ACTION_ERASE_TO_START, act_edit },
    { FP_ACTION_ERASE_TO_END, act_edit },
    { FP_ACTION_LEFT, act_edit },
    { FP_ACTION_RIGHT, act_edit },
    { FP_ACTION_HOME, act_edit },
    { FP_ACTION_END, act_edit },
};
const FpPhaseActions fp_search_actions = { rows, G_N_ELEMENTS(rows) };
