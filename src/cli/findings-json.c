// SPDX-License-Identifier: Apache-2.0
#include "findings.h"

static void write_finding(FpJsonWriter *writer, const FpRow *row)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "code", row->code);
    fp_json_key_string(writer, "severity", fp_severity_name(row->severity));
    fp_json_key_string(writer, "file", row->file);
    fp_json_key_integer(writer, "line", row->place.line);
    fp_json_key_integer(writer, "column", row->place.column);
    fp_json_key_string(writer, "message", row->message);
    fp_json_key_string(writer, "mend", row->mend);
    fp_json_key(writer, "witness");
    fp_findings_write_sheet(writer, row->witness);
    fp_json_end_object(writer);
}

/* As text; null where it is too large to be told. */
static void write_count(FpJsonWriter *writer, const char *key, FpCount count)
{
    g_autofree char *text = fp_count_is_exact(count) ? fp_count_to_text(count) : NULL;
    fp_json_key_string(writer, key, text);
}

/* `sheets` where it is exact; else what is known. */
static void write_range(FpJsonWriter *writer, FpCount at_least, FpCount at_most)
{
    bool is_exact = at_least == at_most && fp_count_is_exact(at_most);
    write_count(writer, "sheets", is_exact ? at_most : FP_COUNT_MAX);
    if (is_exact)
        return;
    g_autofree char *least = fp_count_to_text(at_least);
    fp_json_key_string(writer, "sheets_at_least", least);
    write_count(writer, "sheets_at_most", at_most);
}

static const char *exists_name(FpExists exists)
{
    static const char *const names[] = { "never", "sometimes", "undecided" };
    return names[exists];
}

static void write_audit_count(FpJsonWriter *writer, FpAuditCount count)
{
    fp_json_key_string(writer, "happens", exists_name(count.exists));
    write_range(writer, count.at_least, count.at_most);
    fp_json_key(writer, "witness");
    fp_findings_write_sheet(writer, count.witness);
}

static void write_outcome(FpJsonWriter *writer, const FpChecked *checked, size_t index)
{
    const FpTree *tree = checked->tree;
    const FpAuditOutcome *outcome = &checked->audit->outcomes[index];
    g_autofree char *share = fp_findings_share(checked->audit, outcome->count);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "outcome",
                       index < tree->n_outcomes ? tree->outcomes[index].id : NULL);
    fp_json_key_string(writer, "share_percent", share);
    write_audit_count(writer, outcome->count);
    fp_json_key_bool(writer, "shortest", outcome->is_shortest);
    fp_json_end_object(writer);
}

static void write_tree(FpJsonWriter *writer, const FpChecked *checked)
{
    const FpTree *tree = checked->tree;
    const FpAudit *audit = checked->audit;
    fp_json_key_string(writer, "tree", tree->id);
    fp_json_key_string(writer, "version", tree->version);
    fp_json_key_integer(writer, "questions", (int64_t)tree->n_questions);
    fp_json_key_integer(writer, "rules", (int64_t)tree->n_rules);
    fp_json_key_integer(writer, "facts", (int64_t)tree->n_facts);
    fp_json_key_integer(writer, "allowed", (int64_t)audit->n_allowed);
    write_range(writer, audit->sheets_at_least, audit->sheets_at_most);
    fp_json_key_string(writer, "entangled_by", audit->entangled_by);
    fp_json_key(writer, "outcomes");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < audit->n_outcomes; i++)
        write_outcome(writer, checked, i < tree->n_outcomes ? tree->prefer[i] : i);
    fp_json_end_array(writer);
    fp_json_key(writer, "ties");
    fp_json_begin_object(writer);
    write_audit_count(writer, audit->ties);
    fp_json_end_object(writer);
    fp_json_key(writer, "close_calls");
    fp_json_begin_object(writer);
    write_audit_count(writer, audit->close_calls);
    fp_json_end_object(writer);
}

static void write_summary(FpJsonWriter *writer, const FpFindings *findings)
{
    g_autofree char *as_of = fp_date_to_text(findings->as_of);
    fp_json_begin_object(writer);
    fp_json_key_integer(writer, "errors", (int64_t)findings->n_of[FP_SEVERITY_ERROR]);
    fp_json_key_integer(writer, "warnings", (int64_t)findings->n_of[FP_SEVERITY_WARNING]);
    fp_json_key_integer(writer, "notes", (int64_t)findings->n_of[FP_SEVERITY_NOTE]);
    fp_json_key_string(writer, "as_of", as_of);
    fp_json_key(writer, "files");
    fp_json_begin_array(writer);
    for (guint i = 0; i < findings->files->len; i++) {
        const FpChecked *checked = g_ptr_array_index(findings->files, i);
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "file", checked->name);
        if (checked->audit != NULL)
            write_tree(writer, checked);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

void fp_findings_print_json(const FpCliOptions *options, const FpFindings *findings)
{
    FpJsonWriter *writer = fp_json_writer_new(FP_JSON_PRETTY);
    (void)options;
    fp_json_begin_object(writer);
    fp_json_key(writer, "findings");
    fp_json_begin_array(writer);
    for (guint i = 0; i < findings->rows->len; i++)
        write_finding(writer, &g_array_index(findings->rows, FpRow, i));
    fp_json_end_array(writer);
    fp_json_key(writer, "summary");
    write_summary(writer, findings);
    fp_json_end_object(writer);
    g_autofree char *json = fp_json_writer_finish(writer);
    fp_print_bytes(json);
    fp_json_writer_free(writer);
}
