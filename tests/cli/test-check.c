// SPDX-License-Identifier: Apache-2.0
// `tree check`: each file of tests/cli/check holds one defect, and its .expected the one finding; formats,
// exit statuses, witnesses that `decide` reproduces.
#include "json.h"
#include "session.h"

#include <string.h>

static Run *check(Home *home, const char *const *arguments)
{
    g_autofree char *folder = source_path("tests/cli/check");
    const ProgramSetup setup = { .home = home, .arguments = arguments, .folder = folder };
    return program_run(&setup);
}

static Run *check_as(Home *home, const char *format, const char *file)
{
    return check(home, LIST("tree", "check", "--as-of", "2026-11-24", "--format", format, file));
}

/* ---- One defect, one finding ---- */

static void test_planted(const void *data)
{
    const char *name = data;
    g_autoptr(Home) home = home_new();
    g_autofree char *file = g_strconcat(name, ".yaml", NULL);
    g_autofree char *relative = g_strconcat("tests/cli/check/", name, ".expected", NULL);
    g_autofree char *path = source_path(relative), *expected = NULL;
    g_autoptr(Run) checked = check_as(home, "gcc", file);
    g_assert_true(g_file_get_contents(path, &expected, NULL, NULL));
    g_assert_cmpstr(checked->out, ==, expected);
    expect_status(checked, strstr(expected, ": error: ") != NULL ? 1 : 0);
    expect_silent_err(checked);
}

static void add_planted(void)
{
    g_autofree char *folder = source_path("tests/cli/check");
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    const char *name;
    while ((name = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        char *base = g_strndup(name, strlen(name) - strlen(".yaml"));
        g_autofree char *test = g_strconcat("/cli/check/", base, NULL);
        g_test_add_data_func_full(test, base, test_planted, g_free);
    }
}

/* ---- Formats ---- */

static void test_text(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) checked = check_as(home, "text", "no-path.yaml");
    expect_status(checked, 0);
    expect_silent_err(checked);
    expect_printable(checked);
    expect_out(checked, "no-path.yaml:10:3: warning: ");
    expect_out(checked, "on the sheet {luggage: piano}");
    expect_out(checked, "mend: ");
    expect_out(checked, "complete answer sheets: 6");
    expect_out(checked, "car: 50.00% of all sheets (3)");
    expect_out(checked, "shortest sheet: {luggage: little}");
    expect_out(checked, "1 warning, 0 notes");
}

static void test_json(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) checked = check_as(home, "json", "no-path.yaml");
    expect_status(checked, 0);
    expect_out(checked, "\"code\": \"no-path\"");
    expect_out(checked, "\"severity\": \"warning\"");
    expect_out(checked, "\"file\": \"no-path.yaml\"");
    expect_out(checked, "\"line\": 10");
    expect_out(checked, "\"column\": 3");
    expect_out(checked, "\"witness\": {\n        \"luggage\": \"piano\"\n      }");
    expect_out(checked, "\"as_of\": \"2026-11-24\"");
    expect_out(checked, "\"sheets\": \"6\"");
}

static void test_sarif(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) checked = check_as(home, "sarif", "fault.yaml");
    expect_status(checked, 1);
    expect_silent_err(checked);
    expect_out(checked, "\"version\": \"2.1.0\"");
    expect_out(checked, "\"ruleId\": \"fault\"");
    expect_out(checked, "\"level\": \"error\"");
    expect_out(checked, "\"uri\": \"fault.yaml\"");
    expect_out(checked, "\"startLine\": 17");
}

/* The sheet that a finding shows is one on which `decide` says the same. */
static void test_witness_is_reproduced(void)
{
    g_autoptr(Home) home = home_new();
    const char *sheet =
        home_write(home, "sheet.yaml", "{tree: journey, answers: {luggage: piano}}\n");
    g_autoptr(Run) decided =
        check(home, LIST("decide", "--tree", "no-path.yaml", "--answers", sheet, "--json"));
    expect_status(decided, 0);
    expect_out(decided, "\"outcome\": null");
}

/* On a day before any fact is stale. */
static void test_shipped_trees_are_sound(void)
{
    static const char *const names[] = { "claude-deployment", "may-i-paste", "vendor-review" };
    g_autoptr(Home) home = home_new();
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *relative = g_strdup_printf("decision-trees/%s.yaml", names[i]);
        g_autofree char *path = source_path(relative);
        g_autoptr(Run) checked =
            run(home, "tree", "check", "--as-of", "2019-01-01", "--format", "gcc", path, NULL);
        expect_status(checked, 0);
        expect_not_out(checked, ": warning: ");
        expect_not_out(checked, "[undecided]");
    }
}

/* ---- Statuses ---- */

static void test_several_files(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) good = check(home, LIST("tree", "check", "sound.yaml", "allowed.yaml"));
    expect_status(good, 0);
    expect_out(good, "sound.yaml: no faults");
    expect_out(good, "1 finding is allowed by the tree");
    expect_out(good, "the sheet {luggage: much, hurry: \"no\"}"); // as any reader of YAML takes it
    g_autoptr(Run) bad = check(home, LIST("tree", "check", "fault.yaml", "sound.yaml"));
    expect_status(bad, 1);
    expect_err(bad, "fault.yaml:17:");
    expect_out(bad, "sound.yaml: no faults");
    g_autoptr(Run) missing = check(home, LIST("tree", "check", "sound.yaml", "none.yaml"));
    expect_status(missing, 2);
    expect_one_line_err(missing);
    expect_out(missing, "sound.yaml: no faults");
    g_autoptr(Run) both = check(home, LIST("tree", "check", "none.yaml", "fault.yaml"));
    expect_status(both, 1);
}

/* no-path.yaml has one warning, neutral-option.yaml one note and nothing worse. */
static void test_fail_on(void)
{
    static const struct {
        const char *file, *fail_on;
        int status;
    } rows[] = {
        { "fault.yaml", "error", 1 },          { "fault.yaml", "warning", 1 },
        { "fault.yaml", "note", 1 },           { "no-path.yaml", NULL, 0 },
        { "no-path.yaml", "error", 0 },        { "no-path.yaml", "warning", 1 },
        { "no-path.yaml", "note", 1 },         { "neutral-option.yaml", NULL, 0 },
        { "neutral-option.yaml", "error", 0 }, { "neutral-option.yaml", "warning", 0 },
        { "neutral-option.yaml", "note", 1 },  { "sound.yaml", "note", 0 },
    };
    g_autoptr(Home) home = home_new();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *const *usual = LIST("tree", "check", rows[i].file);
        const char *const *asked =
            LIST("tree", "check", "--fail-on", rows[i].fail_on, rows[i].file);
        g_autoptr(Run) checked = check(home, rows[i].fail_on == NULL ? usual : asked);
        expect_status(checked, rows[i].status);
    }
    // Of several files the worst counts, and one that cannot be opened hides no finding.
    g_autoptr(Run) both = check(home, LIST("tree", "check", "--fail-on", "warning", "sound.yaml",
                                           "none.yaml", "no-path.yaml"));
    expect_status(both, 1);
}

static void test_options(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) format = check_as(home, "xml", "sound.yaml");
    expect_status(format, 2);
    expect_err(format, "text, gcc, json and sarif");
    g_autofree char *endless = g_strnfill(5000, 'x');
    g_autoptr(Run) shortened = check_as(home, endless, "sound.yaml");
    expect_not_err(shortened, endless); // its middle is left out
    expect_err(shortened, "text, gcc, json and sarif");
    g_autoptr(Run) memory = check(home, LIST("tree", "check", "--max-memory", "0", "sound.yaml"));
    expect_status(memory, 2);
    expect_err(memory, "--max-memory");
    g_autoptr(Run) effort = check(home, LIST("tree", "check", "--effort", "0", "sound.yaml"));
    expect_status(effort, 2);
    g_autoptr(Run) fail_on = check(home, LIST("tree", "check", "--fail-on", "all", "sound.yaml"));
    expect_status(fail_on, 2);
    expect_silent_out(fail_on);
    expect_one_line_err(fail_on);
    expect_err(fail_on, "error, warning or note, not 'all'");
    g_autoptr(Run) date =
        check(home, LIST("tree", "check", "--as-of", "2026-10-31", "stale-fact.yaml"));
    expect_out(date, "0 warnings");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_planted();
    g_test_add_func("/cli/check/text-tells-witness-mend-and-shares", test_text);
    g_test_add_func("/cli/check/json-has-the-witness-and-a-summary", test_json);
    g_test_add_func("/cli/check/sarif-has-faults-too", test_sarif);
    g_test_add_func("/cli/check/a-witness-is-reproduced-by-decide", test_witness_is_reproduced);
    g_test_add_func("/cli/check/shipped-trees-have-notes-alone", test_shipped_trees_are_sound);
    g_test_add_func("/cli/check/several-files-have-one-status", test_several_files);
    g_test_add_func("/cli/check/fails-from-the-severity-asked-for-on", test_fail_on);
    g_test_add_func("/cli/check/wrong-options-are-named", test_options);
    return g_test_run();
}
