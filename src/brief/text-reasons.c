// SPDX-License-Identifier: Apache-2.0
// Reasons as a ledger: points in front, the sum below, so that a person can redo the arithmetic.
#include "fp-i18n.h"
#include "fp-text.h"
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

void text_write_reason(FpLineWriter *writer, const FpBrief *brief, const FpBriefReason *reason)
{
    g_autofree char *mark = points_mark(reason);
    g_autofree char *origin = words_of_origin(reason, writer->is_ascii);
    text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, mark, reason->because, reason->cites);
    if (origin != NULL)
        line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT + POINTS_CELLS, "", origin);
    if (!reason->counted) {
        g_autofree char *instead = words_of_counted_by(brief, reason, writer->is_ascii);
        line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT + POINTS_CELLS, "", instead);
    }
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
        text_write_reason(writer, brief, reason);
    }
}

void text_write_why(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_reasons_for + brief->n_reasons_against == 0)
        return;
    g_autofree char *sum = words_of_score(brief);
    line_writer_heading(writer, _("What speaks for it"));
    if (brief->n_reasons_for == 0)
        text_put(writer, FP_LINE_WARNING, TEXT_INDENT, "%s",
                 _("No reason speaks for it with these answers."));
    write_by_strength(writer, brief, brief->reasons_for, brief->n_reasons_for);
    if (brief->n_reasons_against > 0)
        line_writer_heading(writer, _("What speaks against it"));
    write_by_strength(writer, brief, brief->reasons_against, brief->n_reasons_against);
    line_writer_blank(writer);
    /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, _("Points in all: %s"), sum);
}

/* told: what has been said of other paths. What is said once more is told by its answer alone. */
static void write_rule_out(FpLineWriter *writer, const FpBriefReason *reason, GHashTable *told)
{
    g_autofree char *origin = words_of_origin(reason, writer->is_ascii);
    gpointer because = (gpointer)(uintptr_t)reason->because; // the set reads it alone
    if (!g_hash_table_add(told, because) && origin != NULL) {
        /* Translators: a question and its answer, whose reason stands further up. */
        g_autofree char *again = g_strdup_printf(_("As above: %s"), origin);
        text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT_DEEP, "- ", again, reason->cites);
        return;
    }
    text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT_DEEP, "- ", reason->because, reason->cites);
    if (origin != NULL)
        line_writer_item(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEPER, "", origin);
}

static void write_ruled_out(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other,
                            GHashTable *told)
{
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", other->title);
    for (size_t i = 0; i < other->n_reasons; i++) {
        const FpBriefReason *reason = &brief->reasons[other->reasons[i]];
        if (reason->effect == FP_EFFECT_RULE_OUT)
            write_rule_out(writer, reason, told);
    }
    if (words_has_points(brief, other)) {
        g_autofree char *sum = words_of_other_score(brief, other);
        /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
        text_put(writer, FP_LINE_DETAIL, TEXT_INDENT_DEEP, _("Its points do not count: %s"), sum);
    }
}

void text_write_ruled_out(FpLineWriter *writer, const FpBrief *brief)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    bool is_first = true;
    for (size_t i = 0; i < brief->n_others; i++) {
        if (!brief->others[i].is_ruled_out)
            continue;
        if (is_first)
            line_writer_heading(writer, _("Ruled out, and why"));
        else
            line_writer_blank(writer);
        is_first = false;
        write_ruled_out(writer, brief, &brief->others[i], told);
    }
}

static void write_rank(FpLineWriter *writer, const char *points, const char *text,
                       FpLineStyle style)
{
    size_t cells = fp_text_width(points), column = POINTS_CELLS - 2;
    g_autofree char *mark =
        g_strdup_printf("%*s%s  ", (int)(column > cells ? column - cells : 0), "", points);
    line_writer_item(writer, style, TEXT_INDENT, mark, text);
}

static void write_rank_of(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    if (other->is_ruled_out) {
        /* Translators: stands where a path that is ruled out would have its points; short. */
        write_rank(writer, _("out"), other->title, FP_LINE_BODY);
        return;
    }
    g_autofree char *points = g_strdup_printf("%ld", (long)other->score);
    g_autofree char *rank = words_of_rank(brief, other);
    /* Translators: a path, and where it stands: "7 points behind". */
    g_autofree char *text = g_strdup_printf(_("%s: %s"), other->title, rank);
    write_rank(writer, points, text, FP_LINE_BODY);
}

void text_write_ranking(FpLineWriter *writer, const FpBrief *brief)
{
    line_writer_heading(writer, _("How the paths stand, in points"));
    if (brief->has_outcome) {
        g_autofree char *points = g_strdup_printf("%ld", (long)brief->score);
        write_rank(writer, points, brief->outcome, FP_LINE_STRONG);
    }
    for (size_t i = 0; i < brief->n_others; i++)
        write_rank_of(writer, brief, &brief->others[i]);
}

static void write_other(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other)
{
    g_autofree char *sum = words_of_other_score(brief, other);
    text_put(writer, FP_LINE_STRONG, TEXT_INDENT, "%s", other->title);
    for (size_t i = 0; i < other->n_reasons_for; i++)
        text_write_reason(writer, brief, &brief->reasons[other->reasons_for[i]]);
    for (size_t i = 0; i < other->n_reasons; i++)
        text_write_reason(writer, brief, &brief->reasons[other->reasons[i]]);
    text_put(writer, FP_LINE_BODY, TEXT_INDENT, _("Points in all: %s"), sum);
}

void text_write_others(FpLineWriter *writer, const FpBrief *brief)
{
    bool is_first = true;
    for (size_t i = 0; i < brief->n_others; i++) {
        const FpBriefOther *other = &brief->others[i];
        if (other->is_ruled_out || !words_has_points(brief, other))
            continue;
        if (is_first)
            line_writer_heading(writer, _("The other paths, point by point"));
        else
            line_writer_blank(writer);
        is_first = false;
        write_other(writer, brief, other);
    }
}
