// SPDX-License-Identifier: Apache-2.0
// Said here and nowhere else: how sure a verdict is. Whole sentences, chosen by what stands behind
// the winner: its rivals, its own score, and what is not known yet. A path's title stands at a
// sentence's end, after a colon: in its middle it would need another case or no capital.
#include "brief-private.h"
#include "fp-i18n.h"

BriefStanding brief_find_standing(const FpVerdict *verdict)
{
    if (verdict->outcome == FP_NONE)
        return BRIEF_STANDS_NOWHERE;
    if (!verdict->has_margin)
        return verdict->n_ranking > 1 ? BRIEF_STANDS_LAST : BRIEF_STANDS_SINGLE;
    if (verdict->is_tie)
        return BRIEF_STANDS_TIED;
    return verdict->is_close_call ? BRIEF_STANDS_CLOSE : BRIEF_STANDS_CLEAR;
}

static char *say_only_one_left(const FpBriefMaker *maker)
{
    g_autoptr(GArray) ruling = brief_find_ruling(maker->verdict);
    size_t n = brief_count_deciding(maker->verdict, ruling);
    g_autofree char *answers = brief_name_answers(maker, ruling, n);
    if (n == 0)
        return g_strdup(_("Every other path is ruled out, by rules on several answers together."));
    return g_strdup_printf(
        /* Translators: answers, each with its question. */
        ngettext("Every other path is ruled out. Check the answer that rules the rest out: %s.",
                 "Every other path is ruled out. Check the answers that rule the rest out: %s.", n),
        answers);
}

static char *say_no_path(const FpBriefMaker *maker)
{
    g_autoptr(GArray) ruling = brief_find_ruling(maker->verdict);
    size_t n = brief_count_deciding(maker->verdict, ruling);
    g_autofree char *answers = brief_name_answers(maker, ruling, n);
    if (n == 0)
        return g_strdup(_("Rules on several answers together rule the paths out; each is listed "
                          "with its reason."));
    if (g_array_index(ruling, BriefCause, 0).weight == brief_count_ruled_out(maker->verdict))
        return g_strdup_printf(
            /* Translators: answers, each with its question. */
            ngettext("One answer alone rules out every path: %s. Check that it is as firm as it "
                     "was given.",
                     "Each of these answers alone rules out every path: %s. Check that they are as "
                     "firm as they were given.",
                     n),
            answers);
    /* Translators: answers, each with its question. */
    return g_strdup_printf(_("Different answers rule out different paths: %s. Where one of them "
                             "can give way, a path may open."),
                           answers);
}

/* What a lead is told with. */
typedef struct {
    char *rivals; /* those in second place */
    size_t n_rivals;
    long margin, score, rival_score;
    bool is_final; /* nothing is open or unknown */
} Lead;

static Lead find_lead(const FpBriefMaker *maker)
{
    // The runner-up stands second: what is ruled out comes after all that is not.
    const FpRank *ranking = maker->verdict->ranking;
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    for (size_t i = 1; i < maker->verdict->n_ranking; i++) {
        if (ranking[i].is_ruled_out || ranking[i].score != ranking[1].score)
            break;
        const char *title = brief_outcome_title(maker, ranking[i].outcome);
        g_ptr_array_add(titles, (gpointer)(uintptr_t)title); // read as a string alone
    }
    return (Lead) { .rivals = brief_join_names(titles),
                    .n_rivals = titles->len,
                    .margin = (long)maker->verdict->margin,
                    .score = (long)ranking[0].score,
                    .rival_score = (long)ranking[1].score,
                    .is_final = brief_count_not_known(maker->verdict) == 0 };
}

static char *say_clear(const Lead *lead)
{
    unsigned long n = (unsigned long)lead->margin;
    return g_strdup_printf(
        lead->is_final
            /* Translators: points; scores of the first and the second; the paths in second place. */
            ? ngettext("A clear lead of %ld point, %ld to %ld. In second place: %s.",
                       "A clear lead of %ld points, %ld to %ld. In second place: %s.", n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far a lead of %ld point, %ld to %ld. In second place: %s.",
                       "So far a lead of %ld points, %ld to %ld. In second place: %s.", n),
        lead->margin, lead->score, lead->rival_score, lead->rivals);
}

static char *say_close(const Lead *lead)
{
    unsigned long n = (unsigned long)lead->margin;
    return g_strdup_printf(
        lead->is_final
            /* Translators: points; scores of the first and the second; the paths in second place. */
            ? ngettext("A close call: a lead of only %ld point, %ld to %ld. In second place: %s.",
                       "A close call: a lead of only %ld points, %ld to %ld. In second place: %s.",
                       n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far a close call: a lead of only %ld point, %ld to %ld. In second "
                       "place: %s.",
                       "So far a close call: a lead of only %ld points, %ld to %ld. In second "
                       "place: %s.",
                       n),
        lead->margin, lead->score, lead->rival_score, lead->rivals);
}

static char *say_tied(const Lead *lead)
{
    size_t n = lead->n_rivals + 1;
    return g_strdup_printf(
        lead->is_final
            /* Translators: how many paths; the score of each; the paths beside the first one. */
            ? ngettext("An exact tie of %zu path, at a score of %ld. The one named above comes "
                       "first only because the tree prefers it to: %s.",
                       "An exact tie of %zu paths, at a score of %ld. The one named above comes "
                       "first only because the tree prefers it to: %s.",
                       n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far an exact tie of %zu path, at a score of %ld. The one named above "
                       "comes first only because the tree prefers it to: %s.",
                       "So far an exact tie of %zu paths, at a score of %ld. The one named above "
                       "comes first only because the tree prefers it to: %s.",
                       n),
        n, lead->score, lead->rivals);
}

static char *say_lead(const FpBriefMaker *maker, BriefStanding standing)
{
    const Lead lead = find_lead(maker);
    g_autofree char *rivals = lead.rivals;
    if (standing == BRIEF_STANDS_CLEAR)
        return say_clear(&lead);
    return standing == BRIEF_STANDS_CLOSE ? say_close(&lead) : say_tied(&lead);
}

static char *say_standing(const FpBriefMaker *maker, BriefStanding standing)
{
    switch (standing) {
    case BRIEF_STANDS_NOWHERE:
        return say_no_path(maker);
    case BRIEF_STANDS_LAST:
        return say_only_one_left(maker);
    case BRIEF_STANDS_SINGLE:
        return g_strdup(_("It is the only path that this tree has."));
    case BRIEF_STANDS_TIED:
    case BRIEF_STANDS_CLOSE:
    case BRIEF_STANDS_CLEAR:
        break;
    }
    return say_lead(maker, standing);
}

/* Which answers to check where the winner is below zero: those against it, else those that keep
 * other paths out. NULL where there are none, or where they are named already. */
static char *say_what_to_check(const FpBriefMaker *maker, BriefStanding standing)
{
    g_autoptr(GArray) against = brief_find_against(maker->verdict);
    g_autoptr(GArray) ruling = brief_find_ruling(maker->verdict);
    bool is_against = against->len > 0;
    const GArray *causes = is_against ? against : ruling;
    g_autofree char *answers = brief_name_answers(maker, causes, causes->len);
    if (causes->len == 0 || (!is_against && standing == BRIEF_STANDS_LAST))
        return NULL;
    if (is_against)
        return g_strdup_printf(
            /* Translators: answers, each with its question. */
            ngettext("Check the answer that speaks against it: %s.",
                     "Check the answers that speak against it: %s.", causes->len),
            answers);
    return g_strdup_printf(
        /* Translators: answers, each with its question. */
        ngettext("Check the answer that rules other paths out: %s.",
                 "Check the answers that rule other paths out: %s.", causes->len),
        answers);
}

static char *say_open(size_t n)
{
    return g_strdup_printf(
        ngettext("%zu question is still open, so this is what can be said now.",
                 "%zu questions are still open, so this is what can be said now.", n),
        n);
}

static char *say_unknown(size_t n)
{
    return g_strdup_printf(
        ngettext("%zu answer is \"I don't know\", so this is what can be said now.",
                 "%zu answers are \"I don't know\", so this is what can be said now.", n),
        n);
}

static char *say_unknown_too(size_t n)
{
    return g_strdup_printf(
        /* Translators: said after how many questions are still open. */
        ngettext("%zu more is answered with \"I don't know\".",
                 "%zu more are answered with \"I don't know\".", n),
        n);
}

/* Puts a sentence behind another; takes both. sentence: NULL for none. */
static char *append_sentence(char *text, char *sentence)
{
    if (sentence == NULL)
        return text;
    char *both = brief_join_sentences(text, sentence);
    g_free(text);
    g_free(sentence);
    return both;
}

static char *append_not_known(char *text, const FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    if (maker->brief.is_settled) // what the outlook says names them
        return text;
    size_t n_open = brief_count_questions(verdict, FP_STATE_OPEN);
    size_t n_unknown = brief_count_questions(verdict, FP_STATE_UNKNOWN);
    if (n_open > 0)
        text = append_sentence(text, say_open(n_open));
    if (n_unknown > 0)
        text =
            append_sentence(text, n_open > 0 ? say_unknown_too(n_unknown) : say_unknown(n_unknown));
    return text;
}

static char *append_below_zero(char *text, const FpBriefMaker *maker, BriefStanding standing)
{
    text = append_sentence(text, g_strdup_printf(_("More speaks against the path named above than "
                                                   "for it: its "
                                                   "score is %ld, below zero."),
                                                 (long)maker->brief.score));
    return append_sentence(text, say_what_to_check(maker, standing));
}

static char *say_nothing_known(const FpBriefMaker *maker)
{
    /* Translators: a path. */
    return g_strdup_printf(_("First before any answer, which is no recommendation: %s."),
                           maker->brief.outcome);
}

/* The sureness in a few words, for a page's head. */
static const char *say_badge(const FpBriefMaker *maker, BriefStanding standing)
{
    if (standing == BRIEF_STANDS_NOWHERE)
        return _("No path");
    if (brief_is_nothing_known(maker->verdict))
        return _("Nothing known yet");
    if (standing == BRIEF_STANDS_LAST)
        return _("The only path left");
    if (maker->brief.score < 0)
        return _("Nothing fits well");
    if (!maker->brief.is_settled)
        return _("Still open");
    switch (standing) {
    case BRIEF_STANDS_TIED:
        return _("Exact tie");
    case BRIEF_STANDS_CLOSE:
        return _("Close call");
    case BRIEF_STANDS_CLEAR:
    case BRIEF_STANDS_SINGLE:
    case BRIEF_STANDS_LAST:
    case BRIEF_STANDS_NOWHERE:
        break;
    }
    /* Translators: a recommendation with a clear lead. */
    return _("Clear");
}

void brief_make_sureness(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    BriefStanding standing = brief_find_standing(verdict);
    bool is_below_zero = maker->brief.has_outcome && maker->brief.score < 0;
    bool is_start = brief_is_nothing_known(verdict) && maker->brief.has_outcome;
    char *text = is_start ? say_nothing_known(maker) : say_standing(maker, standing);
    if (is_below_zero && !is_start)
        text = append_below_zero(text, maker, standing);
    text = append_not_known(text, maker);
    text = append_sentence(text, brief_say_outlook(maker));
    maker->brief.sureness = brief_keep(maker, text);
    maker->brief.badge = say_badge(maker, standing);
    maker->brief.is_sure = (standing == BRIEF_STANDS_CLEAR || standing == BRIEF_STANDS_SINGLE) &&
                           !is_below_zero && !is_start && maker->brief.is_settled;
}
