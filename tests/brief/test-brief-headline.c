// SPDX-License-Identifier: Apache-2.0
#include "situation.h"

typedef struct {
    const char *name, *answers, *headline, *sureness;
    bool is_sure;
} Row;

static const Row rows[] = {
    { "a-clear-lead-tells-points-and-rival", "water=still load=cart depth=deep night=no",
      "Recommended: The bridge, on 1 condition.",
      "A clear lead: 5 points ahead of The ferry (5 to 0).", true },
    { "conditions-are-counted", "water=still load=cart,barrow depth=deep night=no",
      "Recommended: The bridge, on 2 conditions.",
      "A clear lead: 5 points ahead of The ferry (5 to 0).", true },
    { "a-lead-of-few-points-is-a-close-call", "water=still load=hat depth=shallow night=dusk",
      "Recommended: The ferry.", "A close call: only 1 point ahead of The bridge (1 to 0).",
      false },
    { "an-exact-tie-says-that-the-tree-prefers", "water=still load=hat depth=deep night=no",
      "Recommended: The bridge.",
      "An exact tie with The ferry, at 0 points each: The bridge comes first only because the tree "
      "prefers it.",
      false },
    { "a-tie-of-several-counts-them", "water=still load=hat depth=shallow night=no",
      "Recommended: The bridge.",
      "An exact tie of 3 paths, at a score of 0: The bridge comes first only because the tree "
      "prefers it.",
      false },
    { "one-answer-that-rules-all-out-is-named", "water=flood load=hat depth=deep night=no",
      "No recommendation: all 3 paths are ruled out.",
      "One answer alone rules out every path: \"A flood\" to \"How is the water?\". Check that it is "
      "as firm as it was given.",
      false },
    { "several-answers-may-rule-all-out", "water=high load=goat,wolf depth=deep night=no",
      "No recommendation: all 3 paths are ruled out.",
      "Different answers rule out different paths; each is listed with its reason. Where one of "
      "these answers can give way, a path may open.",
      false },
    { "the-last-path-left-does-not-fit-well", "water=fast load=cart depth=deep night=no",
      "Nothing fits well: only The bridge is left, on 1 condition.",
      "Every other path is ruled out. Check the answer that rules the rest out: \"Fast\" to \"How is "
      "the water?\".",
      false },
    { "the-last-path-left-by-several-answers", "water=high load=wolf depth=deep night=no",
      "Nothing fits well: only The bridge is left.",
      "Every other path is ruled out. Check the answers that rule the rest out.", false },
    { "a-winner-below-zero-is-the-least-bad", "water=still load=stones depth=deep night=no",
      "Nothing fits well: The bridge is the least bad.",
      "A close call: only 2 points ahead of The ferry (-3 to -5). More speaks against it than for "
      "it: its score is -3, below zero.",
      false },
    { "nothing-known-is-no-recommendation", "",
      "Nothing can be recommended yet: no question is answered.",
      "Before any answer The bridge stands first, but that is no recommendation. 4 questions are "
      "still open, so this is what can be said now.",
      false },
    { "i-dont-know-alone-is-nothing-known", "night=unknown",
      "Nothing can be recommended yet: no question is answered.",
      "Before any answer The bridge stands first, but that is no recommendation. 4 questions are "
      "still open or unknown, so this is what can be said now.",
      false },
    { "open-questions-make-it-so-far", "load=cart", "So far: The bridge, on 1 condition.",
      "So far 5 points ahead of The ferry (5 to 0). 3 questions are still open, so this "
      "is what can be said now.",
      false },
    { "an-open-follow-up-counts", "water=calm load=hat depth=shallow night=no", "So far: The ford.",
      "So far 5 points ahead of The bridge (5 to 0). 1 question is still open, so this is "
      "what can be said now.",
      false },
    { "a-close-call-so-far", "water=slow", "So far: The ford.",
      "So far a close call: only 1 point ahead of The bridge (1 to 0). 3 questions are still open, "
      "so this is what can be said now.",
      false },
    { "a-tie-so-far", "load=hat depth=deep", "So far: The bridge.",
      "So far an exact tie with The ferry, at 0 points each: The bridge comes first only because the "
      "tree prefers it. 2 questions are still open, so this is what can be said now.",
      false },
    { "an-unknown-leaves-it-a-recommendation-that-is-not-sure",
      "water=still load=cart depth=deep night=unknown", "Recommended: The bridge, on 1 condition.",
      "So far 5 points ahead of The ferry (5 to 0). 1 answer is \"I don't know\", so this is "
      "what can be said now.",
      false },
};

static void test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Situation) situation = situation_new(row->answers);
    g_assert_cmpstr(situation->brief->headline, ==, row->headline);
    g_assert_cmpstr(situation->brief->sureness, ==, row->sureness);
    g_assert_cmpint(situation->brief->is_sure, ==, row->is_sure);
}

static const char single_yaml[] =
    "fingerpost: 1\n"
    "id: single\n"
    "version: '1'\n"
    "title: Go?\n"
    "language: en\n"
    "strengths: {}\n"
    "prefer: [go]\n"
    "outcomes: {go: {title: Go}}\n"
    "questions:\n"
    "  - {id: sky, ask: Sky?, type: one, options: [{id: blue, label: Blue}, {id: grey, label: Grey,\n"
    "     effects: [{rule_out: go, because: Rain.}]}]}\n";

static void test_a_tree_of_one_path_has_no_rival(void)
{
    g_autoptr(Situation) situation = situation_of(single_yaml, "sky=blue");
    g_assert_cmpstr(situation->brief->headline, ==, "Recommended: Go.");
    g_assert_cmpstr(situation->brief->sureness, ==, "It is the only path that this tree has.");
    g_assert_true(situation->brief->is_sure);
}

static void test_the_one_path_of_a_tree_can_be_out(void)
{
    g_autoptr(Situation) situation = situation_of(single_yaml, "sky=grey");
    g_assert_cmpstr(situation->brief->headline, ==,
                    "No recommendation: the only path is ruled out.");
}

#define ANSWERED                                                                                   \
    "answered question=water|answer=still\n"                                                       \
    "answered question=load|answer=cart\n"                                                         \
    "answered question=depth|answer=deep\n"                                                        \
    "answered question=night|answer=no\n"                                                          \
    "finished\n"

static const struct {
    const char *name, *event, *decided;
} decisions[] = {
    { "as-recommended", "decided outcome=bridge", "Decided as recommended: The bridge." },
    { "otherwise-with-the-reason", "decided outcome=ford|text=We like it wet.",
      "Decided otherwise: The ford. Their reason: We like it wet." },
    { "for-none-of-the-paths", "decided text=We stay here.",
      "Decided otherwise: none of the paths. Their reason: We stay here." },
};

static void test_decisions(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(decisions); i++) {
        g_autofree char *events = g_strconcat(ANSWERED, decisions[i].event, NULL);
        g_autoptr(Situation) situation = situation_of_session(events);
        g_test_message("%s", decisions[i].name);
        g_assert_cmpstr(situation->brief->decided, ==, decisions[i].decided);
        g_assert_cmpstr(situation->brief->headline, ==, "Recommended: The bridge, on 1 condition.");
    }
}

static void test_without_a_decision_nothing_is_said(void)
{
    g_autoptr(Situation) situation = situation_of_session("answered question=night|answer=no");
    g_assert_null(situation->brief->decided);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/brief/headline/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/brief/headline/a-tree-of-one-path-has-no-rival",
                    test_a_tree_of_one_path_has_no_rival);
    g_test_add_func("/brief/headline/the-one-path-of-a-tree-can-be-out",
                    test_the_one_path_of_a_tree_can_be_out);
    g_test_add_func("/brief/headline/a-decision-is-told-beside-the-recommendation", test_decisions);
    g_test_add_func("/brief/headline/without-a-decision-nothing-is-said",
                    test_without_a_decision_nothing_is_said);
    return g_test_run();
}
