// SPDX-License-Identifier: Apache-2.0
#include "render-words.h"
#include "fp-i18n.h"

/* A sum in the making. */
typedef struct {
    GString *text;
    size_t n_terms;
} Sum;

static void add_terms(Sum *sum, const FpBrief *brief, const size_t *indices, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const FpBriefReason *reason = &brief->reasons[indices[i]];
        if (!reason->counted || reason->points == 0)
            continue;
        if (sum->n_terms++ == 0)
            g_string_append_printf(sum->text, "%d", reason->points);
        else
            g_string_append_printf(sum->text, reason->points < 0 ? " - %d" : " + %d",
                                   ABS(reason->points));
    }
}

static char *finish_sum(Sum *sum, int64_t score)
{
    if (sum->n_terms == 0)
        g_string_append_c(sum->text, '0');
    if (sum->n_terms > 1)
        g_string_append_printf(sum->text, " = %" G_GINT64_FORMAT, score);
    return g_string_free(sum->text, FALSE);
}

char *words_of_score(const FpBrief *brief)
{
    Sum sum = { .text = g_string_new(NULL) };
    add_terms(&sum, brief, brief->reasons_for, brief->n_reasons_for);
    add_terms(&sum, brief, brief->reasons_against, brief->n_reasons_against);
    return finish_sum(&sum, brief->score);
}

char *words_of_other_score(const FpBrief *brief, const FpBriefOther *other)
{
    Sum sum = { .text = g_string_new(NULL) };
    add_terms(&sum, brief, other->reasons_for, other->n_reasons_for);
    add_terms(&sum, brief, other->reasons, other->n_reasons);
    return finish_sum(&sum, other->score);
}

char *words_of_rank(const FpBrief *brief, const FpBriefOther *other)
{
    long behind = (long)(brief->score - other->score);
    if (other->is_ruled_out)
        return g_strdup(_("ruled out"));
    if (behind == 0)
        return g_strdup(_("level, but the tree prefers it less"));
    return g_strdup_printf(ngettext("%ld point behind", "%ld points behind", (unsigned long)behind),
                           behind);
}

bool words_has_points(const FpBrief *brief, const FpBriefOther *other)
{
    for (size_t i = 0; i < other->n_reasons; i++) {
        if (brief->reasons[other->reasons[i]].effect != FP_EFFECT_RULE_OUT)
            return true;
    }
    return other->n_reasons_for > 0;
}

char *words_of_origin(const FpBriefReason *reason, bool ascii)
{
    if (reason->question == NULL)
        return NULL;
    return g_strdup_printf("%s %s %s", reason->question, ascii ? "->" : "→", reason->answer);
}

char *words_of_counted_by(const FpBrief *brief, const FpBriefReason *reason, bool ascii)
{
    const FpBriefReason *counting = &brief->reasons[reason->counted_by];
    bool is_same_answer =
        counting->question == reason->question && counting->answer == reason->answer;
    g_autofree char *origin = is_same_answer ? NULL : words_of_origin(counting, ascii);
    /* Translators: a question and its answer, or a sentence; "this" is what follows. */
    return g_strdup_printf(_("Not counted again, since this counts already: %s"),
                           origin != NULL ? origin : counting->because);
}

char *words_of_runner(const char *who)
{
    /* Translators: who runs a stop, or all stops of a place, on the data's way. */
    return g_strdup_printf(_("run by: %s"), who);
}

size_t words_count_together(const FpBriefStop *stops, size_t n)
{
    size_t together = 1;
    while (together < n && stops[0].within != NULL &&
           g_strcmp0(stops[together].within, stops[0].within) == 0)
        together++;
    return together;
}

const char *words_common_runner(const FpBriefStop *stops, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (g_strcmp0(stops[i].run_by, stops[0].run_by) != 0)
            return NULL;
    }
    return stops[0].run_by;
}

const char *words_of_access(FpAccessLevel level)
{
    switch (level) {
    case FP_ACCESS_NONE:
        /* Translators: how much of the data somebody can see. */
        return _("none");
    case FP_ACCESS_LIMITED:
        return _("limited");
    case FP_ACCESS_FULL:
        return _("full");
    }
    g_assert_not_reached();
}

char *words_of_access_to(const FpBriefAccess *access)
{
    switch (access->has) {
    case FP_ACCESS_NONE:
        /* Translators: somebody, and what they cannot see. */
        return g_strdup_printf(_("%s: no access to %s"), access->who, access->to);
    case FP_ACCESS_LIMITED:
        return g_strdup_printf(_("%s: limited access to %s"), access->who, access->to);
    case FP_ACCESS_FULL:
        return g_strdup_printf(_("%s: full access to %s"), access->who, access->to);
    }
    g_assert_not_reached();
}

const char *words_of_conditions(const FpBrief *brief)
{
    /* Translators: a heading, where people decided otherwise than recommended. */
    return brief->is_decided_otherwise ? _("Conditions of the path that was recommended")
                                       : _("Conditions: put these in place");
}

const char *words_of_limits(const FpBrief *brief)
{
    /* Translators: a heading, where people decided otherwise than recommended. */
    return brief->is_decided_otherwise ? _("What the recommended path does not give you")
                                       : _("What it does not give you");
}

const char *words_of_who_sees(const FpBrief *brief)
{
    /* Translators: a short heading, of a path that was recommended and not chosen. */
    return brief->is_decided_otherwise ? _("Who can see what, as recommended")
                                       : _("Who can see what");
}

const char *words_of_way(const FpBrief *brief)
{
    /* Translators: a short heading, of a path that was recommended and not chosen. */
    return brief->is_decided_otherwise ? _("The way of the data, as recommended")
                                       : _("The way of the data");
}

char *words_of_guard(const FpBriefStop *stop)
{
    if (stop->control == NULL)
        return NULL;
    if (stop->condition == 0)
        /* Translators: a control that can guard a stop on the data's way, but is not required. */
        return g_strdup_printf(_("can be guarded by: %s"), stop->control);
    /* Translators: the number of a condition, and the title of the control that it asks for. */
    return g_strdup_printf(_("guarded by condition %zu: %s"), stop->condition, stop->control);
}

char *words_of_finder(const FpBriefAnswer *answer)
{
    if (answer->who != NULL && answer->by != NULL)
        /* Translators: a person or a team, and a date. */
        return g_strdup_printf(_("%s finds out by %s."), answer->who, answer->by);
    if (answer->who != NULL)
        return g_strdup_printf(_("%s finds out."), answer->who);
    if (answer->by != NULL)
        return g_strdup_printf(_("To be found out by %s."), answer->by);
    return NULL;
}

char *words_of_open(const FpBriefAnswer *answer)
{
    char *finder = words_of_finder(answer);
    if (finder != NULL)
        return finder;
    if (answer->is_who_left_out)
        return g_strdup(_("(left out)"));
    return g_strdup(answer->state == FP_STATE_OPEN
                        ? _("Not answered yet")
                        /* Translators: of a question that was answered with "I don't know". */
                        : _("Not known; nobody is named who finds out."));
}

const char *words_of_open_heading(const FpBrief *brief)
{
    return brief->n_worth_asking > 0 ? _("Open questions, the most telling first")
                                     : _("Open questions");
}

char *words_of_maker(const FpBrief *brief)
{
    if (brief->organisation != NULL && brief->who != NULL)
        /* Translators: an organisation, and the person who made the page. */
        return g_strdup_printf(_("Made for %s by %s."), brief->organisation, brief->who);
    if (brief->organisation != NULL)
        /* Translators: an organisation. */
        return g_strdup_printf(_("Made for %s."), brief->organisation);
    if (brief->who != NULL)
        /* Translators: a person. */
        return g_strdup_printf(_("Made by %s."), brief->who);
    return NULL;
}

char *words_of_reference(const FpFactSourceRef *ref)
{
    const FpFactSource *source = ref->source;
    g_autofree char *published = source->has_published ? fp_date_to_text(source->published) : NULL;
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "%s, %s", source->publisher, source->title);
    if (published != NULL)
        g_string_append_printf(text, " (%s)", published);
    if (ref->locator != NULL)
        g_string_append_printf(text, ": %s", ref->locator);
    return g_string_free(text, FALSE);
}

char *words_of_answer(const FpBriefAnswer *answer)
{
    if (answer->answer == NULL && answer->state != FP_STATE_OPEN)
        /* Translators: stands for an answer that a page does not tell. */
        return g_strdup(_("(left out)"));
    switch (answer->state) {
    case FP_STATE_OPEN:
        return g_strdup(_("Not answered yet"));
    case FP_STATE_RESTING:
        /* Translators: an answer to a question that other answers have made needless. */
        return g_strdup_printf(_("%s (not asked with these answers, so it counts for nothing)"),
                               answer->answer);
    case FP_STATE_UNKNOWN:
    case FP_STATE_ANSWERED:
    case FP_STATE_NOT_APPLICABLE:
        break;
    }
    return g_strdup(answer->answer);
}

char *words_of_cites(FpBriefCites cites)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < cites.n; i++)
        g_string_append_printf(text, "%s%zu", i == 0 ? " [" : ", ", cites.numbers[i]);
    if (cites.n > 0)
        g_string_append_c(text, ']');
    return g_string_free(text, FALSE);
}
