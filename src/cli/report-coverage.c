// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "report-quality.h"
#include "report-test.h"

/* An effect as a person knows it: "favour bedrock", "require kms for bedrock". Owned. */
static char *effect_name(const FpTree *tree, const FpEffect *effect)
{
    GString *text = g_string_new(fp_effect_kind_name(effect->kind));
    if (effect->kind == FP_EFFECT_REQUIRE)
        g_string_append_printf(text, " %s", tree->controls[effect->control].id);
    if (effect->n_outcomes > 0 &&
        (effect->kind == FP_EFFECT_REQUIRE || effect->kind == FP_EFFECT_ADVISE))
        g_string_append(text, " for");
    for (size_t i = 0; i < effect->n_outcomes; i++)
        g_string_append_printf(text, "%s %s", i == 0 ? "" : ",",
                               tree->outcomes[effect->outcomes[i]].id);
    return g_string_free(text, FALSE);
}

static void add_missed(GString *text, const FpTree *tree, const FpCovered *item,
                       const char *file_name)
{
    g_autofree char *origin = fp_report_origin(tree, item->origin);
    g_string_append_printf(text, "%s:%u: ", file_name, item->place.line);
    if (item->kind == FP_COVERED_OPTION) {
        g_string_append_printf(text, _("no case chooses '%s'\n"), origin);
    } else if (item->kind == FP_COVERED_RULE) {
        g_string_append_printf(text, _("in no case does rule '%s' hold\n"),
                               tree->rules[item->origin.rule].id);
    } else {
        g_autofree char *name = effect_name(tree, item->effect);
        g_string_append_printf(text, _("in no case does this effect fire: %s (%s)\n"), name,
                               origin);
    }
}

static unsigned share_of(size_t part, size_t whole)
{
    return whole == 0 ? 10000 : (unsigned)(part * 10000 / whole);
}

unsigned fp_coverage_share(const FpCoverage *coverage)
{
    size_t reached = 0, total = 0;
    for (size_t i = 0; i < FP_COVERED_KIND_COUNT; i++) {
        reached += coverage->reached[i];
        total += coverage->totals[i];
    }
    return share_of(reached, total);
}

/* Whole percent, rounded down. */
static unsigned percent(const FpCoverage *coverage, FpCoveredKind kind)
{
    return share_of(coverage->reached[kind], coverage->totals[kind]) / 100;
}

static void add_shares(GString *text, const FpCoverage *coverage)
{
    const size_t *reached = coverage->reached, *totals = coverage->totals;
    g_string_append_printf(text, _("The cases reach %zu of %zu options and bands (%u %%).\n"),
                           reached[FP_COVERED_OPTION], totals[FP_COVERED_OPTION],
                           percent(coverage, FP_COVERED_OPTION));
    g_string_append_printf(text, _("The cases reach %zu of %zu rules (%u %%).\n"),
                           reached[FP_COVERED_RULE], totals[FP_COVERED_RULE],
                           percent(coverage, FP_COVERED_RULE));
    g_string_append_printf(text, _("The cases reach %zu of %zu effects (%u %%).\n"),
                           reached[FP_COVERED_EFFECT], totals[FP_COVERED_EFFECT],
                           percent(coverage, FP_COVERED_EFFECT));
}

char *fp_report_coverage(const FpTree *tree, const FpCoverage *coverage, const char *file_name)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < coverage->n; i++) {
        if (!coverage->items[i].is_reached)
            add_missed(text, tree, &coverage->items[i], file_name);
    }
    add_shares(text, coverage);
    return g_string_free(text, FALSE);
}
