// SPDX-License-Identifier: Apache-2.0
// Reasons stand in one array, in tree order; lists hold indices into it.
#include "brief-private.h"
#include <stdlib.h>

static void make_reason(FpBriefMaker *maker, const FpReason *from, FpBriefReason *to)
{
    const FpEffect *effect = from->effect;
    to->outcome = brief_outcome_title(maker, from->outcome);
    to->outcome_index = from->outcome;
    to->effect = effect->kind;
    to->strength = effect->strength != FP_NONE ? maker->tree->strengths[effect->strength].id : NULL;
    to->points = effect->kind == FP_EFFECT_DISFAVOUR ? -from->points : from->points;
    to->counted = from->counted;
    to->counted_by = FP_NONE;
    to->because = brief_tree_text(maker, effect->because);
    if (from->origin.question == FP_NONE || brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        return;
    const FpQuestion *question = &maker->tree->questions[from->origin.question];
    to->question = brief_tree_text(maker, question->ask);
    to->answer = brief_tree_text(maker, question->options[from->origin.option].label);
}

/* The name of a group in which one reason counts for all; NULL for a reason that stands alone. */
static char *name_group(const FpReason *reason)
{
    if (reason->effect->counts_as == NULL)
        return NULL;
    return g_strdup_printf("%zu %d %s", reason->outcome, (int)reason->effect->kind,
                           reason->effect->counts_as);
}

/* Group's name to the index of the reason that counts. */
static GHashTable *find_counting(const FpVerdict *verdict)
{
    GHashTable *counting = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        char *group = verdict->reasons[i].counted ? name_group(&verdict->reasons[i]) : NULL;
        if (group != NULL)
            g_hash_table_insert(counting, group, GSIZE_TO_POINTER(i));
    }
    return counting;
}

static void find_what_counts_instead(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    g_autoptr(GHashTable) counting = find_counting(verdict);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        g_autofree char *group = name_group(&verdict->reasons[i]);
        if (!verdict->reasons[i].counted)
            maker->reasons[i].counted_by = GPOINTER_TO_SIZE(g_hash_table_lookup(counting, group));
    }
}

void brief_cite_reasons(FpBriefMaker *maker, const size_t *indices, size_t n)
{
    for (size_t i = 0; i < n; i++)
        maker->reasons[indices[i]].cites =
            brief_cite(maker, &maker->verdict->reasons[indices[i]].effect->cites);
}

/* What rules out first, then the strongest; of equal ones those that count, then in tree order. */
static int compare_weight(const void *a, const void *b, void *user_data)
{
    const FpBriefMaker *maker = user_data;
    size_t index_a = *(const size_t *)a, index_b = *(const size_t *)b;
    const FpReason *one = &maker->verdict->reasons[index_a];
    const FpReason *other = &maker->verdict->reasons[index_b];
    if (one->effect->kind != other->effect->kind)
        return one->effect->kind > other->effect->kind ? -1 : 1; // favours never stand with others
    if (one->points != other->points)
        return one->points > other->points ? -1 : 1;
    // Two strengths of the same points keep together, so that a page can group by strength.
    if (one->effect->strength != other->effect->strength)
        return one->effect->strength < other->effect->strength ? -1 : 1;
    if (one->counted != other->counted)
        return one->counted ? -1 : 1;
    return index_a < index_b ? -1 : 1;
}

static bool is_on_side(const FpReason *reason, size_t outcome, BriefSide side)
{
    return reason->outcome == outcome &&
           (reason->effect->kind == FP_EFFECT_FAVOUR) == (side == BRIEF_FOR);
}

BriefList brief_list_reasons(FpBriefMaker *maker, size_t outcome, BriefSide side)
{
    const FpVerdict *verdict = maker->verdict;
    size_t n = 0, n_filled = 0;
    for (size_t i = 0; i < verdict->n_reasons; i++)
        n += is_on_side(&verdict->reasons[i], outcome, side);
    size_t *indices = brief_new_array(maker, n, sizeof *indices);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (is_on_side(&verdict->reasons[i], outcome, side))
            indices[n_filled++] = i;
    }
    if (n > 1)
        qsort_r(indices, n, sizeof *indices, compare_weight, maker);
    return (BriefList) { .indices = indices, .n = n };
}

static void list_for_winner(FpBriefMaker *maker, size_t outcome)
{
    FpBrief *brief = &maker->brief;
    BriefList in_favour = brief_list_reasons(maker, outcome, BRIEF_FOR);
    BriefList against = brief_list_reasons(maker, outcome, BRIEF_AGAINST);
    brief_cite_reasons(maker, in_favour.indices, in_favour.n);
    brief_cite_reasons(maker, against.indices, against.n);
    brief->reasons_for = in_favour.indices;
    brief->n_reasons_for = in_favour.n;
    brief->reasons_against = against.indices;
    brief->n_reasons_against = against.n;
}

void brief_make_reasons(FpBriefMaker *maker)
{
    const FpVerdict *verdict = maker->verdict;
    maker->reasons = brief_new_array(maker, verdict->n_reasons, sizeof *maker->reasons);
    for (size_t i = 0; i < verdict->n_reasons; i++)
        make_reason(maker, &verdict->reasons[i], &maker->reasons[i]);
    find_what_counts_instead(maker);
    maker->brief.reasons = maker->reasons;
    maker->brief.n_reasons = verdict->n_reasons;
    if (maker->brief.has_outcome)
        list_for_winner(maker, verdict->outcome);
}
