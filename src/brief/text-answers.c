// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "text-private.h"

static void write_said(FpLineWriter *writer, const FpBriefAnswer *answer)
{
    size_t indent = 2 * TEXT_INDENT;
    switch (answer->state) {
    case FP_STATE_OPEN:
        text_put(writer, FP_LINE_WARNING, indent, "%s", _("Not answered yet"));
        break;
    case FP_STATE_UNKNOWN:
        text_put(writer, FP_LINE_WARNING, indent, "%s", answer->answer);
        break;
    case FP_STATE_RESTING:
        /* TRANSLATORS: an answer to a question that other answers have made needless. */
        text_put(writer, FP_LINE_DETAIL, indent, _("(not asked any more, counts for nothing: %s)"),
                 answer->answer);
        break;
    case FP_STATE_ANSWERED:
    case FP_STATE_NOT_APPLICABLE:
        text_put(writer, FP_LINE_STRONG, indent, "%s", answer->answer);
        break;
    }
}

static void write_who_finds_out(FpLineWriter *writer, const FpBriefAnswer *answer)
{
    size_t indent = 2 * TEXT_INDENT;
    if (answer->who != NULL && answer->by != NULL)
        /* TRANSLATORS: a person or a team, and a date. */
        text_put(writer, FP_LINE_DETAIL, indent, _("%s finds out by %s."), answer->who, answer->by);
    else if (answer->who != NULL)
        text_put(writer, FP_LINE_DETAIL, indent, _("%s finds out."), answer->who);
    else if (answer->by != NULL)
        text_put(writer, FP_LINE_DETAIL, indent, _("To be found out by %s."), answer->by);
}

static void write_note(FpLineWriter *writer, size_t indent, const char *note)
{
    if (note == NULL)
        return;
    /* TRANSLATORS: a note that somebody made, in their own words. */
    g_autofree char *text = g_strdup_printf(_("Note: %s"), note);
    line_writer_prose(writer, FP_LINE_BODY, indent, "", text);
}

static void write_answer(FpLineWriter *writer, const FpBriefAnswer *answer)
{
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, "%s", answer->question);
    write_said(writer, answer);
    if (answer->state == FP_STATE_UNKNOWN)
        write_who_finds_out(writer, answer);
    write_note(writer, 2 * TEXT_INDENT, answer->note);
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
