// SPDX-License-Identifier: Apache-2.0
// Said here and nowhere else: how sure a verdict is. Whole sentences, chosen by what stands behind
// the winner: its rivals, its own score, and what is not known yet.
#include "brief-private.h"
#include "fp-i18n.h"
#include <stdlib.h>

/* How the winner stands to the others. */
typedef enum {
    STANDS_CLEAR,
    STANDS_CLOSE,
    STANDS_TIED,    /* equal scores: the tree's `prefer` settled it */
    STANDS_LAST,    /* all others are ruled out */
    STANDS_SINGLE,  /* the tree has one outcome */
    STANDS_NOWHERE, /* no path */
} Standing;

static Standing find_standing(const FpVerdict *verdict)
{
    if (verdict->outcome == FP_NONE)
        return STANDS_NOWHERE;
    if (!verdict->has_margin)
        return verdict->n_ranking > 1 ? STANDS_LAST : STANDS_SINGLE;
    if (verdict->is_tie)
        return STANDS_TIED;
    return verdict->is_close_call ? STANDS_CLOSE : STANDS_CLEAR;
}

static bool is_same_origin(const FpOrigin *one, const FpOrigin *other)
{
    return one->question == other->question && one->option == other->option;
}

/* The one answer that alone rules out all that is out, or NULL. */
static const FpOrigin *find_sole_cause(const FpVerdict *verdict)
{
    size_t n_out = brief_count_ruled_out(verdict), n_hit = 0, run = 0;
    g_autoptr(GArray) hit_in = g_array_new(FALSE, TRUE, sizeof(size_t));
    const FpOrigin *origin = NULL;
    g_array_set_size(hit_in, (guint)verdict->tree->n_outcomes);
    // An option's reasons stand together, so its outcomes are counted in one run.
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        const FpReason *reason = &verdict->reasons[i];
        if (reason->effect->kind != FP_EFFECT_RULE_OUT || reason->origin.question == FP_NONE)
            continue;
        if (origin == NULL || !is_same_origin(origin, &reason->origin)) {
            origin = &reason->origin;
            n_hit = 0;
            run++;
        }
        size_t *last_hit_in = &g_array_index(hit_in, size_t, reason->outcome);
        n_hit += *last_hit_in != run;
        *last_hit_in = run;
        if (n_hit == n_out)
            return origin;
    }
    return NULL;
}

static const char *option_label(const FpBriefMaker *maker, const FpOrigin *origin)
{
    const FpQuestion *question = &maker->tree->questions[origin->question];
    return brief_tree_text(maker, question->options[origin->option].label);
}

static char *say_only_one_left(const FpBriefMaker *maker)
{
    const FpOrigin *cause = find_sole_cause(maker->verdict);
    if (cause == NULL)
        return g_strdup(_("Every other path is ruled out. Check the answers that rule the rest "
                          "out."));
    /* Translators: an answer, then the question that it was given to. */
    return g_strdup_printf(_("Every other path is ruled out. Check the answer that rules the rest "
                             "out: \"%s\" to \"%s\"."),
                           option_label(maker, cause), brief_question_text(maker, cause->question));
}

static char *say_no_path(const FpBriefMaker *maker)
{
    const FpOrigin *cause = find_sole_cause(maker->verdict);
    if (cause == NULL)
        return g_strdup(_("Different answers rule out different paths; each is listed with its "
                          "reason. Where one of these answers can give way, a path may open."));
    /* Translators: an answer, then the question that it was given to. */
    return g_strdup_printf(_("One answer alone rules out every path: \"%s\" to \"%s\". Check that "
                             "it is as firm as it was given."),
                           option_label(maker, cause), brief_question_text(maker, cause->question));
}

/* What a lead is told with. */
typedef struct {
    const char *rival;
    long margin, score, rival_score;
    bool is_final; /* nothing is open or unknown */
} Lead;

static Lead find_lead(const FpBriefMaker *maker)
{
    // The runner-up stands second: what is ruled out comes after all that is not.
    const FpRank *first = &maker->verdict->ranking[0], *second = &maker->verdict->ranking[1];
    return (Lead) { .rival = brief_outcome_title(maker, second->outcome),
                    .margin = (long)maker->verdict->margin,
                    .score = (long)first->score,
                    .rival_score = (long)second->score,
                    .is_final = brief_count_not_known(maker->verdict) == 0 };
}

static char *say_clear(const Lead *lead)
{
    unsigned long n = (unsigned long)lead->margin;
    return g_strdup_printf(
        lead->is_final
            /* Translators: points, the path in second place, scores of the first and the second. */
            ? ngettext("A clear lead: %ld point ahead of %s (%ld to %ld).",
                       "A clear lead: %ld points ahead of %s (%ld to %ld).", n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far %ld point ahead of %s (%ld to %ld).",
                       "So far %ld points ahead of %s (%ld to %ld).", n),
        lead->margin, lead->rival, lead->score, lead->rival_score);
}

static char *say_close(const Lead *lead)
{
    unsigned long n = (unsigned long)lead->margin;
    return g_strdup_printf(
        lead->is_final
            /* Translators: points, the path in second place, scores of the first and the second. */
            ? ngettext("A close call: only %ld point ahead of %s (%ld to %ld).",
                       "A close call: only %ld points ahead of %s (%ld to %ld).", n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far a close call: only %ld point ahead of %s (%ld to %ld).",
                       "So far a close call: only %ld points ahead of %s (%ld to %ld).", n),
        lead->margin, lead->rival, lead->score, lead->rival_score);
}

static size_t count_level(const FpVerdict *verdict)
{
    size_t n = 0;
    for (size_t i = 0; i < verdict->n_ranking && !verdict->ranking[i].is_ruled_out; i++)
        n += verdict->ranking[i].score == verdict->ranking[0].score;
    return n;
}

static char *say_tied_with_several(const char *winner, const Lead *lead, size_t n)
{
    return g_strdup_printf(
        lead->is_final
            /* Translators: how many paths, the score of each, the path in first place. */
            ? ngettext("An exact tie of %zu path, at a score of %ld: %s comes first only because "
                       "the tree prefers it.",
                       "An exact tie of %zu paths, at a score of %ld: %s comes first only because "
                       "the tree prefers it.",
                       n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far an exact tie of %zu path, at a score of %ld: %s comes first only "
                       "because the tree prefers it.",
                       "So far an exact tie of %zu paths, at a score of %ld: %s comes first only "
                       "because the tree prefers it.",
                       n),
        n, lead->score, winner);
}

static char *say_tied(const char *winner, const Lead *lead)
{
    unsigned long n = (unsigned long)labs(lead->score);
    return g_strdup_printf(
        lead->is_final
            /* Translators: the path in second place, the score of both, the path in first place. */
            ? ngettext("An exact tie with %s, at %ld point each: %s comes first only because the "
                       "tree prefers it.",
                       "An exact tie with %s, at %ld points each: %s comes first only because the "
                       "tree prefers it.",
                       n)
            /* Translators: the same, said while some questions have no answer. */
            : ngettext("So far an exact tie with %s, at %ld point each: %s comes first only "
                       "because the tree prefers it.",
                       "So far an exact tie with %s, at %ld points each: %s comes first only "
                       "because the tree prefers it.",
                       n),
        lead->rival, lead->score, winner);
}

static char *say_lead(const FpBriefMaker *maker, Standing standing)
{
    const Lead lead = find_lead(maker);
    size_t n_level = count_level(maker->verdict);
    if (standing == STANDS_CLEAR)
        return say_clear(&lead);
    if (standing == STANDS_CLOSE)
        return say_close(&lead);
    return n_level > 2 ? say_tied_with_several(maker->brief.outcome, &lead, n_level)
                       : say_tied(maker->brief.outcome, &lead);
}

static char *say_standing(const FpBriefMaker *maker, Standing standing)
{
    switch (standing) {
    case STANDS_NOWHERE:
        return say_no_path(maker);
    case STANDS_LAST:
        return say_only_one_left(maker);
    case STANDS_SINGLE:
        return g_strdup(_("It is the only path that this tree has."));
    case STANDS_TIED:
    case STANDS_CLOSE:
    case STANDS_CLEAR:
        break;
    }
    return say_lead(maker, standing);
}

static char *say_below_zero(int64_t score)
{
    return g_strdup_printf(_("More speaks against it than for it: its score is %ld, below "
                             "zero."),
                           (long)score);
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

static char *say_not_known(const FpVerdict *verdict)
{
    size_t n_open = brief_count_questions(verdict, FP_STATE_OPEN);
    size_t n_unknown = brief_count_questions(verdict, FP_STATE_UNKNOWN);
    if (n_unknown == 0)
        return say_open(n_open);
    if (n_open == 0)
        return say_unknown(n_unknown);
    return g_strdup_printf(ngettext("%zu question is still open or unknown, so this is what can "
                                    "be said now.",
                                    "%zu questions are still open or unknown, so this is what can "
                                    "be said now.",
                                    n_open + n_unknown),
                           n_open + n_unknown);
}

static char *say_nothing_known(const FpBriefMaker *maker)
{
    return g_strdup_printf(_("Before any answer %s stands first, but that is no recommendation."),
                           maker->brief.outcome);
}

static char *append_sentence(char *text, char *sentence)
{
    /* Translators: two whole sentences, one after the other. */
    char *both = g_strdup_printf(_("%s %s"), text, sentence);
    g_free(text);
    g_free(sentence);
    return both;
}

static void make_sureness(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    Standing standing = find_standing(verdict);
    size_t n_not_known = brief_count_not_known(verdict);
    bool is_below_zero = maker->brief.has_outcome && maker->brief.score < 0;
    bool is_start = brief_is_nothing_known(verdict) && maker->brief.has_outcome;
    char *text = is_start ? say_nothing_known(maker) : say_standing(maker, standing);
    if (is_below_zero)
        text = append_sentence(text, say_below_zero(maker->brief.score));
    if (n_not_known > 0)
        text = append_sentence(text, say_not_known(verdict));
    maker->brief.sureness = brief_keep(maker, text);
    maker->brief.is_sure = (standing == STANDS_CLEAR || standing == STANDS_SINGLE) &&
                           !is_below_zero && n_not_known == 0;
}

static char *headline_last(const char *outcome, size_t n)
{
    if (n == 0)
        return g_strdup_printf(_("Nothing fits well: only %s is left."), outcome);
    return g_strdup_printf(ngettext("Nothing fits well: only %s is left, on %zu condition.",
                                    "Nothing fits well: only %s is left, on %zu conditions.", n),
                           outcome, n);
}

static char *headline_least_bad(const char *outcome, size_t n)
{
    if (n == 0)
        return g_strdup_printf(_("Nothing fits well: %s is the least bad."), outcome);
    return g_strdup_printf(ngettext("Nothing fits well: %s is the least bad, on %zu condition.",
                                    "Nothing fits well: %s is the least bad, on %zu conditions.",
                                    n),
                           outcome, n);
}

static char *headline_so_far(const char *outcome, size_t n)
{
    if (n == 0)
        return g_strdup_printf(_("So far: %s."), outcome);
    return g_strdup_printf(
        ngettext("So far: %s, on %zu condition.", "So far: %s, on %zu conditions.", n), outcome, n);
}

static char *headline_recommended(const char *outcome, size_t n)
{
    if (n == 0)
        return g_strdup_printf(_("Recommended: %s."), outcome);
    return g_strdup_printf(
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
    if (find_standing(verdict) == STANDS_LAST)
        return headline_last(outcome, n);
    if (maker->brief.score < 0)
        return headline_least_bad(outcome, n);
    if (brief_count_questions(verdict, FP_STATE_OPEN) > 0)
        return headline_so_far(outcome, n);
    return headline_recommended(outcome, n);
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
        is_followed ? _("Decided as recommended: %s.") : _("Decided otherwise: %s."), title);
}

static void make_decided(FpBriefMaker *maker)
{
    const FpSession *session = maker->input->session;
    const FpEvent *decided = session != NULL ? fp_session_decided(session) : NULL;
    if (decided == NULL)
        return;
    char *text = say_decided(maker, decided);
    if (decided->text != NULL && *decided->text != '\0')
        /* Translators: why the people decided so, in their own words. */
        text = append_sentence(text, g_strdup_printf(_("Their reason: %s"), decided->text));
    maker->brief.decided = brief_keep(maker, text);
}

void brief_make_headline(FpBriefMaker *maker)
{
    maker->brief.headline = brief_keep(maker, say_headline(maker));
    make_sureness(maker);
    make_decided(maker);
}
