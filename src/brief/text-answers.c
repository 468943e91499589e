// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "render-words.h"
#include "text-private.h"

static FpLineStyle style_of(FpQuestionState state)
{
    switch (state) {
    case FP_STATE_OPEN:
    case FP_STATE_UNKNOWN:
        return FP_LINE_WARNING;
    case FP_STATE_RESTING:
        return FP_LINE_DETAIL;
    case FP_STATE_ANSWERED:
    case FP_STATE_NOT_APPLICABLE:
        break;
    }
    return FP_LINE_STRONG;
}

static void write_note(FpLineWriter *writer, size_t indent, const char *note)
{
    if (note == NULL)
        return;
    /* Translators: a note that somebody made, in their own words. */
    g_autofree char *text = g_strdup_printf(_("Note: %s"), note);
    line_writer_prose(writer, FP_LINE_BODY, indent, "", text);
}

static void write_answer(FpLineWriter *writer, const FpBriefAnswer *answer)
{
    g_autofree char *said = words_of_answer(answer);
    g_autofree char *finder = answer->state == FP_STATE_UNKNOWN ? words_of_finder(answer) : NULL;
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, "%s", answer->question);
    line_writer_item(writer, style_of(answer->state), TEXT_INDENT_DEEP, "", said);
    if (finder != NULL)
        line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEP, "", finder);
    write_note(writer, TEXT_INDENT_DEEP, answer->note);
}

void text_write_open(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_open == 0)
        return;
    line_writer_heading(writer, words_of_open_heading(brief));
    for (size_t i = 0; i < brief->n_open; i++) {
        const FpBriefAnswer *answer = &brief->answers[brief->open[i]];
        g_autofree char *finder = words_of_open(answer);
        line_writer_item(writer, FP_LINE_BODY, TEXT_INDENT, "- ", answer->question);
        line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEP, "", finder);
    }
}

void text_write_answers(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_answers == 0 && brief->note == NULL)
        return;
    line_writer_heading(writer, _("What was answered"));
    write_note(writer, TEXT_INDENT, brief->note);
    for (size_t i = 0; i < brief->n_answers; i++)
        write_answer(writer, &brief->answers[i]);
}
