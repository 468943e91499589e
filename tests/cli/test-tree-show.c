// SPDX-License-Identifier: Apache-2.0
// `tree show`: the whole tree as a page, every question and option of it, in lines that fit.
#include "program.h"

#include <string.h>

static Run *show_tree(Home *home, const char *name, const char *option)
{
    g_autofree char *path = tree_path(name);
    return option != NULL ? run(home, "tree", "show", option, path, NULL)
                          : run(home, "tree", "show", path, NULL);
}

static const char walk_page[] = "Which way to the lake?\n"
                                "walk, version 1: 5 questions, 2 outcomes, 1 rule\n"
                                "\n"
                                "A small tree for tests. It points to the road or to the path.\n"
                                "\n"
                                "Points: strong 5, slight 1.\n"
                                "Where points are equal the earlier wins: road, path.\n"
                                "\n"
                                "OUTCOMES\n"
                                "  The road [road]\n"
                                "    Broad and dry.\n"
                                "  The path [path]\n"
                                "    Narrow and steep.\n"
                                "\n"
                                "WHO WALKS\n"
                                "  1. Who walks? [who]\n"
                                "      Children walk slowly.\n"
                                "      One of:\n"
                                "      ( ) A family [family]\n"
                                "          With children.\n"
                                "\n"
                                "          1-family.1. How old is the youngest? [children]\n"
                                "              One of:\n"
                                "              ( ) Carried [baby]\n"
                                "              ( ) Walks alone [child]\n"
                                "\n"
                                "      ( ) One person [alone]\n"
                                "      ( ) A club [club]\n"
                                "\n"
                                "WHAT THEY CARRY\n"
                                "  2. What do they carry? [gear]\n"
                                "      One or several of:\n"
                                "      [ ] A tent [tent]\n"
                                "      [ ] A rope [rope]\n"
                                "      [ ] Food [food]\n"
                                "      [ ] Nothing at all [nothing], and no other\n"
                                "\n"
                                "  3. How many hours have they? [hours]\n"
                                "      A number (hours), in one of:\n"
                                "      - Less than six [few]\n"
                                "      - Six or more [lots]\n"
                                "\n"
                                "  4. May it rain? [rain]\n"
                                "      Asked when who is one of family, club.\n"
                                "      One of:\n"
                                "      ( ) It may [wet]\n"
                                "      ( ) It will not [dry]\n"
                                "\n"
                                "RULES\n"
                                "  [ropes-in-rain]\n"
                                "    When gear has rope and rain is wet.\n"
                                "\n"
                                "CONTROLS\n"
                                "  Good boots [boots] (you)\n";

static void test_page(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) shown = show_tree(home, "walk", NULL);
    expect_status(shown, 0);
    g_assert_cmpstr(shown->out, ==, walk_page);
}

static void test_reasons(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) shown = show_tree(home, "walk", "--reasons");
    expect_status(shown, 0);
    expect_out(shown, "          With children.\n"
                      "          > +5 road\n"
                      "            Children walk on roads.\n"
                      "            [road-open]\n");
    expect_out(shown, "                  > requires boots\n");
    expect_out(shown, "          > -1 path\n            Tents are heavy.\n");
    expect_out(shown, "          > rules out path\n            The path is short.\n");
    expect_out(shown, "    > advises: Keep the rope dry.\n");
    expect_out(shown, "    - Limit: It is longer.\n");
    expect_out(shown, "    - The way of the data: Home > Lake\n");
    expect_out(shown, "    - Walkers has full access to the road\n      [road-open]\n");
    expect_out(shown, "    - Next: Buy a map. (you)\n");
    expect_out(shown, "      Children walk slowly.\n      [road-open]\n");
    expect_out(shown, "\nFACTS CITED\n  [road-open] ");
}

static void test_staleness_follows_the_day(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = source_path("decision-trees/vendor-review.yaml");
    g_autoptr(Run) early = run(home, "tree", "show", "-r", "--as-of", "2026-10-31", path, NULL);
    g_autoptr(Run) late = run(home, "tree", "show", "-r", "--as-of", "2026-11-01", path, NULL);
    expect_status(early, 0);
    g_assert_cmpuint(strlen(late->out), >, strlen(early->out)); // one more is due for review
    expect_out(late, "(due for review)");
    g_autoptr(Run) wrong = run(home, "tree", "show", "--as-of", "soon", path, NULL);
    expect_status(wrong, 2);
    expect_one_line_err(wrong);
}

// The shipped trees: nothing is left out, and no line but an address is too long.
static void test_shipped_tree(gconstpointer id)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) shown = run(home, "tree", "show", "--reasons", (const char *)id, NULL);
    expect_status(shown, 0);
    expect_printable(shown);
    g_auto(GStrv) lines = g_strsplit(shown->out, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (strstr(lines[i], "http") == NULL)
            g_assert_cmpint(g_utf8_strlen(lines[i], -1), <=, 80);
        g_assert_false(g_str_has_suffix(lines[i], " "));
    }
    g_autofree char *name = g_strdup_printf("decision-trees/%s.yaml", (const char *)id);
    g_autofree char *path = source_path(name), *yaml = NULL;
    g_assert_true(g_file_get_contents(path, &yaml, NULL, NULL));
    g_auto(GStrv) source = g_strsplit(yaml, "\n", -1);
    for (size_t i = 0; source[i] != NULL; i++) {
        const char *id_at = strstr(source[i], "- id: ");
        if (id_at == NULL)
            continue;
        g_auto(GStrv) words = g_strsplit(id_at + strlen("- id: "), "\"", -1);
        g_autofree char *bracketed =
            g_strdup_printf("[%s]", *words[0] != '\0' ? words[0] : words[1]);
        expect_out(shown, bracketed);
    }
}

static void test_usual_tree_and_unknown(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) usual = run(home, "tree", "show", NULL);
    expect_status(usual, 0);
    expect_out(usual, "Which path to Claude?");
    g_autoptr(Run) unknown = run(home, "tree", "show", "vendor-reviw", NULL);
    expect_status(unknown, 2);
    expect_err(unknown, "did you mean 'vendor-review'?");
}

static void test_hostile_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) shown = show_tree(home, "hostile", "--reasons");
    expect_status(shown, 0);
    expect_printable(shown);
}

/* A tree whose guards are of every kind. */
static const char guards[] =
    "fingerpost: 1\nid: g\nversion: \"1\"\ntitle: G\nlanguage: en\nstrengths: {}\nprefer: [a]\n"
    "outcomes: {a: {title: A}}\nquestions:\n"
    "  - {id: one, ask: O?, type: one, options: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]}\n"
    "  - {id: many, ask: M?, type: many, options: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]}\n"
    "  - {id: last, ask: L?, type: one, when: %s, options: [{id: x, label: X}, {id: y, label: Y}]}\n";
static const struct {
    const char *name, *guard, *words;
} guard_rows[] = {
    { "one-option", "{one: x}", "Asked when one is x.\n" },
    { "several-options", "{one: [x, y]}", "Asked when one is one of x, y.\n" },
    { "not", "{not: {one: x}}", "Asked when one is not x.\n" },
    { "none-of", "{not: {one: [x, y]}}", "Asked when one is none of x, y.\n" },
    { "many-has", "{many: x}", "Asked when many has x.\n" },
    { "many-has-not", "{not: {many: x}}", "Asked when many has not x.\n" },
    { "many-one-of", "{many: [x, y]}", "Asked when many has one of x, y.\n" },
    { "many-none-of", "{not: {many: [x, y]}}", "Asked when many has none of x, y.\n" },
    { "many-all-of", "{many: {all: [x, y]}}", "Asked when many has all of x, y.\n" },
    { "many-not-all-of", "{not: {many: {all: [x, y]}}}", "Asked when many has not all of x, y.\n" },
    { "two-entries", "{one: x, many: y}", "Asked when one is x and many has y.\n" },
    { "any", "{any: [{one: x}, {many: y}]}", "Asked when one is x or many has y.\n" },
    { "any-within-all", "{one: x, any: [{one: y}, {many: y}]}",
      "Asked when one is x and (one is y or many has y).\n" },
    { "not-any", "{not: {any: [{one: y}, {many: y}]}}",
      "Asked when not (one is y or many has y).\n" },
    { "many-parts", "{any: [{one: x}, {one: y}, {many: x, one: z}]}",
      "Asked when one of these holds:\n        - one is x\n        - one is y\n"
      "        - many has x and one is z\n" },
    { "many-parts-of-all", "{all: [{one: x}, {not: {one: y}}, {many: x}]}",
      "Asked when all of these hold:\n        - one is x\n        - one is not y\n        - many has x\n" },
};

static void test_guard(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) parts = g_strsplit(guards, "%s", 2);
    g_autofree char *text = g_strjoinv(guard_rows[row].guard, parts);
    g_autoptr(Run) shown = run(home, "tree", "show", home_write(home, "g.yaml", text), NULL);
    expect_status(shown, 0);
    expect_out(shown, guard_rows[row].words);
    // What an unknown answer does there is said where it matters.
    bool has_not = strstr(guard_rows[row].guard, "not:") != NULL;
    g_assert_true((strstr(shown->out, "An unknown or open answer") != NULL) == has_not);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-show/a-page-of-everything", test_page);
    g_test_add_func("/cli/tree-show/reasons-on-request", test_reasons);
    g_test_add_func("/cli/tree-show/a-fact-is-due-from-its-day-on", test_staleness_follows_the_day);
    g_test_add_data_func("/cli/tree-show/shipped/vendor-review", "vendor-review",
                         test_shipped_tree);
    g_test_add_data_func("/cli/tree-show/shipped/claude-deployment", "claude-deployment",
                         test_shipped_tree);
    g_test_add_func("/cli/tree-show/the-usual-tree-needs-no-name", test_usual_tree_and_unknown);
    g_test_add_func("/cli/tree-show/hostile-text-is-made-printable", test_hostile_tree);
    for (size_t i = 0; i < G_N_ELEMENTS(guard_rows); i++) {
        g_autofree char *path = g_strconcat("/cli/tree-show/guard/", guard_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_guard);
    }
    return g_test_run();
}
