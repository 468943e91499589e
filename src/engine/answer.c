// SPDX-License-Identifier: Apache-2.0
#include "answer-private.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-text.h"
#include <string.h>

#define SHOWN_WIDTH       72 /* cells of foreign text in a message */
#define NAMED_OPTIONS_MAX 8  /* options that a message names all */

char *fp_shown_id(const char *text)
{
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    return fp_text_ellipsize(printable, SHOWN_WIDTH, false);
}

bool fp_answer_equal(const FpAnswer *a, const FpAnswer *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == FP_ANSWER_OPTIONS)
        return fp_option_set_equal(a->options, b->options);
    return a->kind != FP_ANSWER_NUMBER || fp_decimal_compare(a->number, b->number) == 0;
}

static char *name_all(const char *const *names, size_t n_names)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < n_names; i++)
        g_string_append_printf(all, "%s%s", i == 0 ? "" : ", ", names[i]);
    return g_strdup_printf(_("; choose from %s"), all->str);
}

/* The nearest option's name as a message ends; where none is near, all of them if they are few. */
static char *option_hint(const FpQuestion *question, const char *id)
{
    size_t n = question->n_options;
    g_autofree const char **names = g_new(const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        names[i] = question->options[i].id;
    names[n] = FP_UNKNOWN;
    g_autofree char *nearest = fp_nearest_hint(id, names, n + 1);
    if (*nearest != '\0' || n > NAMED_OPTIONS_MAX)
        return g_steal_pointer(&nearest);
    return name_all(names, n + 1);
}

size_t fp_answer_find_option(const FpQuestion *question, const char *id, GError **error)
{
    size_t option = fp_question_find_option(question, id);
    if (option != FP_NONE)
        return option;
    g_autofree char *shown = fp_shown_id(id);
    g_autofree char *hint = option_hint(question, id);
    if (g_str_equal(id, FP_UNKNOWN))
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'unknown' is no option but a whole answer to question '%s'; write it alone"),
                    question->id);
    else if (question->type == FP_QUESTION_NUMBER)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is neither a number nor a band of question '%s'%s"), shown,
                    question->id, hint);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT, _("question '%s' has no option '%s'%s"),
                    question->id, shown, hint);
    return FP_NONE;
}

/* The exclusive option of a set, or FP_NONE. */
static size_t find_exclusive(const FpQuestion *question, FpOptionSet set)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (fp_option_set_has(set, i) && question->options[i].is_exclusive)
            return i;
    }
    return FP_NONE;
}

bool fp_answer_add_option(const FpQuestion *question, size_t option, FpOptionSet *set,
                          GError **error)
{
    if (fp_option_set_has(*set, option)) {
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT, _("option '%s' is there twice"),
                    question->options[option].id);
        return false;
    }
    FpOptionSet wider = fp_option_set_union(*set, fp_option_set_of(option));
    size_t exclusive = find_exclusive(question, wider);
    if (exclusive != FP_NONE && !fp_option_set_is_empty(*set)) {
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("option '%s' of question '%s' stands alone; leave it out or the others"),
                    question->options[exclusive].id, question->id);
        return false;
    }
    *set = wider;
    return true;
}

static void set_range_error(const FpQuestion *question, const char *number, GError **error)
{
    g_autofree char *min = fp_decimal_to_text(question->min);
    g_autofree char *max = question->has_max ? fp_decimal_to_text(question->max) : NULL;
    if (max != NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is out of range: question '%s' takes %s to %s"), number, question->id,
                    min, max);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is out of range: question '%s' takes %s or more"), number, question->id,
                    min);
}

static void set_digits_error(const FpQuestion *question, const char *number, GError **error)
{
    g_set_error(
        error, FP_ERROR, FP_ERROR_BAD_INPUT,
        _("'%s' is no number that question '%s' takes: write digits with nothing between them "
          "and a point before a fraction, at most 15 before the point and 6 after it"),
        number, question->id);
}

bool fp_answer_from_number(const FpQuestion *question, const char *text, FpDecimalSyntax syntax,
                           FpAnswer *out_answer, GError **error)
{
    g_autofree char *shown = fp_shown_id(text);
    FpDecimal number;
    if (!fp_decimal_parse(text, syntax, &number)) {
        set_digits_error(question, shown, error);
        return false;
    }
    size_t band = fp_question_find_band(question, number);
    if (band == FP_NONE) {
        set_range_error(question, shown, error);
        return false;
    }
    *out_answer = (FpAnswer) { FP_ANSWER_NUMBER, fp_option_set_of(band), number };
    return true;
}

/* True for what was meant as a number, even one that is not read. */
static bool is_like_a_number(const char *word)
{
    const char *digits = word + strspn(word, "+-.");
    return *digits != '\0' && digits[strspn(digits, "0123456789.,_eE+-")] == '\0' &&
           g_ascii_isdigit(*digits);
}

bool fp_answer_from_word(const FpQuestion *question, const char *word, FpAnswer *out_answer,
                         GError **error)
{
    bool is_number = question->type == FP_QUESTION_NUMBER;
    if (is_number && is_like_a_number(word) && fp_question_find_option(question, word) == FP_NONE)
        return fp_answer_from_number(question, word, FP_DECIMAL_PLAIN, out_answer, error);
    size_t option = fp_answer_find_option(question, word, error);
    if (option == FP_NONE)
        return false;
    *out_answer = (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = fp_option_set_of(option) };
    return true;
}

static bool answer_of_many(const FpQuestion *question, const char *const *ids, size_t n_ids,
                           FpAnswer *out_answer, GError **error)
{
    FpAnswer answer = { .kind = FP_ANSWER_OPTIONS };
    for (size_t i = 0; i < n_ids; i++) {
        size_t option = fp_answer_find_option(question, ids[i], error);
        if (option == FP_NONE || !fp_answer_add_option(question, option, &answer.options, error))
            return false;
    }
    *out_answer = answer;
    return true;
}

bool fp_answer_from_ids(const FpQuestion *question, const char *const *ids, size_t n_ids,
                        FpAnswer *out_answer, GError **error)
{
    g_assert(n_ids > 0);
    if (n_ids == 1 && g_str_equal(ids[0], FP_UNKNOWN)) {
        *out_answer = (FpAnswer) { .kind = FP_ANSWER_UNKNOWN };
        return true;
    }
    if (question->type == FP_QUESTION_MANY)
        return answer_of_many(question, ids, n_ids, out_answer, error);
    if (n_ids == 1)
        return fp_answer_from_word(question, ids[0], out_answer, error);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT, _("question '%s' takes one answer alone"),
                question->id);
    return false;
}

bool fp_answer_options_are_valid(const FpQuestion *question, FpOptionSet options)
{
    size_t n = fp_option_set_count(options);
    if (n <= 1 || question->type != FP_QUESTION_MANY)
        return n == 1;
    return find_exclusive(question, options) == FP_NONE;
}

char **fp_answer_to_ids(const FpQuestion *question, const FpAnswer *answer)
{
    GPtrArray *ids = g_ptr_array_new();
    if (answer->kind == FP_ANSWER_UNKNOWN)
        g_ptr_array_add(ids, g_strdup(FP_UNKNOWN));
    else if (answer->kind == FP_ANSWER_NUMBER)
        g_ptr_array_add(ids, fp_decimal_to_text(answer->number));
    for (size_t i = 0; answer->kind == FP_ANSWER_OPTIONS && i < question->n_options; i++) {
        if (fp_option_set_has(answer->options, i))
            g_ptr_array_add(ids, g_strdup(question->options[i].id));
    }
    g_ptr_array_add(ids, NULL);
    return (char **)g_ptr_array_free(ids, FALSE);
}
