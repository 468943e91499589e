// SPDX-License-Identifier: Apache-2.0
// Changes to one question that lead to the same path are told as one way to it, by what they do to
// the answer; of a pair the second's are.
#include "brief-analyses-private.h"
#include "brief-private.h"
#include "fp-i18n.h"

/* What a change does to an answer. */
typedef enum { STEP_INSTEAD, STEP_ALSO, STEP_WITHOUT } StepKind;

static FpOptionSet said_to(const FpBriefMaker *maker, size_t question)
{
    return fp_answer_sheet_get(maker->input->sheet, question)->options;
}

static StepKind kind_of(const FpBriefMaker *maker, const FpAnswerChange *step)
{
    FpOptionSet said = said_to(maker, step->question);
    if (maker->tree->questions[step->question].type != FP_QUESTION_MANY)
        return STEP_INSTEAD;
    if (fp_option_set_contains(step->to, said))
        return STEP_ALSO;
    return fp_option_set_contains(said, step->to) ? STEP_WITHOUT : STEP_INSTEAD;
}

/* The option that the step brings in or takes out. */
static size_t option_of(const FpBriefMaker *maker, const FpAnswerChange *step)
{
    FpOptionSet said = said_to(maker, step->question);
    return fp_option_set_first(kind_of(maker, step) == STEP_WITHOUT
                                   ? fp_option_set_minus(said, step->to)
                                   : fp_option_set_minus(step->to, said));
}

static char *quote_option(const FpBriefMaker *maker, const FpAnswerChange *step)
{
    const FpQuestion *question = &maker->tree->questions[step->question];
    const char *label = brief_tree_text(maker, question->options[option_of(maker, step)].label);
    /* Translators: an answer, in quotation marks. */
    return g_strdup_printf(_("\"%s\""), label);
}

/* Steps of one question and kind, in words. options: their options, quoted and joined. */
static char *say_step(const FpBriefMaker *maker, const FpAnswerChange *step, const char *options)
{
    const char *question = brief_question_text(maker, step->question);
    if (brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        /* Translators: a question; its answers are not to be told. */
        return g_strdup_printf(_("another answer to \"%s\""), question);
    switch (kind_of(maker, step)) {
    case STEP_ALSO:
        /* Translators: answers in quotation marks; the question that takes several. */
        return g_strdup_printf(_("%s besides, to \"%s\""), options, question);
    case STEP_WITHOUT:
        /* Translators: answers in quotation marks; the question that takes several. */
        return g_strdup_printf(_("not %s, to \"%s\""), options, question);
    case STEP_INSTEAD:
        break;
    }
    g_autofree char *said = fp_brief_answer_in_words(
        maker->tree, step->question, fp_answer_sheet_get(maker->input->sheet, step->question),
        maker->input->language);
    /* Translators: answers in quotation marks; the present answer; the question. */
    return g_strdup_printf(_("%s instead of \"%s\", to \"%s\""), options, said, question);
}

/* True where two changes are one way but for the last option. */
static bool is_same_way(const FpBriefMaker *maker, const FpChange *a, const FpChange *b)
{
    const FpAnswerChange *last_a = &a->steps[a->n_steps - 1], *last_b = &b->steps[b->n_steps - 1];
    if (brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        return a->n_steps == b->n_steps && last_a->question == last_b->question &&
               a->steps[0].question == b->steps[0].question;
    bool has_same_first = a->n_steps == 1 || (a->steps[0].question == b->steps[0].question &&
                                              fp_option_set_equal(a->steps[0].to, b->steps[0].to));
    return has_same_first && last_a->question == last_b->question &&
           kind_of(maker, last_a) == kind_of(maker, last_b);
}

/* changes: of const FpChange *, all one way. */
static char *say_way(const FpBriefMaker *maker, const GPtrArray *changes)
{
    const FpChange *first = g_ptr_array_index(changes, 0);
    g_autoptr(GPtrArray) options = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < changes->len; i++) {
        const FpChange *change = g_ptr_array_index(changes, i);
        g_ptr_array_add(options, quote_option(maker, &change->steps[change->n_steps - 1]));
    }
    g_autofree char *joined = brief_join_alternatives(options);
    char *last = say_step(maker, &first->steps[first->n_steps - 1], joined);
    if (first->n_steps == 1)
        return last;
    g_autofree char *second = last;
    g_autofree char *option = quote_option(maker, &first->steps[0]);
    g_autofree char *before = say_step(maker, &first->steps[0], option);
    /* Translators: two changes of answers that go together. */
    return g_strdup_printf(_("%s; and %s"), before, second);
}

/* Takes the first change and all that are one way with it from `left`. */
static GPtrArray *take_way(const FpBriefMaker *maker, GPtrArray *left)
{
    GPtrArray *way = g_ptr_array_new();
    const FpChange *first = g_ptr_array_index(left, 0);
    for (guint i = 0; i < left->len;) {
        if (is_same_way(maker, first, g_ptr_array_index(left, i)))
            g_ptr_array_add(way, g_ptr_array_remove_index(left, i));
        else
            i++;
    }
    return way;
}

static char *say_intro(const FpBriefMaker *maker, size_t outcome, bool is_pair)
{
    if (outcome == FP_NONE)
        return g_strdup(is_pair ? _("Two other answers together would leave no path:")
                                : _("One other answer would leave no path:"));
    return g_strdup_printf(
        /* Translators: a path. */
        is_pair ? _("Two other answers together would make it: %s")
                : _("One other answer would make it: %s"),
        brief_outcome_title(maker, outcome));
}

/* left: changes that lead to one outcome; emptied. */
static void make_alternative(FpBriefMaker *maker, GPtrArray *left, FpBriefAlternative *alternative)
{
    const FpChange *first = g_ptr_array_index(left, 0);
    const char **ways = brief_new_array(maker, left->len, sizeof *ways);
    alternative->outcome_index = first->outcome;
    if (first->outcome != FP_NONE)
        alternative->outcome = brief_outcome_title(maker, first->outcome);
    alternative->intro = brief_keep(maker, say_intro(maker, first->outcome, first->n_steps == 2));
    while (left->len > 0) {
        g_autoptr(GPtrArray) way = take_way(maker, left);
        ways[alternative->n_ways++] = brief_keep(maker, say_way(maker, way));
    }
    alternative->ways = ways;
}

static void make_alternatives(FpBriefMaker *maker, const FpChanges *changes)
{
    size_t n_outcomes = maker->tree->n_outcomes, n = 0;
    FpBriefAlternative *alternatives = brief_new_array(maker, n_outcomes + 1, sizeof *alternatives);
    for (size_t i = 0; i <= n_outcomes; i++) {
        g_autoptr(GPtrArray) left = g_ptr_array_new();
        size_t outcome = i < n_outcomes ? maker->tree->prefer[i] : FP_NONE;
        for (size_t k = 0; k < changes->n; k++) {
            if (changes->items[k].outcome == outcome)
                g_ptr_array_add(left, (gpointer)(uintptr_t)&changes->items[k]);
        }
        if (left->len > 0)
            make_alternative(maker, left, &alternatives[n++]);
    }
    maker->brief.alternatives = alternatives;
    maker->brief.n_alternatives = n;
}

static const char *find_remark(const FpBriefMaker *maker, const FpChanges *changes)
{
    if (changes->is_undecided)
        return _("Which other answers would change it could not be worked out: there is too much "
                 "to try.");
    if (changes->n == 0)
        return maker->brief.has_outcome
                   ? _("No other answer to one question, nor to two at once, would change it.")
                   : _("No other answer to one question, nor to two at once, would open a path.");
    if (changes->n == FP_PAIRS_MAX && changes->items[0].n_steps == 2)
        return _("There may be more such pairs: these are the first ones.");
    return NULL;
}

void brief_make_changes(FpBriefMaker *maker)
{
    const FpChanges *changes =
        maker->input->analyses != NULL ? maker->input->analyses->changes : NULL;
    if (changes == NULL || brief_count_questions(maker->verdict, FP_STATE_ANSWERED) == 0)
        return;
    make_alternatives(maker, changes);
    maker->brief.changes_remark = find_remark(maker, changes);
}
