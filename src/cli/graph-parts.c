// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "graph-private.h"
#include "guard-words.h"

char *graph_letter(size_t outcome)
{
    g_autofree char *before = outcome >= 26 ? graph_letter(outcome / 26 - 1) : g_strdup("");
    return g_strdup_printf("%s%c", before, (char)('A' + outcome % 26));
}

const char *graph_colour(size_t outcome)
{
    static const char *const colours[] = { "#a6cee3", "#fdd49e", "#c7e9b4", "#d9c6e6",
                                           "#f4b6b6", "#e6e2a8", "#b8d8d2", "#d0d0d0" };
    return colours[outcome % G_N_ELEMENTS(colours)];
}

static void clear_mark(void *data)
{
    g_free(((GraphMark *)data)->text);
}

static char *mark_text(const FpTree *tree, const FpEffect *effect, size_t outcome)
{
    g_autofree char *letter = graph_letter(outcome);
    if (effect->kind == FP_EFFECT_RULE_OUT)
        return g_strdup_printf("x %s", letter);
    return g_strdup_printf("%c%d %s", effect->kind == FP_EFFECT_FAVOUR ? '+' : '-',
                           tree->strengths[effect->strength].points, letter);
}

static void add_marks(const FpTree *tree, const FpEffect *effect, GArray *marks)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        g_autofree char *text = mark_text(tree, effect, effect->outcomes[i]);
        GraphMark mark = { effect->outcomes[i], effect->when != NULL ? g_strdup_printf("(%s)", text)
                                                                     : g_steal_pointer(&text) };
        g_array_append_val(marks, mark);
    }
}

GArray *graph_marks(const FpTree *tree, FpEffects effects)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(GraphMark));
    g_array_set_clear_func(marks, clear_mark);
    for (size_t i = 0; i < effects.n; i++)
        if (effects.items[i].kind <= FP_EFFECT_RULE_OUT)
            add_marks(tree, &effects.items[i], marks);
    return marks;
}

char *graph_required(const FpTree *tree, FpEffects effects)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (size_t i = 0; i < effects.n; i++)
        if (effects.items[i].kind == FP_EFFECT_REQUIRE)
            g_string_append_printf(ids, "%s%s", ids->len == 0 ? "" : ", ",
                                   tree->controls[effects.items[i].control].id);
    return ids->len == 0 ? NULL : g_string_free(g_steal_pointer(&ids), FALSE);
}

static void clear_read(void *data)
{
    g_free(((GraphRead *)data)->label);
}

static void add_read(GArray *reads, size_t question, char *label)
{
    for (guint i = 0; i < reads->len; i++) {
        GraphRead *read = &g_array_index(reads, GraphRead, i);
        if (read->question != question)
            continue;
        g_autofree char *before = read->label, *more = label;
        read->label = g_strdup_printf("%s; %s", before, more);
        return;
    }
    GraphRead read = { question, label };
    g_array_append_val(reads, read);
}

static void collect_reads(const FpTree *tree, const FpGuard *guard, bool is_negated, GArray *reads)
{
    if (guard->kind == FP_GUARD_ANSWER) {
        char *options = guard_options_in_words(tree, guard);
        char *label = is_negated ? g_strdup_printf(_("not %s"), options) : g_strdup(options);
        g_free(options);
        add_read(reads, guard->question, label);
        return;
    }
    for (size_t i = 0; i < guard->n_parts; i++)
        collect_reads(tree, &guard->parts[i], is_negated != (guard->kind == FP_GUARD_NOT), reads);
}

GArray *graph_reads(const FpTree *tree, const FpGuard *guard)
{
    GArray *reads = g_array_new(FALSE, FALSE, sizeof(GraphRead));
    g_array_set_clear_func(reads, clear_read);
    if (guard != NULL)
        collect_reads(tree, guard, false, reads);
    return reads;
}

char *graph_kind(const FpTree *tree, const FpQuestion *question)
{
    const char *unit = fp_tree_text(tree, question->unit, NULL);
    switch (question->type) {
    case FP_QUESTION_ONE:
        return g_strdup(_("one of"));
    case FP_QUESTION_MANY:
        return g_strdup(_("one or several of"));
    case FP_QUESTION_NUMBER:
        return unit != NULL ? g_strdup_printf(_("a number (%s) in"), unit)
                            : g_strdup(_("a number in"));
    }
    g_assert_not_reached();
}

const char *graph_key(void)
{
    return _("+5 A speaks for outcome A with 5 points, -3 A against it, x A rules it out; in "
             "parentheses: on a further condition; a dotted line leads to a question that is asked "
             "only on this answer");
}

size_t graph_frame(const FpTree *tree, size_t question)
{
    while (tree->questions[question].parent_question != FP_NONE)
        question = tree->questions[question].parent_question;
    return tree->questions[question].theme;
}

bool graph_is_first_of_frame(const FpTree *tree, size_t question)
{
    size_t frame = graph_frame(tree, question);
    for (size_t i = 0; i < question; i++)
        if (graph_frame(tree, i) == frame)
            return false;
    return true;
}
