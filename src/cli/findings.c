// SPDX-License-Identifier: Apache-2.0
// Faults of files and findings of trees as rows of one kind.
#include "findings.h"
#include "fp-decision.h"
#include "fp-i18n.h"
#include "fp-json-writer.h"
#include <string.h>

static const FpFindingsFormat formats[] = {
    { "text", fp_findings_print_text },
    { "gcc", fp_findings_print_gcc },
    { "json", fp_findings_print_json },
    { "sarif", fp_findings_print_sarif },
};

const FpFindingsFormat *fp_findings_format(const FpCliOptions *options, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (strcmp(name, formats[i].name) == 0)
            return &formats[i];
    }
    g_autofree char *shown = fp_error_quote(name);
    g_autofree char *message =
        g_strdup_printf(_("unknown format '%s'; the formats are text, gcc, json and sarif"), shown);
    fp_complain(options, message);
    return NULL;
}

void fp_checked_free(FpChecked *checked)
{
    if (checked == NULL)
        return;
    fp_audit_free(checked->audit);
    fp_tree_free(checked->tree);
    fp_diagnostics_free(checked->diagnostics);
    g_free(checked->name);
    g_free(checked);
}

static void add(FpFindings *findings, FpRow row)
{
    findings->n_of[row.severity]++;
    g_array_append_val(findings->rows, row);
}

static void add_faults(FpFindings *findings, const FpDiagnostics *diagnostics)
{
    const FpDiagnostic *fault;
    for (size_t i = 0; (fault = fp_diagnostics_get(diagnostics, i)) != NULL; i++)
        add(findings, (FpRow) { .code = "fault",
                                .summary = _("The file breaks the tree format."),
                                .severity = FP_SEVERITY_ERROR,
                                .file = fp_source_name(fault->source),
                                .place = fault->place,
                                .message = fault->message,
                                .mend = fault->mend,
                                .source = fault->source });
}

static void add_audit(FpFindings *findings, const FpAudit *audit)
{
    for (size_t i = 0; i < audit->n; i++) {
        const FpFinding *finding = &audit->items[i];
        add(findings, (FpRow) { .code = fp_finding_name(finding->code),
                                .summary = fp_finding_summary(finding->code),
                                .severity = finding->severity,
                                .file = fp_source_name(finding->source),
                                .place = finding->place,
                                .message = finding->message,
                                .mend = finding->mend,
                                .source = finding->source,
                                .witness = finding->witness });
    }
}

FpFindings fp_findings_collect(const GPtrArray *files, FpDate as_of)
{
    FpFindings findings = { files, g_array_new(FALSE, FALSE, sizeof(FpRow)), { 0 }, as_of };
    for (guint i = 0; i < files->len; i++) {
        const FpChecked *checked = g_ptr_array_index(files, i);
        add_faults(&findings, checked->diagnostics);
        if (checked->audit != NULL)
            add_audit(&findings, checked->audit);
    }
    return findings;
}

void fp_findings_clear(FpFindings *findings)
{
    g_clear_pointer(&findings->rows, g_array_unref);
}

void fp_findings_write_sheet(FpJsonWriter *writer, const FpAnswerSheet *sheet)
{
    if (sheet == NULL) {
        fp_json_null(writer);
        return;
    }
    fp_decision_write_answers(writer, sheet);
}

char *fp_findings_share(const FpAudit *audit, FpAuditCount count)
{
    FpCount all = audit->sheets_at_most, some = count.at_least;
    if (count.at_least != count.at_most || all != audit->sheets_at_least ||
        !fp_count_is_exact(all) || all == 0)
        return NULL;
    while (all > FP_COUNT_MAX / 100000) { // two decimals do not show what this drops
        all /= 2;
        some /= 2;
    }
    unsigned share = (unsigned)((some * 10000 + all / 2) / all);
    return g_strdup_printf("%u.%02u", share / 100, share % 100);
}
