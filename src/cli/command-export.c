// SPDX-License-Identifier: Apache-2.0
// `fingerpost export`: a session's brief in one of the renderers' formats.
#include <string.h>

#include "commands.h"
#include "fp-file.h"
#include "fp-i18n.h"
#include "fp-paper.h"
#include "record-brief.h"

typedef struct {
    char *format, *output, *paper;
    gboolean force;
} ExportOptions;

static void export_options_clear(ExportOptions *own)
{
    g_free(own->format);
    g_free(own->output);
    g_free(own->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ExportOptions, export_options_clear)

// "text (.txt), md (.md)"
static char *list_formats(void)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < fp_n_brief_renderers; i++)
        g_string_append_printf(list, "%s%s (%s)", i == 0 ? "" : ", ", fp_brief_renderers[i].name,
                               fp_brief_renderers[i].extension);
    return g_string_free(g_steal_pointer(&list), FALSE);
}

static const FpBriefRenderer *renderer_for_file(const char *path)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++)
        if (path != NULL && g_str_has_suffix(path, fp_brief_renderers[i].extension))
            return &fp_brief_renderers[i];
    return NULL;
}

static bool is_standard_output(const char *output)
{
    return output == NULL || strcmp(output, "-") == 0;
}

static const FpBriefRenderer *choose_renderer(const ExportOptions *own, GError **error)
{
    const FpBriefRenderer *renderer =
        own->format != NULL ? fp_brief_renderer_find(own->format) : renderer_for_file(own->output);
    if (renderer != NULL)
        return renderer;
    g_autofree char *formats = list_formats();
    const char *said = own->format != NULL ? own->format : own->output;
    g_autofree char *shown = fp_error_quote(said != NULL ? said : "");
    if (own->format != NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("unknown format '%s'; the formats are %s"), shown, formats);
    else if (!is_standard_output(own->output))
        g_set_error(
            error, FP_ERROR, FP_ERROR_BAD_INPUT,
            _("the end of the name '%s' says no format; the formats are %s: choose one with "
              "--format, or another name"),
            shown, formats);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("which format? choose one with --format: %s"), formats);
    return NULL;
}

static bool choose_paper(const char *name, FpPaper *out_paper, GError **error)
{
    if (name == NULL)
        *out_paper = fp_paper_is_letter() ? FP_PAPER_LETTER : FP_PAPER_A4;
    else if (strcmp(name, "a4") == 0)
        *out_paper = FP_PAPER_A4;
    else if (strcmp(name, "letter") == 0)
        *out_paper = FP_PAPER_LETTER;
    else {
        g_autofree char *shown = fp_error_quote(name);
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("unknown paper '%s'; the papers are a4 and letter"), shown);
        return false;
    }
    return true;
}

static bool write_out(const ExportOptions *own, GBytes *bytes, GError **error)
{
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    if (is_standard_output(own->output)) {
        fp_print_data(data, n_bytes);
        return true;
    }
    return fp_file_write(own->output, data, n_bytes,
                         own->force ? FP_FILE_REPLACE : FP_FILE_NEW_ONLY, error);
}

// The export itself is an event. A history that cannot be written does not undo the export.
static void note_export(const FpCliOptions *options, FpRecord *record, const char *format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpEvent) event =
        fp_event_new_with_text(FP_EVENT_EXPORTED, NULL, format, g_get_real_time() / 1000);
    if (!fp_record_append(record, event, &error))
        fp_complain(options, error->message);
}

// Opened for reading first: an export makes no history where there is none, and works with one that
// cannot be written, or shall not be. Returns NULL where it cannot even be read.
static FpHistory *open_history(const FpCliOptions *options, bool *out_is_writable, GError **error)
{
    g_autoptr(FpHistory) readable = fp_open_history(options, FP_HISTORY_READ, error);
    if (readable == NULL)
        return NULL;
    FpHistory *writable =
        options->no_save ? NULL : fp_open_history(options, FP_HISTORY_WRITE, NULL);
    *out_is_writable = writable != NULL;
    return writable != NULL ? writable : g_steal_pointer(&readable);
}

static bool export_session(const FpCliOptions *options, const ExportOptions *own, const char *spec,
                           GError **error)
{
    FpBriefLook look = { .logo = NULL };
    const FpBriefRenderer *renderer = choose_renderer(own, error);
    if (renderer == NULL || !choose_paper(own->paper, &look.paper, error))
        return false;
    bool is_writable = false;
    g_autoptr(FpHistory) history = open_history(options, &is_writable, error);
    g_autoptr(FpRecord) record = history != NULL ? fp_open_record(history, spec, error) : NULL;
    if (record == NULL)
        return false;
    g_autoptr(FpBrief) brief = fp_record_to_brief(record);
    g_autoptr(GBytes) bytes = fp_brief_render(renderer, brief, &look, error);
    if (bytes == NULL || !write_out(own, bytes, error))
        return false;
    if (is_writable)
        note_export(options, record, renderer->name);
    return true;
}

int fp_command_export(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(ExportOptions) own = { 0 };
    const GOptionEntry entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_FILENAME, &own.format, // bytes as they are
          N_("the format; by default what the file's name says"), N_("FORMAT") },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
          N_("the file to write; - or none is standard output"), N_("FILE") },
        { "paper", 0, 0, G_OPTION_ARG_FILENAME, &own.paper,
          N_("for pdf: a4 or letter; by default what the locale says"), N_("PAPER") },
        { "force", 0, 0, G_OPTION_ARG_NONE, &own.force, N_("replace a file that exists"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 1, 1, &argc, &argv, &status))
        return status;
    g_autoptr(GError) error = NULL;
    return export_session(options, &own, argv[1], &error) ? FP_EXIT_DONE
                                                          : fp_complain_error(options, error);
}
