// SPDX-License-Identifier: Apache-2.0
// First what could still change the verdict, then the path's own steps.
#include "brief-private.h"
#include "fp-i18n.h"

static void add_step(FpBriefMaker *maker, GArray *steps, char *what)
{
    const FpBriefStep step = { .what = brief_keep(maker, what) };
    g_array_append_val(steps, step);
}

static void add_answers_that_rule_out(FpBriefMaker *maker, GArray *steps, bool is_forced)
{
    g_autoptr(GArray) ruling = brief_find_ruling(maker->verdict);
    size_t n = is_forced ? brief_count_deciding(maker->verdict, ruling) : ruling->len;
    for (size_t i = 0; i < n; i++) {
        const BriefCause *cause = &g_array_index(ruling, BriefCause, i);
        g_autofree char *answer = brief_name_answer(maker, cause);
        add_step(maker, steps,
                 /* Translators: how many paths; an answer with its question. */
                 g_strdup_printf(ngettext("Check this answer, which rules out %zu path: %s.",
                                          "Check this answer, which rules out %zu paths: %s.",
                                          cause->weight),
                                 cause->weight, answer));
    }
}

static void add_answers_against(FpBriefMaker *maker, GArray *steps)
{
    g_autoptr(GArray) against = brief_find_against(maker->verdict);
    for (guint i = 0; i < against->len; i++) {
        const BriefCause *cause = &g_array_index(against, BriefCause, i);
        g_autofree char *answer = brief_name_answer(maker, cause);
        add_step(maker, steps,
                 g_strdup_printf(
                     /* Translators: points; an answer with its question. */
                     ngettext("Check this answer, which takes %zu point from the path in first "
                              "place: %s.",
                              "Check this answer, which takes %zu points from the path in first "
                              "place: %s.",
                              cause->weight),
                     cause->weight, answer));
    }
}

/* Where no path, the last one left or a bad one won: an answer may be stricter than meant. */
static void add_checks(FpBriefMaker *maker, GArray *steps)
{
    const FpVerdict *verdict = maker->verdict;
    bool is_forced = !verdict->has_margin && brief_count_ruled_out(verdict) > 0;
    bool is_below_zero = maker->brief.has_outcome && maker->brief.score < 0;
    if (brief_is_nothing_known(verdict) || !(is_forced || is_below_zero))
        return;
    if (is_below_zero)
        add_answers_against(maker, steps);
    add_answers_that_rule_out(maker, steps, is_forced);
    if (steps->len == 0)
        add_step(maker, steps,
                 g_strdup(_("Go back to the answers that rules read together: is each as firm as "
                            "it was given?")));
}

static void add_question(FpBriefMaker *maker, GArray *steps, char *what, const char *owner)
{
    const FpBriefStep step = { .what = brief_keep(maker, what),
                               .owner = owner,
                               .is_question = true };
    g_array_append_val(steps, step);
}

static void add_open_questions(FpBriefMaker *maker, GArray *steps)
{
    size_t n_open = brief_count_questions(maker->verdict, FP_STATE_OPEN);
    if (n_open > BRIEF_OPEN_NAMED_MAX) {
        add_step(maker, steps,
                 g_strdup_printf(ngettext("Answer the question that is still open.",
                                          "Answer the %zu questions that are still open.", n_open),
                                 n_open));
        return;
    }
    for (size_t i = 0; i < maker->tree->n_questions; i++) {
        if (maker->verdict->states[i] != FP_STATE_OPEN)
            continue;
        /* Translators: a question that is still open. */
        add_question(
            maker, steps,
            g_strdup_printf(_("Answer what is still open: %s"), brief_question_text(maker, i)),
            NULL);
    }
}

static char *say_find_out(const char *question, const char *by)
{
    if (by == NULL)
        /* Translators: a question that was answered with "I don't know". */
        return g_strdup_printf(_("Find out: %s"), question);
    /* Translators: a date and a question that was answered with "I don't know". */
    return g_strdup_printf(_("Find out by %s: %s"), by, question);
}

static void add_unknowns(FpBriefMaker *maker, GArray *steps)
{
    const FpSession *session = maker->input->session;
    size_t n_unknown = brief_count_questions(maker->verdict, FP_STATE_UNKNOWN);
    if (n_unknown > BRIEF_OPEN_NAMED_MAX) {
        add_step(maker, steps,
                 g_strdup_printf(
                     ngettext("Find out the answer to the %zu question that is listed as open.",
                              "Find out the answers to the %zu questions that are listed as open.",
                              n_unknown),
                     n_unknown));
        return;
    }
    for (size_t i = 0; i < maker->tree->n_questions; i++) {
        if (maker->verdict->states[i] != FP_STATE_UNKNOWN)
            continue;
        const char *who = session != NULL ? fp_session_who(session, i) : NULL;
        const char *by = session != NULL ? fp_session_by(session, i) : NULL;
        add_question(maker, steps, say_find_out(brief_question_text(maker, i), by),
                     brief_keep_words(maker, FP_BRIEF_REDACT_WHO, who));
    }
}

static void add_steps_of_path(FpBriefMaker *maker, GArray *steps)
{
    // Nobody takes the steps of a path that was not chosen.
    const FpOutcome *outcome = maker->brief.is_decided_otherwise ? NULL : brief_path(maker);
    for (size_t i = 0; outcome != NULL && i < outcome->n_next_steps; i++) {
        const FpNextStep *from = &outcome->next_steps[i];
        const FpBriefStep step = { .what = brief_tree_text(maker, from->what),
                                   .owner = brief_tree_text(maker, from->owner),
                                   .cites = brief_cite(maker, &from->cites) };
        g_array_append_val(steps, step);
    }
}

void brief_make_steps(FpBriefMaker *maker)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(FpBriefStep));
    add_checks(maker, steps);
    add_open_questions(maker, steps);
    add_unknowns(maker, steps);
    add_steps_of_path(maker, steps);
    FpBriefStep *kept = brief_new_array(maker, steps->len, sizeof *kept);
    for (guint i = 0; i < steps->len; i++)
        kept[i] = g_array_index(steps, FpBriefStep, i);
    maker->brief.next_steps = kept;
    maker->brief.n_next_steps = steps->len;
}
