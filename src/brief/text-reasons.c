// SPDX-License-Identifier: Apache-2.0
// Reasons as a ledger: points in front, the sum below, so that a person can redo the arithmetic.
#include "fp-i18n.h"
#include "render-words.h"
#include "text-private.h"
#include <string.h>

/* The place for "(+12)" and the space after it. */
#define POINTS_CELLS 6

static char *points_mark(const FpBriefReason *reason)
{
    g_autofree char *points = g_strdup_printf(reason->counted ? "%+d" : "(%+d)", reason->points);
    // A bracket's closing half stands outside the column, so that the digits align.
    size_t column = reason->counted ? POINTS_CELLS - 2 : POINTS_CELLS - 1;
    return g_strdup_printf("%*s%s", (int)column, points, reason->counted ? "  " : " ");
}

static void write_origin(FpLineWriter *writer, const FpBriefReason *reason, size_t indent)
{
    if (reason->question != NULL)
        text_put(writer, FP_LINE_DETAIL, indent, "%s %s %s", reason->question,
                 writer->is_ascii ? "->" : "→", reason->answer);
}

static void write_reason(FpLineWriter *writer, const FpBriefReason *reason)
{
    g_autofree char *mark = points_mark(reason);
    text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, mark, reason->because, reason->cites);
    if (!reason->counted)
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT + POINTS_CELLS, "%s",
                 _("Not counted again: another reason of the same kind counts already."));
    write_origin(writer, reason, TEXT_INDENT + POINTS_CELLS);
}

/* A list of reasons under the names of their strengths. */
static void write_by_strength(FpLineWriter *writer, const FpBrief *brief, const size_t *indices,
                              size_t n)
{
    const char *strength = NULL;
    for (size_t i = 0; i < n; i++) {
        const FpBriefReason *reason = &brief->reasons[indices[i]];
        if (strength == NULL || strcmp(strength, reason->strength) != 0) {
            if (i > 0)
                line_writer_blank(writer);
            text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", reason->strength);
        }
        strength = reason->strength;
        write_reason(writer, reason);
    }
}

static void write_against(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_reasons_against == 0)
        return;
    g_autofree char *heading = g_strdup_printf(_("What speaks against %s"), brief->outcome);
    line_writer_heading(writer, heading);
    write_by_strength(writer, brief, brief->reasons_against, brief->n_reasons_against);
}

void text_write_why(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_reasons_for + brief->n_reasons_against == 0)
        return;
    g_autofree char *heading = g_strdup_printf(_("Why %s"), brief->outcome);
    g_autofree char *sum = words_of_score(brief);
    line_writer_heading(writer, heading);
    if (brief->n_reasons_for == 0)
        text_put(writer, FP_LINE_WARNING, TEXT_INDENT, "%s",
                 _("No reason speaks for it with these answers."));
    write_by_strength(writer, brief, brief->reasons_for, brief->n_reasons_for);
    write_against(writer, brief);
    line_writer_blank(writer);
    /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, _("Points: %s"), sum);
}

static void write_rule_outs(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", other->title);
    for (size_t i = 0; i < other->n_reasons; i++) {
        const FpBriefReason *reason = &brief->reasons[other->reasons[i]];
        if (reason->effect != FP_EFFECT_RULE_OUT)
            continue;
        text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT_DEEP, "- ", reason->because,
                        reason->cites);
        write_origin(writer, reason, TEXT_INDENT_DEEPER);
    }
}

void text_write_ruled_out(FpLineWriter *writer, const FpBrief *brief)
{
    bool is_first = true;
    for (size_t i = 0; i < brief->n_others; i++) {
        if (!brief->others[i].is_ruled_out)
            continue;
        if (is_first)
            line_writer_heading(writer, _("Ruled out, and why"));
        else
            line_writer_blank(writer);
        is_first = false;
        write_rule_outs(writer, brief, &brief->others[i]);
    }
}

static void write_rank(FpLineWriter *writer, const char *points, const char *text,
                       FpLineStyle style)
{
    g_autofree char *mark = g_strdup_printf("%*s  ", POINTS_CELLS - 2, points);
    line_writer_item(writer, style, TEXT_INDENT, mark, text);
}

void text_write_ranking(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_others == 0)
        return;
    line_writer_heading(writer, _("How the paths stand, in points"));
    if (brief->has_outcome) {
        g_autofree char *points = g_strdup_printf("%ld", (long)brief->score);
        write_rank(writer, points, brief->outcome, FP_LINE_STRONG);
    }
    for (size_t i = 0; i < brief->n_others; i++) {
        const FpBriefOther *other = &brief->others[i];
        g_autofree char *points = g_strdup_printf("%ld", (long)other->score);
        g_autofree char *rank = words_of_rank(brief, other);
        /* Translators: a path, and where it stands: "7 points behind". */
        g_autofree char *text = g_strdup_printf(_("%s: %s"), other->title, rank);
        write_rank(writer, other->is_ruled_out ? "-" : points, text, FP_LINE_BODY);
    }
}

static void write_other(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    g_autofree char *sum = words_of_other_score(brief, other);
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", other->title);
    for (size_t i = 0; i < other->n_reasons; i++) {
        const FpBriefReason *reason = &brief->reasons[other->reasons[i]];
        if (reason->effect != FP_EFFECT_RULE_OUT) // told above
            write_reason(writer, reason);
    }
    for (size_t i = 0; i < other->n_reasons_for; i++)
        write_reason(writer, &brief->reasons[other->reasons_for[i]]);
    text_put(writer, FP_LINE_BODY, TEXT_INDENT,
             other->is_ruled_out ? _("Points, were it not ruled out: %s") : _("Points: %s"), sum);
}

static bool has_points(const FpBrief *brief, const FpBriefOther *other)
{
    for (size_t i = 0; i < other->n_reasons; i++) {
        if (brief->reasons[other->reasons[i]].effect != FP_EFFECT_RULE_OUT)
            return true;
    }
    return other->n_reasons_for > 0;
}

void text_write_others(FpLineWriter *writer, const FpBrief *brief)
{
    bool is_first = true;
    for (size_t i = 0; i < brief->n_others; i++) {
        if (!has_points(brief, &brief->others[i]))
            continue;
        if (is_first)
            line_writer_heading(writer, _("The other paths, point by point"));
        else
            line_writer_blank(writer);
        is_first = false;
        write_other(writer, brief, &brief->others[i]);
    }
}
