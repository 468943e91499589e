// SPDX-License-Identifier: Apache-2.0
// What to do, in one sentence, and what the people did in the end. As in brief-sureness.c, titles
// stand after a colon.
#include "brief-private.h"
#include "fp-i18n.h"

static char *headline_last(const char *outcome, size_t n)
{
    if (n == 0)
        /* Translators: a path. */
        return g_strdup_printf(_("Nothing fits well; the only path left: %s."), outcome);
    return g_strdup_printf(
        /* Translators: a path, and how many conditions. */
        ngettext("Nothing fits well; the only path left: %s, on %zu condition.",
                 "Nothing fits well; the only path left: %s, on %zu conditions.", n),
        outcome, n);
}

static char *headline_least_bad(const char *outcome, size_t n)
{
    if (n == 0)
        /* Translators: a path. */
        return g_strdup_printf(_("Nothing fits well; the least bad: %s."), outcome);
    return g_strdup_printf(
        /* Translators: a path, and how many conditions. */
        ngettext("Nothing fits well; the least bad: %s, on %zu condition.",
                 "Nothing fits well; the least bad: %s, on %zu conditions.", n),
        outcome, n);
}

static char *headline_so_far(const char *outcome, size_t n)
{
    if (n == 0)
        /* Translators: a path. */
        return g_strdup_printf(_("First so far: %s."), outcome);
    return g_strdup_printf(
        /* Translators: a path, and how many conditions. */
        ngettext("First so far: %s, on %zu condition.", "First so far: %s, on %zu conditions.", n),
        outcome, n);
}

static char *headline_recommended(const char *outcome, size_t n)
{
    if (n == 0)
        /* Translators: a path. */
        return g_strdup_printf(_("Recommended: %s."), outcome);
    return g_strdup_printf(
        /* Translators: a path, and how many conditions. */
        ngettext("Recommended: %s, on %zu condition.", "Recommended: %s, on %zu conditions.", n),
        outcome, n);
}

static char *headline_no_path(size_t n_paths)
{
    if (n_paths == 1)
        return g_strdup(_("No recommendation: the only path is ruled out."));
    return g_strdup_printf(ngettext("No recommendation: %zu path is ruled out.",
                                    "No recommendation: all %zu paths are ruled out.", n_paths),
                           n_paths);
}

static char *say_headline(const FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    const char *outcome = maker->brief.outcome;
    size_t n = maker->brief.n_conditions;
    if (!maker->brief.has_outcome)
        return headline_no_path(verdict->n_ranking);
    if (brief_is_nothing_known(verdict))
        return g_strdup(_("Nothing can be recommended yet: no question is answered."));
    if (brief_find_standing(verdict) == BRIEF_STANDS_LAST)
        return headline_last(outcome, n);
    if (maker->brief.score < 0)
        return headline_least_bad(outcome, n);
    if (brief_count_questions(verdict, FP_STATE_OPEN) > 0 && !maker->brief.is_settled)
        return headline_so_far(outcome, n);
    return headline_recommended(outcome, n);
}

void brief_make_headline(FpBriefMaker *maker)
{
    maker->brief.headline = brief_keep(maker, say_headline(maker));
}

/* Whether the people followed the recommendation. chosen: FP_NONE for no path. */
static char *say_decided(const FpBriefMaker *maker, const FpEvent *decided)
{
    size_t chosen =
        decided->outcome != NULL ? fp_tree_find_outcome(maker->tree, decided->outcome) : FP_NONE;
    if (decided->outcome == NULL)
        return g_strdup(maker->brief.has_outcome ? _("Decided otherwise: none of the paths.")
                                                 : _("Decided as recommended: none of the paths."));
    const char *title = chosen != FP_NONE ? brief_outcome_title(maker, chosen) : decided->outcome;
    bool is_followed = chosen != FP_NONE && chosen == maker->verdict->outcome;
    return g_strdup_printf(
        /* Translators: a path. */
        is_followed ? _("Decided as recommended: %s.") : _("Decided otherwise: %s."), title);
}

void brief_make_decided(FpBriefMaker *maker)
{
    const FpSession *session = maker->input->session;
    const FpEvent *decided = session != NULL ? fp_session_decided(session) : NULL;
    if (decided == NULL)
        return;
    char *text = say_decided(maker, decided);
    maker->brief.decided = brief_keep(maker, text);
    if (decided->text == NULL || *decided->text == '\0' ||
        brief_is_redacted(maker, FP_BRIEF_REDACT_NOTES))
        return;
    /* Translators: why the people decided so, in their own words. */
    g_autofree char *reason = g_strdup_printf(_("Their reason: %s"), decided->text);
    maker->brief.decided = brief_keep(maker, brief_join_sentences(text, reason));
}
