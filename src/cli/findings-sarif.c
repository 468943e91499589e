// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 (OASIS): one run, a rule for each code that was found.
#include "findings.h"
#include "fp-config.h"
#include <string.h>

#define SARIF_SCHEMA                                                                               \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* Rules in the order in which their codes are found first. Borrowed. */
static GPtrArray *list_rules(const FpFindings *findings)
{
    GPtrArray *rules = g_ptr_array_new();
    for (guint i = 0; i < findings->rows->len; i++) {
        const FpRow *row = &g_array_index(findings->rows, FpRow, i);
        bool is_there = false;
        for (guint j = 0; j < rules->len; j++)
            is_there |= strcmp(((const FpRow *)g_ptr_array_index(rules, j))->code, row->code) == 0;
        if (!is_there)
            g_ptr_array_add(rules, (gpointer)(uintptr_t)row);
    }
    return rules;
}

static size_t find_rule(const GPtrArray *rules, const char *code)
{
    for (guint i = 0; i < rules->len; i++) {
        if (strcmp(((const FpRow *)g_ptr_array_index(rules, i))->code, code) == 0)
            return i;
    }
    g_assert_not_reached();
}

static void write_text(FpJsonWriter *writer, const char *key, const char *text)
{
    fp_json_key(writer, key);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "text", text);
    fp_json_end_object(writer);
}

static void write_rules(FpJsonWriter *writer, const GPtrArray *rules)
{
    fp_json_key(writer, "rules");
    fp_json_begin_array(writer);
    for (guint i = 0; i < rules->len; i++) {
        const FpRow *row = g_ptr_array_index(rules, i);
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "id", row->code);
        write_text(writer, "shortDescription", row->summary);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

/* A URI reference: a relative path stays one. Owned. */
static char *uri_of(const char *file)
{
    if (g_path_is_absolute(file)) {
        char *uri = g_filename_to_uri(file, NULL, NULL);
        if (uri != NULL)
            return uri;
    }
    return g_uri_escape_string(file, "/", FALSE);
}

static void write_location(FpJsonWriter *writer, const FpRow *row)
{
    g_autofree char *uri = uri_of(row->file);
    fp_json_key(writer, "locations");
    fp_json_begin_array(writer);
    fp_json_begin_object(writer);
    fp_json_key(writer, "physicalLocation");
    fp_json_begin_object(writer);
    fp_json_key(writer, "artifactLocation");
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "uri", uri);
    fp_json_end_object(writer);
    if (row->place.line > 0) {
        fp_json_key(writer, "region");
        fp_json_begin_object(writer);
        fp_json_key_integer(writer, "startLine", row->place.line);
        fp_json_key_integer(writer, "startColumn", row->place.column);
        fp_json_end_object(writer);
    }
    fp_json_end_object(writer);
    fp_json_end_object(writer);
    fp_json_end_array(writer);
}

static void write_result(FpJsonWriter *writer, const GPtrArray *rules, const FpRow *row)
{
    g_autofree char *text = row->mend == NULL ? g_strdup(row->message)
                                              : g_strconcat(row->message, "; ", row->mend, NULL);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "ruleId", row->code);
    fp_json_key_integer(writer, "ruleIndex", (int64_t)find_rule(rules, row->code));
    fp_json_key_string(writer, "level", fp_severity_name(row->severity));
    write_text(writer, "message", text);
    write_location(writer, row);
    if (row->witness != NULL) {
        fp_json_key(writer, "properties");
        fp_json_begin_object(writer);
        fp_json_key(writer, "witness");
        fp_findings_write_sheet(writer, row->witness);
        fp_json_end_object(writer);
    }
    fp_json_end_object(writer);
}

static void write_run(FpJsonWriter *writer, const FpFindings *findings)
{
    g_autoptr(GPtrArray) rules = list_rules(findings);
    fp_json_begin_object(writer);
    fp_json_key(writer, "tool");
    fp_json_begin_object(writer);
    fp_json_key(writer, "driver");
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "name", "fingerpost");
    fp_json_key_string(writer, "version", FP_VERSION);
    write_rules(writer, rules);
    fp_json_end_object(writer);
    fp_json_end_object(writer);
    fp_json_key_string(writer, "columnKind", "unicodeCodePoints");
    fp_json_key(writer, "results");
    fp_json_begin_array(writer);
    for (guint i = 0; i < findings->rows->len; i++)
        write_result(writer, rules, &g_array_index(findings->rows, FpRow, i));
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

void fp_findings_print_sarif(const FpCliOptions *options, const FpFindings *findings)
{
    FpJsonWriter *writer = fp_json_writer_new(FP_JSON_PRETTY);
    (void)options;
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "$schema", SARIF_SCHEMA);
    fp_json_key_string(writer, "version", "2.1.0");
    fp_json_key(writer, "runs");
    fp_json_begin_array(writer);
    write_run(writer, findings);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
    g_autofree char *json = fp_json_writer_finish(writer);
    fp_print_bytes(json);
    fp_json_writer_free(writer);
}
