// SPDX-License-Identifier: Apache-2.0
#include "situation.h"
#include <string.h>

static const char everything[] = "answered question=water|answer=high\n"
                                 "noted question=water|text=Seen at noon.\n"
                                 "answered question=load|answer=cart,barrow,stones\n"
                                 "unknown question=depth|who=Ann|by=2026-12-01\n"
                                 "answered question=night|answer=no\n"
                                 "renamed text=With a #1 cart\n"
                                 "noted text=In a *hurry*.\n"
                                 "finished\n"
                                 "decided outcome=ferry|text=We like boats.";

static const char record[] =
    "---\n"
    "status: accepted\n"
    "date: 2026-11-24\n"
    "---\n"
    "\n"
    "# With a \\#1 cart\n"
    "\n"
    "**Recommended, but not chosen: The bridge.**\n"
    "\n"
    "## Context and Problem Statement\n"
    "\n"
    "Put through the decision tree crossing, version 3, as of 2026-11-24.\n"
    "\n"
    "In a \\*hurry\\*.\n"
    "\n"
    "## Decision Drivers\n"
    "\n"
    "* How is the water?\\\n"
    "    **High**\\\n"
    "    Seen at noon.\n"
    "* What do you carry?\\\n"
    "    **A cart; A barrow; Stones**\n"
    "* How deep is it?\\\n"
    "    **I don't know**\\\n"
    "    Ann finds out by 2026-12-01.\n"
    "* Is it night?\\\n"
    "    **Day**\n"
    "\n"
    "## Considered Options\n"
    "\n"
    "* The bridge\n"
    "* The ferry\n"
    "* The ford\n"
    "\n"
    "## Decision Outcome\n"
    "\n"
    "Chosen option: \"The ferry\", because it was decided so.\n"
    "\n"
    "Decided otherwise: The ferry. Their reason: We like boats.\n"
    "\n"
    "A lead so far, 2 points to -5. Next best: The ferry. 1 question has no answer yet and may change it.\n"
    "\n"
    "### Confirmation\n"
    "\n"
    "The path that was recommended, and not chosen, has these conditions:\n"
    "\n"
    "1. **The toll is paid** \\[1\\]\\\n"
    "    Wheels pay. \\[2\\]\\\n"
    "    How: In coins.\\\n"
    "    Owner: purser\n"
    "2. **A rope is tied**\n"
    "\n"
    "## Pros and Cons of the Options\n"
    "\n"
    "### The bridge\n"
    "\n"
    "A walk over the span.\n"
    "\n"
    "Points in all: 5 - 3 = 2\n"
    "\n"
    "* Good, because: Wheels need a road. (strong, +5) \\[2\\]\\\n"
    "    What do you carry? → A cart\n"
    "* Neutral, because: It has a wheel. (moderate, +3)\\\n"
    "    What do you carry? → A barrow\\\n"
    "    Not counted again, since this counts already: What do you carry? → A cart\n"
    "* Bad, because: It creaks. (moderate, -3) \\[1\\]\\\n"
    "    What do you carry? → Stones\n"
    "* Bad, because: It is closed at night. \\[2\\]\n"
    "* Worth knowing: Grease the axle. \\[1\\]\n"
    "\n"
    "### The ferry\n"
    "\n"
    "Points in all: -5\n"
    "\n"
    "* Bad, because: They sink it. (strong, -5)\\\n"
    "    What do you carry? → Stones\n"
    "\n"
    "### The ford\n"
    "\n"
    "* Bad, because it is ruled out: Nobody stands in it. \\[3, 4\\]\\\n"
    "    How is the water? → High\n"
    "\n"
    "## More Information\n"
    "\n"
    "### What to do next\n"
    "\n"
    "1. Find out by 2026-12-01: How deep is it?\\\n"
    "    Owner: Ann\n"
    "\n"
    "### Open questions\n"
    "\n"
    "* How deep is it?\\\n"
    "    Ann finds out by 2026-12-01.\n"
    "\n"
    "### Who can see what, as recommended\n"
    "\n"
    "* The keeper: limited access to your face \\[2\\]\n"
    "* The fish: no access to you\n"
    "* The town: full access to your toll\n"
    "\n"
    "### The way of the data, as recommended\n"
    "\n"
    "1. You, in: This bank\n"
    "2. The toll house, in: This bank\\\n"
    "    guarded by condition 1: The toll is paid\n"
    "3. The span, in: The bridge\\\n"
    "    run by: The town\\\n"
    "    guarded by condition 2: A rope is tied\n"
    "4. You again, in: The other bank\n"
    "\n"
    "### Sources\n"
    "\n"
    "1. A cart pays two coins.\\\n"
    "    As of 2026-01; confidence: high.\\\n"
    "    The town, Almanac (2025-12): page 5 <https://town.example/almanac?year=1>\n"
    "2. The bridge closes at dusk.\\\n"
    "    As of 2026-02; confidence: low.\\\n"
    "    Secondary source: reported by others, not by those who answer for it.\\\n"
    "    Note: The keeper denies it.\\\n"
    "    The inn, What they say: at noon\n"
    "3. It floods in spring.\\\n"
    "    As of 2026-01; confidence: medium.\\\n"
    "    Stale: was to be reviewed by 2026-10.\\\n"
    "    The town, Almanac (2025-12): page 4 <https://town.example/almanac?year=1>\\\n"
    "    The inn, What they say: at noon\n"
    "4. The ford is shallow in autumn.\\\n"
    "    As of 2026-01; confidence: high.\\\n"
    "    The town, Almanac (2025-12): page 3 <https://town.example/almanac?year=1>\n"
    "\n"
    "### What this rests on\n"
    "\n"
    "* Tree crossing, version 3, judged as of 2026-11-24\n";

static char *render(const FpBrief *brief)
{
    return fp_brief_renderer_find("md")->render(brief);
}

static void test_a_record_has_the_shape_of_madr(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    g_autofree char *page = render(situation->brief);
    g_autofree char *start = g_strndup(page, strlen(record));
    g_assert_cmpstr(start, ==, record);
    g_assert_nonnull(strstr(page, "\n* Session digest sha256:feed\n"));
}

static void test_without_a_decision_it_is_proposed(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autofree char *page = render(situation->brief);
    g_assert_true(g_str_has_prefix(page, "---\nstatus: proposed\n"));
}

static void test_what_was_chosen_as_recommended_has_consequences(void)
{
    g_autoptr(Situation) situation =
        situation_of_session("answered question=load|answer=cart\nfinished\n"
                             "decided outcome=bridge");
    g_autofree char *page = render(situation->brief);
    g_assert_nonnull(strstr(page, "\n\nA walk over the span.\n\n### Consequences\n\n"
                                  "* Bad, because: It is closed at night."));
    g_assert_nonnull(strstr(page, ". Ask when it opens."));
    g_assert_nonnull(strstr(page, "\n### The way of the data\n"));
}

static void test_who_made_the_page_is_not_who_decided(void)
{
    g_autoptr(Situation) situation = situation_of_session(everything);
    FpBrief brief = *situation->brief;
    brief.who = "Bea";
    g_autofree char *page = render(&brief);
    g_assert_nonnull(strstr(page, "\n\nMade by Bea.\n"));
    g_assert_null(strstr(page, "decision-makers"));
}

static void test_open_questions_are_in_an_order_where_one_was_found(void)
{
    static const char answers[] = "water=still load=hat";
    g_autoptr(Situation) ranked = situation_analysed(NULL, answers);
    g_autoptr(Situation) plain = situation_new(answers);
    g_autofree char *in_order = render(ranked->brief);
    g_autofree char *listed = render(plain->brief);
    g_assert_nonnull(strstr(in_order, "\n### Open questions, the most telling first\n"));
    g_assert_nonnull(strstr(listed, "\n### Open questions\n"));
}

static void test_advice_is_followed_by_its_reason(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{advise: Grease the axle., ", "{advise: Grease the axle., because: It squeaks., ");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart");
    g_autofree char *page = render(situation->brief);
    g_assert_nonnull(
        strstr(page, "* Worth knowing: Grease the axle.\\\n    It squeaks. \\[1\\]\n"));
}

static void test_what_would_change_it_is_part_of_the_outcome(void)
{
    g_autoptr(Situation) situation =
        situation_analysed(NULL, "water=still load=hat depth=deep night=dusk");
    g_autofree char *page = render(situation->brief);
    const char *outcome = strstr(page, "## Decision Outcome");
    const char *change = strstr(outcome, "### What would change it\n\n"
                                         "One other answer would make it: The bridge\n\n* ");
    g_assert_nonnull(change);
    g_assert_true(change < strstr(page, "## Pros and Cons of the Options"));
    g_assert_nonnull(strstr(change, "### How firmly it stands\n\n* "));
}

static void test_points_of_what_is_ruled_out_do_not_count(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=hat depth=deep night=no");
    g_autofree char *page = render(situation->brief);
    g_assert_nonnull(strstr(page, "### The ford\n\nRuled out, so its points do not count: -5\n\n"
                                  "* Bad, because it is ruled out: Nobody stands in it."));
}

static void test_no_path_is_a_record_too(void)
{
    g_autoptr(Situation) situation = situation_new("water=flood");
    g_autofree char *page = render(situation->brief);
    g_assert_nonnull(strstr(page, "**No recommendation: all 3 paths are ruled out.**\n"));
    g_assert_nonnull(strstr(page, "* The bridge\n"));
    g_assert_null(strstr(page, "### Confirmation"));
}

/* How the lines of a page start: one letter each. */
static char *outline(const char *page)
{
    GString *kinds = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] == '#')
            g_string_append_c(kinds, 'h');
        else if (g_str_has_prefix(lines[i], "* "))
            g_string_append_c(kinds, 'b');
        else if (g_str_has_prefix(lines[i], "    "))
            g_string_append_c(kinds, 'i');
        else if (g_ascii_isdigit(lines[i][0]))
            g_string_append_c(kinds, 'n');
        else
            g_string_append_c(kinds, lines[i][0] == '\0' ? '-' : 'p');
    }
    return g_string_free(kinds, FALSE);
}

static void test_foreign_text_changes_no_line_of_the_page(void)
{
    static const char answers[] = "water=high load=cart,barrow,stones depth=deep night=unknown";
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)g_test_rand_int());
    g_autoptr(Situation) plain = situation_new(answers);
    g_autofree char *plain_page = render(plain->brief);
    g_autofree char *expected = outline(plain_page);
    for (int i = 0; i < 60; i++) {
        g_autofree char *yaml = situation_yaml_random(random);
        g_autoptr(Situation) situation = situation_of(yaml, answers);
        g_autofree char *page = render(situation->brief);
        g_autofree char *got = outline(page);
        g_assert_cmpstr(got, ==, expected);
    }
}

static void test_a_note_of_many_lines_stays_in_its_item(void)
{
    static const FpBriefAnswer answer = { .question = "Q?",
                                          .answer = "**A**",
                                          .note = "one\n\n# two\n```\n- three",
                                          .state = FP_STATE_ANSWERED };
    g_autoptr(Situation) situation = situation_new("load=cart");
    FpBrief brief = *situation->brief;
    brief.answers = &answer;
    brief.n_answers = 1;
    brief.n_open = 0;
    g_autofree char *page = render(&brief);
    g_assert_nonnull(strstr(page, "* Q?\\\n"
                                  "    **\\*\\*A\\*\\***\\\n"
                                  "    one\\\n"
                                  "    \\# two\\\n"
                                  "    \\`\\`\\`\\\n"
                                  "    \\- three\n"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/markdown/a-record-has-the-shape-of-madr",
                    test_a_record_has_the_shape_of_madr);
    g_test_add_func("/brief/markdown/without-a-decision-it-is-proposed",
                    test_without_a_decision_it_is_proposed);
    g_test_add_func("/brief/markdown/what-was-chosen-as-recommended-has-consequences",
                    test_what_was_chosen_as_recommended_has_consequences);
    g_test_add_func("/brief/markdown/who-made-the-page-is-not-who-decided",
                    test_who_made_the_page_is_not_who_decided);
    g_test_add_func("/brief/markdown/open-questions-are-in-an-order-where-one-was-found",
                    test_open_questions_are_in_an_order_where_one_was_found);
    g_test_add_func("/brief/markdown/advice-is-followed-by-its-reason",
                    test_advice_is_followed_by_its_reason);
    g_test_add_func("/brief/markdown/what-would-change-it-is-part-of-the-outcome",
                    test_what_would_change_it_is_part_of_the_outcome);
    g_test_add_func("/brief/markdown/points-of-what-is-ruled-out-do-not-count",
                    test_points_of_what_is_ruled_out_do_not_count);
    g_test_add_func("/brief/markdown/no-path-is-a-record-too", test_no_path_is_a_record_too);
    g_test_add_func("/brief/markdown/foreign-text-changes-no-line-of-the-page",
                    test_foreign_text_changes_no_line_of_the_page);
    g_test_add_func("/brief/markdown/a-note-of-many-lines-stays-in-its-item",
                    test_a_note_of_many_lines_stays_in_its_item);
    return g_test_run();
}
