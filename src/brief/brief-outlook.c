// SPDX-License-Identifier: Apache-2.0
// What open and unknown questions can still do to the verdict.
#include "brief-analyses-private.h"
#include "brief-private.h"
#include "fp-i18n.h"

static const FpOutlook *outlook_of(const FpBriefMaker *maker)
{
    return maker->input->analyses != NULL ? maker->input->analyses->outlook : NULL;
}

static void list_winners(FpBriefMaker *maker, const FpOutlook *outlook)
{
    size_t *can_win = brief_new_array(maker, outlook->n_winners, sizeof *can_win);
    for (size_t i = 0; i < outlook->n_winners; i++)
        can_win[i] = outlook->winners[i].outcome;
    maker->brief.can_win = can_win;
    maker->brief.n_can_win = outlook->n_winners;
}

static void list_worth_asking(FpBriefMaker *maker, const FpOutlook *outlook)
{
    size_t *questions = brief_new_array(maker, outlook->n_worth_asking, sizeof *questions);
    for (size_t i = 0; i < outlook->n_worth_asking; i++)
        questions[i] = outlook->worth_asking[i];
    maker->brief.worth_asking = questions;
    maker->brief.n_worth_asking = outlook->n_worth_asking;
}

void brief_make_outlook(FpBriefMaker *maker)
{
    const FpOutlook *outlook = outlook_of(maker);
    maker->brief.is_settled = brief_count_not_known(maker->verdict) == 0;
    if (maker->brief.is_settled || outlook == NULL)
        return;
    // Where one path alone can win it may be another than the one in first place now.
    maker->brief.is_settled =
        outlook->is_settled && outlook->winners[0].outcome == maker->verdict->outcome;
    if (maker->brief.is_settled)
        return;
    list_winners(maker, outlook);
    list_worth_asking(maker, outlook);
}

static char *say_settled(const FpBriefMaker *maker)
{
    if (!maker->brief.has_outcome)
        return g_strdup(_("What is not known yet opens no path."));
    return g_strdup(_("What is not known yet can change points and conditions, not the path."));
}

/* The paths that can still come first, but the one that is told as first now. */
static char *name_rivals(const FpBriefMaker *maker)
{
    const bool is_one_told = !brief_is_nothing_known(maker->verdict);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < maker->brief.n_can_win; i++) {
        size_t outcome = maker->brief.can_win[i];
        if (is_one_told && outcome == maker->verdict->outcome)
            continue;
        /* Translators: stands among the names of paths. */
        const char *name = outcome != FP_NONE ? brief_outcome_title(maker, outcome) : _("no path");
        g_ptr_array_add(names, (gpointer)(uintptr_t)name); // read as a string alone
    }
    return brief_join_all(names);
}

/* Where none can come out too, all are named with it. */
static bool can_all_win(const FpBriefMaker *maker)
{
    for (size_t i = 0; i < maker->brief.n_can_win; i++) {
        if (maker->brief.can_win[i] == FP_NONE)
            return false;
    }
    return maker->brief.n_can_win == maker->tree->n_outcomes;
}

static char *say_who_can_win(const FpBriefMaker *maker)
{
    size_t n = brief_count_not_known(maker->verdict);
    const FpOutlook *outlook = outlook_of(maker);
    if (outlook == NULL)
        return g_strdup_printf(ngettext("%zu question has no answer yet and may change it.",
                                        "%zu questions have no answer yet and may change it.", n),
                               n);
    if (outlook->is_undecided)
        return g_strdup_printf(
            ngettext("%zu question has no answer yet; there is too much to try to say what it can "
                     "change.",
                     "%zu questions have no answer yet; there is too much to try to say what they "
                     "can change.",
                     n),
            n);
    if (can_all_win(maker))
        return g_strdup_printf(
            ngettext("%zu question has no answer yet; every path can still come first.",
                     "%zu questions have no answer yet; every path can still come first.", n),
            n);
    g_autofree char *rivals = name_rivals(maker);
    return g_strdup_printf(
        /* Translators: how many questions; the paths that their answers can lead to. */
        ngettext("%zu question has no answer yet and can still make it: %s.",
                 "%zu questions have no answer yet and can still make it: %s.", n),
        n, rivals);
}

char *brief_say_outlook(const FpBriefMaker *maker)
{
    if (brief_count_not_known(maker->verdict) == 0)
        return NULL;
    if (maker->brief.is_settled)
        return say_settled(maker);
    char *text = say_who_can_win(maker);
    if (maker->brief.n_worth_asking == 0)
        return text;
    g_autofree char *can_win = text;
    g_autofree char *first = g_strdup_printf(
        /* Translators: a question. */
        _("Find out first: %s"), brief_question_text(maker, maker->brief.worth_asking[0]));
    return brief_join_sentences(can_win, first);
}
