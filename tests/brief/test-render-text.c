// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include "situation.h"
#include <string.h>

static const char everything[] = "answered question=water|answer=high\n"
                                 "noted question=water|text=Seen at noon.\n"
                                 "answered question=load|answer=cart,barrow,stones\n"
                                 "unknown question=depth|who=Ann|by=2026-12-01\n"
                                 "answered question=night|answer=no\n"
                                 "renamed text=With a cart\n"
                                 "noted text=In a hurry.\n"
                                 "finished\n"
                                 "decided outcome=ferry|text=We like boats.";

/* Up to the data's way, which has its own test. */
static const char first_half[] = "With a cart (as of 2026-11-24)\n"
                                 "\n"
                                 "Recommended, but not chosen: The bridge.\n"
                                 "════════════════════════════════════════\n"
                                 "A walk over the span.\n"
                                 "\n"
                                 "A lead so far, 2 points to -5. Next best: The ferry. 1\n"
                                 "question has no answer yet and may change it.\n"
                                 "\n"
                                 "Decided otherwise: The ferry. Their reason: We like boats.\n"
                                 "\n"
                                 "How the paths stand, in points\n"
                                 "     2  The bridge\n"
                                 "    -5  The ferry: 7 points behind\n"
                                 "   out  The ford\n"
                                 "\n"
                                 "Conditions of the path that was recommended\n"
                                 "  1. The toll is paid [1]\n"
                                 "     Wheels pay. [2]\n"
                                 "     How: In coins.\n"
                                 "     Owner: purser\n"
                                 "\n"
                                 "  2. A rope is tied\n"
                                 "\n"
                                 "What speaks for it\n"
                                 "  strong\n"
                                 "    +5  Wheels need a road. [2]\n"
                                 "        What do you carry? → A cart\n"
                                 "\n"
                                 "  moderate\n"
                                 "   (+3) It has a wheel.\n"
                                 "        What do you carry? → A barrow\n"
                                 "        Not counted again, since this counts already: What\n"
                                 "        do you carry? → A cart\n"
                                 "\n"
                                 "What speaks against it\n"
                                 "  moderate\n"
                                 "    -3  It creaks. [1]\n"
                                 "        What do you carry? → Stones\n"
                                 "\n"
                                 "  Points in all: 5 - 3 = 2\n"
                                 "\n"
                                 "Ruled out, and why\n"
                                 "  The ford\n"
                                 "    - Nobody stands in it. [3, 4]\n"
                                 "      How is the water? → High\n"
                                 "\n"
                                 "Open questions\n"
                                 "  - How deep is it?\n"
                                 "    Ann finds out by 2026-12-01.\n"
                                 "\n"
                                 "What to do next\n"
                                 "  1. Find out by 2026-12-01: How deep is it?\n"
                                 "     Owner: Ann\n"
                                 "\n"
                                 "What the recommended path does not give you\n"
                                 "  - It is closed at night. [2]\n"
                                 "\n"
                                 "Worth knowing\n"
                                 "  - Grease the axle. [1]\n"
                                 "\n"
                                 "Who can see what, as recommended\n"
                                 "  limited  The keeper: your face [2]\n"
                                 "  none     The fish: you\n"
                                 "  full     The town: your toll\n"
                                 "\n"
                                 "The way of the data, as recommended\n";

static const char second_half[] = "\n"
                                  "The other paths, point by point\n"
                                  "  The ferry\n"
                                  "    -5  They sink it.\n"
                                  "        What do you carry? → Stones\n"
                                  "  Points in all: -5\n"
                                  "\n"
                                  "What was answered\n"
                                  "  Note: In a hurry.\n"
                                  "  How is the water?\n"
                                  "    High\n"
                                  "    Note: Seen at noon.\n"
                                  "  What do you carry?\n"
                                  "    A cart; A barrow; Stones\n"
                                  "  How deep is it?\n"
                                  "    I don't know\n"
                                  "    Ann finds out by 2026-12-01.\n"
                                  "  Is it night?\n"
                                  "    Day\n"
                                  "\n"
                                  "Sources\n"
                                  "  [1] A cart pays two coins.\n"
                                  "      As of 2026-01; confidence: high.\n"
                                  "      - The town, Almanac (2025-12): page 5\n"
                                  "        https://town.example/almanac?year=1\n"
                                  "\n"
                                  "  [2] The bridge closes at dusk.\n"
                                  "      As of 2026-02; confidence: low.\n"
                                  "      Secondary source: reported by others, not by those who\n"
                                  "      answer for it.\n"
                                  "      Note: The keeper denies it.\n"
                                  "      - The inn, What they say: at noon\n"
                                  "\n"
                                  "  [3] It floods in spring.\n"
                                  "      As of 2026-01; confidence: medium.\n"
                                  "      Stale: was to be reviewed by 2026-10.\n"
                                  "      - The town, Almanac (2025-12): page 4\n"
                                  "        https://town.example/almanac?year=1\n"
                                  "      - The inn, What they say: at noon\n"
                                  "\n"
                                  "  [4] The ford is shallow in autumn.\n"
                                  "      As of 2026-01; confidence: high.\n"
                                  "      - The town, Almanac (2025-12): page 3\n"
                                  "        https://town.example/almanac?year=1\n"
                                  "\n"
                                  "What this rests on\n"
                                  "  Tree crossing, version 3, judged as of 2026-11-24\n";

static void test_what_a_reader_needs_first_stands_first(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    g_autofree char *text = fp_brief_to_text(situation->brief, 60, false);
    g_autofree char *start = g_strndup(text, strlen(first_half));
    char *rest = strstr(text, "\nThe other paths, point by point");
    g_assert_cmpstr(start, ==, first_half);
    g_assert_nonnull(rest);
    g_autofree char *end = g_strndup(rest, strlen(second_half));
    g_assert_cmpstr(end, ==, second_half);
}

static void test_the_foot_lets_a_page_be_checked(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    g_autofree char *text = fp_brief_to_text(situation->brief, 90, false);
    g_autofree char *foot = g_strdup_printf("  Tree digest %s\n"
                                            "  Session 7\n"
                                            "  Session id 0123456789abcdef\n"
                                            "  Last answer 2026-11-23 09:05 UTC\n"
                                            "  Session digest sha256:feed\n",
                                            fp_source_digest(situation->tree->source));
    g_assert_true(g_str_has_suffix(text, foot));
}

static const struct {
    const char *name, *answers, *present, *absent;
} sections[] = {
    { "no-path-tells-what-ruled-it-out-and-what-to-do", "water=flood load=cart depth=deep night=no",
      "No recommendation: all 3 paths are ruled out.\n", "Conditions" },
    { "no-path-has-no-winner", "water=flood", "   out  The bridge\n", "What speaks" },
    { "no-path-lists-every-reason", "water=flood",
      "Ruled out, and why\n  The bridge\n    - All is under water. [1]\n", "Who can see what" },
    { "a-reason-told-already-is-told-by-its-answer", "water=flood",
      "\n  The ferry\n    - As above: How is the water? → A flood [1]\n", NULL },
    { "nothing-known-tells-no-steps-of-a-path", "", "1. Answer the 4 questions",
      "Ask when it opens" },
    { "only-against-says-that-nothing-speaks-for-it", "water=still load=stones depth=deep night=no",
      "What speaks for it\n  No reason speaks for it with these answers.\n", "strong" },
    { "resting-answers-are-marked", "water=high cold=ice load=cart",
      "    Ice (not asked with these answers, so it counts for nothing)\n", NULL },
    { "open-questions-are-marked", "load=cart", "  Is it night?\n    Not answered yet\n", NULL },
    { "the-points-of-what-is-ruled-out-do-not-count", "water=high load=cart depth=deep night=no",
      "      How is the water? → High\n    Its points do not count: -5\n", "Too deep." },
    { "what-is-ruled-out-without-points-has-no-sum", "water=high load=cart depth=shallow night=no",
      "      How is the water? → High\n\nWhat to do next", "do not count" },
};

static void test_sections(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
        g_autoptr(Situation) situation = situation_new(sections[i].answers);
        g_autofree char *text = fp_brief_to_text(situation->brief, 80, false);
        g_test_message("%s", sections[i].name);
        g_assert_nonnull(strstr(text, sections[i].present));
        if (sections[i].absent != NULL)
            g_assert_null(strstr(text, sections[i].absent));
    }
}

static void test_ascii_is_ascii_where_the_texts_are(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    g_autofree char *text = fp_brief_to_text(situation->brief, 60, true);
    g_assert_true(g_str_is_ascii(text));
    g_assert_nonnull(strstr(text, "How is the water? -> High\n"));
    g_assert_nonnull(strstr(text, "=====\n"));
}

static void assert_line_is_safe(const FpBriefLine *line, size_t width)
{
    g_assert_cmpuint(fp_text_width(line->text), <=, width);
    g_assert_true(g_utf8_validate(line->text, -1, NULL));
    g_autofree char *printable = fp_text_printable(line->text, -1, FP_PRINT_ONE_LINE);
    g_assert_cmpstr(line->text, ==, printable);
    g_assert_false(g_str_has_suffix(line->text, " "));
    g_assert_true((line->style == FP_LINE_BLANK) == (*line->text == '\0'));
}

static void test_no_line_is_wider_than_the_width_or_unsafe(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)g_test_rand_int());
    for (int i = 0; i < 12; i++) {
        g_autofree char *yaml = situation_yaml_random(random);
        g_autoptr(Situation) situation =
            situation_of(yaml, "water=high load=cart,barrow,stones depth=deep night=unknown");
        for (size_t width = 20; width <= 130; width += i == 0 ? 1 : 7) {
            g_autoptr(GPtrArray) lines = fp_brief_to_lines(situation->brief, width, i % 2 == 0);
            for (guint k = 0; k < lines->len; k++)
                assert_line_is_safe(g_ptr_array_index(lines, k), width);
        }
    }
}

// The session refuses most of this; the renderer does not rely on it.
static void test_what_people_typed_is_safe_too(void)
{
    static const char hostile[] = "\033]0;x\007\u202eabc\r\033[2J\xc2\x9b"
                                  "31m\n\u200b\ufeff\u2066";
    static const FpBriefAnswer answers[] = {
        { .question = hostile,
          .answer = hostile,
          .note = hostile,
          .who = hostile,
          .by = hostile,
          .state = FP_STATE_UNKNOWN },
        { .question = hostile, .answer = hostile, .state = FP_STATE_RESTING },
    };
    g_autoptr(Situation) situation = situation_new("load=cart");
    FpBrief brief = *situation->brief;
    brief.title = brief.headline = brief.sureness = brief.note = brief.decided = hostile;
    brief.session_id = brief.session_digest = hostile;
    brief.answers = answers;
    brief.n_answers = G_N_ELEMENTS(answers);
    brief.open = &(const size_t) { 0 };
    brief.n_open = 1;
    for (size_t width = 20; width <= 130; width++) {
        g_autoptr(GPtrArray) lines = fp_brief_to_lines(&brief, width, false);
        for (guint i = 0; i < lines->len; i++)
            assert_line_is_safe(g_ptr_array_index(lines, i), width);
    }
}

static void test_advice_is_followed_by_its_reason(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{advise: Grease the axle., ", "{advise: Grease the axle., because: It squeaks., ");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart");
    g_autofree char *text = fp_brief_to_text(situation->brief, 80, false);
    g_assert_nonnull(strstr(text, "  - Grease the axle.\n    It squeaks. [1]\n"));
}

static FpLineStyle style_of_line(const GPtrArray *lines, const char *start)
{
    for (guint i = 0; i < lines->len; i++) {
        const FpBriefLine *line = g_ptr_array_index(lines, i);
        if (g_str_has_prefix(line->text, start))
            return line->style;
    }
    g_error("no line starts with '%s'", start);
}

static void test_styles_tell_what_a_line_is(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    g_autoptr(GPtrArray) lines = fp_brief_to_lines(situation->brief, 80, false);
    g_assert_cmpint(style_of_line(lines, "Recommended"), ==, FP_LINE_TITLE);
    g_assert_cmpint(style_of_line(lines, "With a cart (as of"), ==, FP_LINE_DETAIL);
    g_assert_cmpint(style_of_line(lines, "A lead so far"), ==, FP_LINE_WARNING);
    g_assert_cmpint(style_of_line(lines, "What speaks"), ==, FP_LINE_HEADING);
    g_assert_cmpint(style_of_line(lines, "  strong"), ==, FP_LINE_STRONG);
    g_assert_cmpint(style_of_line(lines, "    +5"), ==, FP_LINE_BODY);
    g_assert_cmpint(style_of_line(lines, "        What do"), ==, FP_LINE_DETAIL);
    g_assert_cmpint(style_of_line(lines, "      Stale"), ==, FP_LINE_WARNING);
    g_assert_cmpint(style_of_line(lines, "  - It is closed"), ==, FP_LINE_WARNING);
}

static void test_a_sure_verdict_does_not_warn(void)
{
    g_autoptr(Situation) situation = situation_new("water=still load=cart depth=deep night=no");
    g_autoptr(GPtrArray) lines = fp_brief_to_lines(situation->brief, 80, false);
    g_assert_cmpint(style_of_line(lines, "A clear lead"), ==, FP_LINE_BODY);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/text/what-a-reader-needs-first-stands-first",
                    test_what_a_reader_needs_first_stands_first);
    g_test_add_func("/brief/text/the-foot-lets-a-page-be-checked",
                    test_the_foot_lets_a_page_be_checked);
    g_test_add_func("/brief/text/every-situation-has-its-sections", test_sections);
    g_test_add_func("/brief/text/ascii-is-ascii-where-the-texts-are",
                    test_ascii_is_ascii_where_the_texts_are);
    g_test_add_func("/brief/text/no-line-is-wider-than-the-width-or-unsafe",
                    test_no_line_is_wider_than_the_width_or_unsafe);
    g_test_add_func("/brief/text/what-people-typed-is-safe-too",
                    test_what_people_typed_is_safe_too);
    g_test_add_func("/brief/text/advice-is-followed-by-its-reason",
                    test_advice_is_followed_by_its_reason);
    g_test_add_func("/brief/text/styles-tell-what-a-line-is", test_styles_tell_what_a_line_is);
    g_test_add_func("/brief/text/a-sure-verdict-does-not-warn", test_a_sure_verdict_does_not_warn);
    return g_test_run();
}
