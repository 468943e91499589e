// SPDX-License-Identifier: Apache-2.0
// While a note is edited every key types: the actions of a question mean nothing.
#include "fp-i18n.h"
#include "wizard-private.h"
#include <string.h>

static const char *kept_note(const FpWizard *wizard)
{
    const char *note = fp_session_note(wizard->session, wizard->stand.question);
    return note != NULL ? note : "";
}

void fp_note_begin(FpWizard *wizard)
{
    fp_field_set(&wizard->note, kept_note(wizard));
    wizard->is_editing_note = true;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \n")] == '\0';
}

/* The event of the note, where it is another one now. A blank note is none. */
static void keep_note(FpWizard *wizard, FpTurn *turn)
{
    const char *text = is_blank(wizard->note.text->str) ? "" : wizard->note.text->str;
    turn->ends_note = true;
    if (!g_str_equal(text, kept_note(wizard)))
        fp_turn_add(wizard, turn,
                    fp_event_new_with_text(FP_EVENT_NOTED, fp_wizard_question(wizard)->id, text,
                                           turn->at_ms));
}

static void act_accept(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED, FpTurn *turn)
{
    keep_note(wizard, turn);
}

static void act_cancel(FpWizard *wizard G_GNUC_UNUSED, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn)
{
    turn->ends_note = true;
}

/* What was typed is kept; where that fails once, the next try leaves without it. */
static void act_quit(FpWizard *wizard, const FpAction *action, FpTurn *turn)
{
    if (!wizard->quit_was_refused)
        keep_note(wizard, turn);
    fp_act_quit(wizard, action, turn);
}

static void act_clear(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                      FpTurn *turn G_GNUC_UNUSED)
{
    fp_field_set(&wizard->note, NULL);
}

static void act_edit(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    if (fp_field_act(&wizard->note, action) || action->kind != FP_ACTION_TYPE)
        return;
    g_autofree char *message =
        g_strdup_printf(_("a note holds %zu bytes: the rest was left out"), FP_EVENT_TEXT_MAX);
    fp_wizard_refuse(wizard, message);
}

static const FpActionRow rows[] = {
    { FP_ACTION_ACCEPT, act_accept },
    { FP_ACTION_CANCEL, act_cancel },
    { FP_ACTION_QUIT, act_quit },
    { FP_ACTION_CLEAR, act_clear },
    { FP_ACTION_TYPE, act_edit },
    { FP_ACTION_ERASE, act_edit },
    { FP_ACTION_DELETE, act_edit },
    { FP_ACTION_ERASE_WORD, act_edit },
    { FP_ACTION_ERASE_TO_START, act_edit },
    { FP_ACTION_ERASE_TO_END, act_edit },
    { FP_ACTION_LEFT, act_edit },
    { FP_ACTION_RIGHT, act_edit },
    { FP_ACTION_UP, act_edit },
    { FP_ACTION_DOWN, act_edit },
    { FP_ACTION_HOME, act_edit },
    { FP_ACTION_END, act_edit },
};
const FpPhaseActions fp_note_actions = { rows, G_N_ELEMENTS(rows) };
