// SPDX-License-Identifier: Apache-2.0
#include "brief-private.h"
#include "fp-i18n.h"

static char *labels_in_words(const FpTree *tree, const FpQuestion *question, FpOptionSet options,
                             const char *language)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < question->n_options; i++) {
        if (!fp_option_set_has(options, i))
            continue;
        if (words->len > 0)
            /* Translators: stands between several answers to one question. */
            g_string_append(words, _("; "));
        g_string_append(words, fp_tree_text(tree, question->options[i].label, language));
    }
    return g_string_free(words, FALSE);
}

static char *number_in_words(const FpTree *tree, const FpQuestion *question, FpDecimal number,
                             const char *language)
{
    g_autofree char *digits = fp_decimal_to_text(number);
    const char *unit = fp_tree_text(tree, question->unit, language);
    if (unit == NULL)
        return g_steal_pointer(&digits);
    /* Translators: a number and its unit, as in "50000 USD". */
    return g_strdup_printf(_("%s %s"), digits, unit);
}

char *fp_brief_answer_in_words(const FpTree *tree, size_t question, const FpAnswer *answer,
                               const char *language)
{
    const FpQuestion *asked = &tree->questions[question];
    switch (answer->kind) {
    case FP_ANSWER_NONE:
        return NULL;
    case FP_ANSWER_UNKNOWN:
        return g_strdup(_("I don't know"));
    case FP_ANSWER_OPTIONS:
        return labels_in_words(tree, asked, answer->options, language);
    case FP_ANSWER_NUMBER:
        return number_in_words(tree, asked, answer->number, language);
    }
    g_assert_not_reached();
}

static void make_answer(FpBriefMaker *maker, size_t question, FpBriefAnswer *answer)
{
    const FpSession *session = maker->input->session;
    answer->question = brief_question_text(maker, question);
    answer->question_index = question;
    const FpAnswer *said = fp_answer_sheet_get(maker->input->sheet, question);
    answer->state = maker->verdict->states[question];
    if (said->kind == FP_ANSWER_UNKNOWN || !brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        answer->answer = brief_keep(
            maker, fp_brief_answer_in_words(maker->tree, question, said, maker->input->language));
    if (session == NULL)
        return;
    answer->note =
        brief_keep_words(maker, FP_BRIEF_REDACT_NOTES, fp_session_note(session, question));
    answer->who = brief_keep_words(maker, FP_BRIEF_REDACT_WHO, fp_session_who(session, question));
    answer->is_who_left_out = answer->who == NULL && fp_session_who(session, question) != NULL;
    answer->by = brief_keep(maker, g_strdup(fp_session_by(session, question)));
}

static bool is_worth_asking(const FpBrief *brief, size_t question)
{
    for (size_t i = 0; i < brief->n_worth_asking; i++) {
        if (brief->worth_asking[i] == question)
            return true;
    }
    return false;
}

static bool has_no_answer(const FpBriefAnswer *answer)
{
    return answer->state == FP_STATE_OPEN || answer->state == FP_STATE_UNKNOWN;
}

static size_t find_among_answers(const FpBrief *brief, size_t question)
{
    size_t i = 0;
    while (brief->answers[i].question_index != question)
        i++;
    return i;
}

/* What is worth asking first, then the others in the tree's order. */
static void list_open(FpBriefMaker *maker)
{
    FpBrief *brief = &maker->brief;
    size_t *open = brief_new_array(maker, brief->n_answers, sizeof *open);
    size_t n = 0;
    for (size_t i = 0; i < brief->n_worth_asking; i++)
        open[n++] = find_among_answers(brief, brief->worth_asking[i]);
    for (size_t i = 0; i < brief->n_answers; i++) {
        const FpBriefAnswer *answer = &brief->answers[i];
        if (has_no_answer(answer) && !is_worth_asking(brief, answer->question_index))
            open[n++] = i;
    }
    brief->open = open;
    brief->n_open = n;
}

void brief_make_answers(FpBriefMaker *maker)
{
    size_t n_questions = maker->tree->n_questions, n = 0;
    FpBriefAnswer *answers = brief_new_array(maker, n_questions, sizeof *answers);
    for (size_t i = 0; i < n_questions; i++) {
        if (maker->verdict->states[i] != FP_STATE_NOT_APPLICABLE)
            make_answer(maker, i, &answers[n++]);
    }
    maker->brief.answers = answers;
    maker->brief.n_answers = n;
    list_open(maker);
}
