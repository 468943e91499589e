// SPDX-License-Identifier: Apache-2.0
#include <inttypes.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "report-test.h"

char *fp_report_origin(const FpTree *tree, FpOrigin origin)
{
    if (origin.rule != FP_NONE)
        return g_strdup_printf(_("rule '%s'"), tree->rules[origin.rule].id);
    if (origin.question == FP_NONE)
        return g_strdup("always");
    const FpQuestion *question = &tree->questions[origin.question];
    if (origin.option == FP_NONE)
        return g_strdup_printf(_("question '%s'"), question->id);
    return g_strdup_printf("%s: %s", question->id, question->options[origin.option].id);
}

static bool bears_on(const FpReason *reason, size_t outcome)
{
    return reason->outcome == outcome &&
           (reason->counted || reason->effect->kind == FP_EFFECT_RULE_OUT);
}

/* "+5  strong    cloud: aws". Owned. */
static char *reason_head(const FpTree *tree, const FpReason *reason)
{
    g_autofree char *origin = fp_report_origin(tree, reason->origin);
    if (reason->effect->kind == FP_EFFECT_RULE_OUT)
        return g_strdup_printf("%s  %s", _("ruled out"), origin);
    return g_strdup_printf(
        "%+4d  %s  %s", reason->effect->kind == FP_EFFECT_FAVOUR ? reason->points : -reason->points,
        tree->strengths[reason->effect->strength].id, origin);
}

static void add_reason(GString *text, const FpTree *tree, const FpReason *reason, size_t width)
{
    g_autofree char *head = reason_head(tree, reason);
    const char *because = fp_tree_text(tree, reason->effect->because, NULL);
    g_auto(GStrv) lines = fp_text_wrap(because != NULL ? because : "", width - 12);
    g_string_append_printf(text, "      %s\n", head);
    for (size_t i = 0; lines[i] != NULL && lines[0][0] != '\0'; i++)
        g_string_append_printf(text, "            %s\n", lines[i]);
}

static void add_outcome(GString *text, const FpVerdict *verdict, size_t outcome, size_t width)
{
    const FpTree *tree = verdict->tree;
    const FpRank *rank = fp_verdict_rank(verdict, outcome);
    if (rank->is_ruled_out)
        g_string_append_printf(text, _("    %s is ruled out, with a score of %" PRId64 "\n"),
                               tree->outcomes[outcome].id, rank->score);
    else
        g_string_append_printf(text, _("    %s has a score of %" PRId64 "\n"),
                               tree->outcomes[outcome].id, rank->score);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (bears_on(&verdict->reasons[i], outcome))
            add_reason(text, tree, &verdict->reasons[i], width);
    }
}

char *fp_report_decided(const FpVerdict *verdict, size_t wanted, size_t width)
{
    GString *text = g_string_new(NULL);
    size_t n = MIN(verdict->n_ranking, 2);
    for (size_t i = 0; i < n; i++)
        add_outcome(text, verdict, verdict->ranking[i].outcome, MAX(width, 40));
    bool is_told = wanted == FP_NONE;
    for (size_t i = 0; i < n; i++)
        is_told |= verdict->ranking[i].outcome == wanted;
    if (!is_told)
        add_outcome(text, verdict, wanted, MAX(width, 40));
    return g_string_free(text, FALSE);
}
