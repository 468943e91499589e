// SPDX-License-Identifier: Apache-2.0
// For people: cases that fail, with a difference line by line; then the sum.
#include <string.h>

#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-text.h"
#include "report-test.h"

static void add_words(GString *text, const char *label, size_t label_width, const char *head,
                      size_t head_width, const char *words)
{
    g_autofree char *padded = fp_text_pad(label, label_width, false);
    g_autofree char *padded_head = fp_text_pad(head, head_width, false);
    g_string_append_printf(text, "    %s  %s  %s\n", padded, padded_head, words);
}

static void add_differences(GString *text, const FpCaseResult *result)
{
    // Translators: these two stand one above the other, before what a case expected and what came.
    const char *expected = _("expected"), *got = _("got");
    size_t head_width = MAX(fp_text_width(expected), fp_text_width(got)), width = 0;
    for (guint i = 0; i < result->differences->len; i++)
        width =
            MAX(width, strlen(g_array_index(result->differences, FpCaseDifference, i).expectation));
    for (guint i = 0; i < result->differences->len; i++) {
        const FpCaseDifference *difference =
            &g_array_index(result->differences, FpCaseDifference, i);
        g_autofree char *undecided = g_strdup_printf(
            // Translators: the search ended before it was sure; what was found stands in its place.
            _("undecided within the budget of the search (found: %s)"), difference->got);
        add_words(text, difference->expectation, width, expected, head_width, difference->expected);
        add_words(text, "", width, got, head_width,
                  difference->is_undecided ? undecided : difference->got);
    }
}

static void print_failure(const FpTestReport *report, const FpTestSuite *suite,
                          const FpCaseResult *result)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *decided =
        fp_report_decided(result->verdict, result->wanted, fp_output_width());
    g_autofree char *name = fp_text_printable(result->name, -1, FP_PRINT_ONE_LINE);
    g_string_append_printf(text, "%s:%u: %s\n", suite->file_name, result->place.line, name);
    add_differences(text, result);
    g_string_append_printf(text, "  %s\n%s\n", _("What decided:"), decided);
    fp_print_printable(report->options, text->str);
}

static void begin(FpTestReport *report)
{
    (void)report;
}

static void print_suite(FpTestReport *report, const FpTestSuite *suite)
{
    for (guint i = 0; i < suite->results->len; i++) {
        const FpCaseResult *result = &g_array_index(suite->results, FpCaseResult, i);
        if (!result->passed)
            print_failure(report, suite, result);
    }
}

static void print_notes(FpTestReport *report, const char *text)
{
    fp_print_printable(report->options, text);
}

static void end_suite(FpTestReport *report, const FpTestSuite *suite)
{
    (void)report, (void)suite;
}

static void end(FpTestReport *report)
{
    g_autofree char *sum = g_strdup_printf(_("cases that hold: %zu, that fall short: %zu\n"),
                                           report->n_cases - report->n_failed, report->n_failed);
    fp_print(report->options, sum);
}

const FpTestFormat fp_test_format_text = {
    "text", begin, print_suite, print_notes, end_suite, end
};

static const FpTestFormat *const formats[] = { &fp_test_format_text, &fp_test_format_tap,
                                               &fp_test_format_junit };

const FpTestFormat *fp_test_format_find(const char *name, GError **error)
{
    const char *names[G_N_ELEMENTS(formats)];
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        names[i] = formats[i]->name;
        if (g_str_equal(formats[i]->name, name))
            return formats[i];
    }
    g_autofree char *wrong = fp_error_quote(name);
    g_autofree char *hint = fp_nearest_hint(name, names, G_N_ELEMENTS(names));
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("unknown format '%s'%s; the formats are text, tap and junit"), wrong, hint);
    return NULL;
}
