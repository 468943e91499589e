// SPDX-License-Identifier: Apache-2.0
// What to do, in one sentence, and what the people did in the end. As in brief-sureness.c, titles
// stand after a colon; where the tree has words for what to do, these are the sentence.
#include "brief-private.h"
#include "fp-i18n.h"

/* A headline names so many phrases of chosen options. */
#define PHRASES_MAX 2

/* A number inside a sentence: in words up to twelve. Owned by the caller. */
static char *number_in_words(size_t n)
{
    static const char *const words[] = {
        /* Translators: this and the next ones are numbers of conditions, inside "once these four
         * conditions are met". */
        N_("one"),   N_("two"),   N_("three"), N_("four"), N_("five"),   N_("six"),
        N_("seven"), N_("eight"), N_("nine"),  N_("ten"),  N_("eleven"), N_("twelve"),
    };
    return n >= 1 && n <= G_N_ELEMENTS(words) ? g_strdup(_(words[n - 1]))
                                              : g_strdup_printf("%zu", n);
}

/* Adds the phrases of what was chosen; returns how many there are then. */
static size_t add_phrases(const FpBriefMaker *maker, GString *text, size_t question, size_t n)
{
    FpOptionSet chosen = fp_answer_sheet_get(maker->input->sheet, question)->options;
    const FpQuestion *asked = &maker->tree->questions[question];
    for (size_t i = 0; i < asked->n_options && n < PHRASES_MAX; i++) {
        const char *phrase = brief_tree_text(maker, asked->options[i].headline);
        if (phrase == NULL || !fp_option_set_has(chosen, i))
            continue;
        g_autofree char *before = g_strdup(text->str);
        /* Translators: what to do, and a phrase that says more of it: "kept in the EU". */
        g_string_printf(text, _("%s, %s"), before, phrase);
        n++;
    }
    return n;
}

/* What to do, in the tree's words, with the phrases of what was answered. NULL where the tree has
 * none. Phrases tell answers: they go where these are left out. */
static char *say_what_to_do(const FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    const char *headline = brief_tree_text(maker, maker->tree->outcomes[verdict->outcome].headline);
    if (headline == NULL || brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        return g_strdup(headline);
    GString *text = g_string_new(headline);
    size_t n = 0;
    for (size_t i = 0; i < maker->tree->n_questions; i++) {
        if (verdict->states[i] == FP_STATE_ANSWERED)
            n = add_phrases(maker, text, i, n);
    }
    return g_string_free(text, FALSE);
}

/* The recommendation as a sentence. what: as the tree says what to do. */
static char *say_on_conditions(const char *what, size_t n)
{
    g_autofree char *number = number_in_words(n);
    if (n == 0)
        /* Translators: what to do, in the tree's words; only the full stop is ours. */
        return g_strdup_printf(_("%s."), what);
    return g_strdup_printf(
        /* Translators: what to do, in the tree's words; how many conditions, in words. */
        ngettext("%s, once this %s condition is met.", "%s, once these %s conditions are met.", n),
        what, number);
}

/* The same of a tree that says no more than a path's title. */
static char *say_path(const char *outcome, size_t n)
{
    if (n == 0)
        /* Translators: a path. */
        return g_strdup_printf(_("%s."), outcome);
    return g_strdup_printf(
        /* Translators: a path, and how many conditions. */
        ngettext("%s, on %zu condition.", "%s, on %zu conditions.", n), outcome, n);
}

static char *headline_no_path(size_t n_paths)
{
    if (n_paths == 1)
        return g_strdup(_("No recommendation: the only path is ruled out."));
    return g_strdup_printf(ngettext("No recommendation: %zu path is ruled out.",
                                    "No recommendation: all %zu paths are ruled out.", n_paths),
                           n_paths);
}

/* What a recommendation is put behind where it is not a plain one; NULL where it is. */
static const char *find_reservation(const FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    BriefStanding standing = brief_find_standing(verdict);
    if (standing == BRIEF_STANDS_LAST)
        /* Translators: this and the next three: a sentence with the recommendation follows. */
        return _("Nothing fits well; the only path left: %s");
    if (maker->brief.score < 0)
        return _("Nothing fits well; the least bad: %s");
    if (brief_count_questions(verdict, FP_STATE_OPEN) > 0 && !maker->brief.is_settled)
        return _("So far: %s");
    if (standing == BRIEF_STANDS_TIED)
        return _("Tied, and first by preference alone: %s");
    /* Translators: the people decided otherwise; a sentence with the recommendation follows. */
    return maker->brief.is_decided_otherwise ? _("Recommended, but not chosen: %s") : NULL;
}

static char *say_headline(const FpBriefMaker *maker)
{
    if (!maker->brief.has_outcome)
        return headline_no_path(maker->verdict->n_ranking);
    if (brief_is_nothing_known(maker->verdict))
        return g_strdup(_("Nothing can be recommended yet: no question is answered."));
    // A path that was not chosen asks nothing of anybody.
    size_t n = maker->brief.is_decided_otherwise ? 0 : maker->brief.n_conditions;
    g_autofree char *what = say_what_to_do(maker);
    g_autofree char *sentence =
        what != NULL ? say_on_conditions(what, n) : say_path(maker->brief.outcome, n);
    const char *reservation = find_reservation(maker);
    if (reservation == NULL && what != NULL)
        return g_steal_pointer(&sentence);
    if (reservation == NULL)
        /* Translators: a path follows, and its conditions. */
        reservation = _("Recommended: %s");
    g_autoptr(GString) headline = g_string_new(reservation);
    g_string_replace(headline, "%s", sentence, 1);
    return g_strdup(headline->str);
}

void brief_make_headline(FpBriefMaker *maker)
{
    maker->brief.headline = brief_keep(maker, say_headline(maker));
}

/* Whether the people followed the recommendation. chosen: an index, FP_NONE for no path or for one
 * that the tree does not have any more. */
static bool is_followed(const FpBriefMaker *maker, const FpEvent *decided, size_t chosen)
{
    if (decided->outcome == NULL)
        return !maker->brief.has_outcome;
    return chosen != FP_NONE && chosen == maker->verdict->outcome;
}

static char *say_decided(const FpEvent *decided, const char *title, bool is_followed)
{
    if (decided->outcome == NULL)
        return g_strdup(is_followed ? _("Decided as recommended: none of the paths.")
                                    : _("Decided otherwise: none of the paths."));
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
    size_t chosen =
        decided->outcome != NULL ? fp_tree_find_outcome(maker->tree, decided->outcome) : FP_NONE;
    const char *title = chosen != FP_NONE ? brief_outcome_title(maker, chosen)
                                          : brief_keep(maker, g_strdup(decided->outcome));
    bool is_as_recommended = is_followed(maker, decided, chosen);
    char *text = say_decided(decided, title, is_as_recommended);
    maker->brief.decided = brief_keep(maker, text);
    maker->brief.is_decided_otherwise = !is_as_recommended;
    maker->brief.chosen = is_as_recommended ? NULL : title;
    if (decided->text == NULL || *decided->text == '\0' ||
        brief_is_redacted(maker, FP_BRIEF_REDACT_NOTES))
        return;
    /* Translators: why the people decided so, in their own words. */
    g_autofree char *reason = g_strdup_printf(_("Their reason: %s"), decided->text);
    maker->brief.decided = brief_keep(maker, brief_join_sentences(text, reason));
}
