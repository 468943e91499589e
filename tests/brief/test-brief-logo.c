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
    { "an-entity", "&lol;", "SVG" },
    { "no-end", "<g>", "SVG" },
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

static void test_repetitions_do_not_multiply(void)
{
    g_autoptr(GString) text = g_string_new("<g id=\"a0\"><path d=\"M0 0h1\"/></g>");
    for (int i = 1; i < 30; i++)
        g_string_append_printf(text, "<g id=\"a%d\"><use href=\"#a%d\"/><use href=\"#a%d\"/></g>",
                               i, i - 1, i - 1);
    g_autoptr(GError) error = NULL;
    g_assert_null(svg(text->str, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_TOO_LARGE);
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
    g_test_add_func("/brief/logo/a-picture-of-any-size-is-not-unpacked",
                    test_a_picture_of_any_size_is_not_unpacked);
    g_test_add_func("/brief/logo/what-is-no-picture-or-damaged-is-refused",
                    test_what_is_no_picture_or_damaged_is_refused);
    return g_test_run();
}
