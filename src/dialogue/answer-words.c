// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "wizard-private.h"

static char *labels_in_words(const FpTree *tree, const FpQuestion *question, FpOptionSet options,
                             const char *language)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < question->n_options; i++) {
        if (!fp_option_set_has(options, i))
            continue;
        if (words->len > 0)
            /* TRANSLATORS: stands between several answers to one question. */
            g_string_append(words, _("; "));
        g_string_append(words, fp_tree_text(tree, question->options[i].label, language));
    }
    return g_string_free(words, FALSE);
}

static char *number_in_words(const FpTree *tree, const FpQuestion *question, FpDecimal number,
                             const char *language)
{
    g_autofree char *digits = fp_decimal_to_text(number);
    const char *unit = fp_tree_text(tree, question->unit, language);
    if (unit == NULL)
        return g_steal_pointer(&digits);
    /* TRANSLATORS: a number and its unit, as in "50000 USD". */
    return g_strdup_printf(_("%s %s"), digits, unit);
}

char *fp_answer_in_words(const FpTree *tree, size_t question, const FpAnswer *answer,
                         const char *language)
{
    const FpQuestion *asked = &tree->questions[question];
    switch (answer->kind) {
    case FP_ANSWER_NONE:
        return NULL;
    case FP_ANSWER_UNKNOWN:
        return g_strdup(_("I don't know"));
    case FP_ANSWER_OPTIONS:
        return labels_in_words(tree, asked, answer->options, language);
    case FP_ANSWER_NUMBER:
        return number_in_words(tree, asked, answer->number, language);
    }
    g_assert_not_reached();
}

char *fp_number_range(const FpQuestion *question)
{
    g_autofree char *min = fp_decimal_to_text(question->min);
    g_autofree char *max = question->has_max ? fp_decimal_to_text(question->max) : NULL;
    return max != NULL ? g_strdup_printf(_("from %s to %s"), min, max)
                       : g_strdup_printf(_("%s or more"), min);
}
