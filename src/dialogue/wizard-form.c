// SPDX-License-Identifier: Apache-2.0
// What all forms do alike: the focus, the choice, the text; a kind has a row for what it does besides.
#include "fp-i18n.h"
#include "list-step-private.h"
#include "wizard-private.h"
#include <assert.h>

static const struct {
    void (*accept)(FpWizard *wizard, FpTurn *turn);
    bool is_filled_in; /* accept ends it from any part: all has something in it from the start */
    void (*chosen)(FpWizard *wizard, size_t before); /* may be NULL */
    void (*typed)(FpWizard *wizard);                 /* may be NULL */
} kinds[] = {
    [FP_FORM_FIND_OUT] = { .accept = fp_find_out_accept },
    [FP_FORM_DECISION] = { .accept = fp_decide_accept },
    [FP_FORM_EXPORT] = { .accept = fp_export_accept,
                         .is_filled_in = true,
                         .chosen = fp_export_follow_choice,
                         .typed = fp_export_follow_place },
};
static_assert(G_N_ELEMENTS(kinds) == FP_FORM_COUNT, "a row for each kind");

char *fp_form_text(const FpForm *form, size_t field)
{
    char *text = g_strstrip(g_strdup(form->fields[field].text->str));
    if (*text == '\0')
        g_clear_pointer(&text, g_free);
    return text;
}

bool fp_form_accepts_here(const FpForm *form)
{
    return kinds[form->kind].is_filled_in || fp_form_is_last(form);
}

static void choose(FpWizard *wizard, size_t choice)
{
    size_t before = wizard->form.choice;
    fp_form_choose(&wizard->form, choice);
    if (kinds[wizard->form.kind].chosen != NULL && choice != before)
        kinds[wizard->form.kind].chosen(wizard, before);
}

/* Up and down stay among the choices, and go from field to field. */
static void act_move(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    FpForm *form = &wizard->form;
    size_t choice = form->choice;
    if (fp_form_field(form) != NULL)
        fp_form_step(form, action->kind == FP_ACTION_UP);
    else if (fp_list_step(action->kind, form->n_choices, &choice))
        choose(wizard, choice);
}

static void act_move_far(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    if (fp_form_field(&wizard->form) == NULL)
        act_move(wizard, action, turn);
}

static void act_next(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                     FpTurn *turn G_GNUC_UNUSED)
{
    fp_form_step(&wizard->form, false);
}

static void act_back(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                     FpTurn *turn G_GNUC_UNUSED)
{
    fp_form_step(&wizard->form, true);
}

static void act_pick(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    size_t n = wizard->form.n_choices;
    g_autofree char *message =
        g_strdup_printf(ngettext("there is %zu choice here", "there are %zu choices here", n), n);
    if (action->index < n)
        choose(wizard, action->index);
    else
        fp_wizard_refuse(wizard, message);
}

/* Items behind the choices are the fields. */
static void act_point(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    FpForm *form = &wizard->form;
    if (action->index < form->n_choices) {
        form->focus = form->n_fields;
        act_pick(wizard, action, turn);
    } else if (action->index < form->n_choices + form->n_fields) {
        form->focus = action->index - form->n_choices;
    }
}

static void act_accept(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    if (fp_form_accepts_here(&wizard->form))
        kinds[wizard->form.kind].accept(wizard, turn);
    else
        fp_form_step(&wizard->form, false);
}

static void act_cancel(FpWizard *wizard G_GNUC_UNUSED, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn)
{
    turn->ends_form = true;
}

static void act_edit(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    FpForm *form = &wizard->form;
    FpField *field = fp_form_field(form);
    if (field == NULL)
        return;
    if (!fp_field_act(field, action) && action->kind == FP_ACTION_TYPE) {
        g_autofree char *message = g_strdup_printf(
            _("this field holds %zu bytes: the rest was left out"), field->max_bytes);
        fp_wizard_refuse(wizard, message);
    }
    form->is_changed = true;
    if (kinds[form->kind].typed != NULL)
        kinds[form->kind].typed(wizard);
}

/* Empties the field. */
static void act_clear(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                      FpTurn *turn G_GNUC_UNUSED)
{
    FpField *field = fp_form_field(&wizard->form);
    if (field != NULL)
        fp_field_set(field, NULL);
}

static const FpActionRow rows[] = {
    { FP_ACTION_UP, act_move },
    { FP_ACTION_DOWN, act_move },
    { FP_ACTION_FIRST, act_move_far },
    { FP_ACTION_LAST, act_move_far },
    { FP_ACTION_PAGE_UP, act_move_far },
    { FP_ACTION_PAGE_DOWN, act_move_far },
    { FP_ACTION_PICK, act_pick },
    { FP_ACTION_POINT, act_point },
    { FP_ACTION_NEXT, act_next },
    { FP_ACTION_BACK, act_back },
    { FP_ACTION_ACCEPT, act_accept },
    { FP_ACTION_CANCEL, act_cancel },
    { FP_ACTION_CLEAR, act_clear },
    { FP_ACTION_QUIT, fp_act_quit },
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
const FpPhaseActions fp_form_actions = { rows, G_N_ELEMENTS(rows) };

/* ---- A file is to be written ---- */

static void act_replace(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                        FpTurn *turn G_GNUC_UNUSED)
{
    wizard->form.asks_to_replace = false;
    wizard->form.replaces = true;
    wizard->form.is_writing = true;
}

static void act_give_up(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                        FpTurn *turn G_GNUC_UNUSED)
{
    wizard->form.asks_to_replace = false;
    wizard->form.is_writing = false;
}

static const FpActionRow replacing[] = {
    { FP_ACTION_REPLACE, act_replace },
    { FP_ACTION_CANCEL, act_give_up },
    { FP_ACTION_QUIT, fp_act_quit },
};
const FpPhaseActions fp_form_replacing_actions = { replacing, G_N_ELEMENTS(replacing) };

static const FpActionRow writing[] = {
    { FP_ACTION_CANCEL, act_give_up },
    { FP_ACTION_QUIT, fp_act_quit },
};
const FpPhaseActions fp_form_writing_actions = { writing, G_N_ELEMENTS(writing) };
