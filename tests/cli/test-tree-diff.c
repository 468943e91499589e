// SPDX-License-Identifier: Apache-2.0
// `tree diff`: what two trees say and decide otherwise, for people and as JSON.
#include "session.h"

#define TOP                                                                                        \
    "fingerpost: 1\nid: t\nversion: \"%s\"\ntitle: T\nlanguage: en\nstrengths: {strong: 5}\n"      \
    "prefer: [o1, o2]\noutcomes: {o1: {title: One}, o2: {title: Two}}\n"                           \
    "questions:\n"                                                                                 \
    "  - id: %s\n    ask: Q?\n    type: one\n    options:\n"                                       \
    "      - {id: a, label: A}\n"                                                                  \
    "      - {id: %s, label: B, effects: [{favour: %s, strength: strong, because: x}]}\n"          \
    "  - {id: many, ask: M?, type: many, options: [{id: x, label: X}, {id: y, label: Y}]}\n"

static const char *write_tree(Home *home, const char *name, const char *version,
                              const char *question, const char *option, const char *outcome)
{
    g_autofree char *text = g_strdup_printf(TOP, version, question, option, outcome);
    return home_write(home, name, text);
}

static void test_the_same(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = write_tree(home, "a.yaml", "1", "q", "b", "o2");
    g_autoptr(Run) same = run(home, "tree", "diff", "--exit-code", tree, tree, NULL);
    expect_status(same, 0);
    expect_out(same, "Both say the same.\n");
    expect_out(same, "No decision changes. Sheets that are valid in both: 6.\n");
}

/* Of the 2 answers to q and the 3 to many, those with b change. */
static void test_changes(void)
{
    g_autoptr(Home) home = home_new();
    const char *before = write_tree(home, "a.yaml", "1", "q", "b", "o2");
    const char *after = write_tree(home, "b.yaml", "2", "q", "b", "o1");
    g_autoptr(Run) told = run(home, "tree", "diff", before, after, NULL);
    expect_status(told, 0);
    expect_out(told, "  ~ tree tree: version\n      - 1\n      + 2\n");
    expect_out(told, "  - effect q/b\n      - favour o2, strong\n");
    expect_out(told, "  + effect q/b\n      + favour o1, strong\n");
    expect_out(told, "Decisions that change: 3 of 6 sheets that are valid in both (50.00 %)\n");
    expect_out(told, "  o2 -> o1: sheets: 3\n      {q: b, many: [");
    g_autoptr(Run) bound = run(home, "tree", "diff", "--exit-code", before, after, NULL);
    expect_status(bound, 1);
}

static void test_json(void)
{
    g_autoptr(Home) home = home_new();
    const char *before = write_tree(home, "a.yaml", "1", "q", "b", "o2");
    const char *after = write_tree(home, "b.yaml", "2", "q", "b", "o1");
    g_autoptr(Run) told = run(home, "tree", "diff", "--json", before, after, NULL);
    g_autoptr(Json) json = json_read(told->out);
    expect_status(told, 0);
    expect_json(json, "before.version", "1");
    expect_json(json, "after.version", "2");
    expect_json(json, "changes.0.change", "changed");
    expect_json(json, "changes.0.thing", "tree");
    expect_json(json, "changes.0.field", "version");
    expect_json(json, "decisions.status", "counted");
    expect_json(json, "decisions.sheets", "6");
    expect_json(json, "decisions.changed", "3");
    expect_json(json, "decisions.outcomes.0.from", "o2");
    expect_json(json, "decisions.outcomes.0.to", "o1");
    expect_json(json, "decisions.outcomes.0.sheets", "3");
    expect_json(json, "decisions.outcomes.0.answers.q", "b");
    g_assert_cmpuint(json_length(json, "decisions.outcomes.0.answers.many"), ==, 1);
}

/* Names that both trees find: `decide` takes the sheet with either. */
static void test_renamed(void)
{
    g_autoptr(Home) home = home_new();
    const char *before = write_tree(home, "a.yaml", "1", "q", "b", "o2");
    const char *after = write_tree(home, "b.yaml", "2", "r\n    was: [q]", "c, was: [b]", "o1");
    g_autoptr(Run) told = run(home, "tree", "diff", before, after, NULL);
    expect_out(told, "  ~ question r: id\n      - q\n      + r\n");
    expect_out(told, "Decisions that change: 3 of 6 ");
    expect_out(told, "      {q: b, many: [");
    // The other way round the old names are those of the second.
    g_autoptr(Run) back = run(home, "tree", "diff", after, before, NULL);
    expect_out(back, "Decisions that change: 3 of 6 ");
    expect_out(back, "      {q: b, many: [");
    g_autoptr(Run) decided = run_with_input(home, "{answers: {q: b, many: [x]}}", "decide",
                                            "--answers", "-", "--tree", after, NULL);
    expect_status(decided, 0);
}

static void test_faults(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = write_tree(home, "a.yaml", "1", "q", "b", "o2");
    g_autoptr(Run) one = run(home, "tree", "diff", tree, NULL);
    expect_status(one, 2);
    g_autoptr(Run) missing = run(home, "tree", "diff", tree, "/nowhere.yaml", NULL);
    expect_status(missing, 2);
    expect_one_line_err(missing);
    expect_silent_out(missing);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-diff/finds-nothing-where-nothing-changed", test_the_same);
    g_test_add_func("/cli/tree-diff/tells-what-is-said-and-decided-otherwise", test_changes);
    g_test_add_func("/cli/tree-diff/writes-json", test_json);
    g_test_add_func("/cli/tree-diff/names-sheets-as-both-trees-do", test_renamed);
    g_test_add_func("/cli/tree-diff/tells-faults", test_faults);
    return g_test_run();
}
