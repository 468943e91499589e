// SPDX-License-Identifier: Apache-2.0
// An option's reasons stand together among the verdict's, so each cause is one run of them.
#include "brief-private.h"
#include "fp-i18n.h"

static bool is_of(const BriefCause *cause, const FpOrigin *origin)
{
    return cause->question == origin->question && cause->option == origin->option;
}

/* The cause that a reason comes from: the last one, or a new one behind it. */
static BriefCause *reach(GArray *causes, const FpOrigin *origin)
{
    BriefCause *last = causes->len > 0 ? &g_array_index(causes, BriefCause, causes->len - 1) : NULL;
    if (last != NULL && is_of(last, origin))
        return last;
    const BriefCause cause = { .question = origin->question, .option = origin->option };
    g_array_append_val(causes, cause);
    return &g_array_index(causes, BriefCause, causes->len - 1);
}

static int compare_weights(const void *a, const void *b)
{
    const BriefCause *one = a, *other = b;
    return one->weight > other->weight ? -1 : one->weight < other->weight;
}

GArray *brief_find_ruling(const FpVerdict *verdict)
{
    GArray *causes = g_array_new(FALSE, FALSE, sizeof(BriefCause));
    // For each outcome the cause, from 1, that has ruled it out last: it counts once.
    g_autofree guint *last_out_by = g_new0(guint, verdict->tree->n_outcomes);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        const FpReason *reason = &verdict->reasons[i];
        if (reason->effect->kind != FP_EFFECT_RULE_OUT || reason->origin.question == FP_NONE)
            continue;
        BriefCause *cause = reach(causes, &reason->origin);
        cause->weight += last_out_by[reason->outcome] != causes->len;
        last_out_by[reason->outcome] = causes->len;
    }
    g_array_sort(causes, compare_weights); // keeps the order of equal ones
    return causes;
}

GArray *brief_find_against(const FpVerdict *verdict)
{
    GArray *causes = g_array_new(FALSE, FALSE, sizeof(BriefCause));
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        const FpReason *reason = &verdict->reasons[i];
        if (reason->effect->kind == FP_EFFECT_DISFAVOUR && reason->counted &&
            reason->outcome == verdict->outcome && reason->origin.question != FP_NONE)
            reach(causes, &reason->origin)->weight += (size_t)reason->points;
    }
    g_array_sort(causes, compare_weights);
    return causes;
}

size_t brief_count_deciding(const FpVerdict *verdict, const GArray *ruling)
{
    size_t n_out = brief_count_ruled_out(verdict), n = 0;
    while (n < ruling->len && g_array_index(ruling, BriefCause, n).weight == n_out)
        n++;
    return n > 0 ? n : ruling->len;
}

/* A question in the place of its answer, which is left out. */
static char *name_question(const FpBriefMaker *maker, size_t question)
{
    /* Translators: a question, in quotation marks. */
    return g_strdup_printf(_("the one to \"%s\""), brief_question_text(maker, question));
}

char *brief_name_answer(const FpBriefMaker *maker, const BriefCause *cause)
{
    const FpQuestion *question = &maker->tree->questions[cause->question];
    if (brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        return name_question(maker, cause->question);
    /* Translators: an answer, then the question that it was given to. */
    return g_strdup_printf(_("\"%s\" to \"%s\""),
                           brief_tree_text(maker, question->options[cause->option].label),
                           brief_tree_text(maker, question->ask));
}

char *brief_name_said(const FpBriefMaker *maker, size_t question)
{
    if (brief_is_redacted(maker, FP_BRIEF_REDACT_ANSWERS))
        return name_question(maker, question);
    const FpAnswer *said = fp_answer_sheet_get(maker->input->sheet, question);
    g_autofree char *answer =
        fp_brief_answer_in_words(maker->tree, question, said, maker->input->language);
    return g_strdup_printf(_("\"%s\" to \"%s\""), answer, brief_question_text(maker, question));
}

char *brief_name_answers(const FpBriefMaker *maker, const GArray *causes, size_t n)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < n; i++)
        g_ptr_array_add(names, brief_name_answer(maker, &g_array_index(causes, BriefCause, i)));
    return brief_join_names(names);
}
