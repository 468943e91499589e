// SPDX-License-Identifier: Apache-2.0
// Said here and nowhere else: how sure a verdict is, what can still change it (brief-outlook.c) and
// what to find out first. Whole sentences, few and short, chosen by what stands behind the winner: its
// rivals, its own score, and what is not known yet. A path's title stands at a
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
    long score, rival_score;
    bool is_settled;
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
                    .score = (long)ranking[0].score,
                    .rival_score = (long)ranking[1].score,
                    .is_settled = maker->brief.is_settled };
}

static char *say_clear(const Lead *lead)
{
    return g_strdup_printf(
        lead->is_settled
            /* Translators: points of the first and of the second; the paths in second place. */
            ? ngettext("A clear lead, %ld point to %ld. Next best: %s.",
                       "A clear lead, %ld points to %ld. Next best: %s.",
                       (unsigned long)ABS(lead->score))
            /* Translators: the same, said while the answers still missing can change it. */
            : ngettext("A lead so far, %ld point to %ld. Next best: %s.",
                       "A lead so far, %ld points to %ld. Next best: %s.",
                       (unsigned long)ABS(lead->score)),
        lead->score, lead->rival_score, lead->rivals);
}

static char *say_close(const Lead *lead)
{
    return g_strdup_printf(
        lead->is_settled
            /* Translators: points of the first and of the second; the paths in second place. */
            ? ngettext("A close call, %ld point to %ld. Next best: %s.",
                       "A close call, %ld points to %ld. Next best: %s.",
                       (unsigned long)ABS(lead->score))
            /* Translators: the same, said while the answers still missing can change it. */
            : ngettext("A close call so far, %ld point to %ld. Next best: %s.",
                       "A close call so far, %ld points to %ld. Next best: %s.",
                       (unsigned long)ABS(lead->score)),
        lead->score, lead->rival_score, lead->rivals);
}

static char *say_tied(const Lead *lead)
{
    return g_strdup_printf(
        lead->is_settled
            /* Translators: the points of each; the paths beside the first one. */
            ? ngettext("An exact tie at %ld point: the path named above is first only because the "
                       "tree prefers it to: %s.",
                       "An exact tie at %ld points: the path named above is first only because the "
                       "tree prefers it to: %s.",
                       (unsigned long)ABS(lead->score))
            /* Translators: the same, said while the answers still missing can change it. */
            : ngettext("An exact tie so far, at %ld point: the path named above is first only "
                       "because the tree prefers it to: %s.",
                       "An exact tie so far, at %ld points: the path named above is first only "
                       "because the tree prefers it to: %s.",
                       (unsigned long)ABS(lead->score)),
        lead->score, lead->rivals);
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
            ngettext("Check the answer behind that: %s.", "Check the answers behind that: %s.",
                     causes->len),
            answers);
    return g_strdup_printf(
        /* Translators: answers, each with its question. */
        ngettext("Check the answer that rules other paths out: %s.",
                 "Check the answers that rule other paths out: %s.", causes->len),
        answers);
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

static char *append_below_zero(char *text, const FpBriefMaker *maker, BriefStanding standing)
{
    long score = (long)maker->brief.score;
    char *below = g_strdup_printf(
        /* Translators: a negative number of points. */
        ngettext("More speaks against it than for it: %ld point.",
                 "More speaks against it than for it: %ld points.", (unsigned long)-score),
        score);
    return append_sentence(append_sentence(text, below), say_what_to_check(maker, standing));
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
    char *text = is_start ? NULL : say_standing(maker, standing);
    if (is_below_zero && !is_start)
        text = append_below_zero(text, maker, standing);
    char *outlook = brief_say_outlook(maker);
    text = text != NULL ? append_sentence(text, outlook) : outlook;
    maker->brief.sureness = brief_keep(maker, text);
    maker->brief.is_nothing_known = is_start;
    maker->brief.badge = say_badge(maker, standing);
    maker->brief.is_sure = (standing == BRIEF_STANDS_CLEAR || standing == BRIEF_STANDS_SINGLE) &&
                           !is_below_zero && !is_start && maker->brief.is_settled;
}
