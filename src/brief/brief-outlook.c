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

static char *name_not_known(const FpBriefMaker *maker)
{
    g_autoptr(GArray) questions = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < maker->tree->n_questions; i++) {
        FpQuestionState state = maker->verdict->states[i];
        if (state == FP_STATE_OPEN || state == FP_STATE_UNKNOWN)
            g_array_append_val(questions, i);
    }
    char *names =
        brief_join_questions(maker, (const size_t *)(void *)questions->data, questions->len);
    if (g_str_has_suffix(names, "?"))
        return names;
    g_autofree char *open = names; // a list that is counted at its end, or no question's mark
    return g_strconcat(open, ".", NULL);
}

static char *say_settled(const FpBriefMaker *maker)
{
    size_t n = brief_count_not_known(maker->verdict);
    g_autofree char *questions = name_not_known(maker);
    if (!maker->brief.has_outcome)
        return g_strdup_printf(
            /* Translators: questions without an answer. */
            ngettext("No path opens, whatever the answer to what is not known yet: %s",
                     "No path opens, whatever the answers to what is not known yet: %s", n),
            questions);
    return g_strdup_printf(
        /* Translators: questions without an answer. */
        ngettext(
            "It stays the answer whatever comes out of what is not known yet, which can change "
            "points and conditions alone: %s",
            "It stays the answer whatever comes out of what is not known yet, which can change "
            "points and conditions alone: %s",
            n),
        questions);
}

static char *name_winners(const FpBriefMaker *maker)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < maker->brief.n_can_win; i++) {
        size_t outcome = maker->brief.can_win[i];
        /* Translators: stands among the names of paths. */
        const char *name = outcome != FP_NONE ? brief_outcome_title(maker, outcome) : _("no path");
        g_ptr_array_add(names, (gpointer)(uintptr_t)name); // read as a string alone
    }
    return brief_join_all(names);
}

static char *say_who_can_win(const FpBriefMaker *maker)
{
    const FpOutlook *outlook = outlook_of(maker);
    size_t n_paths = maker->brief.n_can_win;
    bool has_no_path = n_paths > 0 && maker->brief.can_win[n_paths - 1] == FP_NONE;
    if (outlook->is_undecided)
        return g_strdup(_("Which paths can still come first could not be worked out in full: there "
                          "is too much to try."));
    if (n_paths == maker->tree->n_outcomes && !has_no_path)
        return g_strdup(_("Every path can still come first."));
    g_autofree char *winners = name_winners(maker);
    /* Translators: what the answers still missing can lead to. */
    return g_strdup_printf(_("What it can still come to: %s."), winners);
}

char *brief_say_outlook(const FpBriefMaker *maker)
{
    if (outlook_of(maker) == NULL || brief_count_not_known(maker->verdict) == 0)
        return NULL;
    if (maker->brief.is_settled)
        return say_settled(maker);
    char *text = say_who_can_win(maker);
    if (maker->brief.n_worth_asking == 0)
        return text;
    g_autofree char *can_win = text;
    g_autofree char *first = g_strdup_printf(
        /* Translators: a question. */
        _("Worth finding out first: %s"), brief_question_text(maker, maker->brief.worth_asking[0]));
    return brief_join_sentences(can_win, first);
}
