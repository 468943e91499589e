// SPDX-License-Identifier: Apache-2.0
// The parts of a tree's page that are not questions: effects, outcomes, controls, facts.
#include "fp-i18n.h"
#include "guard-words.h"
#include "page-private.h"

static const char *text_of(const Page *page, FpTreeText text)
{
    return fp_tree_text(page->tree, text, NULL);
}

static void add_effect(Page *page, size_t indent, const FpEffect *effect)
{
    g_autofree char *what = effect_in_words(page->tree, effect);
    g_autofree char *guard = effect->when != NULL ? guard_in_words(page->tree, effect->when) : NULL;
    g_autofree char *whole =
        // Translators: what an effect does; the condition on which it does so.
        guard != NULL ? g_strdup_printf(_("%s, when %s"), what, guard) : g_strdup(what);
    const char *because = text_of(page, effect->because);
    if (because == NULL) {
        page_item_cited(page, indent, "> ", whole, effect->cites);
        return;
    }
    page_item(page, indent, "> ", whole);
    page_item_cited(page, indent + 2, "", because, effect->cites);
}

void page_effects(Page *page, size_t indent, FpEffects effects)
{
    if (!page->options->has_reasons)
        return;
    for (size_t i = 0; i < effects.n; i++)
        add_effect(page, indent, &effects.items[i]);
}

static const char *access_in_words(FpAccessLevel level)
{
    switch (level) {
    case FP_ACCESS_NONE:
        return _("has no access to");
    case FP_ACCESS_LIMITED:
        return _("has limited access to");
    case FP_ACCESS_FULL:
        return _("has full access to");
    }
    g_assert_not_reached();
}

static void add_stops(Page *page, const FpOutcome *outcome)
{
    g_autoptr(GString) way = g_string_new(NULL);
    for (size_t i = 0; i < outcome->n_dataflow; i++)
        g_string_append_printf(way, "%s%s", i == 0 ? "" : " > ",
                               text_of(page, outcome->dataflow[i].at));
    if (way->len == 0)
        return;
    // Translators: stops with " > " between them.
    g_autofree char *line = g_strdup_printf(_("The way of the data: %s"), way->str);
    page_item(page, 4, "- ", line);
}

static void add_outcome_whole(Page *page, const FpOutcome *outcome)
{
    for (size_t i = 0; i < outcome->n_limits; i++) {
        const FpLimit *limit = &outcome->limits[i];
        g_autofree char *line = g_strdup_printf(_("Limit: %s"), text_of(page, limit->text));
        page_item_cited(page, 4, "- ", line, limit->cites);
    }
    add_stops(page, outcome);
    for (size_t i = 0; i < outcome->n_access; i++) {
        const FpAccess *access = &outcome->access[i];
        g_autofree char *line =
            g_strdup_printf("%s %s %s", text_of(page, access->who), access_in_words(access->has),
                            text_of(page, access->to));
        page_item_cited(page, 4, "- ", line, access->cites);
    }
    for (size_t i = 0; i < outcome->n_next_steps; i++) {
        const FpNextStep *step = &outcome->next_steps[i];
        const char *owner = text_of(page, step->owner);
        g_autofree char *line =
            // Translators: what is to be done; who does it.
            owner != NULL ? g_strdup_printf(_("Next: %s (%s)"), text_of(page, step->what), owner)
                          : g_strdup_printf(_("Next: %s"), text_of(page, step->what));
        page_item_cited(page, 4, "- ", line, step->cites);
    }
}

void page_outcomes(Page *page)
{
    page_heading(page, _("Outcomes"));
    for (size_t i = 0; i < page->tree->n_outcomes; i++) {
        const FpOutcome *outcome = &page->tree->outcomes[i];
        g_autofree char *line =
            g_strdup_printf("%s [%s]", text_of(page, outcome->title), outcome->id);
        page_item(page, 2, "", line);
        page_item(page, 4, "", text_of(page, outcome->summary));
        page_headline(page, 4, text_of(page, outcome->headline));
        if (page->options->has_reasons)
            add_outcome_whole(page, outcome);
    }
}

void page_controls(Page *page)
{
    if (page->tree->n_controls == 0)
        return;
    page_heading(page, _("Controls"));
    for (size_t i = 0; i < page->tree->n_controls; i++) {
        const FpControl *control = &page->tree->controls[i];
        const char *title = text_of(page, control->title), *owner = text_of(page, control->owner);
        g_autofree char *line = owner != NULL
                                    ? g_strdup_printf("%s [%s] (%s)", title, control->id, owner)
                                    : g_strdup_printf("%s [%s]", title, control->id);
        page_item(page, 2, "", line);
        if (page->options->has_reasons)
            page_item_cited(page, 4, "", text_of(page, control->how), control->cites);
    }
}

static void add_fact(Page *page, const FpFact *fact)
{
    bool is_stale = fp_fact_is_stale(fact, page->options->as_of);
    g_autofree char *line =
        is_stale ? g_strdup_printf(_("[%s] %s (due for review)"), fact->id, fact->claim)
                 : g_strdup_printf("[%s] %s", fact->id, fact->claim);
    page_item(page, 2, "", line);
    for (size_t i = 0; i < fact->n_sources; i++) {
        const FpFactSource *source = fact->sources[i].source;
        g_autofree char *where = g_strdup_printf("%s: %s", source->publisher, source->title);
        page_item(page, 4, "- ", where);
        if (source->url != NULL)
            page_raw(page, 6, source->url);
    }
}

void page_facts(Page *page)
{
    if (g_hash_table_size(page->cited) == 0)
        return;
    page_heading(page, _("Facts cited"));
    for (size_t i = 0; i < page->tree->n_facts; i++)
        if (g_hash_table_contains(page->cited, &page->tree->facts[i]))
            add_fact(page, &page->tree->facts[i]);
}
