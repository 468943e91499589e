// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "fp-text.h"
#include "render-words.h"
#include "text-private.h"

/* "12. ": numbers of a list as long as n align at their points. */
static char *number_mark(size_t number, size_t n)
{
    int digits = n < 10 ? 1 : n < 100 ? 2 : 3;
    return g_strdup_printf("%*zu. ", digits, number);
}

static void write_condition(FpLineWriter *writer, const FpBriefCondition *condition,
                            const char *mark)
{
    size_t indent = TEXT_INDENT + fp_text_width(mark);
    text_cited_item(writer, FP_LINE_STRONG, TEXT_INDENT, mark, condition->title, condition->cites);
    for (size_t i = 0; i < condition->n_because; i++)
        text_cited_item(writer, FP_LINE_BODY, indent, "", condition->because[i].text,
                        condition->because[i].cites);
    if (condition->how != NULL)
        /* Translators: how to put a control in place. */
        text_put(writer, FP_LINE_BODY, indent, _("How: %s"), condition->how);
    if (condition->owner != NULL)
        /* Translators: who has to do it. */
        text_put(writer, FP_LINE_DETAIL, indent, _("Owner: %s"), condition->owner);
}

void text_write_conditions(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_conditions == 0)
        return;
    line_writer_heading(writer, words_of_conditions(brief));
    for (size_t i = 0; i < brief->n_conditions; i++) {
        g_autofree char *mark = number_mark(i + 1, brief->n_conditions);
        if (i > 0)
            line_writer_blank(writer);
        write_condition(writer, &brief->conditions[i], mark);
    }
}

void text_write_steps(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_next_steps == 0)
        return;
    line_writer_heading(writer, _("What to do next"));
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        const FpBriefStep *step = &brief->next_steps[i];
        g_autofree char *mark = number_mark(i + 1, brief->n_next_steps);
        text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, mark, step->what, step->cites);
        if (step->owner != NULL)
            text_put(writer, FP_LINE_DETAIL, TEXT_INDENT + fp_text_width(mark), _("Owner: %s"),
                     step->owner);
    }
}

void text_write_limits(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_limits > 0)
        line_writer_heading(writer, words_of_limits(brief));
    for (size_t i = 0; i < brief->n_limits; i++)
        text_cited_item(writer, FP_LINE_WARNING, TEXT_INDENT, "- ", brief->limits[i].text,
                        brief->limits[i].cites);
}

void text_write_advice(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_advice > 0)
        line_writer_heading(writer, _("Worth knowing"));
    for (size_t i = 0; i < brief->n_advice; i++) {
        const FpBriefAdvice *advice = &brief->advice[i];
        text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, "- ", advice->text, advice->cites);
        for (size_t k = 0; k < advice->n_because; k++)
            text_cited_item(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEP, "", advice->because[k].text,
                            advice->because[k].cites);
    }
}
