// SPDX-License-Identifier: Apache-2.0
// What would have to be otherwise for a path to come first: other answers to what was said, or answers
// to what is not known yet. The brief has the words for both.
#include "fp-i18n.h"
#include "wizard-scene-private.h"

static const FpBriefAlternative *find_alternative(const FpBrief *brief, size_t outcome)
{
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        if (brief->alternatives[i].outcome_index == outcome)
            return &brief->alternatives[i];
    }
    return NULL;
}

/* No change of an answer is listed for this path: what that means. */
static const char *remark_of(const FpBrief *brief, const FpChanges *changes)
{
    if (changes == NULL)
        return _("Which other answers would make it come first is being worked out.");
    if (changes->is_undecided || changes->n == 0)
        return brief->changes_remark; // NULL where nothing is answered: there is nothing to change
    if (changes->items[0].n_steps == 1)
        return _("No other answer to one question alone would make it come first.");
    return changes->n < FP_PAIRS_MAX
               ? _("No other answer to one question, nor to two at once, would make it come first.")
               : _("No other answer to one question alone would make it come first; of pairs, more "
                   "may be than were tried.");
}

static bool can_still_win(const FpBrief *brief, size_t outcome)
{
    for (size_t i = 0; i < brief->n_can_win; i++) {
        if (brief->can_win[i] == outcome)
            return true;
    }
    return false;
}

static char *outlook_in_words(const FpBrief *brief, const FpOutlook *outlook, size_t outcome)
{
    if (outlook == NULL || outlook->is_complete)
        return NULL;
    if (can_still_win(brief, outcome))
        return g_strdup(_("What is not known yet can still make it come first."));
    return outlook->is_undecided
               ? g_strdup(_("Whether what is not known yet can make it come first could not be "
                            "worked out: there is too much to try."))
               : g_strdup(_("Nothing that is not known yet can make it come first."));
}

void fp_scene_make_why_not(FpWizardScene *scene, const FpWizard *wizard)
{
    const FpBrief *brief = scene->brief;
    FpViewWhyNot *view = &scene->view.why_not;
    *view = (FpViewWhyNot) { .other = FP_NONE };
    if (wizard->outlook.why_not >= brief->n_others)
        return;
    size_t outcome = brief->others[wizard->outlook.why_not].outcome_index;
    const FpBriefAlternative *alternative = find_alternative(brief, outcome);
    view->other = wizard->outlook.why_not;
    view->outlook = outlook_in_words(brief, fp_outlook_of(wizard), outcome);
    if (alternative == NULL) {
        view->changes = remark_of(brief, fp_outlook_changes(wizard));
        return;
    }
    view->changes = alternative->intro;
    view->ways = alternative->ways;
    view->n_ways = alternative->n_ways;
}
