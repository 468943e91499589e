// SPDX-License-Identifier: Apache-2.0
// In tree order under what the effects stand in. A fired effect says why the tree has it, another one
// what kept it.
#include "explanation.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "guard-words.h"
#include "hanging.h"

#define FIRED_MARK "[x] "
#define KEPT_MARK  "[ ] "

typedef struct {
    const FpExplanationPage *page;
    const FpTree *tree;
    size_t width;
    GString *text;
} Writer;

static void put(Writer *writer, size_t indent, const char *mark, const char *text)
{
    g_autofree char *line = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    fp_hanging_add(writer->text, indent, mark, line, writer->width);
}

/* ---- What an effect stands in ---- */

static char *answer_in_words(const Writer *writer, size_t question)
{
    const FpAnswer *answer = fp_answer_sheet_get(writer->page->sheet, question);
    g_auto(GStrv) ids = fp_answer_to_ids(&writer->tree->questions[question], answer);
    return g_strjoinv(", ", ids);
}

static char *option_heading(const Writer *writer, FpOrigin origin)
{
    const FpQuestion *question = &writer->tree->questions[origin.question];
    const FpOption *option = &question->options[origin.option];
    const char *label = fp_tree_text(writer->tree, option->label, NULL);
    /* Translators: the ids of a question and of its option, and the option's label. */
    return g_strdup_printf(_("%s.%s: %s"), question->id, option->id, label);
}

static char *heading_of(const Writer *writer, FpOrigin origin)
{
    if (origin.question != FP_NONE)
        return option_heading(writer, origin);
    if (origin.rule != FP_NONE)
        /* Translators: a rule's id. */
        return g_strdup_printf(_("Rule %s"), writer->tree->rules[origin.rule].id);
    return g_strdup(_("Always"));
}

static bool is_same_origin(FpOrigin a, FpOrigin b)
{
    return a.question == b.question && a.option == b.option && a.rule == b.rule;
}

/* ---- What kept it ---- */

static char *state_in_words(const Writer *writer, size_t question, FpQuestionState state)
{
    const char *id = writer->tree->questions[question].id;
    g_autofree char *answer = answer_in_words(writer, question);
    switch (state) {
    case FP_STATE_OPEN:
        return g_strdup_printf(_("question '%s' is still open"), id);
    case FP_STATE_UNKNOWN:
        return g_strdup_printf(_("question '%s' is answered \"I don't know\""), id);
    case FP_STATE_ANSWERED:
        /* Translators: a question's id; the ids of the options chosen, or a number. */
        return g_strdup_printf(_("question '%s' is answered: %s"), id, answer);
    case FP_STATE_RESTING:
        return g_strdup_printf(_("question '%s' is not asked; its answer rests: %s"), id, answer);
    case FP_STATE_NOT_APPLICABLE:
        return g_strdup_printf(_("question '%s' is not asked"), id);
    }
    g_assert_not_reached();
}

// What stands there is a sentence of the tree's: the guard's entry.
static char *guard_in_sentence(const Writer *writer, const FpExplanation *explanation)
{
    g_autofree char *entry = guard_in_words(writer->tree, explanation->entry);
    unsigned line = explanation->entry->place.line;
    switch (explanation->guard_of) {
    case FP_GUARD_OF_EFFECT:
        /* Translators: a condition, as "cloud is aws"; a line of the tree's file. */
        return g_strdup_printf(_("its own condition does not hold: %s (line %u)"), entry, line);
    case FP_GUARD_OF_RULE:
        return g_strdup_printf(_("the rule's condition does not hold: %s (line %u)"), entry, line);
    case FP_GUARD_OF_QUESTION:
        /* Translators: a question's id; a condition; a line. */
        return g_strdup_printf(
            _("question '%s' is not asked; its condition does not hold: %s (line "
              "%u)"),
            writer->tree->questions[explanation->guarded].id, entry, line);
    }
    g_assert_not_reached();
}

static void put_what_kept_it(Writer *writer, const FpExplanation *explanation)
{
    if (explanation->kept_by == FP_KEPT_BY_GUARD) {
        g_autofree char *guard = guard_in_sentence(writer, explanation);
        put(writer, 6, "", guard);
    }
    if (explanation->question == FP_NONE)
        return;
    g_autofree char *state = state_in_words(writer, explanation->question, explanation->state);
    put(writer, 6, "", state);
}

static void put_effect(Writer *writer, const FpExplanation *explanation)
{
    bool has_fired = explanation->kept_by == FP_FIRED;
    const char *because = fp_tree_text(writer->tree, explanation->effect->because, NULL);
    g_autofree char *what = effect_in_words(writer->tree, explanation->effect);
    put(writer, 2, has_fired ? FIRED_MARK : KEPT_MARK, what);
    if (!has_fired)
        put_what_kept_it(writer, explanation);
    else if (because != NULL)
        put(writer, 6, "", because);
}

static void put_sum(Writer *writer, size_t n_fired, size_t n)
{
    g_autofree char *sum = g_strdup_printf(
        /* Translators: how many of how many. */
        ngettext("%zu of %zu effect fired.", "%zu of %zu effects fired.", n), n_fired, n);
    g_string_append_c(writer->text, '\n');
    put(writer, 0, "", sum);
}

char *fp_explanation_to_text(const FpExplanationPage *page, size_t width)
{
    Writer writer = { page, fp_answer_sheet_tree(page->sheet), width, g_string_new(NULL) };
    const FpExplanation *before = NULL;
    size_t n = 0, n_fired = 0;
    for (size_t i = 0; i < page->explanations->n; i++) {
        const FpExplanation *explanation = &page->explanations->items[i];
        if (!page->is_wanted[i])
            continue;
        if (before == NULL || !is_same_origin(before->origin, explanation->origin)) {
            g_autofree char *heading = heading_of(&writer, explanation->origin);
            if (before != NULL)
                g_string_append_c(writer.text, '\n');
            put(&writer, 0, "", heading);
        }
        put_effect(&writer, explanation);
        before = explanation;
        n_fired += explanation->kept_by == FP_FIRED;
        n++;
    }
    put_sum(&writer, n_fired, n);
    return g_string_free(writer.text, FALSE);
}
