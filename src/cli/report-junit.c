// SPDX-License-Identifier: Apache-2.0
// JUnit's XML as build servers read it (the schema of Jenkins's xUnit plugin, junit-10.xsd, which has
// no place for a case's line: the failure's text begins with it). A testsuite for each file of cases.
// UTF-8 always.
#include <string.h>

#include "fp-text.h"
#include "report-test.h"

/* XML 1.0 takes no other control characters than these, and no U+FFFE and U+FFFF, even escaped. */
static bool is_xml(gunichar c)
{
    return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c != 0xfffe && c != 0xffff);
}

/* Text for XML, in an attribute or out of it: what ends either is escaped. Owned. */
static char *escape(const char *text)
{
    static const struct {
        char c;
        const char *escaped;
    } rows[] = { { '&', "&amp;" },  { '<', "&lt;" },   { '>', "&gt;" }, { '"', "&quot;" },
                 { '\'', "&#39;" }, { '\n', "&#10;" }, { '\t', "&#9;" } };
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    GString *out = g_string_new(NULL);
    for (const char *at = printable; *at != '\0'; at = g_utf8_next_char(at)) {
        size_t row = 0;
        while (row < G_N_ELEMENTS(rows) && rows[row].c != *at)
            row++;
        if (row < G_N_ELEMENTS(rows))
            g_string_append(out, rows[row].escaped);
        else
            g_string_append_unichar(out,
                                    is_xml(g_utf8_get_char(at)) ? g_utf8_get_char(at) : 0xfffd);
    }
    return g_string_free(out, FALSE);
}

static void print_attribute(const char *name, const char *value)
{
    g_autofree char *escaped = escape(value);
    g_autofree char *text = g_strdup_printf(" %s=\"%s\"", name, escaped);
    fp_print_bytes(text);
}

static void print_number(const char *name, size_t value)
{
    g_autofree char *text = g_strdup_printf(" %s=\"%zu\"", name, value);
    fp_print_bytes(text);
}

/* "outcome: expected a, got b", one for each difference. Owned. */
static char *message_of(const FpCaseResult *result, const char *separator)
{
    GString *message = g_string_new(NULL);
    for (guint i = 0; i < result->differences->len; i++) {
        const FpCaseDifference *difference =
            &g_array_index(result->differences, FpCaseDifference, i);
        g_string_append_printf(message, "%s%s: expected %s, %s %s", i == 0 ? "" : separator,
                               difference->expectation, difference->expected,
                               difference->is_undecided ? "undecided, found" : "got",
                               difference->got);
    }
    return g_string_free(message, FALSE);
}

static void print_failure(const FpTestSuite *suite, const FpCaseResult *result)
{
    g_autofree char *message = message_of(result, "; ");
    g_autofree char *lines = message_of(result, "\n");
    g_autofree char *decided = fp_report_decided(result->verdict, result->wanted, 100);
    g_autofree char *text =
        g_strdup_printf("%s:%u\n%s\n%s", suite->file_name, result->place.line, lines, decided);
    g_autofree char *escaped = escape(text);
    fp_print_bytes("      <failure type=\"expectation\"");
    print_attribute("message", message);
    fp_print_bytes(">");
    fp_print_bytes(escaped);
    fp_print_bytes("</failure>\n");
}

static void print_case(const FpTestSuite *suite, const FpCaseResult *result)
{
    fp_print_bytes("    <testcase");
    print_attribute("name", result->name);
    print_attribute("classname", suite->tree->id);
    fp_print_bytes(result->passed ? "/>\n" : ">\n");
    if (result->passed)
        return;
    print_failure(suite, result);
    fp_print_bytes("    </testcase>\n");
}

static void begin(FpTestReport *report)
{
    fp_print_bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    print_number("tests", report->n_cases);
    print_number("failures", report->n_failed);
    print_number("errors", 0);
    fp_print_bytes(">\n");
}

static void print_suite(FpTestReport *report, const FpTestSuite *suite)
{
    (void)report;
    fp_print_bytes("  <testsuite");
    print_attribute("name", suite->tree->id);
    print_attribute("file", suite->file_name);
    print_number("tests", suite->results->len);
    print_number("failures", suite->n_failed);
    print_number("errors", 0);
    print_number("skipped", 0);
    fp_print_bytes(">\n");
    for (guint i = 0; i < suite->results->len; i++)
        print_case(suite, &g_array_index(suite->results, FpCaseResult, i));
}

static void print_notes(FpTestReport *report, const char *text)
{
    (void)report;
    g_autofree char *escaped = escape(text);
    fp_print_bytes("    <system-out>");
    fp_print_bytes(escaped);
    fp_print_bytes("</system-out>\n");
}

static void end_suite(FpTestReport *report, const FpTestSuite *suite)
{
    (void)report, (void)suite;
    fp_print_bytes("  </testsuite>\n");
}

static void end(FpTestReport *report)
{
    (void)report;
    fp_print_bytes("</testsuites>\n");
}

const FpTestFormat fp_test_format_junit = {
    "junit", begin, print_suite, print_notes, end_suite, end
};
