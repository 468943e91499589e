// SPDX-License-Identifier: Apache-2.0
// For people: errors and warnings with their lines, notes gathered by kind, then what the tree can come
// to. Faults of files go to standard error, as with every other command.
#include "findings.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "hanging.h"
#include "report-quality.h"
#include <string.h>

static void print_wrapped(const FpCliOptions *options, const char *text, size_t indent)
{
    g_autofree char *line = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    g_autoptr(GString) lines = g_string_new(NULL);
    fp_hanging_add(lines, indent, "", line, fp_output_width());
    fp_print(options, lines->str);
}

/* ---- Findings ---- */

static void print_source_line(const FpCliOptions *options, const FpRow *row)
{
    g_autofree char *line = fp_source_line(row->source, row->place.line);
    if (line == NULL)
        return;
    g_autofree char *printable = fp_text_printable(g_strstrip(line), -1, FP_PRINT_ONE_LINE);
    g_autofree char *shown = fp_text_ellipsize(printable, fp_output_width() - 4, options->ascii);
    g_autofree char *indented = g_strconcat("    ", shown, "\n", NULL);
    fp_print(options, indented);
}

static const char *severity_word(FpSeverity severity)
{
    return severity == FP_SEVERITY_ERROR     ? _("error")
           : severity == FP_SEVERITY_WARNING ? _("warning")
                                             : _("note");
}

static void print_finding(const FpCliOptions *options, const FpRow *row)
{
    g_autofree char *head =
        g_strdup_printf("%s:%u:%u: %s: %s [%s]\n", row->file, row->place.line, row->place.column,
                        severity_word(row->severity), row->message, row->code);
    fp_print_printable(options, head);
    print_source_line(options, row);
    if (row->witness != NULL) {
        g_autofree char *words = fp_report_sheet(row->witness);
        g_autofree char *text = g_strdup_printf(_("on the sheet %s"), words);
        print_wrapped(options, text, 4);
    }
    if (row->mend != NULL) {
        g_autofree char *mend = g_strdup_printf(_("mend: %s"), row->mend);
        print_wrapped(options, mend, 4);
    }
}

static bool is_note_of(const FpRow *row, const char *code, const char *file)
{
    return row->severity == FP_SEVERITY_NOTE && strcmp(row->code, code) == 0 &&
           strcmp(row->file, file) == 0;
}

/* All notes of one kind and file, told once; one alone is told as it is. */
static void print_notes(const FpCliOptions *options, const FpFindings *findings, guint first)
{
    const FpRow *like = &g_array_index(findings->rows, FpRow, first);
    g_autoptr(GString) lines = g_string_new(NULL);
    size_t n = 0;
    for (guint i = 0; i < findings->rows->len; i++) {
        const FpRow *row = &g_array_index(findings->rows, FpRow, i);
        if (!is_note_of(row, like->code, like->file))
            continue;
        if (i < first)
            return; // told with an earlier one
        g_string_append_printf(lines, "%s%u", n++ == 0 ? "" : ", ", row->place.line);
    }
    if (n == 1) {
        print_finding(options, like);
        return;
    }
    g_autofree char *text = g_strdup_printf(
        ngettext("%s: %zu note [%s]: %s Line %s", "%s: %zu notes [%s]: %s Lines %s", n), like->file,
        n, like->code, like->summary, lines->str);
    print_wrapped(options, text, 0);
}

static void print_findings(const FpCliOptions *options, const FpFindings *findings)
{
    for (guint i = 0; i < findings->rows->len; i++) {
        const FpRow *row = &g_array_index(findings->rows, FpRow, i);
        if (row->severity == FP_SEVERITY_WARNING)
            print_finding(options, row);
    }
    for (guint i = 0; i < findings->rows->len; i++) {
        if (g_array_index(findings->rows, FpRow, i).severity == FP_SEVERITY_NOTE)
            print_notes(options, findings, i);
    }
}

/* ---- What the tree can come to ---- */

/* "12", "at least 12", "12 to 40". Owned. */
static char *range_words(FpCount at_least, FpCount at_most)
{
    g_autofree char *least = fp_count_to_text(at_least);
    g_autofree char *most = fp_count_to_text(at_most);
    if (!fp_count_is_exact(at_most))
        return g_strdup_printf(_("at least %s"), least);
    if (at_least == at_most)
        return g_steal_pointer(&least);
    return g_strdup_printf(_("%s to %s"), least, most);
}

static void print_witness(const FpCliOptions *options, const FpAnswerSheet *witness,
                          bool is_shortest)
{
    if (witness == NULL)
        return;
    g_autofree char *words = fp_report_sheet(witness);
    g_autofree char *text = is_shortest ? g_strdup_printf(_("shortest sheet: %s"), words)
                                        : g_strdup_printf(_("for one, the sheet %s"), words);
    print_wrapped(options, text, 6);
}

static void print_outcome(const FpCliOptions *options, const FpChecked *checked, size_t index)
{
    const FpAuditOutcome *outcome = &checked->audit->outcomes[index];
    const FpTree *tree = checked->tree;
    bool is_path = index < tree->n_outcomes;
    g_autofree char *sheets = range_words(outcome->count.at_least, outcome->count.at_most);
    g_autofree char *share = fp_findings_share(checked->audit, outcome->count);
    if (!is_path && outcome->count.exists == FP_EXISTS_NO)
        return;
    const char *name = is_path ? tree->outcomes[index].id : _("no path");
    g_autofree char *line =
        share != NULL
            // Translators: an outcome, its share of all complete sheets, and how many those are.
            ? g_strdup_printf(_("%s: %s%% of all sheets (%s)"), name, share, sheets)
            : g_strdup_printf(_("%s: sheets on which it wins: %s"), name, sheets);
    print_wrapped(options, line, 4);
    print_witness(options, outcome->count.witness, outcome->is_shortest);
}

static void print_close(const FpCliOptions *options, const FpAudit *audit)
{
    if (audit->ties.exists == FP_EXISTS_YES) {
        g_autofree char *sheets = range_words(audit->ties.at_least, audit->ties.at_most);
        g_autofree char *text =
            g_strdup_printf(_("exact ties, which 'prefer' settles: %s"), sheets);
        print_wrapped(options, text, 4);
        print_witness(options, audit->ties.witness, false);
    }
    if (audit->close_calls.exists == FP_EXISTS_YES) {
        g_autofree char *sheets =
            range_words(audit->close_calls.at_least, audit->close_calls.at_most);
        g_autofree char *text = g_strdup_printf(_("close calls, ties included: %s"), sheets);
        print_wrapped(options, text, 4);
        print_witness(options, audit->close_calls.witness, false);
    }
}

static void print_uncounted(const FpCliOptions *options, const FpAudit *audit)
{
    if (audit->outcomes[0].count.at_least == audit->outcomes[0].count.at_most)
        return;
    g_autofree char *text =
        audit->entangled_by != NULL
            ? g_strdup_printf(_("who wins on how many is not counted: the answers to question '%s' "
                                "keep too many states apart"),
                              audit->entangled_by)
            : g_strdup(_("who wins on how many is not counted: the points keep too many states "
                         "apart"));
    print_wrapped(options, text, 4);
}

static void print_tree(const FpCliOptions *options, const FpChecked *checked)
{
    const FpTree *tree = checked->tree;
    const FpAudit *audit = checked->audit;
    g_autofree char *head = g_strdup_printf(
        /* Translators: a file, and how many it holds of each. */
        _("%s: no faults; questions: %zu, outcomes: %zu, rules: %zu, facts: %zu\n"), checked->name,
        tree->n_questions, tree->n_outcomes, tree->n_rules, tree->n_facts);
    fp_print_printable(options, head);
    g_autofree char *sheets = range_words(audit->sheets_at_least, audit->sheets_at_most);
    g_autofree char *line = g_strdup_printf(_("complete answer sheets: %s"), sheets);
    print_wrapped(options, line, 4);
    print_uncounted(options, audit);
    for (size_t i = 0; i < audit->n_outcomes; i++)
        print_outcome(options, checked, i < tree->n_outcomes ? tree->prefer[i] : i);
    print_close(options, audit);
    if (audit->n_allowed > 0) {
        g_autofree char *allowed =
            g_strdup_printf(ngettext("%zu finding is allowed by the tree",
                                     "%zu findings are allowed by the tree", audit->n_allowed),
                            audit->n_allowed);
        print_wrapped(options, allowed, 4);
    }
}

static void complain_faults(const FpCliOptions *options, const FpChecked *checked)
{
    g_autoptr(GError) error = NULL;
    fp_diagnostics_to_error(checked->diagnostics, &error);
    fp_complain_error(options, error);
}

void fp_findings_print_text(const FpCliOptions *options, const FpFindings *findings)
{
    print_findings(options, findings);
    for (guint i = 0; i < findings->files->len; i++) {
        const FpChecked *checked = g_ptr_array_index(findings->files, i);
        if (checked->audit != NULL)
            print_tree(options, checked);
        else
            complain_faults(options, checked);
    }
    g_autofree char *warnings =
        g_strdup_printf(ngettext("%zu warning", "%zu warnings", findings->n_of[1]),
                        findings->n_of[FP_SEVERITY_WARNING]);
    g_autofree char *notes = g_strdup_printf(ngettext("%zu note", "%zu notes", findings->n_of[2]),
                                             findings->n_of[FP_SEVERITY_NOTE]);
    bool has_audit = false;
    for (guint i = 0; i < findings->files->len; i++)
        has_audit |= ((const FpChecked *)g_ptr_array_index(findings->files, i))->audit != NULL;
    g_autofree char *sum = g_strdup_printf("%s, %s\n", warnings, notes);
    if (has_audit)
        fp_print(options, sum);
}
