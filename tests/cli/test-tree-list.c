// SPDX-License-Identifier: Apache-2.0
// `tree list`: every installed tree, each with where it is, the broken ones too.
#include "session.h"

#include <string.h>

static void install(Home *home, const char *name, const char *text)
{
    g_autofree char *folder =
        g_build_filename(home_path(home, "data"), "fingerpost", "decision-trees", NULL);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static const char small[] =
    "fingerpost: 1\nid: small\nversion: \"7\"\ntitle: A small one\nsummary: Short.\nlanguage: en\n"
    "strengths: {}\nprefer: [a]\noutcomes: {a: {title: A}}\nquestions:\n"
    "  - {id: q, ask: Q?, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}\n";

static void test_table(void)
{
    g_autoptr(Home) home = home_new();
    install(home, "small.yaml", small);
    g_autoptr(Run) list = run(home, "tree", "list", NULL);
    expect_status(list, 0);
    expect_silent_err(list);
    g_assert_true(g_str_has_prefix(list->out, "Tree "));
    expect_out(list, "\nclaude-deployment  2026.11  20         Which path to Claude? ");
    expect_out(list, "\nmay-i-paste        2026.11  5          May I paste this? ");
    expect_out(list, "\nvendor-review      2026.11  17         May this AI vendor have our data? ");
    expect_out(list, "\nsmall              7        1          A small one ");
    expect_out(list, "data/fingerpost/decision-trees/small.yaml\n");
}

static void test_json(void)
{
    g_autoptr(Home) home = home_new();
    install(home, "a-small.yaml", small); // sorted by id, so the first
    g_autoptr(Run) list = run(home, "tree", "list", "--json", NULL);
    expect_status(list, 0);
    g_autoptr(Json) json = json_read(list->out);
    g_assert_cmpuint(json_length(json, ""), ==, 4);
    expect_json(json, "0.id", "a-small");
    expect_json(json, "0.version", "7");
    expect_json(json, "0.title", "A small one");
    expect_json(json, "0.summary", "Short.");
    expect_json(json, "0.language", "en");
    expect_json(json, "0.questions", "1");
    expect_json(json, "0.has_faults", "false");
    g_assert_true(g_str_has_suffix(json_at(json, "0.file"), "/decision-trees/a-small.yaml"));
    expect_json(json, "1.id", "claude-deployment");
}

// It is there, and its author looks for it.
static void test_faults(void)
{
    g_autoptr(Home) home = home_new();
    install(home, "broken.yaml", "fingerpost: 1\n");
    g_autoptr(Run) list = run(home, "tree", "list", NULL);
    expect_status(list, 0);
    expect_out(list, "\nbroken             -        -          has faults ");
    expect_err(list, "broken.yaml' has faults; 'fingerpost tree check' with this file names them");
    expect_one_line_err(list);
    g_autoptr(Run) as_json = run(home, "tree", "list", "--json", NULL);
    g_autoptr(Json) json = json_read(as_json->out);
    expect_json(json, "0.id", "broken");
    expect_json(json, "0.has_faults", "true");
    expect_json(json, "0.title", "null");
    expect_json(json, "0.questions", "null");
}

static void test_hostile_title(void)
{
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) parts = g_strsplit(small, "A small one", 2);
    g_autofree char *text = g_strjoinv("\"a\\u200bb\\u00adc\"", parts);
    install(home, "hidden.yaml", text);
    g_autoptr(Run) list = run(home, "tree", "list", NULL);
    expect_status(list, 0);
    expect_out(list, "a<U+200B>b<U+00AD>c");
    expect_printable(list);
}

static void test_takes_nothing(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) list = run(home, "tree", "list", "more", NULL);
    expect_status(list, 2);
    expect_err(list, "'tree list' does not take 'more'");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-list/each-tree-is-a-row", test_table);
    g_test_add_func("/cli/tree-list/json-has-it-all", test_json);
    g_test_add_func("/cli/tree-list/one-with-faults-is-listed", test_faults);
    g_test_add_func("/cli/tree-list/a-hostile-title-is-made-printable", test_hostile_title);
    g_test_add_func("/cli/tree-list/it-takes-no-argument", test_takes_nothing);
    return g_test_run();
}
