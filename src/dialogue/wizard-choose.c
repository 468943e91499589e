// SPDX-License-Identifier: Apache-2.0
// An exclusive option keeps in mind what it replaced: taking its tick away brings that back.
#include "fp-i18n.h"
#include "wizard-private.h"

/* A mark on an option of one goes with the focus, so that the focus alone says what is accepted. */
void fp_choose_focus(FpWizard *wizard, size_t focus)
{
    if (focus != wizard->focus && fp_wizard_question(wizard)->type != FP_QUESTION_MANY)
        fp_draft_shown(wizard)->has_ticks = false;
    wizard->focus = focus;
}

bool fp_choose_is_marked(const FpWizard *wizard, size_t option)
{
    const FpDraft *draft = fp_draft_shown(wizard);
    return draft->has_ticks && fp_option_set_has(draft->ticks, option);
}

void fp_choose_mark(FpWizard *wizard, size_t option)
{
    bool is_marked = fp_choose_is_marked(wizard, option);
    fp_choose_focus(wizard, option);
    if (is_marked)
        fp_draft_shown(wizard)->has_ticks = false;
    else
        fp_draft_set_ticks(wizard, fp_option_set_of(option));
}

/* The options that stand alone. */
static FpOptionSet exclusive_ones(const FpQuestion *question)
{
    FpOptionSet set = { { 0, 0 } };
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].is_exclusive)
            set = fp_option_set_union(set, fp_option_set_of(i));
    }
    return set;
}

static void say_replaced(FpWizard *wizard, size_t option, size_t n_replaced)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    g_autofree char *message = g_strdup_printf(
        ngettext("'%s' stands alone and replaces %zu tick; take it away again, and "
                 "the tick returns",
                 "'%s' stands alone and replaces %zu ticks; take it away again, and "
                 "they return",
                 n_replaced),
        fp_wizard_text(wizard, question->options[option].label), n_replaced);
    if (n_replaced > 0)
        fp_wizard_say(wizard, message);
}

static void say_given_up(FpWizard *wizard, FpOptionSet given_up)
{
    if (fp_option_set_is_empty(given_up))
        return;
    const FpQuestion *question = fp_wizard_question(wizard);
    g_autofree char *message = g_strdup_printf(
        _("'%s' stands alone: it is not ticked any more"),
        fp_wizard_text(wizard, question->options[fp_option_set_first(given_up)].label));
    fp_wizard_say(wizard, message);
}

/* What is ticked once the option's tick is another; out_replaced: what returns without it. */
static FpOptionSet toggled(FpWizard *wizard, size_t option, FpOptionSet *out_replaced)
{
    FpOptionSet ticks = fp_draft_ticks(wizard), ticked = fp_option_set_of(option);
    FpOptionSet exclusive = exclusive_ones(fp_wizard_question(wizard));
    if (fp_option_set_has(ticks, option))
        return fp_option_set_union(fp_option_set_minus(ticks, ticked),
                                   fp_draft_shown(wizard)->replaced);
    if (fp_option_set_has(exclusive, option)) {
        *out_replaced = ticks;
        say_replaced(wizard, option, fp_option_set_count(ticks));
        return ticked;
    }
    FpOptionSet kept = fp_option_set_minus(ticks, exclusive);
    say_given_up(wizard, fp_option_set_minus(ticks, kept));
    return fp_option_set_union(kept, ticked);
}

void fp_choose_tick(FpWizard *wizard, size_t option)
{
    FpOptionSet replaced = { { 0, 0 } };
    FpOptionSet ticks = toggled(wizard, option, &replaced);
    fp_choose_focus(wizard, option);
    fp_draft_set_ticks(wizard, ticks);
    fp_draft_shown(wizard)->replaced = replaced;
}
