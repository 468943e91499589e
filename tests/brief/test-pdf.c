// SPDX-License-Identifier: Apache-2.0
#include "fp-brief-pdf.h"
#include "situation.h"
#include <string.h>

static GBytes *draw(const FpBrief *brief, FpPaper paper)
{
    g_autoptr(GError) error = NULL;
    GBytes *bytes = fp_brief_to_pdf(brief, &(FpBriefLook) { .paper = paper }, &error);
    g_assert_no_error(error);
    return bytes;
}

static bool holds(GBytes *bytes, const char *text)
{
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    return memmem(data, n_bytes, text, strlen(text)) != NULL;
}

static void assert_one_page(const FpBrief *brief)
{
    for (FpPaper paper = FP_PAPER_A4; paper <= FP_PAPER_LETTER; paper++) {
        g_autoptr(GBytes) bytes = draw(brief, paper);
        g_assert_true(g_str_has_prefix(g_bytes_get_data(bytes, NULL), "%PDF-1.5"));
        g_assert_true(holds(bytes, "/Count 1\n"));
        g_assert_true(holds(bytes, "/Lang (en)"));
        g_assert_true(holds(bytes, "/StructTreeRoot"));
        g_assert_false(holds(bytes, "/JavaScript"));
    }
}

static const char *const situations[] = {
    "",
    "load=cart",
    "water=flood",
    "water=high load=wolf depth=deep night=no",
    "water=still load=stones,cart,barrow depth=2.5 night=unknown",
};

static void test_every_situation_is_one_page(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(situations); i++) {
        g_autoptr(Situation) situation = situation_analysed(NULL, situations[i]);
        assert_one_page(situation->brief);
    }
}

static void test_texts_of_any_kind_are_one_page(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (int i = 0; i < 5; i++) {
        g_autofree char *yaml = situation_yaml_random(random);
        g_autoptr(Situation) situation =
            situation_analysed(yaml, "water=high load=cart,barrow,stones depth=deep night=unknown");
        assert_one_page(situation->brief);
    }
}

static void test_the_same_brief_gives_the_same_bytes(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autoptr(GBytes) once = draw(situation->brief, FP_PAPER_A4);
    g_autoptr(GBytes) again = draw(situation->brief, FP_PAPER_A4);
    g_assert_true(g_bytes_equal(once, again));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/pdf/every-situation-is-one-page", test_every_situation_is_one_page);
    g_test_add_func("/brief/pdf/texts-of-any-kind-are-one-page",
                    test_texts_of_any_kind_are_one_page);
    g_test_add_func("/brief/pdf/the-same-brief-gives-the-same-bytes",
                    test_the_same_brief_gives_the_same_bytes);
    return g_test_run();
}
