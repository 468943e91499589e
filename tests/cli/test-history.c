// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <string.h>
#include <sys/stat.h>

static void test_nothing_yet(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) list = run(home, "history", NULL);
    expect_status(list, 0);
    expect_out(list, "No session is saved yet; 'fingerpost ask' starts one.");
    g_autoptr(Json) json = list_history(home);
    g_assert_cmpuint(json_length(json, ""), ==, 0);
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

static void test_list(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) first = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) second = ask(home, "walk", "club\n");
    expect_status(second, 0);
    g_autoptr(Run) list = run(home, "history", NULL);
    expect_status(list, 0);
    g_auto(GStrv) lines = g_strsplit(list->out, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 4); // heading, two rows, after the last line feed
    g_assert_true(g_str_has_prefix(lines[0], "No.  Id        Last changed (UTC)"));
    g_assert_nonnull(strstr(lines[1], "unfinished")); // newest first
    g_assert_nonnull(strstr(lines[2], "The road"));
    g_assert_nonnull(strstr(lines[2], "finished"));
    expect_printable(list);
}

static void test_list_as_json(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) first = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) second = ask(home, "walk", "club\nu\n");
    g_autoptr(Json) json = list_history(home);
    g_assert_cmpuint(json_length(json, ""), ==, 2);
    expect_json(json, "0.number", "2");
    expect_json(json, "0.state", "open");
    expect_json(json, "0.outcome", "null");
    expect_json(json, "0.answers", "2");
    expect_json(json, "1.number", "1");
    expect_json(json, "1.tree", "walk");
    expect_json(json, "1.tree_version", "1");
    expect_json(json, "1.outcome", "road");
    g_assert_cmpuint(strlen(json_at(json, "1.id")), ==, 32);
    g_assert_true(g_str_has_suffix(json_at(json, "1.started"), "Z"));
}

static void test_limit(void)
{
    g_autoptr(Home) home = home_new();
    for (size_t i = 0; i < 3; i++) {
        g_autoptr(Run) asked = ask(home, "walk", "club\n");
        expect_status(asked, 0);
    }
    g_autoptr(Run) list = run(home, "history", "--limit", "2", NULL);
    expect_status(list, 0);
    expect_out(list, "1 more; --limit N shows more of them.");
    g_autoptr(Run) brief = run(home, "history", "-n", "1", "--json", NULL);
    g_autoptr(Json) json = json_read(brief->out);
    g_assert_cmpuint(json_length(json, ""), ==, 1);
    expect_json(json, "0.number", "3");
}

static void test_verify(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
    expect_out(verified, "The history is whole");
}

// One row, one change that somebody made with another program.
static const struct {
    const char *name, *sql;
} changes[] = {
    { "an-event", "UPDATE event SET payload = replace(payload, 'family', 'club')" },
    { "an-events-time", "UPDATE event SET at_ms = at_ms + 1 WHERE sequence = 2" },
    { "an-event-gone", "PRAGMA foreign_keys = 0; DELETE FROM event WHERE sequence = 3" },
    { "the-last-event-gone",
      "PRAGMA foreign_keys = 0; DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)" },
    { "the-ledger", "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)" },
    { "a-session-gone",
      "PRAGMA foreign_keys = 0; DELETE FROM event; DELETE FROM session; DELETE FROM answer" },
    { "an-answer-in-the-index", "UPDATE answer SET option = 'club' WHERE question = 'who'" },
    { "a-count-in-the-index", "UPDATE session SET n_answers = 9" },
    { "the-tree", "UPDATE tree SET text = replace(text, 'slowly', 'fast')" },
};

static void test_verify_finds(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autofree char *out =
        command_output(home, LIST("sqlite3", home_history(home), changes[row].sql));
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 3);
    expect_silent_out(verified);
    expect_one_line_err(verified);
}

/* ---- Show ---- */

static void test_show(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) shown = run(home, "show", "--full", "1", NULL);
    expect_status(shown, 0);
    expect_silent_err(shown);
    expect_out(shown, "Recommended: The road");
    expect_out(shown, "Children walk on roads. [1]");
    expect_out(shown, "[1] The road is open all year.");
    expect_out(shown, "Session 1");
    g_autoptr(Run) again = run(home, "show", "--full", "last", NULL);
    g_assert_cmpstr(shown->out, ==, again->out);
}

// What a person reads first, and where the rest is.
static void test_show_short(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) shown = run(home, "show", "1", NULL);
    expect_status(shown, 0);
    expect_out(shown, "Recommended: The road");
    expect_out(shown, "Children walk on roads. [1]");
    expect_not_out(shown, "The road is open all year.");
    expect_out(shown, "'fingerpost show --full 1'");
}

// A digest on two lines cannot be compared, an address not be followed.
static void test_show_breaks_no_digest(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) shown = run(home, "show", "--full", "1", NULL);
    g_autoptr(GRegex) whole =
        g_regex_new("^ *Session digest sha256:[0-9a-f]{64}$", G_REGEX_MULTILINE, 0, NULL);
    g_assert_true(g_regex_match(whole, shown->out, 0, NULL));
}

static void test_rename(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) untitled = run(home, "history", NULL);
    expect_not_out(untitled, "Title");
    g_autoptr(Run) renamed = run(home, "history", "rename", "1", "Tuesday's group", NULL);
    expect_status(renamed, 0);
    expect_silent_err(renamed);
    g_assert_cmpstr(renamed->out, ==, "Session 1 is called 'Tuesday's group' now.\n");
    g_autoptr(Run) list = run(home, "history", NULL);
    expect_out(list, "Title");
    expect_out(list, "Tuesday's group");
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
    g_autoptr(Run) missing = run(home, "history", "rename", "1", NULL);
    expect_status(missing, 2);
    expect_err(missing, "needs a session and a title");
    g_autoptr(Run) nobody = run(home, "history", "rename", "9", "x", NULL);
    expect_status(nobody, 2);
    g_autoptr(Run) emptied = run(home, "history", "rename", "1", "", NULL);
    g_assert_cmpstr(emptied->out, ==, "Session 1 has no title now.\n");
    g_autoptr(Run) bare = run(home, "history", NULL);
    expect_not_out(bare, "Title");
}

// Told of a title, not of the event that would have held it; the history is as it was.
static void test_wrong_titles(void)
{
    static const char *const titles[] = { "two\nlines", "a\ttab", "a bell\a", "half a letter \303",
                                          "\342\200\256reversed" };
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autofree char *long_title = g_strnfill((gsize)8 * 1024 + 1, 'x');
    for (size_t i = 0; i <= G_N_ELEMENTS(titles); i++) {
        const char *title = i < G_N_ELEMENTS(titles) ? titles[i] : long_title;
        g_autoptr(Run) refused = run(home, "history", "rename", "1", title, NULL);
        expect_status(refused, 2);
        expect_silent_out(refused);
        expect_one_line_err(refused);
        expect_printable(refused);
        expect_err(refused, "cannot be a title");
        expect_not_err(refused, "event");
    }
    g_autoptr(Run) longest = run(home, "history", "rename", "1", long_title + 1, NULL);
    expect_status(longest, 0);
}

// What is listed as an id is enough of one for other commands.
static void test_list_tells_ids(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autoptr(Json) json = list_history(home);
    g_autofree char *start = g_strndup(json_at(json, "0.id"), 8);
    g_autoptr(Run) list = run(home, "history", NULL);
    expect_out(list, start);
}

static void test_show_as_json(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "fingerpost", "1");
    expect_json(json, "tree.id", "walk");
    expect_json(json, "answers.gear", "tent,rope");
    expect_json(json, "verdict.outcome", "road");
    expect_json(json, "verdict.requires", "boots");
}

static void test_show_by_id(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autoptr(Json) list = list_history(home);
    const char *id = json_at(list, "0.id");
    g_autofree char *start = g_strndup(id, 12);
    // Twelve digits that are all decimal would be a number.
    g_autoptr(Run) shown = run(home, "show", strpbrk(start, "abcdef") != NULL ? start : id, NULL);
    expect_status(shown, 0);
    g_autoptr(Run) brief = run(home, "show", "a", NULL);
    expect_status(brief, 2);
    expect_err(brief, "at least 4 digits");
}

static const struct {
    const char *name, *spec, *says;
} no_sessions[] = {
    { "a-number-beyond", "99", "'99'" },
    { "nought", "0", "'0'" },
    { "negative", "--", "needs SESSION" },
    { "no-such-id", "ffffffffffff", "'ffffffffffff'" },
    { "a-word", "yesterday", "'yesterday'" },
    { "empty", "", "''" },
    { "huge", "99999999999999999999999", "9999" },
};

static void test_no_session(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autoptr(Run) shown = run(home, "show", no_sessions[row].spec, NULL);
    expect_status(shown, 2);
    expect_silent_out(shown);
    expect_one_line_err(shown);
    expect_err(shown, no_sessions[row].says);
}

static void test_show_without_a_history(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) shown = run(home, "show", "last", NULL);
    expect_status(shown, 2);
    expect_one_line_err(shown);
    expect_err(shown, "'fingerpost ask' starts one");
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

// A session goes on and is shown on the tree that it began with, whatever the file says now.
static void test_stored_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *facts = source_path("tests/terminal/trees/facts/walk-facts.yaml");
    g_autofree char *path = tree_path("walk");
    g_autofree char *tree_text = NULL, *facts_text = NULL;
    g_assert_true(g_file_get_contents(path, &tree_text, NULL, NULL));
    g_assert_true(g_file_get_contents(facts, &facts_text, NULL, NULL));
    home_write(home, "walk-facts.yaml", facts_text);
    const char *own = home_write(home, "own.yaml", tree_text);
    g_autoptr(Run) asked = run_with_input(home, "family\n", "ask", "--plain", own, NULL);
    expect_status(asked, 0);
    home_write(home, "own.yaml", "fingerpost: 1\nid: another\n");
    home_write(home, "walk-facts.yaml", "nothing");
    g_autoptr(Run) resumed = resume(home, "last", "baby\n1\n3\n1\n");
    expect_status(resumed, 0);
    expect_out(resumed, "How old is the youngest?");
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "verdict.outcome", "road");
}

/* ---- Which file ---- */

static void test_option_chooses_the_file(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const char *other = home_path(home, "other.db");
    g_autoptr(Run) asked = run_with_input(home, "club\n", "ask", "--history", other, tree, NULL);
    expect_status(asked, 0);
    g_assert_true(g_file_test(other, G_FILE_TEST_IS_REGULAR));
    g_assert_false(g_file_test(home_history(home), G_FILE_TEST_EXISTS));
    g_autoptr(Run) list = run(home, "--history", other, "history", NULL);
    expect_out(list, "walk");
    g_autoptr(Run) usual = run(home, "history", NULL);
    expect_out(usual, "No session is saved yet");
}

static void test_environment_chooses_the_file(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const char *other = home_path(home, "deep/down/other.db");
    g_autofree char *variable = g_strconcat("FINGERPOST_HISTORY=", other, NULL);
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = "club\n",
                                 .environment = LIST(variable) };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    g_assert_true(g_file_test(other, G_FILE_TEST_IS_REGULAR));
}

static mode_t mode_of(const char *path)
{
    struct stat status;
    g_assert_cmpint(stat(path, &status), ==, 0);
    return status.st_mode & 0777;
}

static void open_umask(void)
{
    umask(0);
}

static void test_only_the_owner_reads(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = "club\n",
                                 .prepare = open_umask };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    g_assert_cmpint(mode_of(home_history(home)), ==, 0600);
    g_assert_cmpint(mode_of(home_path(home, "data/fingerpost")), ==, 0700);
}

static void test_relative_data_home(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", "--plain", tree),
                                 .input = "club\n",
                                 .folder = home_path(home, ""),
                                 .environment = LIST("XDG_DATA_HOME=relative") };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    g_assert_false(g_file_test(home_path(home, "relative"), G_FILE_TEST_EXISTS));
    g_assert_true(
        g_file_test(home_path(home, ".local/share/fingerpost/history.db"), G_FILE_TEST_IS_REGULAR));
}

static void test_no_home(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    ProgramSetup setup = { .home = home,
                           .arguments = LIST("ask", "--plain", tree),
                           .input = "club\n",
                           .environment = LIST("XDG_DATA_HOME", "HOME") };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 3);
    expect_one_line_err(asked);
    expect_err(asked, "--no-save");
    setup.arguments = LIST("ask", "--plain", "--no-save", tree);
    g_autoptr(Run) unsaved = program_run(&setup);
    expect_status(unsaved, 0);
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/cli/history/" prefix "/", list[i].name, NULL);       \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/history/nothing-yet-is-no-fault", test_nothing_yet);
    g_test_add_func("/cli/history/lists-the-newest-first", test_list);
    g_test_add_func("/cli/history/lists-as-json", test_list_as_json);
    g_test_add_func("/cli/history/limit-tells-of-more", test_limit);
    g_test_add_func("/cli/history/verify", test_verify);
    ADD_ROWS("verify-finds", changes, test_verify_finds);
    g_test_add_func("/cli/history/show", test_show);
    g_test_add_func("/cli/history/show-what-is-read-first", test_show_short);
    g_test_add_func("/cli/history/show-breaks-no-digest", test_show_breaks_no_digest);
    g_test_add_func("/cli/history/rename", test_rename);
    g_test_add_func("/cli/history/a-wrong-title-is-refused-as-one", test_wrong_titles);
    g_test_add_func("/cli/history/list-tells-ids", test_list_tells_ids);
    g_test_add_func("/cli/history/show-as-json", test_show_as_json);
    g_test_add_func("/cli/history/show-by-the-start-of-an-id", test_show_by_id);
    ADD_ROWS("no-session", no_sessions, test_no_session);
    g_test_add_func("/cli/history/show-makes-no-history", test_show_without_a_history);
    g_test_add_func("/cli/history/a-session-keeps-its-tree", test_stored_tree);
    g_test_add_func("/cli/history/the-option-chooses-the-file", test_option_chooses_the_file);
    g_test_add_func("/cli/history/the-environment-chooses-the-file",
                    test_environment_chooses_the_file);
    g_test_add_func("/cli/history/only-the-owner-reads", test_only_the_owner_reads);
    g_test_add_func("/cli/history/a-relative-data-home-is-ignored", test_relative_data_home);
    g_test_add_func("/cli/history/no-home-is-told", test_no_home);
    return g_test_run();
}
