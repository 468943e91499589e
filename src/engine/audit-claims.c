// SPDX-License-Identifier: Apache-2.0
// Claims without a citation, facts that nothing cites, facts that are stale.
#include "audit-private.h"
#include "fp-i18n.h"

typedef struct {
    FpAuditing *auditing;
    bool *is_cited; /* one a fact */
} Claims;

static void note_cites(Claims *claims, const FpCites *cites)
{
    for (size_t i = 0; i < cites->n; i++)
        claims->is_cited[cites->items[i].fact - claims->auditing->tree->facts] = true;
}

static void add_uncited(Claims *claims, FpSeverity severity, FpFindingPlace place, char *message)
{
    fp_audit_add(claims->auditing, FP_FINDING_UNCITED, severity, place, message,
                 _("cite the facts that it rests on, or allow it where it only repeats the answer"),
                 NULL);
}

static void look_at_effect(Claims *claims, const FpCompiledEffect *compiled)
{
    const FpEffect *effect = compiled->effect;
    note_cites(claims, &effect->cites);
    if (effect->cites.n == 0 && effect->because.source != NULL)
        add_uncited(claims, FP_SEVERITY_WARNING,
                    fp_place_of_origin(claims->auditing, compiled->origin, effect, effect->place),
                    g_strdup_printf(_("this '%s' cites nothing for its reason"),
                                    fp_effect_kind_name(effect->kind)));
}

static void look_at_outcome(Claims *claims, size_t index)
{
    const FpOutcome *outcome = &claims->auditing->tree->outcomes[index];
    for (size_t i = 0; i < outcome->n_limits; i++) {
        FpFindingPlace place = fp_place_of_outcome(claims->auditing, index);
        place.place = outcome->limits[i].text.place;
        note_cites(claims, &outcome->limits[i].cites);
        if (outcome->limits[i].cites.n == 0)
            add_uncited(claims, FP_SEVERITY_NOTE, place, g_strdup(_("this limit cites nothing")));
        else
            g_free(place.at);
    }
    for (size_t i = 0; i < outcome->n_access; i++)
        note_cites(claims, &outcome->access[i].cites);
    for (size_t i = 0; i < outcome->n_next_steps; i++)
        note_cites(claims, &outcome->next_steps[i].cites);
}

static void look_at_fact(Claims *claims, const FpFact *fact)
{
    FpAuditing *auditing = claims->auditing;
    if (!fp_fact_is_stale(fact, auditing->judging_date))
        return;
    FpFindingPlace place = { auditing->tree->facts_files[fact->file].source, fact->place,
                             g_strdup(fact->id) };
    g_autofree char *date = fp_date_to_text(fact->review_by);
    fp_audit_add(auditing, FP_FINDING_STALE_FACT, FP_SEVERITY_WARNING, place,
                 g_strdup_printf(_("fact '%s' is stale: it was to be looked at again by %s"),
                                 fact->id, date),
                 _("look at its sources again, then set 'as_of' and 'review_by' anew"), NULL);
}

// How many ids a message names: a tree that uses a large file need not hear of all of it.
#define NAMED_MAX 8

// What is told of n facts that nothing cites. ids: of the first ones.
static char *unused_in_words(size_t n, const char *ids)
{
    if (n > NAMED_MAX)
        return g_strdup_printf(
            _("%zu facts of this file are cited nowhere in the tree; the first of them: %s"), n,
            ids);
    return g_strdup_printf(ngettext("%zu fact of this file is cited nowhere in the tree: %s",
                                    "%zu facts of this file are cited nowhere in the tree: %s", n),
                           n, ids);
}

/* Several trees may use one file: what this one does not cite of it is told once. */
static void look_at_unused(Claims *claims, size_t file)
{
    const FpTree *tree = claims->auditing->tree;
    g_autoptr(GString) ids = g_string_new(NULL);
    const FpFact *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < tree->n_facts; i++) {
        if (tree->facts[i].file != file || claims->is_cited[i])
            continue;
        if (n < NAMED_MAX)
            g_string_append_printf(ids, "%s'%s'", n == 0 ? "" : ", ", tree->facts[i].id);
        n++;
        first = first == NULL ? &tree->facts[i] : first;
    }
    if (n == 0)
        return;
    FpFindingPlace place = { tree->facts_files[file].source, first->place,
                             n == 1 ? g_strdup(first->id) : NULL };
    fp_audit_add(claims->auditing, FP_FINDING_UNUSED_FACT, FP_SEVERITY_NOTE, place,
                 unused_in_words(n, ids->str), NULL, NULL);
}

void fp_audit_claims(FpAuditing *auditing)
{
    const FpTree *tree = auditing->tree;
    g_autofree bool *is_cited = g_new0(bool, tree->n_facts + 1);
    Claims claims = { auditing, is_cited };
    if (tree->n_facts == 0)
        return; // a tree that uses no facts has nothing to cite
    for (size_t i = 0; i < auditing->compiled->n_effects; i++)
        look_at_effect(&claims, &auditing->compiled->effects[i]);
    for (size_t i = 0; i < tree->n_outcomes; i++)
        look_at_outcome(&claims, i);
    for (size_t i = 0; i < tree->n_controls; i++)
        note_cites(&claims, &tree->controls[i].cites);
    for (size_t i = 0; i < tree->n_questions; i++)
        note_cites(&claims, &tree->questions[i].why_cites);
    for (size_t i = 0; i < tree->n_facts; i++) {
        if (is_cited[i])
            look_at_fact(&claims, &tree->facts[i]);
    }
    for (size_t i = 0; i < tree->n_facts_files; i++)
        look_at_unused(&claims, i);
}
