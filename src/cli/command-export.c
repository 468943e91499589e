// SPDX-License-Identifier: Apache-2.0
// `fingerpost export`: a session's brief in one of the renderers' formats, or all sessions' into a folder.

#include "commands.h"
#include "export.h"
#include "fp-i18n.h"

static void options_clear(FpExportOptions *own)
{
    char **texts[] = { &own->format, &own->output,       &own->paper, &own->lang,
                       &own->who,    &own->organisation, &own->logo,  &own->redact };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpExportOptions, options_clear)

static bool write_out(const FpExport *export, const char *output, GBytes *bytes, GError **error)
{
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    return fp_output_write(output, data, n_bytes, export->mode, error);
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

static bool export_session(const FpCliOptions *options, const FpExport *export, const char *output,
                           const char *spec, GError **error)
{
    bool is_writable = false;
    g_autoptr(FpHistory) history = open_history(options, &is_writable, error);
    g_autoptr(FpRecord) record = history != NULL ? fp_open_record(history, spec, error) : NULL;
    if (record == NULL)
        return false;
    g_autoptr(GBytes) bytes = fp_export_make(export, record, error);
    if (bytes == NULL || !write_out(export, output, bytes, error))
        return false;
    if (fp_export_mixes_languages(export, fp_record_tree(record)))
        fp_export_tell_languages(options, export);
    if (is_writable)
        note_export(options, record, export->renderer->name);
    return true;
}

// A session or --all; --all with a folder.
static bool check_words(const FpExportOptions *own, int argc, char **argv, GError **error)
{
    g_autofree char *shown = argc > 1 ? fp_error_quote(argv[1]) : NULL;
    if (own->all && argc > 1)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'%s' is a session, and --all takes every one; give one or the other"),
                    shown);
    else if (own->all && fp_output_is_standard(own->output))
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("--all writes a file for each session; name the folder for them with -o"));
    else if (!own->all && argc < 2)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("'export' needs SESSION, or --all; see 'fingerpost export --help'"));
    else
        return true;
    return false;
}

static int run(const FpCliOptions *options, const FpExportOptions *own, int argc, char **argv)
{
    g_auto(FpExport) export = { 0 };
    g_autoptr(GError) error = NULL;
    if (!check_words(own, argc, argv, &error) || !fp_export_choose(own, &export, &error))
        return fp_complain_error(options, error);
    if (own->all)
        return fp_export_all(options, &export, own->output);
    return export_session(options, &export, own->output, argv[1], &error)
               ? FP_EXIT_DONE
               : fp_complain_error(options, error);
}

int fp_command_export(const FpCommand *command, FpCliOptions *options, int argc, char **argv)
{
    g_auto(FpExportOptions) own = { 0 };
    // Texts are taken as the bytes they are: what is wrong with them is told where they are read.
    const GOptionEntry entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_FILENAME, &own.format,
          N_("the format; by default what the file's name says"), N_("FORMAT") },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &own.output,
          N_("the file to write, with --all the folder; - or none is standard output"),
          N_("FILE") },
        { "all", 0, 0, G_OPTION_ARG_NONE, &own.all,
          N_("every session, each into a file of its own in the folder"), NULL },
        { "force", 0, 0, G_OPTION_ARG_NONE, &own.force, N_("replace a file that exists"), NULL },
        { "lang", 0, 0, G_OPTION_ARG_FILENAME, &own.lang,
          N_("the language of the page's own words; by default the locale's"), N_("TAG") },
        { "who", 0, 0, G_OPTION_ARG_FILENAME, &own.who, N_("who made the page"), N_("NAME") },
        { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &own.organisation,
          N_("whom the page is for"), N_("NAME") },
        { "logo", 0, 0, G_OPTION_ARG_FILENAME, &own.logo,
          N_("a picture for the page's head: SVG or PNG"), N_("FILE") },
        { "redact", 0, 0, G_OPTION_ARG_FILENAME, &own.redact,
          N_("leave out: notes, answers, who, or several with ',' between"), N_("LIST") },
        { "paper", 0, 0, G_OPTION_ARG_FILENAME, &own.paper,
          N_("for pdf: a4 or letter; by default what the locale says"), N_("PAPER") },
        G_OPTION_ENTRY_NULL,
    };
    int status = FP_EXIT_USAGE;
    if (!fp_options_parse(command, options, entries, 0, 1, &argc, &argv, &status))
        return status;
    return run(options, &own, argc, argv);
}
