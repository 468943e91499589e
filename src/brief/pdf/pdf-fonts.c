// SPDX-License-Identifier: Apache-2.0
// One map of fonts for a thread, kept from page to page: finding faces takes longer than drawing with
// them. Faces of bitmaps and of colours are left out of it, for a page of outlines.
#include "pdf-page.h"
#include <pango/pangofc-fontmap.h>

/* Latin, Greek and Cyrillic; then Japanese, the other scripts of ideographs, Arabic and Hebrew;
 * symbols and emoji as outlines; then whatever else is there. All from Debian. */
#define FAMILIES                                                                                   \
    "Lato, IPAexGothic, Droid Sans Fallback, Noto Sans CJK JP, DejaVu Sans, "                      \
    "Symbola, Noto Sans, sans-serif"

#define LEFT_OUT                                                                                   \
    "<fontconfig><selectfont><rejectfont>"                                                         \
    "<pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"                         \
    "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern>"                     \
    "</rejectfont></selectfont></fontconfig>"

/* Where the system's files of configuration would send us. Their rules are for screens, and of the
 * families above only `sans-serif`, the last, is named by them; it then stands for any face. Reading
 * them takes a tenth of the time of a page. Folders that they alone name are not looked in
 * (docs/brief.md). */
#define FOLDERS                                                                                    \
    "<fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"                     \
    "<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>"                                           \
    "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"     \
    "</fontconfig>"

typedef struct {
    PangoFontMap *map;
    PangoContext *context;
    PangoFontDescription *fonts[2]; /* regular and bold */
    PangoFontset *fontset;          /* of the regular one, for can_show; NULL until asked for */
} Fonts;

static void free_fonts(gpointer data)
{
    Fonts *fonts = data;
    g_clear_object(&fonts->fontset);
    pango_font_description_free(fonts->fonts[false]);
    pango_font_description_free(fonts->fonts[true]);
    g_object_unref(fonts->context);
    g_object_unref(fonts->map);
    g_free(fonts);
}

static FcConfig *read_config(const char *text)
{
    FcConfig *config = text != NULL ? FcConfigCreate() : FcInitLoadConfig();
    if (text != NULL)
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text, FcTrue);
    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)LEFT_OUT, FcTrue);
    FcConfigBuildFonts(config);
    return config;
}

static bool has_faces(FcConfig *config)
{
    FcFontSet *faces = FcConfigGetFonts(config, FcSetSystem);
    return faces != NULL && faces->nfont > 0;
}

/* The system's set of faces, without those that are left out; by the system's own files where they are
 * named, or where the usual folders hold none. Set before Pango would read those files for itself. */
static void set_config(void)
{
    static gsize is_set;
    if (!g_once_init_enter(&is_set))
        return;
    bool is_named = g_getenv("FONTCONFIG_FILE") != NULL || g_getenv("FONTCONFIG_PATH") != NULL;
    FcConfig *config = read_config(is_named ? NULL : FOLDERS);
    if (!is_named && !has_faces(config)) {
        FcConfigDestroy(config);
        config = read_config(NULL);
    }
    FcConfigSetCurrent(config);
    FcConfigDestroy(config); // it is kept by being the current one
    g_once_init_leave(&is_set, 1);
}

static PangoFontDescription *describe_font(bool is_bold)
{
    PangoFontDescription *font = pango_font_description_from_string(FAMILIES);
    pango_font_description_set_absolute_size(font, PDF_SET_PT * PANGO_SCALE);
    pango_font_description_set_weight(font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

static PangoContext *make_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE); // paper has no pixels
    return context;
}

static Fonts *get_fonts(void)
{
    static GPrivate own = G_PRIVATE_INIT(free_fonts);
    Fonts *fonts = g_private_get(&own);
    if (fonts != NULL)
        return fonts;
    fonts = g_new0(Fonts, 1);
    set_config();
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    fonts->context = make_context(fonts->map);
    for (int is_bold = false; is_bold <= true; is_bold++)
        fonts->fonts[is_bold] = describe_font(is_bold);
    g_private_set(&own, fonts);
    return fonts;
}

PangoLayout *pdf_new_layout(bool is_bold)
{
    Fonts *fonts = get_fonts();
    PangoLayout *layout = pango_layout_new(fonts->context);
    pango_layout_set_font_description(layout, fonts->fonts[is_bold]);
    return layout;
}

void pdf_set_language(const char *language)
{
    PangoContext *context = get_fonts()->context;
    PangoLanguage *wanted = pango_language_from_string(language);
    if (pango_context_get_language(context) != wanted)
        pango_context_set_language(context, wanted);
}

/* What the first face has for sure, so that pages of it need not look for others: Latin, and the dashes,
 * quotes and the ellipsis. */
static bool is_latin(gunichar c)
{
    return c <= 0x17F || (c >= 0x2013 && c <= 0x2026);
}

bool pdf_can_show(gunichar character, void *closure)
{
    (void)closure;
    if (is_latin(character))
        return true;
    Fonts *fonts = get_fonts();
    if (fonts->fontset == NULL)
        fonts->fontset =
            pango_font_map_load_fontset(fonts->map, fonts->context, fonts->fonts[false],
                                        pango_context_get_language(fonts->context));
    g_autoptr(PangoFont) font = pango_fontset_get_font(fonts->fontset, character);
    return font != NULL && pango_font_has_char(font, character);
}
