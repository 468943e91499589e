// SPDX-License-Identifier: Apache-2.0
// What the analyses found: what would change the verdict, what leaves no path, how firmly it stands.
#include "fp-i18n.h"
#include "text-private.h"

void text_write_conflicts(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_conflicts == 0)
        return;
    line_writer_heading(writer, _("What alone leaves no path"));
    for (size_t i = 0; i < brief->n_conflicts; i++)
        line_writer_item(writer, FP_LINE_BODY, TEXT_INDENT, "- ", brief->conflicts[i]);
}

static void write_alternative(FpLineWriter *writer, const FpBriefAlternative *alternative)
{
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", alternative->intro);
    for (size_t i = 0; i < alternative->n_ways; i++)
        line_writer_item(writer, FP_LINE_BODY, TEXT_INDENT_DEEP, "- ", alternative->ways[i]);
}

void text_write_changes(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_alternatives == 0 && brief->changes_remark == NULL)
        return;
    line_writer_heading(writer, _("What would change it"));
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        if (i > 0)
            line_writer_blank(writer);
        write_alternative(writer, &brief->alternatives[i]);
    }
    if (brief->changes_remark != NULL)
        text_put(writer, FP_LINE_BODY, TEXT_INDENT, "%s", brief->changes_remark);
}

void text_write_stability(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_stability == 0)
        return;
    line_writer_heading(writer, _("How firmly it stands"));
    for (size_t i = 0; i < brief->n_stability; i++) {
        const FpBriefRemark *remark = &brief->stability[i];
        line_writer_item(writer, remark->is_warning ? FP_LINE_WARNING : FP_LINE_BODY, TEXT_INDENT,
                         "- ", remark->text);
    }
}
