// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "report-diff.h"
#include "report-quality.h"

/* ---- What they say ---- */

/* Lines of a text, each after a mark as a patch has it. */
static void add_marked(GString *text, const char *mark, const char *lines, size_t width)
{
    g_auto(GStrv) wrapped = fp_text_wrap(lines, width - 8);
    for (size_t i = 0; wrapped[i] != NULL; i++)
        g_string_append_printf(text, "      %s %s\n", i == 0 ? mark : " ", wrapped[i]);
}

static void add_change(GString *text, const FpTreeChange *change, size_t width)
{
    static const char *const marks[] = {
        [FP_TREE_ADDED] = "+", [FP_TREE_REMOVED] = "-", [FP_TREE_CHANGED] = "~"
    };
    g_string_append_printf(text, "  %s %s %s", marks[change->kind], fp_thing_name(change->thing),
                           change->path);
    if (change->field != NULL)
        g_string_append_printf(text, ": %s", change->field);
    g_string_append_c(text, '\n');
    if (change->before != NULL)
        add_marked(text, "-", change->before, width);
    if (change->after != NULL)
        add_marked(text, "+", change->after, width);
}

static void add_changes(GString *text, const FpTreeDiff *diff, size_t width)
{
    if (diff->n_changes == 0) {
        g_string_append_printf(text, "%s\n", _("Both say the same."));
        return;
    }
    g_string_append_printf(text, "%s\n", _("What they say"));
    for (size_t i = 0; i < diff->n_changes; i++)
        add_change(text, &diff->changes[i], width);
}

/* ---- What they decide ---- */

static const char *outcome_name(const FpTree *tree, size_t outcome)
{
    return outcome == FP_NONE ? "no-path" : tree->outcomes[outcome].id;
}

static void add_yaml_answer(const char *question, FpQuestionType type, bool is_number,
                            const char *const *ids, void *user_data)
{
    GString *text = user_data;
    bool is_list = type == FP_QUESTION_MANY;
    g_string_append(text, text->str[text->len - 1] == '{' ? "" : ", ");
    fp_report_add_id(text, question, false);
    g_string_append(text, is_list ? ": [" : ": ");
    for (size_t i = 0; ids[i] != NULL; i++) {
        g_string_append(text, i == 0 ? "" : ", ");
        fp_report_add_id(text, ids[i], is_number);
    }
    g_string_append(text, is_list ? "]" : "");
}

/* A count, with "more than" where it is not exact. Owned. */
static char *count_text(FpCount count)
{
    g_autofree char *digits = fp_count_to_text(count);
    if (fp_count_is_exact(count))
        return g_steal_pointer(&digits);
    // Translators: a number of answer sheets.
    return g_strdup_printf(_("at least %s"), digits);
}

static void add_decision(GString *text, const FpTreeDiff *diff, const FpDecisionChange *change)
{
    g_autofree char *sheets = count_text(change->sheets);
    g_string_append_printf(text, "  %s -> %s", outcome_name(diff->before, change->before),
                           outcome_name(diff->after, change->after));
    if (change->sheets > 0)
        g_string_append_printf(text, _(": sheets: %s"), sheets);
    g_string_append(text, "\n      {");
    fp_diff_for_each_answer(diff, change, add_yaml_answer, text);
    g_string_append(text, "}\n");
}

/* Hundredths of a percent, rounded down. */
static unsigned share_of(FpCount part, FpCount whole)
{
    // The product must not overflow: past 2^113 both are cut alike.
    while (whole > (FpCount)1 << 100) {
        whole >>= 1;
        part >>= 1;
    }
    return (unsigned)(whole == 0 ? 0 : part * 10000 / whole);
}

static void add_counts(GString *text, const FpTreeDiff *diff)
{
    g_autofree char *sheets = count_text(diff->sheets), *changed = count_text(diff->changed);
    unsigned share = share_of(diff->changed, diff->sheets);
    if (diff->changed == 0)
        g_string_append_printf(text, _("No decision changes. Sheets that are valid in both: %s.\n"),
                               sheets);
    else if (fp_count_is_exact(diff->sheets))
        g_string_append_printf(
            text, _("Decisions that change: %s of %s sheets that are valid in both (%u.%02u %%)\n"),
            changed, sheets, share / 100, share % 100);
    else
        g_string_append_printf(text,
                               _("Decisions that change: %s of %s sheets that are valid in both\n"),
                               changed, sheets);
}

static void add_decisions(GString *text, const FpTreeDiff *diff)
{
    if (diff->status == FP_DECISIONS_NO_ONE_ORDER)
        g_string_append_printf(text, "%s\n",
                               _("Decisions are not compared: the guards of the two trees want "
                                 "opposite orders of their questions."));
    else if (diff->status == FP_DECISIONS_SAME)
        g_string_append_printf(text, "%s\n",
                               _("No decision changes. The sheets that are valid in both were too "
                                 "many to count."));
    else if (diff->status == FP_DECISIONS_UNDECIDED && diff->n_decisions > 0)
        g_string_append_printf(text, "%s\n",
                               _("Decisions change; how many, and whether in other ways too, is "
                                 "undecided within the budget of the search:"));
    else if (diff->status == FP_DECISIONS_UNDECIDED)
        g_string_append_printf(
            text, "%s\n",
            _("Whether decisions change is undecided within the budget of the search."));
    else
        add_counts(text, diff);
    for (size_t i = 0; i < diff->n_decisions; i++)
        add_decision(text, diff, &diff->decisions[i]);
}

char *fp_report_diff(const FpTreeDiff *diff, size_t width)
{
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "--- %s %s\n+++ %s %s\n\n", fp_source_name(diff->before->source),
                           diff->before->version, fp_source_name(diff->after->source),
                           diff->after->version);
    add_changes(text, diff, MAX(width, 40));
    g_string_append_c(text, '\n');
    add_decisions(text, diff);
    return g_string_free(text, FALSE);
}
