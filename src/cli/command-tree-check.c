// SPDX-License-Identifier: Apache-2.0
// `fingerpost tree check`: the faults of trees' files, and what an audit of each tree finds.
#include "findings.h"
#include "fp-i18n.h"
#include "tree-commands.h"
#include <string.h>

#define MEBIBYTES_MAX ((gint64)1024 * 1024)
#define EFFORT_MAX    1000

typedef struct {
    char *format, *as_of, *fail_on;
    gint64 memory_mebibytes;
    int effort;
} CheckOptions;

static void check_options_clear(CheckOptions *own)
{
    g_free(own->format);
    g_free(own->as_of);
    g_free(own->fail_on);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CheckOptions, check_options_clear)

static FpAuditLimits limits_of(const CheckOptions *own)
{
    FpAuditLimits limits = FP_AUDIT_LIMITS_DEFAULT;
    limits.memory_bytes = (size_t)own->memory_mebibytes << 20;
    limits.work *= (uint64_t)own->effort;
    limits.work_each *= (uint64_t)own->effort;
    limits.work_count *= (uint64_t)own->effort;
    return limits;
}

static bool check_numbers(const FpCliOptions *options, const CheckOptions *own)
{
    if (own->memory_mebibytes < 1 || own->memory_mebibytes > MEBIBYTES_MAX) {
        fp_complain(options, _("--max-memory takes MiB, from 1 to 1048576"));
        return false;
    }
    if (own->effort < 1 || own->effort > EFFORT_MAX) {
        fp_complain(options, _("--effort takes a whole number from 1 to 1000"));
        return false;
    }
    return true;
}

/* Errors alone where text is NULL. */
static bool read_fail_on(const FpCliOptions *options, const char *text, FpSeverity *out_severity)
{
    for (FpSeverity severity = FP_SEVERITY_ERROR; severity <= FP_SEVERITY_NOTE; severity++) {
        if (text == NULL || strcmp(text, fp_severity_name(severity)) == 0) {
            *out_severity = severity;
            return true;
        }
    }
    g_autofree char *shown = fp_error_quote(text);
    g_autofree char *message =
        g_strdup_printf(_("--fail-on takes error, warning or note, not '%s'"), shown);
    fp_complain(options, message);
    return false;
}

static bool has_such(const FpFindings *findings, FpSeverity at_least)
{
    for (FpSeverity severity = FP_SEVERITY_ERROR; severity <= at_least; severity++) {
        if (findings->n_of[severity] > 0)
            return true;
    }
    return false;
}

/* NULL with the error set where the file cannot be opened, or is no tree. */
static FpChecked *check_file(const char *file, const CheckOptions *own, FpDate as_of,
                             GError **error)
{
    g_autofree char *path = fp_find_tree(file, error);
    g_autoptr(GError) failure = NULL;
    if (path == NULL)
        return NULL;
    FpChecked *checked = g_new0(FpChecked, 1);
    checked->name = g_strdup(file);
    checked->diagnostics = fp_diagnostics_new();
    checked->tree = fp_read_tree(path, checked->diagnostics, &failure);
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        g_clear_pointer(&checked, fp_checked_free);
    } else if (checked->tree != NULL) {
        checked->audit = fp_audit_new(checked->tree, as_of, limits_of(own));
    }
    return checked;
}

/* Every file that can be opened; false where one cannot. */
static bool check_files(const FpCliOptions *options, const CheckOptions *own, FpDate as_of,
                        char **files, GPtrArray *out_checked)
{
    bool all_opened = true;
    for (size_t i = 0; files[i] != NULL; i++) {
        g_autoptr(GError) error = NULL;
        FpChecked *checked = check_file(files[i], own, as_of, &error);
        if (checked != NULL) {
            g_ptr_array_add(out_checked, checked);
        } else {
            fp_complain_error(options, error);
            all_opened = false;
        }
    }
    return all_opened;
}

int fp_command_tree_check(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(CheckOptions) own = { .memory_mebibytes = 512, .effort = 1 };
    const GOptionEntry entries[] = {
        { "format", 0, 0, G_OPTION_ARG_STRING, &own.format,
          N_("how findings are printed: text, gcc, json or sarif"), N_("FORMAT") },
        { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &own.as_of, // bytes as they are
          N_("judge the age of facts at this day instead of today"), N_("DATE") },
        { "fail-on", 0, 0, G_OPTION_ARG_STRING, &own.fail_on,
          N_("the least that fails the check: error (the default), warning or note"),
          N_("SEVERITY") },
        { "max-memory", 0, 0, G_OPTION_ARG_INT64, &own.memory_mebibytes,
          N_("count sheets with at most so much memory, in MiB (512)"), N_("MIB") },
        { "effort", 0, 0, G_OPTION_ARG_INT, &own.effort,
          N_("search and count so many times as long before giving up (1)"), N_("N") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    FpDate as_of;
    FpSeverity fails;
    g_autoptr(GError) error = NULL;
    if (!fp_options_parse(command, options, entries, 1, G_MAXINT - 1, &argc, &argv, &status))
        return status;
    const FpFindingsFormat *format =
        fp_findings_format(options, own.format != NULL ? own.format : "text");
    if (format == NULL || !read_fail_on(options, own.fail_on, &fails) ||
        !check_numbers(options, &own))
        return FP_EXIT_USAGE;
    if (!fp_open_date(own.as_of, &as_of, &error))
        return fp_complain_error(options, error);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)fp_checked_free);
    bool all_opened = check_files(options, &own, as_of, argv + 1, files);
    g_auto(FpFindings) findings = fp_findings_collect(files, as_of);
    if (files->len > 0)
        format->print(options, &findings);
    if (has_such(&findings, fails))
        return FP_EXIT_SHORT;
    return all_opened ? FP_EXIT_DONE : FP_EXIT_USAGE;
}
