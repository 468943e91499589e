// SPDX-License-Identifier: Apache-2.0
#include "fp-brief-render.h"
#include "situation.h"
#include <string.h>

static void test_names_and_extensions_are_unique(void)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        for (size_t k = 0; k < i; k++) {
            g_assert_cmpstr(fp_brief_renderers[i].name, !=, fp_brief_renderers[k].name);
            g_assert_cmpstr(fp_brief_renderers[i].extension, !=, fp_brief_renderers[k].extension);
        }
    }
}

static void test_every_row_is_found_and_described(void)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        const FpBriefRenderer *row = &fp_brief_renderers[i];
        g_assert_true(fp_brief_renderer_find(row->name) == row);
        g_assert_true(row->extension[0] == '.' && row->extension[1] != '\0');
        g_assert_cmpuint(strlen(row->description), >, 0);
    }
    g_assert_null(fp_brief_renderer_find("papyrus"));
}

static const char *const situations[] = {
    "",
    "load=cart",
    "water=flood",
    "water=high load=wolf depth=deep night=no",
    "water=still load=stones,cart,barrow depth=2.5 night=unknown",
};

static const FpBriefLook letter = { .paper = FP_PAPER_LETTER };

static void assert_rendered(const FpBriefRenderer *renderer, const char *answers)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, answers);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = fp_brief_render(renderer, situation->brief, &letter, &error);
    g_assert_no_error(error);
    if (renderer->draw != NULL)
        return;
    const char *page = g_bytes_get_data(bytes, NULL);
    if (strcmp(renderer->name, "csv") != 0) // reasons alone, if any
        g_assert_nonnull(strstr(page, "The ferry"));
    g_assert_true(g_utf8_validate(page, (gssize)g_bytes_get_size(bytes), NULL));
    g_assert_true(g_str_has_suffix(page, "\n"));
}

static void test_every_renderer_takes_every_situation(void)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(situations); k++)
            assert_rendered(&fp_brief_renderers[i], situations[k]);
    }
}

#define EVENTS                                                                                     \
    "answered question=water|answer=high\n"                                                        \
    "answered question=load|answer=cart,stones\n"                                                  \
    "unknown question=depth|who=Ann|by=2026-12-01\n"                                               \
    "answered question=night|answer=no\n"                                                          \
    "finished"

static GBytes *render_session(const FpBriefRenderer *renderer, const char *events)
{
    g_autoptr(Situation) situation = situation_of_session(events);
    g_autoptr(GError) error = NULL;
    GBytes *bytes = fp_brief_render(renderer, situation->brief, &letter, &error);
    g_assert_no_error(error);
    return bytes;
}

static void test_the_same_session_gives_the_same_bytes(void)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        g_autoptr(GBytes) once = render_session(&fp_brief_renderers[i], EVENTS);
        g_autoptr(GBytes) again = render_session(&fp_brief_renderers[i], EVENTS);
        g_assert_true(g_bytes_equal(once, again));
    }
}

static void test_an_export_or_a_tag_changes_no_byte(void)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        g_autoptr(GBytes) once = render_session(&fp_brief_renderers[i], EVENTS);
        g_autoptr(GBytes) later =
            render_session(&fp_brief_renderers[i],
                           EVENTS "\nexported text=pdf\ntagged text=board\nexported text=md");
        g_assert_true(g_bytes_equal(once, later));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/renderers/names-and-extensions-are-unique",
                    test_names_and_extensions_are_unique);
    g_test_add_func("/brief/renderers/every-row-is-found-and-described",
                    test_every_row_is_found_and_described);
    g_test_add_func("/brief/renderers/every-renderer-takes-every-situation",
                    test_every_renderer_takes_every_situation);
    g_test_add_func("/brief/renderers/the-same-session-gives-the-same-bytes",
                    test_the_same_session_gives_the_same_bytes);
    g_test_add_func("/brief/renderers/an-export-or-a-tag-changes-no-byte",
                    test_an_export_or_a_tag_changes_no_byte);
    return g_test_run();
}
