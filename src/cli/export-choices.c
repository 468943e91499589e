// SPDX-License-Identifier: Apache-2.0
// What the options of an export say, each in its turn; the first that is wrong is told.
#include <string.h>

#include "export.h"
#include "fp-i18n.h"
#include "fp-paper.h"
#include "fp-text.h"

/* A name of a person or an organisation is a line on the page, not a page. */
#define NAME_CHARACTERS_MAX 120

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

static bool refuse_format(const FpExportOptions *options, GError **error)
{
    g_autofree char *formats = list_formats();
    const char *said = options->format != NULL ? options->format : options->output;
    g_autofree char *shown = fp_error_quote(said != NULL ? said : "");
    if (options->format != NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("unknown format '%s'; the formats are %s"), shown, formats);
    else if (options->all || fp_output_is_standard(options->output))
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("which format? choose one with --format: %s"), formats);
    else
        g_set_error(
            error, FP_ERROR, FP_ERROR_BAD_INPUT,
            _("the end of the name '%s' says no format; the formats are %s: choose one with "
              "--format, or another name"),
            shown, formats);
    return false;
}

static bool choose_renderer(const FpExportOptions *options, FpExport *out, GError **error)
{
    if (options->format != NULL)
        out->renderer = fp_brief_renderer_find(options->format);
    else if (!options->all)
        out->renderer = renderer_for_file(options->output);
    return out->renderer != NULL || refuse_format(options, error);
}

static bool choose_paper(const FpExportOptions *options, FpExport *out, GError **error)
{
    const char *name = options->paper;
    if (name == NULL)
        out->look.paper = fp_paper_is_letter() ? FP_PAPER_LETTER : FP_PAPER_A4;
    else if (strcmp(name, "a4") == 0)
        out->look.paper = FP_PAPER_A4;
    else if (strcmp(name, "letter") == 0)
        out->look.paper = FP_PAPER_LETTER;
    else {
        g_autofree char *shown = fp_error_quote(name);
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("unknown paper '%s'; the papers are a4 and letter"), shown);
        return false;
    }
    return true;
}

static bool choose_language(const FpExportOptions *options, FpExport *out, GError **error)
{
    if (options->lang == NULL)
        return true;
    out->language = fp_language_find(options->lang, error);
    return out->language != NULL;
}

static bool refuse_name(const char *option, const char *why, GError **error)
{
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT, "%s: %s", option, why);
    return false;
}

// An argument is bytes; on the page it is text. Empty is none.
static bool choose_name(const char *option, const char *name, const char **out_name, GError **error)
{
    if (name == NULL || *name == '\0')
        return true;
    if (!g_utf8_validate(name, -1, NULL))
        return refuse_name(option, _("the name is not valid UTF-8; type it again"), error);
    if (g_utf8_strlen(name, -1) > NAME_CHARACTERS_MAX) {
        g_autofree char *why = g_strdup_printf(
            _("the name has more than %d characters; shorten it"), NAME_CHARACTERS_MAX);
        return refuse_name(option, why, error);
    }
    if (!fp_text_is_line(name))
        return refuse_name(option, _("the name holds a control character; take it out"), error);
    *out_name = name;
    return true;
}

static bool choose_names(const FpExportOptions *options, FpExport *out, GError **error)
{
    return choose_name("--who", options->who, &out->wishes.who, error) &&
           choose_name("--organisation", options->organisation, &out->wishes.organisation, error);
}

static bool choose_redaction(const FpExportOptions *options, FpExport *out, GError **error)
{
    return options->redact == NULL ||
           fp_brief_redact_parse(options->redact, &out->wishes.redact, error);
}

static bool read_logo(const char *path, FpExport *out, GError **error)
{
    g_autoptr(GBytes) bytes = fp_file_read(path, FP_LOGO_BYTES_MAX, error);
    if (bytes == NULL)
        return false;
    g_autofree char *shown = fp_error_quote(path);
    out->logo = fp_brief_logo_new(bytes, error);
    if (out->logo == NULL)
        g_prefix_error(error, _("logo '%s': "), shown);
    out->look.logo = out->logo;
    return out->logo != NULL;
}

static bool choose_logo(const FpExportOptions *options, FpExport *out, GError **error)
{
    if (options->logo == NULL)
        return true;
    if (out->renderer->draw != NULL || out->renderer->render_look != NULL)
        return read_logo(options->logo, out, error);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("the format '%s' shows no logo; leave --logo out, or choose pdf or html"),
                out->renderer->name);
    return false;
}

bool fp_export_choose(const FpExportOptions *options, FpExport *out, GError **error)
{
    static bool (*const choices[])(const FpExportOptions *, FpExport *, GError **) = {
        choose_renderer, choose_paper, choose_language, choose_names, choose_redaction, choose_logo,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++)
        if (!choices[i](options, out, error))
            return false;
    out->mode = options->force ? FP_FILE_REPLACE : FP_FILE_NEW_ONLY;
    return true;
}
