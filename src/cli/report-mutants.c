// SPDX-License-Identifier: Apache-2.0
#include <inttypes.h>

#include "fp-i18n.h"
#include "report-quality.h"
#include "report-test.h"

static const char *const kind_texts[] = {
    [FP_MUTANT_EFFECT_DROPPED] = N_("%s:%u: no case fails without this effect (%s)\n"),
    [FP_MUTANT_EFFECT_FLIPPED] =
        N_("%s:%u: no case fails with favour and disfavour exchanged here (%s)\n"),
    [FP_MUTANT_GUARD_DROPPED] = N_("%s:%u: no case fails without this guard (%s)\n"),
    [FP_MUTANT_GUARD_FLIPPED] = N_("%s:%u: no case fails with this guard negated (%s)\n"),
    [FP_MUTANT_ENTRY_DROPPED] = N_("%s:%u: no case fails without this entry of the guard (%s)\n"),
};

/* The name of the case to be written. */
static const char *const case_names[] = {
    [FP_MUTANT_EFFECT_DROPPED] = N_("needs the effect at line %u (%s)"),
    [FP_MUTANT_EFFECT_FLIPPED] = N_("needs the direction of the effect at line %u (%s)"),
    [FP_MUTANT_GUARD_DROPPED] = N_("needs the guard at line %u (%s)"),
    [FP_MUTANT_GUARD_FLIPPED] = N_("needs the sense of the guard at line %u (%s)"),
    [FP_MUTANT_ENTRY_DROPPED] = N_("needs the guard's entry at line %u (%s)"),
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void add_head(GString *text, const FpMutant *mutant, const char *file_name,
                     const char *origin)
{
    g_string_append_printf(text, _(kind_texts[mutant->kind]), file_name, mutant->place.line,
                           origin);
}

static char *case_name(const FpMutant *mutant, const char *origin)
{
    g_autofree char *name =
        g_strdup_printf(_(case_names[mutant->kind]), mutant->place.line, origin);
    return fp_report_quoted(name);
}
#pragma GCC diagnostic pop

static char *expectation_of(const FpTree *tree, const FpMutant *mutant)
{
    switch (mutant->shows) {
    case FP_SHOWS_OUTCOME:
        return g_strdup_printf(
            "outcome: %s", mutant->shown == FP_NONE ? "no-path" : tree->outcomes[mutant->shown].id);
    case FP_SHOWS_RULED_OUT:
        return g_strdup_printf("ruled_out: [%s]", tree->outcomes[mutant->shown].id);
    case FP_SHOWS_REQUIRES:
        return g_strdup_printf("requires: [%s]", tree->controls[mutant->shown].id);
    case FP_SHOWS_REQUIRES_NOT:
        return g_strdup_printf("requires_not: [%s]", tree->controls[mutant->shown].id);
    }
    g_assert_not_reached();
}

static void add_mutant(GString *text, const FpTree *tree, const FpMutant *mutant,
                       const char *file_name)
{
    g_autofree char *origin = fp_report_origin(tree, mutant->origin);
    add_head(text, mutant, file_name, origin);
    if (mutant->fate == FP_MUTANT_UNDECIDED) {
        g_string_append_printf(text, "  %s\n",
                               _("whether it changes a decision at all is undecided within the "
                                 "budget of the search"));
        return;
    }
    g_autofree char *name = case_name(mutant, origin);
    g_autofree char *answers = fp_report_sheet(mutant->witness);
    g_autofree char *expectation = expectation_of(tree, mutant);
    g_string_append_printf(text, "  %s\n",
                           mutant->is_shortest ? _("the shortest case that would:")
                                               : _("a case that would (a shorter one may, too):"));
    g_string_append_printf(text, "  - name: %s\n    answers: %s\n    expect: {%s}\n", name, answers,
                           expectation);
}

unsigned fp_mutants_share(const FpMutants *mutants)
{
    size_t noticed = mutants->counts[FP_MUTANT_NOTICED];
    size_t whole =
        noticed + mutants->counts[FP_MUTANT_UNNOTICED] + mutants->counts[FP_MUTANT_UNDECIDED];
    return whole == 0 ? 10000 : (unsigned)(noticed * 10000 / whole);
}

static void add_counts(GString *text, const FpMutants *mutants)
{
    const size_t *counts = mutants->counts;
    g_string_append_printf(
        text,
        ngettext("%zu mutant: %zu noticed, %zu not noticed, %zu undecided; %zu change no "
                 "decision, %zu change only what no case can expect.\n",
                 "%zu mutants: %zu noticed, %zu not noticed, %zu undecided; %zu change no "
                 "decision, %zu change only what no case can expect.\n",
                 mutants->n),
        mutants->n, counts[FP_MUTANT_NOTICED], counts[FP_MUTANT_UNNOTICED],
        counts[FP_MUTANT_UNDECIDED], counts[FP_MUTANT_HARMLESS], counts[FP_MUTANT_SPEECHLESS]);
    g_string_append_printf(text,
                           _("The cases notice %u %% of the mutants that change a decision.\n"),
                           fp_mutants_share(mutants) / 100);
}

char *fp_report_mutants(const FpTree *tree, const FpMutants *mutants, const char *file_name)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < mutants->n; i++) {
        FpMutantFate fate = mutants->items[i].fate;
        if (fate == FP_MUTANT_UNNOTICED || fate == FP_MUTANT_UNDECIDED)
            add_mutant(text, tree, &mutants->items[i], file_name);
    }
    add_counts(text, mutants);
    return g_string_free(text, FALSE);
}
