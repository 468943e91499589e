// SPDX-License-Identifier: Apache-2.0
// A tree's page: what it is, outcomes, controls, questions by theme with follow-ups nested, rules.
#include "tree-page.h"
#include "fp-i18n.h"
#include "guard-words.h"
#include "page-private.h"

static void add_question(Page *page, size_t index, const char *number, size_t indent);

static const char *text_of(const Page *page, FpTreeText text)
{
    return fp_tree_text(page->tree, text, NULL);
}

static const char *mark_of(FpQuestionType type)
{
    switch (type) {
    case FP_QUESTION_ONE:
        return "( ) ";
    case FP_QUESTION_MANY:
        return "[ ] ";
    case FP_QUESTION_NUMBER:
        return "- ";
    }
    g_assert_not_reached();
}

static char *how_to_answer(const Page *page, const FpQuestion *question)
{
    const char *unit = text_of(page, question->unit);
    switch (question->type) {
    case FP_QUESTION_ONE:
        return g_strdup(_("One of:"));
    case FP_QUESTION_MANY:
        return g_strdup(_("One or several of:"));
    case FP_QUESTION_NUMBER:
        return unit != NULL ? g_strdup_printf(_("A number (%s), in one of:"), unit)
                            : g_strdup(_("A number, in one of:"));
    }
    g_assert_not_reached();
}

static void add_option(Page *page, const FpQuestion *question, size_t index, const char *number,
                       size_t indent)
{
    const FpOption *option = &question->options[index];
    const char *label = text_of(page, option->label);
    g_autofree char *line = option->is_exclusive
                                ? g_strdup_printf(_("%s [%s], and no other"), label, option->id)
                                : g_strdup_printf("%s [%s]", label, option->id);
    const char *mark = mark_of(question->type);
    page_item(page, indent, mark, line);
    page_item(page, indent + 4, "", text_of(page, option->help));
    page_headline(page, indent + 4, text_of(page, option->headline));
    page_effects(page, indent + 4, option->effects);
    for (size_t i = 0; i < option->n_then; i++) {
        // Follow-ups of several options of a question may not share a number: the option's id tells.
        g_autofree char *follow_up = g_strdup_printf("%s-%s.%zu", number, option->id, i + 1);
        page_blank(page);
        add_question(page, option->then[i], follow_up, indent + 4);
    }
    if (option->n_then > 0 && index + 1 < question->n_options)
        page_blank(page);
}

static void add_question(Page *page, size_t index, const char *number, size_t indent)
{
    const FpQuestion *question = &page->tree->questions[index];
    g_autofree char *line = g_strdup_printf("%s [%s]", text_of(page, question->ask), question->id);
    g_autofree char *mark = g_strdup_printf("%s. ", number);
    page_item(page, indent, mark, line);
    if (question->when != NULL)
        // Translators: a condition follows, as "cloud is aws".
        page_guard(page, indent + 4, question->when, _("Asked when"),
                   _("Asked when one of these holds:"), _("Asked when all of these hold:"));
    if (page->options->has_reasons)
        page_item_cited(page, indent + 4, "", text_of(page, question->why), question->why_cites);
    else
        page_item(page, indent + 4, "", text_of(page, question->why));
    g_autofree char *how = how_to_answer(page, question);
    page_item(page, indent + 4, "", how);
    for (size_t i = 0; i < question->n_options; i++)
        add_option(page, question, i, number, indent + 4);
}

static void add_theme(Page *page, size_t theme)
{
    if (theme != FP_NONE)
        page_heading(page, text_of(page, page->tree->themes[theme].title));
    else
        page_heading(page, _("Questions"));
}

// In the order of asking. A theme that comes again gets its heading again.
static void add_questions(Page *page)
{
    size_t number = 0, theme = FP_NONE;
    for (size_t i = 0; i < page->tree->n_questions; i++) {
        const FpQuestion *question = &page->tree->questions[i];
        if (question->parent_question != FP_NONE)
            continue;
        if (number == 0 || question->theme != theme)
            add_theme(page, question->theme);
        else
            page_blank(page);
        theme = question->theme;
        g_autofree char *text = g_strdup_printf("%zu", ++number);
        add_question(page, i, text, 2);
    }
}

static void add_rules(Page *page)
{
    if (page->tree->n_rules == 0)
        return;
    page_heading(page, _("Rules"));
    for (size_t i = 0; i < page->tree->n_rules; i++) {
        const FpRule *rule = &page->tree->rules[i];
        g_autofree char *id = g_strdup_printf("[%s]", rule->id);
        page_raw(page, 2, id);
        // Translators: a condition follows, as "cloud is aws".
        page_guard(page, 4, rule->when, _("When"), _("When one of these holds:"),
                   _("When all of these hold:"));
        page_effects(page, 4, rule->effects);
    }
}

static void add_always(Page *page)
{
    if (!page->options->has_reasons || page->tree->always.n == 0)
        return;
    page_heading(page, _("Always"));
    page_effects(page, 2, page->tree->always);
}

static char *counts_of(const FpTree *tree)
{
    g_autofree char *questions = g_strdup_printf(
        ngettext("%zu question", "%zu questions", tree->n_questions), tree->n_questions);
    g_autofree char *outcomes = g_strdup_printf(
        ngettext("%zu outcome", "%zu outcomes", tree->n_outcomes), tree->n_outcomes);
    g_autofree char *rules =
        g_strdup_printf(ngettext("%zu rule", "%zu rules", tree->n_rules), tree->n_rules);
    // Translators: a tree's id and version; then how many questions, outcomes and rules it has.
    return g_strdup_printf(_("%s, version %s: %s, %s, %s"), tree->id, tree->version, questions,
                           outcomes, rules);
}

// "strong 5, slight 1"
static char *strengths_of(const FpTree *tree)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < tree->n_strengths; i++)
        g_string_append_printf(list, "%s%s %d", i == 0 ? "" : ", ", tree->strengths[i].id,
                               tree->strengths[i].points);
    return g_string_free(g_steal_pointer(&list), FALSE);
}

static bool has_not(const FpGuard *guard)
{
    if (guard == NULL || guard->kind == FP_GUARD_ANSWER)
        return false;
    bool found = guard->kind == FP_GUARD_NOT;
    for (size_t i = 0; i < guard->n_parts && !found; i++)
        found = has_not(&guard->parts[i]);
    return found;
}

// Readers who meet "is not" must know what an unknown answer does there.
static bool page_has_not(const Page *page)
{
    bool found = page->options->has_reasons;
    for (size_t i = 0; i < page->tree->n_questions && !found; i++)
        found = has_not(page->tree->questions[i].when);
    for (size_t i = 0; i < page->tree->n_rules && !found; i++)
        found = has_not(page->tree->rules[i].when);
    return found;
}

static void add_opening(Page *page)
{
    const FpTree *tree = page->tree;
    g_autofree char *counts = counts_of(tree);
    g_autofree char *strengths = strengths_of(tree);
    g_autofree char *prefer = outcome_ids_in_words(tree, tree->prefer, tree->n_outcomes);
    page_item(page, 0, "", text_of(page, tree->title));
    page_item(page, 0, "", counts);
    page_blank(page);
    page_item(page, 0, "", text_of(page, tree->summary));
    page_blank(page);
    if (tree->n_strengths > 0) {
        g_autofree char *points = g_strdup_printf(_("Points: %s."), strengths);
        page_item(page, 0, "", points);
    }
    g_autofree char *tie =
        g_strdup_printf(_("Where points are equal the earlier wins: %s."), prefer);
    page_item(page, 0, "", tie);
    if (page_has_not(page))
        page_item(page, 0, "",
                  _("An unknown or open answer is none of the options: \"is not\" then holds."));
}

char *fp_tree_page(const FpTree *tree, const FpTreePageOptions *options)
{
    g_autoptr(GHashTable) cited = g_hash_table_new(NULL, NULL);
    Page page = { tree, options, g_string_new(NULL), cited };
    add_opening(&page);
    page_outcomes(&page);
    add_always(&page);
    add_questions(&page);
    add_rules(&page);
    page_controls(&page);
    page_facts(&page);
    return g_string_free(page.text, FALSE);
}
