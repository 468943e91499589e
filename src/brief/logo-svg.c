// SPDX-License-Identifier: Apache-2.0
// Reads the file once, without drawing: only elements that are named here are let through.
#include "logo-svg.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "logo-svg-style.h"
#include <inttypes.h>
#include <string.h>

#define SVG_NAMESPACE      "w3.org/2000/svg"
#define XINCLUDE_NAMESPACE "XInclude"

/* Crossing lines and long texts cost the square of their length. */
#define SVG_BYTES_MAX (256 * 1024)

#define USES_MAX     16
#define ELEMENTS_MAX 5000
#define DEPTH_MAX    64

/* In bytes that are drawn, what is drawn again counted again: see `check_work`. */
#define WORK_MAX 10000000

static const char *const drawn[] = {
    "svg",      "g",    "defs",           "symbol", "use",     "title",    "desc",
    "metadata", "path", "rect",           "circle", "ellipse", "line",     "polyline",
    "polygon",  "text", "tspan",          "style",  "stop",    "clipPath", "linearGradient",
    "switch",   "view", "radialGradient", NULL,
};

/* What draws nothing itself, and is gone through again for each element that refers to it. */
static const char *const shared[] = { "clipPath", "linearGradient", "radialGradient", NULL };

typedef struct {
    size_t n_elements, n_uses, depth;
    size_t shared_depth; /* of the outermost of `shared` that is open; 0: none */
    uint64_t shared_bytes;
    bool is_use_shared;   /* a `use` within one of them */
    GHashTable *prefixes; /* bound so far, none of them to SVG's own elements; a set */
    GString *sheet;       /* of the `style` that is open; NULL: none */
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

static bool is_link(const char *name)
{
    const char *colon = strrchr(name, ':');
    return strcmp(colon != NULL ? colon + 1 : name, "href") == 0;
}

/* `svg:` may stand before SVG's own elements; no other prefix may, nor may it bring other files in. */
static bool note_namespace(SvgReader *reader, const char *name, const char *value, GError **error)
{
    bool is_default = strcmp(name, "xmlns") == 0;
    if (!is_default && !g_str_has_prefix(name, "xmlns:"))
        return true;
    bool is_svg = strstr(value, SVG_NAMESPACE) != NULL;
    bool is_own = is_default || strcmp(name, "xmlns:svg") == 0;
    if ((is_svg && !is_own) || strstr(value, XINCLUDE_NAMESPACE) != NULL ||
        strstr(value, "/xhtml") != NULL)
        return refuse(error, name);
    if (!is_own)
        g_hash_table_add(reader->prefixes, g_strdup(name + strlen("xmlns:")));
    return true;
}

/* Of an editor's own, such as sodipodi:namedview: it draws nothing. */
static bool is_editors(const SvgReader *reader, const char *name)
{
    const char *colon = strchr(name, ':');
    g_autofree char *prefix = colon != NULL ? g_strndup(name, (size_t)(colon - name)) : NULL;
    return prefix != NULL && g_hash_table_contains(reader->prefixes, prefix);
}

static bool check_attribute(const char *name, const char *value, GError **error)
{
    if (g_ascii_strncasecmp(name, "on", 2) == 0 || (is_link(name) && *value != '#'))
        return refuse(error, name);
    const char *unsafe = logo_find_unsafe_style(value, name);
    return unsafe == NULL || refuse(error, unsafe);
}

static const char *local_name(const char *name)
{
    return g_str_has_prefix(name, "svg:") ? name + strlen("svg:") : name;
}

static bool check_element(SvgReader *reader, const char *name, GError **error)
{
    const char *local = local_name(name);
    if (++reader->n_elements > ELEMENTS_MAX || ++reader->depth > DEPTH_MAX)
        return refuse_size(error);
    if (reader->sheet != NULL || (!g_strv_contains(drawn, local) && !is_editors(reader, name)))
        return refuse(error, name);
    if (g_strv_contains(shared, local) && reader->shared_depth == 0)
        reader->shared_depth = reader->depth;
    if (strcmp(local, "use") == 0) {
        reader->n_uses++;
        reader->is_use_shared |= reader->shared_depth != 0;
    }
    if (strcmp(local, "style") == 0)
        reader->sheet = g_string_new(NULL);
    return true;
}

static void start_element(GMarkupParseContext *context, const char *name, const char **names,
                          const char **values, gpointer data, GError **error)
{
    (void)context;
    SvgReader *reader = data;
    size_t n_bytes = strlen(name);
    for (size_t i = 0; names[i] != NULL; i++) {
        n_bytes += strlen(names[i]) + strlen(values[i]);
        if (!note_namespace(reader, names[i], values[i], error))
            return;
    }
    if (!check_element(reader, name, error))
        return;
    if (reader->shared_depth != 0)
        reader->shared_bytes += n_bytes;
    for (size_t i = 0; names[i] != NULL; i++) {
        if (!check_attribute(names[i], values[i], error))
            return;
    }
}

/* A sheet is read as a whole: a comment in it splits its words. Each rule is tried on each element. */
static void end_sheet(SvgReader *reader, const char *name, GError **error)
{
    const char *unsafe = logo_find_unsafe_sheet(reader->sheet->str, name);
    if (unsafe != NULL)
        refuse(error, unsafe);
    reader->shared_bytes += reader->sheet->len;
    g_string_free(g_steal_pointer(&reader->sheet), TRUE);
}

static void end_element(GMarkupParseContext *context, const char *name, gpointer data,
                        GError **error)
{
    (void)context;
    SvgReader *reader = data;
    if (reader->sheet != NULL)
        end_sheet(reader, name, error);
    if (reader->shared_depth == reader->depth)
        reader->shared_depth = 0;
    reader->depth--;
}

static void read_text(GMarkupParseContext *context, const char *text, gsize n_bytes, gpointer data,
                      GError **error)
{
    (void)context;
    (void)error;
    SvgReader *reader = data;
    if (reader->sheet != NULL)
        g_string_append_len(reader->sheet, text, (gssize)n_bytes);
    else if (reader->shared_depth != 0)
        reader->shared_bytes += n_bytes;
}

/* Other encodings would make other elements of the same bytes. */
static bool is_utf8_told(const char *declaration)
{
    const char *at = strstr(declaration, "encoding");
    if (at == NULL)
        return true;
    at += strlen("encoding");
    at += strspn(at, " \t\r\n=\"'");
    return g_ascii_strncasecmp(at, "utf-8", strlen("utf-8")) == 0;
}

/* Comments, instructions, the document type. */
static void pass_through(GMarkupParseContext *context, const char *text, gsize n_bytes,
                         gpointer data, GError **error)
{
    (void)context;
    (void)data;
    if (g_str_has_prefix(text, "<?xml-stylesheet"))
        refuse(error, "xml-stylesheet");
    else if (g_str_has_prefix(text, "<?xml") && !is_utf8_told(text))
        refuse(error, "encoding");
    else if (g_str_has_prefix(text, "<!DOCTYPE") && memchr(text, '[', n_bytes) != NULL)
        refuse(error, "DOCTYPE");
}

/* The most that a file can make of itself. A `use` repeats what it points to, with the ones within: of n
 * they make 3^(n/3) copies at most, by threes. Each element may refer to each of `shared`. */
static bool check_work(const SvgReader *reader, size_t n_bytes, GError **error)
{
    if (n_bytes > SVG_BYTES_MAX || reader->n_uses > USES_MAX)
        return refuse_size(error);
    uint64_t n_copies = reader->n_uses % 3 == 0 ? 1 : reader->n_uses % 3 + 1;
    for (size_t i = 0; i < reader->n_uses / 3; i++)
        n_copies *= 3;
    uint64_t shared_bytes = reader->is_use_shared ? n_bytes : reader->shared_bytes;
    return n_copies * (n_bytes + reader->n_elements * shared_bytes) <= WORK_MAX ||
           refuse_size(error);
}

bool logo_check_svg(const char *data, size_t n_bytes, GError **error)
{
    static const GMarkupParser parser = { .start_element = start_element,
                                          .end_element = end_element,
                                          .text = read_text,
                                          .passthrough = pass_through };
    SvgReader reader = { .prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
    GError *fault = NULL;
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
    bool is_read = g_markup_parse_context_parse(context, data, (gssize)n_bytes, &fault) &&
                   g_markup_parse_context_end_parse(context, &fault);
    g_markup_parse_context_free(context);
    g_hash_table_unref(reader.prefixes);
    if (reader.sheet != NULL)
        g_string_free(reader.sheet, TRUE);
    if (is_read)
        return check_work(&reader, n_bytes, error);
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
