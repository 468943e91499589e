// SPDX-License-Identifier: Apache-2.0
// The shipped trees are sound, and the same answers give the same verdict whichever way they come.
#include "session.h"

#include <string.h>

static GStrv shipped_trees(void)
{
    g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
    g_autofree char *folder = source_path("decision-trees");
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".yaml"))
            g_strv_builder_add(paths, path);
    }
    return g_strv_builder_end(paths);
}

static void test_shipped_trees_check(void)
{
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) paths = shipped_trees();
    g_assert_cmpuint(g_strv_length(paths), >, 0);
    for (size_t i = 0; paths[i] != NULL; i++) {
        g_autoptr(Run) checked = run(home, "tree", "check", paths[i], NULL);
        expect_status(checked, 0);
        expect_silent_err(checked);
        expect_out(checked, "no faults");
    }
}

static void test_shipped_trees_hold_their_cases(void)
{
    g_autoptr(Home) home = home_new();
    g_auto(GStrv) paths = shipped_trees();
    for (size_t i = 0; paths[i] != NULL; i++) {
        g_autoptr(Run) tested = run(home, "tree", "test", paths[i], NULL);
        expect_status(tested, 0);
        expect_out(tested, ", that fall short: 0\n");
        expect_not_out(tested, "cases that hold: 0,"); // none at all would prove nothing
    }
}

// Who knows nothing comes to an end too, and it is saved; who says nothing leaves nothing.
static void test_shipped_trees_unknown(void)
{
    g_auto(GStrv) paths = shipped_trees();
    g_autoptr(GString) input = g_string_new(NULL);
    for (size_t i = 0; i < 1000; i++)
        g_string_append(input, "u\n");
    for (size_t i = 0; paths[i] != NULL; i++) {
        g_autoptr(Home) home = home_new();
        g_autoptr(Run) silent = run_with_input(home, "", "ask", "--plain", paths[i], NULL);
        expect_status(silent, 0);
        expect_out(silent, "no session was saved");
        g_autoptr(Run) asked = run_with_input(home, input->str, "ask", "--plain", paths[i], NULL);
        expect_status(asked, 0);
        expect_silent_err(asked);
        expect_out(asked, "Nothing can be recommended yet");
        expect_out(asked, "fingerpost show --full 1");
        g_autoptr(Json) list = list_history(home);
        expect_json(list, "0.state", "finished");
    }
}

static void test_usual_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) tested = run(home, "tree", "test", NULL);
    expect_status(tested, 0);
}

static void test_trees_of_the_tests(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Run) checked = run(home, "tree", "check", path, NULL);
    expect_status(checked, 0);
    expect_out(checked, "questions: 5, outcomes: 2, rules: 1");
    g_autoptr(Run) tested = run(home, "tree", "test", path, NULL);
    expect_out(tested, "cases that hold: 1, that fall short: 0");
}

static void test_faults_are_placed(void)
{
    g_autoptr(Home) home = home_new();
    home_write(
        home, "bad.yaml",
        "fingerpost: 1\nid: bad\nversion: \"1\"\ntitle: A tree\nlanguage: en\n"
        "strengths: {strong: 5}\nprefer: [a]\noutcomes: {a: {title: A}}\n"
        "questions:\n  - {id: q, ask: Q?, typ: one, options: [{id: x, label: X}, {id: y, label: Y}]}\n"
        "  - {id: r, ask: R?, type: one, when: {qq: x}, options: [{id: x, label: X}, {id: y, label: Y}]}\n");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "check", "bad.yaml"),
                                 .folder = home_path(home, "") };
    g_autoptr(Run) checked = program_run(&setup);
    expect_status(checked, 1);
    expect_silent_out(checked);
    g_assert_true(g_str_has_prefix(checked->err, "bad.yaml:10:"));
    expect_err(checked, "\nbad.yaml:11:");
    expect_err(checked, "'type'");
    expect_err(checked, "'q'");
    expect_err(checked, "^");
}

static void test_failing_cases(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const char *cases =
        home_write(home, "cases.yaml",
                   "cases:\n  - {name: right, answers: {who: family}, expect: {outcome: road}}\n"
                   "  - {name: wrong, answers: {who: family}, expect: {outcome: path}}\n");
    g_autoptr(Run) tested = run(home, "tree", "test", "--cases", cases, path, NULL);
    expect_status(tested, 1);
    expect_out(tested, "wrong");
    expect_out(tested, "cases that hold: 1, that fall short: 1");
    // The place is that of the case, in the file that it stands in.
    expect_out(tested, "cases.yaml:3:");
}

// A file's name and a case's name are other people's text.
static void test_hostile_names(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("hostile");
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    home_write(home, "\033[2J\xE2\x80\xAE.yaml", text);
    const ProgramSetup check = { .home = home,
                                 .arguments = LIST("tree", "check", "\033[2J\xE2\x80\xAE.yaml"),
                                 .folder = home_path(home, "") };
    g_autoptr(Run) checked = program_run(&check);
    expect_status(checked, 0);
    expect_printable(checked);
    ProgramSetup test = check;
    test.arguments = LIST("tree", "test", "\033[2J\xE2\x80\xAE.yaml");
    g_autoptr(Run) tested = program_run(&test);
    expect_status(tested, 1);
    expect_printable(tested);
}

static void test_bad_cases(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const char *cases =
        home_write(home, "cases.yaml",
                   "cases:\n  - {name: wrong, answers: {who: famly}, expect: {outcome: roadd}}\n");
    g_autoptr(Run) tested = run(home, "tree", "test", "--cases", cases, path, NULL);
    expect_status(tested, 2);
    expect_err(tested, "cases.yaml:2:");
    expect_err(tested, "famly");
    expect_err(tested, "roadd");
    g_autoptr(Run) missing = run(home, "tree", "test", "--cases", "/nowhere.yaml", path, NULL);
    expect_status(missing, 2);
    expect_one_line_err(missing);
}

// Bad input, not a fault of the tree; the file is named once.
static void test_unreadable(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) checked = run(home, "tree", "check", "/nowhere/tree.yaml", NULL);
    expect_status(checked, 2);
    expect_one_line_err(checked);
    expect_err(checked, "fingerpost: cannot read '/nowhere/tree.yaml': ");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "check", "folder"),
                                 .folder = home_path(home, "") };
    g_assert_cmpint(g_mkdir_with_parents(home_path(home, "folder"), 0700), ==, 0);
    g_autoptr(Run) folder = program_run(&setup);
    expect_status(folder, 2);
    expect_err(folder, "cannot read 'folder': it is a folder");
}

// What lies about in the folder is not taken for an installed tree.
static void test_folder_with_a_trees_name(void)
{
    g_autoptr(Home) home = home_new();
    g_assert_cmpint(g_mkdir_with_parents(home_path(home, "claude-deployment"), 0700), ==, 0);
    const ProgramSetup usual = { .home = home,
                                 .arguments = LIST("tree", "test"),
                                 .folder = home_path(home, "") };
    g_autoptr(Run) tested = program_run(&usual);
    expect_status(tested, 0);
    ProgramSetup named = usual;
    named.arguments = LIST("tree", "check", "claude-deployment");
    g_autoptr(Run) checked = program_run(&named);
    expect_status(checked, 0);
}

/* ---- One engine behind all ---- */

// What a person might type, right or wrong, for as many questions as a tree can have.
static char *random_lines(void)
{
    static const char *const lines[] = { "1", "2", "3", "4",    "1 2", "2,3",
                                         "u", "1", "2", "none", "b",   "+" };
    g_autoptr(GString) input = g_string_new(NULL);
    for (size_t i = 0; i < 70; i++) {
        gint32 line = g_test_rand_int_range(0, G_N_ELEMENTS(lines));
        g_string_append_printf(input, "%s\n", lines[line]);
    }
    return g_string_free(g_steal_pointer(&input), FALSE);
}

// The object under "answers", as it stands in what `show --json` prints.
static char *sheet_of(const char *json)
{
    const char *start = strstr(json, "\"answers\": ");
    const char *end = start != NULL ? strstr(start, ",\n  \"open\"") : NULL;
    g_assert_nonnull(end);
    g_autofree char *answers = g_strndup(start, (size_t)(end - start));
    return g_strdup_printf("{%s}", answers);
}

static void expect_same_decision(Home *home, const char *tree)
{
    g_autoptr(Run) shown = run(home, "show", "--json", "last", NULL);
    expect_status(shown, 0);
    g_autofree char *sheet = sheet_of(shown->out);
    g_autoptr(Json) json = json_read(shown->out);
    g_autoptr(Run) decided = run_with_input(home, sheet, "decide", "--answers", "-", "--tree", tree,
                                            "--json", "--as-of", json_at(json, "as_of"), NULL);
    expect_status(decided, 0);
    g_assert_cmpstr(decided->out, ==, shown->out);
}

static void test_plain_and_decide_agree(gconstpointer data)
{
    g_autofree char *tree =
        g_str_has_prefix(data, "decision-trees/") ? source_path(data) : tree_path(data);
    for (size_t i = 0; i < 8; i++) {
        g_autoptr(Home) home = home_new();
        g_autofree char *input = random_lines();
        g_autoptr(Run) asked = run_with_input(home, input, "ask", "--plain", tree, NULL);
        expect_status(asked, 0);
        expect_same_decision(home, tree);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/trees/shipped-ones-are-sound", test_shipped_trees_check);
    g_test_add_func("/cli/trees/shipped-ones-end-where-nothing-is-known",
                    test_shipped_trees_unknown);
    g_test_add_func("/cli/trees/shipped-ones-hold-their-cases",
                    test_shipped_trees_hold_their_cases);
    g_test_add_func("/cli/trees/the-usual-one-needs-no-name", test_usual_tree);
    g_test_add_func("/cli/trees/those-of-the-tests-are-sound", test_trees_of_the_tests);
    g_test_add_func("/cli/trees/faults-are-placed", test_faults_are_placed);
    g_test_add_func("/cli/trees/cases-that-fail-are-placed", test_failing_cases);
    g_test_add_func("/cli/trees/hostile-names-are-made-printable", test_hostile_names);
    g_test_add_func("/cli/trees/cases-with-faults-are-told", test_bad_cases);
    g_test_add_func("/cli/trees/one-that-cannot-be-read-is-told", test_unreadable);
    g_test_add_func("/cli/trees/a-folder-of-the-same-name-is-no-tree",
                    test_folder_with_a_trees_name);
    g_test_add_data_func("/cli/trees/plain-and-decide-agree/walk", "walk",
                         test_plain_and_decide_agree);
    g_test_add_data_func("/cli/trees/plain-and-decide-agree/shipped",
                         "decision-trees/claude-deployment.yaml", test_plain_and_decide_agree);
    return g_test_run();
}
