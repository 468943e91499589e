// SPDX-License-Identifier: Apache-2.0
// TAP version 14 (testanything.org): a line for each case, YAML under those that fail. UTF-8 always.
#include <string.h>

#include "fp-json-writer.h"
#include "fp-text.h"
#include "report-test.h"

static void print_line(const char *format, ...) G_GNUC_PRINTF(1, 2);

static void print_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *line = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fp_print_bytes(line);
    fp_print_bytes("\n");
}

/* Backslashes and number signs mean something in a description. Owned. */
static char *escape_description(const char *name)
{
    g_autofree char *printable = fp_text_printable(name, -1, FP_PRINT_ONE_LINE);
    GString *text = g_string_new(NULL);
    for (const char *c = printable; *c != '\0'; c++) {
        if (*c == '\\' || *c == '#')
            g_string_append_c(text, '\\');
        g_string_append_c(text, *c);
    }
    return g_string_free(text, FALSE);
}

/* A text in double quotes as YAML and JSON both read it. Owned. */
static char *quote(const char *text)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_CANONICAL);
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    fp_json_string(writer, printable);
    return fp_json_writer_finish(writer);
}

static void print_difference(const FpCaseDifference *difference)
{
    g_autofree char *expected = quote(difference->expected);
    g_autofree char *got = quote(difference->got);
    print_line("    %s:", difference->expectation);
    print_line("      expected: %s", expected);
    print_line("      %s: %s", difference->is_undecided ? "found" : "got", got);
    if (difference->is_undecided)
        print_line("      undecided: true");
}

static void print_failure(const FpTestSuite *suite, const FpCaseResult *result)
{
    g_autofree char *decided = fp_report_decided(result->verdict, result->wanted, 100);
    g_autofree char *quoted = quote(decided);
    g_autofree char *file = quote(suite->file_name);
    print_line("  ---");
    print_line("  at: {file: %s, line: %u}", file, result->place.line);
    print_line("  differences:");
    for (guint i = 0; i < result->differences->len; i++)
        print_difference(&g_array_index(result->differences, FpCaseDifference, i));
    print_line("  decided: %s", quoted);
    print_line("  ...");
}

static void begin(FpTestReport *report)
{
    print_line("TAP version 14");
    print_line("1..%zu", report->n_cases);
}

static void print_suite(FpTestReport *report, const FpTestSuite *suite)
{
    for (guint i = 0; i < suite->results->len; i++) {
        const FpCaseResult *result = &g_array_index(suite->results, FpCaseResult, i);
        g_autofree char *name = escape_description(result->name);
        print_line("%s %zu - %s", result->passed ? "ok" : "not ok", ++report->n_told, name);
        if (!result->passed)
            print_failure(suite, result);
    }
}

static void print_notes(FpTestReport *report, const char *text)
{
    (void)report;
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    g_auto(GStrv) lines = g_strsplit(printable, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] != '\0')
            print_line("# %s", lines[i]);
    }
}

static void end_suite(FpTestReport *report, const FpTestSuite *suite)
{
    (void)report, (void)suite;
}

static void end(FpTestReport *report)
{
    (void)report;
}

const FpTestFormat fp_test_format_tap = { "tap", begin, print_suite, print_notes, end_suite, end };
