// SPDX-License-Identifier: Apache-2.0
// What was entered outlives a change of question: who looks something up elsewhere finds it again. A
// mark on an option goes with the focus, so at most one is left.
#include "fp-i18n.h"
#include "wizard-private.h"

FpDraft *fp_draft_shown(const FpWizard *wizard)
{
    return &wizard->drafts[wizard->stand.question];
}

static FpOptionSet answered_options(const FpWizard *wizard)
{
    const FpAnswer *answer = fp_wizard_answer(wizard, wizard->stand.question);
    return answer->kind == FP_ANSWER_OPTIONS ? answer->options : (FpOptionSet) { { 0, 0 } };
}

static char *answered_number(const FpWizard *wizard)
{
    const FpAnswer *answer = fp_wizard_answer(wizard, wizard->stand.question);
    return answer->kind == FP_ANSWER_NUMBER ? fp_decimal_to_text(answer->number) : g_strdup("");
}

FpOptionSet fp_draft_ticks(const FpWizard *wizard)
{
    const FpDraft *draft = fp_draft_shown(wizard);
    return draft->has_ticks ? draft->ticks : answered_options(wizard);
}

void fp_draft_set_ticks(FpWizard *wizard, FpOptionSet ticks)
{
    FpDraft *draft = fp_draft_shown(wizard);
    draft->ticks = ticks;
    draft->has_ticks = !fp_option_set_equal(ticks, answered_options(wizard));
}

static bool is_typed(const FpWizard *wizard)
{
    g_autofree char *number = answered_number(wizard);
    return fp_wizard_question(wizard)->type == FP_QUESTION_NUMBER &&
           !g_str_equal(number, wizard->number.text->str);
}

static bool is_ticked(const FpWizard *wizard)
{
    return !fp_option_set_equal(fp_draft_ticks(wizard), answered_options(wizard));
}

bool fp_draft_is_typing(const FpWizard *wizard)
{
    return wizard->stand.phase == FP_PHASE_QUESTION && is_typed(wizard) &&
           wizard->number.text->len > 0 && wizard->focus == fp_wizard_question(wizard)->n_options;
}

bool fp_draft_is_untaken(const FpWizard *wizard)
{
    return is_typed(wizard) || is_ticked(wizard);
}

static void forget(FpDraft *draft)
{
    g_free(draft->typed);
    *draft = (FpDraft) { .typed = NULL };
}

static void show_number(FpWizard *wizard)
{
    g_autofree char *number = answered_number(wizard);
    const char *typed = fp_draft_shown(wizard)->typed;
    fp_field_set(&wizard->number, typed != NULL ? typed : number);
}

void fp_draft_drop(FpWizard *wizard, size_t question)
{
    forget(&wizard->drafts[question]);
    if (wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == question)
        show_number(wizard);
}

/* On what is chosen; else on the number field, else on the first option. */
static size_t first_focus(const FpWizard *wizard)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    FpOptionSet ticks = fp_draft_ticks(wizard);
    bool is_number = question->type == FP_QUESTION_NUMBER;
    if (!fp_option_set_is_empty(ticks) && fp_draft_shown(wizard)->typed == NULL)
        return fp_option_set_first(ticks);
    return is_number ? question->n_options : 0;
}

void fp_draft_enter(FpWizard *wizard)
{
    show_number(wizard);
    wizard->focus = first_focus(wizard);
    if (fp_draft_is_untaken(wizard))
        fp_wizard_say(wizard,
                      _("what stands here is no answer yet: Enter accepts it, Esc drops it"));
}

void fp_draft_leave(FpWizard *wizard)
{
    FpDraft *draft = fp_draft_shown(wizard);
    bool is_untaken = fp_draft_is_untaken(wizard);
    if (!is_untaken)
        forget(draft);
    g_clear_pointer(&draft->typed, g_free);
    bool is_marked = draft->has_ticks; // a marked range was chosen after what the field holds
    if (is_typed(wizard) && !is_marked)
        draft->typed = g_strdup(wizard->number.text->str);
    if (is_untaken)
        fp_wizard_say(wizard, _("the question before keeps what you entered, but it is no answer "
                                "until you accept it there with Enter"));
}

bool fp_draft_stands(const FpWizard *wizard, size_t question)
{
    const FpDraft *draft = &wizard->drafts[question];
    if (wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == question)
        return fp_draft_is_untaken(wizard);
    return fp_question_state_is_applicable(wizard->states[question]) &&
           (draft->has_ticks || draft->typed != NULL);
}

/* ---- Leaving ---- */

static char *warn_of_ticks(const FpWizard *wizard)
{
    size_t n = fp_option_set_count(fp_draft_ticks(wizard));
    bool is_first = fp_option_set_is_empty(answered_options(wizard));
    if (is_first && n > 0)
        return g_strdup_printf(ngettext("%zu tick is not accepted yet: Enter accepts it, q again "
                                        "leaves without it",
                                        "%zu ticks are not accepted yet: Enter accepts them, q "
                                        "again leaves without them",
                                        n),
                               n);
    return g_strdup(_("the change of ticks is not accepted yet: Enter accepts it, q again leaves "
                      "without it"));
}

static char *warn_of_shown(const FpWizard *wizard)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    if (question->type == FP_QUESTION_MANY)
        return warn_of_ticks(wizard);
    if (!fp_draft_shown(wizard)->has_ticks)
        return g_strdup_printf(_("the number '%s' is not accepted yet: in its field Enter accepts "
                                 "it; q again leaves without it"),
                               wizard->number.text->str);
    return g_strdup_printf(
        _("'%s' is marked and not accepted yet: Enter accepts it, q again leaves without it"),
        fp_wizard_text(wizard,
                       question->options[fp_option_set_first(fp_draft_ticks(wizard))].label));
}

char *fp_drafts_warning(const FpWizard *wizard)
{
    bool is_question = wizard->stand.phase == FP_PHASE_QUESTION;
    if (wizard->form.kind != FP_FORM_NONE && wizard->form.is_changed)
        return g_strdup(_("what stands here is not accepted yet: Enter accepts it, q again leaves "
                          "without it"));
    if (is_question && fp_draft_is_untaken(wizard))
        return warn_of_shown(wizard);
    for (size_t i = 0; i < wizard->tree->n_questions; i++) {
        if (fp_draft_stands(wizard, i))
            return g_strdup_printf(_("what you entered at '%s' is not accepted yet: go there and "
                                     "press Enter; q again leaves without it"),
                                   fp_wizard_text(wizard, wizard->tree->questions[i].ask));
    }
    return NULL;
}

void fp_drafts_free(FpWizard *wizard)
{
    for (size_t i = 0; i < wizard->tree->n_questions; i++)
        g_free(wizard->drafts[i].typed);
    g_free(wizard->drafts);
}
