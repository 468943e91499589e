// SPDX-License-Identifier: Apache-2.0
// `tree test`: what failed and why, in three formats; what the cases do not reach or would not notice.
#include "session.h"

#include <string.h>

static const char two_cases[] =
    "cases:\n"
    "  - {name: right, answers: {who: family}, expect: {outcome: road}}\n"
    "  - {name: 'wrong # <&\"]]> \\', answers: {who: family}, expect: {outcome: path, ruled_out: [path]}}\n";

static char *walk(void)
{
    return tree_path("walk");
}

static void test_difference_and_reasons(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    const char *cases = home_write(home, "cases.yaml", two_cases);
    g_autoptr(Run) tested = run(home, "tree", "test", "--cases", cases, tree, NULL);
    expect_status(tested, 1);
    expect_out(tested, "cases.yaml:3: wrong # <&\"]]> \\\n");
    expect_out(tested, "\n    outcome    expected  path\n               got       road\n");
    expect_out(tested, "\n    ruled_out  expected  path\n               got       nothing\n");
    expect_out(tested, "\n    road has a score of ");
    expect_out(tested, "\n    path has a score of ");
    expect_out(tested, "who: family\n");
    expect_out(tested, "cases that hold: 1, that fall short: 1\n");
}

static void test_several_trees(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    g_autoptr(Run) both = run(home, "tree", "test", tree, tree, NULL);
    expect_status(both, 0);
    expect_out(both, "cases that hold: 2, that fall short: 0\n");
    // One that cannot be read is told, and the others are tested all the same.
    g_autoptr(Run) one = run(home, "tree", "test", "/nowhere.yaml", tree, NULL);
    expect_status(one, 2);
    expect_one_line_err(one);
    expect_out(one, "cases that hold: 1, that fall short: 0\n");
}

static void test_tap(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    const char *cases = home_write(home, "cases.yaml", two_cases);
    g_autoptr(Run) tested =
        run(home, "tree", "test", "--format", "tap", "--coverage", "--cases", cases, tree, NULL);
    expect_status(tested, 1);
    g_assert_true(g_str_has_prefix(
        tested->out,
        "TAP version 14\n1..2\nok 1 - right\nnot ok 2 - wrong \\# <&\"]]> \\\\\n  ---\n"));
    expect_out(tested, "\n    outcome:\n      expected: \"path\"\n      got: \"road\"\n");
    expect_out(tested, "\n  ...\n# ");
    // Every line is of one of TAP's kinds.
    g_auto(GStrv) lines = g_strsplit(tested->out, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++)
        g_assert_true(lines[i][0] == '\0' || g_str_has_prefix(lines[i], "TAP version 14") ||
                      g_str_has_prefix(lines[i], "1..2") || g_str_has_prefix(lines[i], "ok ") ||
                      g_str_has_prefix(lines[i], "not ok ") || g_str_has_prefix(lines[i], "  ") ||
                      g_str_has_prefix(lines[i], "# "));
}

static void test_junit(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    const char *cases = home_write(home, "cases.yaml", two_cases);
    g_autoptr(Run) tested =
        run(home, "tree", "test", "--format", "junit", "--coverage", "--cases", cases, tree, NULL);
    expect_status(tested, 1);
    expect_out(tested, "<testsuites tests=\"2\" failures=\"1\" errors=\"0\">");
    expect_out(tested, "name=\"wrong # &lt;&amp;&quot;]]&gt; \\\"");
    expect_out(tested, "message=\"outcome: expected path, got road; ruled_out: expected path, got "
                       "nothing\"");
    expect_out(tested, "/cases.yaml:3&#10;outcome: expected path, got road&#10;");
    expect_out(tested, "<system-out>");
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    if (xmllint == NULL) {
        g_test_message("xmllint is not installed: the XML was not parsed");
        return;
    }
    const char *path = home_write(home, "junit.xml", tested->out);
    g_autofree char *names =
        command_output(home, LIST(xmllint, "--xpath", "string(//testcase[failure]/@name)", path));
    g_assert_cmpstr(g_strchomp(names), ==, "wrong # <&\"]]> \\");
}

static void test_wrong_options(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    g_autoptr(Run) format = run(home, "tree", "test", "--format", "junti", tree, NULL);
    expect_status(format, 2);
    expect_err(format, "unknown format 'junti'; did you mean 'junit'?");
    g_autoptr(Run) percent =
        run(home, "tree", "test", "--coverage", "--fail-under", "101", tree, NULL);
    expect_status(percent, 2);
    expect_one_line_err(percent);
    g_autoptr(Run) alone = run(home, "tree", "test", "--fail-under", "50", tree, NULL);
    expect_status(alone, 2);
    expect_one_line_err(alone);
}

static void test_coverage(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    const char *cases = home_write(home, "cases.yaml", two_cases);
    g_autoptr(Run) covered = run(home, "tree", "test", "--coverage", "--cases", cases, tree, NULL);
    expect_out(covered, "/walk.yaml:");
    expect_out(covered, ": no case chooses 'who: ");
    expect_not_out(covered, "no case chooses 'who: family'");
    const char *good =
        home_write(home, "good.yaml",
                   "cases: [{name: right, answers: {who: family}, expect: {outcome: road}}]\n");
    g_autoptr(Run) free = run(home, "tree", "test", "--coverage", "--cases", good, tree, NULL);
    expect_status(free, 0);
    g_autoptr(Run) bound =
        run(home, "tree", "test", "--coverage", "--fail-under", "100", "--cases", good, tree, NULL);
    expect_status(bound, 1);
    g_autoptr(Run) low =
        run(home, "tree", "test", "--coverage", "--fail-under", "1", "--cases", good, tree, NULL);
    expect_status(low, 0);
}

/* The cases that a run prints, as a file of cases; NULL where there are none. */
static char *cases_printed(const char *out)
{
    g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
    g_autoptr(GString) text = g_string_new("cases:\n");
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (g_str_has_prefix(lines[i], "  - name: ") ||
            g_str_has_prefix(lines[i], "    answers: ") ||
            g_str_has_prefix(lines[i], "    expect: "))
            g_string_append_printf(text, "%s\n", lines[i]);
    }
    return strstr(text->str, "- name") != NULL ? g_string_free(g_steal_pointer(&text), FALSE)
                                               : NULL;
}

/* What is printed can be pasted: it holds on the tree, and then all is noticed. */
static void test_mutants_are_noticed_by_what_is_printed(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = walk();
    const char *none = home_write(home, "none.yaml", "cases: []\n");
    g_autoptr(Run) first = run(home, "tree", "test", "--mutants", "--cases", none, tree, NULL);
    expect_status(first, 0);
    expect_out(first, " 0 noticed, ");
    expect_out(first, "/walk.yaml:");
    expect_out(first, "no case fails without this effect");
    expect_out(first, "the shortest case that would:");
    g_autoptr(Run) bound =
        run(home, "tree", "test", "--mutants", "--fail-under", "90", "--cases", none, tree, NULL);
    expect_status(bound, 1);
    g_autofree char *printed = cases_printed(first->out);
    g_assert_nonnull(printed);
    const char *pasted = home_write(home, "pasted.yaml", printed);
    g_autoptr(Run) second = run(home, "tree", "test", "--mutants", "--fail-under", "100", "--cases",
                                pasted, tree, NULL);
    expect_status(second, 0);
    expect_out(second, " 0 not noticed, ");
    expect_out(second, ", that fall short: 0\n");
}

/* Each shipped tree's own cases choose every option, and notice nine in ten of the faults that change a
 * decision. */
static void test_shipped_trees(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *folder = source_path("decision-trees");
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    size_t n = 0;
    g_assert_nonnull(dir);
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        g_autoptr(Run) tested =
            run(home, "tree", "test", "--coverage", "--mutants", "--fail-under", "90", path, NULL);
        g_test_message("%s", name);
        expect_status(tested, 0);
        expect_not_out(tested, "no case chooses");
        expect_out(tested, ", 0 undecided; ");
        n++;
    }
    g_assert_cmpuint(n, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-test/tells-the-difference-and-what-decided",
                    test_difference_and_reasons);
    g_test_add_func("/cli/tree-test/takes-several-trees", test_several_trees);
    g_test_add_func("/cli/tree-test/writes-tap", test_tap);
    g_test_add_func("/cli/tree-test/writes-junit", test_junit);
    g_test_add_func("/cli/tree-test/refuses-wrong-options", test_wrong_options);
    g_test_add_func("/cli/tree-test/lists-what-no-case-reaches", test_coverage);
    g_test_add_func("/cli/tree-test/what-it-prints-notices-every-mutant",
                    test_mutants_are_noticed_by_what_is_printed);
    g_test_add_func("/cli/tree-test/shipped-trees-cases-reach-and-notice", test_shipped_trees);
    return g_test_run();
}
