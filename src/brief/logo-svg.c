// SPDX-License-Identifier: Apache-2.0
// Reads the file once, without drawing: only elements that are named here are let through.
#include "logo-svg.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include <string.h>

/* Each `use` may repeat others: sixteen make a few hundred copies at most. */
#define USES_MAX     16
#define ELEMENTS_MAX 5000
#define DEPTH_MAX    64

static const char *const drawn[] = {
    "svg",      "g",    "defs",           "symbol", "use",     "title",    "desc",
    "metadata", "path", "rect",           "circle", "ellipse", "line",     "polyline",
    "polygon",  "text", "tspan",          "style",  "stop",    "clipPath", "linearGradient",
    "switch",   "view", "radialGradient", NULL,
};

typedef struct {
    size_t n_elements, n_uses, depth;
    size_t metadata_depth; /* of the `metadata` that is open; 0: none */
} SvgReader;

static bool refuse(GError **error, const char *what)
{
    g_autofree char *shown = fp_error_quote(what);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                /* Translators: an element or an attribute of a drawing in SVG. */
                _("the logo holds '%s', which a logo may not; save it as plain SVG, or as PNG"),
                shown);
    return false;
}

static bool refuse_size(GError **error)
{
    g_set_error(error, FP_ERROR, FP_ERROR_TOO_LARGE,
                _("the logo has too many parts to draw; simplify it, or save it as PNG"));
    return false;
}

/* What points out of the file, or hides what it is. */
static bool is_safe_style(const char *text)
{
    g_autofree char *lower = g_ascii_strdown(text, -1);
    if (strchr(lower, '\\') != NULL || strstr(lower, "@import") != NULL)
        return false;
    for (const char *at = lower; (at = strstr(at, "url(")) != NULL;) {
        at += strlen("url(");
        at += strspn(at, " \t\r\n\"'");
        if (*at != '#')
            return false;
    }
    return true;
}

static bool is_link(const char *name)
{
    const char *colon = strrchr(name, ':');
    return strcmp(colon != NULL ? colon + 1 : name, "href") == 0;
}

static bool check_attribute(const char *name, const char *value, GError **error)
{
    bool is_handler = g_ascii_strncasecmp(name, "on", 2) == 0;
    bool is_foreign_markup = g_str_has_prefix(name, "xmlns") && strstr(value, "/xhtml") != NULL;
    if (is_handler || is_foreign_markup || (is_link(name) && *value != '#') ||
        !is_safe_style(value))
        return refuse(error, name);
    return true;
}

static bool check_element(SvgReader *reader, const char *name, GError **error)
{
    const char *local = g_str_has_prefix(name, "svg:") ? name + strlen("svg:") : name;
    if (++reader->n_elements > ELEMENTS_MAX || ++reader->depth > DEPTH_MAX)
        return refuse_size(error);
    if (reader->metadata_depth != 0)
        return true; // words about the drawing, in anybody's elements
    if (strcmp(local, "metadata") == 0)
        reader->metadata_depth = reader->depth;
    if (strcmp(local, "use") == 0 && ++reader->n_uses > USES_MAX)
        return refuse_size(error);
    bool is_editors = strchr(local, ':') != NULL; // sodipodi:namedview and the like draw nothing
    return is_editors || g_strv_contains(drawn, local) || refuse(error, name);
}

static void start_element(GMarkupParseContext *context, const char *name, const char **names,
                          const char **values, gpointer data, GError **error)
{
    (void)context;
    SvgReader *reader = data;
    if (!check_element(reader, name, error))
        return;
    for (size_t i = 0; names[i] != NULL && reader->metadata_depth == 0; i++) {
        if (!check_attribute(names[i], values[i], error))
            return;
    }
}

static void end_element(GMarkupParseContext *context, const char *name, gpointer data,
                        GError **error)
{
    (void)context;
    (void)name;
    (void)error;
    SvgReader *reader = data;
    if (reader->metadata_depth == reader->depth)
        reader->metadata_depth = 0;
    reader->depth--;
}

static void read_text(GMarkupParseContext *context, const char *text, gsize n_bytes, gpointer data,
                      GError **error)
{
    (void)n_bytes;
    (void)data;
    const char *name = g_markup_parse_context_get_element(context);
    if (g_str_has_suffix(name, "style") && !is_safe_style(text))
        refuse(error, name);
}

/* Comments, instructions, the document type. */
static void pass_through(GMarkupParseContext *context, const char *text, gsize n_bytes,
                         gpointer data, GError **error)
{
    (void)context;
    (void)data;
    if (g_str_has_prefix(text, "<?xml-stylesheet"))
        refuse(error, "xml-stylesheet");
    else if (g_str_has_prefix(text, "<!DOCTYPE") && memchr(text, '[', n_bytes) != NULL)
        refuse(error, "DOCTYPE");
    else if (g_str_has_prefix(text, "<![CDATA[") && !is_safe_style(text))
        refuse(error, "style");
}

bool logo_check_svg(const char *data, size_t n_bytes, GError **error)
{
    static const GMarkupParser parser = { .start_element = start_element,
                                          .end_element = end_element,
                                          .text = read_text,
                                          .passthrough = pass_through };
    SvgReader reader = { 0 };
    GError *fault = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &reader, NULL);
    bool is_read = g_markup_parse_context_parse(context, data, (gssize)n_bytes, &fault) &&
                   g_markup_parse_context_end_parse(context, &fault);
    g_markup_parse_context_free(context);
    if (is_read)
        return true;
    if (fault->domain == FP_ERROR) {
        g_propagate_error(error, fault);
        return false;
    }
    g_autofree char *said = fp_error_quote(fault->message);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("the logo cannot be read as SVG: %s; save it anew, or choose another"), said);
    g_error_free(fault);
    return false;
}
