// SPDX-License-Identifier: Apache-2.0
// One path after the other, of those that did not come first. It is the result that is looked at: what
// means something there beside reading leads away as it does from the whole page.
#include "fp-i18n.h"
#include "wizard-private.h"

static size_t count_others(const FpWizard *wizard)
{
    const FpVerdict *verdict = wizard->outlook.verdict;
    return verdict->outcome == FP_NONE ? verdict->n_ranking : verdict->n_ranking - 1;
}

/* Opens on the first of the others. */
void fp_act_why_not(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                    FpTurn *turn G_GNUC_UNUSED)
{
    if (count_others(wizard) == 0)
        fp_wizard_refuse(wizard, _("this tree has no other path"));
    else
        wizard->outlook.why_not = 0;
}

static void act_close(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                      FpTurn *turn G_GNUC_UNUSED)
{
    wizard->outlook.why_not = FP_NONE;
}

static void act_next(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                     FpTurn *turn G_GNUC_UNUSED)
{
    wizard->outlook.why_not = (wizard->outlook.why_not + 1) % count_others(wizard);
}

static void act_before(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                       FpTurn *turn G_GNUC_UNUSED)
{
    size_t n = count_others(wizard);
    wizard->outlook.why_not = (wizard->outlook.why_not + n - 1) % n;
}

static void act_pick(FpWizard *wizard, const FpAction *action, FpTurn *turn G_GNUC_UNUSED)
{
    size_t n = count_others(wizard);
    if (action->index < n) {
        wizard->outlook.why_not = action->index;
        return;
    }
    g_autofree char *message = g_strdup_printf(
        ngettext("there is %zu other path here", "there are %zu other paths here", n), n);
    fp_wizard_refuse(wizard, message);
}

static const FpActionRow rows[] = {
    { FP_ACTION_WHY_NOT, act_close },    { FP_ACTION_BACK, act_close },
    { FP_ACTION_CANCEL, act_close },     { FP_ACTION_ACCEPT, act_close },
    { FP_ACTION_NEXT, act_next },        { FP_ACTION_RIGHT, act_next },
    { FP_ACTION_LEFT, act_before },      { FP_ACTION_PICK, act_pick },
    { FP_ACTION_REVIEW, fp_act_review }, { FP_ACTION_QUIT, fp_act_quit },
};
const FpPhaseActions fp_why_not_actions = { rows, G_N_ELEMENTS(rows) };
