// SPDX-License-Identifier: Apache-2.0
// What the outlook, the conflicts and the stability add to a brief, and why not another path.
#include "situation.h"
#include <string.h>

static const struct {
    const char *name, *answers, *headline, *sureness;
    bool is_settled, is_sure;
} rows[] = {
    { "an-open-question-that-decides-nothing-leaves-it-settled",
      "water=still load=cart depth=deep night=unknown", "Recommended: The bridge, on 1 condition.",
      "A clear lead, 5 points to 0. Next best: The ferry. What is not known yet can change points "
      "and conditions, not the path.",
      true, true },
    { "who-can-still-win-is-named", "load=cart night=no", "So far: The bridge, on 1 condition.",
      "A lead so far, 5 points to 0. Next best: The ferry; The ford. 2 questions have no answer yet "
      "and can still make it: no path. Find out first: How is the water?",
      false, false },
    { "that-no-path-can-come-out-is-said-with-all-of-them", "",
      "Nothing can be recommended yet: no question is answered.",
      "4 questions have no answer yet and can still make it: The bridge; The ferry; The "
      "ford; no path. Find out first: How is the water?",
      false, false },
    { "all-can-win-and-none-is-left-out", "water=slow load=hat depth=unknown night=unknown",
      "Recommended: The ford.",
      "A close call so far, 1 point to 0. Next best: The bridge; The ferry. 2 questions "
      "have no answer yet; every path can still come first. Find out first: How deep is it?",
      false, false },
    { "no-path-that-nothing-opens-is-settled", "water=flood load=hat",
      "No recommendation: all 3 paths are ruled out.",
      "One answer alone rules out every path: \"A flood\" to \"How is the water?\". Check that it "
      "is as firm as it was given. What is not known yet opens no path.",
      true, false },
    { "all-answered-needs-no-outlook", "water=still load=cart depth=deep night=no",
      "Recommended: The bridge, on 1 condition.",
      "A clear lead, 5 points to 0. Next best: The ferry.", true, true },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Situation) situation = situation_analysed(NULL, rows[row].answers);
    g_assert_cmpstr(situation->brief->headline, ==, rows[row].headline);
    g_assert_cmpstr(situation->brief->sureness, ==, rows[row].sureness);
    g_assert_cmpint(situation->brief->is_settled, ==, rows[row].is_settled);
    g_assert_cmpint(situation->brief->is_sure, ==, rows[row].is_sure);
}

/* One path alone can win in the end, and it is not the one in first place: nothing is settled for that
 * one, whatever the outlook is called. */
static void test_settled_on_another_path_is_not_settled(void)
{
    g_autofree char *yaml =
        situation_yaml_with("questions:\n  - id: water\n",
                            "questions:\n  - {id: sky, ask: Sky?, type: one, options: [\n"
                            "     {id: blue, label: B, effects: [{favour: ferry, strength: strong,"
                            " because: x}, {rule_out: [bridge, ford], because: x}]},\n"
                            "     {id: grey, label: G, effects: [{favour: ferry, strength: strong,"
                            " because: x}, {rule_out: [bridge, ford], because: x}]}]}\n"
                            "  - id: water\n");
    g_autoptr(Situation) situation =
        situation_analysed(yaml, "sky=unknown water=still load=cart depth=deep night=no");
    g_assert_cmpstr(situation->brief->outcome, ==, "The bridge");
    g_assert_false(situation->brief->is_settled);
    g_assert_false(situation->brief->is_sure);
    g_assert_nonnull(strstr(situation->brief->sureness, "can still make it: The ferry."));
}

static char *describe_stability(const char *answers)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, answers);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < situation->brief->n_stability; i++) {
        const FpBriefRemark *remark = &situation->brief->stability[i];
        g_string_append_printf(text, "%s%s\n", remark->is_warning ? "! " : "", remark->text);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *answers, *stability;
} stabilities[] = {
    { "each-strength-used-tells-its-range", "water=slow load=stones depth=deep night=dusk",
      "4 points or more for \"strong\" give the same (it has 5).\n"
      "From 1 to 4 points for \"moderate\" give the same (it has 3).\n"
      "From 1 to 2 points for \"slight\" give the same (it has 1).\n" },
    { "that-no-points-change-it-is-said-once", "water=still load=cart depth=deep night=no",
      "Other points for one strength would not change it.\n" },
    { "the-last-path-left-hangs-on-no-points", "water=fast load=cart depth=deep night=no", "" },
    { "what-hangs-on-stale-facts-is-a-warning", "water=high load=goat depth=shallow night=no",
      "It stands even if every reason that cites a stale fact is dropped.\n" },
    { "nothing-known-has-no-stability", "", "" },
};

static void test_stability(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autofree char *text = describe_stability(stabilities[row].answers);
    g_assert_cmpstr(text, ==, stabilities[row].stability);
}

static void test_what_hangs_on_stale_facts_is_a_warning(void)
{
    g_autofree char *yaml = situation_yaml_with("because: It can be waded., cites: [shallow]",
                                                "because: It can be waded., cites: [flood]");
    g_autoptr(Situation) situation =
        situation_analysed(yaml, "water=calm load=hat depth=shallow night=no");
    const FpBriefRemark *remark = &situation->brief->stability[0];
    g_assert_cmpstr(remark->text, ==,
                    "It does not stand without the reasons that cite stale facts: review those "
                    "facts first.");
    g_assert_true(remark->is_warning);
}

static void test_the_smallest_sets_that_leave_no_path_are_told(void)
{
    g_autoptr(Situation) situation =
        situation_analysed(NULL, "water=high load=goat,wolf depth=deep night=no");
    const FpBrief *brief = situation->brief;
    g_assert_cmpuint(brief->n_conflicts, ==, 1);
    g_assert_cmpstr(
        brief->conflicts[0], ==,
        "\"High\" to \"How is the water?\"; \"A goat; A wolf\" to \"What do you carry?\"");
}

static void test_a_path_has_no_conflicts(void)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, "water=high load=goat");
    g_assert_cmpuint(situation->brief->n_conflicts, ==, 0);
}

static char *why_not(const char *answers, size_t other)
{
    g_autoptr(Situation) situation = situation_new(answers);
    g_autoptr(GPtrArray) lines = fp_brief_why_not_to_lines(situation->brief, other, 80, true);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s\n", ((const FpBriefLine *)lines->pdata[i])->text);
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *answers;
    size_t other;
    const char *lines;
} why_nots[] = {
    { "a-path-behind-shows-its-sum", "water=calm load=cart,barrow night=yes", 0,
      "The bridge\n"
      "It is 5 points behind: 0 to 5.\n"
      "\n"
      "Its points\n"
      "    +5  Wheels need a road. [3]\n"
      "        What do you carry? -> A cart\n"
      "   (+3) It has a wheel.\n"
      "        What do you carry? -> A barrow\n"
      "        Not counted again, since this counts already: What do you carry? -> A\n"
      "        cart\n"
      "    -5  It is closed. [3]\n"
      "        Is it night? -> Night\n"
      "\n"
      "  Points in all: 5 - 5 = 0\n"
      "  In first place, The ford: 5\n" },
    { "what-is-ruled-out-says-by-what", "water=calm load=cart,barrow,goat night=yes", 1,
      "The bridge\n"
      "It is ruled out.\n"
      "\n"
      "What rules it out\n"
      "  - There is a troll.\n"
      "    What do you carry? -> A goat\n"
      "\n"
      "Its points, which do not count\n"
      "    +5  Wheels need a road. [3]\n"
      "        What do you carry? -> A cart\n"
      "   (+3) It has a wheel.\n"
      "        What do you carry? -> A barrow\n"
      "        Not counted again, since this counts already: What do you carry? -> A\n"
      "        cart\n"
      "    -5  It is closed. [3]\n"
      "        Is it night? -> Night\n"
      "\n"
      "  Points in all: 5 - 5 = 0\n"
      "  In first place, The ford: 5\n" },
    { "a-path-that-nothing-speaks-of-says-so", "load=cart", 0,
      "The ferry\n"
      "It is 5 points behind: 0 to 5.\n"
      "\n"
      "Its points\n"
      "  No reason speaks for it or against it.\n"
      "  In first place, The bridge: 5\n" },
};

static void test_why_not(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autofree char *text = why_not(why_nots[row].answers, why_nots[row].other);
    g_assert_cmpstr(text, ==, why_nots[row].lines);
}

static void add_rows(const char *folder, const char *name, size_t row, GTestDataFunc test)
{
    g_autofree char *path = g_strconcat("/brief/analyses/", folder, name, NULL);
    g_test_add_data_func(path, GSIZE_TO_POINTER(row), test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        add_rows("outlook/", rows[i].name, i, test_row);
    for (size_t i = 0; i < G_N_ELEMENTS(stabilities); i++)
        add_rows("stability/", stabilities[i].name, i, test_stability);
    for (size_t i = 0; i < G_N_ELEMENTS(why_nots); i++)
        add_rows("why-not/", why_nots[i].name, i, test_why_not);
    g_test_add_func("/brief/analyses/the-smallest-sets-that-leave-no-path-are-told",
                    test_the_smallest_sets_that_leave_no_path_are_told);
    g_test_add_func("/brief/analyses/what-hangs-on-stale-facts-is-a-warning",
                    test_what_hangs_on_stale_facts_is_a_warning);
    g_test_add_func("/brief/analyses/settled-on-another-path-is-not-settled",
                    test_settled_on_another_path_is_not_settled);
    g_test_add_func("/brief/analyses/a-path-has-no-conflicts", test_a_path_has_no_conflicts);
    return g_test_run();
}
