// SPDX-License-Identifier: Apache-2.0
#include "situation.h"
#include <string.h>

typedef struct {
    const char *name, *answers, *sureness;
    bool is_sure;
} Row;

static const Row rows[] = {
    { "a-clear-lead-tells-points-and-rival", "water=still load=cart depth=deep night=no",
      "A clear lead, 5 points to 0. Next best: The ferry.", true },
    { "several-share-the-second-place", "water=still load=cart depth=shallow night=no",
      "A clear lead, 5 points to 0. Next best: The ferry; The ford.", true },
    { "a-lead-of-few-points-is-a-close-call", "water=still load=hat depth=deep night=dusk",
      "A close call, 1 point to 0. Next best: The bridge.", false },
    { "an-exact-tie-says-that-the-tree-prefers", "water=still load=hat depth=deep night=no",
      "An exact tie at 0 points: the path named above is first only because the tree prefers it to: The ferry.",
      false },
    { "a-tie-of-several-names-them", "water=still load=hat depth=shallow night=no",
      "An exact tie at 0 points: the path named above is first only because the tree prefers it to: The ferry; The ford.",
      false },
    { "one-answer-that-rules-all-out-is-named", "water=flood load=goat depth=deep night=no",
      "One answer alone rules out every path: \"A flood\" to \"How is the water?\". Check that it is "
      "as firm as it was given.",
      false },
    { "several-answers-may-rule-all-out", "water=high load=goat,wolf depth=deep night=no",
      "Different answers rule out different paths: \"High\" to \"How is the water?\"; \"A goat\" to "
      "\"What do you carry?\"; \"A wolf\" to \"What do you carry?\". Where one of them can give way, "
      "a path may open.",
      false },
    { "the-answer-that-leaves-one-path-is-named", "water=fast load=cart,wolf depth=deep night=no",
      "Every other path is ruled out. Check the answer that rules the rest out: \"Fast\" to \"How is "
      "the water?\".",
      false },
    { "the-answers-that-leave-one-path-are-named", "water=high load=wolf depth=deep night=no",
      "Every other path is ruled out. Check the answers that rule the rest out: \"High\" to \"How is "
      "the water?\"; \"A wolf\" to \"What do you carry?\".",
      false },
    { "below-zero-names-what-speaks-against-it", "water=still load=stones depth=deep night=no",
      "A close call, -3 points to -5. Next best: The ferry; The ford. More speaks against it than for it: -3 points. Check the answer behind that: \"Stones\" to \"What do you carry?\".",
      false },
    { "below-zero-and-the-last-names-both", "water=fast load=stones depth=deep night=no",
      "Every other path is ruled out. Check the answer that rules the rest out: \"Fast\" to \"How is the water?\". More speaks against it than for it: -3 points. Check the answer behind that: \"Stones\" to \"What do you carry?\".",
      false },
    { "nothing-known-is-no-recommendation", "", "4 questions have no answer yet and may change it.",
      false },
    { "open-and-unknown-are-counted-together", "night=unknown",
      "4 questions have no answer yet and may change it.", false },
    { "open-questions-make-it-so-far", "load=cart",
      "A lead so far, 5 points to 0. Next best: The ferry; The ford. 3 questions have no answer yet and may change it.",
      false },
    { "a-close-call-so-far", "water=slow",
      "A close call so far, 1 point to 0. Next best: The bridge; The ferry. 3 questions have no answer yet and may change it.",
      false },
    { "a-tie-so-far", "load=hat depth=deep",
      "An exact tie so far, at 0 points: the path named above is first only because the tree prefers it to: The ferry. 2 questions have no answer yet and may change it.",
      false },
    { "an-unknown-is-not-sure", "water=still load=cart depth=deep night=unknown",
      "A lead so far, 5 points to 0. Next best: The ferry. 1 question has no answer yet and may change it.",
      false },
};

static void test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Situation) situation = situation_new(row->answers);
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
    g_assert_cmpstr(situation->brief->sureness, ==, "It is the only path that this tree has.");
    g_assert_true(situation->brief->is_sure);
}

static void test_what_no_answer_takes_from_the_winner_is_sought_in_what_rules_out(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "questions:\n  - id: water\n",
        "always: [{disfavour: [bridge, ferry], strength: slight, because: It is far.}]\n"
        "questions:\n  - id: water\n");
    g_autoptr(Situation) situation = situation_of(yaml, "water=high load=hat depth=deep night=no");
    g_assert_nonnull(strstr(situation->brief->sureness,
                            "-1 point. Check the answer that rules other paths out: \"High\" to "
                            "\"How is the water?\"."));
}

static void test_a_long_list_is_counted_at_its_end(void)
{
    g_autofree char *yaml =
        situation_yaml_with("{id: hat, label: A hat}",
                            "{id: hat, label: A hat, effects: [{rule_out: ford, because: x}]}");
    g_autoptr(Situation) situation =
        situation_of(yaml, "water=high load=goat,wolf,hat depth=deep night=no");
    g_assert_nonnull(strstr(situation->brief->sureness,
                            "\"A wolf\" to \"What do you carry?\"; and 1 more. Where"));
}

static void test_several_answers_may_each_rule_all_out(void)
{
    g_autofree char *yaml =
        situation_yaml_with("{id: hat, label: A hat}",
                            "{id: hat, label: A hat,\n"
                            "         effects: [{rule_out: [ferry, ford, bridge], because: x}]}");
    g_autoptr(Situation) situation =
        situation_of(yaml, "water=flood load=goat,hat depth=deep night=no");
    g_assert_cmpstr(situation->brief->sureness, ==,
                    "Each of these answers alone rules out every path: \"A flood\" to \"How is the "
                    "water?\"; \"A hat\" to \"What do you carry?\". Check that they are as firm as "
                    "they were given.");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/brief/sureness/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/brief/sureness/a-tree-of-one-path-has-no-rival",
                    test_a_tree_of_one_path_has_no_rival);
    g_test_add_func(
        "/brief/sureness/what-no-answer-takes-from-the-winner-is-sought-in-what-rules-out",
        test_what_no_answer_takes_from_the_winner_is_sought_in_what_rules_out);
    g_test_add_func("/brief/sureness/a-long-list-is-counted-at-its-end",
                    test_a_long_list_is_counted_at_its_end);
    g_test_add_func("/brief/sureness/several-answers-may-each-rule-all-out",
                    test_several_answers_may_each_rule_all_out);
    return g_test_run();
}
