// SPDX-License-Identifier: Apache-2.0
#include "json.h"
#include "program.h"

#include <string.h>

static Run *decide(Home *home, const char *sheet, const char *option)
{
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = {
        .home = home,
        .arguments = LIST("decide", "--tree", tree, "--answers", "-", option),
        .input = sheet,
    };
    return program_run(&setup);
}

/* ---- Sheets ---- */

static const struct {
    const char *name, *sheet, *outcome, *open;
} sheets[] = {
    { "yaml", "answers: {who: family, children: baby, gear: [tent], hours: 3, rain: wet}\n", "road",
      "" },
    { "json",
      "{\"answers\": {\"who\": \"club\", \"gear\": [\"rope\"], \"hours\": 3, \"rain\": \"dry\"}}",
      "path", "" },
    { "with-the-trees-id", "{tree: walk, answers: {who: club}}", "path", "gear,hours,rain" },
    { "no-answers", "answers: {}", "road", "who,gear,hours" },
    { "unknown", "answers: {who: unknown, gear: unknown, hours: unknown}", "road", "" },
    { "null-in-json", "{\"answers\": {\"who\": null}}", "road", "gear,hours" },
    { "a-band-for-a-number", "answers: {who: alone, gear: [rope], hours: lots}", "road", "" },
    { "a-byte-order-mark",
      "\xEF\xBB\xBF"
      "answers: {who: club}",
      "path", "gear,hours,rain" },
    { "carriage-returns", "answers:\r\n  who: club\r\n", "path", "gear,hours,rain" },
};

static void test_sheet(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = decide(home, sheets[row].sheet, "--json");
    expect_status(decided, 0);
    expect_silent_err(decided);
    g_autoptr(Json) json = json_read(decided->out);
    expect_json(json, "verdict.outcome", sheets[row].outcome);
    expect_json(json, "open", sheets[row].open);
}

static void test_file_and_pipe_agree(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const char *sheet = home_write(home, "answers.yaml", "answers: {who: family, gear: [food]}\n");
    g_autoptr(Run) from_file =
        run(home, "decide", "--answers", sheet, "--tree", tree, "--json", NULL);
    g_autoptr(Run) from_pipe = decide(home, "answers: {who: family, gear: [food]}\n", "--json");
    expect_status(from_file, 0);
    g_assert_cmpstr(from_file->out, ==, from_pipe->out);
    g_assert_true(g_str_has_suffix(from_file->out, "}\n"));
    g_assert_false(g_str_has_suffix(from_file->out, "\n\n"));
}

static void test_text(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = decide(home, "answers: {who: family, gear: [tent]}", NULL);
    expect_status(decided, 0);
    expect_out(decided, "The road");
    expect_out(decided, "Children walk on roads. [1]");
    expect_out(decided, "https://example.org/road");
    expect_printable(decided);
}

// A verdict is a pure function: another locale, another hour, another folder give the same bytes.
static void test_same_bytes_anywhere(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const char *sheet = home_write(home, "answers.yaml", "answers: {who: family, hours: 2.5}\n");
    const ProgramSetup here = {
        .home = home,
        .arguments =
            LIST("decide", "--answers", sheet, "--tree", tree, "--json", "--as-of", "2026-05-05"),
    };
    ProgramSetup there = here;
    there.environment = LIST("LC_ALL=C", "TZ=Asia/Kathmandu", "LANGUAGE=de", "HOME", "TERM");
    there.folder = "/";
    g_autoptr(Run) one = program_run(&here);
    g_autoptr(Run) two = program_run(&there);
    expect_status(one, 0);
    g_assert_cmpstr(one->out, ==, two->out);
    g_autoptr(Json) json = json_read(one->out);
    expect_json(json, "as_of", "2026-05-05");
    expect_json(json, "answers.hours", "2.5");
}

static void test_no_history_is_made(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = decide(home, "answers: {who: club}", "--json");
    expect_status(decided, 0);
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

/* ---- Bad sheets ---- */

static const struct {
    const char *name, *sheet, *place, *mend;
} bad_sheets[] = {
    { "unknown-question", "answers: {whoo: family}\n", "1:11:", "did you mean 'who'" },
    { "unknown-option", "answers:\n  who: famly\n", "2:8:", "did you mean 'family'" },
    { "another-tree", "{tree: wallk, answers: {}}", "1:8:", "walk" },
    { "one-answered-by-two", "answers: {who: [family, club]}", "1:16:", "who" },
    { "many-answered-by-one", "answers: {gear: tent}", "1:17:", "gear: [tent]" },
    { "exclusive-beside-another", "answers: {gear: [tent, nothing]}", "1:", "nothing" },
    { "number-out-of-range", "answers: {hours: 99}", "1:18:", "24" },
    { "number-below", "answers: {hours: 0.5}", "1:18:", "1" },
    { "duplicate-key", "answers:\n  who: club\n  who: alone\n", "3:3:", "who" },
    { "empty-value", "answers: {who: }", "1:", "unknown" },
    { "empty-list", "answers: {gear: []}", "1:17:", "unknown" },
    { "true-in-json", "{\"answers\": {\"who\": true}}", "1:21:", "who" },
    { "no-answers-key", "{tree: walk}", "1:", "answers" },
    { "a-list", "- who\n", "1:1:", "answers" },
    { "empty-file", "", "", "" },
    { "syntax", "answers: {who: family", "1:", "" },
    { "an-alias", "answers: {who: &a family, children: *a}", "1:", "" },
    { "a-control-character", "answers: {who: \"a\\x1bb\"}", "1:16:", "" },
    { "not-utf8", "answers: {who: \xFF}", "1:", "" },
};

static void test_bad_sheet(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = decide(home, bad_sheets[row].sheet, "--json");
    expect_status(decided, 2);
    expect_silent_out(decided);
    expect_err(decided, bad_sheets[row].place);
    expect_err(decided, bad_sheets[row].mend);
    expect_printable(decided);
    g_assert_cmpuint(decided->err_bytes, >, 10);
}

// A sheet on disk is named as the person named it, so that an editor finds the place.
static void test_bad_sheet_is_named(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    home_write(home, "my answers.yaml", "answers:\n  who: famly\n  gear: [tnt]\n");
    const ProgramSetup setup = {
        .home = home,
        .arguments = LIST("decide", "--tree", tree, "--answers", "my answers.yaml"),
        .folder = home_path(home, ""),
    };
    g_autoptr(Run) decided = program_run(&setup);
    expect_status(decided, 2);
    expect_err(decided, "my answers.yaml:2:8: ");
    expect_err(decided, "my answers.yaml:3:10: ");
}

/* ---- Files that are none ---- */

static const struct {
    const char *name, *answers, *tree, *says;
} wrong_files[] = {
    { "no-such-sheet", "/nowhere/answers.yaml", NULL, "/nowhere/answers.yaml" },
    { "a-folder", "/tmp", NULL, "/tmp" },
    { "an-endless-device", "/dev/zero", NULL, "/dev/zero" },
    { "no-such-tree", "-", "no-such-tree", "no tree 'no-such-tree' is installed" },
    { "the-trees-that-are-installed", "-", "zzz", "installed are: claude-deployment" },
    { "a-tree-nearly-so", "-", "claude-deploymnt", "did you mean 'claude-deployment'" },
    { "no-such-tree-file", "-", "/nowhere/tree.yaml", "/nowhere/tree.yaml" },
    { "a-path-as-an-id", "-", "../walk", "../walk" },
};

static void test_wrong_file(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autofree char *walk = tree_path("walk");
    const char *tree = wrong_files[row].tree != NULL ? wrong_files[row].tree : walk;
    const ProgramSetup setup = {
        .home = home,
        .arguments = LIST("decide", "--answers", wrong_files[row].answers, "--tree", tree),
        .input = "answers: {}",
    };
    g_autoptr(Run) decided = program_run(&setup);
    expect_status(decided, 2);
    expect_silent_out(decided);
    expect_one_line_err(decided);
    expect_err(decided, wrong_files[row].says);
}

static void test_sheet_names_an_unknown_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = run_with_input(home, "{tree: claude-deploymnt, answers: {}}", "decide",
                                            "--answers", "-", NULL);
    expect_status(decided, 2);
    expect_err(decided, "did you mean 'claude-deployment'");
}

static void test_sheet_names_an_installed_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = run_with_input(home, "{tree: claude-deployment, answers: {}}",
                                            "decide", "--answers", "-", "--json", NULL);
    expect_status(decided, 0);
    g_autoptr(Json) json = json_read(decided->out);
    expect_json(json, "tree.id", "claude-deployment");
}

// A sheet may come from anywhere: what it names must not be another file.
static void test_sheet_names_no_file(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    g_autofree char *sheet = g_strdup_printf("{tree: \"%s\", answers: {}}", tree);
    g_autoptr(Run) decided = run_with_input(home, sheet, "decide", "--answers", "-", NULL);
    expect_status(decided, 2);
    expect_one_line_err(decided);
    expect_err(decided, "is installed");
}

static void test_needs_answers(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) decided = run(home, "decide", NULL);
    expect_status(decided, 2);
    expect_one_line_err(decided);
    expect_err(decided, "--answers FILE");
}

static const char *const bad_dates[] = { "yesterday", "2026-02-30", "2026-13-01",
                                         "2026-05",   "",           "2026-05-05x" };

static void test_bad_date(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    g_autoptr(Run) decided = run_with_input(home, "answers: {}", "decide", "--answers", "-",
                                            "--tree", tree, "--as-of", (const char *)data, NULL);
    expect_status(decided, 2);
    expect_one_line_err(decided);
    expect_err(decided, "YYYY-MM-DD");
}

// An answer file of a megabyte and an endless pipe end in words, not in memory.
static void test_too_large(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *spaces = g_strnfill(3 * 1024 * 1024, ' ');
    g_autoptr(Run) decided = decide(home, spaces, "--json");
    expect_status(decided, 2);
    expect_one_line_err(decided);
}

// A file that is something else is told as that, not by its faults as a tree.
static void test_other_file(void)
{
    g_autoptr(Home) home = home_new();
    const char *sheet = home_write(home, "sheet.yaml", "answers: {who: club}\n");
    const char *notes = home_write(home, "notes.md", "# Notes\n\nThis is: no tree.\n");
    g_autoptr(Run) first = run(home, "decide", "--answers", sheet, "--tree", sheet, NULL);
    expect_status(first, 2);
    expect_one_line_err(first);
    expect_err(first, "is a sheet of answers and no tree; 'decide' takes it with --answers");
    g_autoptr(Run) second = run(home, "decide", "--answers", sheet, "--tree", notes, NULL);
    expect_status(second, 2);
    expect_one_line_err(second);
    expect_err(second, "notes.md' is no tree");
}

// What a person pasted by mistake is named, and does not fill the screen.
static void test_long_words(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *word = g_strnfill(100000, 'x');
    g_autofree char *option = g_strconcat("--", word, NULL);
    g_autoptr(Run) as_tree = run(home, "ask", word, NULL);
    g_autoptr(Run) as_file = run(home, "decide", "--answers", word, NULL);
    g_autoptr(Run) as_option = run(home, "history", option, NULL);
    g_autoptr(Run) as_number = run(home, "history", "--limit", word, NULL);
    g_autoptr(Run) as_command = run(home, word, NULL);
    const Run *const runs[] = { as_tree, as_file, as_option, as_number, as_command };
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        expect_status(runs[i], 2);
        expect_err(runs[i], "…");
        g_assert_cmpuint(runs[i]->err_bytes, <, 1000);
    }
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/cli/decide/" prefix "/", list[i].name, NULL);        \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("sheet", sheets, test_sheet);
    ADD_ROWS("bad-sheet", bad_sheets, test_bad_sheet);
    ADD_ROWS("wrong-file", wrong_files, test_wrong_file);
    g_test_add_func("/cli/decide/file-and-pipe-agree", test_file_and_pipe_agree);
    g_test_add_func("/cli/decide/prints-text", test_text);
    g_test_add_func("/cli/decide/same-bytes-anywhere", test_same_bytes_anywhere);
    g_test_add_func("/cli/decide/makes-no-history", test_no_history_is_made);
    g_test_add_func("/cli/decide/names-the-sheet-as-typed", test_bad_sheet_is_named);
    g_test_add_func("/cli/decide/a-sheet-may-name-an-unknown-tree",
                    test_sheet_names_an_unknown_tree);
    g_test_add_func("/cli/decide/a-sheet-names-its-tree", test_sheet_names_an_installed_tree);
    g_test_add_func("/cli/decide/a-sheet-names-no-file", test_sheet_names_no_file);
    g_test_add_func("/cli/decide/needs-answers", test_needs_answers);
    g_test_add_func("/cli/decide/a-file-that-is-no-tree", test_other_file);
    g_test_add_func("/cli/decide/long-words-are-shortened", test_long_words);
    for (size_t i = 0; i < G_N_ELEMENTS(bad_dates); i++) {
        g_autofree char *path = g_strdup_printf("/cli/decide/bad-date/%zu", i);
        g_test_add_data_func(path, bad_dates[i], test_bad_date);
    }
    g_test_add_func("/cli/decide/too-large-is-told", test_too_large);
    return g_test_run();
}
