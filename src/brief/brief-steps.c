// SPDX-License-Identifier: Apache-2.0
// First what could still change the verdict, then the path's own steps.
#include "brief-private.h"
#include "fp-i18n.h"

static FpBriefStep step_find_out(FpBriefMaker *maker, size_t question)
{
    const FpSession *session = maker->input->session;
    const char *who = session != NULL ? fp_session_who(session, question) : NULL;
    const char *by = session != NULL ? fp_session_by(session, question) : NULL;
    const char *text = brief_question_text(maker, question);
    char *what = by != NULL
                     /* Translators: a date and a question that was answered with "I don't know". */
                     ? g_strdup_printf(_("Find out by %s: %s"), by, text)
                     /* Translators: a question that was answered with "I don't know". */
                     : g_strdup_printf(_("Find out: %s"), text);
    return (FpBriefStep) { .what = brief_keep(maker, what),
                           .owner = brief_keep(maker, g_strdup(who)) };
}

static FpBriefStep step_answer_the_rest(FpBriefMaker *maker, size_t n_open)
{
    char *what = g_strdup_printf(ngettext("Answer the %zu question that is still open.",
                                          "Answer the %zu questions that are still open.", n_open),
                                 n_open);
    return (FpBriefStep) { .what = brief_keep(maker, what) };
}

/* True where no path, the last one left or a bad one won: an answer may be stricter than meant. */
static bool has_to_check_answers(const FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    bool is_forced = !verdict->has_margin && brief_count_ruled_out(verdict) > 0;
    return !brief_is_nothing_known(verdict) &&
           (is_forced || (maker->brief.has_outcome && maker->brief.score < 0));
}

static FpBriefStep step_check_answers(void)
{
    return (FpBriefStep) {
        .what =
            _("Go back to the answers that rule paths out or speak against them, with those who "
              "gave them: is each as firm as it was given?")
    };
}

static FpBriefStep step_of_path(FpBriefMaker *maker, const FpNextStep *from)
{
    return (FpBriefStep) { .what = brief_tree_text(maker, from->what),
                           .owner = brief_tree_text(maker, from->owner),
                           .cites = brief_cite(maker, &from->cites) };
}

void brief_make_steps(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    const FpOutcome *outcome = brief_path(maker);
    size_t n_open = brief_count_questions(verdict, FP_STATE_OPEN), n = 0;
    size_t n_most = brief_count_questions(verdict, FP_STATE_UNKNOWN) + 2 +
                    (outcome != NULL ? outcome->n_next_steps : 0);
    FpBriefStep *steps = brief_new_array(maker, n_most, sizeof *steps);
    if (has_to_check_answers(maker))
        steps[n++] = step_check_answers();
    if (n_open > 0)
        steps[n++] = step_answer_the_rest(maker, n_open);
    for (size_t i = 0; i < maker->tree->n_questions; i++) {
        if (verdict->states[i] == FP_STATE_UNKNOWN)
            steps[n++] = step_find_out(maker, i);
    }
    for (size_t i = 0; outcome != NULL && i < outcome->n_next_steps; i++)
        steps[n++] = step_of_path(maker, &outcome->next_steps[i]);
    maker->brief.next_steps = steps;
    maker->brief.n_next_steps = n;
}
