// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <string.h>

/* ---- What a line means ---- */

// One row, one conversation: what is said, and what the session holds afterwards.
static const struct {
    const char *name, *input, *path, *value;
} rows[] = {
    { "an-answer-by-number", "1\n", "answers.who", "family" },
    { "an-answer-by-id", "club\n", "answers.who", "club" },
    { "many-by-numbers-and-ids", "club\n1, food\n", "answers.gear", "tent,food" },
    { "many-with-spaces", "club\n  1   2  \n", "answers.gear", "tent,rope" },
    { "a-number", "club\n3\n3.5\n", "answers.hours", "3.5" },
    { "a-number-is-no-option", "club\n3\n2\n", "answers.hours", "2" },
    { "a-band-by-id", "club\n3\nlots\n", "answers.hours", "lots" },
    { "unknown-by-u", "u\n", "answers.who", "null" },
    { "unknown-by-word", "unknown\n", "answers.who", "null" },
    { "a-follow-up", "family\n2\n", "answers.children", "child" },
    { "back-and-another-answer", "family\nb\nclub\n", "answers.who", "club" },
    { "back-loses-nothing", "family\nbaby\nb\nb\n", "answers.children", "baby" },
    { "enter-keeps-the-answer", "family\nb\n\nbaby\n", "answers.children", "baby" },
    { "a-refused-number-is-not-left-behind", "club\n3\n99\nb\n2\n4\n", "answers.hours", "4" },
    { "undo", "family\nb\nclub\nz\n", "answers.who", "family" },
    { "take-back", "family\nb\nc\n", "answers", "{}" },
    { "next-leaves-it-open", "+\n1\n", "open", "who,hours" },
    { "why-asks-nothing", "?\nclub\n", "answers.who", "club" },
    { "help-asks-nothing", "h\nclub\n", "answers.who", "club" },
    { "a-note-asks-nothing", "n why not\nclub\n", "answers.who", "club" },
    { "change-from-the-review", "family\nbaby\nr\n1\nclub\n", "answers.who", "club" },
    { "a-resting-answer-is-kept", "family\nbaby\nr\n1\nclub\n", "resting", "children" },
    { "recommendation-and-back", "family\ns\nb\n1\n", "answers.who", "family" },
    { "carriage-returns", "club\r\n1\r\n", "answers.gear", "tent" },
    { "no-line-feed-at-the-end", "club", "answers.who", "club" },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", rows[row].input);
    expect_status(asked, 0);
    expect_silent_err(asked);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, rows[row].path, rows[row].value);
}

// One row, one line that is no answer: it is told, and asked again.
static const struct {
    const char *name, *input, *says;
} refusals[] = {
    { "an-unknown-id", "famly\nq\n", "did you mean 1, 'family'?" },
    { "a-number-too-high", "9\nq\n", "9" },
    { "nought", "0\nq\n", "0" },
    { "two-for-one", "1 2\nq\n", "one option alone answers this, and 2 are there" },
    { "an-exclusive-beside-another", "club\n1 4\nq\n", "4 stands alone" },
    { "the-same-twice", "club\n1 1\nq\n", "1 is there twice" },
    { "a-number-out-of-range", "club\n3\n25\nq\n", "from 1 to 24" },
    { "no-number", "club\n3\nmany\nq\n", "the word of a range: few, lots" },
    { "a-number-no-option-has", "club\n7\nq\n",
      "'7' is none of the options here; type a number from 1 to 4" },
    { "a-comma-before-a-fraction", "club\n3\n3,5\nq\n", "groups are of three digits" },
    { "letters-in-a-number", "club\n3\n3h\nq\n", "'3h' is no number" },
    { "an-empty-line", "\nq\n", "no answer yet" },
    { "an-empty-note", "n\nq\n", "n TEXT" },
    { "back-from-the-first", "b\nq\n", "this is the first question" },
    { "nothing-to-undo", "z\nq\n", "nothing to undo" },
};

static void test_refusal(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", refusals[row].input);
    expect_status(asked, 0);
    expect_out(asked, refusals[row].says);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    g_autoptr(Json) json = list_history(home);
    expect_status(verified, json_length(json, "") > 0 ? 0 : verified->status);
    expect_not_out(asked, "Question 4");
}

/* ---- Whole ways ---- */

static void test_to_the_result(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS "\n");
    expect_status(asked, 0);
    expect_silent_err(asked);
    expect_out(asked, "Which way to the lake?");
    expect_out(asked, "Question 1 of about 3: Who walks");
    expect_out(asked, "How old is the youngest?");
    expect_out(asked, "A number: from 1 to 24 (hours).");
    expect_out(asked, "Recommended: The road");
    expect_out(asked, "Good boots");
    expect_out(asked, "fingerpost show --full 1");
    expect_printable(asked);
    g_autoptr(Json) json = list_history(home);
    expect_json(json, "0.state", "finished");
    expect_json(json, "0.outcome", "road");
    expect_json(json, "0.answers", "5");
}

// Only `u`, for ever: it ends by itself, with a result that is saved.
static void test_unknown_for_ever(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(GString) input = g_string_new(NULL);
    for (size_t i = 0; i < 20000; i++)
        g_string_append(input, "u\n");
    g_autoptr(Run) asked = ask(home, "walk", input->str);
    expect_status(asked, 0);
    expect_out(asked, "Nothing can be recommended yet");
    g_autoptr(Json) json = list_history(home);
    expect_json(json, "0.state", "finished");
    expect_json(json, "0.answers", "3");
}

static void test_nonsense_for_ever(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(GString) input = g_string_new("family\n");
    for (size_t i = 0; i < 20000; i++)
        g_string_append(input, "nonsense\n");
    g_autoptr(Run) asked = ask(home, "walk", input->str);
    expect_status(asked, 2);
    expect_one_line_err(asked);
    g_assert_cmpuint(asked->out_bytes, <, 100000);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "family");
}

static void test_end_of_input_can_be_resumed(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "family\n");
    expect_status(asked, 0);
    expect_out(asked, "fingerpost resume 1");
    g_autoptr(Json) before = list_history(home);
    expect_json(before, "0.state", "open");
    g_autoptr(Run) resumed = resume(home, "1", "baby\n1\n3\n1\n");
    expect_status(resumed, 0);
    expect_not_out(resumed, "Who walks?\n  1."); // it stands at the next question
    expect_out(resumed, "Question 2 of about 5");
    expect_out(resumed, "Recommended: The road");
    g_autoptr(Json) after = list_history(home);
    expect_json(after, "0.state", "finished");
    g_assert_cmpuint(json_length(after, ""), ==, 1);
}

static void test_quit_can_be_resumed(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "family\nq\nbaby\n");
    expect_status(asked, 0);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.children", NULL);
    g_autoptr(Run) resumed = run_with_input(home, "baby\n", "--plain", "resume", NULL);
    expect_status(resumed, 0);
    expect_out(resumed, "How old is the youngest?");
}

// Who only looks leaves nothing behind: no session, no file, no folder.
static void test_no_input(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "");
    expect_status(asked, 0);
    expect_out(asked, "Nothing was answered, so no session was saved.");
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

/* ---- What is said ---- */

// One row, one line that does something: what is said of it.
static const struct {
    const char *name, *input, *says;
} told[] = {
    { "several-may-be-given", "club\n",
      "Several may hold: type their numbers, with commas or spaces" },
    { "what-stands-alone", "club\n", "4. Nothing at all (stands alone)" },
    { "a-range-by-its-id", "club\n3\n", "  lots: Six or more" },
    { "the-way-on", "", "+ on" },
    { "a-note", "n bring boots\n", "noted" },
    { "an-answer-taken-back", "club\nb\nc\n", "the answer is taken back" },
    { "who-finds-out-is-of-a-question", WALK_ANSWERS "o\n", "press Enter to leave; e writes it" },
    { "the-line-of-a-pipe", "club\n", "q quit): club\n" },
};

static void test_told(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", told[row].input);
    expect_status(asked, 0);
    expect_out(asked, told[row].says);
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)) != NULL; text++)
        n++;
    return n;
}

static void test_undo_shows_the_question_anew(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "family\nb\nc\nz\n");
    // Asked, back at it, taken back, undone.
    g_assert_cmpuint(count(asked->out, "3. A club"), ==, 4);
}

static void test_unfinished_are_named(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) first = ask(home, "walk", "family\n");
    expect_not_out(first, "Unfinished");
    g_autoptr(Run) second = ask(home, "walk", "club\n");
    expect_out(second, "Unfinished session: 1. 'fingerpost resume' goes on with it.");
    g_autoptr(Run) third = ask(home, "walk", "");
    expect_out(third, "Unfinished sessions: 2, 1.");
    // The answer was taken back: nothing is there to go on with, as on the first screen.
    g_autoptr(Run) undone = ask(home, "walk", "club\nz\n");
    expect_out(undone, "Saved as session 3");
    g_autoptr(Run) fourth = ask(home, "walk", "");
    expect_out(fourth, "Unfinished sessions: 2, 1.");
}

/* ---- Forms ---- */

// The same part is asked for again: what follows is not lost, nor taken for something else.
static void test_a_mistyped_choice_is_asked_again(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS "d\n99\n1\nBoots are dry\n");
    expect_status(asked, 0);
    expect_out(asked, "type a number from 1 to");
    expect_not_out(asked, "nothing is kept of this form");
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "Boots are dry");
}

static void test_mistyped_choices_for_ever_end(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(GString) input = g_string_new(WALK_ANSWERS);
    for (size_t i = 0; i < 20000; i++)
        g_string_append(input, "d\n");
    g_autoptr(Run) asked = ask(home, "walk", input->str);
    expect_out(asked, "nothing is kept of this form");
    g_assert_cmpuint(asked->out_bytes, <, 2000000);
}

// A text that does not fit is told and asked for again, never cut and kept.
static void test_a_text_too_long_is_asked_again(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *text = g_strnfill(20000, 'x');
    g_autofree char *input = g_strconcat(WALK_ANSWERS "d\n1\n", text, "\nBoots are dry\n", NULL);
    g_autoptr(Run) asked = ask(home, "walk", input);
    expect_status(asked, 0);
    expect_out(asked, "the rest was left out");
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "Boots are dry");
    expect_not_out(shown, "xxxx");
}

// The command in a hint works as it stands, quotes and all.
static void test_hints_name_the_history(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    const ProgramSetup setup = {
        .home = home,
        .arguments = LIST("--history", "my own.db", "ask", "--plain", tree),
        .input = "club\n",
        .folder = home_path(home, ""),
    };
    g_autoptr(Run) asked = program_run(&setup);
    expect_out(asked, "'fingerpost --history 'my own.db' resume 1' goes on with it.");
    const ProgramSetup missing = {
        .home = home,
        .arguments = LIST("--history", "my own.db", "show", "9"),
        .folder = home_path(home, ""),
    };
    g_autoptr(Run) shown = program_run(&missing);
    expect_err(shown, "'fingerpost --history 'my own.db' history' lists them");
}

// From the environment it reaches the next command too.
static void test_hints_leave_out_what_is_usual(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *tree = tree_path("walk");
    g_autofree char *variable =
        g_strconcat("FINGERPOST_HISTORY=", home_path(home, "other.db"), NULL);
    const ProgramSetup setup = {
        .home = home,
        .arguments = LIST("ask", "--plain", tree),
        .input = "club\n",
        .environment = LIST(variable),
    };
    g_autoptr(Run) asked = program_run(&setup);
    expect_out(asked, "'fingerpost resume 1' goes on with it.");
}

static void test_note_is_kept(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "n ask Anna,  please \n" WALK_ANSWERS);
    expect_status(asked, 0);
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "ask Anna,  please");
}

static void test_why_and_help(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "?\nh\nq\n");
    expect_out(asked, "Children walk slowly.");
    expect_out(asked, "The road is open all year. (The warden, as of 2026-02)");
    expect_out(asked, "TEXT a note");
    expect_out(asked, "  2. alone");
}

// Nothing that a person types can drive the terminal, now or when it is shown again.
static void test_hostile_input(void)
{
    static const char *const hostile = "n \033]0;x\a\033[2J\xC2\x9B"
                                       "6n\xE2\x80\xAE"
                                       "abc\xFF\n"
                                       "\033[A\x08\x7F\n\xE2\x80\xAEwho\n%s%n%s\nq\n";
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", hostile);
    expect_status(asked, 0);
    expect_printable(asked);
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_printable(shown);
}

static void test_long_lines(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *line = g_strnfill(1000000, 'x');
    g_autofree char *input = g_strdup_printf("n %s\n%s\nclub\nq\n", line, line);
    g_autoptr(Run) asked = ask(home, "walk", input);
    expect_status(asked, 0);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "club");
}

// Not a letter of it needs a terminal: no escape sequence, no redraw, whatever TERM says.
static void test_pipes_get_plain_text(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Run) asked = run_with_input(home, WALK_ANSWERS, "ask", path, NULL);
    expect_status(asked, 0);
    expect_printable(asked);
    expect_out(asked, "Recommended: The road");
}

static void test_not_saved(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Run) asked = run_with_input(home, "family\n", "ask", "--no-save", path, NULL);
    expect_status(asked, 0);
    expect_out(asked, "Nothing was kept of this session.");
    expect_not_out(asked, "fingerpost resume");
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

// A session that goes on is saved as it goes: it cannot be kept from that.
static void test_no_resume_without_saving(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", "club\n");
    g_autoptr(Run) resumed =
        run_with_input(home, "2\n", "resume", "--plain", "--no-save", "1", NULL);
    expect_status(resumed, 2);
    expect_one_line_err(resumed);
    expect_err(resumed, "leave out --no-save");
    g_autoptr(Json) json = list_history(home);
    expect_json(json, "0.answers", "1");
}

static void test_ascii(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", path),
                                 .input = WALK_ANSWERS,
                                 .environment = LIST("LC_ALL=C") };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    expect_out(asked, "Recommended: The road");
    for (const char *at = asked->out; *at != '\0'; at++)
        g_assert_true(*at > 0);
}

static void test_missing_locale(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("ask", path),
                                 .input = WALK_ANSWERS,
                                 .environment = LIST("LC_ALL=xx_YY.UTF-8") };
    g_autoptr(Run) asked = program_run(&setup);
    expect_status(asked, 0);
    expect_out(asked, "Recommended: The road");
}

static void test_bad_resume(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) none = resume(home, "last", "");
    expect_status(none, 2);
    expect_one_line_err(none);
    g_autoptr(Run) first = ask(home, "walk", WALK_ANSWERS);
    expect_status(first, 0);
    g_autoptr(Run) finished = run(home, "resume", "--plain", NULL);
    expect_status(finished, 2);
    expect_err(finished, "no session is unfinished");
    g_autoptr(Run) beyond = resume(home, "17", "");
    expect_status(beyond, 2);
    expect_err(beyond, "'17'");
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/cli/plain/" prefix "/", list[i].name, NULL);         \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("takes", rows, test_row);
    ADD_ROWS("refuses", refusals, test_refusal);
    g_test_add_func("/cli/plain/leads-to-the-result", test_to_the_result);
    g_test_add_func("/cli/plain/unknown-for-ever-ends", test_unknown_for_ever);
    g_test_add_func("/cli/plain/nonsense-for-ever-ends", test_nonsense_for_ever);
    g_test_add_func("/cli/plain/the-end-of-input-can-be-resumed", test_end_of_input_can_be_resumed);
    g_test_add_func("/cli/plain/leaving-can-be-resumed", test_quit_can_be_resumed);
    g_test_add_func("/cli/plain/no-input-leaves-nothing", test_no_input);
    g_test_add_func("/cli/plain/a-note-is-kept", test_note_is_kept);
    g_test_add_func("/cli/plain/why-and-help-are-told", test_why_and_help);
    g_test_add_func("/cli/plain/hostile-input-is-made-printable", test_hostile_input);
    g_test_add_func("/cli/plain/long-lines-are-harmless", test_long_lines);
    g_test_add_func("/cli/plain/pipes-get-plain-text", test_pipes_get_plain_text);
    g_test_add_func("/cli/plain/no-save-keeps-nothing", test_not_saved);
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *path = g_strconcat("/cli/plain/tells/", told[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_told);
    }
    g_test_add_func("/cli/plain/undo-shows-the-question-anew", test_undo_shows_the_question_anew);
    g_test_add_func("/cli/plain/a-mistyped-choice-is-asked-again",
                    test_a_mistyped_choice_is_asked_again);
    g_test_add_func("/cli/plain/mistyped-choices-for-ever-end", test_mistyped_choices_for_ever_end);
    g_test_add_func("/cli/plain/a-text-too-long-is-asked-again",
                    test_a_text_too_long_is_asked_again);
    g_test_add_func("/cli/plain/unfinished-sessions-are-named", test_unfinished_are_named);
    g_test_add_func("/cli/plain/hints-name-the-history", test_hints_name_the_history);
    g_test_add_func("/cli/plain/hints-leave-out-what-is-usual", test_hints_leave_out_what_is_usual);
    g_test_add_func("/cli/plain/no-save-resumes-nothing", test_no_resume_without_saving);
    g_test_add_func("/cli/plain/ascii-where-the-locale-is-c", test_ascii);
    g_test_add_func("/cli/plain/a-missing-locale-is-no-hindrance", test_missing_locale);
    g_test_add_func("/cli/plain/what-cannot-be-resumed-is-told", test_bad_resume);
    return g_test_run();
}
