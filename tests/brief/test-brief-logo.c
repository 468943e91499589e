// SPDX-License-Identifier: Apache-2.0
#include "fp-brief-render.h"
#include "fp-error.h"
#include "situation.h"
#include <string.h>

/* A square of one pixel. */
static const char pixel[] =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg==";

static GBytes *png_bytes(void)
{
    gsize n_bytes;
    guchar *data = g_base64_decode(pixel, &n_bytes);
    return g_bytes_new_take(data, n_bytes);
}

static FpBriefLogo *svg(const char *inside, GError **error)
{
    g_autofree char *text = g_strdup_printf(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\">%s</svg>", inside);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_brief_logo_new(bytes, error);
}

static void assert_drawn(const FpBriefLogo *logo)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    const FpBriefLook look = { .paper = FP_PAPER_A4, .logo = logo }, plain = { .logo = NULL };
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) with = fp_brief_to_pdf(situation->brief, &look, &error);
    g_assert_no_error(error);
    g_autoptr(GBytes) without = fp_brief_to_pdf(situation->brief, &plain, &error);
    g_assert_false(g_bytes_equal(with, without));
    g_autofree char *page = fp_brief_renderer_find("html")->render_look(situation->brief, &look);
    g_assert_nonnull(strstr(page, "src=\"data:image/"));
}

static void test_png_and_svg_are_drawn(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = png_bytes();
    g_autoptr(FpBriefLogo) png = fp_brief_logo_new(bytes, &error);
    g_assert_no_error(error);
    assert_drawn(png);
    g_autoptr(FpBriefLogo) drawing = svg(
        "<style>.a{fill:url(#g)}</style><rect class=\"a\" width=\"60\" height=\"20\"/>", &error);
    g_assert_no_error(error);
    assert_drawn(drawing);
}

static const struct {
    const char *name, *inside, *says;
} bad[] = {
    { "a-script", "<script>alert(1)</script>", "'script'" },
    { "a-handler", "<g onload=\"alert(1)\"/>", "'onload'" },
    { "a-picture-from-outside", "<image href=\"http://example.org/a.png\"/>", "'image'" },
    { "a-picture-within", "<image href=\"data:image/png;base64,AAAA\"/>", "'image'" },
    { "another-file", "<use href=\"file:///etc/passwd#a\"/>", "'href'" },
    { "a-sheet-from-outside", "<style>@import 'http://example.org/a.css';</style>", "'style'" },
    { "an-address-in-a-style", "<rect style=\"fill:URL( 'http://example.org/a')\"/>", "'style'" },
    { "another-document", "<foreignObject><p>x</p></foreignObject>", "'foreignObject'" },
    { "a-filter", "<filter id=\"a\"><feTurbulence/></filter>", "'filter'" },
    { "svgs-elements-by-another-prefix",
      "<g xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>1</s:script></g>", "'xmlns:s'" },
    { "a-prefix-that-is-not-bound", "<s:script>1</s:script>", "'s:script'" },
    { "other-files-brought-in",
      "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" parse=\"text\"/>", "'xmlns:x'" },
    { "a-picture-in-the-metadata", "<metadata><image id=\"a\" href=\"a.png\"/></metadata>",
      "'image'" },
    { "an-address-in-the-metadata",
      "<metadata><rect id=\"a\" fill=\"url(http://example.org/a)\"/></metadata>", "'fill'" },
    { "a-sheet-split-by-a-comment", "<style>@im<!-- -->port 'http://example.org/a.css';</style>",
      "'style'" },
    { "a-sheet-split-by-a-section", "<style>@im<![CDATA[port 'http://example.org']]></style>",
      "'style'" },
    { "a-sheet-split-by-an-element", "<style>@im<g/>port 'http://example.org/a.css';</style>",
      "'g'" },
    { "a-set-of-pictures", "<rect style=\"fill:image-set('http://example.org/a' 1x)\"/>",
      "'style'" },
    { "a-source-in-a-style", "<style>a{fill:src('http://example.org/a')}</style>", "'style'" },
    { "a-sheet-that-counts-siblings", "<style>g ~ g{fill:red}</style>", "'style'" },
    { "dashes", "<path stroke-dasharray=\"1\"/>", "'stroke-dasharray'" },
    { "dashes-in-a-style", "<path style=\"stroke-dasharray : .1\"/>", "'stroke-dasharray'" },
    { "dashes-in-a-sheet", "<style>path{stroke-dasharray/**/:1}</style>", "'stroke-dasharray'" },
    { "a-filter-by-a-function", "<g style=\"filter:blur(9px)\"/>", "'filter'" },
    { "an-entity", "&lol;", "is not known" },
    { "no-end", "<g>", "was closed" },
};

static void test_bad(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(GError) error = NULL;
    g_assert_null(svg(bad[row].inside, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    g_assert_nonnull(strstr(error->message, bad[row].says));
}

static void assert_refused(const char *data, size_t n_bytes, int code)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, n_bytes);
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_brief_logo_new(bytes, &error));
    g_assert_error(error, FP_ERROR, code);
}

static void test_entities_are_not_unfolded(void)
{
    const char *text = "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>";
    assert_refused(text, strlen(text), FP_ERROR_BAD_INPUT);
}

static void test_another_encoding_is_refused(void)
{
    const char *text = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\">+ADw-script+AD4-</svg>";
    assert_refused(text, strlen(text), FP_ERROR_BAD_INPUT);
}

/* What drawing programs write of themselves. */
static void test_an_editors_notes_are_kept(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpBriefLogo) logo =
        svg("<metadata xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            "<rdf:RDF><rdf:li rdf:resource=\"http://example.org/\">x</rdf:li></rdf:RDF></metadata>"
            "<e:view xmlns:e=\"http://example.org/editor\" e:zoom=\"2\"/>"
            "<svg:rect xmlns:svg=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\" "
            "style=\"fill:#123456;stroke-dasharray:none;filter: none\"/>",
            &error);
    g_assert_no_error(error);
    assert_drawn(logo);
}

static void append_path(GString *text, size_t n_points)
{
    g_string_append(text, "<path id=\"p\" d=\"M0 0");
    for (size_t i = 0; i < n_points; i++)
        g_string_append(text, "h1 ");
    g_string_append(text, "\"/>");
}

static void assert_too_much(const char *inside)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(svg(inside, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_TOO_LARGE);
}

static void test_repetitions_do_not_multiply(void)
{
    g_autoptr(GString) text = g_string_new("<g id=\"a0\"><path d=\"M0 0h1\"/></g>");
    for (int i = 1; i < 30; i++)
        g_string_append_printf(text, "<g id=\"a%d\"><use href=\"#a%d\"/><use href=\"#a%d\"/></g>",
                               i, i - 1, i - 1);
    assert_too_much(text->str);
}

/* Few enough repetitions, of much. */
static void test_a_large_drawing_is_not_repeated(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_path(text, 60000);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpBriefLogo) once = svg(text->str, &error);
    g_assert_no_error(error);
    g_assert_nonnull(once);
    for (int i = 0; i < 12; i++)
        g_string_append(text, "<use href=\"#p\"/>");
    assert_too_much(text->str);
}

static void test_a_large_clip_is_not_for_many(void)
{
    g_autoptr(GString) text = g_string_new("<clipPath id=\"c\">");
    append_path(text, 3000);
    g_string_append(text, "</clipPath>");
    for (int i = 0; i < 2000; i++)
        g_string_append(text, "<path clip-path=\"url(#c)\" d=\"M0 0h1\"/>");
    assert_too_much(text->str);
}

static void test_a_large_sheet_is_not_for_many(void)
{
    g_autoptr(GString) text = g_string_new("<style>");
    for (int i = 0; i < 1000; i++)
        g_string_append(text, "g>path{fill:red}");
    g_string_append(text, "</style>");
    for (int i = 0; i < 2000; i++)
        g_string_append(text, "<path d=\"M0 0h1\"/>");
    assert_too_much(text->str);
}

static void test_a_picture_of_any_size_is_not_unpacked(void)
{
    g_autoptr(GBytes) bytes = png_bytes();
    gsize n_bytes;
    g_autofree guchar *data = g_base64_decode(pixel, &n_bytes);
    const guchar size[] = { 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60 }; // 60000 by 60000
    memcpy(data + 16, size, sizeof size);
    assert_refused((const char *)data, n_bytes, FP_ERROR_TOO_LARGE);
}

static void test_what_is_no_picture_or_damaged_is_refused(void)
{
    assert_refused("", 0, FP_ERROR_BAD_INPUT);
    assert_refused("GIF89a", 6, FP_ERROR_BAD_INPUT);
    g_autoptr(GBytes) png = png_bytes();
    assert_refused(g_bytes_get_data(png, NULL), g_bytes_get_size(png) - 20, FP_ERROR_BAD_INPUT);
    g_autofree char *much = g_malloc0(FP_LOGO_BYTES_MAX + 1);
    assert_refused(much, FP_LOGO_BYTES_MAX + 1, FP_ERROR_TOO_LARGE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/logo/png-and-svg-are-drawn", test_png_and_svg_are_drawn);
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *path = g_strdup_printf("/brief/logo/refused/%s", bad[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_bad);
    }
    g_test_add_func("/brief/logo/entities-are-not-unfolded", test_entities_are_not_unfolded);
    g_test_add_func("/brief/logo/repetitions-do-not-multiply", test_repetitions_do_not_multiply);
    g_test_add_func("/brief/logo/another-encoding-is-refused", test_another_encoding_is_refused);
    g_test_add_func("/brief/logo/an-editors-notes-are-kept", test_an_editors_notes_are_kept);
    g_test_add_func("/brief/logo/a-large-drawing-is-not-repeated",
                    test_a_large_drawing_is_not_repeated);
    g_test_add_func("/brief/logo/a-large-clip-is-not-for-many", test_a_large_clip_is_not_for_many);
    g_test_add_func("/brief/logo/a-large-sheet-is-not-for-many",
                    test_a_large_sheet_is_not_for_many);
    g_test_add_func("/brief/logo/a-picture-of-any-size-is-not-unpacked",
                    test_a_picture_of_any_size_is_not_unpacked);
    g_test_add_func("/brief/logo/what-is-no-picture-or-damaged-is-refused",
                    test_what_is_no_picture_or_damaged_is_refused);
    return g_test_run();
}
