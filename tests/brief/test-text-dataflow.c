// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include "situation.h"
#include <string.h>

/* The section's lines, without its heading; owned. */
static char *dataflow(const FpBrief *brief, size_t width, bool ascii)
{
    g_autofree char *text = fp_brief_to_text(brief, width, ascii);
    char *start = strstr(text, "The way of the data\n");
    char *end = start != NULL ? strstr(start, "\n\n") : NULL;
    if (end == NULL)
        return NULL;
    end[1] = '\0';
    return g_strdup(strchr(start, '\n') + 1);
}

static void test_stops_of_one_place_share_a_box(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autofree char *picture = dataflow(situation->brief, 80, false);
    g_assert_cmpstr(picture, ==,
                    "  ┌─ This bank ────────────────────────────────┐\n"
                    "  │ You                                        │\n"
                    "  │ ↓                                          │\n"
                    "  │ The toll house                             │\n"
                    "  │   guarded by condition 1: The toll is paid │\n"
                    "  └─────────────────────┬──────────────────────┘\n"
                    "                        ↓\n"
                    "  ┌─ The bridge (run by: The town) ────────────┐\n"
                    "  │ The span                                   │\n"
                    "  │   can be guarded by: A rope is tied        │\n"
                    "  └─────────────────────┬──────────────────────┘\n"
                    "                        ↓\n"
                    "  ┌─ The other bank ───────────────────────────┐\n"
                    "  │ You again                                  │\n"
                    "  └────────────────────────────────────────────┘\n");
}

static void test_a_name_too_long_for_the_border_stands_inside(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autofree char *picture = dataflow(situation->brief, 24, false);
    g_assert_nonnull(strstr(picture, "  ┌────────────────────┐\n"
                                     "  │ The bridge (run    │\n"
                                     "  │ by: The town)      │\n"
                                     "  │                    │\n"
                                     "  │ The span           │\n"));
}

static void test_ascii_has_indents_and_bars_alone(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autofree char *picture = dataflow(situation->brief, 44, true);
    g_assert_cmpstr(picture, ==,
                    "  This bank\n"
                    "    You\n"
                    "    |\n"
                    "    The toll house\n"
                    "      guarded by condition 1: The toll is\n"
                    "      paid\n"
                    "    |\n"
                    "  The bridge (run by: The town)\n"
                    "    The span\n"
                    "      can be guarded by: A rope is tied\n"
                    "    |\n"
                    "  The other bank\n"
                    "    You again\n");
}

static void test_stops_without_a_place_stand_alone(void)
{
    g_autofree char *yaml = situation_yaml_with(", within: This bank", "");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart");
    g_autofree char *picture = dataflow(situation->brief, 80, false);
    g_assert_true(g_str_has_prefix(picture, "  ┌───────────────────────────────────────"));
    g_assert_nonnull(strstr(picture, "│ You      "));
}

static void test_borders_align_whatever_the_text(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "at: The span, within: The bridge",
        "at: '漢字 👩‍👩‍👧 e\u0301', within: '橋の上で休む人々'");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart");
    for (size_t width = 20; width <= 100; width++) {
        g_autofree char *picture = dataflow(situation->brief, width, false);
        g_auto(GStrv) lines = g_strsplit(picture, "\n", -1);
        size_t cells = fp_text_width(lines[0]);
        for (size_t i = 0; *lines[i] != '\0'; i++) {
            if (strstr(lines[i], "│") != NULL || strstr(lines[i], "─") != NULL)
                g_assert_cmpuint(fp_text_width(lines[i]), ==, cells);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/dataflow/stops-of-one-place-share-a-box",
                    test_stops_of_one_place_share_a_box);
    g_test_add_func("/brief/dataflow/a-name-too-long-for-the-border-stands-inside",
                    test_a_name_too_long_for_the_border_stands_inside);
    g_test_add_func("/brief/dataflow/ascii-has-indents-and-bars-alone",
                    test_ascii_has_indents_and_bars_alone);
    g_test_add_func("/brief/dataflow/stops-without-a-place-stand-alone",
                    test_stops_without_a_place_stand_alone);
    g_test_add_func("/brief/dataflow/borders-align-whatever-the-text",
                    test_borders_align_whatever_the_text);
    return g_test_run();
}
