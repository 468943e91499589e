// SPDX-License-Identifier: Apache-2.0
// One other path: what rules it out, then its points as a sum that ends beside the winner's.
#include "fp-i18n.h"
#include "render-words.h"
#include "text-private.h"

static void write_standing(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    long behind = (long)(brief->score - other->score);
    if (other->is_ruled_out)
        text_put(writer, FP_LINE_BODY, 0, "%s", _("It is ruled out."));
    else if (behind == 0)
        text_put(writer, FP_LINE_BODY, 0, "%s",
                 _("It has as many points as the first; the tree prefers it less."));
    else
        text_put(writer, FP_LINE_BODY, 0,
                 /* Translators: points; the two scores. */
                 ngettext("It is %ld point behind: %ld to %ld.",
                          "It is %ld points behind: %ld to %ld.", (unsigned long)behind),
                 behind, (long)other->score, (long)brief->score);
}

static void write_rule_outs(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    line_writer_heading(writer, _("What rules it out"));
    for (size_t i = 0; i < other->n_reasons; i++) {
        const FpBriefReason *reason = &brief->reasons[other->reasons[i]];
        if (reason->effect != FP_EFFECT_RULE_OUT)
            continue;
        g_autofree char *origin = words_of_origin(reason, writer->is_ascii);
        text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, "- ", reason->because, reason->cites);
        if (origin != NULL)
            line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEP, "", origin);
    }
}

static void write_points(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    g_autofree char *sum = words_of_other_score(brief, other);
    if (other->is_ruled_out)
        line_writer_heading(writer, _("Its points, which do not count"));
    else
        line_writer_heading(writer, _("Its points"));
    for (size_t i = 0; i < other->n_reasons_for; i++)
        text_write_reason(writer, brief, &brief->reasons[other->reasons_for[i]]);
    for (size_t i = 0; i < other->n_reasons; i++) {
        const FpBriefReason *reason = &brief->reasons[other->reasons[i]];
        if (reason->effect != FP_EFFECT_RULE_OUT)
            text_write_reason(writer, brief, reason);
    }
    line_writer_blank(writer);
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, _("Points in all: %s"), sum);
}

static void write_winners_points(FpLineWriter *writer, const FpBrief *brief)
{
    g_autofree char *sum = words_of_score(brief);
    /* Translators: the path in first place; a sum of points, as "5 + 3 - 1 = 7". */
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, _("In first place, %s: %s"), brief->outcome, sum);
}

void text_write_why_not(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    text_put(writer, FP_LINE_TITLE, 0, "%s", other->title);
    write_standing(writer, brief, other);
    if (other->is_ruled_out)
        write_rule_outs(writer, brief, other);
    if (words_has_points(brief, other))
        write_points(writer, brief, other);
    else if (!other->is_ruled_out) {
        line_writer_heading(writer, _("Its points"));
        text_put(writer, FP_LINE_BODY, TEXT_INDENT, "%s",
                 _("No reason speaks for it or against it."));
    }
    if (brief->has_outcome)
        write_winners_points(writer, brief);
}
