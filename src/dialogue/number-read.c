// SPDX-License-Identifier: Apache-2.0
// Separators are taken out once they are seen to part groups of three; what is left is parsed.
#include "number-read-private.h"

#include "fp-i18n.h"
#include "wizard-private.h"
#include <string.h>

#define GROUP_DIGITS 3
/* Shorter numbers are read at a glance. */
#define GROUPED_DIGITS_MIN 5

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* What people part groups of digits with: comma, apostrophe, underscore, blanks of several widths. */
static bool is_separator(gunichar c)
{
    return c == ',' || c == '\'' || c == '_' || c == ' ' || c == 0x2019 || c == 0xA0 ||
           c == 0x2009 || c == 0x202F;
}

/* The first character that no number has; NULL: none. */
static const char *find_culprit(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (!g_ascii_isdigit(*text) && *text != '.' && *text != '-' && !is_separator(c))
            return text;
    }
    return NULL;
}

/* The whole part's digits without what parts them. False where that is not groups of three, all
 * parted alike. */
static bool join_groups(const char *text, GString *joined)
{
    const char *at = text + (*text == '-' ? 1 : 0);
    size_t n = count_digits(at);
    gunichar separator = 0;
    g_string_append_len(joined, text, at - text);
    g_string_append_len(joined, at, (gssize)n);
    for (at += n; is_separator(g_utf8_get_char(at)); at += GROUP_DIGITS) {
        bool begins_well = separator != 0 || (n > 0 && n <= GROUP_DIGITS);
        if (!begins_well || (separator != 0 && separator != g_utf8_get_char(at)))
            return false;
        separator = g_utf8_get_char(at);
        at = g_utf8_next_char(at);
        if (count_digits(at) != GROUP_DIGITS)
            return false;
        g_string_append_len(joined, at, GROUP_DIGITS);
    }
    g_string_append(joined, at);
    return true;
}

static bool has_separator(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (is_separator(g_utf8_get_char(text)))
            return true;
    }
    return false;
}

FpNumberReading fp_number_read(const FpQuestion *question, const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    g_autoptr(GString) joined = g_string_new(NULL);
    FpNumberReading reading = { .band = FP_NONE };
    const char *culprit = find_culprit(text);
    if (*text == '\0')
        reading.fault = FP_NUMBER_EMPTY;
    else if (culprit != NULL)
        reading.fault = FP_NUMBER_CHARACTER;
    else if (!join_groups(text, joined) || has_separator(joined->str))
        reading.fault = FP_NUMBER_GROUPS;
    else if (!fp_decimal_parse(joined->str, FP_DECIMAL_PLAIN, &reading.number))
        reading.fault = FP_NUMBER_DIGITS;
    else if ((reading.band = fp_question_find_band(question, reading.number)) == FP_NONE)
        reading.fault = FP_NUMBER_RANGE;
    if (culprit != NULL)
        memcpy(reading.culprit, culprit, (size_t)(g_utf8_next_char(culprit) - culprit));
    return reading;
}

char *fp_number_fault(const FpQuestion *question, const FpNumberReading *reading, const char *typed)
{
    g_autofree char *range = fp_number_range(question);
    switch (reading->fault) {
    case FP_NUMBER_GOOD:
        break;
    case FP_NUMBER_EMPTY:
        return g_strdup_printf(_("type a number, %s, take one of the ranges, or say that you don't "
                                 "know"),
                               range);
    case FP_NUMBER_CHARACTER:
        return g_strdup_printf(_("'%s' is no number: '%s' has no place in one; write it out, as in "
                                 "100000, 100,000 or 0.5"),
                               typed, reading->culprit);
    case FP_NUMBER_GROUPS:
        return g_strdup_printf(_("'%s' is no number: groups are of three digits, as in 50,000; "
                                 "before a fraction stands a point, as in 1.5"),
                               typed);
    case FP_NUMBER_DIGITS:
        return g_strdup_printf(_("'%s' is no number: write digits, at most 15, and after a point "
                                 "at most 6 more"),
                               typed);
    case FP_NUMBER_RANGE:
        return g_strdup_printf(_("'%s' is out of range; it can be %s"), typed, range);
    }
    return NULL;
}

/* "1234567.5" as "1 234 567.5". */
static char *part_groups(const char *digits)
{
    size_t first = *digits == '-' ? 1 : 0, n = count_digits(digits + first);
    GString *parted = g_string_new(digits);
    for (size_t left = n; n >= GROUPED_DIGITS_MIN && left > GROUP_DIGITS;) {
        left -= GROUP_DIGITS;
        g_string_insert_c(parted, (gssize)(first + left), ' ');
    }
    return g_string_free(parted, FALSE);
}

/* The number, and the range that it falls in. */
static char *good_in_words(const FpWizard *wizard, const FpQuestion *question,
                           const FpNumberReading *reading)
{
    g_autofree char *digits = fp_decimal_to_text(reading->number);
    g_autofree char *number = part_groups(digits);
    const char *unit = fp_wizard_text(wizard, question->unit);
    const char *band = fp_wizard_text(wizard, question->options[reading->band].label);
    if (unit == NULL)
        /* Translators: how a number that is being typed is read: the number, the range it is in. */
        return g_strdup_printf(_("%s: %s"), number, band);
    /* Translators: likewise, with its unit: "50 000 USD: small, below 100,000". */
    return g_strdup_printf(_("%s %s: %s"), number, unit, band);
}

char *fp_number_in_words(const FpWizard *wizard, const FpQuestion *question,
                         const FpNumberReading *reading)
{
    g_autofree char *range = fp_number_range(question);
    switch (reading->fault) {
    case FP_NUMBER_GOOD:
        return good_in_words(wizard, question, reading);
    case FP_NUMBER_EMPTY:
        break;
    case FP_NUMBER_CHARACTER:
        return g_strdup_printf(_("no number: '%s' has no place in one"), reading->culprit);
    case FP_NUMBER_GROUPS:
        return g_strdup(_("no number yet: write 50,000 or 0.5"));
    case FP_NUMBER_DIGITS:
        return g_strdup(_("no number yet"));
    case FP_NUMBER_RANGE:
        return g_strdup_printf(_("out of range: it can be %s"), range);
    }
    return NULL;
}
